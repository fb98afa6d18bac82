from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, device, imei, open_data
from ztdesk.domain.batch import BatchState, Item, ItemState, NewItem
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import SubmissionState
from ztdesk.store.live_places import Place


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def add(data: Data, batch_id: int, identifier: DeviceIdentifier, raw: str = "raw") -> Item | Place:
    return data.items.add(batch_id, NewItem(identifier, raw), START, AUTHOR)


def put(data: Data, batch_id: int, unit: int) -> Item:
    item = data.items.add(batch_id, device(unit), START, AUTHOR)
    assert isinstance(item, Item)
    return item


def test_what_was_added_is_read_by_another_process_at_once(data: Data) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    item = put(data, batch.id, 1)
    other = open_data(data.file)
    assert other.items.of_batch(batch.id) == [item]
    assert other.batches.get(batch.id).total == 1
    assert other.items.by_id([item.id]) == [item]
    assert other.items.last(batch.id) == item
    other.database.close()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DeviceIdentifier(imei=imei(1)), DeviceIdentifier(imei=imei(1))),
        (DeviceIdentifier(imei=imei(1), imei2=imei(2)), DeviceIdentifier(imei=imei(2))),
        (DeviceIdentifier(imei=imei(2)), DeviceIdentifier(imei=imei(1), imei2=imei(2))),
        (DeviceIdentifier(imei=imei(1), imei2=imei(3)), DeviceIdentifier(imei=imei(2), imei2=imei(3))),
        (DeviceIdentifier(meid="A0000000002329"), DeviceIdentifier(imei=imei(1), meid="A0000000002329")),
        (DeviceIdentifier(meid="A0000000002329"), DeviceIdentifier(meid="A0000000002330", meid2="A0000000002329")),
        (DeviceIdentifier(meid="A0000000002330", meid2="A0000000002329"), DeviceIdentifier(meid="A0000000002329")),
        (
            DeviceIdentifier(meid="A0000000002330", meid2="A0000000002329"),
            DeviceIdentifier(meid="A0000000002331", meid2="A0000000002329"),
        ),
        (DeviceIdentifier(imei="990000000000127"), DeviceIdentifier(meid="99000000000012")),
        (DeviceIdentifier(imei=imei(1), imei2="990000000000127"), DeviceIdentifier(meid2="99000000000012")),
        (DeviceIdentifier(meid="99000000000012"), DeviceIdentifier(imei="990000000000127")),
        (DeviceIdentifier(meid="A0000000002329", meid2="99000000000012"), DeviceIdentifier(imei="990000000000127")),
        (DeviceIdentifier(serial="AB12", manufacturer="M", model="X"),) * 2,
        (
            DeviceIdentifier(serial="AB12", manufacturer="Google", model="Pixel 8"),
            DeviceIdentifier(serial="AB12", manufacturer="google", model="PIXEL 8"),
        ),
    ],
)
def test_a_device_is_in_one_live_batch_under_whatever_number(
    data: Data, first: DeviceIdentifier, second: DeviceIdentifier
) -> None:
    one, two = data.batches.open(ACME, START, AUTHOR), data.batches.open(ACME, START, AUTHOR)
    item = add(data, one.id, first)
    assert isinstance(item, Item)
    place = add(data, two.id, second)
    assert place == Place(item.id, one.id, 1, START, "ACME", "1700000042", BatchState.OPEN)
    assert data.batches.get(two.id).total == 0
    assert data.items.find_live(second) == place


def test_a_neighbouring_meid_of_digits_is_another_device(data: Data) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    assert isinstance(add(data, batch.id, DeviceIdentifier(imei="990000000000127")), Item)
    for meid in ("99000000000011", "99000000000013"):
        assert isinstance(add(data, batch.id, DeviceIdentifier(meid=meid)), Item)


def test_equal_serials_of_other_models_are_other_devices(data: Data) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    for model in ("X", "Y"):
        assert isinstance(add(data, batch.id, DeviceIdentifier(serial="A1", manufacturer="M", model=model)), Item)
    assert isinstance(add(data, batch.id, DeviceIdentifier(serial="a1", manufacturer="M", model="X")), Item)


def test_a_batch_that_is_no_longer_open_takes_nothing(data: Data) -> None:
    batch = data.queued([1])
    with pytest.raises(ScanRejected):
        put(data, batch.id, 2)
    with pytest.raises(ScanRejected):
        put(data, 99, 2)
    assert data.items.find_live(device(2).identifier) is None
    assert data.batches.get(batch.id).total == 1


