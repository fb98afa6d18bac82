"""Requests whose fate is unknown as rows: when each is due to be looked up, and since when nothing was heard of it.

Knows neither why a request is in doubt nor how long that lasts.
"""

from dataclasses import dataclass

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
