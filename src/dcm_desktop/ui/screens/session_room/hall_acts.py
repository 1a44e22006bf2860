"""What the operator does with the hall's screen, and how it follows the session by itself.

Order matters: before a confidential item is taken up the hall is neutral already, and only then
anybody is asked to leave.
"""

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_cards import (
    BreakCard,
    Card,
    CommitmentsCard,
    ConfidentialCard,
    DecisionCard,
    FloorCard,
    ItemCard,
    MessageCard,
    ProposalCard,
    VoteCard,
)
from dcm_desktop.domain.projector_events import HideToggled, Moved, Sent, Updated
from dcm_desktop.domain.projector_wire import Clicker
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.hall.desk import HallDesk, HallWay
from dcm_desktop.ui.hall.words import HallWords
from dcm_desktop.ui.screens.session_room.hall_choice import ChoicePanel
from dcm_desktop.ui.screens.session_room.hall_messages import MessagesForm
from dcm_desktop.ui.screens.session_room.resume import LIVE
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.sessions.hall import (
    HallChoice,
    HallView,
    hall_cards,
    hall_live,
)
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_FIELDS: dict[str, type[Card]] = {
    "proposal": ProposalCard,
    "decision_text": DecisionCard,
    "public_text": DecisionCard,
    "vote_entry": VoteCard,
    "task_line": CommitmentsCard,
    "commitment": CommitmentsCard,
    "speaker": FloorCard,
}
"""Which card belongs to the field that has the keyboard; anywhere else it is that of the item."""
_MENDS: dict[type[Card], str] = {
    ProposalCard: "proposal",
    DecisionCard: "decision_text",
    CommitmentsCard: "commitment",
    VoteCard: "decision_text",
}
_NEUTRAL = (ConfidentialCard, BreakCard, MessageCard)
"""Cards that say nothing of the item."""
_FOLLOW_MS = 60


