"""What the pages are handed: the readers and commands they may use, as protocols, so that no page knows the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ztdesk.domain.batch import Batch, BatchDraft, BatchSummary, Item, Retry
from ztdesk.domain.box import Box, CodesPerBox
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.journal import Author
from ztdesk.domain.origin import BY_HAND, Origin
from ztdesk.domain.question import Answer, Question
from ztdesk.domain.verdict import Verdict

if TYPE_CHECKING:
    from ztdesk.background.task import Task


class Station(Protocol):
    """Takes scans for the batch at hand. Commands may raise StoreFailure, `take` never does."""

    @property
    def batch(self) -> Batch | None:
        """The batch at hand with its count; None when none was chosen."""

    @property
    def is_locked(self) -> bool:
        """Whether nothing is taken until a person has acknowledged what was said."""

    @property
    def locking(self) -> Verdict | None:
        """The verdict that a person has still to see; None where nothing locks."""

    @property
    def must_confirm(self) -> bool:
        """Whether nothing is taken until the customer is confirmed."""

    @property
    def asked(self) -> Question | None:
        """What was asked of the last scan; None when nothing was."""

    def leave_question(self) -> None:
        """Another scan came: what was asked stays unanswered."""

    @property
    def is_box_begun(self) -> bool:
        """Whether a box lacks a code or a carton waits to be added."""

    @property
    def author(self) -> Author:
        """Where and by whom scans are taken."""

    @property
    def box(self) -> Box:
        """The box that is being scanned, with the codes it has so far."""

    @property
    def has_carton(self) -> bool:
        """Whether a carton was shown and waits to be added."""

    def choose(self, batch_id: int | None, *, resumed: bool = False) -> Batch | None:
        """Scan into this open batch from now on; with `resumed` nobody has just chosen it."""

    def reload(self) -> Batch | None:
        """Read the batch at hand again; None when it is not open any more."""

    def take(self, payload: str, origin: Origin = BY_HAND) -> Verdict:
        """One scan or typed number -> its verdict; ADDED only for a row that is on disk."""

    def note(self, payload: str, verdict: Verdict, origin: Origin = BY_HAND) -> None:
        """Keep in the journal a scan that was answered without being looked at. Never raises."""

    def next_box(self) -> Verdict:
        """Finish the box that was begun with the codes it has, or add the carton that waits."""

    def answer(self, answer: Answer) -> Verdict | None:
        """Answer what was asked of the last scan; None when nothing was."""

    def lock(self, verdict: Verdict, payload: str, origin: Origin = BY_HAND) -> Verdict:
        """Take nothing more until this verdict is acknowledged. Never raises."""

    def acknowledge(self) -> bool:
        """A person has seen what locked the station; False when it was not locked. Never raises."""

    def undo_last(self) -> tuple[Item, ...] | None:
        """Take out what came in last, or drop the box that was begun (no items); None when there is nothing."""

    def remove_all(self, ids: Sequence[int]) -> list[Item]:
        """Take devices out."""


class Desk(Protocol):
    """Whole batches: every command may raise StoreFailure."""

    def open(self, draft: BatchDraft) -> Batch:
        """Open a batch and remember it as the one at hand."""

    def usual_codes(self) -> CodesPerBox:
        """Which codes the boxes of the next batch have unless somebody says otherwise."""

    def change(self, batch_id: int, draft: BatchDraft) -> bool:
        """Change everything but the customer; False when it is not open any more."""

    def queue(self, batch_id: int, expected_total: int) -> bool:
        """Hand a batch of this many devices to the outbox; False when it is not open, empty, or holds another number."""

    def cancel(self, batch_id: int, expected_total: int) -> bool:
        """Give a batch of this many devices up; False when it holds another number by now or something of it was sent."""

    def retry_failed(self, batch_id: int) -> Retry:
        """Failed devices not retried yet into a new, queued batch. Raises Refused when there is nothing to retry."""

    def remember(self, batch_id: int | None) -> None:
        """Remember which batch is at hand; the one that was is given up when it was opened here and is empty."""

    def remembered(self) -> int | None:
        """The batch that was at hand when the program last ran; None when there was none."""


@dataclass(frozen=True, slots=True)
class NoteDifference:
    """How a batch differs from its delivery note, with the first of the devices that are missing and unexpected."""

    counts: NoteCounts
    missing: tuple[NoteLine, ...]
    unexpected: tuple[Item, ...]
    unexpected_ids: frozenset[int] = frozenset()

    def named(self) -> tuple[list[str], list[str]]:
        """The missing and the unexpected devices it tells of, as they are shown."""
        missing = [group_imei(line.numbers[0]) for line in self.missing]
        return missing, [item.identifier.shown() for item in self.unexpected]


class NoteReader(Protocol):
    """Tells beside the window how a batch differs from its delivery note."""

    def outline(self, batch_id: int) -> "Task":
        """Start to look what differs, a NoteDifference of the devices that are named, with the ids of all unexpected ones.

        The task fails with StoreFailure.
        """


class Notes(NoteReader, Protocol):
    """Delivery notes of batches. All work is done beside the window."""

    def read(self, file: Path) -> "Task":
        """Start to read what a file says is expected, a NoteFile; keeps nothing and tells how many lines were read.

        The task fails with UsageError when it is no such file.
        """

    def load(self, batch_id: int, lines: Sequence[NoteLine], source: str) -> "Task":
        """Start to expect these devices, none to expect none; ends with the NoteDifference, or None when the batch is
        not open any more. The task fails with StoreFailure.
        """

    def compare(self, batch_id: int) -> "Task":
        """Start to look what differs, a NoteDifference of as many devices as are shown. It fails with StoreFailure."""


class BatchReader(Protocol):
    """Reads batches; every call may raise StoreFailure."""

    def get(self, batch_id: int) -> Batch:
        """One batch. Raises KeyError."""

    def open_ones(self) -> tuple[Batch, ...]:
        """Every open batch, newest first."""

    def summary(self, batch_id: int) -> BatchSummary:
        """One batch with all that is derived from its parts. Raises KeyError."""

    def summaries(self, limit: int | None = None) -> tuple[BatchSummary, ...]:
        """The newest batches, newest first."""


class ItemReader(Protocol):
    """Reads the devices of batches; every call may raise StoreFailure."""

    def ids(self, batch_id: int, *, newest_first: bool = True) -> list[int]:
        """The ids of a batch's items; cheap also for 100,000."""

    def attention_ids(self, batch_id: int) -> list[int]:
        """The same ids, those that need a person first."""

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        """The items of these ids, in this order; ids that are gone are left out."""


class CustomerReader(Protocol):
    """Reads the customers kept on this PC."""

    def customers(self) -> tuple[Customer, ...]:
        """All own customers, by name."""

    def customer(self, customer_id: str) -> Customer | None:
        """One own customer; None when none of this id is kept."""

    def customers_fetched_at(self) -> float | None:
        """When they were last fetched, seconds since the epoch; None when never."""
