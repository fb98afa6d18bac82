"""Requests whose fate is unknown as rows: when each is due to be looked up, and since when nothing was heard of it.

Knows neither why a request is in doubt nor how long that lasts.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.domain.batch import NO_VERDICT_STATUS
from ztdesk.store.database import Database


@dataclass(frozen=True, slots=True)
class Doubt:
    """A submission in `unknown`. `due_at` is seconds since the epoch, UTC.

    `quiet_since_s` is the PC's uptime, in seconds, at which the lost request was last known to be at work; None where
    that happened but was not noted yet.
    """

    submission_id: int
    due_at: float
    quiet_since_s: float | None


class Doubts:
    """The doubts of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Doubt, ...]:
        """Every doubt, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, due_at, quiet_since_s FROM submission WHERE state = 'unknown' ORDER BY id"
            )
            return tuple(Doubt(*row) for row in rows)

    def note(self, doubt: Doubt) -> None:
        """Keep both times of a doubt."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE submission SET due_at = ?, quiet_since_s = ? WHERE id = ? AND state = 'unknown'",
                (doubt.due_at, doubt.quiet_since_s, doubt.submission_id),
            )

    @staticmethod
    def set_free(
        connection: sqlite3.Connection, submission_id: int, item_ids: Sequence[int], now: float, most_tries: int
    ) -> int:
        """Let these undecided devices of a submission in doubt go into another one; answers how many do.

        Those that were given no verdict `most_tries` times fail instead. Runs inside a transaction that is not its own.
        """
        chosen = "submission_id = ? AND state = 'unknown' AND id IN (SELECT value FROM json_each(?))"
        these = (submission_id, json.dumps(list(item_ids)))
        connection.execute(
            f"UPDATE item SET state = 'failed', live = 0, status = ?, decided_at = ? WHERE {chosen} AND tries >= ?",
            (NO_VERDICT_STATUS, now, *these, most_tries),
        )
        left = connection.execute(
            f"UPDATE item SET state = 'pending', submission_id = NULL WHERE {chosen}", these
        ).rowcount
        connection.execute("UPDATE submission SET size = size - ? WHERE id = ?", (left, submission_id))
        return left