class HallActs(QObject):
    """Sends, previews, chooses, hides; follows the session."""

    preview_changed = Signal()
    """A preview was asked for, or is over."""

    def __init__(self, room: "RoomScreen", hall: HallDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._hall = room, hall
        self._ask = room.desk.workspace.ask
        self._words = HallWords(self)
        self._session_id = ""
        self._preview: Card | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FOLLOW_MS)
        self._later.timeout.connect(self._follow)
        hall.clicked.connect(self._clicked)
        room.session_acts.will_take_up.connect(self.before_item)
        room.session_acts.taken_up.connect(self.after_item)

    # The session moves

    def follow(self, view: RoomView) -> None:
        """The session is at work, stands still, or is over."""
        on = view.status in LIVE and not view.entered_later
        if on:
            self._session_id = view.session_id
            self._later.start()
        elif self._session_id == view.session_id:
            self._session_id = ""
            self._hall.stop()

    def before_item(self, item_id: str) -> None:
        """An item is about to be taken up: a confidential one makes the hall neutral first."""
        view = self._room.view
        rows = view.items if view is not None else ()
        closed = any(row.item_id == item_id and row.closed for row in rows)
        if closed and self._hall.hall is not None:
            live = replace(self._hall.hall.live, confidential=True, item=None, item_timer=None)
            self._hall.do(Updated(live))

    def after_item(self) -> None:
        """An item was taken up by a key. Shown stays shown; neutral stays so until `F9`."""
        if self._room.strip.text == self.tr("Confidential part: the hall keeps the neutral card."):
            self._room.strip.dismiss()  # said of the item before
        hall = self._hall.hall
        if hall is None or not self._session_id:
            return
        live = self._ask(hall_live, self._session_id, at=now())
        under = hall.beneath if hall.mode is Mode.HIDDEN else hall.mode
        shown = under in (Mode.SHOWING, Mode.FROZEN)
        self._hall.do(Moved(live) if shown else Updated(live))

    def _follow(self) -> None:
        if not self._session_id or not self._room.isVisible():  # left, locked or closed by now
            return
        if self._hall.hall is None:
            if self._hall.way is HallWay.TWO_SCREENS:
                self._hall.start(self._ask(hall_live, self._session_id, at=now()))
            return
        found = self._look()
        self._hall.do(Updated(found.live, found.cards))

    # Keys

    def send(self) -> None:
        """`F9`: the card of the place one is in, or the one that is previewed."""
        if not self._is_there():
            return
        if self._preview is not None:
            self.send_card(self._preview)
            return
        self._room.finish_typing()
        found = self._look()
        if found.live.confidential:
            self._hall.do(Sent(ConfidentialCard()))
            self._room.strip.say(
                self.tr("Confidential part: the hall keeps the neutral card."), "mute"
            )
            return
        choice = self._here(found)
        if choice is None:
            self._room.strip.say(self.tr("There is no card for this place yet."), "mute")
        elif choice.card is None:
            self._hold_back(choice, found)
        else:
            self.send_card(choice.card)

    def preview(self) -> None:
        """`Shift+F9`: look at the card first; again: enough."""
        if not self._is_there():
            return
        if self._preview is not None:
            self._end_preview()
            return
        self._room.finish_typing()
        found = self._look()
        choice = self._here(found)
        if choice is None or choice.card is None:
            if choice is not None:
                self._hold_back(choice, found)
            return
        self.preview_card(choice.card)

    def preview_card(self, card: Card) -> None:
        """Look at a card; the hall sees nothing of it."""
        if self._hall.ask_preview(card):
            self._preview = card
            self.preview_changed.emit()

    def choose(self) -> None:
        """`Ctrl+F9`: the list of cards at the side."""
        if not self._is_there():
            return
        self._room.finish_typing()
        panel = ChoicePanel(self._look(), self._words)
        panel.card_chosen.connect(self._chosen)
        panel.break_chosen.connect(self.send_break)
        panel.preview_wanted.connect(self.preview_card)
        panel.mend_wanted.connect(self._mend)
        panel.messages_wanted.connect(self.edit_messages)
        self._room.put_panel(panel)

    def send_card(self, card: Card) -> None:
        """A key said so: this card goes to the hall; a neutral one only in the closed part."""
        self._end_preview()
        hall = self._hall.hall
        if hall is not None and hall.live.confidential and not isinstance(card, _NEUTRAL):
            text = self.tr("Confidential part: the hall keeps the neutral card.")
            self._room.strip.say(text, "mute")
            return
        self._hall.do(Sent(card))

    def send_break(self, until: time | None) -> None:
        """The break card, with the time of return."""
        self._room.stage.close_panel()
        self.send_card(BreakCard(until))

    def hide(self) -> None:
        """`F12`."""
        self._hall.do(HideToggled())

    def again(self) -> None:
        """The screen was lost: look for it again."""
        if self._hall.hall is None:
            self._room.desk.shell.open("going_live", session_id=self._session_id)
        else:
            self._hall.restart()

    def edit_messages(self) -> None:
        """The three prepared messages."""
        view = self._room.view
        if view is not None:
            self._room.put_panel(MessagesForm(self._room, view.mechanism_id))

    @property
    def is_previewing(self) -> bool:
        """Whether the card shows what would go, not what is there."""
        return self._preview is not None

    @property
    def preview_name(self) -> str:
        """What is previewed."""
        return self._words.card(self._preview) if self._preview is not None else ""

    # Inside

    def _look(self) -> HallView:
        return self._ask(hall_cards, self._session_id, at=now())

    def _here(self, found: HallView) -> HallChoice | None:
        """The card of the place one is in; without one that of the item, else the agenda."""
        focus = QApplication.focusWidget()
        wanted = _FIELDS.get(focus.objectName()) if focus is not None else None
        fitting = [one for one in found.choices if wanted is not None and one.kind is wanted]
        if fitting:
            return fitting[-1]
        if found.live.item is not None:
            return HallChoice(ItemCard, found.live.item.n, found.live.item)
        items = [one for one in found.choices if one.kind is ItemCard]
        if items and found.live.item_n is not None:
            return items[0]
        return found.choices[0] if found.choices else None

    def _is_there(self) -> bool:
        """Whether there is a screen to send to; else say why not."""
        if self._hall.mode is not Mode.OFF:
            return True
        state = self._words.state(self._hall)
        acts = [Act(self.tr("Show it again"), self.again)] if self._session_id else []
        self._room.strip.say(state.note or state.status, "warn", acts)
        return False

    def _chosen(self, choice: HallChoice) -> None:
        if choice.card is None:
            self._hold_back(choice, self._look())
            return
        self._room.stage.close_panel()
        self.send_card(choice.card)

    def _hold_back(self, choice: HallChoice, found: HallView) -> None:
        """The guard found somebody: nothing is sent, and it is said where."""
        places = ", ".join(choice.places)
        text = self.tr("Not sent: the text names somebody ({places}).").format(places=places)
        acts = [Act(self.tr("Edit"), _Call(self._mend, choice))]
        plain = found.live.item
        if plain is not None and choice.kind is not ItemCard:
            acts.insert(
                0, Act(self.tr("Show the item without the text"), _Call(self.send_card, plain))
            )
        acts.append(Act(self.tr("Cancel"), self._room.strip.dismiss))
        self._room.ask(text, acts)

    def _mend(self, choice: HallChoice) -> None:
        """Go to where the text is written."""
        self._room.stage.close_panel()
        if choice.kind is MessageCard:
            self.edit_messages()
        elif choice.kind in _MENDS:
            self._room.to_field(_MENDS[choice.kind])
        else:
            item = self._room.panel.item
            if item is not None:
                self._room.menu.edit_item(item.item_id)

    def _end_preview(self) -> None:
        if self._preview is not None:
            self._preview = None
            self.preview_changed.emit()

    def _clicked(self, key: Clicker) -> None:
        """The presenter's clicker: next, back, hide, and nothing else."""
        if key is Clicker.HIDE:
            self.hide()
        elif self._session_id and self._room.isVisible():
            self._room.wires.step(1 if key is Clicker.NEXT else -1)


class _Call:
    """A method with its argument, for the button of a strip."""

    def __init__(self, method: object, value: object) -> None:
        self._method, self._value = method, value

    def __call__(self) -> None:
        """Call it."""
        if callable(self._method):
            self._method(self._value)
