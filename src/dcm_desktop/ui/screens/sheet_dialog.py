"""The recovery sheet in a window of its own, for the settings and the reminder."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dcm_desktop.ui.screens.recovery_sheet import RecoverySheetPanel
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label


class SheetDialog(QDialog):
    """Makes a new sheet; the one before opens nothing any more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.shell if isinstance(desk.shell, QWidget) else None)
        self.setObjectName("page")
        self.setModal(True)
        self.setMinimumWidth(620)
        self._desk = desk
        self.panel = RecoverySheetPanel(desk.workspace, desk.jobs)
        self._close = Button(self.tr("Done"), kind="primary")
        self._close.clicked.connect(self.accept)
        self.panel.finished.connect(self._finished)
        text = self.tr("A new sheet ends the life of the one before. Lock it away elsewhere.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(Label(self.tr("Recovery sheet"), "title"))
        column.addWidget(Label(text, "small", "text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.panel, 1)
        column.addLayout(hbox(None, self._close))

    def _finished(self) -> None:
        self._desk.preferences.change(reminder_until="")


def open_sheet_dialog(desk: Desk) -> SheetDialog:
    """Open it over the window."""
    dialog = SheetDialog(desk)
    dialog.open()
    return dialog
