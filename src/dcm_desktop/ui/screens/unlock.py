"""The unlock window's contents: passphrase, or the recovery sheet and a new passphrase.

Opening runs on the worker; nothing heavy is imported before the passphrase is given.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dcm_desktop.errors import DcmError, StoreError, WrongPassphrase
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.screens.new_passphrase import KeyboardHint, NewPassphrase, layout_of
from dcm_desktop.ui.widgets.boxes import ScrollColumn, fixed, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, PassphraseEdit
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.ui.widgets.messages import BusyOverlay, MessageStrip

if TYPE_CHECKING:
    from dcm_desktop.usecases.acting import Workspace

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDTH = 320


class UnlockScreen(QWidget):
    """Asks for the passphrase of one store. Its label comes from the settings, not the folder."""

    unlocked = Signal(object)
    """The store is open; carries its `Workspace`."""
    other_requested = Signal()
    """The user wants another store, or a new one."""

    def __init__(self, folder: Path, label: str, jobs: Jobs, *, note: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._folder, self._jobs = folder, jobs
        self._wait = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self.strip = MessageStrip()
        self._stack = QStackedWidget()
        self._recovery: _RecoveryPage | None = None
        self.edit = PassphraseEdit(hint=self.tr("Passphrase"))
        self.edit.setObjectName("passphrase")
        self.field = Field(self.tr("Passphrase"), self.edit)
        self.field.hide_caption()
        self.button = Button(self.tr("Unlock"), kind="primary")
        self.button.setObjectName("unlockButton")
        self._stack.addWidget(self._passphrase_page(label, note))
        self._busy = BusyOverlay(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)

    def start(self) -> None:
        """Put the keyboard into the field."""
        self.edit.setFocus()

    def take_error(self, error: DcmError) -> None:
        """Show why the store was not opened: under the field when it is the passphrase."""
        if self._recovery is not None and self._stack.currentWidget() is self._recovery:
            self.strip.say(formats.sentence(error), "bad")
            return
        self._ready()
        if error.code == "store.wait":
            self._wait = int(str(error.facts.get("n", 1)))
            self._timer.start()
            self._show_wait()
        elif isinstance(error, WrongPassphrase):
            self.field.set_error(self._wrong_sentence(error))
            self.edit.setFocus()
            self.edit.selectAll()
        else:
            self.strip.say(formats.sentence(error), "bad")

    def _passphrase_page(self, label: str, note: str) -> QWidget:
        page = QWidget()
        self.button.setSizePolicy(
            self.button.sizePolicy().Policy.Expanding, self.button.sizePolicy().Policy.Fixed
        )
        self.button.clicked.connect(self._unlock)
        self.edit.returnPressed.connect(self._unlock)
        sheet = Button(self.tr("I have a recovery sheet"), kind="ghost")
        sheet.setObjectName("recoveryButton")
        sheet.clicked.connect(self._open_recovery)
        other = Button(self.tr("Another store …"), kind="ghost")
        other.setObjectName("otherStoreButton")
        other.clicked.connect(self.other_requested)
        inner = QWidget()
        fixed(inner, _WIDTH)
        inner.setLayout(
            vbox(
                self.field,
                hbox(Icon("keyboard", "text3", 14), KeyboardHint(self.edit), None, spacing=6),
                4,
                self.button,
                hbox(None, sheet, None),
                spacing=6,
            )
        )
        title = Label(label or self.tr("DCM Coordinator"), "title", align=_CENTRE, wrap=True)
        column = vbox(None, spacing=4)
        column.addWidget(Icon("shield-check", "accent", 48, 1.25), 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(title)
        column.addWidget(
            Label(note or self.tr("Encrypted on this computer"), "small", "text2", align=_CENTRE)
        )
        column.addSpacing(12)
        column.addLayout(hbox(None, inner, None))
        column.addStretch(1)
        column.addLayout(hbox(None, other, None))
        page.setLayout(column)
        return page

    def _unlock(self) -> None:
        if not self.button.isEnabled() or self._wait:
            return
        if not self.edit.text():
            self.field.set_error(self.tr("Type your passphrase."))
            self.edit.setFocus()
            return
        self.strip.dismiss()
        self.field.set_error("")
        self.button.setEnabled(False)
        self.edit.setEnabled(False)
        self.button.set_text(self.tr("Unlocking …"))
        work = partial(_open, self._folder, self.edit.text(), throttle=True)
        self._jobs.run(work, done=self._opened, failed=self._failed)

    def _opened(self, workspace: "Workspace") -> None:
        self.edit.wipe()
        if self._recovery is not None:
            self._recovery.wipe()
        self.unlocked.emit(workspace)

    def _failed(self, error: BaseException) -> None:
        self._ready()
        if not isinstance(error, DcmError):
            raise error
        self.take_error(error)

    def _ready(self) -> None:
        self.button.set_text(self.tr("Unlock"))
        self.button.setEnabled(True)
        self.edit.setEnabled(True)

    def _wrong_sentence(self, error: WrongPassphrase) -> str:
        sentence = formats.sentence(error)
        if layout_of(self.edit.text()) == "EN" and any(s.isalpha() for s in self.edit.text()):
            return sentence + " " + self.tr("It was typed in Latin letters.")
        return sentence

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._show_wait()
            return
        self._timer.stop()
        self._wait = 0
        self._ready()
        self.field.set_error("")
        self.edit.setFocus()

    def _show_wait(self) -> None:
        self.button.setEnabled(False)
        self.field.set_error(formats.sentence(StoreError("store.wait", n=self._wait)))

    def _open_recovery(self) -> None:
        if self._recovery is None:
            self._recovery = _RecoveryPage()
            self._recovery.back_requested.connect(self._back)
            self._recovery.ready.connect(self._recover)
            self._stack.addWidget(self._recovery)
        self.strip.dismiss()
        self._stack.setCurrentWidget(self._recovery)
        self._recovery.start()

    def _back(self) -> None:
        self.strip.dismiss()
        self._stack.setCurrentIndex(0)
        self.edit.setFocus()

    def _recover(self, key: str, passphrase: str) -> None:
        work = partial(_recover, self._folder, key, passphrase)
        self._jobs.run_modal(
            self._busy, self.tr("Unlocking …"), work, done=self._opened, failed=self._failed
        )


class _RecoveryPage(QWidget):
    """The eight groups, then the new passphrase."""

    ready = Signal(str, str)
    """All is typed: carries key and new passphrase."""
    back_requested = Signal()
    """The passphrase came back to mind."""

    def __init__(self) -> None:
        super().__init__()
        from dcm_desktop.ui.screens.recovery_groups import RecoveryGroups  # only when needed

        self.groups = RecoveryGroups()
        self.passphrase = NewPassphrase()
        self._next = Button(self.tr("Unlock and set the passphrase"), kind="primary")
        self._next.setObjectName("recoverButton")
        self._note = Label(
            self.tr("Eight groups of five signs; each turns green when it is right."),
            "small",
            "text2",
            wrap=True,
        )
        back = Button(self.tr("Back"), kind="ghost")
        back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self._submit)
        self.groups.submitted.connect(self.passphrase.first.setFocus)
        self.passphrase.submitted.connect(self._submit)
        column = ScrollColumn(
            Label(self.tr("Recovery sheet"), "title"),
            self._note,
            self.groups,
            4,
            Label(self.tr("New passphrase"), "heading"),
            self.passphrase,
            None,
            spacing=8,
            margins=(4, 0, 4, 0),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, 1)
        outer.addLayout(hbox(back, None, self._next))

    def start(self) -> None:
        """Put the keyboard into the first group."""
        self.groups.edits[0].setFocus()

    def wipe(self) -> None:
        """Overwrite everything that was typed."""
        self.groups.wipe()
        self.passphrase.wipe()

    def _submit(self) -> None:
        wrong = self.groups.first_wrong()
        if wrong is not None:
            self._note.setText(self.tr("Compare this group with the sheet."))
            self._note.set_tone("bad")
            wrong.setFocus()
            return
        if self.passphrase.check():
            self.ready.emit(self.groups.key, self.passphrase.value)


def _open(folder: Path, passphrase: str, *, throttle: bool) -> "Workspace":
    """On the worker: derive the key and open the store."""
    from dcm_desktop.usecases.workspace import open_store

    return open_store(folder, passphrase, at=now(), throttle=throttle)


def _recover(folder: Path, key: str, passphrase: str) -> "Workspace":
    """On the worker: open with the sheet and set the new passphrase."""
    from dcm_desktop.usecases.workspace import recover_store

    return recover_store(folder, key, passphrase, at=now())
