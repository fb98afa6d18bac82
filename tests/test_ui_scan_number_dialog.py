"""Numbers typed and pasted: each goes the way of a scan, and what was not added is listed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench, table_rows
from ztdesk.domain.verdict import VerdictKind
from ztdesk.ui.scan.number_dialog import NumberDialog

FIRST, SECOND, THIRD = "001010120000003", "001010120000011", "001010120000029"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.show()
    bench.user.choose_customer("0042")
    yield bench
    bench.close()


def type_in(bench: ScanBench, dialog: NumberDialog, number: str) -> None:
    dialog.field.setText(number)
    bench.user.key(Qt.Key.Key_Return, dialog.field)


def test_enter_adds_and_the_dialog_stays_for_the_next(bench: ScanBench) -> None:
    dialog = bench.user.type_number()
    dialog.field.setText(FIRST)
    assert "check digit fits" in dialog.hint.text()
    bench.user.key(Qt.Key.Key_Return, dialog.field)
    assert dialog.field.text() == ""
    type_in(bench, dialog, SECOND)
    assert bench.user.numbers == ["00-101012-000001-1", "00-101012-000000-3"]
    assert dialog.done_with() == (2, 0)
    assert dialog.isVisible()
    assert [kind for kind, _title in bench.heard] == [VerdictKind.ADDED] * 2


def test_what_is_not_added_stays_to_be_mended_and_is_listed_with_why(bench: ScanBench) -> None:
    dialog = bench.user.type_number()
    type_in(bench, dialog, "001010120000004")
    assert dialog.field.selectedText() == "001010120000004"
    assert table_rows(dialog.model) == [("00-101012-000000-4", "Not a valid IMEI")]
    assert bench.user.rows == []


def test_a_scan_while_typing_simply_counts(bench: ScanBench) -> None:
    dialog = bench.user.type_number()
    assert not bench.page.commands.is_busy
    assert bench.user.scan(FIRST).kind is VerdictKind.ADDED
    assert dialog.done_with() == (1, 0)


def test_a_pasted_column_is_judged_line_by_line(bench: ScanBench, qtbot: QtBot) -> None:
    bench.user.scan(SECOND)
    many = [f"{FIRST}", "3.58E+14", SECOND, "9501101530003", THIRD]
    QGuiApplication.clipboard().setText("IMEI\r\n" + "\r\n".join(many) + "\r\n")
    dialog = bench.user.type_number()
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.is_at_work
    qtbot.waitUntil(lambda: not dialog.is_at_work)
    assert dialog.done_with() == (2, 3)
    assert bench.user.numbers[:2] == ["00-101012-000002-9", "00-101012-000000-3"]
    assert [row[1] for row in table_rows(dialog.model)] == [
        "Product code",
        "Already in this batch",
        "Digits lost in a spreadsheet",
    ]
    assert "3.58E+14" not in [entry.raw for entry in bench.journal.entries()]
    assert len(bench.heard) == 1, "a column is not drummed out"


def test_one_pasted_number_goes_into_the_field(bench: ScanBench) -> None:
    QGuiApplication.clipboard().setText(f"{FIRST}\n")
    dialog = bench.user.type_number()
    bench.user.press(dialog.paste)
    assert dialog.field.text() == FIRST
    assert bench.user.rows == []


def test_on_hold_nothing_is_added_either(bench: ScanBench) -> None:
    bench.page.intake.set_hold(True)
    dialog = bench.user.type_number()
    type_in(bench, dialog, FIRST)
    assert table_rows(dialog.model)[0][1] == "On hold"
    assert bench.user.rows == []


def test_closing_while_a_column_is_judged_stops_it(bench: ScanBench, qtbot: QtBot) -> None:
    dialog = bench.user.type_number()
    dialog.field.column_pasted.emit("\n".join([FIRST, SECOND]))
    dialog.reject()
    qtbot.waitUntil(lambda: not bench.user.has_dialog)
    assert bench.user.rows == []
    dialog = bench.user.type_number()
    dialog.field.column_pasted.emit("\n".join([FIRST, SECOND]))
    bench.user.press(dialog.shut)
    assert not dialog.is_at_work
    assert dialog.isVisible(), "what was left out is still to be read"
    assert "2" in dialog.outcome.text()
    assert bench.user.rows == []
