"""The design load as keys: how long the window is busy with one, what a commit takes, memory."""

import gc
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.benchmarks.measure import Figure
from tests.support import long_session
from tests.support.room_window import NONE, RoomWindow
from tests.support.stores import DISTRICT, MADE_AT, PASSPHRASE

from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.workspace import create_store


class TimedWindow(RoomWindow):
    """Notes how long each key keeps the window busy."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.times: list[float] = []

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        self._timed(lambda: super(TimedWindow, self).press(key, modifier))

    def write(self, text: str) -> None:
        """Letter by letter."""
        for sign in text:
            self._timed(lambda sign=sign: super(TimedWindow, self).write(sign))  # type: ignore[misc]  # - bound now

    def _timed(self, act: Callable[[], object]) -> None:
        begun = time.perf_counter()
        act()
        self.times.append((time.perf_counter() - begun) * 1_000)


def figures() -> list[Figure]:
    """One whole session: 50th and 99th percentile of keys and acts, growth of memory."""
    from dcm_desktop.ui.app import make_application
    from dcm_desktop.ui.preferences import PreferenceFile

    folder = Path(os.environ["XDG_DATA_HOME"]) / "bench-session"
    folder.mkdir()
    make_application(PreferenceFile(folder / "settings.json"))
    workspace = create_store(folder / "x.dcm", DISTRICT, PASSPHRASE, at=MADE_AT).workspace
    _, room = long_session.prepare(workspace)
    acts = timed_acts(workspace)
    memory: dict[int, float] = {}
    with pytest.MonkeyPatch.context() as patch:
        window = TimedWindow(workspace, room.session_id, folder, patch)
        window.show()
        long_session.hold(window, lambda n: memory.update({n: resident_mb()}))
        window.close()
    workspace.close(at=room.now, with_backup=False)
    growth = (memory[long_session.CASES] / memory[3] - 1) * 100
    return [
        Figure("session: window busy per key, median", statistics.median(window.times), "ms"),
        Figure("session: window busy per key, p99", percentile(window.times, 99), "ms"),
        Figure("session: one act with its commit, median", statistics.median(acts), "ms"),
        Figure("session: one act with its commit, p99", percentile(acts, 99), "ms"),
        Figure("session: memory after item 3", memory[3], "MB"),
        Figure("session: growth of memory from item 3 to 12", growth, "%"),
    ]


def timed_acts(workspace: Workspace) -> list[float]:
    """Milliseconds of every act from now on."""
    found: list[float] = []
    plain = workspace._once

    def once(*args: Any) -> Any:
        begun = time.perf_counter()
        try:
            return plain(*args)
        finally:
            found.append((time.perf_counter() - begun) * 1_000)

    workspace._once = once  # type: ignore[method-assign,assignment]  # - a stop-watch
    return found


def percentile(values: list[float], share: int) -> float:
    """The value below which so many percent lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def resident_mb() -> float:
    """Memory of this process now; where the system does not say, the most it ever had."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        scale = 1024 if sys.platform != "darwin" else 1024 * 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    return pages * resource.getpagesize() / 1_000_000


FIGURES = ("session of twelve cases", figures)
