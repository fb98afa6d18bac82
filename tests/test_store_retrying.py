"""Failed devices put into a new batch: once, whole, fast, and never one that is in a live batch."""

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Clock, Data, device, imei, open_data
from ztdesk.domain.batch import Batch, BatchDraft, BatchState, NewItem, Retried, Retry, ShownState
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import SubmissionState

MEID, SERIAL = "A1000001234567", DeviceIdentifier(serial="R1", manufacturer="samsung", model="SM-X200")


FIRST, SECOND, THIRD = imei(1), imei(2), imei(3)
MEID2 = "A1000001234568"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db", Clock())


def refuse_all(data: Data) -> None:
    while (submission := data.outbox.assign()) is not None:
        data.outbox.refuse(submission, START, 403, "SAID", "No.")


def claim_all(data: Data) -> None:
    while (submission := data.outbox.assign()) is not None:
        data.outbox.begin_sending(submission, START)
    for submission in data.outbox.in_state(SubmissionState.SENDING):
        data.outbox.accept(submission, "operations/1", START, START)
    for submission in data.outbox.in_state(SubmissionState.ACCEPTED):
        verdicts = [
            (item.id, DeviceVerdict(item.identifier, "SINGLE_DEVICE_STATUS_SUCCESS", "7"))
            for item in data.outbox.items(submission.id)
        ]
        data.outbox.decide(submission, verdicts, START)


def refused(data: Data, units: Sequence[int], draft: BatchDraft = ACME) -> Batch:
    batch = data.queued(units, draft)
    refuse_all(data)
    return batch


def retried(data: Data, batch: Batch) -> Retry:
    retry = data.batches.retry_failed(batch.id, START + 60, AUTHOR)
    assert retry is not None
    return retry


def open_failures(data: Data, batch: Batch) -> int:
    return data.batches.summary(batch.id).open_failures


def test_a_retried_batch_has_no_open_failure_and_its_counts_stay(data: Data) -> None:
    old = refused(data, [3, 1, 2], BatchDraft("1700000042", "ACME", "PO-1", 48, "Google", "Pixel 9"))
    assert open_failures(data, old) == 3
    retry = retried(data, old)
    assert (retry.batch.state, retry.batch.total, retry.left_out) == (BatchState.QUEUED, 3, 0)
    assert retry.batch.draft == BatchDraft("1700000042", "ACME", "PO-1", 0, "Google", "Pixel 9")
    before, after = data.items.of_batch(old.id), data.items.of_batch(retry.batch.id)
    assert [item.identifier for item in after] == [item.identifier for item in before]
    assert [(item.position, item.raw) for item in after] == [(item.position, item.raw) for item in before]
    summary = data.batches.summary(old.id)
    assert (summary.open_failures, summary.retried) == (0, (Retried(retry.batch.id, 3),))
    assert (summary.counts.failed, summary.shown) == (3, ShownState.NEEDS_ATTENTION)
    assert data.batches.retry_failed(old.id, START, AUTHOR) is None


def test_it_is_told_on_both_batches(data: Data) -> None:
    old = refused(data, [1, 2])
    retry = retried(data, old)
    told = [(entry.event, entry.batch_id, entry.verdict) for entry in data.journal.entries()][-4:]
    assert told == [
        (Event.OPENED, retry.batch.id, "ACME"),
        (Event.RETRIED, old.id, f"2 devices in batch {retry.batch.id}"),
        (Event.IMPORTED, retry.batch.id, "2 devices"),
        (Event.QUEUED, retry.batch.id, "queued"),
    ]
    assert data.journal.first_broken() is None


def test_what_fails_again_belongs_to_the_new_batch(data: Data) -> None:
    old = refused(data, [1, 2])
    second = retried(data, old).batch
    refuse_all(data)
    assert (open_failures(data, old), open_failures(data, second)) == (0, 2)
    third = retried(data, second).batch
    assert data.batches.summary(old.id).retried == (Retried(second.id, 2),)
    assert data.batches.summary(second.id).retried == (Retried(third.id, 2),)


@pytest.mark.parametrize(
    ("failed", "live"),
    [
        (DeviceIdentifier(imei="001010120000003"), DeviceIdentifier(imei="001010120000003")),
        (
            DeviceIdentifier(imei="001010120000003", imei2="001010120000011"),
            DeviceIdentifier(imei="001010120000011", imei2="001010120000029"),
        ),
        (
            DeviceIdentifier(imei="001010120000011", imei2="001010120000029"),
            DeviceIdentifier(imei="001010120000003", imei2="001010120000011"),
        ),
        (DeviceIdentifier(meid=MEID), DeviceIdentifier(meid=MEID)),
        (DeviceIdentifier(meid=MEID2), DeviceIdentifier(meid=MEID, meid2=MEID2)),
        (SERIAL, SERIAL),
        (SERIAL, replace(SERIAL, manufacturer=SERIAL.manufacturer.swapcase(), model=SERIAL.model.swapcase())),
    ],
)
def test_what_is_in_a_live_batch_waits_and_is_retried_later(
    data: Data, failed: DeviceIdentifier, live: DeviceIdentifier
) -> None:
    old = data.batches.open_with(ACME, [NewItem(failed, "x"), device(77)], START, AUTHOR, "test")
    data.batches.queue(old.id, START, AUTHOR)
    refuse_all(data)
    other = data.batches.open_with(ACME, [NewItem(live, "x")], START, AUTHOR, "test")
    first = retried(data, old)
    assert (first.batch.total, first.left_out, open_failures(data, old)) == (1, 1, 1)
    assert data.batches.retry_failed(old.id, START, AUTHOR) is None
    data.batches.cancel(other.id, START, AUTHOR)
    second = retried(data, old)
    assert data.items.of_batch(second.batch.id)[0].identifier == failed
    assert data.batches.summary(old.id).retried == (Retried(first.batch.id, 1), Retried(second.batch.id, 1))


