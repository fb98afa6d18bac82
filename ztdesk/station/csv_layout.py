"""The columns of the zero-touch portal's upload file, in any order, and the plain list of one number a line.

Source of the columns: the portal's upload layout as public tools write it
(modemtype,modemid,serial,model,manufacturer,profiletype,owner, and two shorter forms). Judges no cell.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from ztdesk.domain.errors import UsageError
from ztdesk.domain.explain import shown_code
from ztdesk.domain.identifiers import meid_hex
from ztdesk.domain.text import text

IMEI = "IMEI"
MEID = "MEID"
ZERO_TOUCH = "ZERO_TOUCH"
_MOST_NAMED = 12
_LIST_HEADINGS = frozenset({"modemid", "imei", "imei1", "meid"})


class PortalRow(NamedTuple):
    """The cells of one line by the portal's column names; a column the file does not have is empty.

    `phonenumber` and `ordernumber` are the service's metadata keys. `modemtype2` and `modemid2`, for the second modem of
    a device, are unproven: no published file has them.
    """

    modemtype: str = ""
    modemid: str = ""
    serial: str = ""
    model: str = ""
    manufacturer: str = ""
    profiletype: str = ""
    owner: str = ""
    phonenumber: str = ""
    ordernumber: str = ""
    modemtype2: str = ""
    modemid2: str = ""


Columns = tuple[tuple[str, ...], ...]
"""The cells of some lines, column by column in the order of PortalRow."""


class Layout:
    """Where the columns of one file are. `width` is how many cells a line has."""

    def __init__(self, names: Sequence[str]) -> None:
        self.width = len(names)
        # A missing column is taken from behind the last one, where an empty one is put.
        self._pick = itemgetter(*(names.index(name) if name in names else self.width for name in PortalRow._fields))

    def row(self, cells: list[str]) -> PortalRow | None:
        """One line's cells by name; None when their number is wrong. Empty cells behind the last column do not count."""
        if len(cells) < self.width or any(cells[self.width :]):
            return None
        return PortalRow(*self._pick((*cells[: self.width], "")))

    def columns(self, page: Sequence[list[str]]) -> Columns | None:
        """Some lines, at least one, as columns; None when the number of cells is wrong in one of them."""
        if set(map(len, page)) != {self.width}:
            return None
        columns: Columns = self._pick((*zip(*page, strict=True), ("",) * len(page)))
        return columns


class PlainList(Layout):
    """One IMEI or MEID a line; profile and owner are those of the import."""

    def __init__(self, customer_id: str) -> None:
        super().__init__(("modemid",))
        self._imei = PortalRow(modemtype=IMEI, profiletype=ZERO_TOUCH, owner=customer_id)

    def row(self, cells: list[str]) -> PortalRow | None:
        """The line's number as a row of the portal."""
        row = super().row(cells)
        if row is None:
            return None
        is_meid = not row.modemid.isdigit() and meid_hex(row.modemid.strip()) is not None
        return self._imei._replace(modemtype=MEID if is_meid else IMEI, modemid=row.modemid)

    def columns(self, page: Sequence[list[str]]) -> Columns | None:
        """The lines' numbers as IMEIs of the portal."""
        columns = super().columns(page)
        if columns is None:
            return None
        numbers = columns[PortalRow._fields.index("modemid")]
        return tuple(
            numbers if name == "modemid" else (cell,) * len(page)
            for name, cell in zip(PortalRow._fields, self._imei, strict=True)
        )


def layout_of(line: int, cells: Sequence[str], customer_id: str) -> tuple[Layout, bool]:
    """The layout that the first line tells, and whether that line is a heading and holds no device.

    Raises UsageError naming the line and the columns that are unknown, missing or doubled.
    """
    names = [cell.strip().lower() for cell in cells]
    while len(names) > 1 and not names[-1]:
        names.pop()
    if len(names) == 1 and (names[0] in _LIST_HEADINGS or names[0] not in PortalRow._fields):
        is_heading = names[0] in _LIST_HEADINGS or not any(character.isdigit() for character in names[0])
        return PlainList(customer_id), is_heading
    unknown = [shown_code(cell) for cell, name in zip(cells, names, strict=False) if name not in PortalRow._fields]
    if unknown:
        raise UsageError(
            text("Unknown columns"),
            text(
                "Line {line} should name the columns. Unknown: {names}. Known: {known}.",
                line=line,
                names=", ".join(unknown[:_MOST_NAMED]),
                known=", ".join(PortalRow._fields),
            ),
        )
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise UsageError(
            text("Columns named twice"),
            text("Line {line} names these columns twice: {names}.", line=line, names=", ".join(doubled)),
        )
    missing = [name for name in _required(names) if name not in names]
    if missing:
        raise UsageError(
            text("Columns are missing"),
            text("Line {line} names no column {names}.", line=line, names=", ".join(missing)),
        )
    return Layout(names), True


def _required(names: Sequence[str]) -> tuple[str, ...]:
    """The columns a file with these must have."""
    serials = ("serial", "model", "manufacturer") if "serial" in names else ()
    modems = ("modemtype", "modemid") if not serials or "modemtype" in names or "modemid" in names else ()
    second = ("modemtype2", "modemid2") if "modemtype2" in names or "modemid2" in names else ()
    return (*modems, *second, *serials, "profiletype", "owner")
