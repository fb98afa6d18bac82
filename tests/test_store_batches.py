from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, device, open_data
from ztdesk.domain.batch import BatchState, ItemState, ShownState
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import Submission, SubmissionState
from ztdesk.store.outbox import MovedOn


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def sent(data: Data) -> Submission:
    """The next submission, taken by the service."""
    waiting = data.outbox.assign() or data.outbox.due(SubmissionState.WAITING, START)
    assert waiting is not None
    data.outbox.begin_sending(waiting, START)
    sending = replace(waiting, state=SubmissionState.SENDING)
    data.outbox.accept(sending, f"operations/{waiting.id}", START, START)
    return next(one for one in data.outbox.in_state(SubmissionState.ACCEPTED) if one.id == waiting.id)


def events(data: Data) -> list[Event]:
    return [entry.event for entry in data.journal.entries()]


def test_a_batch_is_kept_as_it_was_opened(data: Data) -> None:
    draft = replace(ACME, expected_count=48, manufacturer="Google", model="Pixel 9")
    batch = data.batches.open(draft, START, AUTHOR)
    assert data.batches.get(batch.id) == batch
    assert (batch.draft, batch.state, batch.total, batch.closed_at) == (draft, BatchState.OPEN, 0, None)
    assert [one.id for one in data.batches.open_ones()] == [batch.id]
    with pytest.raises(KeyError):
        data.batches.get(99)


def test_changing_keeps_the_customer_and_only_an_open_batch_changes(data: Data) -> None:
    batch = data.opened([1])
    data.batches.change(batch.id, replace(ACME, customer_id="9", customer_name="X", order_number="PO-2"), START, AUTHOR)
    draft = data.batches.get(batch.id).draft
    assert (draft.customer_id, draft.customer_name, draft.order_number) == ("1700000042", "ACME", "PO-2")
    data.batches.queue(batch.id, START, AUTHOR)
    told = events(data)
    data.batches.change(batch.id, replace(ACME, order_number="PO-3"), START, AUTHOR)
    assert data.batches.get(batch.id).draft.order_number == "PO-2"
    assert events(data) == told


def test_only_an_open_batch_with_devices_is_queued_and_only_once(data: Data) -> None:
    empty = data.batches.open(ACME, START, AUTHOR)
    assert not data.batches.queue(empty.id, START, AUTHOR)
    batch = data.opened([1])
    assert not data.batches.queue(batch.id, START + 5, AUTHOR, batch.total + 1)
    assert data.batches.queue(batch.id, START + 5, AUTHOR, batch.total)
    assert not data.batches.queue(batch.id, START + 6, AUTHOR)
    assert data.batches.get(batch.id).closed_at == START + 5
    assert events(data).count(Event.QUEUED) == 1
    assert not data.batches.queue(99, START, AUTHOR)


def test_opening_with_a_device_that_is_live_elsewhere_keeps_nothing(data: Data) -> None:
    data.opened([1, 2])
    told = events(data)
    with pytest.raises(ScanRejected):
        data.opened([3, 2, 4])
    assert len(data.batches.summaries()) == 1
    assert events(data) == told
    assert data.opened([3, 4]).total == 2


def test_a_cancelled_batch_frees_its_devices_and_is_never_sent(data: Data) -> None:
    batch = data.queued([1, 2])
    waiting = data.outbox.assign()
    assert waiting is not None
    assert data.batches.cancel(batch.id, START, AUTHOR)
    assert not data.batches.cancel(batch.id, START, AUTHOR)
    with pytest.raises(MovedOn):
        data.outbox.begin_sending(waiting, START)
    assert data.outbox.due(SubmissionState.WAITING, START) is None
    assert data.outbox.assign() is None
    assert data.outbox.workload().is_idle
    assert data.batches.summary(batch.id).shown is ShownState.CANCELLED
    assert data.opened([1, 2]).total == 2
    assert data.journal.first_broken() is None


def test_a_batch_of_which_something_may_have_left_is_not_cancelled(data: Data) -> None:
    batch = data.queued(range(1500))
    waiting = data.outbox.assign()
    assert waiting is not None
    data.outbox.begin_sending(waiting, START)
    assert not data.batches.cancel(batch.id, START, AUTHOR)
    assert data.batches.get(batch.id).state is BatchState.QUEUED
    (sending,) = data.outbox.in_state(SubmissionState.SENDING)
    data.outbox.doubt(sending, START, START, "lost")
    assert not data.batches.cancel(batch.id, START, AUTHOR)


