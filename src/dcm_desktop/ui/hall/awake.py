"""Keeps the computer awake while a session is open: Windows, and Linux desktops by their buses.

A failure is told on the screen „Before we start“, never as an error.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

_SAVER = "org.freedesktop.ScreenSaver"
_AWAKE = ["systemd-inhibit", "--what=idle:sleep", "--mode=block", "cat"]
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x8000_0000, 0x1, 0x2
_REASON = "session"


class KeepAwake(QObject):
    """`hold` while a session is open, `release` after it. Holding twice is holding once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_held = False
        self._cookie: int | None = None
        self._sleep: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        """Ask for it; False when the system offers no way."""
        if not self.is_held:
            if sys.platform == "win32":
                self.is_held = _set_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)
            else:
                dark, sleep = self._hold_screen(), self._hold_sleep()
                self.is_held = dark or sleep
        return self.is_held

    def release(self) -> None:
        """Let the computer sleep again."""
        if not self.is_held:
            return
        self.is_held = False
        if sys.platform == "win32":
            _set_windows(_CONTINUOUS)
            return
        if self._sleep is not None and self._sleep.stdin is not None:
            self._sleep.stdin.close()
            self._sleep.wait()
        if self._cookie is not None:
            _saver_call("UnInhibit", self._cookie)
        self._cookie, self._sleep = None, None

    def _hold_screen(self) -> bool:
        """The screen stays on; the desktop's own service, where there is one."""
        answer = _saver_call("Inhibit", "dcm-desktop", _REASON)
        self._cookie = answer if isinstance(answer, int) else None
        return self._cookie is not None

    def _hold_sleep(self) -> bool:
        """The computer does not sleep; ends with this process, whatever becomes of it."""
        if shutil.which(_AWAKE[0]) is None or not Path("/run/systemd/system").exists():
            return False
        self._sleep = subprocess.Popen(
            _AWAKE,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self._sleep.wait(0.2)
        except subprocess.TimeoutExpired:
            return True
        self._sleep = None
        return False


def _saver_call(method: str, *arguments: object) -> object:
    """One call to the desktop's screen saver; None when there is none."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface  # not on every system
    except ImportError:
        return None
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    service = QDBusInterface(_SAVER, "/" + _SAVER.replace(".", "/"), _SAVER, bus)
    service.setTimeout(500)
    answer = service.call(method, *arguments).arguments()
    return answer[0] if answer and not isinstance(answer[0], str) else None


def _set_windows(flags: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    return bool(kernel.SetThreadExecutionState(flags))
