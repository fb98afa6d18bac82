"""How much is left to do, counted from the rows. Knows nothing of how it is done."""

from dataclasses import dataclass

from ztdesk.store.database import Database

HAS_UNASSIGNED = (
    "EXISTS (SELECT 1 FROM item INDEXED BY item_unassigned WHERE batch_id = batch.id AND state = 'pending'"
    " AND submission_id IS NULL)"
)
"""Of a row of `batch`: whether it has devices that no submission holds yet."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What is left to do: submissions by state, and queued batches with devices that no submission holds yet.

    `next_due_at` is when the next accepted or unknown submission is due, `next_waiting_at` the next waiting one.
    """

    waiting: int = 0
    sending: int = 0
    accepted: int = 0
    unknown: int = 0
    unassigned: int = 0
    next_due_at: float | None = None
    next_waiting_at: float | None = None

    @property
    def is_idle(self) -> bool:
        """Whether every queued device has its verdict."""
        return not (self.waiting or self.sending or self.accepted or self.unknown or self.unassigned)


def read_workload(database: Database) -> Workload:
    """What is left to do. Raises StoreFailure."""
    with database.reading() as connection:
        counts = dict(
            connection.execute(
                "SELECT state, count(*) FROM submission WHERE state NOT IN ('done', 'refused', 'withdrawn')"
                " GROUP BY state"
            ).fetchall()
        )
        due, waiting = connection.execute(
            "SELECT min(due_at) FILTER (WHERE state <> 'waiting'), min(due_at) FILTER (WHERE state = 'waiting')"
            " FROM submission WHERE state NOT IN ('done', 'refused', 'withdrawn')"
        ).fetchone()
        unassigned = connection.execute(
            f"SELECT count(*) FROM batch WHERE state = 'queued' AND {HAS_UNASSIGNED}"
        ).fetchone()[0]
    return Workload(**counts, unassigned=unassigned, next_due_at=due, next_waiting_at=waiting)
