"""What a person does with whole batches: open, change, queue, give up, retry what failed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ztdesk.domain.batch import Batch, BatchDraft, Item, ItemState, NewItem
from ztdesk.domain.errors import Refused
from ztdesk.domain.journal import Author
from ztdesk.domain.text import text
from ztdesk.store.batches import Batches
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.items import Items

_CURRENT = "current_batch"


@dataclass(frozen=True, slots=True)
class Retry:
    """A batch made of another's failed devices; `left_out` are in a live batch already or were claimed since."""

    batch: Batch
    left_out: int


class BatchDesk:
    """The batches of a station. Every method may raise StoreFailure."""

    def __init__(
        self, batches: Batches, items: Items, catalogue: Catalogue, clock: Callable[[], float], author: Author
    ) -> None:
        self._batches = batches
        self._items = items
        self._catalogue = catalogue
        self._clock = clock
        self.author = author

    def open(self, draft: BatchDraft) -> Batch:
        """Open a batch for one of this reseller's own customers and remember it as the one at hand."""
        batch = self._batches.open(draft, self._clock(), self.author)
        self.remember(batch.id)
        return batch

    def change(self, batch_id: int, draft: BatchDraft) -> None:
        """Change everything but the customer of an open batch."""
        self._batches.change(batch_id, draft, self._clock(), self.author)

    def queue(self, batch_id: int) -> bool:
        """Hand an open batch that holds devices to the outbox; False when it is not open or empty."""
        return self._batches.queue(batch_id, self._clock(), self.author)

    def cancel(self, batch_id: int) -> bool:
        """Give up a batch of which nothing was sent; False when it is too late for that."""
        return self._batches.cancel(batch_id, self._clock(), self.author)

    def retry_failed(self, batch_id: int) -> Retry:
        """Put the failed devices of a batch into a new one for the same customer and queue it.

        Raises Refused when none of them can be retried, ScanRejected when another process takes one meanwhile.
        """
        old = self._batches.get(batch_id)
        failed = [item for item in self._items.of_batch(batch_id) if item.state is ItemState.FAILED]
        free = [item for item in failed if self._can_be_retried(item)]
        if not free:
            raise Refused(
                text("Nothing to retry"), text("Every failed device is in another live batch or was claimed since.")
            )
        draft = replace(old.draft, expected_count=0)
        news = [NewItem(item.identifier, item.raw, item.phone_number) for item in free]
        batch = self._batches.open_with(draft, news, self._clock(), self.author, f"retry of batch {batch_id}")
        self.queue(batch.id)
        return Retry(self._batches.get(batch.id), len(failed) - len(free))

    def _can_be_retried(self, item: Item) -> bool:
        return self._items.find_live(item.identifier) is None and not self._items.was_claimed_since(item)

    def remember(self, batch_id: int | None) -> None:
        """Remember which batch is at hand, for the next start."""
        self._catalogue.keep(_CURRENT, "" if batch_id is None else str(batch_id))

    def remembered(self) -> int | None:
        """The batch that was at hand when the program last ran."""
        kept = self._catalogue.kept(_CURRENT)
        return int(kept) if kept and kept.isdigit() else None
