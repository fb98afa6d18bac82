"""The head of the scan page names the customer, who scans, and what is wrong with the batch's serial numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pages import AUTHOR, ScanBench
from ztdesk.domain.box import CodesPerBox


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.resize(1366, 700)
    bench.page.show()
    yield bench
    bench.close()


def test_nobody_has_scanned_a_badge_yet(bench: ScanBench) -> None:
    bench.user.choose_customer("0042")
    assert "No badge scanned" in bench.user.facts


def test_the_operator_is_named_and_so_is_the_next_one(bench: ScanBench) -> None:
    bench.station.author = replace(AUTHOR, operator="Ana Souza")
    bench.user.choose_customer("0042")
    assert "Operator Ana Souza" in bench.user.facts
    bench.station.author = replace(AUTHOR, operator="Li Wei")
    bench.user.scan("001010120000003")
    assert "Operator Li Wei" in bench.user.facts
    assert "Ana" not in bench.user.facts


@pytest.mark.parametrize(
    ("codes", "maker", "said"),
    [
        (CodesPerBox.ONE_IMEI, "", ""),
        (CodesPerBox.TWO_IMEIS, "", ""),
        (
            CodesPerBox.TWO_IMEIS_AND_SERIAL,
            "",
            "Serial numbers are kept here but not sent: name maker and model with Change batch (F6).",
        ),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, "samsung", ""),
        (CodesPerBox.SERIAL, "samsung", ""),
    ],
)
def test_serial_numbers_that_are_not_sent_are_told_of(
    bench: ScanBench, codes: CodesPerBox, maker: str, said: str
) -> None:
    bench.user.choose_customer("0042", codes=codes, maker=maker, model=maker)
    label = bench.page.head.serials
    assert label.text() == said
    assert label.isVisible() is bool(said)


def test_naming_maker_and_model_ends_it(bench: ScanBench) -> None:
    bench.user.choose_customer("0042", codes=CodesPerBox.TWO_IMEIS_AND_SERIAL)
    dialog = bench.user.change_batch()
    dialog.form.maker.setText("samsung")
    dialog.form.model.setText("SM-X200")
    bench.user.press(dialog.go)
    assert not bench.page.head.serials.isVisible()
