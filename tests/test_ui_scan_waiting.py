"""The panel waits for the codes that boxes of this batch bear, and for the one that a begun box still lacks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench
from ztdesk.domain.box import CodesPerBox
from ztdesk.practice.identifiers import with_check_digit

FIRST, SECOND, THIRD = (with_check_digit(f"00101012{unit:06d}") for unit in (1, 2, 3))
SERIAL = "R5CT10ABCDE"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.resize(1366, 700)
    bench.page.show()
    yield bench
    bench.close()


def shown_again(bench: ScanBench) -> tuple[str, str]:
    """What the panel waits for once nothing of the last scan is shown any more."""
    bench.user.hold()
    bench.user.hold()
    return bench.user.title, bench.user.detail


@pytest.mark.parametrize(
    ("codes", "maker", "said"),
    [
        (CodesPerBox.ONE_IMEI, "", "Scan the barcode labelled IMEI."),
        (
            CodesPerBox.ONE_IMEI,
            "samsung",
            "Scan the barcode labelled IMEI, or the serial number of a device without one.",
        ),
        (CodesPerBox.TWO_IMEIS, "", "Scan both IMEIs of each box, in any order."),
        (
            CodesPerBox.TWO_IMEIS_AND_SERIAL,
            "",
            "Scan both IMEIs and the serial number of each box, in any order.",
        ),
        (CodesPerBox.SERIAL, "samsung", "Scan the serial number of each box."),
    ],
)
def test_what_is_waited_for_is_what_boxes_bear(bench: ScanBench, codes: CodesPerBox, maker: str, said: str) -> None:
    bench.user.choose_customer("0042", codes=codes, maker=maker, model=maker)
    assert (bench.user.title, bench.user.detail) == ("READY TO SCAN", said)


@pytest.mark.parametrize(
    ("codes", "scans", "title"),
    [
        (CodesPerBox.TWO_IMEIS, (FIRST,), "Now the other IMEI"),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (FIRST,), "Now the other IMEI and the serial number"),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (FIRST, SECOND), "Now the serial number"),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (FIRST, SERIAL), "Now the other IMEI"),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (SERIAL,), "Now both IMEIs"),
    ],
)
def test_a_box_that_was_begun_waits_for_the_code_it_lacks(
    bench: ScanBench, codes: CodesPerBox, scans: tuple[str, ...], title: str
) -> None:
    bench.user.choose_customer("0042", codes=codes)
    for scan in scans:
        bench.user.scan(scan)
    said, hint = shown_again(bench)
    assert said == title
    assert ("“Next box”" in hint) is (scans != (SERIAL,))  # a serial number alone names no phone here


def test_a_finished_box_leaves_the_panel_waiting_for_the_next(bench: ScanBench) -> None:
    bench.user.choose_customer("0042", codes=CodesPerBox.TWO_IMEIS)
    bench.user.scan(FIRST)
    bench.user.scan(SECOND)
    assert shown_again(bench) == ("READY TO SCAN", "Scan both IMEIs of each box, in any order.")


def test_a_carton_that_waits_is_still_waited_for(bench: ScanBench) -> None:
    bench.user.choose_customer("0042")
    bench.user.scan("\n".join((FIRST, SECOND, THIRD)))
    assert shown_again(bench)[0] == "A carton is waiting"
    bench.user.undo()
    assert shown_again(bench)[0] == "READY TO SCAN"
