"""What a person does with the delivery note of a batch: read a file, expect its devices, see what differs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ztdesk.domain.batch import Item
from ztdesk.domain.delivery_note import NoteCounts, NoteFile, NoteLine
from ztdesk.domain.journal import Author
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.store.items import Items

MOST_SHOWN = 10_000
"""Missing or unexpected devices that are told one by one."""


class NoteDesk:
    """The notes of a station's batches. Methods that read or write the store may raise StoreFailure."""

    def __init__(
        self, notes: DeliveryNotes, items: Items, clock: Callable[[], float], author: Callable[[], Author]
    ) -> None:
        self._notes = notes
        self._items = items
        self._clock = clock
        self._author = author

    def read(self, file: Path, report: Callable[[int, int], None] | None = None) -> NoteFile:
        """What a file says is expected; keeps nothing. Raises UsageError when it is no such file."""
        from ztdesk.station.note_file import read_note  # late: no scan needs it

        return read_note(file, report)

    def load(self, batch_id: int, lines: Sequence[NoteLine], source: str) -> bool:
        """Expect these devices in an open batch, none to expect none; False when it is not open any more."""
        return self._notes.load(batch_id, lines, self._clock(), self._author(), source)

    def counts(self, batch_id: int) -> NoteCounts:
        """How far the batch agrees with its note."""
        return self._notes.counts(batch_id)

    def missing(self, batch_id: int, limit: int = MOST_SHOWN) -> tuple[NoteLine, ...]:
        """The first devices of the note of which nothing was scanned."""
        return self._notes.missing(batch_id, limit)

    def unexpected(self, batch_id: int, limit: int = MOST_SHOWN) -> list[Item]:
        """The first devices of the batch that are not on its note."""
        return self.items(self._notes.unexpected_ids(batch_id)[:limit])

    def items(self, ids: Sequence[int]) -> list[Item]:
        """The devices of these ids."""
        return self._items.by_id(ids)

    def unexpected_ids(self, batch_id: int) -> list[int]:
        """The ids of all devices of the batch that are not on its note."""
        return self._notes.unexpected_ids(batch_id)
