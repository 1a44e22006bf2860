"""All sessions of the mechanism: state, who was there, decisions, minutes; new and held before."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget

from dcm_desktop.errors import DcmError
from dcm_desktop.ui import dialogs, theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.ui.screens.sessions.words import MINUTES_LOOKS, STATUS_LOOKS, place_of
from dcm_desktop.ui.screens.sessions.work import enter_file
from dcm_desktop.ui.screens.side_form import SideStage
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.ui.words import label_of as store_label
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.session_file.importer import SessionImported
from dcm_desktop.usecases.sessions import SessionRow, list_sessions

TABLE, FIRST, NO_MECHANISM = range(3)


class SessionsScreen(Screen):
    """The list of sessions."""

    concerns = frozenset(
        {"session", "agenda_item", "attendance", "decision", "minutes", "mechanism"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Sessions"))
        self.late_button = Button(self.tr("Enter a held session"), icon="history")
        self.late_button.setObjectName("lateButton")
        self.late_button.clicked.connect(self.enter_late)
        self.file_button = Button(self.tr("From a file …"), kind="ghost", icon="folder-open")
        self.file_button.setObjectName("fileButton")
        self.file_button.clicked.connect(self.choose_file)
        self.new_button = Button(self.tr("New session"), kind="primary", icon="plus", cap="Ctrl+N")
        self.new_button.setObjectName("newSessionButton")
        self.new_button.clicked.connect(self.new_session)
        self.add_key("Ctrl+N", self.tr("new session"), self.new_session)
        self.name_key("Enter", self.tr("open the session: preparation, room or papers"))
        self.more_button = Button(kind="tool", icon="ellipsis", name=self.tr("More"))
        self.more_button.setObjectName("moreSessions")
        self.more_button.clicked.connect(self._open_menu)
        self.header.set_actions(
            self.more_button, self.file_button, self.late_button, self.new_button
        )
        self.model: RowTableModel[SessionRow] = RowTableModel(self._columns())
        self.table: TableView[SessionRow] = TableView(
            self.model, name=self.tr("Sessions"), row_height=48, open_on_click=True
        )
        self.table.row_opened.connect(self._open)
        self._count = Label("", "smallm")
        card = Box(
            hbox(self._count, None, margins=(16, 8, 16, 0)),
            (self.table, 1),
            hline(),
            hbox(
                KeyCap("↑↓"),
                Label(self.tr("choose"), "caption", "text2"),
                4,
                KeyCap("Enter"),
                Label(self.tr("open"), "caption", "text2"),
                None,
                margins=(16, 10, 16, 10),
            ),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(card)
        self.pages.addWidget(
            EmptyState(
                "gavel",
                self.tr("No session yet"),
                self.tr("Prepare the next one, or enter those that were held before or on paper."),
                [
                    Act(self.tr("New session"), self.new_session, icon="plus", cap="Ctrl+N"),
                    Act(self.tr("Enter a held session"), self.enter_late),
                ],
            )
        )
        self.pages.addWidget(
            EmptyState(
                "landmark",
                self.tr("First the mechanism"),
                self.tr("A session needs the mechanism, its rules and its members."),
                [Act(self.tr("Enter the mechanism"), self._to_members)],
            )
        )
        self.stage = SideStage(self.pages)
        self.stage.changed.connect(self._weigh_buttons)
        self.body.addWidget(self.stage, 1)
        self._mechanism_id = ""

    # What the window calls

    def opened(self, **arguments: str) -> None:
        """`do`: new or late opens that form."""
        self.refresh_now()
        if arguments.get("do") == "new":
            self.new_session()
        elif arguments.get("do") == "late":
            self.enter_late()
        elif self.stage.panel is None:
            self.table.setFocus()

    def refresh(self) -> None:
        """Read the sessions."""
        mechanisms = self.desk.workspace.ask(list_mechanisms)
        self._mechanism_id = mechanisms[0].mechanism_id if mechanisms else ""
        rows = self.desk.workspace.ask(list_sessions)
        self.model.set_rows(rows)
        self._count.setText(Plurals().sessions(len(rows)))
        held = sum(1 for row in rows if place_of(row.status) == "session_view")
        words = self.tr("{held} held, {ahead} ahead or at work")
        line = words.format(held=held, ahead=len(rows) - held)
        self.header.set_text(
            self.tr("Sessions"), f"{store_label(self.desk.workspace.info)} · {line}"
        )
        page = TABLE if rows else FIRST if mechanisms else NO_MECHANISM
        self.pages.setCurrentIndex(page)
        for button in (self.new_button, self.late_button):
            button.setEnabled(bool(mechanisms))
        self._weigh_buttons()

    def fit(self, room: Fit) -> None:
        """One part at a time in a narrow window."""
        self.stage.set_narrow(room.narrow)
        self.late_button.set_compact(room.narrow)
        self.file_button.set_compact(room.narrow)

    # Acts

    def new_session(self) -> None:
        """The form of a new session."""
        self._open_form(held_before=False)

    def enter_late(self) -> None:
        """The form of a session that was held before."""
        self._open_form(held_before=True)

    def choose_file(self) -> None:
        """Enter a session from a file with all it names."""
        self.strip.dismiss()
        dialogs.choose_file_to_open(
            self,
            title=self.tr("Which file holds the session?"),
            kinds=self.tr("Session (*.json)"),
            chosen=self._read_file,
        )

    # Inside

    def _columns(self) -> list[Column[SessionRow]]:
        return [
            Column(
                self.tr("Number and kind"),
                self._name,
                sort=lambda row: row.number,
            ),
            Column(
                self.tr("Date"),
                lambda row: f"{short_date(local(row.starts_at).date())}",
                sort=lambda row: row.starts_at,
                width=96,
            ),
            Column(self.tr("Place"), lambda row: Cell(row.place, "text2"), hide_below=1000),
            Column(self.tr("State"), self._state, width=140),
            Column(
                self.tr("Items"),
                lambda row: str(row.items),
                sort=lambda row: row.items,
                width=60,
                right=True,
                hide_below=760,
            ),
            Column(
                self.tr("Present"),
                self._present,
                sort=lambda row: row.present,
                width=96,
                right=True,
                hide_below=620,
            ),
            Column(
                self.tr("Decisions"),
                lambda row: str(row.decisions) if row.decisions else Cell("–", "text3"),
                sort=lambda row: row.decisions,
                width=82,
                right=True,
                hide_below=760,
            ),
            Column(self.tr("Minutes"), self._minutes, width=170, hide_below=700),
        ]

    def _name(self, row: SessionRow) -> Cell:
        kind = capital(label_of(row.kind))
        if row.entered_later:
            kind = self.tr("{kind} · entered later").format(kind=kind)
        return Cell(f"№\u00a0{row.number}", role="smallm", sub=kind)

    @staticmethod
    def _state(row: SessionRow) -> Cell:
        tone, sign = STATUS_LOOKS[row.status]
        return Cell(capital(label_of(row.status)), pill=tone, icon=sign)

    def _present(self, row: SessionRow) -> Cell:
        if not row.seats or not row.present:
            return Cell("–", "text3")
        words = self.tr("{present} of {seats}")
        return Cell(words.format(present=row.present, seats=row.seats))

    def _minutes(self, row: SessionRow) -> Cell:
        if row.minutes_status is None:
            return Cell("–", "text3")
        tone, _sign = MINUTES_LOOKS[row.minutes_status]
        words = self.tr("{state}, version {n}")
        state = capital(label_of(row.minutes_status))
        return Cell(
            words.format(state=state, n=row.minutes_version), "ok" if tone == "ok" else "text"
        )

    def _open(self, row: object) -> None:
        if isinstance(row, SessionRow):
            self.desk.shell.open(place_of(row.status), session_id=row.session_id)

    def _open_form(self, *, held_before: bool) -> None:
        if not self._mechanism_id:
            self.pages.setCurrentIndex(NO_MECHANISM)
            return
        form = SessionForm(self, self._mechanism_id, held_before=held_before)
        form.saved.connect(self._saved)
        self.stage.open(form)

    def _saved(self, session_id: str) -> None:
        self.desk.shell.open("session_prepare", session_id=session_id)

    def _read_file(self, path: Path) -> None:
        work = partial(enter_file, self.desk.workspace, path, at=now())
        text = self.tr("The session is being entered …")
        self.desk.jobs.run_modal(
            self.desk.shell.busy, text, work, done=self._entered, failed=self._failed
        )

    def _entered(self, made: SessionImported) -> None:
        self.mark_stale()
        words = self.tr("Session № {n} is entered with all it names")
        self.say_done(words.format(n=made.number))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DcmError):
            raise error
        self.take_error(error)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for words, icon, place in (
            (self.tr("Templates of sessions"), "list", "templates"),
            (self.tr("Inbox of topics"), "inbox", "inbox"),
        ):
            action = QAction(theme.icon(icon), words, menu)
            action.triggered.connect(partial(self._go, place))
            menu.addAction(action)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _go(self, place: str, _checked: bool = False) -> None:
        self.desk.shell.open(place)

    def _to_members(self) -> None:
        self.desk.shell.open("members")

    def _weigh_buttons(self) -> None:
        """One primary button at a time."""
        alone = self.stage.panel is None and self.pages.currentIndex() == TABLE
        self.new_button.set_kind("primary" if alone else "")
