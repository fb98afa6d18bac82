"""A delivery note's file -> the devices it expects, every line judged by itself. Keeps nothing and knows no batch.

Reads a plain list of numbers, any table with columns named for a device's numbers, and the portal's own layouts.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ztdesk.domain.delivery_note import BadNoteLine, NoteFile, NoteLine
from ztdesk.domain.errors import UsageError
from ztdesk.domain.explain import shown_code
from ztdesk.domain.identifiers import is_serial
from ztdesk.domain.label import Kind, read_label
from ztdesk.domain.text import Text, text
from ztdesk.station.csv_file import Page, encodings_of, read_pages
from ztdesk.station.csv_rows import damaged_words, is_rounded, unforced, why_no_imei

MOST_BAD_TOLD = 1000
MOST_LINES = 100_000
_LONGEST_CELL = 200
_IMEIS = frozenset({"imei", "imei1", "imei2", "imeino", "imeinumber", "meid", "meid2", "modemid", "modemid2"})
_SERIALS = frozenset({"serial", "serialnumber", "serialno", "sn", "seriennummer"})
_NUMBERS = frozenset({"number", "device", "deviceid", "identifier", "code"})
_KNOWN = "imei, imei2, meid, serial, modemid"


Report = Callable[[int, int], None]
"""Told every thousand lines how many were read, of how many at most. What it raises ends the reading."""


def read_note(path: Path, report: Report | None = None) -> NoteFile:
    """What the file says is expected. Raises UsageError where it is no list of numbers at all."""
    for encoding in encodings_of(path):
        try:
            return _read(path.name, read_pages(path, encoding), report)
        except UnicodeDecodeError:
            continue
    raise UsageError(text("Not a text file"), text("{path} is not text. Export it as CSV.", path=path.name))


class _Reading:
    """The lines of one file, sorted into good and bad as they come. `columns` are places and names of numbers."""

    def __init__(self, columns: Sequence[tuple[int, str]]) -> None:
        self._columns = columns
        self._lines_by_number: dict[str, int] = {}
        self.good: list[NoteLine] = []
        self.bad: list[BadNoteLine] = []
        self.bad_count = 0

    def take(self, line: int, cells: Sequence[str]) -> None:
        """Judge one line."""
        found = [(name, unforced(cells[place])) for place, name in self._columns if place < len(cells)]
        filled = [(name, cell) for name, cell in found if cell]
        numbers: list[str] = []
        for name, cell in filled:
            number = _number(name, cell)
            if isinstance(number, Text):
                self._refuse(line, cell, number)
                return
            numbers.append(number)
        if not numbers:
            self._refuse(line, " ".join(cells)[:_LONGEST_CELL], text("There is no number in this line."))
            return
        twice = next((number for number in numbers if number.lower() in self._lines_by_number), None)
        if twice is not None:
            reason = text("The same device is named in line {line}.", line=self._lines_by_number[twice.lower()])
            self._refuse(line, twice, reason)
            return
        self._lines_by_number.update((number.lower(), line) for number in numbers)
        self.good.append(NoteLine(line, tuple(dict.fromkeys(numbers))))

    def _refuse(self, line: int, value: str, reason: Text) -> None:
        self.bad_count += 1
        if len(self.bad) < MOST_BAD_TOLD:
            self.bad.append(BadNoteLine(line, shown_code(value), reason))


def _read(name: str, pages: Iterator[Page], report: Report | None) -> NoteFile:
    first = next(pages, None)
    head = next(iter(first.said()), None) if first is not None else None
    if head is None:
        raise UsageError(text("The file is empty"), text("There is no line with a device in it."))
    columns, is_heading = _columns_of(*head)
    reading = _Reading(columns)
    if not is_heading:
        reading.take(*head)
    for page in pages:
        for line, cells in page.said():
            reading.take(line, cells)
        judged = len(reading.good) + reading.bad_count
        if judged > MOST_LINES:
            raise UsageError(
                text("Too long for a delivery note"), text("It has more than {count} lines.", count=MOST_LINES)
            )
        if report is not None:
            report(judged, MOST_LINES)
    if not reading.good and not reading.bad_count:
        raise UsageError(text("No device in the file"), text("There is a line of headings and nothing below it."))
    return NoteFile(name, tuple(reading.good), tuple(reading.bad), reading.bad_count)


def _columns_of(line: int, cells: Sequence[str]) -> tuple[list[tuple[int, str]], bool]:
    """Where the numbers are, and whether the first line is a heading."""
    names = ["".join(character for character in cell.lower() if character.isalnum()) for cell in cells]
    known = [(place, name) for place, name in enumerate(names) if name in _IMEIS | _SERIALS | _NUMBERS]
    if known:
        return known, True
    if not any(cells[1:]):
        is_heading = not any(character.isdigit() for character in cells[0])
        return [(0, "number")], is_heading
    raise UsageError(
        text("No column of numbers"),
        text("Line {line} should name the columns, one of them {known}.", line=line, known=_KNOWN),
    )


def _number(name: str, cell: str) -> str | Text:
    """The number of one cell as devices are known by it, or why there is none."""
    if len(cell) > _LONGEST_CELL or not cell.isprintable():
        return text(
            "A cell is longer than {count} characters or holds signs that cannot be shown.", count=_LONGEST_CELL
        )
    if is_rounded(cell):
        return damaged_words()
    if name in _SERIALS:
        return cell if is_serial(cell) else text("This cannot be a serial number.")
    readings = read_label(cell)
    if len(readings) > 1:
        return text("There is more than one number in the cell.")
    reading = readings[0]
    if reading.kind in {Kind.IMEI, Kind.MEID}:
        return reading.value
    if name in _NUMBERS and reading.kind is Kind.SERIAL:
        return reading.value
    return why_no_imei(cell, reading.rule)