@pytest.mark.parametrize("raw", ["\x00a\x00", "\x1d(01)", "é\u2028", "\ud800", "x\udfff\udc80", "", "\U0001f4f1"])
def test_any_text_can_be_kept_and_the_journal_stays_whole(data: Data, raw: str) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    item = add(data, batch.id, DeviceIdentifier(imei=imei(1)), raw)
    assert isinstance(item, Item)
    kept = data.items.by_id([item.id])[0].raw
    assert kept == raw.encode("utf-8", "backslashreplace").decode()
    assert [entry.raw for entry in data.journal.entries()][-1] == kept
    assert data.journal.first_broken() is None


def test_what_is_taken_out_may_be_scanned_again(data: Data) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    items = [put(data, batch.id, unit) for unit in (1, 2, 3)]
    assert data.items.remove(items[1].id, START, AUTHOR) == items[1]
    assert data.items.remove(items[1].id, START, AUTHOR) is None
    assert data.batches.get(batch.id).total == 2
    assert put(data, batch.id, 2).position == 4
    assert [item.position for item in data.items.of_batch(batch.id)] == [1, 3, 4]
    data.batches.queue(batch.id, START, AUTHOR)
    assert data.items.remove(items[0].id, START, AUTHOR) is None
    told = [entry.event for entry in data.journal.entries()]
    assert told.count(Event.REMOVED) == 1


def test_ids_come_in_the_order_asked_for_also_very_many(data: Data) -> None:
    batch = data.opened(range(40_000))
    ids = data.items.ids(batch.id)
    assert len(ids) == 40_000
    assert data.items.ids(batch.id, newest_first=False) == ids[::-1]
    items = data.items.by_id([*ids, 10_000_000])
    assert [item.id for item in items] == ids
    assert data.items.by_id([]) == []
    assert data.items.attention_ids(batch.id) == ids[::-1]


def test_all_imeis_of_live_batches_are_known_second_ones_too(data: Data) -> None:
    batch = data.batches.open(ACME, START, AUTHOR)
    add(data, batch.id, DeviceIdentifier(imei=imei(1), imei2=imei(2)))
    gone = data.opened([3])
    data.batches.cancel(gone.id, START, AUTHOR)
    assert data.items.live_imeis() == {imei(1), imei(2)}


def finish(data: Data, *statuses: str) -> None:
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.begin_sending(submission, START)
    data.outbox.accept(replace(submission, state=SubmissionState.SENDING), "operations/1", START, START)
    (accepted,) = data.outbox.in_state(SubmissionState.ACCEPTED)
    items = data.outbox.items(submission.id)
    verdicts = [
        (item.id, DeviceVerdict(item.identifier, f"SINGLE_DEVICE_STATUS_{status}"))
        for item, status in zip(items, statuses, strict=True)
    ]
    data.outbox.decide(accepted, verdicts, START + 9)


def test_failed_devices_come_first_and_claimed_ones_last(data: Data) -> None:
    batch = data.queued([1, 2, 3])
    finish(data, "SUCCESS", "OTHER_ERROR", "SUCCESS")
    items = data.items.of_batch(batch.id)
    assert data.items.attention_ids(batch.id) == [items[1].id, items[0].id, items[2].id]
    assert data.items.claimed_before(imei(1)) == ("ACME", START + 9)
    assert data.items.claimed_before(imei(2)) is None
    assert data.items.find_live(items[0].identifier) is None


def test_a_retried_failure_says_where_and_no_longer_comes_first(data: Data) -> None:
    batch = data.queued([1, 2, 3])
    finish(data, "OTHER_ERROR", "SUCCESS", "OTHER_ERROR")
    data.opened([3])
    retry = data.desk.retry_failed(batch.id)
    first, second, third = data.items.of_batch(batch.id)
    assert data.items.attention_ids(batch.id) == [third.id, first.id, second.id]
    assert (first.retried_in, second.retried_in, third.retried_in) == (retry.batch.id, None, None)


def test_the_live_look_up_uses_its_indexes_and_never_walks_the_table(data: Data) -> None:
    plans: list[str] = []
    batch = data.opened(range(10))
    connection = data.database.connection
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    put(data, batch.id, 50)
    connection.set_trace_callback(None)
    for statement in asked:
        if statement.startswith(("SELECT", "UPDATE")):
            plans += [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN") and "journal" not in plan] == []
    assert data.items.of_batch(batch.id)[-1].state is ItemState.PENDING
