"""Start-up: a process from nothing to its first painted window; unlocking a store."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Bench
from tests.support.exchange import AT
from tests.support.stores import DISTRICT, PASSPHRASE

from dcm_desktop.store.slotfile import FLOOR, Cost
from dcm_desktop.usecases.workspace import create_store, open_store

BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("x"))
window.show()
window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
"""
UNLOCK_WINDOW = """
import os
import sys
from pathlib import Path
from dcm_desktop.ui.app import Program, make_application
from dcm_desktop.ui.preferences import PreferenceFile
preferences = PreferenceFile(Path(sys.argv[1]).parent / "settings.json")
app = make_application(preferences)
program = Program(app, preferences)
program.start(Path(sys.argv[1]))
program.start_window.grab()
os._exit(0)
"""
"""Ends when the window is painted: what is imported in the background meanwhile does not count."""

BARE = "process to a bare PySide6 window"


@contextmanager
def closed_store(cost: Cost | None = FLOOR) -> Iterator[Path]:
    """A small store, closed. Without a cost: the one measured on this machine, as in real life."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "district.dcm"
        made = create_store(folder, replace(DISTRICT, cost=cost), PASSPHRASE, at=AT)
        made.workspace.close(at=AT, with_backup=False)
        yield folder


def process(code: str) -> Callable[[], AbstractContextManager[Callable[[], object]]]:
    """Prepares a fresh interpreter that runs `code` on a store and ends."""

    @contextmanager
    def prepare() -> Iterator[Callable[[], object]]:
        with closed_store() as folder:
            command = [sys.executable, "-c", code, str(folder)]
            yield lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL)

    return prepare


@contextmanager
def unlocking(cost: Cost | None) -> Iterator[Callable[[], object]]:
    """Open and close again, without the backup of a real closing."""
    with closed_store(cost) as folder:
        yield lambda: open_store(folder, PASSPHRASE, at=AT).close(at=AT, with_backup=False)


BENCHES = [
    Bench(BARE, process(BARE_WINDOW)),
    Bench("process to the unlock window", process(UNLOCK_WINDOW), beside=BARE),
    Bench("unlock and close, cost of this machine", partial(unlocking, None)),
    Bench("unlock and close, least cost", partial(unlocking, FLOOR)),
]
