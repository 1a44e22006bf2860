"""Templates of sessions: the list, and the form of one beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.template_form import TemplateForm
from dcm_desktop.ui.screens.side_form import SideStage
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.sessions import (
    TemplateData,
    TemplateRow,
    delete_template,
    get_template,
    list_sessions,
    list_templates,
    template_of_session,
)


class TemplatesScreen(Screen):
    """What new sessions can be made like."""

    concerns = frozenset({"session_template", "template_item", "mechanism"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Templates of sessions"))
        self.from_button = Button(self.tr("From the last session"), icon="history")
        self.from_button.setObjectName("fromSession")
        self.from_button.clicked.connect(self.new_from_session)
        self.new_button = Button(self.tr("New template"), kind="primary", icon="plus", cap="Ctrl+N")
        self.new_button.setObjectName("newTemplate")
        self.new_button.clicked.connect(self.new_template)
        self.header.set_actions(self.from_button, self.new_button)
        self.add_key("Ctrl+N", self.tr("new template"), self.new_template)
        self.name_key("Enter", self.tr("change the template"))
        self.add_key("Delete", self.tr("take the template away"), self.remove_current)
        self.model: RowTableModel[TemplateRow] = RowTableModel(self._columns())
        self.table: TableView[TemplateRow] = TableView(
            self.model, name=self.tr("Templates of sessions"), row_height=48, open_on_click=True
        )
        self.table.row_opened.connect(self._open)
        self.pages = QStackedWidget()
        self.pages.addWidget(Box((self.table, 1), name="card", margins=(1, 8, 1, 1)))
        self.pages.addWidget(
            EmptyState(
                "list",
                self.tr("No template yet"),
                self.tr("A template keeps the points that come up at each session."),
                [
                    Act(self.tr("New template"), self.new_template, icon="plus", cap="Ctrl+N"),
                    Act(self.tr("From the last session"), self.new_from_session),
                ],
            )
        )
        self.stage = SideStage(self.pages)
        self.stage.changed.connect(self._weigh_buttons)
        self.body.addWidget(self.stage, 1)
        self._mechanism_id = ""

    # What the window calls

    def opened(self, template_id: str = "", **_more: str) -> None:
        """Show the list, perhaps with one template open."""
        self.refresh_now()
        if template_id:
            self._edit(template_id)
        elif self.stage.panel is None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the templates."""
        mechanisms = self.desk.workspace.ask(list_mechanisms)
        self._mechanism_id = mechanisms[0].mechanism_id if mechanisms else ""
        rows = (
            self.desk.workspace.ask(list_templates, self._mechanism_id)
            if self._mechanism_id
            else ()
        )
        self.model.set_rows(rows)
        self.pages.setCurrentIndex(0 if rows else 1)
        for button in (self.new_button, self.from_button):
            button.setEnabled(bool(self._mechanism_id))
        self._weigh_buttons()

    def fit(self, room: Fit) -> None:
        """One part at a time in a narrow window."""
        self.stage.set_narrow(room.narrow)
        self.from_button.set_compact(room.narrow)

    # Acts

    def new_template(self) -> None:
        """An empty form."""
        if self._mechanism_id:
            self.stage.open(TemplateForm(self, self._mechanism_id, TemplateData("")))

    def new_from_session(self) -> None:
        """A form filled from the latest session."""
        rows = self.desk.workspace.ask(list_sessions, self._mechanism_id)
        if not rows:
            self.strip.say(self.tr("There is no session yet."), "mute")
            return
        data = self.desk.workspace.ask(template_of_session, rows[0].session_id)
        self.stage.open(TemplateForm(self, self._mechanism_id, data))

    def remove_current(self) -> None:
        """Take the template away; undo brings it back."""
        row = self.table.current_row()
        if row is not None:
            self.stage.close_panel()
            self.desk.workspace.do(delete_template, row.template_id, at=now())
            self.say_done(self.tr("The template is taken away"))

    # Inside

    def _columns(self) -> list[Column[TemplateRow]]:
        return [
            Column(self.tr("Name"), self._name, sort=lambda row: row.name),
            Column(
                self.tr("Points"),
                lambda row: str(row.items),
                sort=lambda row: row.items,
                width=70,
                right=True,
            ),
            Column(
                self.tr("Length"),
                lambda row: Cell(Plurals().minutes(row.minutes), "text2"),
                sort=lambda row: row.minutes,
                width=120,
                right=True,
                hide_below=620,
            ),
        ]

    def _name(self, row: TemplateRow) -> Cell:
        kind = capital(label_of(row.kind))
        sub = self.tr("{kind} · the usual one").format(kind=kind) if row.is_default else kind
        return Cell(row.name, role="smallm", sub=sub)

    def _open(self, row: object) -> None:
        if isinstance(row, TemplateRow):
            self._edit(row.template_id)

    def _edit(self, template_id: str) -> None:
        data = self.desk.workspace.ask(get_template, template_id)
        self.stage.open(TemplateForm(self, self._mechanism_id, data, template_id=template_id))

    def _weigh_buttons(self) -> None:
        alone = self.stage.panel is None and self.pages.currentIndex() == 0
        self.new_button.set_kind("primary" if alone else "")
