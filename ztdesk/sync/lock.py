"""Only one process at a time sends what is in a data folder."""

from pathlib import Path

from filelock import FileLock, Timeout


class SyncLock:
    """The right to send. The system gives it back when its holder dies, however it dies."""

    def __init__(self, file: Path) -> None:
        # Threads of one process may pass the object on, so it must not be bound to one.
        self._lock = FileLock(str(file), thread_local=False)

    def take(self) -> bool:
        """Take it if nobody holds it."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def give_back(self) -> None:
        """Let another process send."""
        self._lock.release()
