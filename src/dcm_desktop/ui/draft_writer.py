"""Writes drafts off the GUI thread and knows the truth about them: saved, late, or failed.

    writer = writer_of(workspace)                      # one per open store
    writer.keep(item_id, "line", text, caret)          # from any field, returns at once
    writer.state_changed.connect(self._show_truth)

Texts are kept per field; a newer one takes the place of one that still waits. What could not be
written stays here and is tried again every two seconds, so that a full disk drops nothing typed.
"""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dcm_desktop.errors import DcmError, StoreError
from dcm_desktop.ui.clock import now
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow, drop_draft, save_draft

LATE_SECONDS = 1.0
"""From then on the status line says that saving takes long. Source: sessions anchor, 5.6."""
RETRY_MS = 2_000
DRAIN_SECONDS = 5.0
"""Longest wait before leaving, locking and closing."""

Key = tuple[str, str]


class Truth(Enum):
    """What the status line may say of typed text."""

    SAVED = auto()
    SAVING = auto()
    LATE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class _Words:
    """The text of a field, or that its draft is to go."""

    text: str | None
    caret: int
    since: float


class DraftWriter(QObject):
    """One queue and one thread that lives only while something waits."""

    state_changed = Signal()
    failed = Signal(object)
    """The first failure after a success; carries the `DcmError`."""
    _ended = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._of = ref(workspace)  # a store that was closed is not kept alive by its writer
        self._waiting: dict[Key, _Words] = {}
        self._guard = threading.Condition()
        self._writing = threading.Lock()
        self._thread: threading.Thread | None = None
        self._problem: DcmError | None = None
        self._told: DcmError | None = None
        self._truth = Truth.SAVED
        self._late = self._timer(round(LATE_SECONDS * 1000), self._look)
        self._retry = self._timer(RETRY_MS, self._start)
        self._ended.connect(self._look, Qt.ConnectionType.QueuedConnection)

    @property
    def _workspace(self) -> Workspace:
        workspace = self._of()
        if workspace is None:
            raise StoreError("store.closed")
        return workspace

    @property
    def truth(self) -> Truth:
        """What holds now."""
        return self._truth

    def keep(self, record_id: str, field: str, text: str, caret: int = 0) -> None:
        """Write the draft of a field soon."""
        self._put((record_id, field), text, caret)

    def drop(self, record_id: str, field: str) -> None:
        """Its text was entered: the draft goes at once, also one that still waits.

        In the slot, so that nobody who reads drafts next finds a text that was entered already.
        """
        key = (record_id, field)
        with self._writing:
            with self._guard:
                self._waiting.pop(key, None)
            try:
                self._workspace.jot(drop_draft, record_id, field)
            except DcmError as error:
                self._problem = error
                self._put(key, None, 0)
        self._look()

    def known(self, rows: Iterable[DraftRow]) -> list[DraftRow]:
        """Drafts read from the store, with those that still wait in place of the older ones."""
        with self._guard:
            waiting = dict(self._waiting)
        found = {(row.record_id, row.field): row for row in rows}
        for key, words in waiting.items():
            found.pop(key, None)
            if words.text is not None:
                found[key] = DraftRow(*key, words.text, words.caret, now())
        return list(found.values())

    def drain(self, seconds: float = DRAIN_SECONDS) -> bool:
        """Wait until everything is written; False when it cannot be. Blocks the GUI thread."""
        self._start()
        with self._guard:
            self._guard.wait_for(lambda: not self._waiting or self._thread is None, seconds)
        self._look()
        return not self._waiting

    def _put(self, key: Key, text: str | None, caret: int) -> None:
        with self._guard:
            since = self._waiting[key].since if key in self._waiting else time.monotonic()
            self._waiting[key] = _Words(text, caret, since)
        self._start()
        self._look()

    def _start(self) -> None:
        with self._guard:
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(target=self._work, name="drafts", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        """Until nothing waits or the store refuses; runs on the thread."""
        while self._goes_on():
            try:
                self._write_next()
            except DcmError as error:
                self._problem = error
                self._stop()
            else:
                self._problem = None
        self._ended.emit()

    def _goes_on(self) -> bool:
        """Whether the thread has more to do. Its end is decided under the same guard as a new text
        is put in, so that no text is left behind with nobody to write it."""
        mine = threading.current_thread()
        with self._guard:
            if self._thread is mine and not self._waiting:
                self._stop()
            return self._thread is mine

    def _stop(self) -> None:
        with self._guard:
            self._thread = None
            self._guard.notify_all()

    def _write_next(self) -> None:
        """The oldest text that waits; a `drop` comes before it or after it, never amid."""
        with self._writing:
            with self._guard:
                if not self._waiting:
                    return
                key, words = next(iter(self._waiting.items()))
            if words.text is None:
                self._workspace.jot(drop_draft, *key)
            else:
                self._workspace.jot(save_draft, *key, words.text, caret=words.caret, at=now())
            with self._guard:
                if self._waiting.get(key) is words:
                    del self._waiting[key]

    def _look(self) -> None:
        """Work out what holds now and say it when it is something else."""
        with self._guard:
            oldest = min((words.since for words in self._waiting.values()), default=None)
            problem = self._problem
        if oldest is None:
            truth = Truth.SAVED
        elif problem is not None:
            truth = Truth.FAILED
            self._retry.start()
        elif time.monotonic() - oldest >= LATE_SECONDS:
            truth = Truth.LATE
        else:
            truth = Truth.SAVING
            self._late.start()
        if problem is not None and self._told is None:
            self.failed.emit(problem)
        self._told = problem
        if truth is not self._truth:
            self._truth = truth
            self.state_changed.emit()

    def _timer(self, interval: int, run: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(run)
        return timer


_writers: WeakKeyDictionary[Workspace, DraftWriter] = WeakKeyDictionary()


def writer_of(workspace: Workspace) -> DraftWriter:
    """The writer of an open store; the same for every field of every screen."""
    writer = _writers.get(workspace)
    if writer is None:
        writer = _writers[workspace] = DraftWriter(workspace)
    return writer
