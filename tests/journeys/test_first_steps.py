"""The first minutes at a bench: Enter leads on from an empty page, a strange scanner is learned, missing customers told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.bench import bench, set_up
from tests.practice_service import RunningPractice, practice
from ztdesk.domain.connection import Link
from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.scanning.timing import Learned

__all__ = ["practice"]


def test_enter_alone_leads_to_the_customers_and_no_tab_has_the_keyboard(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with bench(qapp, qtbot, tmp_path) as station:
        assert qapp.focusWidget() is station.desktop.scan_page.start.first.button
        assert not station.desktop.window.tabs.hasFocus()
        station.key(Qt.Key.Key_Return)
        assert station.user.batch_dialog.isVisible()


def test_customers_wanted_without_an_account_are_told_of(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with bench(qapp, qtbot, tmp_path) as station:
        station.until(lambda: station.desktop.window.connection_pill.text() == "Not set up")
        station.key(Qt.Key.Key_Return)
        empty = station.user.batch_dialog.picker.empty
        empty.button.click()
        assert empty.accessibleName() == "Customers could not be fetched"
        assert "partner id" in empty.accessibleDescription()


def test_customers_wanted_while_the_service_is_gone_are_told_of_and_come_later(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice
) -> None:
    set_up(DataFolder(tmp_path), practice)
    practice.stop()
    with bench(qapp, qtbot, tmp_path) as station:
        station.until(lambda: station.desktop.window.connection_pill.text() == "Offline")
        station.key(Qt.Key.Key_Return)
        picker = station.user.batch_dialog.picker
        picker.empty.button.click()
        station.until(lambda: picker.empty.accessibleName() == "Customers could not be fetched")
        practice.restart()
        picker.empty.button.click()
        station.until(lambda: picker.has_customers)
        station.until(lambda: station.desktop.window.connection_pill.text() == Link.ONLINE.value.capitalize())


def test_a_slow_scanner_is_learned_said_and_known_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with bench(qapp, qtbot, tmp_path) as station:
        station.desktop.capture.learned.emit(Learned(suffix_seen=True))
        assert station.verdicts == []
        station.desktop.capture.learned.emit(Learned(suffix_seen=True, typical_gap_ms=57.0))
        assert station.verdicts == []
        station.desktop.capture.missed.emit()
        assert [verdict.kind for verdict in station.verdicts] == [VerdictKind.IGNORED]
        assert station.user.title == "Scanner learned"
    with bench(qapp, qtbot, tmp_path) as station:
        station.desktop.capture.learned.emit(Learned(suffix_seen=True, typical_gap_ms=57.0))
        assert station.verdicts == []
