"""The list of cards for the hall, at the side: arrows and Enter, a break with its time of return.

A card that names somebody stands there too, greyed, with the place to mend.
"""

from datetime import time

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    BreakCard,
    CommitmentsCard,
    DecisionCard,
    FloorCard,
    ItemCard,
    MessageCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
)
from dcm_desktop.ui import theme
from dcm_desktop.ui.hall.words import HallWords
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.dates import TimeEdit
from dcm_desktop.ui.widgets.fields import Field
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions.hall import HallChoice, HallView

ROW = 50
_ICONS: dict[type, str] = {
    AgendaCard: "list",
    ItemCard: "file-text",
    ProposalCard: "hand",
    DecisionCard: "gavel",
    VoteCard: "vote",
    CommitmentsCard: "list-checks",
    FloorCard: "user",
    MessageCard: "mail",
    BreakCard: "coffee",
    NextSessionCard: "calendar",
}


class ChoicePanel(SidePanel):
    """Enter sends, Shift+F9 looks first."""

    card_chosen = Signal(object)
    """Send this; carries the `HallChoice`."""
    preview_wanted = Signal(object)
    """Look at this `Card` first."""
    mend_wanted = Signal(object)
    """Go to where the text of this `HallChoice` is written."""
    break_chosen = Signal(object)
    """The break card; carries the time of return or None."""
    messages_wanted = Signal()
    """The prepared messages are to be written."""

    def __init__(self, found: HallView, words: HallWords) -> None:
        super().__init__("")
        self.title.setText(self.tr("Card for the hall"))
        self.subtitle.setText(self.tr("Enter sends it, Shift+F9 shows it to you first"))
        self.subtitle.show()
        self.setAccessibleName(self.tr("Card for the hall"))
        self._card_words = words
        self.list: ListView[HallChoice] = ListView(
            self._paint, height=_height, name=self.tr("Cards"), words=self._spoken
        )
        self.list.setObjectName("hallCards")
        self.list.set_rows(found.choices)
        self.list.setMinimumHeight(theme.px(ROW) * max(3, min(9, len(found.choices))) + 4)
        self.list.row_opened.connect(self._opened)
        shown = found.live.item
        first = next((n for n, one in enumerate(found.choices) if one.card == shown), 0)
        self.list.set_current(first)
        self.until = TimeEdit(name=self.tr("Break until"))
        self.until.setObjectName("breakUntil")
        self.until.returnPressed.connect(self._break)
        self.break_button = Button(self.tr("Send the break"), icon="coffee")
        self.break_button.setObjectName("sendBreak")
        self.break_button.clicked.connect(self._break)
        self.messages_button = Button(self.tr("Write the messages"), kind="ghost", icon="pencil")
        self.messages_button.setObjectName("editMessages")
        self.messages_button.clicked.connect(self.messages_wanted)
        row = hbox((Field(self.tr("Break until"), self.until), 1), self.break_button)
        row.setAlignment(self.break_button, Qt.AlignmentFlag.AlignBottom)
        self.page.add((self.list, 1), row)
        self.buttons.addWidget(self.messages_button)
        self.buttons.addStretch(1)

    def take_keyboard(self) -> None:
        """The list first."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+F9 looks at the card that is current here."""
        row = self.list.current_row()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F9 and shift and row is not None and row.card is not None:
            self.preview_wanted.emit(row.card)
        else:
            super().keyPressEvent(event)

    def _opened(self, choice: HallChoice) -> None:
        self.card_chosen.emit(choice)

    def _break(self) -> None:
        value: time | None = self.until.value()
        if self.until.problem():
            return
        self.break_chosen.emit(value)

    def _name(self, choice: HallChoice) -> str:
        if choice.card is not None:
            return self._card_words.card(choice.card)
        return {
            AgendaCard: self.tr("Agenda"),
            ItemCard: self.tr("Item"),
            ProposalCard: self.tr("Proposal"),
            DecisionCard: self.tr("Decision"),
            VoteCard: self.tr("Vote"),
            CommitmentsCard: self.tr("Commitments"),
            FloorCard: self.tr("The floor"),
            MessageCard: self.tr("Message"),
            NextSessionCard: self.tr("Next session"),
        }.get(choice.kind, self.tr("Break"))

    def _note(self, choice: HallChoice) -> str:
        if choice.card is None:
            return self.tr("names somebody: {places}").format(places=", ".join(choice.places))
        match choice.card:
            case ItemCard(title=text) | ProposalCard(text=text) | DecisionCard(text=text):
                return text
            case VoteCard(question=text) | MessageCard(text=text):
                return text
            case AgendaCard(lines=lines):
                return self.tr("items: {n}").format(n=len(lines))
            case CommitmentsCard(lines=lines):
                return ", ".join(line.institution for line in lines)
            case NextSessionCard():
                return self.tr("day, hour and place")
            case _:
                return ""

    def _spoken(self, choice: HallChoice) -> str:
        return f"{self._name(choice)}. {self._note(choice)}"

    def _paint(self, painter: QPainter, rect: QRectF, choice: HallChoice, _: RowState) -> None:
        held = choice.card is None
        inner = rect.adjusted(14, 6, -12, -6)
        icon = "shield-alert" if held else _ICONS.get(choice.kind, "monitor")
        tone = "bad" if held else "accent"
        paint.icon(painter, inner.left(), inner.center().y() - 9, icon, tone)
        half = inner.height() / 2
        left, width = inner.left() + 30, inner.width() - 30
        note = self._note(choice)
        name = QRectF(left, inner.top(), width, half if note else inner.height())
        paint.text(painter, name, self._name(choice), "strong", "text2" if held else "text")
        if note:
            box = QRectF(left, inner.top() + half, width, half)
            paint.text(painter, box, note, "caption", "bad" if held else "text2")


def _height(_row: HallChoice, _width: int) -> int:
    return theme.px(ROW)
