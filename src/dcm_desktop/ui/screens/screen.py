"""The base of all screens, what they receive (`Desk`) and may ask of the window (`Shell`).

class CasesScreen(Screen):
    concerns = frozenset({"case", "individual"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Cases"))
        new = Button(self.tr("New case"), kind="primary", icon="plus", cap="Ctrl+N")
        new.clicked.connect(self._new)
        self.add_key("Ctrl+N", self.tr("new case"), self._new)
        self.header.set_actions(self._search, new)
        self.body.addWidget(Card(self._table), 1)

    def refresh(self) -> None:
        self._model.set_rows(self.desk.workspace.ask(list_cases))

    def _new(self) -> None:
        self.desk.workspace.do(open_case, ..., at=now())     # DcmError → field or strip, by itself
        self.say_done(self.tr("The case was opened"))        # toast with undo
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dcm_desktop.domain.terms import Changes
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.hall.desk import HallDesk
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.keys import bind
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.ui.widgets.frame import Header
from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup
from dcm_desktop.ui.widgets.messages import Act, BusyOverlay, MessageStrip

if TYPE_CHECKING:
    from dcm_desktop.usecases.acting import Workspace

NARROW, MEDIUM, LOW = 1060, 1180, 640


class Shell(Protocol):
    """What a screen may ask of the window it stands in."""

    @property
    def busy(self) -> BusyOverlay:
        """Overlay for jobs that write: `desk.jobs.run_modal(desk.shell.busy, …)`."""
        ...

    @property
    def hall(self) -> HallDesk:
        """The screen of the hall."""
        ...

    def open(self, place: str, **arguments: str) -> None:
        """Go to a place by its key; the screen there gets the arguments in `opened`."""
        ...

    def back(self) -> None:
        """Go where one came from."""
        ...

    def say(self, text: str, *, undo: bool = False) -> None:
        """A toast; with `undo` it offers to take the last act back."""
        ...

    def set_unsaved(self, unsaved: bool) -> None:
        """Typed text waits to be saved, or no longer; the status line tells it."""
        ...

    def set_hall(self, text: str, icon: str = "monitor", tone: str = "text2") -> None:
        """What the hall sees now, for the status line."""
        ...

    def set_session_open(self, is_open: bool) -> None:
        """While a session is open, nothing locks by itself."""
        ...

    def lock(self) -> None:
        """Save what is typed and lock."""
        ...

    def show_keys(self) -> None:
        """The key sheet of the place one is in."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What every screen receives."""

    workspace: "Workspace"
    bus: Bus
    jobs: Jobs
    preferences: PreferenceFile
    shell: Shell


@dataclass(frozen=True, slots=True)
class Fit:
    """Room a window has, in logical pixels: narrow < 1060, medium < 1180 wide, low < 640 high.

    The limits hold for text at 100 % and grow with it.
    """

    width: int
    height: int
    narrow: bool
    medium: bool
    low: bool


class Screen(QWidget):
    """One place of the program: header, message strip, body. Refreshes only while it is seen."""

    concerns: frozenset[str] = frozenset()
    """Kinds of records (table names) whose change makes this screen stale; empty: all."""

    def __init__(self, desk: Desk, title: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.header = Header(title, subtitle)
        self.strip = MessageStrip()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._keys: list[Key] = []
        self._commands: list[Command] = []
        self._stale = True
        self._room: Fit | None = None
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addLayout(self.body, 1)
        self._column.addWidget(self.strip)
        self._set_margins(narrow=False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._refresh_seen)
        desk.bus.changed.connect(self._changed)
        theme.current().changed.connect(self._measure)

    # What a screen overrides

    def refresh(self) -> None:
        """Read the store again and show it. Called when seen and stale."""

    def opened(self, **arguments: str) -> None:
        """The user came here, perhaps with ids of what to show; then `refresh` follows if stale."""

    def fit(self, room: Fit) -> None:
        """The window has another size: fold, hide, shorten."""

    def keys(self) -> Sequence[KeyGroup]:
        """Keys of this place for F1; those of `add_key` are there already."""
        return (KeyGroup(self.header.title.text(), tuple(self._keys)),) if self._keys else ()

    def commands(self) -> Sequence[Command]:
        """What the palette finds here: `add_key` and `add_command`, then the header's buttons."""
        pressed = (Command(one.text(), one.click) for one in self.header.buttons if not one.cap)
        return (*self._commands, *pressed)

    # What a screen uses

    def add_key(self, keys: str, does: str, run: Callable[[], object]) -> QShortcut:
        """Bind a key (and its Ctrl mirror) while this screen has the keyboard; F1 and the
        palette name it."""
        shortcut = bind(self, keys, run)
        self._keys.append(Key(keys, does))
        self._commands.append(Command(does[:1].upper() + does[1:], run, keys))
        return shortcut

    def add_command(self, name: str, run: Callable[[], object]) -> None:
        """Let the palette (Ctrl+K) find something that has no key."""
        self._commands.append(Command(name, run))

    def name_key(self, keys: str, does: str) -> None:
        """Name a key on the F1 sheet that some widget handles itself."""
        self._keys.append(Key(keys, does))

    def mark_stale(self) -> None:
        """Refresh with the next event, or when it is seen again."""
        self._stale = True
        if self.isVisible():
            self._later.start()

    def say_done(self, text: str, *, undo: bool = True) -> None:
        """Toast that something is done, with undo."""
        self.desk.shell.say(text, undo=undo)

    def ask(self, text: str, acts: Sequence[Act]) -> None:
        """Ask in the strip (never a dialog while a session is open)."""
        self.strip.ask(text, acts)

    def take_error(self, error: DcmError) -> None:
        """Show an error where it belongs: under the field it names, else in the strip."""
        sentence = formats.sentence(error)
        field = field_of(self, error.field) if error.field else None
        if field is None or not field.isVisible():
            self.strip.say(sentence, "bad")
            return
        field.set_error(sentence)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save all typed text now: before leaving, locking and closing."""
        for draft in self.findChildren(DraftField):
            draft.flush()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing unsaved behind."""
        self.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the screen about the room of the window."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Big text makes a window small: the limits grow with the size of text."""
        window = self.window()
        width, height = window.width(), window.height()
        room = Fit(
            width,
            height,
            width < theme.px(NARROW),
            width < theme.px(MEDIUM),
            height < theme.px(LOW),
        )
        if room != self._room:
            self._room = room
            self._set_margins(narrow=room.narrow)
            self.header.set_narrow(room.narrow)
            self.fit(room)

    def _set_margins(self, *, narrow: bool) -> None:
        side, gap = (12, 8) if narrow else (16, 12)
        self._column.setContentsMargins(side, 8, side, gap)
        self._column.setSpacing(gap)

    def _changed(self, changes: Changes) -> None:
        if not self.concerns or self.concerns & changes.kinds:
            self.mark_stale()

    def _refresh_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()

    def refresh_now(self) -> None:
        """Refresh at once if stale; for code that needs the rows before the next event."""
        if self._stale:
            self._stale = False
            self.refresh()
