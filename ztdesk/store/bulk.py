"""Very many devices -> rows of one batch, a hundred with each statement.

A statement has a fixed cost, which is more than half of what a row alone would take. Knows nothing of transactions.
"""

import sqlite3
from collections.abc import Sequence
from itertools import chain, count, islice

from ztdesk.domain.batch import BulkItem

_ROWS_A_STATEMENT = 100
"""With every column in use that is 903 parameters: fewer than the 999 that any SQLite takes."""
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
