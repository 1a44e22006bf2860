"""Undo and redo of whole acts, with a toast that offers the way back."""

from PySide6.QtCore import QObject

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.widgets.messages import Toast
from dcm_desktop.usecases.acting import Workspace


class Undoing(QObject):
    """Ctrl+Z and Ctrl+Y outside text fields, and the act of a toast."""

    def __init__(self, workspace: Workspace, toast: Toast) -> None:
        super().__init__(toast)
        self._workspace, self._toast = workspace, toast

    def say_done(self, text: str) -> None:
        """Say that something is done and offer to take it back."""
        self._toast.say(text, self.tr("Undo"), self.undo, cap="Ctrl+Z")

    def undo(self) -> None:
        """Take the last act back and offer to do it again."""
        if self._workspace.undo(at=now()) is None:
            self._toast.say(self.tr("There is nothing to undo."))
        else:
            self._toast.say(self.tr("Undone"), self.tr("Redo"), self.redo, cap="Ctrl+Y")

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._workspace.redo(at=now()) is None:
            self._toast.say(self.tr("There is nothing to redo."))
        else:
            self.say_done(self.tr("Done again"))
