"""Devices of a batch as a CSV file that survives being opened in a spreadsheet.

Refuses to know where rows come from or who translates. Why the cells look as they do: docs/decisions/csv-export.md.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TextIO

from ztdesk.domain.advice import device_advice
from ztdesk.domain.batch import BatchSummary, Item
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text, Translate, text

ENCODING = "utf-8-sig"
"""With the mark at its beginning without which Excel takes UTF-8 for the system's own code page."""

_CHUNK = 1000
_TITLES = (
    text("Position"),
    text("IMEI"),
    text("IMEI 2"),
    text("MEID"),
    text("MEID 2"),
    text("Serial number"),
    text("Manufacturer"),
    text("Model"),
    text("Order number"),
    text("Customer id"),
    text("Customer name"),
    text("State"),
    text("Verdict"),
    text("What to do"),
    text("Status"),
    text("Error identifier"),
    text("Error message"),
    text("Device id"),
    text("Scanned at"),
    text("Operations"),
    text("Delivery note"),
)
_ON_NOTE, _NOT_ON_NOTE = text("On the note"), text("Not on the note")
_FORMULA = ("=", "+", "-", "@")  # after a tab or line break was made a blank
# Begins as a number does, or is a word like a month with a number behind it (MAR12, Sept-24).
_MISREAD = re.compile(r"[\d.,]|[A-Za-z]{3,9}[-/ .]?\d{1,4}\Z")


class ItemReader(Protocol):
    """Reads devices by the chunk."""

    def ids(self, batch_id: int, *, newest_first: bool = True) -> list[int]:
        """The ids of a batch's items."""

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        """The items of these ids, in this order."""


def items_in_order(
    items: ItemReader, batch_id: int, report: Callable[[int, int], None] | None = None
) -> Iterator[Item]:
    """The devices of a batch in the order of the scans, read a chunk at a time; `report(done, total)` after each."""
    ids = items.ids(batch_id, newest_first=False)
    for start in range(0, len(ids), _CHUNK):
        yield from items.by_id(ids[start : start + _CHUNK])
        if report is not None:
            report(min(start + _CHUNK, len(ids)), len(ids))


def write_items(
    rows: Iterable[Item],
    summary: BatchSummary,
    out: TextIO,
    *,
    translate: Translate | None = None,
    unexpected_ids: Collection[int] = (),
) -> int:
    """Write a head line and a line a device; answers how many devices. `out` must not translate line ends.

    `unexpected_ids` are the items that are not on the batch's delivery note, where it has one. Lines end in CR LF.
    Words are in the language of `translate`, plain English without one. Raises OSError.
    """
    speak = translate or _as_it_is
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([title.render(speak) for title in _TITLES])
    line_of = _Lines(summary, speak, unexpected_ids)
    count = 0
    for item in rows:
        writer.writerow(line_of(item))
        count += 1
    return count


def save_items(
    file: Path,
    rows: Iterable[Item],
    summary: BatchSummary,
    *,
    translate: Translate | None = None,
    unexpected_ids: Collection[int] = (),
) -> int:
    """Write `file` anew, or leave it as it was; answers how many devices. Raises StoreFailure.

    Whatever ends `rows` early, an exception of theirs included, leaves nothing behind.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        try:
            with part.open("w", encoding=ENCODING, newline="") as out:
                count = write_items(rows, summary, out, translate=translate, unexpected_ids=unexpected_ids)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreFailure(
            text("File could not be written"),
            text(
                "{reason}. Close it where it is open, or choose another name.",
                reason=error.strerror or str(error),
            ),
        ) from error
    return count


class _Lines:
    """Item -> cells. What many rows share is put into words once."""

    def __init__(self, summary: BatchSummary, speak: Translate, unexpected_ids: Collection[int]) -> None:
        draft = summary.batch.draft
        has_note = summary.batch.has_note
        self._on_note, self._not_on_note = (
            _words(said.render(speak)) if has_note else "" for said in (_ON_NOTE, _NOT_ON_NOTE)
        )
        self._unexpected = frozenset(unexpected_ids)
        self._speak = speak
        self._state = summary.batch.state
        self._order = (_number(draft.order_number), _number(draft.customer_id), _words(draft.customer_name))
        self._operations = _words(" ".join(summary.operations))
        self._verdicts: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._moments: dict[int, str] = {}

    def __call__(self, item: Item) -> tuple[object, ...]:
        identifier = item.identifier
        key = (item.state, item.status, item.error_identifier, item.error_message)
        verdict = self._verdicts.get(key) or self._verdict(key, item)
        second = int(item.scanned_at)
        return (
            item.position,
            f"\t{identifier.imei}" if identifier.imei else "",
            f"\t{identifier.imei2}" if identifier.imei2 else "",
            identifier.meid and _number(identifier.meid),
            identifier.meid2 and _number(identifier.meid2),
            identifier.serial and _number(identifier.serial),
            identifier.manufacturer and _words(identifier.manufacturer),
            identifier.model and _number(identifier.model),
            *self._order,
            *verdict,
            _number(item.device_id),
            self._moments.get(second) or self._moment(second),
            self._operations,
            self._not_on_note if item.id in self._unexpected else self._on_note,
        )

    def _verdict(self, key: tuple[object, ...], item: Item) -> tuple[str, ...]:
        advice = device_advice(item, self._state)
        cells = (
            item.state.value,
            self._said(advice.title),
            self._said(advice.hint),
            _words(item.status),
            _words(item.error_identifier),
            _words(item.error_message),
        )
        if len(self._verdicts) < _CHUNK:
            self._verdicts[key] = cells
        return cells

    def _said(self, sentence: Text) -> str:
        return _words(sentence.render(self._speak)) if sentence.source else ""

    def _moment(self, second: int) -> str:
        moment = datetime.fromtimestamp(second, UTC).astimezone().isoformat(timespec="seconds")
        if len(self._moments) < _CHUNK:
            self._moments[second] = moment
        return moment


def _words(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    if not value.isprintable():
        value = " ".join(value.split())
    return f"'{value}" if value.lstrip().startswith(_FORMULA) else value


def _number(value: str) -> str:
    """A cell that no spreadsheet takes for a number, a date or a formula."""
    cell = _words(value)
    return f"\t{cell}" if _MISREAD.match(cell) else cell


def _as_it_is(source: str, _count: int) -> str:
    return source
