"""Failed devices of a batch put into another one: which of them can be, and the marks that say where they went.

A device that another batch claims later is marked by the database itself, by the trigger `claimed_since`.
Runs inside a transaction that is not its own.
"""

import json
import sqlite3
from collections.abc import Sequence

from ztdesk.domain.advice import ANOTHER_MAKER
from ztdesk.domain.batch import REFUSED_STATUS

_SAME_MODEL = "other.manufacturer = item.manufacturer COLLATE NOCASE AND other.model = item.model COLLATE NOCASE"


def _none(condition: str) -> str:
    """SQL for: no other item that fits `condition` shares a number with `item`; each number has an index of its own."""
    shared = (
        "other.imei IN (item.imei, item.imei2)",
        "other.imei2 IN (item.imei, item.imei2)",
        "other.meid IN (item.meid, item.meid2)",
        "other.meid2 IN (item.meid, item.meid2)",
        f"other.serial = item.serial AND {_SAME_MODEL}",
    )
    return " ".join(f"AND NOT EXISTS (SELECT 1 FROM item AS other WHERE {condition} AND {number})" for number in shared)


_CLAIMED_SINCE = "other.state = 'succeeded' AND other.id > item.id"
_FREE = (
    "SELECT item.id FROM item WHERE item.batch_id = ? AND item.state = 'failed' AND item.retried_in IS NULL"
    f" {_none('other.live = 1')} {_none(_CLAIMED_SINCE)} ORDER BY item.position"
)
_WITHOUT_MAKER = (
    "(imei IS NOT NULL OR meid IS NOT NULL) AND status = :refused"
    " AND trim(substr(error_message, 1, instr(error_message || '.', '.') - 1)) = :another_maker"
)


def open_failures(connection: sqlite3.Connection, batch_id: int) -> int:
    """How many devices of a batch failed and were not retried yet."""
    row = connection.execute(
        "SELECT count(*) FROM item WHERE batch_id = ? AND state = 'failed' AND retried_in IS NULL", (batch_id,)
    ).fetchone()
    return int(row[0])


def free_failures(connection: sqlite3.Connection, batch_id: int) -> list[int]:
    """The ids of those that are in no live batch and were not claimed since, in the order of the scans."""
    return [row[0] for row in connection.execute(_FREE, (batch_id,))]


def move_failures(connection: sqlite3.Connection, ids: Sequence[int], source: int, target: int, at: float) -> None:
    """Copy these failed devices of batch `source` into batch `target`, and mark where they are retried.

    Those that the service knows under another maker go by their IMEI or MEID alone, as `request_advice` says.
    """
    # In one statement: ten thousand of them take three times as long.
    connection.execute(
        "UPDATE item SET retried_in = ? WHERE id IN (SELECT value FROM json_each(?))", (target, json.dumps(ids))
    )
    connection.execute(
        "INSERT INTO item (batch_id, position, imei, imei2, meid, meid2, serial, manufacturer, model, phone_number,"
        " raw, scanned_at) SELECT :target, row_number() OVER (ORDER BY position), imei, imei2, meid, meid2,"
        f" CASE WHEN {_WITHOUT_MAKER} THEN NULL ELSE serial END,"
        f" CASE WHEN {_WITHOUT_MAKER} THEN '' ELSE manufacturer END,"
        f" CASE WHEN {_WITHOUT_MAKER} THEN '' ELSE model END,"
        " phone_number, raw, :at FROM item WHERE batch_id = :source AND retried_in = :target",
        {
            "source": source,
            "target": target,
            "at": at,
            "refused": REFUSED_STATUS,
            "another_maker": ANOTHER_MAKER,
        },
    )


def take_marks_back(connection: sqlite3.Connection, batch_id: int) -> None:
    """This batch was given up: what it was to retry is a failure of its own batch again."""
    connection.execute(
        "UPDATE item SET retried_in = NULL WHERE id IN"
        " (SELECT id FROM item INDEXED BY item_retried WHERE retried_in = ?)",
        (batch_id,),
    )