@pytest.mark.parametrize(
    ("failed", "claimed"),
    [
        (DeviceIdentifier(imei=FIRST), DeviceIdentifier(imei=FIRST)),
        (DeviceIdentifier(imei=FIRST, imei2=SECOND), DeviceIdentifier(imei=SECOND)),
        (DeviceIdentifier(imei=SECOND), DeviceIdentifier(imei=FIRST, imei2=SECOND)),
        (DeviceIdentifier(imei=FIRST, imei2=SECOND), DeviceIdentifier(imei=THIRD, imei2=SECOND)),
        (DeviceIdentifier(meid=MEID), DeviceIdentifier(meid=MEID)),
        (DeviceIdentifier(meid=MEID, meid2=MEID2), DeviceIdentifier(meid=MEID2)),
        (DeviceIdentifier(meid=MEID2), DeviceIdentifier(meid=MEID, meid2=MEID2)),
        (SERIAL, SERIAL),
        (SERIAL, replace(SERIAL, manufacturer=SERIAL.manufacturer.swapcase(), model=SERIAL.model.swapcase())),
    ],
)
def test_what_was_claimed_since_under_any_of_its_numbers_is_not_retried(
    data: Data, failed: DeviceIdentifier, claimed: DeviceIdentifier
) -> None:
    old = data.batches.open_with(ACME, [NewItem(failed, "x"), device(77)], START, AUTHOR, "test")
    data.batches.queue(old.id, START, AUTHOR)
    refuse_all(data)
    since = data.batches.open_with(ACME, [NewItem(claimed, "x")], START, AUTHOR, "test")
    data.batches.queue(since.id, START, AUTHOR)
    assert open_failures(data, old) == 2
    claim_all(data)
    assert data.batches.summary(old.id).retried == (Retried(since.id, 1),)
    assert open_failures(data, old) == 1
    retry = retried(data, old)
    assert (retry.left_out, [item.identifier for item in data.items.of_batch(retry.batch.id)]) == (
        0,
        [device(77).identifier],
    )


def test_the_same_serial_of_another_maker_is_another_device(data: Data) -> None:
    old = data.batches.open_with(ACME, [NewItem(SERIAL, "x")], START, AUTHOR, "test")
    data.batches.queue(old.id, START, AUTHOR)
    refuse_all(data)
    other = DeviceIdentifier(serial="R1", manufacturer="Google", model="SM-X200")
    since = data.batches.open_with(ACME, [NewItem(other, "x")], START, AUTHOR, "test")
    data.batches.queue(since.id, START, AUTHOR)
    claim_all(data)
    assert retried(data, old).batch.total == 1


@pytest.mark.parametrize(
    ("number", "message", "sent"),
    [
        (DeviceIdentifier(imei=FIRST), "Precondition check failed.", DeviceIdentifier(imei=FIRST)),
        (DeviceIdentifier(meid=MEID), "Precondition check failed", DeviceIdentifier(meid=MEID)),
        (DeviceIdentifier(imei=FIRST, serial="R1"), "Precondition check failed. X.", DeviceIdentifier(imei=FIRST)),
        (DeviceIdentifier(imei=FIRST), "No.", DeviceIdentifier(imei=FIRST, manufacturer="samsung", model="SM-X200")),
        (DeviceIdentifier(serial="R1"), "Precondition check failed.", SERIAL),
    ],
)
def test_what_is_known_under_another_maker_is_retried_without_one(
    data: Data, number: DeviceIdentifier, message: str, sent: DeviceIdentifier
) -> None:
    named = replace(number, manufacturer="samsung", model="SM-X200")
    old = data.batches.open_with(ACME, [NewItem(named, "x")], START, AUTHOR, "test")
    data.batches.queue(old.id, START, AUTHOR)
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.refuse(submission, START, 400, "", message)
    assert data.item(retried(data, old).batch, 1).identifier == sent


def test_a_retry_that_is_given_up_was_none(data: Data) -> None:
    old, bystander = refused(data, [1, 2]), refused(data, [3])
    retry = retried(data, old)
    retried(data, bystander)
    assert data.batches.cancel(retry.batch.id, START, AUTHOR)
    assert (open_failures(data, old), open_failures(data, bystander)) == (2, 0)
    assert retried(data, old).batch.total == 2


def test_a_retry_that_breaks_off_keeps_nothing(data: Data) -> None:
    old = refused(data, [1, 2])
    entries = len(list(data.journal.entries()))
    data.database.connection.execute(
        "CREATE TEMP TRIGGER broken BEFORE UPDATE OF total ON main.batch BEGIN SELECT raise(ABORT, 'broken'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        data.batches.retry_failed(old.id, START, AUTHOR)
    assert len(data.batches.summaries()) == 1
    assert open_failures(data, old) == 2
    assert len(list(data.journal.entries())) == entries


def test_ten_thousand_are_retried_at_once(data: Data) -> None:
    old = refused(data, range(10_000))
    data.opened(range(20_000, 30_000))
    began = time.perf_counter()
    retry = retried(data, old)
    took_s = time.perf_counter() - began
    assert (retry.batch.total, retry.left_out, open_failures(data, old)) == (10_000, 0, 0)
    # Some 150 ms; a walk through the table for each device would take minutes.
    assert took_s < 3
