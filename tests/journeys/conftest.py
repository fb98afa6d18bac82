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
    left = [thread.name for thread in threading.enumerate() if thread not in threads]
    assert not left, f"threads still run: {left}"
    assert not set(psutil.Process().children(recursive=True)) - children
