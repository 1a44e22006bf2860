"""The floor: who speaks, what is asked of the list of speakers, and the words for it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dcm_desktop.domain import timer as clockwork
from dcm_desktop.domain.task_line import Candidate, match
from dcm_desktop.domain.timer import STEP_SECONDS, Timer, TimerTone, clock_words
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.sessions import speeches
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.speeches import SpeakerRow, SpeechesView
from dcm_desktop.usecases.sessions.views import RoomView

_TONES = {
    TimerTone.OPEN: "mute",
    TimerTone.FINE: "mute",
    TimerTone.SHORT: "warn",
    TimerTone.OVER: "bad",
}


class FloorActs(QObject):
    """What can be done with the floor of the session that is shown."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._do = screen.desk.workspace.do
        self.room: RoomView | None = None
        self.view: SpeechesView | None = None

    def show_room(self, room: RoomView) -> None:
        """Read the list of the running item (or of the one that is shown)."""
        self.room = room
        item_id = self._item_id()
        ask = self._screen.desk.workspace.ask
        self.view = ask(speeches.get_speeches, item_id) if item_id else None
        if self.view is not None and self.view.floor is not None and self.view.floor.timer.runs:
            self._stand_after_gap(room.session_id)

    def queue(self, typed: str) -> bool:
        """Put those in the list whose numbers or names were typed; False: somebody is unknown."""
        found = [self._find(one) for one in typed.replace(";", ",").split(",") if one.strip()]
        if not found or any(one is None for one in found):
            return False
        for row in found:
            if row is not None:
                self._do(speeches.queue_speaker, self._item_id(), row.acting_id, at=now())
        return True

    def give(self) -> bool:
        """The next one of the list, or who speaks already, has the floor; False: nobody waits."""
        view = self.view
        if view is None:
            return False
        if view.waiting:
            self._do(speeches.give_floor, self._item_id(), at=now())
        elif view.new_speaker_id:
            self._do(speeches.give_floor, self._item_id(), view.new_speaker_id, at=now())
        else:
            return False
        return True

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.view is not None and self.view.floor is not None:
            self._do(speeches.toggle_pause, self.view.floor.speaker.speech_id, at=now())

    def add(self, steps: int) -> None:
        """Half a minute more or less."""
        if self.view is not None and self.view.floor is not None:
            speech_id = self.view.floor.speaker.speech_id
            self._do(speeches.add_time, speech_id, steps * STEP_SECONDS, at=now())

    def end(self) -> None:
        """Who has the floor has spoken."""
        if self.view is not None and self.view.floor is not None:
            self._do(speeches.end_speech, self.view.floor.speaker.speech_id, at=now())

    def drop_last(self) -> None:
        """Take the last one out of the list."""
        if self.view is not None and self.view.waiting:
            self._do(speeches.drop_speaker, self.view.waiting[-1].speech_id, at=now())

    # Words

    def speaker(self) -> str:
        """Number and institution of who has the floor; empty when nobody has."""
        floor = self.view.floor if self.view is not None else None
        return "" if floor is None else _named(floor.speaker)

    def waiting(self) -> str:
        """„следват: 8 ЦОП – Русе, 4 РУО – Русе“; empty when nobody waits."""
        rows = self.view.waiting if self.view is not None else ()
        names = ", ".join(_named(row) for row in rows)
        return self.tr("next: {who}").format(who=names) if names else ""

    def state(self) -> tuple[str, str, str]:
        """Text, tone and sign of the timer now."""
        floor = self.view.floor if self.view is not None else None
        if floor is None:
            return self.tr("nobody"), "mute", ""
        timer, moment = floor.timer, now()
        tone = clockwork.tone(timer, moment)
        spent = clock_words(clockwork.spent(timer, moment))
        if not timer.runs:
            return self.tr("paused at {time}").format(time=spent), _TONES[tone], "pause"
        left = clockwork.left(timer, moment)
        if left is None or timer.allowed is None:
            return spent, "mute", ""
        if tone is TimerTone.OVER:
            words = self.tr("over by {time}").format(time=clock_words(left))
            return words, "bad", "triangle-alert"
        if tone is TimerTone.SHORT:
            words = self.tr("{time} left").format(time=clock_words(left))
            return words, "warn", "hourglass"
        allowed = clock_words(timer.allowed)
        return self.tr("{spent} of {allowed}").format(spent=spent, allowed=allowed), "mute", ""

    def share(self) -> tuple[int, int]:
        """Seconds spoken and allowed, for the bar; (0, 0) without a limit."""
        floor = self.view.floor if self.view is not None else None
        if floor is None or floor.timer.allowed is None:
            return 0, 0
        spent = clockwork.spent(floor.timer, now())
        return min(spent, floor.timer.allowed), floor.timer.allowed

    def tone(self) -> str:
        """Tone of the timer."""
        return self.state()[1]

    def hint(self) -> str:
        """Somebody speaks or waits and no timer was started for 20 s; else empty."""
        view = self.view
        if view is None or self.room is None or self.room.entered_later:
            return ""
        late = clockwork.is_unstarted(speaks_since=view.speaks_since, has_floor=False, at=now())
        if not late or not view.new_speaker:
            return ""
        if view.waiting and view.waiting[0].attendance_id == view.new_speaker_id:
            words = self.tr("{who} waits for the floor: F4 Enter gives it")
        else:
            words = self.tr("{who} speaks without a timer: F4 Enter starts it")
        return words.format(who=capital(view.new_speaker))

    # Inside

    def _stand_after_gap(self, session_id: str) -> None:
        """The program stood still while somebody spoke: stand, and let the operator choose."""
        workspace = self._screen.desk.workspace
        seen_at = workspace.ask(speeches.gap_of_floor, session_id)
        floor = self.view.floor if self.view is not None else None
        if seen_at is None or floor is None:
            return
        speech_id, moment = floor.speaker.speech_id, now()
        stopped = clockwork.after_gap(floor.timer, seen_at=seen_at, at=moment)
        self._do(speeches.stop_after_gap, speech_id, seen_at=seen_at, at=moment)
        words = self.tr(
            "The time of {who} stands at {time}; the {gap} without the program are not counted."
        )
        text = words.format(
            who=capital(floor.institution),
            time=clock_words(clockwork.spent(stopped, moment)),
            gap=clock_words(_gap(floor.timer, stopped)),
        )

        def count() -> None:
            self._do(speeches.count_gap, speech_id, at=now())

        acts = [Act(self.tr("Let it go on"), self.toggle), Act(self.tr("Count them"), count)]
        self._screen.strip.say(text, "warn", acts)

    def _item_id(self) -> str:
        room = self.room
        if room is None:
            return ""
        shown = room.current.item_id if room.current is not None else ""
        return room.running_id or shown

    def _find(self, typed: str) -> RollRow | None:
        room, text = self.room, typed.strip()
        if room is None:
            return None
        here = [row for row in (*room.members, *room.others) if row.in_room]
        if text.isdigit():
            return next((row for row in here if row.n == int(text)), None)
        return _by_name(text.lstrip("@"), here)


def _by_name(text: str, rows: Sequence[RollRow]) -> RollRow | None:
    known = [
        Candidate(row.attendance_id, row.substitute or row.name, row.institution) for row in rows
    ]
    found = match(text, known)
    return next((row for row in rows if found and row.attendance_id == found[0].id), None)


def _named(row: SpeakerRow) -> str:
    word = capital(row.institution) or row.name
    return f"{row.n} {word}" if row.n else word


def _gap(running: Timer, stopped: Timer) -> int:
    moment = now()
    return clockwork.spent(running, moment) - clockwork.spent(stopped, moment)
