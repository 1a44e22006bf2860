"""The register of files: out and in, newest first, with their receipts."""

from collections.abc import Sequence

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import short_date, time_of
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.exchange import HistoryRow


class RegisterCard(Box):
    """All files that left or came."""

    def __init__(self, level: str) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._level = level
        columns: list[Column[HistoryRow]] = [
            Column(self.tr("File"), self._file, sort=lambda row: row.name, stretch=2),
            Column(self.tr("When"), self._when, sort=lambda row: row.at, width=88),
            Column(
                self.tr("Records"),
                lambda row: Cell(str(row.records) if row.records else "–"),
                sort=lambda row: row.records,
                width=76,
                right=True,
                hide_below=620,
            ),
            Column(self.tr("Receipt"), self._receipt, stretch=1.4, hide_below=480),
        ]
        self.model: RowTableModel[HistoryRow] = RowTableModel(columns)
        self.table: TableView[HistoryRow] = TableView(
            self.model, name=self.tr("Register of files"), row_height=44, pad=20
        )
        self.empty = Label(self.tr("No file has left or come yet."), "small", "text2", wrap=True)
        self._empty_box = Box(self.empty, margins=(20, 8, 20, 12))
        self.add(
            hbox(Label(self.tr("Register of files"), "heading"), None, margins=(20, 12, 20, 8)),
            self._empty_box,
            (Box((self.table, 1)), 1),
        )

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show other rows."""
        self.model.set_rows(rows)
        self._empty_box.setVisible(not rows)
        self.table.setVisible(bool(rows))

    def _file(self, row: HistoryRow) -> Cell:
        way = self.tr("out, № {n}") if row.outgoing else self.tr("in, № {n}")
        if row.kind == "receipt":
            way = self.tr("receipt, out, № {n}") if row.outgoing else self.tr("receipt, in, № {n}")
        icon = "upload" if row.outgoing else "download"
        return Cell(row.name, role="smallm", icon=icon, sub=way.format(n=row.number))

    @staticmethod
    def _when(row: HistoryRow) -> Cell:
        return Cell(short_date(local(row.at).date()), sub=time_of(row.at))

    def _receipt(self, row: HistoryRow) -> Cell:
        if row.kind == "receipt":
            return Cell("–", "text3")
        if row.receipt_at is None:
            if self._level == StoreLevel.NATIONAL:
                return Cell(self.tr("to be made"), "warn")
            return Cell(self.tr("waits"), "text2")
        day = short_date(local(row.receipt_at).date())
        if self._level == StoreLevel.NATIONAL:
            return Cell(self.tr("made on {day}").format(day=day), "ok")
        return Cell(self.tr("received by the national team"), "ok", sub=day)
