"""What makes the station take nothing more until a person has spoken."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, Data, imei, open_data
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.errors import Refused
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind


@pytest.fixture
def data(tmp_path: Path) -> Data:
    data = open_data(tmp_path / "ztdesk.db")
    data.station.confirm_after_s = 1200.0
    return data


def choose(data: Data, draft: BatchDraft = ACME) -> int:
    batch = data.desk.open(draft)
    data.station.choose(batch.id)
    return batch.id


def test_a_device_live_in_another_batch_locks_until_it_is_acknowledged(data: Data) -> None:
    data.queued([1], BatchDraft("1700000043", "Other"))
    choose(data)
    assert data.station.take(imei(1)).locks
    assert data.station.is_locked
    assert data.station.take(imei(2)).kind is VerdictKind.REFUSED
    assert data.station.next_box().kind is VerdictKind.REFUSED
    assert data.station.acknowledge()
    assert not data.station.acknowledge()
    assert data.station.take(imei(2)).kind is VerdictKind.ADDED
    events = [entry.event.value for entry in data.journal.entries()]
    assert "acknowledged" in events


def test_a_duplicate_in_the_same_batch_locks_nothing(data: Data) -> None:
    choose(data)
    data.station.take(imei(1))
    assert not data.station.take(imei(1)).locks
    assert not data.station.is_locked


def test_one_more_than_expected_is_kept_and_locks(data: Data) -> None:
    batch_id = choose(data, replace(ACME, expected_count=2))
    assert not data.station.take(imei(1)).locks
    assert not data.station.take(imei(2)).locks
    verdict = data.station.take(imei(3))
    assert (verdict.kind, verdict.locks, verdict.count) == (VerdictKind.UNEXPECTED, True, 3)
    assert data.batches.get(batch_id).total == 3
    assert data.station.take(imei(4)).kind is VerdictKind.REFUSED
    data.station.acknowledge()
    data.station.undo_last()
    assert data.batches.get(batch_id).total == 2


def test_choosing_a_batch_does_not_unlock(data: Data) -> None:
    data.queued([1], BatchDraft("1700000043", "Other"))
    batch_id = choose(data)
    data.station.take(imei(1))
    data.station.choose(batch_id)
    data.station.reload()
    choose(data)
    assert data.station.is_locked
    assert data.station.take(imei(2)).kind is VerdictKind.REFUSED


def test_a_lock_outlives_the_program_with_its_reason(data: Data) -> None:
    batch_id = choose(data, replace(ACME, expected_count=1))
    data.station.take(imei(1))
    said = data.station.take("\n".join([imei(2), imei(3), imei(4), imei(5)[:-1] + "0"]))
    said = data.station.next_box()
    assert said.locks
    data.database.close()
    again = open_data(data.file, data.clock)
    again.station.choose(batch_id, resumed=True)
    assert again.station.is_locked
    kept = again.station.locking
    assert kept is not None
    assert (kept.kind, kept.title.english(), kept.detail.english()) == (
        said.kind,
        said.title.english(),
        said.detail.english(),
    )
    assert again.station.take(imei(9)).kind is VerdictKind.REFUSED
    assert again.station.acknowledge()
    third = open_data(data.file, data.clock)
    third.station.choose(batch_id, resumed=True)
    assert (third.station.is_locked, third.station.locking) == (False, None), "what was seen is not asked for again"


def test_a_lock_stays_with_its_batch_whatever_is_chosen_meanwhile(data: Data) -> None:
    batch_id = choose(data)
    data.station.lock(replace(data.station.take(imei(1)), code=""), "another customer's card")
    choose(data)
    assert data.station.is_locked
    data.station.acknowledge()
    again = open_data(data.file, data.clock)
    again.station.choose(batch_id, resumed=True)
    assert not again.station.is_locked
    data.station.choose(None)
    data.station.lock(Verdict(VerdictKind.REFUSED, text("No"), text("Because"), ""), "a card")
    assert data.station.is_locked, "without a batch, too"


def test_a_lock_that_cannot_be_kept_locks_all_the_same(data: Data) -> None:
    choose(data)
    data.database.connection.execute("PRAGMA query_only = ON")
    data.station.lock(Verdict(VerdictKind.REFUSED, text("No"), text("Because"), ""), "a card")
    assert data.station.is_locked
    data.station.acknowledge()
    assert not data.station.is_locked


def test_next_is_no_way_around_a_pause(data: Data) -> None:
    batch = data.desk.open(replace(ACME, codes_per_box=CodesPerBox.TWO_IMEIS))
    data.station.choose(batch.id)
    data.station.take(imei(1))
    data.clock.pass_s(7200)
    assert data.station.next_box().kind is VerdictKind.REFUSED
    assert data.station.take(imei(2)).kind is VerdictKind.REFUSED
    data.station.acknowledge()
    assert data.station.next_box().kind is VerdictKind.ADDED


def test_a_carton_that_is_left_is_told_to_the_journal(data: Data) -> None:
    choose(data)
    data.station.take("\n".join(imei(unit) for unit in (1, 2, 3)))
    data.station.undo_last()
    assert [entry.event.value for entry in data.journal.entries()][-1] == "dropped"


def test_a_batch_with_a_box_begun_is_not_queued(data: Data) -> None:
    batch = data.desk.open(replace(ACME, codes_per_box=CodesPerBox.TWO_IMEIS))
    data.station.choose(batch.id)
    for unit in (1, 2, 3):
        data.station.take(imei(unit))
    with pytest.raises(Refused):
        data.desk.queue(batch.id)
    data.station.next_box()
    assert data.desk.queue(batch.id)


def test_after_a_pause_the_customer_is_confirmed_again(data: Data) -> None:
    choose(data)
    data.station.take(imei(1))
    data.clock.pass_s(1200)
    assert data.station.take(imei(2)).kind is VerdictKind.ADDED, "not longer than that"
    data.clock.pass_s(1201)
    verdict = data.station.take(imei(3))
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "Still for ACME?")
    assert data.station.must_confirm
    assert data.station.acknowledge()
    assert data.station.take(imei(3)).kind is VerdictKind.ADDED


def test_a_batch_resumed_after_a_pause_is_confirmed_too(data: Data) -> None:
    batch_id = choose(data)
    data.station.take(imei(1))
    data.clock.pass_s(3600)
    data.station.choose(batch_id, resumed=True)
    assert data.station.take(imei(2)).kind is VerdictKind.REFUSED
    data.station.choose(batch_id)
    assert data.station.take(imei(2)).kind is VerdictKind.ADDED, "whoever chooses it has said for whom"


def test_another_operator_confirms_the_customer(data: Data) -> None:
    choose(data)
    data.station.author = replace(AUTHOR, operator="ben")
    assert data.station.take(imei(1)).kind is VerdictKind.REFUSED
    data.station.acknowledge()
    data.station.author = replace(AUTHOR, operator="ben", station="Bench 4")
    assert data.station.take(imei(1)).kind is VerdictKind.ADDED


def test_nobody_confirms_where_that_is_switched_off(data: Data) -> None:
    data.station.confirm_after_s = 0
    choose(data)
    data.station.author = replace(AUTHOR, operator="ben")
    data.clock.pass_s(100_000)
    assert data.station.take(imei(1)).kind is VerdictKind.ADDED


def note(*units: int) -> list[NoteLine]:
    return [NoteLine(line, (imei(unit),)) for line, unit in enumerate(units, 2)]


def test_devices_are_ticked_off_the_delivery_note(data: Data) -> None:
    batch_id = choose(data)
    data.station.take(imei(1))
    data.station.take(imei(9))
    assert data.notes.load(batch_id, note(1, 2, 3), data.clock(), AUTHOR, "note.csv")
    data.station.reload()
    assert data.notes.counts(batch_id) == NoteCounts(expected=3, found=1, unexpected=1)
    assert data.station.take(imei(2)).kind is VerdictKind.ADDED
    assert data.station.take(imei(8)).kind is VerdictKind.UNEXPECTED
    data.station.acknowledge()
    counts = data.notes.counts(batch_id)
    assert counts == NoteCounts(expected=3, found=2, unexpected=2)
    assert (counts.missing, counts.agrees) == (1, False)
    assert [line.numbers for line in data.notes.missing(batch_id, 10)] == [(imei(3),)]
    places = [data.items.by_id([item_id])[0].identifier.imei for item_id in data.notes.unexpected_ids(batch_id)]
    assert places == [imei(9), imei(8)]


def test_a_device_taken_out_is_missing_again(data: Data) -> None:
    batch_id = choose(data)
    data.notes.load(batch_id, note(1), data.clock(), AUTHOR, "note.csv")
    data.station.reload()
    data.station.take(imei(1))
    assert data.notes.counts(batch_id).agrees
    data.station.undo_last()
    assert data.notes.counts(batch_id) == NoteCounts(expected=1, found=0, unexpected=0)


def test_both_imeis_of_a_line_are_one_expected_device(data: Data) -> None:
    batch_id = choose(data)
    lines = [NoteLine(2, (imei(1), imei(2))), NoteLine(3, (imei(3), imei(4)))]
    data.notes.load(batch_id, lines, data.clock(), AUTHOR, "note.csv")
    data.station.reload()
    assert data.station.take(imei(2)).kind is VerdictKind.ADDED
    assert data.notes.counts(batch_id) == NoteCounts(expected=2, found=1, unexpected=0)


def test_a_note_comes_too_late_for_a_queued_batch(data: Data) -> None:
    batch = data.queued([1])
    assert not data.notes.load(batch.id, note(1), data.clock(), AUTHOR, "note.csv")
    assert data.notes.counts(batch.id).expected == 0
