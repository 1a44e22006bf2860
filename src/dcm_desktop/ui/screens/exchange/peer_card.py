"""One peer in three plain lines, with its state and what can be done for it."""

from PySide6.QtCore import Signal

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.exchange.words import ExchangeWords
from dcm_desktop.ui.widgets.boxes import Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label, Pill
from dcm_desktop.usecases.exchange import PeerView

_LABEL_WIDTH = 88


class PeerCard(Card):
    """The national team, or a laptop of a district."""

    receipt_requested = Signal(str)
    """A receipt for a district is wanted; carries the district."""

    def __init__(self, peer: PeerView, level: str) -> None:
        super().__init__(spacing=4)
        self.setObjectName("card")
        words = ExchangeWords()
        self.peer = peer
        word, tone, sign = words.state(peer, level)
        self.pill = Pill(word, tone, sign)
        icon = "building-2" if peer.district == "BG" else "laptop"
        name = words.peer(peer)
        self.setAccessibleName(name)
        self.add(
            hbox(Icon(icon), (ElideLabel(name, "strong", "text"), 1), self.pill, spacing=10), 2
        )
        self.lines: list[str] = []
        for what, text in words.lines(peer, level):
            label = Label(what, "caption", "text2")
            label.setFixedWidth(theme.px(_LABEL_WIDTH))
            self.lines.append(text)
            self.add(hbox(label, (Label(text, "small", wrap=True), 1), spacing=4))
        if level == StoreLevel.NATIONAL and peer.in_number:
            self.receipt_button = Button(self.tr("Write the receipt …"), icon="file-check")
            self.receipt_button.setObjectName("receiptButton")
            self.receipt_button.clicked.connect(self._receipt)
            self.add(2, hbox(self.receipt_button, None))

    def _receipt(self) -> None:
        self.receipt_requested.emit(self.peer.district)
