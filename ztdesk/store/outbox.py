"""Submissions as rows: made from queued batches, moved by the outbox's table, their verdicts written.

Every move is one transaction with its journal entry. Knows nothing of when or how a request is sent.
"""

import sqlite3
from collections.abc import Sequence

from ztdesk.domain.advice import refusal_identifier
from ztdesk.domain.batch import NO_VERDICT_STATUS, REFUSED_STATUS, Item
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.outbox import (
    LARGEST_SUBMISSION,
    LONGEST_WAIT_S,
    ForbiddenMoveError,
    Submission,
    SubmissionState,
    check_move,
)
from ztdesk.store.database import Database
from ztdesk.store.doubts import Doubts
from ztdesk.store.journal import Journal
from ztdesk.store.portions import fill, mark_sent, put_portion, verdict_rows, write_verdicts
from ztdesk.store.rows import ITEM_COLUMNS, SUBMISSION_COLUMNS, item_of, submission_of
from ztdesk.store.workload import HAS_UNASSIGNED, IS_OURS, Workload, read_workload

_FROM = f"SELECT {SUBMISSION_COLUMNS} FROM submission JOIN batch ON batch.id = submission.batch_id"
_MOST_TRIES = 3
_LONGEST_OPERATION_S = 86400.0
_DUE = "(submission.due_at <= :now OR submission.due_at > :now + :longest)"


class MovedOn(LookupError):
    """A submission is no longer in the state it was read in: somebody withdrew it meanwhile."""


