"""A batch queued from the list of all batches: asked about and refused as on the scan page."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.page_batches import BatchesPageObject
from tests.pages import ScanBench
from ztdesk.background.task import Task
from ztdesk.domain.batch import Batch, BatchDraft, BatchState, NewItem
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.delivery_note import NoteLine
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.verdict import VerdictKind
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.ui.batches.page import BatchesPage

ONE, TWO, THREE = "001010120000003", "001010120000011", "001010120000029"


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[ScanBench]:
    with closing(ScanBench(tmp_path)) as made:
        qtbot.addWidget(made.page)
        yield made


@pytest.fixture
def shown(bench: ScanBench, qtbot: QtBot) -> BatchesPageObject:
    page = BatchesPage(
        theme=bench.theme,
        desk=bench.desk,
        batches=bench.batches,
        items=bench.items,
        clock=bench.now,
        export=lambda _batch_id, _file: Task(),
        queueing=bench.page.commands.queueing_elsewhere,
    )
    qtbot.addWidget(page)
    page.resize(1366, 704)
    with qtbot.waitExposed(page):
        page.show()
    return BatchesPageObject(page)


def at_hand(bench: ScanBench, *numbers: str, expected: int = 0, codes: CodesPerBox = CodesPerBox.ONE_IMEI) -> Batch:
    """An open batch that is scanned into, with these numbers in it."""
    batch = bench.desk.open(BatchDraft("1700000042", "ACME", expected_count=expected, codes_per_box=codes))
    bench.station.choose(batch.id)
    for number in numbers:
        bench.station.take(number)
    return batch


def press_queue(shown: BatchesPageObject, batch: Batch, words: str = "Queue 1 device") -> None:
    shown.page.refresh()
    shown.choose(batch.id)
    shown.press(words)


def test_a_batch_that_differs_from_its_delivery_note_is_asked_about(
    bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot
) -> None:
    batch = at_hand(bench, ONE)
    lines = [NoteLine(line, (number,)) for line, number in enumerate((ONE, TWO), start=2)]
    notes = DeliveryNotes(bench.database, bench.journal)
    assert notes.load(batch.id, lines, bench.now(), bench.desk.author, "note.csv")
    press_queue(shown, batch)
    qtbot.waitUntil(lambda: shown.question() == "1 device is missing")
    shown.answer("Keep it open")
    assert bench.state_of(batch.id) is BatchState.OPEN
    shown.press("Queue 1 device")
    qtbot.waitUntil(lambda: shown.question() == "1 device is missing")
    assert bench.state_of(batch.id) is BatchState.OPEN, "asked again"


def test_a_batch_of_another_count_than_expected_is_asked_about(bench: ScanBench, shown: BatchesPageObject) -> None:
    batch = at_hand(bench, ONE, expected=2)
    press_queue(shown, batch)
    assert shown.question() == "1 scanned, 2 expected"
    shown.answer("Queue 1 device")
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_the_count_that_is_asked_about_is_the_one_at_that_moment(bench: ScanBench, shown: BatchesPageObject) -> None:
    batch = at_hand(bench, ONE, expected=1)
    shown.page.refresh()
    shown.choose(batch.id)
    bench.items.add(batch.id, NewItem(DeviceIdentifier(imei=TWO), TWO), bench.now(), bench.desk.author)
    shown.press("Queue 1 device")
    assert shown.question() == "2 scanned, 1 expected"
    assert bench.state_of(batch.id) is BatchState.OPEN


def test_no_batch_is_queued_past_a_locked_station(bench: ScanBench, shown: BatchesPageObject) -> None:
    other = at_hand(bench, TWO)
    batch = at_hand(bench, ONE)
    assert bench.station.take(TWO).locks
    press_queue(shown, batch)
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "Locked until acknowledged"
    assert bench.state_of(batch.id) is BatchState.OPEN
    press_queue(shown, other)
    assert bench.state_of(other.id) is BatchState.QUEUED, "the lock is on another batch"
    bench.station.acknowledge()
    press_queue(shown, batch)
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_a_carton_that_waits_is_not_left_behind(bench: ScanBench, shown: BatchesPageObject) -> None:
    batch = at_hand(bench, ONE)
    assert bench.station.take(f"{TWO}\n{THREE}\n001010120000037").kind is VerdictKind.PART
    press_queue(shown, batch)
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "A box is not finished"
    assert bench.state_of(batch.id) is BatchState.OPEN


def test_a_batch_that_was_queued_meanwhile_is_said(bench: ScanBench, shown: BatchesPageObject) -> None:
    batch = at_hand(bench, ONE)
    shown.page.refresh()
    shown.choose(batch.id)
    assert bench.desk.queue(batch.id)
    shown.press("Queue 1 device")
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "Batch is not open any more"


def test_no_scan_runs_past_the_question(bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot) -> None:
    batch = at_hand(bench, ONE, expected=2)
    with qtbot.waitSignal(bench.page.readiness_changed):
        press_queue(shown, batch)
    busy = [bench.user.is_busy]
    assert bench.user.scan(TWO).kind is VerdictKind.REFUSED
    assert bench.user.title == "Close the open window first"
    with qtbot.waitSignal(bench.page.readiness_changed):
        shown.answer("Keep it open")
    assert [*busy, bench.user.is_busy] == [True, False]
    assert bench.user.scan(TWO).kind is VerdictKind.ADDED
    assert bench.on_disk(batch.id) == [ONE, TWO]


def test_what_was_not_asked_about_is_not_queued(bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot) -> None:
    batch = at_hand(bench, ONE, expected=4)
    press_queue(shown, batch)
    bench.items.add(batch.id, NewItem(DeviceIdentifier(imei=TWO), TWO), bench.now(), bench.desk.author)
    shown.answer("Queue 1 device")
    qtbot.waitUntil(lambda: shown.question() == "2 scanned, 4 expected")
    assert bench.state_of(batch.id) is BatchState.OPEN
    assert "since you were asked, and nothing was queued" in shown.hint()
    shown.answer("Queue 2 devices")
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_another_count_is_asked_about_also_when_it_is_the_expected_one(
    bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot
) -> None:
    batch = at_hand(bench, ONE, expected=2)
    press_queue(shown, batch)
    bench.items.add(batch.id, NewItem(DeviceIdentifier(imei=TWO), TWO), bench.now(), bench.desk.author)
    shown.answer("Queue 1 device")
    qtbot.waitUntil(lambda: shown.question() == "Queue 2 devices?")
    assert bench.state_of(batch.id) is BatchState.OPEN
    shown.answer("Queue 2 devices")
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_a_station_that_locked_under_the_question_keeps_the_batch_open(
    bench: ScanBench, shown: BatchesPageObject
) -> None:
    at_hand(bench, TWO)
    batch = at_hand(bench, ONE, expected=2)
    press_queue(shown, batch)
    assert bench.station.take(TWO).locks
    shown.answer("Queue 1 device")
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "Locked until acknowledged"
    assert bench.state_of(batch.id) is BatchState.OPEN


def test_a_customer_to_confirm_under_the_question_keeps_the_batch_open(
    bench: ScanBench, shown: BatchesPageObject
) -> None:
    batch = at_hand(bench, ONE, expected=2)
    press_queue(shown, batch)
    bench.station.confirm_after_s = 60.0
    bench.station.author = replace(bench.station.author, operator="somebody else")
    assert bench.station.must_confirm
    shown.answer("Queue 1 device")
    assert shown.notice() is not None
    assert bench.state_of(batch.id) is BatchState.OPEN


def test_a_batch_that_was_queued_under_the_question_is_said(bench: ScanBench, shown: BatchesPageObject) -> None:
    batch = at_hand(bench, ONE, expected=2)
    press_queue(shown, batch)
    assert bench.desk.queue(batch.id)
    shown.answer("Queue 1 device")
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "Batch is not open any more"


def with_note(bench: ScanBench, batch: Batch, *numbers: str) -> None:
    lines = [NoteLine(line, (number,)) for line, number in enumerate(numbers, start=2)]
    notes = DeliveryNotes(bench.database, bench.journal)
    assert notes.load(batch.id, lines, bench.now(), bench.desk.author, "note.csv")
    bench.station.reload()


def test_what_is_scanned_while_the_note_is_compared_is_compared_too(
    bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot
) -> None:
    batch = at_hand(bench, ONE)
    with_note(bench, batch, ONE)
    press_queue(shown, batch)
    assert bench.station.take(TWO).kind is VerdictKind.UNEXPECTED
    assert bench.station.acknowledge()
    qtbot.waitUntil(lambda: shown.question() == "1 device is not on the delivery note")
    assert bench.state_of(batch.id) is BatchState.OPEN
    shown.answer("Queue 2 devices")
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_a_station_that_locks_while_the_note_is_compared_keeps_the_batch_open(
    bench: ScanBench, shown: BatchesPageObject, qtbot: QtBot
) -> None:
    at_hand(bench, TWO)
    batch = at_hand(bench, ONE)
    with_note(bench, batch, ONE)
    press_queue(shown, batch)
    assert bench.station.take(TWO).locks
    qtbot.waitUntil(lambda: shown.notice() is not None)
    assert bench.state_of(batch.id) is BatchState.OPEN
    bench.station.acknowledge()
    shown.press("Queue 1 device")
    qtbot.waitUntil(lambda: bench.state_of(batch.id) is BatchState.QUEUED)
