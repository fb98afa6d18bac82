"""Builds what the window and the commands work with on one data folder, and takes it down again.

Knows everything that is kept and sent, and nothing of how it is shown.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ztdesk.domain.errors import StoreFailure, UsageError
from ztdesk.domain.journal import Author
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings, check_for_practice, load_settings
from ztdesk.station.batch_desk import BatchDesk
from ztdesk.store.batches import Batches
from ztdesk.store.boxes import Boxes
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal
from ztdesk.store.turns import Turns
from ztdesk.sync.service import Observer, ResellerService

if TYPE_CHECKING:
    from ztdesk.store.outbox import Outbox
    from ztdesk.sync.engine import Engine


@dataclass(frozen=True, slots=True)
class Services:
    """Everything on one data folder."""

    settings: Settings
    is_for_practice: bool
    author: Author
    database: Database
    journal: Journal
    batches: Batches
    items: Items
    boxes: Boxes
    notes: DeliveryNotes
    catalogue: Catalogue
    desk: BatchDesk

    @property
    def outbox(self) -> "Outbox":
        """The requests that are made of queued batches."""
        from ztdesk.store.outbox import Outbox  # late: no scan needs it

        return Outbox(self.database, self.journal, self.author)

    def connect(self) -> ResellerService:
        """The service of the account that is set. Raises UsageError, SignInNeeded."""
        if not self.settings.has_account:
            raise UsageError(
                text("Not set up yet"), text("Run ztdesk setup --partner-id ID --service-account FILE first.")
            )
        if self.is_for_practice:
            check_for_practice(self.settings.api_endpoint)
        from ztdesk.cloud.client import ResellerClient  # late: Google's client is slow to load and few commands need it

        return ResellerClient(
            self.settings.partner_id, Path(self.settings.service_account_file), self.settings.api_endpoint
        )

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def engine(self, observer: Observer, sightings_changed: Callable[[int], None] | None = None) -> "Engine":
        """A sync on this folder; the caller holds the folder's lock.

        With `sightings_changed`, which is told of batches, it looks devices up while they wait in open batches.
        """
        from ztdesk.sync.engine import Engine  # late: only what sends needs it
        from ztdesk.sync.timing import Timing  # late: as the engine

        preflight = None
        if sightings_changed is not None:
            from ztdesk.store.sightings import Sightings  # late: as the engine
            from ztdesk.sync.preflight import Preflight  # late: as the engine

            preflight = Preflight(Sightings(self.database), self.catalogue, sightings_changed, time.time)
        settings = self.settings
        timing = Timing(settings.grace_s, settings.poll_shortest_s, settings.poll_longest_s, settings.in_flight)
        return Engine(
            batches=self.batches,
            outbox=self.outbox,
            catalogue=self.catalogue,
            connect=self.connect,
            observer=observer,
            clock=time.time,
            uptime=time.monotonic,
            timing=timing,
            preflight=preflight,
        )


def open_services(
    folder: DataFolder, settings: Settings | None = None, *, checkpoint_pages: int = 1000, turns: Turns | None = None
) -> Services:
    """The services on `folder`, which is made where it is missing; to be closed in the thread that opened them.

    `settings` are those of the folder unless given. Raises UsageError (settings), StoreFailure.
    """
    try:
        folder.create()
    except OSError as error:
        raise StoreFailure(
            text("Data folder cannot be used"), text("{folder}: {reason}", folder=folder.root, reason=error.strerror)
        ) from error
    if settings is None:
        settings = load_settings(folder.settings_file)
    database = Database(folder.database_file, checkpoint_pages=checkpoint_pages, turns=turns)
    author = Author(settings.station_name or _computer_name(), settings.operator)
    journal = Journal(database)
    batches, items, catalogue = Batches(database, journal), Items(database, journal), Catalogue(database)
    return Services(
        settings=settings,
        is_for_practice=folder.is_for_practice,
        author=author,
        database=database,
        journal=journal,
        batches=batches,
        items=items,
        boxes=Boxes(database, journal),
        notes=DeliveryNotes(database, journal),
        catalogue=catalogue,
        desk=BatchDesk(batches, catalogue, time.time, author),
    )


@contextmanager
def opened(folder: DataFolder, settings: Settings | None = None) -> Iterator[Services]:
    """The services on `folder` for the length of a block. Raises as `open_services`."""
    services = open_services(folder, settings)
    try:
        yield services
    finally:
        services.close()


def _computer_name() -> str:
    # What platform.node() answers, without its loading.
    if sys.platform == "win32":
        import socket  # late: only Windows has no uname

        return socket.gethostname() or "this PC"
    return os.uname().nodename or "this PC"
