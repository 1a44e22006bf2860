"""Keys of the hall that work from everywhere: hide, hold, larger, smaller.

They are shortcuts of the whole application; a list of suggestions that is open keeps shortcuts
away, so the windows are listened to as well.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_events import FreezeToggled, HallEvent, HideToggled, Zoomed
from dcm_desktop.ui.hall.desk import HallDesk
from dcm_desktop.ui.keys import bind

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (
    _SHIFT
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_HIDE = (Qt.Key.Key_F12, Qt.Key.Key_Pause)


class HallKeys(QObject):
    """Binds them to a window; `idle` is told when a key came and there is no screen."""

    idle = Signal()
    """A key of the hall was pressed, but nothing stands in the hall."""

    def __init__(self, window: QWidget, hall: HallDesk) -> None:
        super().__init__(window)
        self._hall = hall
        self._watched: set[int] = set()
        rows: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F12", self.hide),
            ("Shift+F12", self.hold),
            ("Ctrl+=", self.larger),
            ("Ctrl++", self.larger),
            ("Ctrl+-", self.smaller),
        )
        for keys, run in rows:
            bind(window, keys, run, context=Qt.ShortcutContext.ApplicationShortcut)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())

    def hide(self) -> None:
        """`F12`, `Pause`: black at once, or what was there before."""
        self._do(HideToggled())

    def hold(self) -> None:
        """`Shift+F12`: the picture stays, or follows again."""
        self._do(FreezeToggled())

    def larger(self) -> None:
        """`Ctrl+=`."""
        self._do(Zoomed(1))

    def smaller(self) -> None:
        """`Ctrl+-`."""
        self._do(Zoomed(-1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that an open list would swallow."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & _MODIFIERS
            if event.key() in _HIDE and not event.isAutoRepeat():
                if not held:
                    self.hide()
                    return True
                if held == _SHIFT and event.key() == Qt.Key.Key_F12:
                    self.hold()
                    return True
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._watched:
            self._watched.add(id(window))
            window.installEventFilter(self)

    def _do(self, event: HallEvent) -> None:
        if self._hall.mode is Mode.OFF:
            self.idle.emit()
        else:
            self._hall.do(event)
