"""The journal's table: appended to, read, checked; never changed. Each entry is sealed over the one before it."""

import sqlite3
from collections.abc import Iterator

from ztdesk.domain.journal import GENESIS, Author, Entry, Event
from ztdesk.store.database import Database


class Journal:
    """Appends within the caller's transaction, so an entry and what it tells of are on disk together or not at all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, entry: Entry) -> None:
        """Add an entry; to be called inside `Database.writing()`."""
        last = self._database.connection.execute("SELECT hash FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        seal = entry.sealed(last[0] if last else GENESIS)
        self._database.connection.execute(
            "INSERT INTO journal (at, station, operator, event, batch_id, raw, verdict, hash) VALUES (?,?,?,?,?,?,?,?)",
            (
                entry.at,
                entry.author.station,
                entry.author.operator,
                entry.event.value,
                entry.batch_id,
                entry.raw,
                entry.verdict,
                seal,
            ),
        )

    def write(self, entry: Entry) -> None:
        """Add an entry in a transaction of its own. Raises StoreFailure."""
        with self._database.writing():
            self.append(entry)

    def entries(self) -> Iterator[Entry]:
        """All entries, oldest first. Raises StoreFailure."""
        for entry, _seal in self._sealed_entries():
            yield entry

    def first_broken(self) -> int | None:
        """The number (from 1) of the first entry that does not fit its seal; None when the whole chain holds."""
        before = GENESIS
        for number, (entry, seal) in enumerate(self._sealed_entries(), 1):
            before = entry.sealed(before)
            if seal != before:
                return number
        return None

    def _sealed_entries(self) -> Iterator[tuple[Entry, bytes]]:
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT at, station, operator, event, batch_id, raw, verdict, hash FROM journal ORDER BY id"
            )
            for row in rows:
                yield _entry(row), row[7]


def _entry(row: sqlite3.Row | tuple[object, ...]) -> Entry:
    at, station, operator, event, batch_id, raw, verdict = row[:7]
    return Entry(at, Author(station, operator), Event(event), batch_id, raw, verdict)  # type: ignore[arg-type]
