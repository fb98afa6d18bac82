"""The way to the service: opened when it is first needed, and every call over it counted in the shared pace.

Knows nothing of what is asked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ztdesk.sync.pace import Pace
from ztdesk.sync.service import ResellerService


class Line:
    """One at a time. `account` is whose it is, None before the first connection."""

    def __init__(self, connect: Callable[[], ResellerService], pace: Pace) -> None:
        self._connect = connect
        self._pace = pace
        self._service: ResellerService | None = None
        self.account: str | None = None

    def open(self) -> ResellerService:
        """The service, for no call yet. Raises what `connect` raises."""
        if self._service is None:
            self._service = self._connect()
            self.account = self._service.account
        return self._service

    def call(self, now: float) -> ResellerService:
        """The service, for one call."""
        service = self.open()
        self._pace.take(now)
        return service

    @contextmanager
    def look_up(self, now: float) -> Iterator[ResellerService]:
        """The service, for one look-up, whose answer may come in several pages."""
        service = self.call(now)
        pages = service.pages
        try:
            yield service
        finally:
            self._pace.take(now, service.pages - pages - 1)

    def close(self) -> None:
        """Close the connections; the next call opens them again."""
        if self._service is not None:
            self._service.close()
            self._service = None