def test_what_came_back_to_waiting_can_be_cancelled(data: Data) -> None:
    batch = data.queued([1])
    waiting = data.outbox.assign()
    assert waiting is not None
    data.outbox.begin_sending(waiting, START)
    sending = replace(waiting, state=SubmissionState.SENDING)
    data.outbox.put_back(sending, START, START, counted=False, reason="offline")
    assert data.batches.cancel(batch.id, START, AUTHOR)


def test_the_states_a_batch_passes(data: Data) -> None:
    batch = data.opened([1, 2])
    shown = [data.batches.summary(batch.id).shown]
    data.batches.queue(batch.id, START, AUTHOR)
    shown.append(data.batches.summary(batch.id).shown)
    accepted = sent(data)
    shown.append(data.batches.summary(batch.id).shown)
    data.outbox.note_progress(accepted, 100, START)
    summary = data.batches.summary(batch.id)
    assert (summary.progress, summary.finishing) == (100, True)
    assert summary.operations == (accepted.operation_name,)
    assert summary.started_at == START
    one, two = data.items.of_batch(batch.id)
    good = DeviceVerdict(one.identifier, "SINGLE_DEVICE_STATUS_SUCCESS", "5")
    bad = DeviceVerdict(two.identifier, "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS")
    data.outbox.decide(accepted, [(one.id, good), (two.id, bad)], START)
    shown.append(data.batches.summary(batch.id).shown)
    assert shown == [ShownState.OPEN, ShownState.QUEUED, ShownState.PROCESSING, ShownState.DONE_WITH_FAILURES]
    counts = data.batches.summary(batch.id).counts
    assert (counts.total, counts.succeeded, counts.failed, counts.pending) == (2, 1, 1, 0)
    assert [item.state for item in data.items.of_batch(batch.id)] == [ItemState.SUCCEEDED, ItemState.FAILED]


def test_summaries_are_newest_first_and_running_ones_oldest_first(data: Data) -> None:
    opened, one, two = data.opened([1]), data.queued([2, 5]), data.queued([3])
    assert [summary.batch.id for summary in data.batches.summaries()] == [two.id, one.id, opened.id]
    assert [summary.batch.id for summary in data.batches.summaries(1)] == [two.id]
    assert [summary.batch.id for summary in data.batches.running()] == [one.id, two.id]
    data.outbox.refuse(data.outbox.assign() or sent(data), START, 403, "", "")
    large = data.queued(range(10, 20))
    assert [summary.batch.id for summary in data.batches.running()] == [two.id, large.id]
    assert data.batches.running() == (data.batches.summary(two.id), data.batches.summary(large.id))


def test_many_batches_are_summed_up_as_each_one_is_and_in_as_many_queries_as_one(data: Data) -> None:
    def queries() -> int:
        asked: list[str] = []
        data.database.connection.set_trace_callback(asked.append)
        data.batches.summaries()
        data.database.connection.set_trace_callback(None)
        return len(asked)

    data.opened([1, 2])
    before = queries()
    data.batches.cancel(data.queued([3]).id, START, AUTHOR)
    data.batches.open(ACME, START, AUTHOR)
    data.queued(range(10, 2500))
    data.outbox.note_progress(sent(data), 50, START)
    sent(data)
    data.queued([4])
    summaries = data.batches.summaries()
    assert [summary.counts.total for summary in summaries] == [1, 2490, 0, 1, 2]
    assert [len(summary.operations) for summary in summaries] == [0, 2, 0, 0, 0]
    assert list(summaries) == [data.batches.summary(summary.batch.id) for summary in summaries]
    assert queries() == before
    with pytest.raises(KeyError):
        data.batches.summary(99)


def test_a_name_found_later_is_given_to_batches_without_one_only(data: Data) -> None:
    named = data.opened([1])
    unnamed = data.opened([2], replace(ACME, customer_name=""))
    data.batches.name_customer("1700000042", "ACME Logistics")
    assert data.batches.get(named.id).draft.customer_name == "ACME"
    assert data.batches.get(unnamed.id).draft.customer_name == "ACME Logistics"


def test_a_hundred_thousand_devices_are_opened_and_queued(data: Data) -> None:
    batch = data.queued(range(100_000))
    assert data.batches.get(batch.id).total == 100_000
    assert data.batches.summary(batch.id).counts.pending == 100_000
    assert data.items.find_live(device(99_999).identifier) is not None
