"""Text typed in the room: kept as a draft while it is typed, committed when it is finished.

The draft survives a killed process with its caret; the commit is an act that can be undone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from dcm_desktop.ui.draft_writer import writer_of
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow


class KeptText(QObject):
    """Binds one editor to a field of the item that is shown.

    `commit` gets the whole text when the field is left; None for lines that are entered by a key
    and only kept until then.
    """

    unsaved_changed = Signal(bool)
    """There is (or is no longer) typed text that is not in the store."""

    def __init__(
        self,
        workspace: Workspace,
        editor: QLineEdit | QPlainTextEdit,
        field: str,
        commit: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(editor)
        self.field = field
        self._writer, self._editor, self._commit = writer_of(workspace), editor, commit
        self._record, self._stored = "", ""
        self._has_draft = False
        self._draft = DraftField(editor, self._keep)
        self._draft.unsaved_changed.connect(self.unsaved_changed)
        left = getattr(editor, "left", None)
        if left is not None and commit is not None:
            left.connect(self.finish)

    @property
    def record_id(self) -> str:
        """The item whose text is shown."""
        return self._record

    def load(self, record_id: str, text: str, drafts: dict[str, DraftRow]) -> None:
        """Show the text of a record, or what was being typed there.

        What is being typed now is never replaced by what the store says about the same record.
        """
        same = record_id == self._record
        if same and text == self._stored:
            return
        if same and self._is_typing():
            self._stored = text
            return
        if not same:
            self._draft.flush()
        self._record, self._stored = record_id, text
        draft = drafts.get(self.field)
        self._has_draft = draft is not None
        self._draft.set_saved(text if draft is None else draft.text)
        if draft is not None:
            self._place_caret(draft.caret)

    def finish(self) -> None:
        """Commit what was typed, as one act; nothing happens when nothing is new."""
        if self._commit is None or not self._record:
            return
        text = self._text()
        if text == self._stored:
            self._forget()
            return
        self._commit(text)
        self._stored = text
        self._draft.set_saved(text)
        self._drop()

    def clear(self) -> None:
        """The line was entered: forget it."""
        self._draft.set_saved("")
        self._drop()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._draft.flush()

    def _is_typing(self) -> bool:
        return self._text() != self._stored

    def _forget(self) -> None:
        if self._draft.unsaved:
            self._draft.set_saved(self._text())
        self._drop()

    def _keep(self, text: str) -> None:
        if self._record:
            self._has_draft = True
            self._writer.keep(self._record, self.field, text, self._caret())

    def _drop(self) -> None:
        if self._has_draft:
            self._has_draft = False
            self._writer.drop(self._record, self.field)
        self.unsaved_changed.emit(False)

    def _text(self) -> str:
        if isinstance(self._editor, QPlainTextEdit):
            return self._editor.toPlainText()
        return self._editor.text()

    def _caret(self) -> int:
        if isinstance(self._editor, QPlainTextEdit):
            return self._editor.textCursor().position()
        return self._editor.cursorPosition()

    def _place_caret(self, caret: int) -> None:
        caret = max(0, min(caret, len(self._text())))
        if isinstance(self._editor, QPlainTextEdit):
            cursor = self._editor.textCursor()
            cursor.setPosition(caret, QTextCursor.MoveMode.MoveAnchor)
            self._editor.setTextCursor(cursor)
        else:
            self._editor.setCursorPosition(caret)
