"""The log files in the data folder: a few, small, and without secrets. Knows nothing of what is logged."""

import logging
import logging.handlers

from ztdesk.paths import DataFolder

_LARGEST_BYTES = 1_000_000
_KEPT = 5


def start_log(folder: DataFolder, name: str) -> None:
    """Log into `logs/NAME.log`; each program has a file of its own, for Windows cannot turn over a shared one.

    A folder that cannot be written to is no error: the program works without a log.
    """
    try:
        folder.logs.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder.logs / f"{name}.log", maxBytes=_LARGEST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    # Google's libraries tell of requests and their bodies there.
    for noisy in ("googleapiclient", "google", "google_auth_httplib2", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
