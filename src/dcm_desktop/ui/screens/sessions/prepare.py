"""Preparing a session: its agenda, the form of an item, readiness, and the next act."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import EDITABLE
from dcm_desktop.domain.terms import (
    AttachmentOwner,
    SessionAction,
    SessionStatus,
)
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.agenda_list import AgendaCard
from dcm_desktop.ui.screens.sessions.file_acts import FileActs
from dcm_desktop.ui.screens.sessions.inbox_panel import InboxPanel
from dcm_desktop.ui.screens.sessions.item_desk import ItemDesk
from dcm_desktop.ui.screens.sessions.item_form import ItemForm
from dcm_desktop.ui.screens.sessions.jumps import Target, jump_of
from dcm_desktop.ui.screens.sessions.readiness_card import ReadinessCard
from dcm_desktop.ui.screens.sessions.reason_form import ConveneForm, ReasonForm, RescheduleForm
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.ui.screens.sessions.words import SessionWords, status_pill
from dcm_desktop.ui.screens.side_form import SideForm, SideStage
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.ui.widgets.labels import Pill
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.documents import PaperKind, list_papers
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    PreparationView,
    convene_session,
    get_preparation,
    remove_item,
    shift_item,
    update_decision_text,
    update_item,
)


class PrepareScreen(Screen):
    """The builder of an agenda."""

    concerns = frozenset(
        {
            "session", "agenda_item", "attendance", "mandate", "person", "case", "minutes",
            "mechanism_rules", "attachment", "inbox_entry", "action_item", "decision",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Preparation"))
        self._session_id, self._item_id = "", ""
        self._is_low = self._is_narrow = False
        self.view: PreparationView | None = None
        self.data_button = Button(self.tr("The session"), icon="pencil")
        self.data_button.setObjectName("sessionData")
        self.data_button.clicked.connect(self.edit_session)
        self.paper_button = Button(self.tr("Invitation (PDF)"), icon="printer")
        self.paper_button.setObjectName("invitationButton")
        self.paper_button.clicked.connect(self._to_invitation)
        self.convening_button = Button(self.tr("Convening"), icon="mail")
        self.convening_button.setObjectName("conveningButton")
        self.convening_button.clicked.connect(self._to_convening)
        self.next_button = Button("", kind="primary", icon="arrow-right")
        self.next_button.setObjectName("nextAct")
        self.next_button.clicked.connect(self.do_next)
        self.more_button = Button(kind="tool", icon="ellipsis", name=self.tr("More"))
        self.more_button.clicked.connect(self._open_menu)
        self.header.set_actions(
            self.more_button,
            self.data_button,
            self.paper_button,
            self.convening_button,
            self.next_button,
        )
        self.agenda = AgendaCard()
        self.agenda.item_chosen.connect(self._choose)
        self.agenda.add_requested.connect(self.start_item)
        self.agenda.move_requested.connect(self._move)
        self.agenda.remove_requested.connect(self._remove)
        self.agenda.inbox_requested.connect(self.open_inbox)
        self.item = ItemForm()
        self.item.proposal_edited.connect(self._save_proposal)
        self.items = ItemDesk(self, self.item)
        self.item.edited.connect(self._save_item)
        self.item.add_requested.connect(self._add_item)
        self.item.cancelled.connect(self._leave_new)
        self.item.moved.connect(self._move_shown)
        self.item.remove_requested.connect(self._remove_shown)
        self.readiness = ReadinessCard()
        self.readiness.jump_requested.connect(self._jump)
        self.right = Box((self.item, 1), self.readiness, spacing=12)
        self.stage = SideStage(self.agenda, self.right, keep_beside=True)
        self.stage.changed.connect(self._weigh_buttons)
        self.files = FileActs(self, self.item.files, self.stage, AttachmentOwner.ITEM)
        self.body.addWidget(self.stage, 1)
        self.add_key("Insert", self.tr("add an item"), self.start_item)
        self.add_key("Ctrl+I", self.tr("what waits in the inbox"), self.open_inbox)
        self.add_key("Ctrl+O", self.tr("add a file to the item"), self.files.choose)
        self.name_key("Ctrl+Enter", self.tr("add the new item to the agenda"))
        self.name_key("Alt+↑↓", self.tr("move the item; it can be dragged too"))
        self.name_key("Delete", self.tr("take the item out"))

    # What the window calls

    def opened(self, session_id: str = "", item_id: str = "", **_more: str) -> None:
        """Show a session, perhaps with one of its items."""
        if session_id and session_id != self._session_id:
            self.stage.close_panel(quiet=True)
            self.stage.show_beside(True)
            self._session_id, self._item_id = session_id, item_id
            self.items.forget()
            self._leave_new()
        elif item_id:
            self._item_id = item_id
        self.mark_stale()
        self.agenda.list.setFocus()

    def refresh(self) -> None:
        """Read the session and show it."""
        if not self._session_id:
            return
        ask = self.desk.workspace.ask
        view = ask(get_preparation, self._session_id, at=now())
        self.view = view
        self._show_head(view)
        known = {item.item_id for item in view.room.items}
        if self._item_id not in known:
            self._item_id = view.room.items[0].item_id if view.room.items else ""
        self.items.offer(view.room)
        self.agenda.show_inbox(view.inbox_count)
        self.agenda.show_room(view.room, "" if self.item.is_new else self._item_id)
        self.agenda.add_button.setEnabled(self._editable)
        self.agenda.list.draggable = self._editable
        self.readiness.show_readiness(view.readiness)
        if isinstance(self.stage.panel, InboxPanel):
            self.stage.panel.refresh()
        if not self._item_id and not self.item.is_new:
            self.item.start_new()
            self.agenda.list.setFocus()
        elif not self.item.is_new:
            self._show_item()

    def fit(self, room: Fit) -> None:
        """The right part keeps its share; quiet parts go in small windows."""
        rail = 56 if room.narrow or room.low else 92
        self.right.setFixedWidth(int((room.width - rail) * (0.5 if room.narrow else 0.56)))
        self.stage.set_narrow(room.narrow and self.stage.panel is not None)
        self.agenda.set_narrow(room.narrow, room.low)
        self.item.set_narrow(room.narrow)
        self._is_low = room.low
        self.readiness.set_room(columns=1 if room.narrow else 2, with_ready=not room.low)
        self.data_button.set_compact(room.narrow)
        self._is_narrow = room.narrow
        self._weigh_buttons()
        self.convening_button.set_compact(room.narrow)

    def flush(self) -> None:
        """Save the item that is being edited."""
        super().flush()
        if self.item.is_dirty and self.item.good():
            try:
                self._save_item()
            except DcmError as error:
                self.take_error(error)

    # Acts

    def start_item(self) -> None:
        """An empty form for a new item."""
        if self.view is None or not self._editable:
            return
        self.flush()
        self.stage.close_panel()
        self.agenda.choose("")
        self.item.start_new()
        self._weigh_buttons()

    def edit_session(self) -> None:
        """The form of the session."""
        if self.view is not None:
            room = self.view.room
            self._open_form(SessionForm(self, room.mechanism_id, session_id=self._session_id))

    def open_inbox(self) -> None:
        """What waits for an agenda, beside this one."""
        if self.view is not None and self._editable:
            self.flush()
            panel = InboxPanel(self, self.view.room.mechanism_id, self._session_id)
            self.stage.open(panel)

    def do_next(self) -> None:
        """The next act of the session's state."""
        status = self.view.room.status if self.view is not None else None
        if status is SessionStatus.DRAFT:
            self.convene()
        elif status is SessionStatus.POSTPONED:
            self._open_form(RescheduleForm(self, self._session_id))
        elif status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
            self.desk.shell.open("session_view", session_id=self._session_id)
        elif status is not SessionStatus.CANCELLED:
            self.desk.shell.open("room", session_id=self._session_id)

    def convene(self, accept: frozenset[str] = frozenset()) -> None:
        """The invitations go out; warnings are asked about first."""
        self.strip.dismiss()
        self.flush()
        answer: Saved = self.desk.workspace.do(
            convene_session, self._session_id, accept=accept, at=now()
        )
        if answer.is_saved:
            self.say_done(self.tr("The session is convened; its roll is made"))
            return
        words = " ".join(formats.sentence(finding) for finding in answer.warnings)
        go_on = partial(self.convene, accept | answer.codes)
        self.ask(words, [Act(self.tr("Convene all the same"), go_on)])

    # Items

    def _add_item(self) -> None:
        self._item_id = self.items.add(self._session_id)
        self._leave_new()
        self.agenda.list.setFocus()
        self.say_done(self.tr("The item is on the agenda"))

    def _save_item(self) -> None:
        if not self.item.is_dirty or not self._item_id or not self.item.good():
            return
        self.desk.workspace.do(update_item, self._item_id, self.item.data(), at=now())

    def _save_proposal(self, text: str) -> None:
        if self._item_id:
            self.desk.workspace.do(update_decision_text, self._item_id, text, at=now())

    def _leave_new(self) -> None:
        """Back from the empty form to the item that was shown before."""
        self.item.leave_new()
        self.mark_stale()
        self._weigh_buttons()

    def _choose(self, item_id: str) -> None:
        self.flush()
        self._item_id = item_id
        if self.item.is_new:
            self.item.leave_new()
            self._weigh_buttons()
        self.agenda.choose(item_id)
        self._show_item()

    def _move(self, item_id: str, by: int) -> None:
        if self._editable:
            self.flush()
            self.desk.workspace.do(shift_item, item_id, by, at=now())

    def _move_shown(self, by: int) -> None:
        self._move(self._item_id, by)

    def _remove(self, item_id: str) -> None:
        if self._editable:
            self.desk.workspace.do(remove_item, item_id, at=now())
            self.say_done(self.tr("The item is taken out"))

    def _remove_shown(self) -> None:
        self._remove(self._item_id)

    # Showing

    @property
    def _editable(self) -> bool:
        return self.view is not None and self.view.room.status in EDITABLE

    def _show_head(self, view: PreparationView) -> None:
        room, words = view.room, SessionWords()
        where = f" · {room.place}" if room.place else ""
        title = words.title(room.number)
        line = f"{title} · {words.when(room.starts_at, room.plan_ends_at)}{where}"
        self.header.set_text(self.tr("Preparation"), line)
        pills = [status_pill(room.status)]
        if room.entered_later:
            pills.append(Pill(self.tr("Entered later"), "mute", "history"))
        self.header.set_pills(*pills)
        self._weigh_buttons()

    def _weigh_buttons(self) -> None:
        """The next act of the state is primary, unless a form of its own asks something."""
        if self.view is None:
            return
        status = self.view.room.status
        words, icon = {
            SessionStatus.DRAFT: (self.tr("Convene"), "mail"),
            SessionStatus.POSTPONED: (self.tr("Set a new date"), "calendar-clock"),
            SessionStatus.HELD: (self.tr("To its papers"), "file-text"),
            SessionStatus.NO_QUORUM: (self.tr("To its papers"), "file-text"),
        }.get(status, (self.tr("To the room"), "door-open"))
        self.next_button.set_text(words)
        self.next_button.set_icon(icon)
        self.next_button.setVisible(status is not SessionStatus.CANCELLED)
        later = self.view.room.entered_later
        invited = (later or status is not SessionStatus.CONVENED) or any(
            row.kind == PaperKind.INVITATION
            for row in self.desk.workspace.ask(list_papers, self._session_id)
        )
        asks = self.stage.panel is not None or self.item.is_new
        self.next_button.set_kind("primary" if invited and not asks else "")
        self.paper_button.set_kind("" if invited or asks else "primary")
        self.paper_button.set_compact(self._is_narrow and (invited or asks))
        self.next_button.set_compact(self._is_narrow and not (invited or asks))
        self.data_button.setEnabled(self._editable)
        self.readiness.setVisible(not (self._is_low and self.item.is_new))

    def _show_item(self) -> None:
        view = self.view
        rows = view.room.items if view is not None else ()
        row = next((one for one in rows if one.item_id == self._item_id), None)
        if row is not None and view is not None:
            self.files.show_owner(row.item_id, editable=self._editable)
            self.items.show(view.room, row, editable=self._editable)

    def _jump(self, finding: object) -> None:
        """Go to where a line of the readiness is mended."""
        if not isinstance(finding, Finding):
            return
        jump = jump_of(finding)
        if jump.target is Target.NEW_ITEM:
            self.start_item()
        elif jump.target in (Target.ROLL, Target.ROOM, Target.TASKS):
            self.desk.shell.open("room", session_id=self._session_id)
        elif jump.target is Target.SESSION:
            self.edit_session()
            self._take_keyboard_to(jump.field)
        else:
            rows = self.view.room.items if self.view is not None else ()
            row = next((one for one in rows if one.n == jump.item), None)
            if row is not None:
                self.stage.close_panel()
                self._choose(row.item_id)
                self._take_keyboard_to(jump.field)

    def _take_keyboard_to(self, name: str) -> None:
        field = field_of(self, name) if name else None
        if field is not None:
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_invitation(self) -> None:
        self.flush()
        self.desk.shell.open("session_view", session_id=self._session_id, kind="invitation")

    def _to_convening(self) -> None:
        self.flush()
        self.desk.shell.open("convening", session_id=self._session_id)

    # Forms and the menu

    def _open_form(self, form: SideForm) -> None:
        self.flush()
        self.stage.open(form)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        actions = self.view.actions if self.view is not None else ()
        for action, words in (
            (SessionAction.CONVENE, self.tr("Convene with a number …")),
            (SessionAction.POSTPONE, self.tr("Postpone …")),
            (SessionAction.CANCEL, self.tr("Cancel …")),
        ):
            entry = QAction(words, menu)
            entry.setEnabled(action in actions)
            entry.triggered.connect(partial(self._open_act, action))
            menu.addAction(entry)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _open_act(self, action: SessionAction, _checked: bool = False) -> None:
        if action is SessionAction.CONVENE:
            self._open_form(ConveneForm(self, self._session_id))
        else:
            self._open_form(ReasonForm(self, self._session_id, action))
