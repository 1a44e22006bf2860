"""What a file would change, before anything is changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.ui import formats
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.exchange.words import ExchangeWords
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label, Pill
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.exchange import BundleRow, KindRow

_RECEIPT = "receipt"


class PreviewCard(Box):
    """A file that was read whole, and the two ways on."""

    accepted = Signal()
    """Take the file."""
    refused = Signal()
    """Leave the file."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.title = ElideLabel("", "heading", "text")
        self.about = ElideLabel("", "small", "text2")
        untouched = Pill(self.tr("Nothing is changed yet"), "mute", "eye")
        self.signed = ElideLabel("", "small", "text")
        self.whole = Label(self.tr("Complete and unaltered"), "small")
        words = ExchangeWords()
        columns: list[Column[KindRow]] = [
            Column(self.tr("What"), lambda row: words.kind(row.kind), stretch=3),
            Column(self.tr("New"), lambda row: _count(row.new), width=64, right=True),
            Column(self.tr("Changed"), lambda row: _count(row.changed), width=100, right=True),
            Column(
                self.tr("In conflict"),
                lambda row: _count(row.conflicts, "bad"),
                width=110,
                right=True,
            ),
        ]
        self.model: RowTableModel[KindRow] = RowTableModel(columns)
        self.table: TableView[KindRow] = TableView(
            self.model, name=self.tr("What the file changes"), row_height=34, pad=20
        )
        self.note = Label("", "small", "text2", wrap=True)
        backup = self.tr("A verified backup is kept before the file is taken.")
        self.accept_button = Button(
            self.tr("Take the file"), kind="primary", icon="check", cap="Ctrl+Enter"
        )
        self.accept_button.setObjectName("acceptBundle")
        self.accept_button.clicked.connect(self.accepted)
        self.refuse_button = Button(self.tr("Leave the file"), kind="ghost")
        self.refuse_button.setObjectName("refuseBundle")
        self.refuse_button.clicked.connect(self.refused)
        self._note_box = Box(self.note, margins=(20, 12, 20, 12))
        self.add(
            hbox((self.title, 1), untouched, margins=(20, 12, 20, 0)),
            hbox((self.about, 1), margins=(20, 2, 20, 6)),
            hbox(
                Icon("circle-check", "ok"),
                (self.signed, 1),
                12,
                Icon("circle-check", "ok"),
                self.whole,
                margins=(20, 0, 20, 10),
            ),
            hline(),
            self._note_box,
            (Box((self.table, 1)), 1),
            hbox(
                Icon("history"),
                (Label(backup, "small", "text2", wrap=True), 1),
                margins=(20, 6, 20, 10),
            ),
            hline(),
            hbox(self.refuse_button, None, self.accept_button, margins=(16, 12, 20, 12)),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_row(self, row: BundleRow, sender: str) -> None:
        """Show the preview of a file that may be taken."""
        is_receipt = row.kind == _RECEIPT
        self.title.setText(self.tr("Preview of {name}").format(name=row.name))
        kind = self.tr("receipt № {n}") if is_receipt else self.tr("file № {n}")
        about = [sender, kind.format(n=row.number)]
        if row.records:
            about.append(Plurals().records(row.records))
        self.about.setText(" · ".join(about))
        self.signed.setText(self.tr("Signed by {sender}").format(sender=sender))
        self.model.set_rows(row.by_kind)
        if is_receipt:
            note = self.tr("The receipt confirms the files of this store that have arrived.")
        elif not row.by_kind:
            note = self.tr("Nothing in it is new for this store.")
        else:
            note = ""
        self.note.setText(note)
        self._note_box.setVisible(bool(note))
        self.table.setVisible(bool(row.by_kind))
        self.accept_button.setFocus()


def _count(value: int, tone: str = "text") -> Cell:
    if not value:
        return Cell("–", "text3")
    return Cell(formats.number(value), tone, "smallm")
