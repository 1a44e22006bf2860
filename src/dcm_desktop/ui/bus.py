"""Tells the screens what an act changed. One object per window; nothing else is announced here."""

from PySide6.QtCore import QObject, Qt, Signal

from dcm_desktop.domain.terms import Changes


class Bus(QObject):
    """Carries announcements of the store to the screens, always on the GUI thread.

    Give `announce` to `Workspace.listeners`: it may be called from the worker too.
    """

    changed = Signal(object)
    """An act was committed; carries its `Changes`."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.changed, Qt.ConnectionType.AutoConnection)

    def announce(self, changes: Changes) -> None:
        """Pass an announcement on; from another thread it arrives with the next event."""
        self._arrived.emit(changes)
