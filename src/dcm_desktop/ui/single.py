"""One running copy per store: a second start shows the first one's window and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 300


def name_of(folder: Path) -> str:
    """Name of the meeting point of a store; says nothing about where it lies."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"dcm-desktop-{digest[:24]}"


class SingleInstance(QObject):
    """Holds the meeting point of one store while its window lives."""

    called = Signal()
    """Another start wanted this store: show the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._met)

    def claim(self, folder: Path) -> bool:
        """True when this copy is the first; else the first one was called."""
        name = name_of(folder)
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(WAIT_MS):
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(name)
        self._server.listen(name)
        return True

    def release(self) -> None:
        """Let the next copy be the first."""
        self._server.close()

    def _met(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.close()
            socket.deleteLater()
        self.called.emit()
