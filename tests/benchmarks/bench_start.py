"""Start-up: a process from nothing to its first painted window."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tests.benchmarks.measure import Bench

BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("x"))
window.show()
window.repaint()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def process(code: str) -> Callable[[], AbstractContextManager[Callable[[], object]]]:
    """Prepares a fresh interpreter that runs `code` and ends."""

    @contextmanager
    def prepare() -> Iterator[Callable[[], object]]:
        command = [sys.executable, "-c", code]
        yield lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL)

    return prepare


BENCHES = [Bench("process to a bare PySide6 window", process(BARE_WINDOW))]
