"""A portal file -> a batch: every line judged with its number and a reason, the good ones kept together or not at all.

Knows nothing of the window or the command line, and sends nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ztdesk.domain.batch import Batch, BatchDraft, BatchState, BulkItem
from ztdesk.domain.errors import UsageError
from ztdesk.domain.explain import shown_code
from ztdesk.domain.journal import Author
from ztdesk.domain.text import Text, text
from ztdesk.station.csv_file import Page, encodings_of, read_pages
from ztdesk.station.csv_layout import Layout, layout_of
from ztdesk.station.csv_rows import device_of, devices_of, shown_value
from ztdesk.store.batches import Batches
from ztdesk.store.items import Items
from ztdesk.store.live_places import Place, as_meid

MOST_BAD_TOLD = 10_000
"""Bad lines that are told one by one; more are only counted."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be kept: its number in the file (from 1), its number or serial as it can be shown, and why."""

    line: int
    value: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file holds. `bad` tells the first 10,000 bad lines, `bad_count` counts all.

    `order_number` is the one that all good lines carry, empty when the file has none.
    """

    good: list[BulkItem]
    bad: list[BadRow]
    bad_count: int
    order_number: str = ""


class Importer:
    """Judges files and keeps what is good of them. Every method may raise StoreFailure."""

    def __init__(self, batches: Batches, items: Items, clock: Callable[[], float], author: Author) -> None:
        self._batches = batches
        self._items = items
        self._clock = clock
        self.author = author

    def judge(self, path: Path, customer_id: str) -> Judged:
        """Read the whole file for this customer; keeps nothing. Raises UsageError when it is no such file at all."""
        encodings = encodings_of(path)
        for encoding in encodings:
            try:
                return self._judge(path, encoding, customer_id)
            except UnicodeDecodeError:
                continue
        raise UsageError(text("Not a text file"), text("{path} is not text. Export it as CSV.", path=path.name))

    def keep(self, judged: Judged, draft: BatchDraft, source_name: str) -> Batch:
        """Open a batch of all good lines, in one transaction; it is on disk when this returns.

        Raises UsageError when there is no good line or the file's order number is not the draft's, ScanRejected when a
        device came into another batch since the file was judged.
        """
        if not judged.good:
            raise UsageError(text("No device to import"), text("No line of the file names a device that can be kept."))
        order_number = draft.order_number or judged.order_number
        if judged.order_number not in {"", order_number}:
            raise UsageError(
                text("Two order numbers"),
                text(
                    "The file says order “{found}”, the batch is for “{wanted}”.",
                    found=judged.order_number,
                    wanted=order_number,
                ),
            )
        draft = replace(draft, order_number=order_number)
        return self._batches.open_with_many(draft, judged.good, self._clock(), self.author, source_name)

    def _judge(self, path: Path, encoding: str, customer_id: str) -> Judged:
        pages = read_pages(path, encoding)
        first = next(pages, None)
        if first is None or not first.rows[0]:
            raise UsageError(text("The file is empty"), text("There is no line with a device in it."))
        layout, is_heading = layout_of(first.first, first.rows[0], customer_id)
        sorting = _Sorting(customer_id, layout, self._items)
        if not is_heading:
            sorting.take_page(first)
        for page in pages:
            sorting.take_page(page)
        if not sorting.good and not sorting.bad_count:
            raise UsageError(text("No device in the file"), text("There is a line of headings and nothing below it."))
        return Judged(sorting.good, sorting.bad, sorting.bad_count, sorting.order_number or "")


@dataclass(slots=True)
class _Sorting:
    """The lines of one file, sorted into good and bad as they come."""

    customer_id: str
    layout: Layout
    items: Items
    good: list[BulkItem] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    bad_count: int = 0
    order_number: str | None = None
    lines_by_number: dict[str, int] = field(default_factory=dict)
    live_imeis: frozenset[str] = frozenset()
    live_meids: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.live_imeis = self.items.live_imeis()
        self.live_meids = self.items.live_decimal_meids()

    def take_page(self, page: Page) -> None:
        """Judge some lines, all at once where there is nothing to say about any of them."""
        columns = self.layout.columns(page.rows)
        devices = devices_of(columns, self.customer_id) if columns is not None else None
        numbers = [device.imei for device in devices or ()]
        imeis = set(numbers)
        if (
            devices is None
            or self.order_number
            or len(imeis) != len(page.rows)
            or not imeis.isdisjoint(self.live_imeis)
            or (self.live_meids and not self.live_meids.isdisjoint(map(as_meid, numbers)))
            or not self.lines_by_number.keys().isdisjoint(imeis)
        ):
            for line, cells in page.said():
                self.take(line, cells)
            return
        self.order_number = ""
        self.good += devices
        self.lines_by_number.update(zip(numbers, range(page.first, page.first + len(numbers)), strict=True))

    def take(self, line: int, cells: list[str]) -> None:
        """Judge one line."""
        row = self.layout.row(cells)
        if row is None:
            self._refuse(line, shown_code(cells[0]), self._wrong_number(len(cells)))
            return
        device = device_of(row, self.customer_id)
        if isinstance(device, Text):
            self._refuse(line, shown_value(row), device)
            return
        reason = self._order_trouble(row.ordernumber) or self._held_already(line, device)
        if reason is not None:
            self._refuse(line, shown_value(row), reason)
            return
        self.good.append(device)

    def _wrong_number(self, found: int) -> Text:
        return text("The line has {found} cells, the line of headings {wanted}.", found=found, wanted=self.layout.width)

    def _order_trouble(self, order_number: str) -> Text | None:
        if self.order_number is None:
            self.order_number = order_number.strip()
        if order_number.strip() != self.order_number:
            return text(
                "The order number is “{found}”, above it was “{wanted}”. Import one file for each order.",
                found=shown_code(order_number),
                wanted=shown_code(self.order_number),
            )
        return None

    def _held_already(self, line: int, device: BulkItem) -> Text | None:
        """Why a device that is named above or is in a live batch is not taken; remembers the line when it is."""
        numbers = (device.imei,) if device.imei and not any(device[1:5]) else _numbers_of(device)
        by_number = self.lines_by_number
        for number in numbers:
            if number in by_number:
                return text("The same device is named in line {line}.", line=by_number[number])
        if (
            numbers != (device.imei,)
            or device.imei in self.live_imeis
            or (self.live_meids and as_meid(device.imei) in self.live_meids)
        ):
            place = self.items.find_live(device.identifier)
            if place is not None:
                return _live_words(place)
        for number in numbers:
            by_number[number] = line
        return None

    def _refuse(self, line: int, value: str, reason: Text) -> None:
        self.bad_count += 1
        if len(self.bad) < MOST_BAD_TOLD:
            self.bad.append(BadRow(line, value, reason))


def _numbers_of(device: BulkItem) -> tuple[str, ...]:
    """Everything that must not be in the file twice."""
    named = [device.imei, device.imei2, device.meid, device.meid2]
    if device.serial:
        named.append("\n".join((device.serial, device.manufacturer.casefold(), device.model.casefold())))
    return tuple(number for number in named if number)


def _live_words(place: Place) -> Text:
    name = place.customer_name or place.customer_id
    if place.batch_state is BatchState.OPEN:
        return text(
            "Already number {position} of the open batch {batch} for {name}.",
            position=place.position,
            batch=place.batch_id,
            name=name,
        )
    return text(
        "Already number {position} of the queued batch {batch} for {name}.",
        position=place.position,
        batch=place.batch_id,
        name=name,
    )
