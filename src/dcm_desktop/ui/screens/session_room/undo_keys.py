"""Ctrl+Z and Ctrl+Y in a text field: the field's own while it has typing to take back, else the
window's, which undoes the last act."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def belongs_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether the field shall leave this key to the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo
