"""A sync for a thread of its own: the right to send, a database connection and an engine, taken and given back together."""

import time
from collections.abc import Callable

from ztdesk.domain.connection import Connection
from ztdesk.domain.errors import TryLater
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import LookedUp
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.services import open_services
from ztdesk.settings import Settings
from ztdesk.store.turns import Turns
from ztdesk.sync.lock import SyncLock
from ztdesk.sync.service import Observer

_CHECKPOINT_EVERY_S = 5.0
_CHECKPOINT_ROWS = 2000
_NEVER_ON_A_COMMIT = 100_000
"""Pages of log: a scan would wait for the commit that copies them into the file."""
_LONGEST_WAIT_S = 3.0
"""Another window or a command may queue a batch on the same data, and nobody tells."""


class SyncSession:
    """Steps the engine of one data folder. To be made, used and closed in one thread."""

    def __init__(
        self,
        folder: DataFolder,
        settings: Settings,
        observer: Observer,
        turns: Turns | None = None,
        sightings_changed: Callable[[int], None] | None = None,
    ) -> None:
        """`turns` are those of the window; with `sightings_changed` devices of open batches are looked up ahead.

        Raises TryLater while somebody else sends, StoreFailure.
        """
        self._lock = SyncLock(folder.sync_lock)
        if not self._lock.take():
            raise _busy_here() if self._lock.is_held_here else _busy_elsewhere()
        try:
            self._services = open_services(folder, settings, checkpoint_pages=_NEVER_ON_A_COMMIT, turns=turns)
            try:
                self._engine = self._services.engine(observer, sightings_changed)
                self._engine.refresh_customers()
            except BaseException:
                self._services.close()
                raise
        except BaseException:
            self._lock.give_back()
            raise
        self._checkpoint_at = time.monotonic() + _CHECKPOINT_EVERY_S
        self._checkpoint_rows = _CHECKPOINT_ROWS

    @property
    def connection(self) -> Connection:
        """How the service could be reached when it was last tried."""
        return self._engine.connection

    def step(self) -> float:
        """One bounded piece of work; seconds until there may be more. Raises StoreFailure."""
        wait_s = self._engine.step()
        now, database = time.monotonic(), self._services.database
        if database.changed_rows >= self._checkpoint_rows or (wait_s > 0 and now >= self._checkpoint_at):
            # Here, so that no scan ever waits for it.
            database.checkpoint()
            self._checkpoint_at = now + _CHECKPOINT_EVERY_S
            self._checkpoint_rows = database.changed_rows + _CHECKPOINT_ROWS
        return min(wait_s, _LONGEST_WAIT_S)

    def try_again(self) -> None:
        """A person acted: forget refused sign-ins and waits, and fetch the customers."""
        self._engine.try_again()
        self._engine.refresh_customers()

    def refresh_customers(self) -> None:
        """Fetch the customers again."""
        self._engine.refresh_customers()

    def look_up(self, identifier: DeviceIdentifier) -> LookedUp:
        """Ask at once where a device is. Raises StoreFailure, UsageError."""
        return self._engine.look_up(identifier)

    def close(self) -> None:
        """Close connections and database, and let another process send."""
        try:
            try:
                self._engine.close()
            finally:
                self._services.close()
        finally:
            self._lock.give_back()


def _busy_here() -> TryLater:
    return TryLater(
        text("The account before is finishing"),
        text("Scanning goes on; sending begins when its last call is answered."),
    )


def _busy_elsewhere() -> TryLater:
    return TryLater(
        text("Another ztdesk is sending"), text("Scanning goes on; it takes over when the other is closed.")
    )
