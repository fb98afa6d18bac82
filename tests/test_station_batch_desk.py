from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, device, imei, open_data
from ztdesk.domain.batch import Batch, BatchState
from ztdesk.domain.errors import Refused
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import SubmissionState


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def refused(data: Data, units: list[int]) -> Batch:
    batch = data.queued(units)
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.refuse(submission, START, 403, "SAID", "No.")
    return batch


def test_the_batch_at_hand_is_remembered_over_a_restart(data: Data) -> None:
    assert data.desk.remembered() is None
    batch = data.desk.open(ACME)
    assert open_data(data.file).desk.remembered() == batch.id
    data.desk.remember(None)
    assert data.desk.remembered() is None


def test_queueing_and_cancelling_answer_whether_they_did(data: Data) -> None:
    batch = data.desk.open(ACME)
    assert not data.desk.queue(batch.id)
    assert data.desk.cancel(batch.id, 0)
    assert not data.desk.cancel(batch.id, 0)


def test_a_batch_that_grew_since_it_was_counted_is_not_given_up(data: Data) -> None:
    batch = data.opened([1, 2])
    assert not data.desk.cancel(batch.id, 1)
    assert data.batches.get(batch.id).state is BatchState.OPEN
    assert data.desk.cancel(batch.id, 2)


def test_an_empty_open_batch_is_given_up_when_another_is_at_hand(data: Data) -> None:
    empty, filled = data.desk.open(ACME), data.opened([1])
    data.desk.remember(empty.id)
    assert data.batches.get(empty.id).state is BatchState.OPEN
    data.desk.remember(filled.id)
    assert data.batches.get(empty.id).state is BatchState.CANCELLED
    told = [(entry.event, entry.batch_id) for entry in data.journal.entries()]
    assert told[-1] == (Event.CANCELLED, empty.id)
    again = data.desk.open(ACME)
    assert data.batches.get(filled.id).state is BatchState.OPEN
    assert data.desk.open(ACME).id == data.desk.remembered()
    assert data.batches.get(again.id).state is BatchState.CANCELLED
    assert {batch.id for batch in data.batches.open_ones()} == {filled.id, data.desk.remembered()}


def test_what_another_window_opened_is_never_given_up(data: Data) -> None:
    other = open_data(data.file)
    theirs = other.desk.open(ACME)
    ours = data.desk.open(ACME)
    assert data.batches.get(theirs.id).state is BatchState.OPEN
    # What this window had at hand is its own affair, whatever the other remembered last.
    other.desk.remember(theirs.id)
    data.desk.remember(None)
    assert data.batches.get(ours.id).state is BatchState.CANCELLED
    data.desk.remember(theirs.id)
    data.desk.remember(None)
    assert data.batches.get(theirs.id).state is BatchState.OPEN
    assert other.items.add(theirs.id, device(1), START, AUTHOR)


def test_a_batch_that_was_queued_meanwhile_is_not_changed_and_that_is_said(data: Data) -> None:
    batch = data.opened([1])
    assert data.desk.change(batch.id, replace(ACME, order_number="PO-2"))
    assert open_data(data.file).desk.queue(batch.id)
    assert not data.desk.change(batch.id, replace(ACME, order_number="PO-3"))
    assert data.batches.get(batch.id).draft.order_number == "PO-2"


def test_a_queued_batch_is_not_given_up(data: Data) -> None:
    batch = data.queued([1])
    data.desk.remember(batch.id)
    data.desk.remember(None)
    assert data.batches.get(batch.id).state is BatchState.QUEUED


def test_failed_devices_go_into_a_new_queued_batch_of_the_same_customer(data: Data) -> None:
    old = refused(data, [1, 2])
    retry = data.desk.retry_failed(old.id)
    assert (retry.batch.state, retry.batch.total, retry.left_out) == (BatchState.QUEUED, 2, 0)
    assert retry.batch.draft.customer_id == old.draft.customer_id
    with pytest.raises(Refused):
        data.desk.retry_failed(old.id)


def test_what_is_live_elsewhere_is_left_out(data: Data) -> None:
    old = refused(data, [1, 2])
    data.opened([2])
    retry = data.desk.retry_failed(old.id)
    assert (retry.left_out, data.item(retry.batch, 1).identifier.imei) == (1, imei(1))


def test_what_was_claimed_since_is_not_sent_again(data: Data) -> None:
    old = refused(data, [1])
    data.desk.retry_failed(old.id)
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.begin_sending(submission, START)
    (sending,) = data.outbox.in_state(SubmissionState.SENDING)
    data.outbox.refuse(sending, START, 500, "", "")
    data.database.connection.execute("UPDATE item SET state = 'succeeded' WHERE submission_id = ?", (submission.id,))
    with pytest.raises(Refused):
        data.desk.retry_failed(old.id)


def test_there_is_nothing_to_retry_in_a_batch_that_waits(data: Data) -> None:
    with pytest.raises(Refused):
        data.desk.retry_failed(data.queued([1]).id)
