"""Lines in from stdin, lines out to stdout, each in a thread of its own, on every system.

They are daemon threads: a blocked read cannot be called back, and the process must be able to end.
"""

import os
import queue
import sys
import threading

from PySide6.QtCore import QObject, Signal

from dcm_desktop.domain.projector_wire import MOST_BYTES, Picture, Report, encode_report

_STDIN, _STDOUT = 0, 1
_CHUNK = 65536
_MOST_WAITING = 64


class LinesIn(QObject):
    """Reads whole lines; the signals arrive in the thread of whoever is connected."""

    arrived = Signal(bytes)
    """A line without its LF."""
    refused = Signal()
    """A line without end was thrown away."""
    ended = Signal()
    """Nobody writes any more."""

    def start(self) -> None:
        """Begin reading."""
        _binary(_STDIN)
        threading.Thread(target=self._read, name="projector-stdin", daemon=True).start()

    def _read(self) -> None:
        waiting, skipping = b"", False
        while chunk := _read_some():
            *lines, waiting = (waiting + chunk).split(b"\n")
            for line in lines:
                if not skipping:
                    self.arrived.emit(line)
                skipping = False
            if len(waiting) > MOST_BYTES:
                waiting = b""
                if not skipping:
                    skipping = True
                    self.refused.emit()
        self.ended.emit()


class LinesOut:
    """Writes reports in order; an operator who does not read gets fewer pictures, no standstill."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Report | None] = queue.Queue()
        self._thread = threading.Thread(target=self._write, name="projector-stdout", daemon=True)

    def start(self) -> None:
        """Begin writing."""
        _binary(_STDOUT)
        self._thread.start()

    def send(self, report: Report) -> None:
        """Say something; pictures are left out while others wait."""
        if isinstance(report, Picture) and self._waiting.qsize() > 2:
            return
        if self._waiting.qsize() < _MOST_WAITING:
            self._waiting.put(report)

    def finish(self) -> None:
        """Let what waits go out, for a moment."""
        self._waiting.put(None)
        self._thread.join(timeout=1)

    def _write(self) -> None:
        while (report := self._waiting.get()) is not None:
            line = memoryview(encode_report(report))
            try:
                while line:
                    line = line[os.write(_STDOUT, line) :]
            except OSError:
                return  # the operator's process is gone; stdin says the same


def _read_some() -> bytes:
    try:
        return os.read(_STDIN, _CHUNK)
    except OSError:
        return b""


def _binary(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(number, os.O_BINARY)
