"""The last scans, the newest first, with everything known of the chosen one, and copied as lines of JSON."""

import json
import platform
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages import Now, table_rows
from ztdesk import __version__
from ztdesk.domain.reading import Kind
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.scanning.history import ScanHistory
from ztdesk.scanning.strokes import Scan
from ztdesk.ui.inspector.dialog import InspectorDialog
from ztdesk.ui.inspector.kind_words import kind_words
from ztdesk.ui.theme import Mode, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks

IMEI = Scan("001010012345672", "001010012345672\r", "Zebra COM4", gaps_ms=(1.0, 2.0, 6.0))
KEYS = Scan("ZTD-A", "WTD/A\r", typed="WTD/A", pressed="ZTD-A", layout="keys:de", ended_by="gap")
ADDED = Verdict(VerdictKind.ADDED, text("Added"), text("Number 1"), "00-101001-234567-2")


@pytest.fixture
def history() -> ScanHistory:
    return ScanHistory(Now())


@pytest.fixture
def dialog(qtbot: QtBot, history: ScanHistory) -> Iterator[InspectorDialog]:
    dialog = InspectorDialog(Theme(Mode.LIGHT), history.newest_first)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.close()


def come(dialog: InspectorDialog, history: ScanHistory, scan: Scan, verdict: Verdict | None = ADDED) -> None:
    history.add(scan, verdict)
    dialog.on_judged(scan, verdict)


def copied() -> list[dict[str, object]]:
    return [json.loads(line) for line in QGuiApplication.clipboard().text().splitlines()[1:]]


def test_the_copy_begins_with_the_program_the_system_and_the_station(qtbot: QtBot, history: ScanHistory) -> None:
    history.add(IMEI, ADDED)
    dialog = InspectorDialog(Theme(Mode.LIGHT), history.newest_first, station="Bench 3")
    qtbot.addWidget(dialog)
    dialog.copy_all.click()
    first = json.loads(QGuiApplication.clipboard().text().splitlines()[0])
    assert first == {
        "program": f"ztdesk {__version__}",
        "system": platform.platform(),
        "window_system": "offscreen",
        "keyboard": QGuiApplication.inputMethod().locale().name(),
        "station": "Bench 3",
    }


def test_a_part_of_a_code_is_said_to_be_one_and_not_read(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, replace(IMEI, is_part=True))
    assert table_rows(dialog.model)[0][3] == "A part of a code"
    assert "only a part of a code arrived" in dialog.details.toPlainText()


def test_every_kind_has_words() -> None:
    assert all(kind_words(kind).english() for kind in Kind)


def test_it_says_nothing_before_the_first_scan(dialog: InspectorDialog) -> None:
    assert table_rows(dialog.model) == []
    assert dialog.details.toPlainText() == ""
    assert not dialog.copy_all.isEnabled()


def test_the_newest_scan_stands_first_and_the_chosen_one_stays(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, IMEI)
    assert "001010012345672<CR>" in dialog.details.toPlainText()
    come(dialog, history, KEYS, None)
    rows = [row[1:] for row in table_rows(dialog.model)]
    assert rows == [
        ("Keyboard", "WTD/A<CR>", "Command card", "Being taught"),
        ("Zebra COM4", "001010012345672<CR>", "IMEI", "Added"),
    ]
    assert dialog.table.selected_rows() == [1]


def test_everything_about_the_chosen_scan_is_said(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, IMEI)
    said = dialog.details.toPlainText()
    assert "30 30 31 30 31" in said
    assert "mean 3.0 ms, longest 6.0 ms" in said
    assert "1.0 2.0 6.0" in said
    assert "Taken for: IMEI, certain: 001010012345672" in said
    assert "Answer: Added" in said
    come(dialog, history, KEYS, None)
    dialog.table.select(0)
    said = dialog.details.toPlainText()
    assert "Keys typed: WTD/A" in said
    assert "Decoded by: the places of the keys; scanner set to German" in said
    assert "a pause" in said


def test_of_what_was_cut_off_nothing_is_read(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, replace(IMEI, truncated=True))
    assert table_rows(dialog.model)[0][3] == ""
    assert "not read" in dialog.details.toPlainText()
    dialog.copy_all.click()
    assert copied()[0]["readings"] == []


def test_the_chosen_or_all_are_copied_as_lines_of_json(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, IMEI)
    come(dialog, history, replace(KEYS, text="a\u202e\x1d"), None)
    dialog.copy_chosen.click()
    [entry] = copied()
    assert entry["received"] == "001010012345672<CR>"
    assert (entry["gap_mean_ms"], entry["gap_max_ms"], entry["gaps_ms"]) == (3.0, 6.0, [1.0, 2.0, 6.0])
    assert entry["readings"] == [
        {
            "kind": "imei",
            "value": "001010012345672",
            "rule": "15 digits with the right check digit",
            "certain": True,
        }
    ]
    assert (entry["verdict"], entry["title"]) == ("added", "Added")
    dialog.copy_all.click()
    assert [entry["understood"] for entry in copied()] == ["a<U+202E><GS>", "001010012345672"]
    assert QGuiApplication.clipboard().text().isascii()
    assert "2" in dialog.copied.text()


def test_it_can_be_used_without_a_mouse(dialog: InspectorDialog, history: ScanHistory) -> None:
    come(dialog, history, IMEI)
    come(dialog, history, KEYS, None)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)
    assert "WTD/A" in dialog.details.toPlainText()
    for widget in (dialog.table, dialog.details, dialog.copy_chosen, dialog.copy_all, dialog.shut):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(dialog.details, Qt.Key.Key_Tab)  # does not write a tab, and leaves
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_answer_has_room_and_is_whole_in_its_tip(dialog: InspectorDialog, history: ScanHistory) -> None:
    taken = Verdict(VerdictKind.DUPLICATE, text("Already in another batch"), text("Number 1"), "")
    come(dialog, history, IMEI, taken)
    index = dialog.model.index(0, 4)
    assert "Already in another batch" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert dialog.table.sizeHintForIndex(index).width() <= dialog.table.columnWidth(4)
    dialog.table.horizontalHeader().resizeSection(4, 320)
    come(dialog, history, IMEI, taken)
    assert dialog.table.columnWidth(4) == 320
