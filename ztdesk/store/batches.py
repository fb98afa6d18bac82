"""Batches as rows: opened, changed, queued, given up, summed up.

Knows nothing of requests; a row is in the file, for good, when a method returns.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from ztdesk.domain.batch import (
    Batch,
    BatchDraft,
    BatchState,
    BatchSummary,
    BulkItem,
    NewItem,
    Retry,
    bulk_item,
)
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.errors import Refused, ScanRejected
from ztdesk.domain.halts import BOX_NOT_FINISHED
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.text import text
from ztdesk.store.database import Database
from ztdesk.store.journal import Journal
from ztdesk.store.retrying import free_failures, move_failures, open_failures, take_marks_back
from ztdesk.store.rows import BATCH_COLUMNS, batch_of
from ztdesk.store.summaries import read_summaries

_RUNNING = (
    "SELECT id FROM batch WHERE state = 'queued' AND EXISTS (SELECT 1 FROM item WHERE batch_id = batch.id"
    " AND state IN ('pending', 'sent', 'unknown'))"
)


class Batches:
    """The batches of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def open(self, draft: BatchDraft, at: float, author: Author) -> Batch:
        """Open a new, empty batch."""
        with self._database.writing() as connection:
            batch_id = self._open(connection, draft, at, author)
        return Batch(batch_id, draft, BatchState.OPEN, author.station, author.operator, at, None, 0)

    def change(self, batch_id: int, draft: BatchDraft, at: float, author: Author) -> bool:
        """Change order number, expected count, maker and model of an open batch; its customer never changes.

        False, and nothing changed, when it is not open any more.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE batch SET order_number = ?, expected_count = ?, manufacturer = ?, model = ?, codes_per_box = ?"
                " WHERE id = ? AND state = 'open'",
                (
                    draft.order_number,
                    draft.expected_count,
                    draft.manufacturer,
                    draft.model,
                    draft.codes_per_box.value,
                    batch_id,
                ),
            ).rowcount
            if changed == 1:
                self._journal.append(Entry(at, author, Event.CHANGED, batch_id, "", draft.order_number))
        return changed == 1

    def name_customer(self, customer_id: str, name: str) -> None:
        """Give batches that were opened with a customer's id alone the name found for it."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE batch SET customer_name = ? WHERE customer_id = ? AND customer_name = ''", (name, customer_id)
            )

    def open_with(self, draft: BatchDraft, items: Sequence[NewItem], at: float, author: Author, source: str) -> Batch:
        """Open a batch and put all `items` in it, as `open_with_many` does."""
        return self.open_with_many(draft, [bulk_item(new) for new in items], at, author, source)

    def open_with_many(
        self, draft: BatchDraft, items: Sequence[BulkItem], at: float, author: Author, source: str
    ) -> Batch:
        """Open a batch and put all `items` in it, in one transaction; they must hold no duplicate and none may be live.

        Raises ScanRejected, and keeps nothing, when one of them is in a live batch (another process may have put it there).
        """
        from ztdesk.store.bulk import insert_items, names_a_live_device  # late: no scan needs it

        with self._database.writing() as connection:
            batch_id = self._open(connection, draft, at, author)
            held = ScanRejected(
                text("A device is in another batch"), text("Nothing was kept. Take it out there, then try again.")
            )
            try:
                insert_items(connection, batch_id, items, at)
            except sqlite3.IntegrityError as error:
                raise held from error
            if names_a_live_device(connection, batch_id, items):
                raise held
            connection.execute("UPDATE batch SET total = ? WHERE id = ?", (len(items), batch_id))
            self._journal.append(Entry(at, author, Event.IMPORTED, batch_id, source, f"{len(items)} devices"))
        return Batch(batch_id, draft, BatchState.OPEN, author.station, author.operator, at, None, len(items))

    def queue(self, batch_id: int, at: float, author: Author, total: int | None = None) -> bool:
        """Close an open batch that holds devices and hand it to the outbox; False when it is not open or empty.

        False, too, when it does not hold `total` devices, where that is given.
        Raises Refused while a box in it lacks a code: that code was confirmed, and would be forgotten.
        """
        with self._database.writing() as connection:
            if connection.execute("SELECT 1 FROM box_part WHERE batch_id = ?", (batch_id,)).fetchone() is not None:
                raise Refused(*BOX_NOT_FINISHED)
            condition = "total > 0 AND total = coalesce(?, total)"
            return self._leave_open(connection, batch_id, BatchState.QUEUED, Event.QUEUED, at, author, condition, total)

    def cancel(self, batch_id: int, at: float, author: Author, total: int | None = None) -> bool:
        """Give up a batch of which nothing was sent yet; its devices are free for other batches.

        False when it is too late, or when the batch does not hold `total` devices, where that is given.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE batch SET state = 'cancelled', closed_at = ? WHERE id = ? AND state IN ('open', 'queued')"
                " AND NOT EXISTS (SELECT 1 FROM submission WHERE batch_id = batch.id AND state <> 'waiting')"
                " AND total = coalesce(?, total)",
                (at, batch_id, total),
            ).rowcount
            if changed != 1:
                return False
            connection.execute("UPDATE item SET live = 0 WHERE batch_id = ?", (batch_id,))
            connection.execute("UPDATE submission SET state = 'withdrawn' WHERE batch_id = ?", (batch_id,))
            take_marks_back(connection, batch_id)
            self._journal.append(Entry(at, author, Event.CANCELLED, batch_id, "", "cancelled"))
        return True

    def retry_failed(self, batch_id: int, at: float, author: Author) -> Retry | None:
        """Put the failed devices that were not retried yet into a new batch for the same customer and queue it.

        One transaction. None, and nothing is kept, when none can be retried. Raises KeyError.
        """
        with self._database.writing() as connection:
            draft = replace(self.get(batch_id).draft, expected_count=0)
            ids = free_failures(connection, batch_id)
            if not ids:
                return None
            left_out = open_failures(connection, batch_id) - len(ids)
            new_id = self._open(connection, draft, at, author)
            move_failures(connection, ids, batch_id, new_id, at)
            connection.execute(
                "UPDATE batch SET total = ?, state = 'queued', closed_at = ? WHERE id = ?", (len(ids), at, new_id)
            )
            devices = f"{len(ids)} devices"
            self._journal.append(Entry(at, author, Event.RETRIED, batch_id, "", f"{devices} in batch {new_id}"))
            self._journal.append(Entry(at, author, Event.IMPORTED, new_id, f"retry of batch {batch_id}", devices))
            self._journal.append(Entry(at, author, Event.QUEUED, new_id, "", BatchState.QUEUED.value))
            return Retry(self.get(new_id), left_out)

    def cancel_empty(self, batch_id: int, at: float, author: Author) -> bool:
        """Give up an open batch in which there is nothing; False for any other."""
        with self._database.writing() as connection:
            return self._leave_open(
                connection, batch_id, BatchState.CANCELLED, Event.CANCELLED, at, author, "total = 0"
            )

    def get(self, batch_id: int) -> Batch:
        """One batch. Raises KeyError when there is none of this id."""
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT {BATCH_COLUMNS} FROM batch WHERE id = ?", (batch_id,)).fetchone()
        if row is None:
            raise KeyError(batch_id)
        return batch_of(row)

    def open_ones(self) -> tuple[Batch, ...]:
        """Every open batch, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT {BATCH_COLUMNS} FROM batch WHERE state = 'open' ORDER BY id DESC")
            return tuple(batch_of(row) for row in rows)

    def usual_codes(self) -> CodesPerBox:
        """Which codes the boxes of the newest batch have, which the next one's will have too.

        Never serial numbers alone: those need a maker and a model that the next batch may not be of.
        """
        with self._database.reading() as connection:
            row = connection.execute("SELECT codes_per_box FROM batch ORDER BY id DESC LIMIT 1").fetchone()
        codes = CodesPerBox(row[0]) if row else CodesPerBox.ONE_IMEI
        return CodesPerBox.ONE_IMEI if codes is CodesPerBox.SERIAL else codes

    def summary(self, batch_id: int) -> BatchSummary:
        """One batch with what is derived from its parts. Raises KeyError when there is none of this id."""
        with self._database.reading() as connection:
            found = read_summaries(connection, "?", (batch_id,))
        if not found:
            raise KeyError(batch_id)
        return found[0]

    def summaries(self, limit: int | None = None) -> tuple[BatchSummary, ...]:
        """The newest `limit` batches, or all, newest first."""
        with self._database.reading() as connection:
            if limit is None:
                found = read_summaries(connection)
            else:
                found = read_summaries(connection, "SELECT id FROM batch ORDER BY id DESC LIMIT ?", (limit,))
        return tuple(reversed(found))

    def running(self) -> tuple[BatchSummary, ...]:
        """Every queued batch that waits for verdicts, oldest first."""
        with self._database.reading() as connection:
            return tuple(read_summaries(connection, _RUNNING))

    def _open(self, connection: sqlite3.Connection, draft: BatchDraft, at: float, author: Author) -> int:
        batch_id = connection.execute(
            "INSERT INTO batch (kind, customer_id, customer_name, order_number, expected_count, manufacturer, model,"
            " station, operator, opened_at, codes_per_box, state) VALUES (?,?,?,?,?,?,?,?,?,?,?,'open')",
            (
                draft.kind.value,
                draft.customer_id,
                draft.customer_name,
                draft.order_number,
                draft.expected_count,
                draft.manufacturer,
                draft.model,
                author.station,
                author.operator,
                at,
                draft.codes_per_box.value,
            ),
        ).lastrowid
        assert batch_id is not None  # noqa: S101 - an INSERT has a row id
        self._journal.append(Entry(at, author, Event.OPENED, batch_id, draft.customer_id, draft.customer_name))
        return batch_id

    def _leave_open(  # one of several ways out of the open state
        self,
        connection: sqlite3.Connection,
        batch_id: int,
        state: BatchState,
        event: Event,
        at: float,
        author: Author,
        condition: str,
        *values: object,
    ) -> bool:
        changed = connection.execute(
            f"UPDATE batch SET state = ?, closed_at = ? WHERE id = ? AND state = 'open' AND {condition}",
            (state.value, at, batch_id, *values),
        ).rowcount
        if changed == 1:
            self._journal.append(Entry(at, author, event, batch_id, "", state.value))
        return changed == 1
