"""The command palette (Ctrl+K): any command of this place, of the window and of the rail by name.

It is a card inside the window and no dialog: nothing waits for it, and a click, Esc or Ctrl+K
again puts it away.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.commands import Command, find_commands
from dcm_desktop.ui.keys import shown_cap
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.lists import ListView, RowState

ROW, WIDTH, SHOWN = 34, 600, 9


class PaletteEdit(LineEdit):
    """The line one types a name into; arrows walk the list below."""

    stepped = Signal(int)
    """An arrow; carries by how many rows."""
    entered = Signal()
    """Enter."""
    left_by_key = Signal()
    """Esc or Tab."""

    def event(self, event: QEvent) -> bool:
        """Tab leads nowhere from here: it closes."""
        tab = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in tab:
            self.left_by_key.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter, Esc."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -SHOWN,
            Qt.Key.Key_PageDown: SHOWN,
        }
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)


class Palette(Box):
    """The card; `open_with(commands)` shows it over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(name="popup", spacing=6, margins=(10, 10, 10, 10), parent=window)
        self._window = window
        self._before: QWidget | None = None
        self._commands: tuple[Command, ...] = ()
        self.entry = PaletteEdit(hint=self.tr("What is to be done?"), icon="search")
        self.entry.setObjectName("paletteEntry")
        self.entry.setAccessibleName(self.tr("Command by name"))
        self.entry.textChanged.connect(self._show_found)
        self.entry.stepped.connect(self._step)
        self.entry.entered.connect(self._run)
        self.entry.left_by_key.connect(self.close_palette)
        self.list: ListView[Command] = ListView(
            _paint_command,
            height=_height,
            name=self.tr("Commands"),
            words=_words,
        )
        self.list.setObjectName("paletteList")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.row_opened.connect(self._run_row)
        said = Label(self.tr("No command has such a name."), "small", "text2")
        self._nothing = Box(said, margins=(8, 0, 8, 4))
        self.add(self.entry, (self.list, 1), self._nothing)
        self.setAccessibleName(self.tr("Commands"))
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]  # - there is one
        self.hide()

    @property
    def found(self) -> tuple[Command, ...]:
        """Commands that are listed now."""
        return tuple(self.list.rows_model.rows)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show it; open already: put it away."""
        if not self.isHidden():
            self.close_palette()
            return
        self._before = self._window.focusWidget()
        self._commands = tuple(commands)
        self.entry.clear()
        self._show_found("")
        self._fit()
        self.show()
        self.raise_()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_palette(self) -> None:
        """Put it away and give the keyboard back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle whatever the size of the window."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def _show_found(self, typed: str) -> None:
        found = find_commands(typed, self._commands)
        self.list.set_rows(found)
        self.list.set_current(0)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if not self.isHidden():
            self._fit()

    def _fit(self) -> None:
        room = self._window.rect()
        width = min(theme.px(WIDTH), room.width() - 48)
        rows = min(SHOWN, self.list.rows_model.rowCount())
        top = min(72, room.height() // 10)
        fixed = self.entry.height() + 30 + (0 if rows else theme.px(24))
        height = min(fixed + rows * theme.px(ROW), room.height() - top - 24)
        self.setGeometry((room.width() - width) // 2, top, width, height)

    def _step(self, by: int) -> None:
        if self.list.rows_model.rowCount():
            self.list.step(by)

    def _run(self) -> None:
        command = self.list.current_row()
        if command is not None:
            self._run_row(command)

    def _run_row(self, command: Command) -> None:
        self.close_palette()
        command.run()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isHidden() and not self.isAncestorOf(new):
            self._before = None
            self.hide()


def _paint_command(painter: QPainter, rect: QRectF, command: Command, _state: RowState) -> None:
    right = rect.right() - 14
    for cap in reversed(shown_cap(command.keys).split(" ") if command.keys else []):
        right -= paint.key_width(cap)
        paint.key(painter, right, rect.center().y(), cap)
        right -= 4
    if command.group:
        width = theme.advance(command.group, "caption") + 2
        right -= width + 8
        box = QRectF(right, rect.top(), width, rect.height())
        paint.text(painter, box, command.group, "caption", "text3")
    left = rect.left() + 14
    box = QRectF(left, rect.top(), right - left - 12, rect.height())
    name, sign, more = _parted(command.name)
    paint.text(painter, box, name + sign, "body")
    box.setLeft(left + theme.advance(f"{name}{sign} ", "body"))
    paint.text(painter, box, more, "small", "text2")


def _parted(name: str) -> tuple[str, str, str]:
    """The name itself, and what the sheet of keys says about its use."""
    for sign in (":", ";"):
        head, found, more = name.partition(f"{sign} ")
        if found:
            return head, sign if sign == ":" else "", more
    return name, "", ""


def _height(_command: Command, _width: int) -> int:
    return theme.px(ROW)


def _words(command: Command) -> str:
    return ", ".join(part for part in (command.name, command.keys, command.group) if part)
