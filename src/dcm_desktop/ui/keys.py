"""Keys by their place on the keyboard, whatever alphabet the layout writes.

Under a Bulgarian layout alone the system reports Ctrl+N as Ctrl with „н“ or „т“, which is no
shortcut of Qt. `KeyTranslator` stands before all widgets, takes such a key by the scan code of its
place and hands it on as the key a US keyboard has there: to the text field that wants it (copy,
undo), to the shortcut that is bound to it, else to the widget with the keyboard.

Text is never translated: a sign (`+ - / * . ! ? =`) counts as the layout writes it. What a layout
cannot write has a twin on Alt and a digit (`INSERT_TWINS`).
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ROWS = {
    2: "1234567890-=",
    16: "QWERTYUIOP[]",
    30: "ASDFGHJKL;'`",
    43: "\\ZXCVBNM,./",
}
"""Signs of a US keyboard by scan code: the first code of a row and what stands from there on.

The codes are those of the first PC keyboards; Windows and the Linux kernel still use them.
"""
PLACES = {first + n: sign for first, row in ROWS.items() for n, sign in enumerate(row)}
"""Scan code to sign; a sign is the key of Qt with the same number."""

INSERT_TWINS = {"1": "/", "2": "@", "3": "!", "8": "*"}
"""Alt and a digit types a sign in any field: БДС has no `@` and no `*`."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_X11_OFFSET = 8
_FUNCTION_LIKE = 0x0100_0000
_WRITERS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)


def scan_code(native: int, platform: str = sys.platform) -> int:
    """Scan code of the PC keyboard from what the system reports; 0 when it reports none."""
    if platform == "win32":
        return native & 0xFF if native < 0x100 else 0  # with the extended bit it is another key
    return max(0, native - _X11_OFFSET)


def place_key(key: int, native: int, platform: str = sys.platform) -> int:
    """The key by its place, for a key pressed together with Ctrl or Alt.

    A letter of a Latin layout stays what it is (a Dvorak typist finds Z where it is written);
    digits count by their place, because layouts put signs or letters on them.
    """
    sign = PLACES.get(scan_code(native, platform), "")
    if not sign or key >= _FUNCTION_LIKE:
        return key
    latin = Qt.Key.Key_A.value <= key <= Qt.Key.Key_Z.value
    if sign.isdigit() or key > 0x7F or (sign.isalpha() and not latin):
        return ord(sign)
    return key


def mirrors(keys: str) -> tuple[str, ...]:
    """Other keys for a function key: many laptops send media keys from the upper row.

    F1…F9 are Ctrl+1…Ctrl+9, F12 is Ctrl+0 and Pause; Shift stays Shift.
    """
    head, _, last = keys.rpartition("+")
    if head not in ("", "Shift") or not last.startswith("F") or not last[1:].isdigit():
        return ()
    shift = "Shift+" if head else ""
    number = int(last[1:])
    if number == 12:
        return (f"Ctrl+{shift}0", f"{shift}Pause")
    return (f"Ctrl+{shift}{number}",) if number <= 9 else ()


class _Caps:
    """Which caps are shown for function keys on this computer."""

    mirrored = False


def set_mirrored(mirrored: bool) -> None:
    """Show the Ctrl mirrors instead of the function keys; both work all the time."""
    _Caps.mirrored = mirrored


def shown_cap(cap: str) -> str:
    """What stands on the cap of a key here."""
    other = mirrors(cap) if _Caps.mirrored else ()
    return other[0] if other else cap.replace("Return", "Enter")


def bind(
    widget: QWidget,
    keys: str,
    run: Callable[[], object],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QShortcut:
    """Bind a key and its mirrors while the widget or something in it has the keyboard."""
    first: QShortcut | None = None
    for one in (keys, *mirrors(keys)):
        shortcut = QShortcut(QKeySequence(one), widget)
        shortcut.setContext(context)
        shortcut.activated.connect(run)
        first = first or shortcut
    if first is None:
        raise ValueError(keys)
    return first


class KeyTranslator(QObject):
    """Stands before the application: `KeyTranslator(app)`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that was pressed with Ctrl or Alt under another alphabet."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & (_CTRL | _ALT)
        if not held or held == _CTRL | _ALT:  # both: AltGr of Windows, which writes
            return False
        target = _target(watched)
        if target is None:
            return False
        key = place_key(event.key(), event.nativeScanCode())
        if held == _ALT and _insert(target, key):
            return True
        if key == event.key():
            return False
        self._hand_on(target, event, key)
        return True

    def _hand_on(self, target: QWidget, event: QKeyEvent, key: int) -> None:
        modifiers = event.modifiers() & ~_KEYPAD
        wanted = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        wanted.ignore()
        QApplication.sendEvent(target, wanted)
        if not wanted.isAccepted():
            shortcut = find_shortcut(target, key, modifiers)
            if shortcut is not None:
                shortcut.activated.emit()
                return
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def find_shortcut(target: QWidget, key: int, held: Qt.KeyboardModifier) -> QShortcut | None:
    """The innermost shortcut that a key means while a widget has the keyboard."""
    sequence = QKeySequence(Qt.Modifier(held.value) | Qt.Key(key))
    found: dict[int, QShortcut] = {}
    depth_of: dict[QObject, int] = {}
    widget: QWidget | None = target
    while widget is not None:
        depth_of[widget] = len(depth_of)
        widget = None if widget.isWindow() else widget.parentWidget()
    contexts = Qt.ShortcutContext
    for shortcut in target.window().findChildren(QShortcut):
        parent = shortcut.parent()
        if not shortcut.isEnabled() or sequence not in list(shortcut.keys()):
            continue
        if not isinstance(parent, QWidget) or not parent.isVisible() or not parent.isEnabled():
            continue
        context = shortcut.context()
        if context == contexts.WidgetShortcut and parent is not target:
            continue
        if context == contexts.WidgetWithChildrenShortcut and parent not in depth_of:
            continue
        found.setdefault(depth_of.get(parent, len(depth_of)), shortcut)
    return found[min(found)] if found else None


def _target(watched: QObject) -> QWidget | None:
    """Who gets the key: the open popup, else the widget with the keyboard."""
    if isinstance(watched, QWidget):
        return watched
    return QApplication.activePopupWidget() or QApplication.focusWidget()


def _insert(target: QWidget, key: int) -> bool:
    """Type the sign that a layout may lack."""
    sign = INSERT_TWINS.get(chr(key)) if key < 0x80 else None
    if sign is None or not isinstance(target, _WRITERS):
        return False
    typed = QKeyEvent(QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, sign)
    QApplication.sendEvent(target, typed)
    return True
