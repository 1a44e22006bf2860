"""Collects Python's garbage on the GUI thread only.

Decision: left to itself the collector may run on the worker and destroy a widget there, which ends
the process. So it is switched off and run here by a timer, by the thresholds it would use itself.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class GuiGarbage(QObject):
    """Collects while it lives; `stop` gives the collector back its freedom."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Stop; the collector runs by itself again."""
        self._timer.stop()
        gc.enable()
