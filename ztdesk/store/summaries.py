"""Sums batches up: what is derived from a batch's devices and requests, for any number of batches in a few queries.

Decides no state itself; the domain's rules do.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ztdesk.domain.batch import Batch, BatchSummary, Retried, progress_of, shown_state
from ztdesk.store.rows import BATCH_COLUMNS, Row, batch_of, counts_of, parts_of


def read_summaries(
    connection: sqlite3.Connection, chosen: str = "", values: Sequence[object] = ()
) -> list[BatchSummary]:
    """The batches that `chosen` (a query for ids, with its `values`) names, or all; oldest first."""
    where = f" WHERE batch_id IN ({chosen})" if chosen else ""
    these = f" WHERE id IN ({chosen})" if chosen else ""
    batches = connection.execute(f"SELECT {BATCH_COLUMNS} FROM batch{these} ORDER BY id", values).fetchall()
    # The index holds all that is read here: no row of an item is touched, however large the batches are.
    states = _by_batch(
        connection.execute(f"SELECT state, count(*), batch_id FROM item{where} GROUP BY batch_id, state", values)
    )
    parts = _by_batch(
        connection.execute(
            f"SELECT state, size, progress, operation_name, accepted_at, batch_id FROM submission{where} ORDER BY id",
            values,
        )
    )
    marked = f"{where} AND" if where else " WHERE"
    retried = _by_batch(
        connection.execute(
            f"SELECT retried_in, count(*), batch_id FROM item{marked} retried_in IS NOT NULL"
            " GROUP BY batch_id, retried_in",
            values,
        )
    )
    return [
        _summary(batch, states.get(batch.id, ()), parts.get(batch.id, ()), retried.get(batch.id, ()))
        for batch in map(batch_of, batches)
    ]


def _by_batch(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Rows that end with a batch's id, by that id."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[-1]].append(row)
    return found


def _summary(batch: Batch, states: Sequence[Row], submissions: Sequence[Row], retried: Sequence[Row]) -> BatchSummary:
    counts = counts_of(states)
    parts, started_at = parts_of(submissions)
    progress, finishing = progress_of(counts, parts)
    operations = tuple([part.operation_name for part in parts if part.operation_name])
    shown = shown_state(batch.state, counts, parts)
    moved = tuple([Retried(row[0], row[1]) for row in retried])
    return BatchSummary(batch, counts, shown, progress, finishing, operations, started_at, moved)
