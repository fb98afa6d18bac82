"""One scan -> one verdict: reads the code, finds duplicates, writes the row, and says what became of it.

Works offline and without a window. A verdict of ADDED is only given for a row that is on disk.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from ztdesk.domain.batch import Batch, BatchState, Item, NewItem
from ztdesk.domain.errors import ScanRejected, StoreFailure
from ztdesk.domain.explain import explain, shown_code
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.label import LONGEST, Kind, Reading, beside_batch, read_label
from ztdesk.domain.text import Text, counted, text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.store.batches import Batches
from ztdesk.store.items import Items
from ztdesk.store.live_places import Place
from ztdesk.store.journal import Journal, storable

_KIND_NAMES = {Kind.IMEI: text("IMEI"), Kind.MEID: text("MEID"), Kind.SERIAL: text("Serial number")}
_JUST_NOW_S = 60
_HOUR_S = 3600
_DAY_S = 86400


class ScanStation:
    """Takes scans for the batch at hand."""

    def __init__(
        self, batches: Batches, items: Items, journal: Journal, clock: Callable[[], float], author: Author
    ) -> None:
        self._batches = batches
        self._items = items
        self._journal = journal
        self._clock = clock
        self.author = author
        self._batch: Batch | None = None

    @property
    def batch(self) -> Batch | None:
        """The batch scans go into, with its count as of the last scan; None when none was chosen."""
        return self._batch

    def choose(self, batch_id: int | None) -> Batch | None:
        """Scan into this open batch from now on; None for none. Raises KeyError, StoreFailure."""
        self._batch = None
        if batch_id is not None:
            batch = self._batches.get(batch_id)
            self._batch = batch if batch.state is BatchState.OPEN else None
        return self._batch

    def reload(self) -> Batch | None:
        """Read the batch at hand again, after something else changed it. Raises StoreFailure."""
        return self.choose(self._batch.id if self._batch is not None else None)

    def take(self, payload: str) -> Verdict:
        """One scan or typed number. Never raises for what was scanned, nor for a disk that fails: that is a refusal."""
        payload = storable(payload[: LONGEST + 1])
        reading = read_label(payload)[0]
        try:
            return self._take(payload, reading)
        except StoreFailure as error:
            return self._verdict(VerdictKind.REFUSED, error.title, error.hint, reading.value)

    def note(self, payload: str, verdict: Verdict) -> None:
        """Keep in the journal a scan that was answered without being looked at, as on hold. Never raises."""
        with suppress(StoreFailure):
            self._told(verdict, payload)

    def undo_last(self) -> Item | None:
        """Take the newest device of the batch out again; None when there is none. Raises StoreFailure."""
        if self._batch is None:
            return None
        last = self._items.last(self._batch.id)
        return None if last is None else self.remove(last.id)

    def remove(self, item_id: int) -> Item | None:
        """Take one device out of its open batch; None when it is not in an open batch. Raises StoreFailure."""
        removed = self._items.remove(item_id, self._clock(), self.author)
        if removed is not None and self._batch is not None and removed.batch_id == self._batch.id:
            self._batch = replace(self._batch, total=self._batch.total - 1)
        return removed

    def _take(self, payload: str, reading: Reading) -> Verdict:
        batch = self._batch
        if batch is None:
            verdict = self._verdict(
                VerdictKind.REFUSED,
                text("No customer chosen"),
                text("Choose a customer first, then scan this box again."),
                reading.value,
            )
            return self._told(verdict, payload)
        reading = beside_batch(reading, batch.draft.manufacturer, batch.draft.model)
        identifier = _identifier(reading, batch)
        if identifier is None:
            explanation = explain(reading)
            verdict = self._verdict(explanation.kind, explanation.title, explanation.detail, reading.value)
            return self._told(verdict, payload)
        now = self._clock()
        try:
            added = self._items.add(batch.id, NewItem(identifier, payload), now, self.author)
        except ScanRejected as error:
            return self._told(self._verdict(VerdictKind.REFUSED, error.title, error.hint, reading.value), payload)
        if isinstance(added, Place):
            title, detail = _duplicate_words(added, batch, now)
            kind = VerdictKind.DUPLICATE
            return replace(self._verdict(kind, title, detail, reading.value), item_id=added.item_id)
        self._batch = replace(batch, total=batch.total + 1)
        detail = self._added_words(reading)
        return replace(self._verdict(VerdictKind.ADDED, text("Added"), detail, reading.value), item_id=added.id)

    def _added_words(self, reading: Reading) -> Text:
        before = None
        # The device is on disk: a look back that fails must not call it refused.
        with suppress(StoreFailure):
            before = self._items.claimed_before(reading.value) if reading.kind is Kind.IMEI else None
        if before is not None:
            return text("IMEI. This PC claimed it before, for {name}.", name=before[0])
        return _KIND_NAMES[reading.kind]

    def _verdict(self, kind: VerdictKind, title: Text, detail: Text, value: str) -> Verdict:
        batch = self._batch
        return Verdict(
            kind,
            title,
            detail,
            shown_code(value),
            batch_id=batch.id if batch else None,
            count=batch.total if batch else 0,
        )

    def _told(self, verdict: Verdict, payload: str) -> Verdict:
        """The same verdict, after its journal entry is on disk."""
        told = f"{verdict.kind.value}: {verdict.title.english()}"
        self._journal.write(Entry(self._clock(), self.author, Event.SCANNED, verdict.batch_id, payload, told))
        return verdict


def _identifier(reading: Reading, batch: Batch) -> DeviceIdentifier | None:
    """What the service is told of the device of this reading; None when the batch cannot take it."""
    maker, model = batch.draft.manufacturer, batch.draft.model
    match reading.kind:
        case Kind.IMEI:
            return DeviceIdentifier(imei=reading.value, manufacturer=maker, model=model)
        case Kind.MEID:
            return DeviceIdentifier(meid=reading.value, manufacturer=maker, model=model)
        case Kind.SERIAL if batch.draft.takes_serials:
            return DeviceIdentifier(serial=reading.value, manufacturer=maker, model=model)
        case _:
            return None


def _duplicate_words(place: Place, batch: Batch, now: float) -> tuple[Text, Text]:
    if place.batch_id == batch.id:
        return text("Already in this batch"), _scanned_before(place, max(0.0, now - place.scanned_at))
    name = place.customer_name or place.customer_id
    title = text("Already in another batch")
    if place.batch_state is BatchState.OPEN:
        return title, text(
            "Number {position} of the open batch {batch} for {name}. Nothing was added.",
            position=place.position,
            batch=place.batch_id,
            name=name,
        )
    return title, text(
        "Number {position} of the queued batch {batch} for {name}. Nothing was added.",
        position=place.position,
        batch=place.batch_id,
        name=name,
    )


def _scanned_before(place: Place, ago_s: float) -> Text:
    if ago_s < _JUST_NOW_S:
        return text("Scanned just now as number {position}. Nothing was added.", position=place.position)
    if ago_s < _HOUR_S:
        return counted(
            "Scanned {count} minutes ago as number {position}. Nothing was added.",
            "Scanned a minute ago as number {position}. Nothing was added.",
            int(ago_s // 60),
            position=place.position,
        )
    if ago_s < _DAY_S:
        return counted(
            "Scanned {count} hours ago as number {position}. Nothing was added.",
            "Scanned an hour ago as number {position}. Nothing was added.",
            int(ago_s // _HOUR_S),
            position=place.position,
        )
    return counted(
        "Scanned {count} days ago as number {position}. Nothing was added.",
        "Scanned a day ago as number {position}. Nothing was added.",
        int(ago_s // _DAY_S),
        position=place.position,
    )