class Outbox:
    """The submissions of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database, journal: Journal, author: Author) -> None:
        self._database = database
        self._journal = journal
        self._author = author
        self.doubts = Doubts(database)

    def workload(self, account: str | None = None) -> Workload:
        """What is left to do for this account; None counts every account's."""
        return read_workload(self._database, account)

    def assign(self) -> Submission | None:
        """Put the next up to 1,000 queued devices of one batch into a new waiting submission; None when all have one.

        Who is killed in between leaves a smaller one.
        """
        with self._database.writing_repeatable() as connection:
            row = connection.execute(
                f"SELECT id FROM batch WHERE state = 'queued' AND {HAS_UNASSIGNED} ORDER BY closed_at, id LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            cursor = connection.execute("INSERT INTO submission (batch_id, state, size) VALUES (?, 'waiting', 0)", row)
            submission_id = cursor.lastrowid
            assert submission_id is not None  # noqa: S101 - an INSERT has a row id
            size = put_portion(connection, submission_id)  # at once: none may be left empty
        fill(self._database, submission_id, LARGEST_SUBMISSION - size)
        with self._database.reading() as connection:
            return self._get(connection, submission_id)

    def due(self, state: SubmissionState, now: float, account: str | None = None) -> Submission | None:
        """The submission in this state that is due longest and this account's; None when none is due at `now`."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"{_FROM} WHERE submission.state = :state AND {_DUE} AND {IS_OURS}"
                " ORDER BY submission.due_at, submission.id LIMIT 1",
                {"state": state.value, "now": now, "longest": LONGEST_WAIT_S, "account": account},
            ).fetchone()
        return None if row is None else submission_of(row)

    def in_state(self, state: SubmissionState) -> tuple[Submission, ...]:
        """Every submission in this state."""
        with self._database.reading() as connection:
            rows = connection.execute(f"{_FROM} WHERE submission.state = ? ORDER BY submission.id", (state.value,))
            return tuple(submission_of(row) for row in rows)

    def items(self, submission_id: int) -> tuple[Item, ...]:
        """Every device of a submission, in request order, with or without a verdict."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM item WHERE submission_id = ? ORDER BY position", (submission_id,)
            )
            return tuple(item_of(row) for row in rows)

    def begin_sending(self, submission: Submission, now: float, account: str = "") -> None:
        """waiting -> sending as `account`, on disk before the request's first byte leaves. Raises MovedOn (withdrawn)."""
        with self._database.writing() as connection:
            self._move(connection, submission, SubmissionState.SENDING, now)
            connection.execute(
                "UPDATE submission SET sent_at = ?, account = ? WHERE id = ?", (now, account, submission.id)
            )
            self._tell(submission, Event.SENT, now, f"{submission.size} devices")
        # What became of the devices hangs on the submission; a device that still says pending is taken for sent.
        mark_sent(self._database, submission.id)

    def accept(self, submission: Submission, operation_name: str, now: float, due_at: float) -> None:
        """sending -> accepted: the service took it under this name; from now on it is only polled."""
        with self._database.writing() as connection:
            self._move(connection, submission, SubmissionState.ACCEPTED, due_at)
            connection.execute(
                "UPDATE submission SET operation_name = ?, accepted_at = ?, progress = 0, error_code = 0,"
                " error_identifier = '', error_message = '' WHERE id = ?",
                (operation_name, now, submission.id),
            )
            self._tell(submission, Event.ACCEPTED, now, operation_name)

    def put_back(self, submission: Submission, now: float, due_at: float, *, counted: bool, reason: str) -> None:
        """sending -> waiting: nothing was taken. `counted` says whether the try counts for the back-off."""
        _require(submission, SubmissionState.SENDING)
        with self._database.writing() as connection:
            self._move(connection, submission, SubmissionState.WAITING, due_at)
            connection.execute(
                "UPDATE submission SET attempts = attempts + ?, sent_at = NULL WHERE id = ?", (counted, submission.id)
            )
            connection.execute(
                "UPDATE item SET state = 'pending' WHERE submission_id = ? AND state = 'sent'", (submission.id,)
            )
            self._tell(submission, Event.NOT_SENT, now, reason)

    def doubt(self, submission: Submission, now: float, due_at: float, reason: str) -> None:
        """sending or accepted -> unknown: its undecided devices are to be looked up from `due_at` on.

        A device that an accepted operation gave no verdict for three times fails instead: it would go round for ever.
        """
        answered = submission.state is SubmissionState.ACCEPTED
        with self._database.writing() as connection:
            self._move(connection, submission, SubmissionState.UNKNOWN, due_at)
            connection.execute(
                "UPDATE submission SET attempts = attempts + 1, quiet_since_s = NULL WHERE id = ?", (submission.id,)
            )
            connection.execute(
                "UPDATE item SET state = 'unknown', tries = tries + ? WHERE submission_id = ?"
                " AND state IN ('sent', 'pending')",
                (answered, submission.id),
            )
            self._tell(submission, Event.UNKNOWN, now, reason)

    def refuse(self, submission: Submission, now: float, code: int, identifier: str, message: str) -> None:
        """-> refused: the service said no to the whole request; its devices rest as failed and can be retried.

        They keep the HTTP status with what the service said: `device_advice` has nothing else to go by.
        Raises MovedOn when it was withdrawn.
        """
        with self._database.writing() as connection:
            self._move(connection, submission, SubmissionState.REFUSED, now)
            connection.execute(
                "UPDATE submission SET error_code = ?, error_identifier = ?, error_message = ?, done_at = ?"
                " WHERE id = ?",
                (code, identifier, message, now, submission.id),
            )
            connection.execute(
                "UPDATE item SET state = 'failed', live = 0, status = ?, error_identifier = ?, error_message = ?,"
                " decided_at = ? WHERE submission_id = ? AND state IN ('pending', 'sent')",
                (REFUSED_STATUS, refusal_identifier(code, identifier), message, now, submission.id),
            )
            self._tell(submission, Event.REFUSED, now, f"{code} {identifier} {message}".strip())

    def note_progress(self, submission: Submission, progress: int, due_at: float) -> None:
        """Keep how far the service says it is, and when to ask again."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE submission SET progress = ?, due_at = ? WHERE id = ? AND state = 'accepted'",
                (progress, due_at, submission.id),
            )

    def postpone(self, submission: Submission, due_at: float) -> None:
        """Leave a submission as it is until `due_at`."""
        with self._database.writing() as connection:
            connection.execute("UPDATE submission SET due_at = ? WHERE id = ?", (due_at, submission.id))

    def decide(self, submission: Submission, verdicts: Sequence[tuple[int, DeviceVerdict]], now: float) -> None:
        """Write the verdicts of these item ids and, when none is left, the end, in one transaction."""
        rows = verdict_rows(verdicts)  # before a scan could wait for the lock
        with self._database.writing() as connection:
            self._write_rows(connection, submission, rows, now)
            if not self._undecided(connection, submission.id):
                self._move(connection, submission, SubmissionState.DONE, now)
                connection.execute("UPDATE submission SET done_at = ? WHERE id = ?", (now, submission.id))
                self._tell(submission, Event.DONE, now, self._claimed(connection, submission.id))

    def release(self, submission: Submission, now: float, due_at: float) -> None:
        """unknown -> waiting for the devices that were looked up and are not at the service: they may be sent again.

        Where part of the submission has its verdict, the rest leaves it for a new one and this one is done.
        """
        _require(submission, SubmissionState.UNKNOWN)
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE item SET state = 'failed', live = 0, status = ?, decided_at = ?"
                " WHERE submission_id = ? AND state = 'unknown' AND tries >= ?",
                (NO_VERDICT_STATUS, now, submission.id, _MOST_TRIES),
            )
            rest = self._undecided(connection, submission.id)
            if rest and rest == submission.size:
                self._move(connection, submission, SubmissionState.WAITING, due_at)
                connection.execute(
                    "UPDATE submission SET operation_name = '', accepted_at = NULL, sent_at = NULL, progress = 0"
                    " WHERE id = ?",
                    (submission.id,),
                )
                connection.execute("UPDATE item SET state = 'pending' WHERE submission_id = ?", (submission.id,))
            else:
                self._move(connection, submission, SubmissionState.DONE, now)
                connection.execute(
                    "UPDATE item SET state = 'pending', submission_id = NULL"
                    " WHERE submission_id = ? AND state = 'unknown'",
                    (submission.id,),
                )
                connection.execute(
                    "UPDATE submission SET size = size - ?, done_at = ? WHERE id = ?", (rest, now, submission.id)
                )
            self._tell(submission, Event.LOOKED_UP, now, f"{rest} not at the service")

    def release_some(self, submission: Submission, item_ids: Sequence[int], now: float) -> None:
        """unknown, still: of its devices these are not at the service; they leave it and may be sent again."""
        _require(submission, SubmissionState.UNKNOWN)
        with self._database.writing() as connection:
            left = self.doubts.set_free(connection, submission.id, item_ids, now, _MOST_TRIES)
            self._tell(submission, Event.LOOKED_UP, now, f"{left} not at the service")

    def slowest_operation_s(self) -> float:
        """How long the slowest of the last twenty finished operations took, in seconds; 0 when none finished."""
        with self._database.reading() as connection:
            slowest: float | None = connection.execute(
                "SELECT max(took) FROM (SELECT done_at - accepted_at AS took FROM submission WHERE state = 'done'"
                " AND accepted_at IS NOT NULL ORDER BY id DESC LIMIT 20) WHERE took BETWEEN 0 AND ?",
                (_LONGEST_OPERATION_S,),  # what took longer ran over a clock that was set
            ).fetchone()[0]
        return slowest or 0.0

    def _get(self, connection: sqlite3.Connection, submission_id: int | None) -> Submission:
        return submission_of(connection.execute(f"{_FROM} WHERE submission.id = ?", (submission_id,)).fetchone())

    def _move(self, connection: sqlite3.Connection, submission: Submission, to: SubmissionState, due_at: float) -> None:
        check_move(submission.state, to)
        changed = connection.execute(
            "UPDATE submission SET state = ?, due_at = ? WHERE id = ? AND state = ?",
            (to.value, due_at, submission.id, submission.state.value),
        )
        if changed.rowcount != 1:
            raise MovedOn(f"submission {submission.id} is no longer {submission.state.value}")

    def _write_rows(self, connection: sqlite3.Connection, submission: Submission, rows: str, now: float) -> None:
        write_verdicts(connection, rows, now)
        if submission.state is SubmissionState.ACCEPTED:
            connection.execute("UPDATE submission SET progress = 100 WHERE id = ?", (submission.id,))
        else:
            # What has just arrived shows that the lost request was at work until now.
            connection.execute("UPDATE submission SET quiet_since_s = NULL WHERE id = ?", (submission.id,))

    def _claimed(self, connection: sqlite3.Connection, submission_id: int) -> str:
        succeeded, every = connection.execute(
            "SELECT count(*) FILTER (WHERE state = 'succeeded'), count(*) FROM item WHERE submission_id = ?",
            (submission_id,),
        ).fetchone()
        return f"{succeeded} of {every} claimed"

    def _undecided(self, connection: sqlite3.Connection, submission_id: int) -> int:
        count: int = connection.execute(
            "SELECT count(*) FROM item WHERE submission_id = ? AND state IN ('pending', 'sent', 'unknown')",
            (submission_id,),
        ).fetchone()[0]
        return count

    def _tell(self, submission: Submission, event: Event, at: float, verdict: str) -> None:
        self._journal.append(
            Entry(at, self._author, event, submission.batch_id, f"submission {submission.id}", verdict)
        )


def _require(submission: Submission, state: SubmissionState) -> None:
    """Two states lead to `waiting`, each with its own way of putting the devices back."""
    if submission.state is not state:
        raise ForbiddenMoveError(f"a submission that is {submission.state.value} is not {state.value}")
