"""Convening: letters and other papers, the log of who was told, what members said by telephone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.domain.session import EDITABLE
from dcm_desktop.domain.terms import ExpectedAnswer, NoticeWay, NoticeWhat, SessionStatus
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.choices import person_options
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.convening_answers import AnswersCard
from dcm_desktop.ui.screens.sessions.convening_forms import NewDateForm
from dcm_desktop.ui.screens.sessions.convening_members import MembersCard
from dcm_desktop.ui.screens.sessions.convening_papers import PapersCard
from dcm_desktop.ui.screens.sessions.words import SessionWords, status_pill
from dcm_desktop.ui.screens.side_form import SideStage
from dcm_desktop.ui.widgets.boxes import ScrollColumn
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.usecases.members import list_people
from dcm_desktop.usecases.sessions.convening import ConveningView, get_convening
from dcm_desktop.usecases.sessions.expected import apply_expectations, clear_expected, set_expected
from dcm_desktop.usecases.sessions.notices import NoticeData, log_notices

MEMBERS, NOBODY = range(2)
_FAILING = (SessionStatus.CONVENED, SessionStatus.OPEN)
_USUAL = {
    SessionStatus.CANCELLED: NoticeWhat.CANCELLATION,
    SessionStatus.POSTPONED: NoticeWhat.CHANGE,
}
"""What members are told of a session in this state; else they are invited."""


class ConveningScreen(Screen):
    """Reached from the preparation of a session; works with no mail server."""

    concerns = frozenset(
        {"session", "notice", "expected_attendance", "mandate", "person", "mechanism_rules"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Convening"))
        self._session_id, self._is_new = "", True
        self.view: ConveningView | None = None
        self.back_button = Button(self.tr("Preparation"), icon="arrow-left")
        self.back_button.setObjectName("toPreparation")
        self.back_button.clicked.connect(self._to_preparation)
        self.failed_button = Button(self.tr("It did not take place"), icon="calendar-clock")
        self.failed_button.setObjectName("newDate")
        self.failed_button.clicked.connect(self.ask_new_date)
        self.header.set_actions(self.failed_button, self.back_button)
        self.members = MembersCard()
        self.members.answered.connect(self._answer)
        self.members.forgotten.connect(self._forget)
        self.members.logged.connect(self.log)
        self.answers = AnswersCard()
        self.answers.apply_requested.connect(self.apply_answers)
        self.papers = PapersCard(self)
        self.papers.refused.connect(self._refused)
        self.side = ScrollColumn(self.answers, self.papers, None)
        nobody = EmptyState(
            "users",
            self.tr("Nobody to invite"),
            self.tr("On the day of this session no member has an open mandate besides the chair."),
            [Act(self.tr("To the members"), self._to_members)],
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.members)
        self.pages.addWidget(nobody)
        self.stage = SideStage(self.pages, self.side, keep_beside=True)
        self.stage.changed.connect(self._weigh_buttons)
        self.body.addWidget(self.stage, 1)
        for keys, way in self.members.keys_of_ways.items():
            words = self.members.words.way(way)
            one = self.tr("{way}: the chosen member").format(way=words)
            rest = self.tr("{way}: all who have no such entry yet").format(way=words)
            self.add_key(keys, one, partial(self._log_by_key, way, False))
            self.add_key(f"Shift+{keys}", rest, partial(self._log_by_key, way, True))
        self.name_key("+ − *", self.tr("will come, will not come, sends a substitute"))
        self.name_key("Delete", self.tr("forget what the member said"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.add_key(keys, self.tr("mark in the roll those who will not come"), self._apply_key)
        self._keys.pop(-2)

    # What the window calls

    def opened(self, session_id: str = "", do: str = "", **_more: str) -> None:
        """Show the convening of a session; `do` "new_date": one without quorum is called anew."""
        if session_id and session_id != self._session_id:
            self.stage.close_panel(quiet=True)
            self.stage.show_beside(True)
            self._session_id, self._is_new = session_id, True
            self.members.begin()
        self.mark_stale()
        self.members.take_keyboard()
        if do == "new_date":
            self.refresh_now()
            self.ask_new_date()

    def refresh(self) -> None:
        """Read and show."""
        if not self._session_id:
            return
        view = self.desk.workspace.ask(get_convening, self._session_id, at=now())
        self.view = view
        words = SessionWords()
        where = f" · {view.place}" if view.place else ""
        line = f"{words.title(view.number)} · {words.when(view.starts_at, view.ends_at)}{where}"
        self.header.set_text(self.tr("Convening"), line)
        self.header.set_pills(status_pill(view.status))
        failed = view.status is SessionStatus.NO_QUORUM
        can_call = failed and not view.successor_id
        self.failed_button.setVisible(can_call or (view.has_come and view.status in _FAILING))
        self.failed_button.set_text(
            self.tr("Call a new session") if failed else self.tr("It did not take place")
        )
        self._weigh_buttons()
        self.answers.setVisible(self._editable)
        day = local(view.starts_at).date()
        self.members.people = person_options(self.desk.workspace.ask(list_people, day=day))
        self.members.show_view(view, editable=self._editable)
        if self._is_new:
            self._is_new = False
            self.members.what.set_value(str(_USUAL.get(view.status, NoticeWhat.INVITATION)))
        self.answers.show_view(view, editable=self._editable)
        self.papers.show_session(view.session_id, failed=failed)
        self.pages.setCurrentIndex(MEMBERS if view.log.members else NOBODY)

    def fit(self, room: Fit) -> None:
        """A narrower right part."""
        self.side.setFixedWidth(theme.px(256 if room.narrow else 300 if room.medium else 340))
        self.stage.set_narrow(room.narrow and self.stage.panel is not None)
        self.members.set_narrow(room.narrow, room.low)
        self.answers.set_narrow(room.narrow)
        self.back_button.set_compact(room.narrow)

    # Acts

    def log(self, data: NoticeData, everybody: bool) -> None:
        """Note that the chosen member was told, or all who have no such entry yet."""
        self.strip.dismiss()
        line = self.members.list.current_row()
        if line is None and not everybody:
            return
        people = None if everybody or line is None else (line.person_id,)
        made = self.desk.workspace.do(log_notices, self._session_id, data, people, at=now())
        if made:
            self.say_done(self.tr("Noted for {n}").format(n=made))
        else:
            self.desk.shell.say(self.tr("Nothing to note: all have such an entry, or none is due"))

    def ask_new_date(self) -> None:
        """The form of the session that is called instead."""
        if self.view is None or self.view.successor_id:
            return
        form = NewDateForm(self, self._session_id, self.view.status, self.view.place)
        form.saved.connect(self._called)
        self.stage.open(form)
        self.stage.set_narrow(self._room is not None and self._room.narrow)

    def apply_answers(self) -> None:
        """Those who said that they will not come are excused in the roll, if not marked yet."""
        marked = self.desk.workspace.do(apply_expectations, self._session_id, at=now())
        self.say_done(self.tr("Marked as excused: {n}").format(n=marked), undo=bool(marked))

    # Inside

    def _weigh_buttons(self) -> None:
        """Calling a new session is primary, until its form asks."""
        failed = self.view is not None and self.view.status is SessionStatus.NO_QUORUM
        asks = self.stage.panel is not None
        self.failed_button.set_kind("primary" if failed and not asks else "")

    @property
    def _editable(self) -> bool:
        return self.view is not None and self.view.status in EDITABLE

    def _answer(self, mandate_id: str, answer: ExpectedAnswer, person_id: str, reason: str) -> None:
        if not self._editable:
            return
        try:
            self.desk.workspace.do(
                set_expected,
                self._session_id,
                mandate_id,
                answer,
                substitute_person_id=person_id or None,
                reason=reason,
                at=now(),
            )
        except DcmError as error:
            self.take_error(error)

    def _forget(self, mandate_id: str) -> None:
        if self._editable:
            self.desk.workspace.do(clear_expected, self._session_id, mandate_id, at=now())

    def _log_by_key(self, way: NoticeWay, everybody: bool) -> None:
        data = self.members.notice(way)
        if data is not None:
            self.log(data, everybody)

    def _apply_key(self) -> None:
        if self.answers.apply_button.isEnabled():
            self.apply_answers()

    def _called(self, session_id: str) -> None:
        self.desk.shell.open("convening", session_id=session_id)

    def _refused(self, error: DcmError) -> None:
        self.take_error(error)

    def _to_preparation(self) -> None:
        self.desk.shell.open("session_prepare", session_id=self._session_id)

    def _to_members(self) -> None:
        self.desk.shell.open("members")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the preparation."""
        if event.key() == Qt.Key.Key_Escape and self.stage.panel is None:
            self._to_preparation()
        else:
            super().keyPressEvent(event)
