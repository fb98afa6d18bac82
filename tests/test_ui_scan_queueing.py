"""A batch that is not queued after all is scanned on, and the page says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench
from ztdesk.domain.batch import BatchState, NewItem
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.identifiers import DeviceIdentifier

FIRST = "001010120000003"
ACK, QUEUE = encode(Command(Verb.ACK)), encode(Command(Verb.QUEUE))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.resize(1366, 700)
    bench.page.show()
    bench.user.choose_customer("0042", expected=3)
    bench.user.scan(FIRST)
    yield bench
    bench.close()


def test_each_answer_says_what_becomes_of_the_batch(bench: ScanBench) -> None:
    bench.user.scan(QUEUE)
    question = bench.user.question
    assert (question.yes.text(), question.no.text()) == ("Queue 1 device", "Go on scanning")


@pytest.mark.parametrize("by_card", [True, False])
def test_going_on_leaves_no_old_verdict_on_the_panel(bench: ScanBench, by_card: bool) -> None:
    assert bench.user.title == "Added"
    bench.user.scan(QUEUE)
    if by_card:
        bench.user.scan(ACK)
    else:
        bench.user.press(bench.user.question.no)
    assert not bench.user.has_dialog
    assert (bench.user.title, bench.user.number, bench.user.count) == ("READY TO SCAN", "", 1)


def test_a_refused_scan_under_the_question_is_gone_with_it(bench: ScanBench) -> None:
    bench.user.scan(QUEUE)
    bench.user.scan("001010120000011")
    assert bench.user.title == "Close the open window first"
    bench.user.scan(ACK)
    assert bench.user.title == "READY TO SCAN"


def test_a_question_that_opens_or_closes_changes_the_readiness(qtbot: QtBot, bench: ScanBench) -> None:
    busy: list[bool] = []
    for card in (QUEUE, ACK):
        with qtbot.waitSignal(bench.page.readiness_changed):
            bench.user.scan(card)
        busy.append(bench.user.is_busy)
    assert busy == [True, False]
    batch = bench.station.batch
    assert batch is not None
    assert bench.state_of(batch.id) is BatchState.OPEN


def test_what_was_not_asked_about_is_not_queued_by_card(qtbot: QtBot, bench: ScanBench) -> None:
    batch = bench.station.batch
    assert batch is not None
    bench.user.scan(QUEUE)
    other = "001010120000011"
    bench.items.add(batch.id, NewItem(DeviceIdentifier(imei=other), other), bench.now(), bench.desk.author)
    bench.user.scan(QUEUE)
    qtbot.waitUntil(lambda: bench.user.has_dialog and bench.user.question.yes.text() == "Queue 2 devices")
    assert bench.state_of(batch.id) is BatchState.OPEN
    bench.user.scan(QUEUE)
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_a_count_from_before_another_window_scanned_is_not_queued(qtbot: QtBot, bench: ScanBench) -> None:
    bench.user.choose_customer("0042", expected=1)
    bench.user.scan("001010120000029")
    batch = bench.station.batch
    assert batch is not None
    other = "001010120000011"
    bench.items.add(batch.id, NewItem(DeviceIdentifier(imei=other), other), bench.now(), bench.desk.author)
    bench.user.scan(QUEUE)
    qtbot.waitUntil(lambda: bench.user.has_dialog)
    assert bench.user.question.title.text() == "2 scanned, 1 expected"
    assert bench.state_of(batch.id) is BatchState.OPEN
