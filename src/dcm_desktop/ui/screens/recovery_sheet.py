"""The recovery sheet: make it, print it or save it as PDF, then type two of its groups back.

Used by the first run and by the settings. A sheet that was postponed does not exist yet: its key
is made when it is first printed, saved or shown, and a new one ends the life of the old one.
"""

import secrets
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dcm_desktop.ui import dialogs, theme
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.screens.recovery_groups import RecoveryGroups
from dcm_desktop.ui.widgets.boxes import Box, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.ui.widgets.printing import print_pdf
from dcm_desktop.usecases import recovery_sheet
from dcm_desktop.usecases.acting import Workspace

FILE_NAME = "okmd-recovery-sheet.pdf"


class SheetPicture(QWidget):
    """A little picture of the sheet; its groups are dots until they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self.setFixedSize(200, 168)
        self.setAccessibleName(self.tr("The sheet"))

    def set_groups(self, groups: tuple[str, ...]) -> None:
        """Show the groups, or dots when empty."""
        self._groups = groups
        self.setAccessibleDescription(" ".join(groups))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a page: paper stays white in both looks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border_strong"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(theme.font("captionm"))
        painter.drawText(QRectF(14, 12, 172, 20), self.tr("Recovery sheet"))
        painter.setFont(theme.font("captionm", figures=True))
        for place in range(recovery_sheet.GROUPS):
            word = self._groups[place] if self._groups else "•••••"
            at = QRectF(14 + place % 2 * 88, 44 + place // 2 * 28, 84, 22)
            painter.drawText(at, f"{place + 1}  {word}")


class RecoverySheetPanel(QWidget):
    """Buttons, picture and rehearsal; `finished` once the sheet is kept and two groups matched."""

    finished = Signal()
    """The sheet is printed or saved, and two groups were typed back."""

    def __init__(self, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__()
        self._workspace, self._jobs = workspace, jobs
        self._key = ""
        self._kept = False
        self._picture = SheetPicture()
        self._print = Button(self.tr("Print"), icon="printer")
        self._print.setObjectName("printSheetButton")
        self._save = Button(self.tr("Save as PDF …"), icon="download")
        self._save.setObjectName("saveSheetButton")
        self._show = Button(self.tr("Show to copy by hand"), kind="ghost", icon="eye")
        self._show.setCheckable(True)
        self._print.clicked.connect(self._print_sheet)
        self._save.clicked.connect(self._save_sheet)
        self._show.toggled.connect(self._show_key)
        self._done_line = _Check(self.tr("Not kept yet"))
        self._check_line = _Check(self.tr("Two groups to check"))
        places = sorted(secrets.SystemRandom().sample(range(recovery_sheet.GROUPS), 2))
        self._check = RecoveryGroups(tuple(places))
        self._check.changed.connect(self._typed)
        self._check.setEnabled(False)
        right = vbox(
            hbox(self._print, self._save, None),
            hbox(self._show, None),
            self._done_line,
            self._check_line,
            self._check,
            Label(
                self.tr("Two groups are enough to know that the sheet can be read."),
                "caption",
                "text3",
                wrap=True,
            ),
            None,
            spacing=8,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(hbox(vbox(self._picture, None), (right, 1), spacing=24))

    @property
    def is_finished(self) -> bool:
        """Whether the sheet is kept and was read back."""
        return self._kept and self._matches()

    def forget(self) -> None:
        """Let the key go; the panel can make a new sheet only."""
        self._key = ""
        self._picture.set_groups(())
        self._check.wipe()

    def _make(self) -> str:
        if not self._key:
            self._key = self._workspace.new_recovery_sheet(at=now())
            self._check.setEnabled(True)
        return self._key

    def _pdf(self) -> bytes:
        return recovery_sheet.paper(self._make(), self._workspace.info, printed_on=today())

    def _print_sheet(self) -> None:
        title = self.tr("Recovery sheet")
        print_pdf(self, self._pdf(), title, self._jobs, done=self._printed)

    def _printed(self, printer: str) -> None:
        self._keep(self.tr("Printed on „{printer}“").format(printer=printer))

    def _save_sheet(self) -> None:
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Save the recovery sheet"),
            name=FILE_NAME,
            kinds=self.tr("PDF file (*.pdf)"),
            chosen=self._save_to,
        )

    def _save_to(self, path: Path) -> None:
        dialogs.save_bytes(path, self._pdf())
        self._keep(self.tr("Saved as PDF; keep it away from this computer"))

    def _show_key(self, shown: bool) -> None:
        groups = recovery_sheet.split(self._make()) if shown else ()
        self._picture.set_groups(groups)
        self._show.set_icon("eye-off" if shown else "eye")
        self._show.setText(self.tr("Hide") if shown else self.tr("Show to copy by hand"))
        if shown:
            self._keep(self.tr("Shown; copy all eight groups"))

    def _keep(self, text: str) -> None:
        self._kept = True
        self._done_line.set_done(text)
        first = self._check.first_wrong()
        if first is not None:
            first.setFocus()
        self._tell()

    def _matches(self) -> bool:
        groups = recovery_sheet.split(self._key) if self._key else ()
        return bool(groups) and all(
            recovery_sheet.same_group(edit.text(), groups[edit.place]) for edit in self._check.edits
        )

    def _typed(self, _all_right: bool) -> None:
        if self._matches():
            self._check_line.set_done(self.tr("The two groups match"))
        self._tell()

    def _tell(self) -> None:
        if self.is_finished:
            self.finished.emit()


class _Check(Box):
    """A line with an empty or a green sign."""

    def __init__(self, text: str) -> None:
        self._icon = Icon("circle-dashed", "border_strong", 18)
        self._text = Label(text, "small", "text2", wrap=True)
        super().__init__(self._icon, (self._text, 1), row=True)

    def set_done(self, text: str) -> None:
        """It is done."""
        self._icon.set_icon("circle-check", "ok_solid")
        self._text.setText(text)
        self._text.set_tone("text")
