"""Batches and their items: what they are made of, the states they pass, and what is shown of them.

A batch belongs to one customer for life. Its own state says only what a person did with it (open, queued, cancelled);
everything else is derived from its parts.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import SubmissionState

REFUSED_STATUS = "REQUEST_REFUSED"
"""Status of an item whose whole request was refused; the service's own statuses begin with SINGLE_DEVICE_STATUS_."""

NO_VERDICT_STATUS = "NO_VERDICT"
"""Status of an item that the service took several times without ever saying what became of it."""


class BatchKind(Enum):
    """What is done with the devices of a batch."""

    CLAIM = "claim"
    UNCLAIM = "unclaim"
    METADATA = "metadata"


class BatchState(Enum):
    """What a person did with a batch."""

    OPEN = "open"
    QUEUED = "queued"
    CANCELLED = "cancelled"


class ItemState(Enum):
    """Where one device of a batch stands."""

    PENDING = "pending"
    SENT = "sent"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    UNKNOWN = "unknown"


class ShownState(Enum):
    """A batch's state as people and scripts see it."""

    OPEN = "open"
    QUEUED = "queued"
    SENDING = "sending"
    PROCESSING = "processing"
    DONE = "done"
    DONE_WITH_FAILURES = "done_with_failures"
    NEEDS_ATTENTION = "needs_attention"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """What a person says when opening a batch. `expected_count` 0 means none was given.

    Serial numbers are welcome only with `manufacturer` and `model`.
    """

    customer_id: str
    customer_name: str = ""
    order_number: str = ""
    expected_count: int = 0
    manufacturer: str = ""
    model: str = ""
    kind: BatchKind = BatchKind.CLAIM
    codes_per_box: CodesPerBox = CodesPerBox.ONE_IMEI

    @property
    def takes_serials(self) -> bool:
        """Whether a serial number alone can name a device of this batch."""
        return bool(self.manufacturer and self.model)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as kept. Times are seconds since the epoch, UTC; `total` counts the devices in it.

    `has_note` when a delivery note was loaded, which its devices are checked against.
    """

    id: int
    draft: BatchDraft
    state: BatchState
    station: str
    operator: str
    opened_at: float
    closed_at: float | None
    total: int
    has_note: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One device of a batch. `position` counts from 1; a removed row leaves a gap unless it was the last.

    `retried_in` is the batch that a failed device was put into once more. `carton` is the position of the first device
    of the same code, None when it had a code of its own. `is_unexpected` is known of a device just added.
    """

    id: int
    batch_id: int
    position: int
    identifier: DeviceIdentifier
    phone_number: str
    raw: str
    scanned_at: float
    state: ItemState
    device_id: str = ""
    status: str = ""
    error_identifier: str = ""
    error_message: str = ""
    retried_in: int | None = None
    carton: int | None = None
    is_unexpected: bool = False


@dataclass(frozen=True, slots=True)
class NewItem:
    """A device about to be put into a batch, with the scan or line it came from.

    `scanner` and `understood` are for the journal; `is_looked_for` when it is to be found on a delivery note.
    """

    identifier: DeviceIdentifier
    raw: str
    phone_number: str = ""
    scanner: str = ""
    understood: str = ""
    is_looked_for: bool = False


class BulkItem(NamedTuple):
    """One of very many devices about to be put into a batch: what NewItem says, as a tuple for the database to take."""

    imei: str = ""
    imei2: str = ""
    meid: str = ""
    meid2: str = ""
    serial: str = ""
    manufacturer: str = ""
    model: str = ""
    phone_number: str = ""
    raw: str = ""

    @property
    def identifier(self) -> DeviceIdentifier:
        """What names the device."""
        return DeviceIdentifier(*self[:7])


def bulk_item(new: NewItem) -> BulkItem:
    """The same device as a tuple."""
    one = new.identifier
    numbers = (one.imei, one.imei2, one.meid, one.meid2, one.serial, one.manufacturer, one.model)
    return BulkItem(*numbers, new.phone_number, new.raw)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of a batch stand where."""

    total: int = 0
    pending: int = 0
    sent: int = 0
    succeeded: int = 0
    failed: int = 0
    unknown: int = 0

    @property
    def decided(self) -> int:
        """Items that have their verdict."""
        return self.succeeded + self.failed


@dataclass(frozen=True, slots=True)
class Part:
    """What a batch's state is derived from: one submission's state, size and progress in percent."""

    state: SubmissionState
    size: int
    progress: int = 0
    operation_name: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """A queued batch made of another's failed devices; `left_out` are in a live batch or were claimed since."""

    batch: Batch
    left_out: int


@dataclass(frozen=True, slots=True)
class Retried:
    """How many failed devices of a batch were put into batch `batch_id` once more."""

    batch_id: int
    count: int


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """A batch with everything derived from its parts. `progress` is 0..100; `finishing` when only `done` is missing.

    `started_at` is when its first request was accepted, None before that. `counts.failed` includes the retried ones.
    """

    batch: Batch
    counts: Counts
    shown: ShownState
    progress: int
    finishing: bool
    operations: tuple[str, ...]
    started_at: float | None
    retried: tuple[Retried, ...] = ()

    @property
    def retried_count(self) -> int:
        """Failed devices that were retried in another batch."""
        return sum(retried.count for retried in self.retried)

    @property
    def open_failures(self) -> int:
        """Failed devices that were not retried yet: what a person must see to."""
        return self.counts.failed - self.retried_count


def shown_state(state: BatchState, counts: Counts, parts: tuple[Part, ...]) -> ShownState:
    """A batch's state as shown, from its own state, its items and its submissions."""
    if state is BatchState.OPEN:
        return ShownState.OPEN
    if state is BatchState.CANCELLED:
        return ShownState.CANCELLED
    if not counts.total:
        return ShownState.DONE
    states = [part.state for part in parts]
    if counts.decided == counts.total:
        if SubmissionState.REFUSED in states:
            return ShownState.NEEDS_ATTENTION
        return ShownState.DONE_WITH_FAILURES if counts.failed else ShownState.DONE
    if SubmissionState.SENDING in states:
        return ShownState.SENDING
    if counts.decided or SubmissionState.ACCEPTED in states or SubmissionState.UNKNOWN in states:
        return ShownState.PROCESSING
    return ShownState.QUEUED


def progress_of(counts: Counts, parts: tuple[Part, ...]) -> tuple[int, bool]:
    """Percent of a batch that is processed, and whether it is finishing (all processed, verdicts still to come)."""
    if not counts.total:
        return 0, False
    running = sum([part.size * part.progress for part in parts if part.state is SubmissionState.ACCEPTED]) / 100
    processed = min(counts.decided + running, counts.total)
    percent = int(processed * 100 / counts.total)
    return percent, percent == 100 and counts.decided < counts.total
