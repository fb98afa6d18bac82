"""Changes of many devices of a submission, a portion in each transaction, so that no scan waits for a thousand of them.

Each portion leaves rows that make sense, and is simply done again when it is lost. Knows nothing of a submission's moves.
"""

import json
import sqlite3
from collections.abc import Sequence

from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.store.database import Database
from ztdesk.store.journal import storable

PORTION = 100
_PUT_INTO = (
    "UPDATE item SET submission_id = :submission WHERE id IN (SELECT item.id FROM submission"
    " JOIN item INDEXED BY item_unassigned ON item.batch_id = submission.batch_id"
    " WHERE submission.id = :submission AND submission.state = 'waiting'"
    " AND item.state = 'pending' AND item.submission_id IS NULL ORDER BY item.position LIMIT :most)"
)
_COUNT = "UPDATE submission SET size = (SELECT count(*) FROM item WHERE submission_id = submission.id) WHERE id = ?"
_MARK_SENT = (
    "UPDATE item SET state = 'sent' WHERE id IN"
    " (SELECT id FROM item WHERE submission_id = ? AND state = 'pending' LIMIT ?)"
)
# One statement for all of them: each would wait for the interpreter while a scan waits for the lock.
_WRITE_VERDICTS = (
    "UPDATE item SET live = 0, decided_at = :now, state = json_extract(value, '$[1]'),"
    " device_id = json_extract(value, '$[2]'), status = json_extract(value, '$[3]'),"
    " error_identifier = json_extract(value, '$[4]'), error_message = json_extract(value, '$[5]')"
    " FROM json_each(:rows)"
    " WHERE item.id = json_extract(value, '$[0]') AND item.state IN ('pending', 'sent', 'unknown')"
)


def put_portion(connection: sqlite3.Connection, submission_id: int, most: int = PORTION) -> int:
    """Put up to `most` queued devices of its batch into a waiting submission, none into one withdrawn; how many."""
    added = connection.execute(_PUT_INTO, {"submission": submission_id, "most": most}).rowcount
    connection.execute(_COUNT, (submission_id,))
    return added


def fill(database: Database, submission_id: int, most: int) -> None:
    """Put portions into it until it has `most` more, or there are none left."""
    for room in range(most, 0, -PORTION):
        wanted = min(room, PORTION)
        with database.writing_repeatable() as connection:
            if put_portion(connection, submission_id, wanted) < wanted:
                return


def mark_sent(database: Database, submission_id: int) -> None:
    """Its pending devices are sent."""
    marked = PORTION
    while marked == PORTION:
        with database.writing_repeatable() as connection:
            marked = connection.execute(_MARK_SENT, (submission_id, PORTION)).rowcount


def verdict_rows(verdicts: Sequence[tuple[int, DeviceVerdict]]) -> str:
    """What `write_verdicts` takes, made before anybody waits for the lock."""
    return json.dumps([_row(item_id, verdict) for item_id, verdict in verdicts])


def write_verdicts(connection: sqlite3.Connection, rows: str, now: float) -> None:
    """Give these devices their verdicts, but those that have one. All at once: a submission ends as a whole."""
    connection.execute(_WRITE_VERDICTS, {"now": now, "rows": rows})


def _row(item_id: int, verdict: DeviceVerdict) -> tuple[int | str, ...]:
    said = (verdict.device_id, verdict.status, verdict.error_identifier, verdict.error_message)
    return (item_id, "succeeded" if verdict.succeeded else "failed", *map(_one_text, said))


def _one_text(value: str) -> str:
    """The text as SQLite's JSON can hand it on: it ends a text at the first NUL."""
    return storable(value).replace("\0", "")
