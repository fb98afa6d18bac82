"""A file of lines and cells, as spreadsheets and portals write it: encodings, separators, quotes, line ends.

Knows nothing of devices. Whatever the file holds, it is read in pieces of bounded size and refused in words.
"""

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text

if TYPE_CHECKING:
    from _csv import Reader

LONGEST_LINE_BYTES = 65_536
"""A file with a longer line is no list of devices and is not read."""

_BLOCK_BYTES = 1 << 20
_PAGE_LINES = 1000
COMMENT = "#"
_SEPARATORS = ",;\t"
_UTF_16 = ("utf-16",)
_BYTE_ORDER_MARKS: tuple[tuple[bytes, tuple[str, ...]], ...] = (
    (codecs.BOM_UTF8, ("utf-8-sig",)),
    (codecs.BOM_UTF16_LE, _UTF_16),
    (codecs.BOM_UTF16_BE, _UTF_16),
)
_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a file: the number of the first one (from 1), and the cells of each, none for an empty one."""

    first: int
    rows: list[list[str]]

    def said(self) -> Iterator[tuple[int, list[str]]]:
        """The lines that say something, by number: neither empty nor a comment."""
        for line, cells in enumerate(self.rows, self.first):
            if cells and not cells[0].startswith(COMMENT) and any(map(str.strip, cells)):
                yield line, cells


def encodings_of(path: Path) -> tuple[str, ...]:
    """How this file may be encoded, most likely first. Raises UsageError when it is unreadable or no text of lines.

    Without a byte order mark it is UTF-8, or else what a Western European Windows calls ANSI.
    """
    if path.is_dir():
        raise UsageError(text("A folder, not a file"), text("{path} is a folder. Name the file in it.", path=path))
    with _readable(path), path.open("rb") as file:
        start = file.read(4)
        if not start:
            raise UsageError(text("The file is empty"), text("There is nothing in {path}.", path=path))
        if start in _WORKBOOK_STARTS:
            raise UsageError(
                text("An Excel workbook"), text("Save {path} as CSV first, with the numbers as text.", path=path.name)
            )
        encodings = next((names for mark, names in _BYTE_ORDER_MARKS if start.startswith(mark)), ("utf-8", "cp1252"))
        file.seek(0)
        while block := file.read(_BLOCK_BYTES):
            # Found before anything reads by lines, so that no endless line is ever taken into memory.
            if max(map(len, block.replace(b"\r", b"\n").split(b"\n"))) > LONGEST_LINE_BYTES:
                raise UsageError(
                    text("Not a list of devices"),
                    text("{path} has a line of more than {count} bytes.", path=path.name, count=LONGEST_LINE_BYTES),
                )
            if b"\0" in block and encodings != _UTF_16:
                raise UsageError(text("Not a text file"), text("{path} is not text. Export it as CSV.", path=path.name))
    return encodings


def read_pages(path: Path, encoding: str) -> Iterator[Page]:
    """The file in order, 1,000 lines at a time; the first page holds only the lines up to the first that says something.

    The separator is the one of comma, semicolon and tab that is most frequent in that line. Raises UsageError where
    quotation marks do not pair, UnicodeDecodeError for another encoding.
    """
    with _readable(path), path.open(encoding=encoding) as file:
        before = 0
        for first in file:
            before += 1
            if first.strip() and not first.startswith(COMMENT):
                break
        else:
            return
        separator = separator_of(first)
        yield _page(csv.reader((first,), delimiter=separator, strict=True), before, 1)
        reader = csv.reader(file, delimiter=separator, strict=True)
        while (page := _page(reader, before + 1, _PAGE_LINES)).rows:
            yield page
            before += len(page.rows)


def _page(reader: "Reader", first: int, most: int) -> Page:
    read_before = reader.line_num
    rows: list[list[str]] = []
    try:
        rows.extend(islice(reader, most))
    except csv.Error as error:
        # The rows before the one in trouble are in the list by now.
        raise _unpaired_quotes(first + len(rows)) from error
    if reader.line_num - read_before != len(rows):
        longer = next(index for index, cells in enumerate(rows) if any("\n" in cell for cell in cells))
        raise _unpaired_quotes(first + longer)
    return Page(first, rows)


def separator_of(line: str) -> str:
    """What separates the cells of this line; a comma when it holds no separator at all."""
    return max(_SEPARATORS, key=line.count)


def _unpaired_quotes(line: int) -> UsageError:
    return UsageError(
        text("Quotation marks do not pair"),
        text("See line {line}: every cell must end on the line it begins on.", line=line),
    )


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(text("File cannot be read"), text("{path}: {reason}", path=path, reason=reason)) from error
