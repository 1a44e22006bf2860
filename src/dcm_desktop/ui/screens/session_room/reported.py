"""What was reported under an item, as one text: folded to a button until somebody writes it."""

from PySide6.QtCore import Signal

from dcm_desktop.ui.screens.session_room.grow_edit import GrowEdit
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.item_view import ItemView


class Reported(Box):
    """The field „Reported“ above the lines."""

    text_given = Signal(str, str)
    """The field was left: item and text."""
    left = Signal()
    """Esc."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(spacing=0)
        self.button = Button(self.tr("Reported"), kind="link", icon="text")
        self.button.setObjectName("reportedButton")
        self.button.setToolTip(self.tr("What was reported, as one text (Shift+F5)"))
        self.button.clicked.connect(self._open)
        self._caption = ElideLabel(self.tr("Reported"), "caption", "text3")
        self.editor = GrowEdit(
            hint=self.tr("What was reported, as one text"), name=self.tr("Reported")
        )
        self.editor.setObjectName("reporting_text")
        self.editor.cancelled.connect(self.left)
        self.editor.left.connect(self._fold)
        self.kept = KeptText(workspace, self.editor, "reporting_text", self._commit)
        self.add(self._caption, self.editor)
        self.hide()

    def show_item(self, item: ItemView, drafts: dict[str, DraftRow]) -> None:
        """Show what was reported under an item."""
        self.kept.load(item.item_id, item.reporting_text, drafts)
        self._fold()

    def unfold(self) -> None:
        """Open the field, empty or not."""
        self.show()
        self.button.hide()

    def _open(self) -> None:
        self.unfold()
        self.editor.setFocus()

    def _fold(self) -> None:
        """Only a field with words in it (or the keyboard) stays open."""
        seen = bool(self.editor.text().strip()) or self.editor.hasFocus()
        self.setVisible(seen)
        self.button.setVisible(not seen)

    def _commit(self, text: str) -> None:
        self.text_given.emit(self.kept.record_id, text)
