"""Boxes that were begun, and what a person answered once for a whole batch: both outlive a power cut."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.journal import Entry
from ztdesk.domain.reading import Kind
from ztdesk.domain.text import text
from ztdesk.store.database import Database
from ztdesk.store.journal import Journal, storable


@dataclass(frozen=True, slots=True)
class BoxPart:
    """One code of a box that is not complete: what it was read as, and how it came in.

    Of several codes of one scan the first has the `raw`, the others an empty one.
    """

    kind: Kind
    value: str
    slot: int | None
    raw: str


_LOCK = "lock"
"""Beside the answers of a batch: what a person has still to see."""
BOX_MOVED_ON = (
    text("This box changed in another window"),
    text("Nothing was kept. Look at what is waited for now, then scan this box again."),
)


class Boxes:
    """What waits for a next code. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def parts(self, batch_id: int) -> tuple[BoxPart, ...]:
        """The codes of the box that was begun in a batch, in the order of the scans."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT kind, value, slot, raw FROM box_part WHERE batch_id = ? ORDER BY place", (batch_id,)
            )
            return tuple(BoxPart(Kind(row[0]), row[1], row[2], row[3]) for row in rows)

    def begins_otherwise(self, batch_id: int, imei: str) -> bool:
        """Whether a batch holds phones of neighbouring IMEIs of this model, and none begins as this, the lower one, does.

        That is on an even or on an odd serial part.
        """
        query = (
            "SELECT 1 FROM item WHERE batch_id = ? AND imei2 IS NOT NULL AND substr(imei, 1, 8) = ?"
            " AND substr(imei2, 1, 8) = substr(imei, 1, 8)"
            " AND CAST(substr(imei2, 9, 6) AS INTEGER) = CAST(substr(imei, 9, 6) AS INTEGER) + 1"
            " AND CAST(substr(imei, 14, 1) AS INTEGER) % 2 = ? ORDER BY position DESC LIMIT 1"
        )
        tac, is_odd = imei[:8], int(imei[13]) % 2
        with self._database.reading() as connection:
            # The rows mostly begin alike, so that the newest one answers.
            if connection.execute(query, (batch_id, tac, is_odd)).fetchone() is not None:
                return False
            return connection.execute(query, (batch_id, tac, 1 - is_odd)).fetchone() is not None

    def put_by(self, batch_id: int, before: Sequence[BoxPart], parts: Sequence[BoxPart], entry: Entry) -> None:
        """Keep what one scan brought, all of it with its one journal entry in one transaction.

        `before` is what the box held when that was judged. Raises ScanRejected when the batch is no longer open, or another
        window has changed the box since.
        """
        with self._database.writing() as connection:
            if not connection.execute("SELECT 1 FROM batch WHERE id = ? AND state = 'open'", (batch_id,)).fetchone():
                raise ScanRejected(text("Batch is closed"), text("Open another batch, then scan this box again."))
            if not holds_parts(connection, batch_id, before):
                raise ScanRejected(*BOX_MOVED_ON)
            for part in parts:
                connection.execute(
                    "INSERT INTO box_part (batch_id, place, kind, value, slot, raw, scanned_at)"
                    " SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6 FROM box_part WHERE batch_id = ?1",
                    (batch_id, part.kind.value, part.value, part.slot, storable(part.raw), entry.at),
                )
            self._journal.append(entry)

    def drop(self, batch_id: int, before: Sequence[BoxPart], entry: Entry) -> None:
        """Wait for no further code of the box that holds `before`, and say so in the journal; no other one."""
        with self._database.writing() as connection:
            if not holds_parts(connection, batch_id, before):
                return
            connection.execute("DELETE FROM box_part WHERE batch_id = ?", (batch_id,))
            self._journal.append(entry)

    def lock(self, batch_id: int) -> str:
        """What `keep_lock` was given last for a batch, empty for nothing."""
        return self.answers(batch_id).get(_LOCK, "")

    def keep_lock(self, batch_id: int, kept: str) -> None:
        """Keep what locks the station in a batch, or with an empty text that nothing does any more."""
        with self._database.writing() as connection:
            _keep_answer(connection, batch_id, _LOCK, kept)

    def answers(self, batch_id: int) -> dict[str, str]:
        """What was answered for a batch, by question."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT question, answer FROM answer WHERE batch_id = ?", (batch_id,))
            return dict(rows.fetchall())

    def answer(self, batch_id: int, question: str, answer: str, entry: Entry) -> None:
        """Remember an answer for the rest of a batch."""
        with self._database.writing() as connection:
            _keep_answer(connection, batch_id, question, answer)
            self._journal.append(entry)


def _keep_answer(connection: sqlite3.Connection, batch_id: int, question: str, answer: str) -> None:
    connection.execute(
        "INSERT INTO answer (batch_id, question, answer) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET answer = excluded.answer",
        (batch_id, question, answer),
    )


def holds_parts(connection: sqlite3.Connection, batch_id: int, parts: Sequence[BoxPart]) -> bool:
    """Whether the box that was begun in a batch has just these codes."""
    rows = connection.execute("SELECT kind, value, slot FROM box_part WHERE batch_id = ? ORDER BY place", (batch_id,))
    return rows.fetchall() == [(part.kind.value, part.value, part.slot) for part in parts]
