"""The log files in the data folder: a few, small, and without secrets. Knows nothing of what is logged."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ztdesk.paths import DataFolder

_LARGEST_BYTES = 1_000_000
_KEPT = 5


@contextmanager
def logged(folder: DataFolder, name: str) -> Iterator[None]:
    """Log into `logs/NAME.log` for the length of a block.

    Each program has a file of its own, for Windows cannot turn over a shared one. A folder that cannot be written to is
    no error, nor is a disk that is full: the program works without a log.
    """
    # What a handler cannot write it would tell of on standard error, with a traceback.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # Google's libraries tell of requests and their bodies there.
    for noisy in ("googleapiclient", "google", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    handler = _LogFile(folder, name)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


class _LogFile(logging.Handler):
    """The file, made for its first record: most starts have nothing to tell."""

    def __init__(self, folder: DataFolder, name: str) -> None:
        super().__init__()
        self._path = folder.logs / f"{name}.log"
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        if self._file is None:
            self._file = _handler(self._path)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def _handler(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # late: it is slow to load, and the window's start waits for it

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LARGEST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
