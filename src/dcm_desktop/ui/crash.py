"""What is said about a bug: a report without any personal data, made by construction.

Types of errors and places in the code only; never a message, a value, a path of the user or a name.
"""

import faulthandler
import os
import platform
import sys
import time
from pathlib import Path
from typing import IO

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from dcm_desktop import __version__
from dcm_desktop.ui import theme

QUIET_S = 5.0


def report(error: BaseException, times: int = 1) -> str:
    """The whole report; versions, screens, and the chain of errors without messages."""
    lines = [
        f"dcm-desktop {__version__}",
        f"Python {platform.python_version()} · Qt {qVersion()}",
        f"{platform.system()} {platform.machine()}",
        f"look {theme.current().look} · text {theme.current().scale} %",
    ]
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        size = screen.size()
        lines.append(
            f"screen {number}: {size.width()}×{size.height()} at {screen.devicePixelRatio():g}"
        )
    lines.append(f"seen {times}")
    lines.extend(_chain(error))
    return "\n".join(lines)


def _chain(error: BaseException) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(type(link).__name__)
        trace = link.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        link = link.__cause__ or link.__context__
    return lines


def watch_faults(path: Path) -> IO[str]:
    """Write file and line, never a value, when the process dies of a fault; keep the file open."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    file = os.fdopen(handle, "a", encoding="utf-8")
    faulthandler.enable(file)
    return file


class Quiet:
    """Lets one report through every five seconds and counts the rest."""

    def __init__(self) -> None:
        self._last = -QUIET_S
        self.times = 0

    def may_speak(self) -> bool:
        """Whether this one is to be shown; counts it either way."""
        self.times += 1
        now = time.monotonic()
        if now - self._last < QUIET_S:
            return False
        self._last = now
        return True


def harden() -> None:
    """No core dumps and no reading of our memory by other programs of the user (Linux)."""
    if sys.platform != "linux":
        return
    import ctypes
    import resource

    pr_set_dumpable = 4
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)
