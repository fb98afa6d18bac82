"""In the whole window: the key of the inspector, what stands at the foot, and verdicts over open settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.app.desktop import Desktop
from ztdesk.domain.batch import BatchDraft
from ztdesk.paths import DataFolder
from ztdesk.scanning.teaching import CODES
from ztdesk.settings import Settings
from ztdesk.ui.inspector.dialog import InspectorDialog
from ztdesk.ui.parts.verdict_strip import VerdictStrip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PseudoScanner]:
    scanner = PseudoScanner(tmp_path / "COM4")
    yield scanner
    scanner.unplug()


def running(qapp: QApplication, qtbot: QtBot, folder: Path, settings: Settings) -> Desktop:
    desktop = Desktop(qapp, DataFolder(folder / "data"), practice=False, settings=settings)
    desktop.start()
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is desktop.window)
    return desktop


def end(desktop: Desktop) -> None:
    desktop.stop()
    desktop.window.deleteLater()
    desktop.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_inspector_opens_by_its_keys(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = running(qapp, qtbot, tmp_path, Settings())
    try:
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(desktop.window.windowHandle(), Qt.Key.Key_I, keys)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), InspectorDialog))
    finally:
        end(desktop)


def test_the_inspector_opens_by_its_keys_over_the_settings(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = running(qapp, qtbot, tmp_path, Settings())
    try:
        settings = desktop.settings_desk.open(lambda: desktop.settings)
        settings.activateWindow()
        qtbot.waitUntil(settings.isActiveWindow)
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(settings.windowHandle(), Qt.Key.Key_I, keys)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), InspectorDialog))
    finally:
        end(desktop)


def type_code(desktop: Desktop, window: QWidget, code: str, now_ms: list[float], gap_ms: float) -> None:
    """As a keyboard scanner, so many milliseconds from key to key on the capture's clock."""
    desktop.capture._time.at_ms = lambda timestamp_ms, *, in_burst: now_ms[0]  # type: ignore[method-assign]
    desktop.capture._time.now_ms = lambda: now_ms[0]  # type: ignore[method-assign]
    for char in code:
        now_ms[0] += gap_ms
        QTest.keyClick(window.windowHandle(), ord(char))
    now_ms[0] += gap_ms
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    now_ms[0] += 5000


@pytest.mark.parametrize("gap_ms", [39, 60, 120])
def test_teaching_hears_slow_scanners_and_keeps_nothing_unless_saved(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, gap_ms: float
) -> None:
    desktop = running(qapp, qtbot, tmp_path, Settings())
    now_ms = [desktop.capture._time.now_ms() + 5000]
    scanner = desktop.scan_desk.keyboard
    said: list[str] = []
    scanner.slower_learned.connect(lambda: said.append("learned"))
    try:
        for saves in (False, True):
            dialog = desktop.scanner_desk.open_teaching(desktop.window)
            qtbot.waitUntil(dialog.isActiveWindow)
            for code in CODES:
                type_code(desktop, dialog, code.said.replace("\x1d", ""), now_ms, gap_ms)
            assert dialog.is_complete
            assert len(desktop.scan_desk.history.newest_first()) == (6 if saves else 3)
            (dialog.save if saves else dialog.shut).click()
            assert scanner.profile.taught is saves
            assert scanner.profile.typical_gap_ms == pytest.approx(gap_ms if saves else 0)
            assert scanner.profile.suffix_seen is saves
            desktop.window.activateWindow()
            qtbot.waitUntil(lambda: qapp.activeWindow() is desktop.window)
        assert said == []
        type_code(desktop, desktop.window, "001010120000011", now_ms, gap_ms)
        assert desktop.scan_desk.history.newest_first()[0].scan.text == "001010120000011"
    finally:
        end(desktop)


@NEEDS_PSEUDO_TERMINALS
def test_a_serial_scan_is_answered_while_the_settings_hide_the_panel(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, scanner: PseudoScanner
) -> None:
    settings = Settings(station_name="Bench 3", serial_ports=(scanner.device,))
    desktop = running(qapp, qtbot, tmp_path, settings)
    try:
        foot = desktop.status_line.scanners
        assert foot.said().startswith("Bench 3 · scanner: ")
        qtbot.waitUntil(lambda: foot.said().endswith("/COM4"))
        desktop.services.desk.open(BatchDraft("1700000042", "ACME", "PO-1"))
        desktop.scan_page.resume()
        dialog = desktop.settings_desk.open(lambda: desktop.settings)
        qtbot.waitUntil(dialog.isVisible)
        scanner.send(b"001010012345672\r\n")
        qtbot.waitUntil(lambda: dialog.findChild(VerdictStrip) is not None)
        strip = dialog.findChild(VerdictStrip)
        assert strip is not None
        assert "Added" in strip.accessibleName()
        dialog.reject()
        scanner.unplug()
        qtbot.waitUntil(lambda: foot.said().endswith("/COM4, Not connected"))
    finally:
        end(desktop)


def test_an_inspector_that_went_with_the_dialog_below_it_is_opened_anew(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = running(qapp, qtbot, tmp_path, Settings())
    try:
        desk = desktop.scanner_desk
        teaching = desk.open_teaching(desktop.window)
        first = desk.open_inspector(teaching)
        assert desk.open_inspector(teaching) is first
        teaching.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        again = desk.open_inspector()
        assert again is not first
        assert again.isVisible()
        # The one closed before is deleted while the next is open.
        again.reject()
        third = desk.open_inspector()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert desk.open_inspector() is third
    finally:
        end(desktop)
