"""One window a data folder: a second start brings the first window to the front instead of opening another.

Knows nothing of what is in the window. Sending has a lock of its own; this is only a courtesy.
"""

import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 300
_STARTING_S = 30


class SingleWindow(QObject):
    """`asked` when another start wants the window to show itself."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "ztdesk-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        # Of this PC alone, as the window is, also where the folder is shared by several.
        self._lock = QLockFile(QDir(QDir.tempPath()).filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # held for as long as its process lives
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether no other window of this folder is open; if one is, it is asked to show itself."""
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        # One that does not listen yet is about to appear; after so long, the lock is one that was left behind.
        return not self._ask() and not self._is_starting()

    def listen(self) -> None:
        """Be asked from now on."""
        from PySide6.QtNetwork import QLocalServer  # late: slow to load, and only needed once the window is there

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        # A name left behind by a process that died blocks the next one on some systems.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Stop to be asked, and let another be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _ask(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket  # late: only a second start asks

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.disconnectFromServer()
        return True

    def _is_starting(self) -> bool:
        try:
            locked_at = Path(self._lock.fileName()).stat().st_mtime
        except OSError:
            return False
        return abs(time.time() - locked_at) < _STARTING_S

    def _on_new_connection(self) -> None:
        if self._server is not None:
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            self.asked.emit()
