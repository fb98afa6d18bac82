"""What a person does with whole batches: open, change, queue, give up, retry what failed."""

from collections.abc import Callable

from ztdesk.domain.batch import Batch, BatchDraft, Retry
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.errors import Refused
from ztdesk.domain.journal import Author
from ztdesk.domain.text import text
from ztdesk.store.batches import Batches
from ztdesk.store.catalogue import Catalogue

_CURRENT = "current_batch"


class BatchDesk:
    """The batches of a station. Every method may raise StoreFailure."""

    def __init__(self, batches: Batches, catalogue: Catalogue, clock: Callable[[], float], author: Author) -> None:
        self._batches = batches
        self._catalogue = catalogue
        self._clock = clock
        self.author = author
        self._opened: set[int] = set()
        self._at_hand: int | None = None

    def open(self, draft: BatchDraft) -> Batch:
        """Open a batch for one of this reseller's own customers and remember it as the one at hand."""
        batch = self._batches.open(draft, self._clock(), self.author)
        self._opened.add(batch.id)
        self.remember(batch.id)
        return batch

    def usual_codes(self) -> CodesPerBox:
        """Which codes the boxes of the next batch have unless somebody says otherwise."""
        return self._batches.usual_codes()

    def change(self, batch_id: int, draft: BatchDraft) -> bool:
        """Change everything but the customer of an open batch; False, and nothing changed, when it is not open."""
        return self._batches.change(batch_id, draft, self._clock(), self.author)

    def queue(self, batch_id: int, expected_total: int | None = None) -> bool:
        """Hand an open batch that holds devices to the outbox; False when it is not open or empty.

        False, and nothing queued, when devices came in or were taken out since they were counted, where they were.
        """
        return self._batches.queue(batch_id, self._clock(), self.author, expected_total)

    def cancel(self, batch_id: int, expected_total: int) -> bool:
        """Give up a batch of this many devices of which nothing was sent.

        False, and nothing given up, when it is too late or devices came in or were taken out since they were counted.
        """
        return self._batches.cancel(batch_id, self._clock(), self.author, expected_total)

    def retry_failed(self, batch_id: int) -> Retry:
        """Put the failed devices of a batch that were not retried yet into a new one for the same customer, and queue it.

        Raises Refused when none of them can be retried.
        """
        retry = self._batches.retry_failed(batch_id, self._clock(), self.author)
        if retry is None:
            raise Refused(
                text("Nothing to retry"), text("Every failed device is in another live batch or was claimed since.")
            )
        return retry

    def remember(self, batch_id: int | None) -> None:
        """Remember which batch is at hand, for the next start.

        The one before is given up when it is open and empty, and was opened here: another window may be scanning into any
        other.
        """
        before, self._at_hand = self._at_hand, batch_id
        if before is not None and before != batch_id and before in self._opened:
            self._batches.cancel_empty(before, self._clock(), self.author)
        self._catalogue.keep(_CURRENT, "" if batch_id is None else str(batch_id))

    def remembered(self) -> int | None:
        """The batch that was at hand when the program last ran."""
        kept = self._catalogue.kept(_CURRENT)
        return int(kept) if kept and kept.isdigit() else None
