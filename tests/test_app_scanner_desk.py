"""In the whole window: the key of the inspector, what stands at the foot, and verdicts over open settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.app.desktop import Desktop
from ztdesk.domain.batch import BatchDraft
from ztdesk.paths import DataFolder
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
