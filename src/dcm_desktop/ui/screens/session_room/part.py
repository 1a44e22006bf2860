"""What a part of the room is: how it hears of the session, and what the room may ask of it.

`RoomPart` answers everything with nothing, so a part overrides only what it has. There are four
kinds by where they stand: a `RoomSection` in the middle column (see `section.Section`), a
`RoomCard` at the right, a `RoomBar` above the status line, a `RoomPage` over the items, as the
roll call is. The docstring of `room` says how one is added.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.errors import DcmError
from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.key_sheet import KeyGroup
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Pill
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.screen import Fit


@dataclass(frozen=True, slots=True)
class RoomKey:
    """A key of the room: `RoomKey("F4", tr("speakers and timer"), self.begin)`."""

    keys: str
    does: str
    run: Callable[[], object]


class RoomPart:
    """A part of the room. Mix it in before the widget: `class Speakers(RoomPart, Card)`."""

    concerns: ClassVar[frozenset[str]] = frozenset()
    """Kinds of records (table names) whose change the part shows."""
    field_names: ClassVar[tuple[str, ...]] = ()
    """Object names of the fields one writes in; the first is the one its key goes to."""

    def show_room(self, view: RoomView) -> None:
        """Show the session as it is now; `view.current` is the item that is shown."""

    def show_drafts(self, drafts: dict[str, DraftRow]) -> None:
        """Typed text that was kept for the item, by field; called after `show_room`."""

    def kept_texts(self) -> Sequence[KeptText]:
        """Texts that are kept while they are typed; the room tells the window of them."""
        return ()

    def finish_typing(self) -> None:
        """One goes elsewhere: what is typed is committed now, as one act."""
        for kept in self.kept_texts():
            kept.finish()

    def flush(self) -> None:
        """Keep what is typed now, before leaving, locking, closing."""
        for kept in self.kept_texts():
            kept.flush()

    def room_keys(self) -> Sequence[RoomKey]:
        """Keys that work everywhere in the room."""
        return ()

    def commands(self) -> Sequence[Command]:
        """What the palette finds besides the keys."""
        return ()

    def key_groups(self) -> Sequence[KeyGroup]:
        """Keys for F1 that the part handles itself (signs, Enter, arrows)."""
        return ()

    def begin(self, name: str) -> None:
        """The keyboard comes to a field of this part."""

    def take_error(self, error: DcmError) -> bool:
        """Show an error that belongs here; False: it belongs elsewhere."""
        del error
        return False

    def fit(self, room: "Fit") -> None:
        """The window has another size."""


class RoomCard(RoomPart, Card):
    """A card of the right column: title, key and state in its head, the rest in `content`.

    When the cards do not fit below one another, those with the least `keep` fold to their heads.
    """

    keep: ClassVar[int] = 0
    """The higher, the later it folds."""
    unfolded = Signal(object)
    """The user wants to see it whole; carries the card."""

    def __init__(self, title: str, cap: str = "", *, spacing: int = 6) -> None:
        super().__init__(spacing=spacing, margins=(14, 8, 14, 10))
        self.setAccessibleName(title)
        self.title = ElideLabel(title, "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.pill = Pill("", "mute")
        self.unfold_button = Button(kind="tool", icon="chevron-down", name=title)
        self.unfold_button.clicked.connect(self._unfold)
        self.unfold_button.hide()
        self.head = hbox(self.title, spacing=6)
        if cap:
            self.head.addWidget(KeyCap(cap))
        self.head.addStretch(1)
        self.head.addWidget(self.pill)
        self.head.addWidget(self.unfold_button)
        self.content = Box(spacing=spacing)
        self.box.addLayout(self.head)
        self.box.addWidget(self.content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_folded(self) -> bool:
        """Whether only its head is seen."""
        return self.content.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Show the head alone, or everything."""
        if folded != self.is_folded:
            self.content.setVisible(not folded)
            self.unfold_button.setVisible(folded)

    def folded_height(self) -> int:
        """Height of the head alone."""
        margins = self.box.contentsMargins()
        return self.head.sizeHint().height() + margins.top() + margins.bottom() + 2

    def open_height(self, width: int) -> int:
        """Height of the whole card at a width."""
        margins = self.box.contentsMargins()
        inner = width - margins.left() - margins.right() - 2
        layout = self.content.box
        body = layout.heightForWidth(inner) if layout.hasHeightForWidth() else -1
        if body < 0:
            body = layout.sizeHint().height()
        return self.folded_height() + self.box.spacing() + body

    def _unfold(self) -> None:
        self.unfolded.emit(self)


class RoomBar(RoomPart, Box):
    """A bar above the status line: a question or a state that lasts; it hides itself."""


class RoomPage(RoomPart, Box):
    """A page over the items; `room.show_page(page)` opens it, Esc or `left` leaves it."""

    left = Signal()
    """Back to the items."""

    def page_title(self) -> str:
        """What the header says while it is seen."""
        return ""

    def begin_page(self) -> None:
        """It was opened: take the keyboard."""
        self.setFocus()
