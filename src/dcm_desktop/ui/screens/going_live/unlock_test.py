"""Types the passphrase once before an audience is there, so that a lock is no surprise."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, PassphraseEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions.going_live import check_passphrase


class UnlockTest(Box):
    """A field and its answer; nothing is opened, nothing is counted."""

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        super().__init__(spacing=6)
        self._folder, self._jobs = folder, jobs
        self.entry = PassphraseEdit(name=self.tr("Passphrase, to be sure of it"))
        self.entry.setObjectName("unlockTest")
        self.entry.returnPressed.connect(self.check)
        self.field = Field(self.tr("Passphrase, to be sure of it"), self.entry)
        self.button = Button(self.tr("Check"))
        self.button.setObjectName("checkPassphrase")
        self.button.clicked.connect(self.check)
        self.answer = Label("", "small", "ok_solid")
        self.answer.hide()
        row = hbox((self.field, 1), self.button, spacing=8)
        row.setAlignment(self.button, Qt.AlignmentFlag.AlignBottom)
        self.add(row, self.answer)

    def check(self) -> None:
        """Ask the slots of the store, on the worker: it takes a second."""
        typed = self.entry.text()
        self.answer.hide()
        if not typed.strip():
            self.entry.setFocus()
            return
        self.button.setEnabled(False)
        work = partial(check_passphrase, self._folder, typed)
        self._jobs.run(work, done=self._right, failed=self._wrong)

    def _right(self, _nothing: None) -> None:
        self._end()
        self.field.set_error("")
        self.answer.setText(self.tr("The passphrase opens the store."))
        self.answer.show()

    def _wrong(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, DcmError):
            raise error
        self.field.set_error(formats.sentence(error))
        self.entry.setFocus()

    def _end(self) -> None:
        self.entry.wipe()
        self.button.setEnabled(True)
