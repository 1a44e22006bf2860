"""Saves what is being typed: 800 ms after the last key, and at least every 2 s."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_MS = 800
AT_LEAST_MS = 2_000


@runtime_checkable
class Flushable(Protocol):
    """Something that holds typed text which is not saved yet."""

    def flush(self) -> None:
        """Save it now."""
        ...


class DraftField(QObject):
    """Watches one text field and hands its text to `save`; `flush` before leaving or locking.

    `save` runs on the GUI thread: give it a method that hands the write to the worker, or writes
    in the slot (a commit costs about 5 ms). `unsaved` tells the status line the truth.
    """

    unsaved_changed = Signal(bool)
    """There is (or is no longer) typed text that was not handed over yet."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, save: Callable[[str], object]) -> None:
        super().__init__(editor)
        self._editor, self._save = editor, save
        self._saved = self._text()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._at_least = QTimer(self)
        self._at_least.setSingleShot(True)
        self._at_least.setInterval(AT_LEAST_MS)
        self._at_least.timeout.connect(self.flush)
        editor.textChanged.connect(self._typed)
        left = getattr(editor, "left", None)
        if left is not None:
            left.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """True while typed text was not handed over."""
        return self._text() != self._saved

    def set_saved(self, text: str) -> None:
        """Show a text that comes from the store; it is saved by definition."""
        self._saved = text
        if self._text() != text:
            self._editor.blockSignals(True)
            if isinstance(self._editor, QPlainTextEdit):
                self._editor.setPlainText(text)
            else:
                self._editor.setText(text)
            self._editor.blockSignals(False)
        self._stop()

    def flush(self) -> None:
        """Hand the text over now, if it is another one."""
        self._stop()
        text = self._text()
        if text != self._saved:
            self._saved = text
            self._save(text)
            self.unsaved_changed.emit(False)

    def _typed(self) -> None:
        if not self.unsaved:
            return
        self._pause.start()
        if not self._at_least.isActive():
            self._at_least.start()
            self.unsaved_changed.emit(True)

    def _stop(self) -> None:
        self._pause.stop()
        self._at_least.stop()

    def _text(self) -> str:
        if isinstance(self._editor, QPlainTextEdit):
            return self._editor.toPlainText()
        return self._editor.text()
