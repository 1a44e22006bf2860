"""Acts on the tasks, commitments and support of the item that is shown. Each asks one use case."""

from datetime import datetime

from PySide6.QtCore import QObject

from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.screens.session_room.item_panel import ItemPanel
from dcm_desktop.usecases.sessions import commitments, membership, tasks
from dcm_desktop.usecases.sessions.commitments import CommitmentPreview
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.tasks import TaskPreview


class TaskActs(QObject):
    """What is wanted of the tasks of an item, done."""

    def __init__(self, screen: Screen, panel: ItemPanel, clock: ClockBox) -> None:
        super().__init__(screen)
        self._screen, self._panel, self._clock = screen, panel, clock
        self._do = screen.desk.workspace.do
        panel.tasks.line_given.connect(self.add_task)
        panel.tasks.task_removed.connect(self.remove_task)
        panel.tasks.pledge_removed.connect(self.remove_pledge)
        panel.tasks.change_removed.connect(self.remove_change)
        panel.tasks.preview = self.preview_task
        panel.tasks.commitment_given.connect(self.add_commitment)
        panel.tasks.commitment_removed.connect(self.remove_commitment)
        panel.tasks.preview_commitment = self.preview_commitment

    def add_task(self, line: str) -> None:
        """A task from one line; the next one can be typed."""
        saved = self._do(tasks.add_task_line, self._item().item_id, line, at=now())
        self._panel.forget_task()
        words = " ".join(formats.sentence(finding) for finding in saved.warnings)
        if words:
            self._panel.tasks.say_problem(words, "warn")

    def add_commitment(self, line: str) -> None:
        """An institution undertakes something, declared aloud."""
        saved = self._do(
            commitments.add_commitment_line,
            self._item().item_id,
            line,
            when=self._when(),
            at=now(),
        )
        self._panel.forget_task()
        words = " ".join(formats.sentence(finding) for finding in saved.warnings)
        if words:
            self._panel.tasks.say_problem(words, "warn")

    def remove_commitment(self, commitment_id: str) -> None:
        """Take a commitment out, with its task."""
        self._do(commitments.remove_commitment, commitment_id, at=now())
        self._screen.say_done(self.tr("The commitment is removed"))

    def preview_commitment(self, line: str) -> CommitmentPreview | None:
        """How a commitment would be read."""
        item = self._panel.item
        if item is None:
            return None
        ask, when = self._screen.desk.workspace.ask, self._when() or now()
        return ask(commitments.preview_commitment, item.item_id, line, at=when)

    def remove_task(self, task_id: str) -> None:
        """Take a task out."""
        self._do(tasks.remove_task, task_id, at=now())
        self._screen.say_done(self.tr("The task is removed"))

    def remove_pledge(self, pledge_id: str) -> None:
        """Take promised support out."""
        self._do(tasks.remove_pledge, pledge_id, at=now())
        self._screen.say_done(self.tr("The support is removed"))

    def remove_change(self, pending_id: str) -> None:
        """Take a waiting change of membership back."""
        item_id = self._item().item_id
        self._do(membership.drop_membership, item_id, pending_id, at=now())
        self._screen.say_done(self.tr("The change is taken back"), undo=False)
        self._screen.mark_stale()

    def preview_task(self, line: str) -> TaskPreview | None:
        """How a task line would be read."""
        item = self._panel.item
        if item is None:
            return None
        return self._screen.desk.workspace.ask(tasks.preview_task, item.item_id, line)

    def _item(self) -> ItemView:
        item = self._panel.item
        if item is None:
            raise RuntimeError("no item is shown")
        return item

    def _when(self) -> datetime | None:
        return self._clock.moment()
