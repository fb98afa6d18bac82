"""The log files in the data folder: a few, small, and without secrets. Knows nothing of what is logged."""

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager

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
    for noisy in ("googleapiclient", "google", "google_auth_httplib2", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    handler = _handler(folder, name)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def _handler(folder: DataFolder, name: str) -> logging.Handler:
    try:
        folder.logs.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder.logs / f"{name}.log", maxBytes=_LARGEST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
