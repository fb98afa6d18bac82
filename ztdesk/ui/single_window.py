"""One window a data folder: a second start brings the first window to the front instead of opening another.

Knows nothing of what is in the window. Sending has a lock of its own; this is only a courtesy.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 300


class SingleWindow(QObject):
    """`asked` when another start wants the window to show itself."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "ztdesk-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def is_first(self) -> bool:
        """Whether no other window of this folder is open; if one is, it is asked to show itself."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MS):
            socket.disconnectFromServer()
            return False
        # A name left behind by a process that died blocks the next one on some systems.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop to be asked."""
        self._server.close()

    def _on_new_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.asked.emit()
