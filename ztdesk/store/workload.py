"""How much is left to do, counted from the rows. Knows nothing of how it is done."""

from dataclasses import dataclass

from ztdesk.store.database import Database

IS_OURS = "(:account IS NULL OR submission.state = 'waiting' OR submission.account IN ('', :account))"
"""Of a row of `submission`: whether this account can go on with it. What waits is anybody's; older rows name none."""
HAS_UNASSIGNED = (
    "EXISTS (SELECT 1 FROM item INDEXED BY item_unassigned WHERE batch_id = batch.id AND state = 'pending'"
    " AND submission_id IS NULL)"
)
"""Of a row of `batch`: whether it has devices that no submission holds yet."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What is left to do: submissions by state, and queued batches with devices that no submission holds yet.

    `next_due_at` is when the next accepted or unknown submission is due, `next_waiting_at` the next waiting one.
    `foreign_account` is one whose accepted or unknown submissions are left out, since only it can ask after them.
    """

    waiting: int = 0
    sending: int = 0
    accepted: int = 0
    unknown: int = 0
    unassigned: int = 0
    next_due_at: float | None = None
    next_waiting_at: float | None = None
    foreign_account: str = ""

    @property
    def is_idle(self) -> bool:
        """Whether every queued device has its verdict."""
        return not (self.waiting or self.sending or self.accepted or self.unknown or self.unassigned)


def read_workload(database: Database, account: str | None = None) -> Workload:
    """What is left to do for this account; None counts every account's. Raises StoreFailure."""
    given = {"account": account}
    with database.reading() as connection:
        counts = dict(
            connection.execute(
                "SELECT state, count(*) FROM submission WHERE state NOT IN ('done', 'refused', 'withdrawn')"
                f" AND {IS_OURS} GROUP BY state",
                given,
            ).fetchall()
        )
        due, waiting = connection.execute(
            "SELECT min(due_at) FILTER (WHERE state <> 'waiting'), min(due_at) FILTER (WHERE state = 'waiting')"
            f" FROM submission WHERE state NOT IN ('done', 'refused', 'withdrawn') AND {IS_OURS}",
            given,
        ).fetchone()
        (foreign_account,) = connection.execute(
            "SELECT coalesce(min(account), '') FROM submission"
            f" WHERE state NOT IN ('done', 'refused', 'withdrawn') AND NOT {IS_OURS}",
            given,
        ).fetchone()
        unassigned = connection.execute(
            f"SELECT count(*) FROM batch WHERE state = 'queued' AND {HAS_UNASSIGNED}"
        ).fetchone()[0]
    return Workload(
        **counts, unassigned=unassigned, next_due_at=due, next_waiting_at=waiting, foreign_account=foreign_account
    )
