"""Locks after a while without keys and mouse, after sleep, and with the system's own lock."""

import time
from typing import ClassVar

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

CHECK_MS = 5_000
_SYSTEM_LOCKED = str(SLOT("system_locked(bool)")).encode()
SLEEP_GAP_S = 30


class IdleLock(QObject):
    """Watches the windows of the program. While a session is open only sleep (the lid) and the
    system's own lock count, not the lack of keys."""

    lock_due = Signal()
    """It is time to lock."""

    _INPUT: ClassVar[frozenset[QEvent.Type]] = frozenset(
        {
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,  # of a shortcut the window sees the release only
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.Wheel,
            QEvent.Type.TouchBegin,
        }
    )

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = 60 * max(3, min(60, minutes))
        self._last = time.monotonic()
        self._clocks = time.time() - time.monotonic()
        self._session_open = False
        self._watched: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        self._listen_to_system()

    def set_minutes(self, minutes: int) -> None:
        """Wait so long (3 to 60)."""
        self._seconds = 60 * max(3, min(60, minutes))

    def set_session_open(self, is_open: bool) -> None:
        """While a session is open, silence is no reason to lock."""
        self._session_open = is_open
        self._last = time.monotonic()

    def check(self) -> None:
        """Lock when nothing came for too long, or when the computer slept."""
        now = time.monotonic()
        clocks = time.time() - now
        slept = abs(clocks - self._clocks) > SLEEP_GAP_S
        self._clocks = clocks
        if slept or (not self._session_open and now - self._last >= self._seconds):
            self._last = now
            self.lock_due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in self._INPUT:
            self._last = time.monotonic()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._watched:
            self._watched.add(id(window))
            window.installEventFilter(self)

    def _listen_to_system(self) -> None:
        """Screen lock of Linux desktops, through the session bus where there is one."""
        try:
            from PySide6.QtDBus import QDBusConnection  # not on every system
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        for name in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
            path = "/" + name.replace(".", "/")
            bus.connect("", path, name, "ActiveChanged", self, _SYSTEM_LOCKED)

    @Slot(bool)
    def system_locked(self, active: bool) -> None:
        """The system locked its screen: so do we, at any time."""
        if active:
            self.lock_due.emit()
