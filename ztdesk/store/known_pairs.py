"""Which pairs of IMEIs the devices of the batch at hand bear: remembered, so that a scan reads little of a huge batch.

Says of no pair that it is borne without seeing the device in the file.
"""

import sqlite3

from ztdesk.domain.pair import Kinship

_MOST_AT_ONCE = 4000
"""Ids that one scan reads: a few milliseconds."""


class KnownPairs:
    """Of the batch that was asked about last: of its newest devices, and of more of the older ones with every question.

    So in a huge batch that is gone on with, a pair known of old may be asked about once more, and none is too few times.
    """

    def __init__(self) -> None:
        self._batch_id: int | None = None
        self._read_from = self._read_to = 0  # the item ids between them were looked at, the higher one itself too
        self._bearers: dict[Kinship, int] = {}

    def bears(self, connection: sqlite3.Connection, batch_id: int, pair: Kinship) -> bool:
        """Whether a device of this batch bears two IMEIs that stand to each other like that."""
        if batch_id != self._batch_id:
            self._batch_id = batch_id
            self._forget()
        if self._is_there(connection, pair):
            return True
        # Another device may be like the one that was taken out.
        if pair in self._bearers:
            self._forget()
        self._read_more(connection)
        return pair in self._bearers

    def on_removed(self, item_id: int) -> None:
        """Its id may be given to the next device, which is to be looked at."""
        self._read_to = min(self._read_to, item_id - 1)
        self._read_from = min(self._read_from, self._read_to)

    def _forget(self) -> None:
        self._bearers = {}
        self._read_from = self._read_to = -_MOST_AT_ONCE - 1  # further back than any id

    def _is_there(self, connection: sqlite3.Connection, pair: Kinship) -> bool:
        item_id = self._bearers.get(pair)
        if item_id is None:
            return False
        row = connection.execute(
            "SELECT 1 FROM item WHERE id = ? AND batch_id = ? AND substr(imei, 1, 8) = ? AND substr(imei2, 1, 8) = ?"
            " AND CAST(substr(imei2, 9, 6) AS INTEGER) - CAST(substr(imei, 9, 6) AS INTEGER) = ?",
            (item_id, self._batch_id, pair.lower_tac, pair.higher_tac, pair.distance),
        ).fetchone()
        return row is not None

    def _read_more(self, connection: sqlite3.Connection) -> None:
        """What is new, and some of what is older and was not read yet."""
        # Ids grow with the order of the scans: none of this batch is below that of its first device.
        first = connection.execute(
            "SELECT id FROM item WHERE batch_id = ? ORDER BY position LIMIT 1", (self._batch_id,)
        ).fetchone()
        if first is None:
            return
        newest: int = connection.execute("SELECT max(id) FROM item").fetchone()[0]
        if newest - self._read_to > _MOST_AT_ONCE:
            self._read_from = newest
        else:
            self._read(connection, self._read_to, newest)
        self._read_to = newest
        if self._read_from >= first[0]:
            before = max(self._read_from - _MOST_AT_ONCE, first[0] - 1)
            self._read(connection, before, self._read_from)
            self._read_from = before

    def _read(self, connection: sqlite3.Connection, after: int, to: int) -> None:
        rows = connection.execute(
            "SELECT substr(imei, 1, 8), substr(imei2, 1, 8),"
            " CAST(substr(imei2, 9, 6) AS INTEGER) - CAST(substr(imei, 9, 6) AS INTEGER) AS distance, max(id)"
            " FROM item NOT INDEXED WHERE id > ? AND id <= ? AND batch_id = ? AND imei2 IS NOT NULL"
            " GROUP BY 1, 2, distance",
            (after, to, self._batch_id),
        )
        for lower_tac, higher_tac, distance, item_id in rows:
            self._bearers[Kinship(lower_tac, higher_tac, distance)] = item_id
