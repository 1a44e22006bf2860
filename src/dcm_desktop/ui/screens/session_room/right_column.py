"""The right column: the attendance takes what is left, the cards below fold before they scroll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room.part import RoomCard
from dcm_desktop.ui.widgets.boxes import ScrollColumn

GAP = 12
LEAST = 236
"""Least height of the attendance: its head and a few rows."""


class RightColumn(ScrollColumn):
    """Attendance above, cards below; nothing is ever cut off."""

    def __init__(self, attendance: QWidget, cards: Sequence[RoomCard]) -> None:
        super().__init__((attendance, 1), *cards, spacing=GAP)
        self._attendance, self.cards = attendance, tuple(cards)
        self._wanted: RoomCard | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for card in cards:
            card.unfolded.connect(self._unfold)

    def fit_cards(self) -> None:
        """Fold as many cards as must be; the one the user opened stays open."""
        least = theme.px(LEAST)
        self._attendance.setMinimumHeight(least)
        for card in self.cards:
            card.pill.setVisible(bool(card.pill.text))
        seen = [card for card in self.cards if not card.isHidden()]
        width = self.viewport().width()
        heights = {card: card.open_height(width) for card in seen}
        need = least + sum(height + GAP for height in heights.values())
        folded = set()
        for card in sorted(seen, key=lambda one: (one is self._wanted, one.keep)):
            if need <= self.viewport().height():
                break
            folded.add(card)
            need -= heights[card] - card.folded_height()
        for card in seen:
            card.set_folded(card in folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height: other cards fit."""
        super().resizeEvent(event)
        self.fit_cards()

    def _unfold(self, card: RoomCard) -> None:
        self._wanted = card
        self.fit_cards()
        card.set_folded(False)
        self.ensureWidgetVisible(card)
