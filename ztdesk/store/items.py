"""Items, the devices of a batch, as rows: put in, taken out, found again, read.

A row and its journal entry are in the file, for good, when `add` returns.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from ztdesk.domain.batch import Item, ItemState, NewItem
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.pair import Kinship
from ztdesk.domain.text import text
from ztdesk.store.boxes import BOX_MOVED_ON, BoxPart, holds_parts
from ztdesk.store.database import Database
from ztdesk.store.delivery_notes import mark_found
from ztdesk.store.journal import Journal, storable
from ztdesk.store.known_pairs import KnownPairs
from ztdesk.store.live_places import Place, find_live
from ztdesk.store.rows import ITEM_COLUMNS, item_of

INSERT_ITEM = (
    "INSERT INTO item (batch_id, position, imei, imei2, meid, meid2, serial, manufacturer, model, phone_number, raw,"
    " scanned_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
)
_MOST_MARKS = 1000


class Items:
    """The items of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._pairs = KnownPairs()

    def add(self, batch_id: int, new: NewItem, at: float, author: Author) -> Item | Place:
        """Put one device at the end of an open batch; answers where it is instead when it already is in a live batch.

        One transaction: when this returns an Item, the row and its journal entry are on disk. Raises ScanRejected when
        the batch is no longer open.
        """
        with self._database.writing() as connection:
            return self._add(connection, batch_id, new, at, author)

    def add_box(
        self, batch_id: int, new: NewItem, before: Sequence[BoxPart], at: float, author: Author
    ) -> Item | Place:
        """The same for a device of several codes: those that were put by, `before`, are no longer waited for.

        Raises ScanRejected, too, when another window has changed the box since.
        """
        with self._database.writing() as connection:
            if not holds_parts(connection, batch_id, before):
                raise ScanRejected(*BOX_MOVED_ON)
            added = self._add(connection, batch_id, new, at, author)
            if isinstance(added, Item):
                connection.execute("DELETE FROM box_part WHERE batch_id = ?", (batch_id,))
            return added

    def add_carton(self, batch_id: int, news: Sequence[NewItem], at: float, author: Author) -> list[Item | Place]:
        """Put the devices of one code into an open batch in one transaction, each judged alone; undone as one."""
        with self._database.writing() as connection:
            results = [self._add(connection, batch_id, new, at, author) for new in news]
            added = [item for item in results if isinstance(item, Item)]
            if added:
                first = added[0].position
                marks = [(first, item.id) for item in added]
                connection.executemany("UPDATE item SET carton = ? WHERE id = ?", marks)
        return [replace(item, carton=first) if isinstance(item, Item) else item for item in results]

    def _add(
        self, connection: sqlite3.Connection, batch_id: int, new: NewItem, at: float, author: Author
    ) -> Item | Place:
        place = find_live(connection, new.identifier)
        scanned = Entry(at, author, Event.SCANNED, batch_id, new.raw, "added", new.scanner, new.understood)
        if place is not None:
            self._journal.append(replace(scanned, verdict="duplicate"))
            return place
        changed = connection.execute("UPDATE batch SET total = total + 1 WHERE id = ? AND state = 'open'", (batch_id,))
        if changed.rowcount != 1:
            raise ScanRejected(text("Batch is closed"), text("Open another batch, then scan this box again."))
        last = connection.execute("SELECT max(position) FROM item WHERE batch_id = ?", (batch_id,)).fetchone()
        position = (last[0] or 0) + 1
        item_id = connection.execute(INSERT_ITEM, item_values(batch_id, position, new, at)).lastrowid
        assert item_id is not None  # noqa: S101 - an INSERT has a row id
        found = mark_found(connection, batch_id, item_id, new.identifier) if new.is_looked_for else True
        self._journal.append(scanned)
        return Item(
            item_id,
            batch_id,
            position,
            new.identifier,
            new.phone_number,
            new.raw,
            at,
            ItemState.PENDING,
            is_unexpected=not found,
        )

    def find_live(self, identifier: DeviceIdentifier) -> Place | None:
        """Where this device is in a live batch, under any of its numbers; None when it is in none."""
        with self._database.reading() as connection:
            return find_live(connection, identifier)

    def live_imeis(self) -> frozenset[str]:
        """Every IMEI of every live batch, first and second ones."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT imei FROM item WHERE live = 1 AND imei IS NOT NULL"
                " UNION ALL SELECT imei2 FROM item WHERE live = 1 AND imei2 IS NOT NULL"
            )
            return frozenset(row[0] for row in rows)

    def live_decimal_meids(self) -> frozenset[str]:
        """Every MEID of every live batch that an IMEI may begin with: those of decimal digits alone."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT meid FROM item WHERE live = 1 AND meid IS NOT NULL"
                " UNION ALL SELECT meid2 FROM item WHERE live = 1 AND meid2 IS NOT NULL"
            )
            return frozenset(row[0] for row in rows if row[0].isdigit())

    def remove(self, item_id: int, at: float, author: Author) -> Item | None:
        """Take a device out of its open batch for good; None when it is not in an open batch any more."""
        removed = self.remove_all([item_id], at, author)
        return removed[0] if removed else None

    def remove_all(self, ids: Sequence[int], at: float, author: Author) -> list[Item]:
        """Take these devices out of their open batches in one transaction; those that are in none are left out."""
        with self._database.writing() as connection:
            removed = [self._remove(connection, item_id, at, author) for item_id in ids]
        return [item for item in removed if item is not None]

    def _remove(self, connection: sqlite3.Connection, item_id: int, at: float, author: Author) -> Item | None:
        row = connection.execute(
            f"SELECT {ITEM_COLUMNS} FROM item JOIN batch ON batch.id = item.batch_id"
            " WHERE item.id = ? AND batch.state = 'open'",
            (item_id,),
        ).fetchone()
        if row is None:
            return None
        item = item_of(row)
        connection.execute("DELETE FROM item WHERE id = ?", (item_id,))
        self._pairs.on_removed(item_id)
        connection.execute("UPDATE batch SET total = total - 1 WHERE id = ?", (item.batch_id,))
        told = f"number {item.position} removed"
        self._journal.append(Entry(at, author, Event.REMOVED, item.batch_id, item.raw, told))
        return item

    def has_imeis(self, batch_id: int) -> bool:
        """Whether a batch holds a device that is named by an IMEI."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM item WHERE batch_id = ? AND imei IS NOT NULL LIMIT 1", (batch_id,)
            ).fetchone()
        return row is not None

    def has_pair(self, batch_id: int, pair: Kinship) -> bool:
        """Whether a device of this batch bears two IMEIs that stand to each other like that."""
        with self._database.reading() as connection:
            return self._pairs.bears(connection, batch_id, pair)

    def of_batch(self, batch_id: int) -> list[Item]:
        """Every item of a batch in the order of the scans."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM item WHERE batch_id = ? ORDER BY position", (batch_id,)
            )
            return [item_of(row) for row in rows]

    def ids(self, batch_id: int, *, newest_first: bool = True) -> list[int]:
        """The ids of a batch's items in the order of the scans, or newest first; cheap also for 100,000."""
        order = "DESC" if newest_first else "ASC"
        return self._ids(f"SELECT id FROM item WHERE batch_id = ? ORDER BY position {order}", batch_id)

    def attention_ids(self, batch_id: int) -> list[int]:
        """The ids of a batch's items: those that need a person, then what is open, then what was retried or claimed."""
        with self._database.reading() as connection:
            mixed = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM item WHERE batch_id = ? AND state IN ('failed', 'unknown', 'succeeded'))",
                (batch_id,),
            ).fetchone()[0]
        if not mixed:
            # No device is read for this: a huge batch is shown first when nothing has come back yet.
            return self.ids(batch_id, newest_first=False)
        return self._ids(
            "SELECT id FROM item WHERE batch_id = ? ORDER BY CASE WHEN retried_in IS NOT NULL THEN 3"
            " WHEN state = 'failed' THEN 0 WHEN state = 'unknown' THEN 1 WHEN state = 'succeeded' THEN 4 ELSE 2 END,"
            " position",
            batch_id,
        )

    def _ids(self, ordered: str, batch_id: int) -> list[int]:
        # All in one row: before each row the window may have to wait for the sync to give the interpreter back.
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT json_group_array(id) FROM ({ordered})", (batch_id,)).fetchone()
        ids: list[int] = json.loads(row[0])
        return ids

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        """The items of these ids, in this order; ids that are gone are left out."""
        with self._database.reading() as connection:
            found: dict[int, Item] = {}
            for start in range(0, len(ids), _MOST_MARKS):
                some = tuple(ids[start : start + _MOST_MARKS])
                marks = ",".join("?" * len(some))
                rows = connection.execute(f"SELECT {ITEM_COLUMNS} FROM item WHERE id IN ({marks})", some)
                found.update((row[0], item_of(row)) for row in rows)
        return [found[item_id] for item_id in ids if item_id in found]

    def last(self, batch_id: int) -> Item | None:
        """The newest item of a batch."""
        group = self.last_group(batch_id)
        return group[-1] if group else None

    def last_group(self, batch_id: int) -> list[Item]:
        """The newest item of a batch, with all others of its carton when it came out of one; oldest first."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM item WHERE batch_id = ? ORDER BY position DESC LIMIT 1", (batch_id,)
            ).fetchone()
            if row is None:
                return []
            last = item_of(row)
            if last.carton is None:
                return [last]
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM item WHERE batch_id = ? AND position >= ? AND carton = ? ORDER BY position",
                (batch_id, last.carton, last.carton),
            )
            return [item_of(row) for row in rows]

    def claimed_before(self, imei: str) -> tuple[str, float] | None:
        """Customer's name and time when this PC last claimed the device of this IMEI; None when it never did."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT batch.customer_name, item.decided_at FROM item JOIN batch ON batch.id = item.batch_id"
                " WHERE item.imei = ? AND item.state = 'succeeded' AND batch.kind = 'claim'"
                " ORDER BY item.id DESC LIMIT 1",
                (imei,),
            ).fetchone()
        return None if row is None else (row[0], row[1])


def item_values(batch_id: int, position: int, new: NewItem, at: float) -> tuple[object, ...]:
    """What INSERT_ITEM wants for one device."""
    identifier = new.identifier
    return (
        batch_id,
        position,
        identifier.imei or None,
        identifier.imei2 or None,
        identifier.meid or None,
        identifier.meid2 or None,
        identifier.serial or None,
        identifier.manufacturer,
        identifier.model,
        storable(new.phone_number),
        storable(new.raw),
        at,
    )
