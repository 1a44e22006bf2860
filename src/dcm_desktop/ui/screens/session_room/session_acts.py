"""Acts on the session and its agenda: each asks one use case and shows the answer."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from dcm_desktop.domain.terms import AgendaItemStatus, BreakKind, SessionKind, SessionStatus
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import agenda, breaks, prepare, quorum, room
from dcm_desktop.usecases.sessions.views import RoomView
from dcm_desktop.usecases.sessions.voting import (
    CONSENSUS,
    Ballot,
    Voted,
    vote_added_item,
    vote_agenda,
)

Codes = frozenset[str]


class SessionActs(QObject):
    """Open, break, resume, close; take items up, move them, put them aside."""

    will_take_up = Signal(str)
    """An item is about to be taken up; told before anything is written or asked."""
    taken_up = Signal()
    """It was taken up, or the running one was finished."""

    closing_asked = Signal(str)
    """It is asked whether the session is over; carries it."""
    roll_wanted = Signal()
    """The roll is to be called before anything else."""

    def __init__(self, screen: Screen, clock: ClockBox, shown: Callable[[str], object]) -> None:
        super().__init__(screen)
        self._screen, self._clock, self._shown = screen, clock, shown
        self._do = screen.desk.workspace.do
        self._view: RoomView | None = None
        self._accepted: Codes = frozenset()

    def set_view(self, view: RoomView) -> None:
        """The room as it is now."""
        self._view = view

    def go_on(self) -> None:
        """F2: convene, open, break, resume – the one that applies."""
        view = self._need()
        self._accepted = frozenset()
        if view.status is SessionStatus.DRAFT:
            self._convene()
        elif view.status is SessionStatus.CONVENED:
            self._ask_open(view)
        elif view.status is SessionStatus.OPEN and not view.left_count:
            self.ask_close()
        elif view.status is SessionStatus.OPEN:
            self._do(breaks.adjourn_session, view.session_id, when=self._when(), at=now())
            self._screen.say_done(self.tr("Break"))
        elif view.status is SessionStatus.ADJOURNED:
            self._resume(view)
        elif view.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
            self._show_minutes()

    def ask_close(self) -> None:
        """Ask in the strip whether the session is over."""
        view = self._need()
        if view.status is not SessionStatus.OPEN:
            return
        self._accepted = frozenset()
        left = sum(1 for row in view.items if row.status is AgendaItemStatus.WAITING)
        decisions = sum(len(row.decision_numbers) for row in view.items)
        words = self.tr("Close the session? Decisions: {n}. The minutes become a draft.")
        text = words.format(n=decisions)
        acts = [Act(self.tr("Close the session"), self._close, cap="Enter")]
        if left:
            words = self.tr("Items not taken up: {n}. Postpone them to the next session?")
            text = words.format(n=left)
            acts = [Act(self.tr("Postpone them and close"), self._postpone_and_close, cap="Enter")]
        if not view.quorum.has_quorum and not decisions:
            acts.append(Act(self.tr("It did not take place"), self._declare_no_quorum))
        self.closing_asked.emit(view.session_id)
        self._screen.ask(text, acts)

    def _show_minutes(self) -> None:
        """Go to the papers of the session."""
        shell, session_id = self._screen.desk.shell, self._need().session_id
        shell.open("session_view", session_id=session_id, kind="minutes")

    def _declare_no_quorum(self) -> None:
        """The session did not take place for want of quorum."""
        view = self._need()
        self._do(room.declare_no_quorum, view.session_id, when=self._when(), at=now())
        self._screen.say_done(self.tr("Recorded: the session did not take place"))
        shell = self._screen.desk.shell
        shell.open("convening", session_id=view.session_id, do="new_date")

    def step(self, by: int) -> None:
        """Ctrl+PgDn and Ctrl+PgUp."""
        view = self._need()
        self._shown("")
        self.will_take_up.emit(_neighbour(view, by))
        answer = self._do(room.go_to_next_item, view.session_id, by=by, when=self._when(), at=now())
        self.taken_up.emit()
        if not answer.id:
            self._screen.say_done(self.tr("There is no further item"), undo=False)

    def start(self, item_id: str) -> None:
        """Take an item up."""
        self._shown("")
        self.will_take_up.emit(item_id)
        self._do(room.start_item, item_id, when=self._when(), at=now())
        self.taken_up.emit()

    def finish(self, item_id: str) -> None:
        """The discussion of an item is over."""
        self._shown(item_id)
        self._do(room.finish_item, item_id, when=self._when(), at=now())

    def move(self, item_id: str, by: int) -> None:
        """Move an item up or down."""
        self._do(agenda.shift_item, item_id, by, at=now())

    def withdraw(self, item_id: str, reason: str) -> None:
        """Withdraw an item; before the session is convened it just goes."""
        self._do(agenda.withdraw_item, item_id, reason, when=self._when(), at=now())
        self._screen.say_done(self.tr("The item is withdrawn"))

    def postpone(self, item_id: str, reason: str) -> None:
        """Postpone an item to the next session."""
        self._do(agenda.postpone_item, item_id, reason, when=self._when(), at=now())
        self._screen.say_done(self.tr("The item is postponed"))

    def reopen(self, item_id: str) -> None:
        """Bring an item back."""
        self._do(agenda.reopen_item, item_id, when=self._when(), at=now())

    def adopt_agenda(self) -> None:
        """Ctrl+Enter in the agenda: adopted without objections."""
        self.vote_agenda(CONSENSUS, frozenset())

    def vote_agenda(self, ballot: Ballot, accept: Codes) -> bool:
        """The agenda is put to the vote; True when the vote was written."""
        answer: Voted = self._do(
            vote_agenda,
            self._need().session_id,
            ballot,
            accept=accept,
            when=self._when(),
            at=now(),
        )
        return self._say_vote(answer, self.tr("The agenda is adopted"))

    def include_item(
        self, item_id: str, ballot: Ballot = CONSENSUS, accept: Codes = frozenset()
    ) -> bool:
        """Whether an item added in the hall comes on the agenda; True when it was voted on."""
        answer: Voted = self._do(
            vote_added_item, item_id, ballot, accept=accept, when=self._when(), at=now()
        )
        return self._say_vote(answer, self.tr("The item is on the agenda"))

    # Inside

    def _ask_open(self, view: RoomView) -> None:
        here = view.quorum
        if view.kind is SessionKind.WRITTEN:
            text = self.tr("Begin to collect the votes?")
            if view.answers_due_at is not None:
                words = self.tr("Begin to collect the votes, until {moment}?")
                text = words.format(moment=formats.day_and_time(view.answers_due_at))
            self._screen.ask(text, [Act(self.tr("Begin"), self._open, cap="Enter")])
            return
        words = self.tr("Open the session? {present} of {seats} present, {needed} needed.")
        text = words.format(present=here.present, seats=here.seats, needed=here.needed)
        if not here.needed:
            text = self.tr("Open the working meeting? Present: {n}.").format(n=here.present)
        acts = [Act(self.tr("Open"), self._open, cap="Enter")]
        if not view.entered_later:
            acts.append(Act(self.tr("Look at screens and power first"), self._before_start))
        self._screen.ask(text, acts)

    def _before_start(self) -> None:
        """The screen on which everything is looked at before going live."""
        self._screen.desk.shell.open("going_live", session_id=self._need().session_id)

    def _resume(self, view: RoomView) -> None:
        """After a night the roll comes first; else ask who has not come back."""
        pause = view.live.pause
        over_night = pause is not None and pause.kind is BreakKind.ANOTHER_DAY
        if over_night and not any(row.in_room for row in view.members):
            self.roll_wanted.emit()
            text = self.tr("It is another day: call the roll anew, then F2 goes on.")
            self._screen.strip.say(text, "mute")
            return
        self._do(breaks.resume_session, view.session_id, when=self._when(), at=now())
        moment = formats.time_of(self._when() or now())
        words = self.tr("The session goes on since {time}. Who has not come back?")
        acts = [Act(self.tr("Roll call"), self.roll_wanted.emit, cap="F3")]
        self._screen.strip.say(words.format(time=moment), "mute", acts)

    def _convene(self) -> None:
        view = self._need()
        answer = self._do(prepare.convene_session, view.session_id, accept=self._accepted, at=now())
        if answer.is_saved:
            self._screen.say_done(self.tr("The session is convened"))
        else:
            self._ask_again(answer, self.tr("Convene all the same"), self._convene)

    def _open(self) -> None:
        view = self._need()
        answer = self._do(
            room.open_session,
            view.session_id,
            when=self._when(),
            accept=self._accepted,
            at=now(),
        )
        if answer.is_saved:
            moment = formats.time_of(self._when() or now())
            self._screen.say_done(self.tr("Opened at {time}").format(time=moment))
        else:
            self._ask_again(answer, self.tr("Open all the same"), self._open)

    def _postpone_and_close(self) -> None:
        self._close(postpone_rest=True)

    def _close(self, *, postpone_rest: bool = False) -> None:
        view = self._need()
        answer = self._do(
            room.close_session,
            view.session_id,
            when=self._when(),
            postpone_rest=postpone_rest,
            accept=self._accepted,
            at=now(),
        )
        if answer.is_saved:
            self._screen.say_done(self.tr("The session is closed; its minutes are a draft"))
            acts = [Act(self.tr("Show the minutes"), self._show_minutes)]
            self._screen.strip.say(self.tr("The minutes can be read and printed."), "ok", acts)
        else:
            again = self._postpone_and_close if postpone_rest else self._close
            self._ask_again(answer, self.tr("Close all the same"), again)

    def _ask_again(self, answer: Saved, act: str, run: Callable[[], object]) -> None:
        self._accepted |= answer.codes
        text = " ".join(formats.sentence(finding) for finding in answer.warnings)
        acts = [Act(act, run, cap="Enter")]
        if "session.quorum" in answer.codes:
            acts += self._without_quorum()
        self._screen.ask(text, acts)

    def _without_quorum(self) -> list[Act]:
        """The other ways when too few came: the smaller quorum, or it was no session."""
        acts = []
        reduced = self._need().live.reduced
        if reduced is not None and not reduced.in_force:
            words = self.tr("Smaller quorum: {n}").format(n=reduced.needed)
            acts.append(Act(words, self._reduce_quorum))
        acts.append(Act(self.tr("It did not take place"), self._declare_no_quorum))
        return acts

    def _reduce_quorum(self) -> None:
        """The smaller quorum after the waiting time holds from now on."""
        view = self._need()
        self._do(quorum.reduce_quorum, view.session_id, when=self._when(), at=now())
        self._screen.say_done(self.tr("The smaller quorum holds"))

    def _say_vote(self, answer: Voted, done: str) -> bool:
        if answer.is_saved and answer.adopted:
            self._screen.say_done(done)
        elif answer.explanation is not None:
            self._screen.strip.say(formats.sentence(answer.explanation), "warn")
        return answer.is_saved

    def _need(self) -> RoomView:
        if self._view is None:
            raise RuntimeError("no session is shown")
        return self._view

    def _when(self) -> datetime | None:
        return self._clock.moment()


def _neighbour(view: RoomView, by: int) -> str:
    """The item that `step` will take up, as the use case chooses it; empty when there is none."""
    away = (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN)
    items = [row for row in view.items if row.status not in away]
    place = next((n for n, row in enumerate(items) if row.item_id == view.running_id), None)
    if place is None:
        waiting = [row for row in items if row.status is AgendaItemStatus.WAITING]
        return waiting[0].item_id if waiting and by > 0 else ""
    return items[place + by].item_id if 0 <= place + by < len(items) else ""
