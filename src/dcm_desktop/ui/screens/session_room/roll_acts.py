"""Acts of the roll call: each mark is one durable act."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import AttendanceMode, SessionForm
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.screens.session_room.marks import RollMark, RollSign
from dcm_desktop.ui.screens.session_room.roll_call import RollCall
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.usecases.members import list_people, members_on
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    declarations,
    proxies,
    recusals,
    roll,
    substitution,
)
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.roll_view import RollSign as RowSign
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
        page.proxy_given.connect(self.give_proxy)
        page.excused.connect(self.excuse)
        page.recusal_noted.connect(self.note_recusal)
        page.declared.connect(self.declare)
        page.all_declared.connect(self.declare_all)
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
        if mark.sign in (RollSign.EXCUSED, RollSign.RECUSED):
            self._ask_reason(mark)

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

    def give_proxy(self, attendance_id: str, holder_id: str, document: str) -> None:
        """A member in the room votes for one who is away."""
        if not holder_id:
            return
        answer = self._do(
            proxies.give_proxy,
            attendance_id,
            holder_id,
            document=document,
            when=self._when(),
            at=now(),
        )
        self._page.substitute.leave()
        self._say(answer)

    def excuse(self, attendance_id: str, reason: str) -> None:
        """Why somebody is away."""
        self._do(roll.set_excuse, attendance_id, reason, at=now())
        self._screen.refresh_now()
        self._page.ask_reason(attendance_id, RollSign.EXCUSED)

    def note_recusal(self, attendance_id: str, reason: str, leaves: bool) -> None:
        """Why somebody stands aside, and whether they go out for it."""
        item = self._need().current
        if item is not None:
            self._do(
                recusals.recuse,
                item.item_id,
                attendance_id,
                reason=reason,
                leaves=leaves,
                when=self._when(),
                at=now(),
            )

    def declare(self, attendance_id: str) -> None:
        """Somebody signed the declaration of confidentiality, or did not after all."""
        self._do(declarations.sign_declaration, attendance_id, at=now())

    def declare_all(self) -> None:
        """Everybody in the room signed it."""
        count = self._do(declarations.sign_all_declarations, self._need().session_id, at=now())
        if count:
            words = self.tr("Declarations signed: {n}").format(n=count)
            self._screen.say_done(words)

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
        remote = self._need().form is SessionForm.REMOTE
        mode = AttendanceMode.REMOTE if remote else AttendanceMode.IN_PERSON
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
        return self._do(
            recusals.recuse,
            item.item_id,
            attendance_id,
            leaves=True,
            when=self._when(),
            at=now(),
        )

    def _ask_reason(self, mark: RollMark) -> None:
        self._screen.refresh_now()
        view = self._need()
        row = next(
            r for r in (*view.members, *view.others) if r.attendance_id == mark.attendance_id
        )
        if mark.sign is RollSign.EXCUSED or row.sign is RowSign.RECUSED:
            self._page.ask_reason(mark.attendance_id, mark.sign)

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
