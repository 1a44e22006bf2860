"""The pipe to the projector: starts its process, writes orders, hands on its reports.

Decision: a plain child process with one thread per direction, not Qt's: Qt ends a child together
with the object that started it, but a lock replaces this program by a new one while the hall must
go on seeing the neutral card. A projector whose pipe has ended shows it by itself, and ends when
the next one takes its turn (file `TURN`).
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from dcm_desktop import log, paths
from dcm_desktop.domain.projector_wire import (
    MOST_BYTES,
    Order,
    Quit,
    WireError,
    decode_report,
    encode_order,
)

TURN = "hall-turn"
"""File beside the logs with the number of the projector that may live without an operator."""
_PATIENCE_S = 1.0


def turn_file() -> Path:
    """Where it is written whose turn it is."""
    return paths.log_dir() / TURN


def projector_command() -> list[str]:
    """How the projector is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--projector"]
    return [sys.executable, "-m", "dcm_desktop.projector"]


def end_orphans() -> None:
    """The program ends for good: so does a projector that an earlier lock left on the wall."""
    file = turn_file()
    if file.exists():
        paths.write_private(file, b"0")


class _Child:
    """The process and its two threads; no object of Qt, so that it can outlive one."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._orders: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def listen(self, line: Callable[[bytes], None], gone: Callable[[], None]) -> None:
        """Begin to read and to write."""
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise OSError("no pipes")
        self._threads = [
            threading.Thread(target=_write, args=(stdin, self._orders), daemon=True),
            threading.Thread(target=_read, args=(stdout, line, gone), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def put(self, order: Order) -> None:
        """Write an order as soon as the pipe takes it."""
        self._orders.put(encode_order(order))

    def end(self) -> None:
        """Ask it to end, wait a moment, then end it."""
        self.put(Quit())
        self._orders.put(None)
        if not _waited(self.process):
            self.process.kill()
            self.process.wait()
        for thread in self._threads:
            thread.join(_PATIENCE_S)

    def let_go(self) -> None:
        """Write what is queued, close the pipe, forget the process."""
        self._orders.put(None)
        self._threads[0].join(_PATIENCE_S)
        self.process.returncode = 0  # it is not ours any more: no warning about one that runs


class HallLink(QObject):
    """One projector process at a time."""

    reported = Signal(object)
    """A report arrived; carries it."""
    ended = Signal()
    """The process is gone and nobody asked it to go."""
    _line = Signal(bytes)
    _gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: _Child | None = None
        self._line.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._gone.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def runs(self) -> bool:
        """Whether there is a process to talk to."""
        return self._child is not None and self._child.process.poll() is None

    @property
    def pid(self) -> int:
        """Number of the process; 0: none."""
        return self._child.process.pid if self._child is not None else 0

    def start(self) -> None:
        """Start the process; nothing while one runs. Raises: OSError."""
        if self.runs:
            return
        paths.make_private_dir(turn_file().parent)
        child = _Child([*projector_command(), "--turn", str(turn_file())])
        child.listen(self._heard, self._silent)
        self._child = child

    def send(self, order: Order) -> None:
        """Hand an order over; the thread of the pipe writes it at once."""
        if self._child is not None:
            self._child.put(order)

    def stop(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def let_go(self) -> None:
        """Leave the process alone with what it was told last; it lives on after this program."""
        child, self._child = self._child, None
        if child is not None:
            child.let_go()

    def _heard(self, line: bytes) -> None:
        if shiboken6.isValid(self):
            self._line.emit(line)

    def _silent(self) -> None:
        if shiboken6.isValid(self):
            self._gone.emit()

    def _report(self, line: bytes) -> None:
        if self._child is None:
            return
        try:
            report = decode_report(line)
        except WireError as error:
            log.failure("hall.line", error)
            return
        self.reported.emit(report)

    def _end(self) -> None:
        child = self._child
        if child is not None and _waited(child.process):
            self._child = None
            self.ended.emit()


def _waited(process: "subprocess.Popen[bytes]") -> bool:
    """Whether a process that closed its pipe has ended."""
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def _write(stdin: IO[bytes], orders: "queue.SimpleQueue[bytes | None]") -> None:
    """Write what is queued; a process that is gone is told nothing."""
    while (line := orders.get()) is not None:
        try:
            stdin.write(line)
            stdin.flush()
        except OSError:
            break
    try:
        stdin.close()
    except OSError as error:
        log.failure("hall.close", error)


def _read(stdout: IO[bytes], line: Callable[[bytes], None], gone: Callable[[], None]) -> None:
    """Hand every whole line on; then say that there are no more."""
    with stdout:
        buffer = b""
        while chunk := os.read(stdout.fileno(), 65_536):
            *lines, buffer = (buffer + chunk).split(b"\n")
            for one in lines:
                line(one)
            if len(buffer) > MOST_BYTES:
                buffer = b""
    gone()
