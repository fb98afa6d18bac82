"""Very many devices -> rows of one batch, a hundred with each statement.

A statement has a fixed cost, which is more than half of what a row alone would take. Knows nothing of transactions.
"""

import sqlite3
from collections.abc import Sequence
from itertools import chain, count, islice

from ztdesk.domain.batch import BulkItem

_ROWS_A_STATEMENT = 100
"""With every column in use that is 903 parameters: fewer than the 999 that any SQLite takes."""
_CROSSED = (
    "SELECT 1 FROM item AS two INDEXED BY live_{number}2 JOIN item AS one ON one.{number} = two.{number}2 AND one.live = 1"
    " WHERE two.live = 1 AND two.{number}2 IS NOT NULL AND one.id <> two.id AND :batch IN (one.batch_id, two.batch_id)"
    " LIMIT 1"
)
"""Whether a number is the first of one device and the second of another, which no index of a single column can tell."""
_AS_MEID = (
    "SELECT 1 FROM item AS two INDEXED BY live_{meid} JOIN item AS one INDEXED BY live_{imei}"
    " ON one.{imei} BETWEEN two.{meid} || '0' AND two.{meid} || '9' AND one.live = 1"
    " WHERE two.live = 1 AND two.{meid} BETWEEN '99' AND '99999999999999' AND two.{meid} NOT GLOB '*[^0-9]*'"
    " AND one.id <> two.id AND :batch IN (one.batch_id, two.batch_id) LIMIT 1"
)
"""Whether a MEID of decimal digits is the beginning of another device's IMEI."""
_SAME_SERIAL = (
    "SELECT 1 FROM item JOIN item AS other ON other.live = 1 AND other.serial = item.serial"
    " AND other.manufacturer = item.manufacturer COLLATE NOCASE AND other.model = item.model COLLATE NOCASE"
    " WHERE item.batch_id = :batch AND item.serial IS NOT NULL AND other.id <> item.id LIMIT 1"
)
_NULL_WHEN_EMPTY = frozenset({"imei", "imei2", "meid", "meid2", "serial"})


def insert_items(connection: sqlite3.Connection, batch_id: int, items: Sequence[BulkItem], at: float) -> None:
    """Put at least one device into an empty batch, at the positions from 1 on. Raises sqlite3.IntegrityError."""
    # A column that is empty in all of them is left to what the table puts there; `raw` has nothing of the kind.
    columns = {
        name: column
        for name, column in zip(BulkItem._fields, zip(*items, strict=True), strict=True)
        if name == "raw" or any(column)
    }
    rows = zip(*columns.values(), strict=True)
    statement = _statement(tuple(columns), _ROWS_A_STATEMENT)
    for first in range(1, len(items) + 1, _ROWS_A_STATEMENT):
        some = list(islice(rows, _ROWS_A_STATEMENT))
        if len(some) < _ROWS_A_STATEMENT:
            statement = _statement(tuple(columns), len(some))
        connection.execute(statement, (batch_id, first, at, *chain.from_iterable(some)))


def names_a_live_device(connection: sqlite3.Connection, batch_id: int, items: Sequence[BulkItem]) -> bool:
    """Whether one of these devices, which were just put into the batch, is in another live row, too.

    Tells what `insert_items` does not: a number in another column, a serial number with maker and model in another case.
    """
    queries = [_CROSSED.format(number=number) for number in ("imei", "meid")]
    queries += [_AS_MEID.format(meid=meid, imei=imei) for meid in ("meid", "meid2") for imei in ("imei", "imei2")]
    if any(item.serial for item in items):
        queries.append(_SAME_SERIAL)
    return any(connection.execute(query, {"batch": batch_id}).fetchone() for query in queries)


def _statement(names: Sequence[str], row_count: int) -> str:
    """Takes batch id, first position and time, then the cells row by row."""
    marks = count(4)
    rows = (
        f"(?1,?2+{index},?3,"
        + ",".join(f"nullif(?{next(marks)},'')" if name in _NULL_WHEN_EMPTY else f"?{next(marks)}" for name in names)
        + ")"
        for index in range(row_count)
    )
    return f"INSERT INTO item (batch_id, position, scanned_at, {', '.join(names)}) VALUES {','.join(rows)}"
