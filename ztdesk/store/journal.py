"""The journal's table: appended to, read, checked; never changed. Each entry is sealed over the one before it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ztdesk.domain.journal import GENESIS, Author, Entry, Event
from ztdesk.store.database import Database

_PAGE = 1000
_HASH, _ID = 9, 10

_Sealed = tuple[Any, ...]


class Journal:
    """Appends within the caller's transaction, so an entry and what it tells of are on disk together or not at all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, entry: Entry) -> None:
        """Add an entry; to be called inside `Database.writing()`."""
        entry = _storable(entry)
        last = self._database.connection.execute("SELECT hash FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        seal = entry.sealed(last[0] if last else GENESIS)
        self._database.connection.execute(
            "INSERT INTO journal (at, station, operator, event, batch_id, raw, verdict, hash, scanner, understood)"
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                entry.at,
                entry.author.station,
                entry.author.operator,
                entry.event.value,
                entry.batch_id,
                entry.raw,
                entry.verdict,
                seal,
                entry.scanner,
                entry.understood,
            ),
        )

    def write(self, entry: Entry) -> None:
        """Add an entry in a transaction of its own. Raises StoreFailure."""
        with self._database.writing():
            self.append(entry)

    def entries(self) -> Iterator[Entry]:
        """All entries, oldest first, read a page at a time so that nobody is kept from writing. Raises StoreFailure."""
        for row in self._rows():
            yield _entry(row)

    def first_broken(self) -> int | None:
        """The number (from 1) of the first entry that does not fit its seal or is not there; None when all is whole."""
        # Numbers are given out without gaps, so the last one given tells of entries that were cut off at the end.
        given = self._last_number()
        before, number = GENESIS, 0
        for number, row in enumerate(self._rows(), 1):
            try:
                before = _entry(row).sealed(before)
            except ValueError:
                return number
            if row[_HASH] != before:
                return number
        return number + 1 if number < given else None

    def _last_number(self) -> int:
        with self._database.reading() as connection:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()
        return 0 if row is None else row[0]

    def _rows(self) -> Iterator[_Sealed]:
        last = -1
        while True:
            with self._database.reading() as connection:
                page = connection.execute(
                    "SELECT at, station, operator, event, batch_id, raw, verdict, scanner, understood, hash, id"
                    " FROM journal WHERE id > ? ORDER BY id LIMIT ?",
                    (last, _PAGE),
                ).fetchall()
            yield from page
            if len(page) < _PAGE:
                return
            last = page[-1][_ID]


def _entry(row: _Sealed) -> Entry:
    at, station, operator, event, batch_id, raw, verdict, scanner, understood = row[:_HASH]
    return Entry(at, Author(station, operator), Event(event), batch_id, raw, verdict, scanner, understood)


def storable(value: str) -> str:
    """The text as the file can hold it: half a surrogate pair, which a broken scanner may send, is spelled out."""
    return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")


def _storable(entry: Entry) -> Entry:
    """The entry as it will be read back, so that its seal fits: a time is a REAL there."""
    author = Author(storable(entry.author.station), storable(entry.author.operator))
    return replace(
        entry,
        at=float(entry.at),
        author=author,
        raw=storable(entry.raw),
        verdict=storable(entry.verdict),
        scanner=storable(entry.scanner),
        understood=storable(entry.understood),
    )
