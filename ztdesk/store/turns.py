"""Whose turn it is to write, among the threads of one program that write to the same file.

SQLite lets who finds the file locked sleep, longer each time, and whoever comes at the right moment goes first; here the
next one in line goes on as soon as the one before is done. Other programs are SQLite's business. Knows no tables.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """One line for all connections that were given it."""

    def __init__(self) -> None:
        self._first_in_line = Lock()
        self._at_work = Lock()

    @contextmanager
    def taken(self, patience_s: float) -> Iterator[None]:
        """A turn for the length of a block; after `patience_s` it goes on without, and SQLite has the last word."""
        # Who is first in line keeps that place until the turn comes: who was at work just now has to stand behind.
        is_first = self._first_in_line.acquire(timeout=patience_s)
        is_at_work = is_first and self._at_work.acquire(timeout=patience_s)
        if is_first:
            self._first_in_line.release()
        try:
            yield
        finally:
            if is_at_work:
                self._at_work.release()
