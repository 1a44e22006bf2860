"""`@рз` and Tab: the typed beginning becomes the name of a body or person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dcm_desktop.domain.task_line import Candidate, match
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets.fields import LineEdit

_MARKS = {Qt.Key.Key_1: "/", Qt.Key.Key_2: "@", Qt.Key.Key_3: "!"}


class CompletingEdit(LineEdit):
    """A line in which Tab completes what was begun with `@`; Enter enters, Esc leaves.

    `Alt+2` types `@` and `Alt+3` types `!`, where a layout lacks them.
    """

    entered = Signal()
    """Enter was pressed."""
    cancelled = Signal()
    """Esc was pressed in the empty line; otherwise it empties it."""
    emptied = Signal()
    """Esc dropped what was typed."""
    completed = Signal(str)
    """A name was completed; carries what it stands for."""

    def __init__(self, *, hint: str, name: str) -> None:
        super().__init__(hint=hint, name=name)
        self.candidates: Sequence[Candidate] = ()

    def event(self, event: QEvent) -> bool:
        """Tab completes first and only then goes to the next field; undo may be the window's."""
        undo, redo = self.isUndoAvailable(), self.isRedoAvailable()
        if belongs_to_window(event, can_undo=undo, can_redo=redo):
            event.ignore()
            return False
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.complete()
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, and the twins of `@` and `!`."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()
            else:
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.emptied.emit()
            else:
                self.cancelled.emit()
        elif alt and event.key() in _MARKS:
            self.insert(_MARKS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def complete(self) -> bool:
        """Replace `@…` before the caret by the best name; False when nothing was begun."""
        before = self.text()[: self.cursorPosition()]
        at = before.rfind("@")
        query = before[at + 1 :]
        if at < 0 or not query.strip():
            return False
        found = match(query, self.candidates)
        if not found:
            return False
        best = found[0]
        word = self.word_for(best, at_start=not before[:at].strip())
        after = self.text()[self.cursorPosition() :]
        self.setText(before[:at] + word + after)
        self.setCursorPosition(at + len(word))
        self.completed.emit(best.id)
        return True

    def word_for(self, found: Candidate, *, at_start: bool) -> str:
        """What is put in place of `@…`; override."""
        _ = at_start
        return found.short or found.name


class TaskEdit(CompletingEdit):
    """The line of a task: a completed body keeps its `@`."""

    def word_for(self, found: Candidate, *, at_start: bool) -> str:
        """The body with its mark and a space after it."""
        _ = at_start
        return f"@{found.short or found.name} "


class SpeechEdit(CompletingEdit):
    """A line of the discussion: a name at its beginning is the speaker."""

    def word_for(self, found: Candidate, *, at_start: bool) -> str:
        """The name, with a colon where it begins the line."""
        word = found.short or found.name
        return f"{word}: " if at_start else word
