"""Portions: whoever is killed between two of them leaves rows from which it goes on, nothing lost and nothing double."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.core import AUTHOR, START, Data, open_data
from ztdesk.domain.batch import ItemState
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.outbox import LARGEST_SUBMISSION, Submission, SubmissionState
from ztdesk.store import portions
from ztdesk.store.database import Database

SUCCESS = "SINGLE_DEVICE_STATUS_SUCCESS"
COUNT = 250


class KilledError(BaseException):
    """Nothing after this is done."""


@contextmanager
def killed_after(transactions: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let so many transactions be committed within the block, and end it at the next. Fails when there is none."""
    left = transactions
    whole = Database.writing

    @contextmanager
    def writing(self: Database) -> Iterator[object]:
        nonlocal left
        if left == 0:
            raise KilledError
        left -= 1
        with whole(self) as connection:
            yield connection

    monkeypatch.setattr(Database, "writing", writing)
    with pytest.raises(KilledError):
        yield
    monkeypatch.undo()


def opened_again(data: Data, file: Path) -> Data:
    data.database.close()
    return open_data(file)


def submission_in(data: Data, state: SubmissionState) -> Submission:
    (found,) = data.outbox.in_state(state)
    return found


def undecided(data: Data, submission: Submission) -> list[tuple[int, DeviceVerdict]]:
    return [
        (item.id, DeviceVerdict(item.identifier, SUCCESS))
        for item in data.outbox.items(submission.id)
        if item.state is not ItemState.SUCCEEDED
    ]


@pytest.mark.parametrize("transactions", [1, 2])
def test_killed_while_devices_are_put_into_a_submission(
    transactions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ztdesk.db"
    data = open_data(file)
    data.queued(range(COUNT))
    with killed_after(transactions, monkeypatch):
        data.outbox.assign()
    data = opened_again(data, file)
    smaller = submission_in(data, SubmissionState.WAITING)
    assert smaller.size == len(data.outbox.items(smaller.id)) == transactions * portions.PORTION
    rest = data.outbox.assign()
    assert rest is not None
    assert rest.size == len(data.outbox.items(rest.id)) == COUNT - smaller.size
    assert data.outbox.assign() is None


@pytest.mark.parametrize("transactions", [1, 2, 3])
def test_killed_before_all_devices_are_marked_as_sent(
    transactions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ztdesk.db"
    data = open_data(file)
    data.queued(range(COUNT))
    submission = data.outbox.assign()
    assert submission is not None
    with killed_after(transactions, monkeypatch):
        data.outbox.begin_sending(submission, START)
    data = opened_again(data, file)
    data.outbox.doubt(submission_in(data, SubmissionState.SENDING), START, START + 30, "found in sending at start")
    assert {item.state for item in data.outbox.items(submission.id)} == {ItemState.UNKNOWN}


def test_killed_while_verdicts_are_written_none_is_or_all_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ztdesk.db"
    data = open_data(file)
    data.queued(range(COUNT))
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.begin_sending(submission, START)
    data.outbox.accept(submission_in(data, SubmissionState.SENDING), "operations/1", START, START)
    accepted = submission_in(data, SubmissionState.ACCEPTED)
    with killed_after(0, monkeypatch):
        data.outbox.decide(accepted, undecided(data, accepted), START + 1)
    data = opened_again(data, file)
    accepted = submission_in(data, SubmissionState.ACCEPTED)
    assert accepted.operation_name == "operations/1"
    left = undecided(data, accepted)
    assert len(left) == COUNT
    data.outbox.decide(accepted, left, START + 2)
    assert submission_in(data, SubmissionState.DONE).id == accepted.id
    assert list(data.journal.entries())[-1].verdict == f"{COUNT} of {COUNT} claimed"
    assert data.journal.first_broken() is None


def test_nothing_is_put_into_a_submission_that_was_withdrawn_meanwhile(tmp_path: Path) -> None:
    data = open_data(tmp_path / "ztdesk.db")
    batch = data.queued(range(COUNT))
    with data.database.writing() as connection:
        row = connection.execute(
            "INSERT INTO submission (batch_id, state, size) VALUES (?, 'waiting', 0)", (batch.id,)
        ).lastrowid
        assert row is not None
        assert portions.put_portion(connection, row) == portions.PORTION
    assert data.batches.cancel(batch.id, START, AUTHOR)
    portions.fill(data.database, row, LARGEST_SUBMISSION)
    assert submission_in(data, SubmissionState.WITHDRAWN).size == portions.PORTION


def test_no_more_than_asked_for_is_put_in(tmp_path: Path) -> None:
    data = open_data(tmp_path / "ztdesk.db")
    data.queued(range(LARGEST_SUBMISSION + 1))
    first, second = data.outbox.assign(), data.outbox.assign()
    assert first is not None
    assert second is not None
    assert (first.size, second.size) == (LARGEST_SUBMISSION, 1)


def test_the_end_is_on_disk_for_good_and_what_comes_before_it_with_it(tmp_path: Path) -> None:
    data = open_data(tmp_path / "ztdesk.db")
    with data.database.writing_repeatable() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (1,)
    assert data.database.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    with pytest.raises(KilledError), data.database.writing_repeatable():
        raise KilledError
    assert data.database.connection.execute("PRAGMA synchronous").fetchone() == (2,)
