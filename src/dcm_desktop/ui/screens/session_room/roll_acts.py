"""Acts of the roll call: each mark is one durable act."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import AttendanceMode
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.screens.session_room.marks import RollMark, RollSign
from dcm_desktop.ui.screens.session_room.roll_call import RollCall
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.usecases.members import list_people, members_on
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import recusals, roll, substitution
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.views import RoomView


class RollActs(QObject):
    """What is wanted of the roll, done."""

    def __init__(self, screen: Screen, page: RollCall, clock: ClockBox) -> None:
        super().__init__(screen)
        self._screen, self._page, self._clock = screen, page, clock
        self._do = screen.desk.workspace.do
        self._view: RoomView | None = None
        page.marked.connect(self.mark)
        page.unmarked.connect(self.unmark)
        page.rest_requested.connect(self.mark_rest)
        page.substitute_given.connect(self.mark_represented)
        page.substitute.options = self.substitute_options

    def set_view(self, view: RoomView) -> None:
        """The room as it is now."""
        self._view = view

    def mark(self, mark: RollMark) -> None:
        """A sign for somebody."""
        run: Callable[[str], Saved | None] = {
            RollSign.PRESENT: self._present,
            RollSign.REMOTE: self._remote,
            RollSign.ABSENT: self._absent,
            RollSign.EXCUSED: self._excused,
            RollSign.LEFT: self._left,
            RollSign.RECUSED: self._recuse,
        }[mark.sign]
        self._say(run(mark.attendance_id))

    def unmark(self, attendance_id: str) -> None:
        """Take the mark of somebody back."""
        self._say(self._do(roll.mark_expected, attendance_id, at=now()))

    def mark_rest(self) -> None:
        """Everybody still expected is present."""
        view = self._need()
        self._do(roll.mark_rest_present, view.session_id, when=self._when(), at=now())

    def mark_represented(self, attendance_id: str, person_id: str, document: str) -> None:
        """A substitute sits for a member."""
        answer = self._do(
            substitution.mark_represented,
            attendance_id,
            person_id=person_id or None,
            authorisation=document,
            when=self._when(),
            at=now(),
        )
        self._page.substitute.leave()
        self._say(answer)

    def substitute_options(self, row: RollRow) -> tuple[list[Option], str, str]:
        """Those authorised for the day first, then others of the body, then everybody."""
        view = self._need()
        day = local(view.starts_at).date()
        ask = self._screen.desk.workspace.ask
        members = ask(members_on, view.mechanism_id, day)
        known = [s for m in members if m.mandate_id == row.mandate_id for s in m.substitutes]
        names = {s.person_id for s in known}
        people = [
            p
            for p in ask(list_people, day=day)
            if p.person_id not in names and p.person_id != row.person_id
        ]
        people.sort(key=lambda p: p.institution_id != row.institution_id)
        options = [Option(s.person_id, s.name, self.tr("authorised")) for s in known]
        options += [
            Option(p.person_id, p.name, " · ".join(x for x in (p.position, p.institution) if x))
            for p in people
        ]
        first = known[0] if known else None
        return options, first.person_id if first else "", first.document if first else ""

    def _present(self, attendance_id: str) -> Saved:
        mode = AttendanceMode.IN_PERSON
        return self._do(roll.mark_present, attendance_id, mode=mode, when=self._when(), at=now())

    def _remote(self, attendance_id: str) -> Saved:
        mode = AttendanceMode.REMOTE
        return self._do(roll.mark_present, attendance_id, mode=mode, when=self._when(), at=now())

    def _absent(self, attendance_id: str) -> Saved:
        return self._do(roll.mark_absent, attendance_id, excused=False, at=now())

    def _excused(self, attendance_id: str) -> Saved:
        return self._do(roll.mark_absent, attendance_id, excused=True, at=now())

    def _left(self, attendance_id: str) -> Saved:
        return self._do(roll.mark_left, attendance_id, when=self._when(), at=now())

    def _recuse(self, attendance_id: str) -> Saved | None:
        view = self._need()
        item = view.current
        if item is None:
            return None
        row = next(r for r in (*view.members, *view.others) if r.attendance_id == attendance_id)
        if row.acting_id in item.recused_ids:
            self._do(recusals.take_back_recusal, item.item_id, attendance_id, at=now())
            return None
        return self._do(recusals.recuse, item.item_id, attendance_id, at=now())

    def _say(self, answer: Saved | None) -> None:
        words = " ".join(formats.sentence(f) for f in answer.warnings) if answer else ""
        if words:
            self._screen.strip.say(words, "warn")

    def _need(self) -> RoomView:
        if self._view is None:
            raise RuntimeError("no session is shown")
        return self._view

    def _when(self) -> datetime | None:
        return self._clock.moment()
