"""`/пр`, `@рз`, `!+14` and Tab: what was begun becomes a phrase, a name or a date.

A list stands under the caret while something can be completed; the keyboard stays in the field.
Tab takes the best (↑ ↓ choose another), Enter takes it too, Esc closes the list. The marks have
twins on physical keys for layouts that lack them (`ui.keys`): Alt+1 phrase, Alt+2 name, Alt+3 date.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from dcm_desktop.ui.screens.session_room.complete_list import ChoiceList
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets.fields import LineEdit

PHRASE, NAME, DATE = "/", "@", "!"
_BEGUN = re.compile(r"(?:^|(?<=[\s(„«\[]))([/@!])((?:(?!\s[/@!])[^\n])*)$")
_LONGEST = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a beginning can mean: what the list shows and what is put in its place."""

    id: str
    title: str
    note: str
    word: str
    at_start: str = ""
    """What is put in where the line begins with it; empty: the same."""


Source = Callable[[str], Sequence[Choice]]
"""From what was typed after the mark to what it can mean, best first."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A mark and what follows it up to the caret."""

    mark: str
    query: str
    start: int
    at_start: bool


def begun_in(before: str) -> Begun | None:
    """What is being completed in the text before the caret; None when nothing is.

    A name may have spaces in it, a phrase and a date may not; a space at the end ends them all.
    """
    found = _BEGUN.search(before)
    if found is None:
        return None
    mark, query = found.group(1), found.group(2)
    if not query.strip() or query != query.strip() or len(query) > _LONGEST:
        return None
    if mark != NAME and " " in query:
        return None
    return Begun(mark, query, found.start(1), not before[: found.start(1)].strip())


class Completer(QObject):
    """Watches the keys of one editor; `sources` gives what each mark can mean."""

    completed = Signal(str)
    """Something was completed; carries its id."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, *, enter_takes: bool = True) -> None:
        super().__init__(editor)
        self.sources: dict[str, Source] = {}
        self._editor, self._enter_takes = editor, enter_takes
        self._list: ChoiceList | None = None
        self._choices: tuple[Choice, ...] = ()
        self._dropped = ""
        editor.installEventFilter(self)
        editor.textChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._look)

    @property
    def shown(self) -> tuple[str, ...]:
        """Titles in the list; empty when it is not seen."""
        seen = self._list is not None and self._list.isVisible()
        return tuple(choice.title for choice in self._choices) if seen else ()

    def complete(self) -> bool:
        """Put the chosen (or best) one in place of what was begun; False when nothing is."""
        begun = begun_in(self._before())
        if begun is None:
            return False
        choices = self._find(begun)
        if not choices:
            return False
        place = self._list.current if self.shown and self._list is not None else 0
        choice = choices[min(place, len(choices) - 1)]
        word = (choice.at_start or choice.word) if begun.at_start else choice.word
        self._replace(len(begun.mark + begun.query), word)
        self.close_list()
        self.completed.emit(choice.id)
        return True

    def close_list(self) -> None:
        """Show no list until something else is typed."""
        self._dropped = self._before()
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list come before those of the field."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self._list is not None:
            self._list.hide()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and self._take(event):
            return True
        return super().eventFilter(watched, event)

    # Inside

    def _wants(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab)
        return bool(self.shown) and event.key() in keys

    def _take(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        if key == Qt.Key.Key_Tab:
            return self.complete()
        if not self.shown or self._list is None:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in _ENTER and (self._enter_takes or self._list.moved):
            return self.complete()
        else:
            return False
        return True

    def _look(self) -> None:
        """Show the list while something can be completed."""
        before = self._before()
        begun = begun_in(before) if self._editor.hasFocus() and before != self._dropped else None
        choices = self._find(begun) if begun is not None else ()
        if before != self._dropped:
            self._dropped = ""
        self._choices = tuple(choices)
        if not choices:
            if self._list is not None:
                self._list.hide()
            return
        if self._list is None:
            self._list = ChoiceList(self._editor)
            self._list.chosen.connect(self._chosen)
        self._list.show_choices([(one.title, one.note) for one in choices])

    def _chosen(self, _place: int) -> None:
        self.complete()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, begun: Begun) -> Sequence[Choice]:
        source = self.sources.get(begun.mark)
        return source(begun.query) if source is not None else ()

    def _before(self) -> str:
        editor = self._editor
        if isinstance(editor, QLineEdit):
            return editor.text()[: editor.cursorPosition()]
        cursor = editor.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _replace(self, length: int, word: str) -> None:
        """Put a word in place of so many signs before the caret, so that Ctrl+Z takes it back."""
        editor = self._editor
        if isinstance(editor, QLineEdit):
            if length:
                editor.setSelection(editor.cursorPosition() - length, length)
            editor.insert(word)
            return
        cursor = editor.textCursor()
        move, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(move, keep, length)
        cursor.insertText(word)
        editor.setTextCursor(cursor)


class CompletingEdit(LineEdit):
    """A line that completes; Enter enters, Esc empties it and then leaves."""

    entered = Signal()
    """Enter was pressed."""
    entered_private = Signal()
    """Ctrl+Shift+Enter was pressed."""
    cancelled = Signal()
    """Esc was pressed in the empty line; otherwise it empties it."""
    emptied = Signal()
    """Esc dropped what was typed."""
    backed = Signal()
    """Backspace was pressed in the empty line."""

    def __init__(self, *, hint: str, name: str, enter_takes: bool = True) -> None:
        super().__init__(hint=hint, name=name)
        self.completing = Completer(self, enter_takes=enter_takes)

    def event(self, event: QEvent) -> bool:
        """Undo is the window's while nothing typed can be taken back."""
        undo, redo = self.isUndoAvailable(), self.isRedoAvailable()
        if belongs_to_window(event, can_undo=undo, can_redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, and Backspace where there is nothing to take back."""
        held = event.modifiers()
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and not ctrl:
            self.entered.emit()
        elif event.key() in _ENTER and held & Qt.KeyboardModifier.ShiftModifier:
            self.entered_private.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.emptied.emit()
            else:
                self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backed.emit()
        else:
            super().keyPressEvent(event)


class TaskEdit(CompletingEdit):
    """The line of a task: Enter enters it also when a body was only begun."""

    def __init__(self, *, hint: str, name: str) -> None:
        super().__init__(hint=hint, name=name, enter_takes=False)


class SpeechEdit(CompletingEdit):
    """A line of the discussion."""
