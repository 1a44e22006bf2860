"""One worker thread for what takes longer than 50 ms. The only place besides the excepthook and
the command line where every exception is caught: it travels to the GUI thread and is raised there.

    self.jobs.run(partial(list_cases_pdf, ids), done=self._show_pdf)
    self.jobs.run_modal(overlay, self.tr("Writing the file …"), work, done=self._written)

`work` takes no widget and touches no Qt; `done` and `failed` are bound methods (or partials of
them) and run on the GUI thread; those of a widget that is gone are left out.
A job that writes goes through `run_modal` (two writers would wait for each other).
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from dcm_desktop.errors import Cancelled
from dcm_desktop.ui.widgets.messages import BusyOverlay

T = TypeVar("T")
Failed = Callable[[BaseException], object]


class Job:
    """A piece of work that was handed to the worker."""

    def __init__(
        self,
        done: Callable[[Any], object] | None,
        failed: Failed | None,
        overlay: BusyOverlay | None,
    ) -> None:
        self.done, self.failed, self.overlay = done, failed, overlay
        self.dropped = False

    def drop(self) -> None:
        """Nobody waits for the answer any more; the work itself runs to its end."""
        self.dropped = True


class Jobs(QObject):
    """The worker thread; `close` waits for its end."""

    idle = Signal()
    """The last waiting job has ended and was answered."""
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._open = 0
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> int:
        """How many jobs have not been answered yet."""
        return self._open

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> Job:
        """Do work on the worker, then `done(result)` here; without `failed` an error is raised
        here and ends in the excepthook."""
        return self._submit(work, Job(done, failed, None))

    def run_modal(
        self,
        overlay: BusyOverlay,
        text: str,
        work: Callable[[], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        stoppable: bool = False,
    ) -> Job:
        """The same behind an overlay, which `work` may use as its `Progress`."""
        overlay.begin(text, stoppable=stoppable)
        return self._submit(work, Job(done, failed, overlay))

    def close(self) -> None:
        """Finish what waits and end the thread. Answers that nobody took are dropped."""
        self._pool.shutdown(wait=True)

    def _submit(self, work: Callable[[], Any], job: Job) -> Job:
        self._open += 1

        def finished(future: Future[Any]) -> None:
            if not shiboken6.isValid(self):
                return
            error = future.exception()
            self._ended.emit(job, None if error else future.result(), error)

        self._pool.submit(work).add_done_callback(finished)
        return job

    @Slot(object, object, object)
    def _answer(self, job: Job, result: Any, error: BaseException | None) -> None:
        self._open -= 1
        if job.overlay is not None and shiboken6.isValid(job.overlay):
            job.overlay.end()
        try:
            self._deliver(job, result, error)
        finally:
            if not self._open:
                self.idle.emit()

    @staticmethod
    def _deliver(job: Job, result: Any, error: BaseException | None) -> None:
        if job.dropped:
            return
        if error is None:
            if job.done is not None and _alive(job.done):
                job.done(result)
        elif job.failed is not None and _alive(job.failed):
            job.failed(error)
        elif not isinstance(error, Cancelled):
            raise error


def _alive(method: Callable[..., object]) -> bool:
    """False for a bound method of a widget that is gone."""
    while isinstance(method, partial):
        method = method.func
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
