"""Safe view: one screen for all. What names a family is dots, and words only while F10 is held.

One object decides; parts give it the widgets that may name a case. Releasing the key, another
window in front and a lock of the screen put the dots back.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from dcm_desktop.ui.hall.cover import Cover
from dcm_desktop.ui.hall.desk import HallDesk, HallWay

_REVEAL = (Qt.Key.Key_F10, Qt.Key.Key_Space)
_RELEASE = (*_REVEAL, Qt.Key.Key_Control)


class SafeView(QObject):
    """`cover(widget)` once, then `set_secret(widget, …)` as often as what stands there changes."""

    changed = Signal()
    """The dots came or went."""

    def __init__(self, hall: HallDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._session_open = False
        self._is_held = False
        self._covers: dict[QWidget, tuple[Cover, bool]] = {}
        self._watched: set[int] = set()
        self._was_hiding = False
        hall.changed.connect(self._apply)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_window)
            self._watch(app.focusWindow())

    @property
    def is_on(self) -> bool:
        """Whether everybody looks at this window: chosen, and a session is open."""
        return self._session_open and self._hall.way is HallWay.SAFE_VIEW

    @property
    def is_hiding(self) -> bool:
        """Whether the dots are there now."""
        return self.is_on and not self._is_held

    def set_session_open(self, is_open: bool) -> None:
        """Only an open session is watched by others."""
        self._session_open = is_open
        self._apply()

    def cover(self, widget: QWidget, *, secret: bool = True, note: str = "") -> None:
        """Put dots (or one sentence) over a widget while it may name somebody."""
        self._drop_gone()
        if widget not in self._covers:
            self._covers[widget] = (Cover(widget, note), secret)
        self.set_secret(widget, secret)

    def set_secret(self, widget: QWidget, secret: bool) -> None:
        """Whether what stands there now names somebody."""
        effect = self._covers[widget][0]
        self._covers[widget] = (effect, secret)
        effect.setEnabled(secret and self.is_hiding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen to the key that shows; while there are dots, no tool tip tells what they hide."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip:
            return self.is_hiding
        if isinstance(event, QKeyEvent) and self.is_on and isinstance(watched, QWindow):
            if kind == QEvent.Type.KeyPress and _reveals(event):
                self._hold(held=True)
                return True
            if kind == QEvent.Type.KeyRelease and event.key() in _RELEASE:
                if not event.isAutoRepeat():
                    self._hold(held=False)
                return event.key() == Qt.Key.Key_F10
        return super().eventFilter(watched, event)

    def _hold(self, *, held: bool) -> None:
        if held != self._is_held:
            self._is_held = held
            self._apply()

    def _focus_window(self, window: QWindow | None) -> None:
        self._watch(window)
        self._hold(held=False)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._watched:
            self._watched.add(id(window))
            window.installEventFilter(self)

    def _apply(self) -> None:
        hiding = self.is_hiding
        self._drop_gone()
        for cover, secret in self._covers.values():
            cover.setEnabled(secret and hiding)
        if hiding == self._was_hiding:
            return
        self._was_hiding = hiding
        app = QApplication.instance()
        if app is not None and hiding:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)
        self.changed.emit()

    def _drop_gone(self) -> None:
        """Forms come and go; their covers went with them."""
        self._covers = {w: one for w, one in self._covers.items() if shiboken6.isValid(one[0])}


def _reveals(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_F10:
        return not held
    return event.key() == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier
