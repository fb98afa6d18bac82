"""Only one process at a time sends what is in a data folder."""

import os
import platform
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class SyncLock:
    """The right to send. The system gives it back when its holder dies, however it dies."""

    def __init__(self, file: Path) -> None:
        # Threads of one process may pass the object on, so it must not be bound to one.
        self._lock = FileLock(str(file), thread_local=False)
        # Beside it: nobody else may read a locked file on some systems.
        self._holder = file.with_name(f"{file.name}.holder")

    def take(self) -> bool:
        """Take it if nobody holds it."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        with suppress(OSError):
            self._holder.write_text(_this_process(), encoding="utf-8")
        return True

    @property
    def is_held_here(self) -> bool:
        """Whether it is this very process that sends, by another lock on the same file."""
        try:
            return self._holder.read_text(encoding="utf-8") == _this_process()
        except (OSError, ValueError):
            return False

    def give_back(self) -> None:
        """Let another process send."""
        with suppress(OSError):
            self._holder.unlink()
        self._lock.release()


def _this_process() -> str:
    return f"{platform.node()} {os.getpid()}"
