"""People and institutions as tables."""

from PySide6.QtCore import Signal

from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.fields import SearchEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.members import InstitutionRow, PersonRow


class PeopleCard(Box):
    """All officials."""

    opened = Signal(object)
    """Enter or a click on an official; carries the `PersonRow`."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._count = Label("", "smallm")
        self.search = SearchEdit(hint=self.tr("Name, post or institution"))
        self.search.setMaximumWidth(340)
        self.model: RowTableModel[PersonRow] = RowTableModel(
            [
                Column(self.tr("Name"), lambda row: Cell(row.name, role="smallm"), stretch=1.3),
                Column(self.tr("Post"), lambda row: Cell(row.position, "text2"), stretch=1.2),
                Column(self.tr("Institution"), lambda row: capital(row.institution), stretch=1.2),
                Column(self.tr("Role"), self._roles, stretch=1.1),
                Column(
                    self.tr("Contact"),
                    lambda row: Cell(row.phone or row.email, "text2"),
                    hide_below=900,
                ),
                Column(self.tr("Declaration"), self._declared, width=130, hide_below=760),
            ]
        )
        self.table: TableView[PersonRow] = TableView(
            self.model, name=self.tr("Officials"), open_on_click=True
        )
        self.table.row_opened.connect(self.opened)
        self.search.textChanged.connect(self._filter)
        self.add(
            hbox(self._count, None, (self.search, 1), margins=(16, 10, 12, 6)), (self.table, 1)
        )
        self.setFocusProxy(self.table)

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Show the officials."""
        self.model.set_rows(rows)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        shown, whole = self.model.rowCount(), len(self.model.rows)
        words = self.tr("Officials: {count}").format(count=whole)
        if shown != whole:
            words = self.tr("{shown} of {count}").format(shown=shown, count=whole)
        self._count.setText(words)

    def _roles(self, row: PersonRow) -> Cell:
        words = ", ".join(label_of(role) for role in row.roles)
        return Cell(words or self.tr("no membership now"), "text" if words else "text3")

    def _declared(self, row: PersonRow) -> Cell:
        if row.declaration_signed_on is None:
            return Cell(self.tr("not signed"), "text3")
        return Cell(short_date(row.declaration_signed_on), "text2")


class InstitutionsCard(Box):
    """All institutions, those put aside too."""

    opened = Signal(object)
    """Enter or a click on an institution; carries the `InstitutionRow`."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._count = Label("", "smallm")
        self.search = SearchEdit(hint=self.tr("Name, kind or municipality"))
        self.search.setMaximumWidth(340)
        self.model: RowTableModel[InstitutionRow] = RowTableModel(
            [
                Column(self.tr("Institution"), self._name, stretch=1.6),
                Column(self.tr("Kind"), lambda row: Cell(label_of(row.type), "text2"), stretch=1.5),
                Column(self.tr("Municipality"), lambda row: row.place, width=140),
                Column(
                    self.tr("Contact"),
                    lambda row: Cell(row.phone or row.email, "text2"),
                    hide_below=860,
                ),
                Column(
                    self.tr("People"),
                    lambda row: str(row.people),
                    sort=lambda row: row.people,
                    width=64,
                    right=True,
                ),
                Column(self.tr("State"), self._state, width=110, hide_below=900),
            ]
        )
        self.table: TableView[InstitutionRow] = TableView(
            self.model, name=self.tr("Institutions"), row_height=44, open_on_click=True
        )
        self.table.row_opened.connect(self.opened)
        self.search.textChanged.connect(self._filter)
        self.add(
            hbox(self._count, None, (self.search, 1), margins=(16, 10, 12, 6)), (self.table, 1)
        )
        self.setFocusProxy(self.table)

    def show_rows(self, rows: tuple[InstitutionRow, ...]) -> None:
        """Show the institutions."""
        self.model.set_rows(rows)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        shown, whole = self.model.rowCount(), len(self.model.rows)
        words = self.tr("Institutions: {count}").format(count=whole)
        if shown != whole:
            words = self.tr("{shown} of {count}").format(shown=shown, count=whole)
        self._count.setText(words)

    def _name(self, row: InstitutionRow) -> Cell:
        tone = "text" if row.active else "text3"
        sub = row.name if row.short_name else ""
        return Cell(capital(row.label), tone, role="smallm", sub=sub)

    def _state(self, row: InstitutionRow) -> Cell:
        if row.active:
            return Cell(self.tr("works"), "text2")
        return Cell(self.tr("put aside"), pill="mute")
