"""Every journey ends with nothing left running: no thread, no child process."""

import threading
from collections.abc import Iterator

import psutil  # type: ignore[import-untyped]
import pytest


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Set up before and so looked at after everything else of a test."""
    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    yield
    # Python stands in a "Dummy" for a thread of Qt's that ran some of its code, and keeps it when that thread is gone;
    # the journeys look at Qt's threads themselves.
    running = [thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")]
    left = [thread.name for thread in running if thread not in threads]
    assert not left, f"threads still run: {left}"
    assert not set(psutil.Process().children(recursive=True)) - children
