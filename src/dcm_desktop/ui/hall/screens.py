"""The screens of this computer, and whether the operator's window stands where it must not."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from dcm_desktop.domain.projector_wire import ScreenInfo

SETTLE_MS = 400
"""A cable that is plugged in makes several announcements; the list is told once they are over."""


def info_of(screen: QScreen) -> ScreenInfo:
    """A screen as the two processes name it."""
    box = screen.geometry()
    primary = screen is QGuiApplication.primaryScreen()
    return ScreenInfo(screen.name(), box.x(), box.y(), box.width(), box.height(), primary)


def list_screens() -> tuple[ScreenInfo, ...]:
    """All screens, the primary one first; those that show the same picture once."""
    found: list[ScreenInfo] = []
    for screen in sorted(QGuiApplication.screens(), key=_primary_last, reverse=True):
        one = info_of(screen)
        if not any(_overlap(one, known) for known in found):
            found.append(one)
    return tuple(found)


def is_mirrored() -> bool:
    """Whether two screens show the same picture, as far as the system says so."""
    return len(list_screens()) < len(QGuiApplication.screens())


class ScreenWatch(QObject):
    """Says when a screen came, went or became the primary one, and where a window stands."""

    changed = Signal()
    """The list of screens is another one, and has been so for a moment."""
    moved = Signal()
    """The watched window stands on another screen; told at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = list_screens()
        self._window: QWindow | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._touched)
            app.screenRemoved.connect(self._touched)
            app.primaryScreenChanged.connect(self._touched)

    def watch(self, window: QWindow) -> None:
        """Watch the operator's window."""
        if window is not self._window:
            self._window = window
            window.screenChanged.connect(self._window_moved)
            self.moved.emit()

    @property
    def operator(self) -> ScreenInfo | None:
        """The screen of the operator's window."""
        screen = self._window.screen() if self._window is not None else None
        return info_of(screen) if screen is not None else None

    def stands_on(self, hall: ScreenInfo) -> bool:
        """Whether the operator's window stands on the screen of the hall, or on its picture."""
        operator = self.operator
        return operator is not None and (operator.same(hall) or _overlap(operator, hall))

    def _touched(self, _screen: QScreen) -> None:
        self._settle.start()
        self.moved.emit()

    def _window_moved(self, _screen: QScreen) -> None:
        self.moved.emit()

    def _settled(self) -> None:
        found = list_screens()
        if found != self._known:
            self._known = found
            self.changed.emit()


def _primary_last(screen: QScreen) -> bool:
    return screen is QGuiApplication.primaryScreen()


def _overlap(one: ScreenInfo, other: ScreenInfo) -> bool:
    """Whether one shows part of what the other shows."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height
