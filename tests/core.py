"""What tests of the store and the sync share: a data file with everything on it, devices, and a clock turned by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ztdesk.domain.batch import Batch, BatchDraft, Item, NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.station.batch_desk import BatchDesk
from ztdesk.station.scan_station import ScanStation
from ztdesk.store.batches import Batches
from ztdesk.store.boxes import Boxes
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal
from ztdesk.store.outbox import Outbox

AUTHOR = Author("Bench 3", "ana")
START = 1_790_000_000.0
ACME = BatchDraft("1700000042", "ACME", "PO-1")


class Clock:
    """Seconds since the epoch, turned by hand."""

    def __init__(self, now: float = START) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_s(self, seconds: float) -> None:
        self.now += seconds


def imei(unit: int) -> str:
    """An IMEI of the test range."""
    return with_check_digit(f"00101012{unit:06d}")


def device(unit: int) -> NewItem:
    return NewItem(DeviceIdentifier(imei=imei(unit)), imei(unit))


@dataclass(frozen=True)
class Data:
    """Everything on one data file, as one process has it open."""

    file: Path
    clock: Clock
    database: Database
    journal: Journal
    batches: Batches
    items: Items
    catalogue: Catalogue
    outbox: Outbox
    desk: BatchDesk
    station: ScanStation
    boxes: Boxes
    notes: DeliveryNotes

    def opened(self, units: Sequence[int], draft: BatchDraft = ACME) -> Batch:
        """An open batch of these devices."""
        return self.batches.open_with(draft, [device(unit) for unit in units], self.clock(), AUTHOR, "test")

    def queued(self, units: Sequence[int], draft: BatchDraft = ACME) -> Batch:
        """A queued batch of these devices."""
        batch = self.opened(units, draft)
        assert self.batches.queue(batch.id, self.clock(), AUTHOR)
        return batch

    def states(self, batch: Batch) -> list[str]:
        return [item.state.value for item in self.items.of_batch(batch.id)]

    def item(self, batch: Batch, position: int) -> Item:
        return self.items.of_batch(batch.id)[position - 1]


def open_data(file: Path, clock: Clock | None = None) -> Data:
    """Open the file as one more process would."""
    clock = clock or Clock()
    database = Database(file)
    journal = Journal(database)
    boxes = Boxes(database, journal)
    batches, items, catalogue = Batches(database, journal), Items(database, journal), Catalogue(database)
    return Data(
        file=file,
        clock=clock,
        database=database,
        journal=journal,
        batches=batches,
        items=items,
        catalogue=catalogue,
        outbox=Outbox(database, journal, AUTHOR),
        desk=BatchDesk(batches, catalogue, clock, AUTHOR),
        station=ScanStation(batches, items, boxes, journal, clock, AUTHOR),
        boxes=boxes,
        notes=DeliveryNotes(database, journal),
    )
