"""Delivery notes: which devices a batch is expected to hold, and which of them were found. Knows no file and no words."""

import json
import sqlite3
from collections.abc import Sequence

from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.store.database import Database
from ztdesk.store.journal import Journal


class DeliveryNotes:
    """The notes of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def load(self, batch_id: int, lines: Sequence[NoteLine], at: float, author: Author, source: str) -> bool:
        """Expect these devices in an open batch, instead of those of a note before; what it holds already is found.

        False, and nothing kept, when it is not open any more.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE batch SET has_note = ?, expected_count = ? WHERE id = ? AND state = 'open'",
                (bool(lines), len(lines), batch_id),
            ).rowcount
            if changed != 1:
                return False
            connection.execute("DELETE FROM expected WHERE batch_id = ?", (batch_id,))
            held = _ids_by_number(connection, batch_id)
            rows = []
            for line in lines:
                item_id = next(filter(None, (held.get(number.lower()) for number in line.numbers)), None)
                rows += [(batch_id, number, line.line, item_id) for number in line.numbers]
            connection.executemany(
                "INSERT INTO expected (batch_id, number, line, item_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                rows,
            )
            told = f"{len(lines)} expected"
            self._journal.append(Entry(at, author, Event.NOTE_LOADED, batch_id, source, told))
        return True

    def counts(self, batch_id: int) -> NoteCounts:
        """How many devices of the note were found and are missing, and how many in the batch are not on it."""
        with self._database.reading() as connection:
            lines, found = connection.execute(
                "SELECT count(DISTINCT line), count(DISTINCT CASE WHEN item_id IS NOT NULL THEN line END)"
                " FROM expected WHERE batch_id = ?",
                (batch_id,),
            ).fetchone()
            total = connection.execute("SELECT total FROM batch WHERE id = ?", (batch_id,)).fetchone()
            matched = connection.execute(
                "SELECT count(DISTINCT item_id) FROM expected WHERE batch_id = ?", (batch_id,)
            ).fetchone()
        return NoteCounts(lines, found, (total[0] if total else 0) - matched[0])

    def missing(self, batch_id: int, limit: int) -> tuple[NoteLine, ...]:
        """The first `limit` lines of the note of which nothing was found yet, in the note's order."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT line, group_concat(number, char(10)) FROM expected WHERE batch_id = ?"
                " GROUP BY line HAVING max(item_id) IS NULL ORDER BY line LIMIT ?",
                (batch_id, limit),
            )
            return tuple(NoteLine(row[0], tuple(row[1].split("\n"))) for row in rows)

    def unexpected_ids(self, batch_id: int) -> list[int]:
        """The ids of the items that are not on the note, in the order of the scans."""
        with self._database.reading() as connection:
            # All in one row, as `Items.ids`: before each row a thread may have to wait for the interpreter.
            row = connection.execute(
                "SELECT json_group_array(id) FROM (SELECT id FROM item WHERE batch_id = ? AND NOT EXISTS"
                " (SELECT 1 FROM expected WHERE item_id = item.id) ORDER BY position)",
                (batch_id,),
            ).fetchone()
        ids: list[int] = json.loads(row[0])
        return ids


def _ids_by_number(connection: sqlite3.Connection, batch_id: int) -> dict[str, int]:
    """The items of a batch by every number they are known by, in small letters: notes make no difference of them."""
    found: dict[str, int] = {}
    rows = connection.execute("SELECT id, imei, imei2, meid, meid2, serial FROM item WHERE batch_id = ?", (batch_id,))
    for item_id, *numbers in rows:
        found.update((number.lower(), item_id) for number in numbers if number)
    return found


def mark_found(connection: sqlite3.Connection, batch_id: int, item_id: int, identifier: DeviceIdentifier) -> bool:
    """Tick a device off the note of its batch, within the caller's transaction; False when it is not on it."""
    found = False
    for number in (identifier.imei, identifier.imei2, identifier.meid, identifier.meid2, identifier.serial):
        if number:
            changed = connection.execute(
                "UPDATE expected SET item_id = ? WHERE batch_id = ? AND line IN"
                " (SELECT line FROM expected WHERE batch_id = ? AND number = ?)",
                (item_id, batch_id, batch_id, number),
            ).rowcount
            found = found or changed > 0
    return found
