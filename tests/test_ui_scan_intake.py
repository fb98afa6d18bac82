"""A scan of which only the beginning was kept is refused, whatever that beginning says."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.origin import Origin
from ztdesk.domain.verdict import VerdictKind


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    with closing(ScanBench(tmp_path)) as bench:
        qtbot.addWidget(bench.page)
        bench.page.show()
        bench.user.choose_customer("1700000042")
        yield bench


@pytest.mark.parametrize("payload", ["001010123456789", encode(Command(Verb.HOLD))])
def test_what_was_cut_off_is_too_long_and_never_read(bench: ScanBench, payload: str) -> None:
    verdict = bench.page.take(payload, Origin("Zebra COM4", is_cut_off=True))
    assert verdict.kind is VerdictKind.REFUSED
    assert bench.user.title == "Too long"
    assert (bench.user.number, bench.user.count) == ("", 0)
    assert not bench.page.intake.on_hold


def test_a_part_of_a_code_is_said_to_be_one_and_never_read(bench: ScanBench) -> None:
    verdict = bench.page.take("001010123456789", Origin(is_part=True))
    assert verdict.kind is VerdictKind.REFUSED
    assert bench.user.title == "Only a part of the code arrived"
    assert (bench.user.number, bench.user.count) == ("", 0)


def test_the_verdict_is_over_when_what_is_waited_for_is_shown_again(bench: ScanBench, qtbot: QtBot) -> None:
    bench.user.hold()
    bench.user.scan("001010123456789")
    with qtbot.waitSignal(bench.page.panel.idled):
        bench.user.hold()
    assert bench.user.title == "READY TO SCAN"
