"""The register of copies: which papers of a session left this store, when and how."""

from collections.abc import Sequence

from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import time_of
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.ui.screens.documents.words import PaperWords
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.documents import PaperRow


class CopiesCard(Box):
    """Copies given, the latest first."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        columns: list[Column[PaperRow]] = [
            Column(self.tr("What, when and how"), self._what, sort=lambda row: row.at),
            Column(
                self.tr("Pages"),
                lambda row: str(row.pages),
                sort=lambda row: row.pages,
                width=70,
                right=True,
                hide_below=300,
            ),
        ]
        self.model: RowTableModel[PaperRow] = RowTableModel(columns)
        self.table: TableView[PaperRow] = TableView(
            self.model, name=self.tr("Copies given"), row_height=46
        )
        self.empty = Label(
            self.tr("No copy has left this computer yet."), "small", "text2", wrap=True
        )
        self._empty_box = Box(self.empty, margins=(16, 4, 16, 12))
        self.add(
            hbox(Label(self.tr("Copies given"), "heading"), None, margins=(16, 12, 16, 6)),
            self._empty_box,
            (Box((self.table, 1)), 1),
        )

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show the copies of a session."""
        self.model.set_rows(rows)
        self._empty_box.setVisible(not rows)
        self.table.setVisible(bool(rows))

    def _what(self, row: PaperRow) -> Cell:
        how = self.tr("printed") if row.way == "print" else self.tr("file")
        when = f"{local(row.at):%d.%m}, {time_of(row.at)}"
        return Cell(capital(PaperWords().paper(row.kind, row.edition)), sub=f"{when} · {how}")
