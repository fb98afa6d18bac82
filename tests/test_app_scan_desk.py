"""Every scanner's scans reach the station with their name, or whoever has asked for them; a dialog hides no verdict."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.app.scan_desk import ScanDesk
from ztdesk.app.scanner_desk import ScannerDesk
from ztdesk.background.task import Tasks
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.scanning.listening import Listening
from ztdesk.scanning.scanner_ports import Light, ScannerState
from ztdesk.scanning.strokes import KEYBOARD, Scan
from ztdesk.scanning.teaching import CODES
from ztdesk.services import Services, open_services
from ztdesk.settings import Settings
from ztdesk.ui.parts.verdict_strip import VerdictStrip
from ztdesk.ui.readiness import Readiness
from ztdesk.ui.theme import Mode, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks
IMEI = "001010012345672"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(DataFolder(tmp_path), Settings())
    yield services
    services.close()


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, services: Services) -> Iterator[ScanDesk]:
    desk = ScanDesk(
        qapp, Theme(Mode.LIGHT), services, Tasks(lambda: nullcontext(services)), lambda _verdict: None, qapp
    )
    qtbot.addWidget(desk.page)
    desk.page.show()
    services.desk.open(BatchDraft("1700000042", "ACME", "PO-1"))
    desk.page.resume()
    yield desk
    desk.stop()
    desk.listening.listening_changed.disconnect()  # the page goes before the desk does
    desk.setParent(None)


@pytest.fixture
def scanner_desk(desk: ScanDesk) -> ScannerDesk:
    return ScannerDesk(Theme(Mode.LIGHT), desk.page, desk)


def come(desk: ScanDesk, scan: Scan) -> Verdict | None:
    """A scan as the scanners give it; its verdict."""
    judged: list[Verdict | None] = []
    desk.judged.connect(lambda _scan, verdict: judged.append(verdict))
    desk.scanners.scanned.emit(scan)
    return judged[-1]


def total(desk: ScanDesk) -> int:
    batch = desk.station.batch
    assert batch is not None
    return batch.total


def test_every_scan_is_judged_and_kept_with_its_scanner(desk: ScanDesk, services: Services) -> None:
    verdict = come(desk, Scan(IMEI, IMEI + "\r", "Zebra COM4"))
    assert verdict is not None
    assert verdict.kind is VerdictKind.ADDED
    [heard] = desk.history.newest_first()
    assert (heard.scan.scanner, heard.verdict) == ("Zebra COM4", verdict)
    with services.database.connection as connection:
        scanners = [row[0] for row in connection.execute("SELECT scanner FROM journal WHERE scanner <> ''")]
    assert scanners == ["Zebra COM4"]


@pytest.mark.parametrize("scanner", [KEYBOARD, "Zebra COM4"])
def test_what_was_cut_off_is_refused_from_every_scanner(desk: ScanDesk, scanner: str) -> None:
    verdict = come(desk, Scan(IMEI, IMEI, scanner, truncated=True))
    assert verdict is not None
    assert (verdict.kind, total(desk)) == (VerdictKind.REFUSED, 0)


def test_a_serial_scanner_that_is_ready_is_heard_without_the_window(
    desk: ScanDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Listening, "is_listening", property(lambda _self: False))
    said: list[Readiness] = []
    desk.readiness_changed.connect(said.append)
    told: list[object] = []
    desk.states_changed.connect(told.append)
    ready = (ScannerState("Zebra COM4", "COM4", Light.READY, text("Ready to scan.")),)
    absent = (ScannerState("Zebra COM4", "COM4", Light.ABSENT, text("Not connected.")),)
    desk.tell()
    for states in (ready, ready, absent):
        desk.scanners.states_changed.emit(states)
    assert said == [Readiness.NOT_LISTENING, Readiness.SERIAL_ONLY, Readiness.NOT_LISTENING]
    assert told == [ready, ready, absent]


def test_while_a_scanner_is_taught_no_scan_reaches_the_station(desk: ScanDesk, scanner_desk: ScannerDesk) -> None:
    dialog = scanner_desk.open_teaching(desk.page)
    assert come(desk, Scan(IMEI, IMEI + "\r", "Zebra COM4")) is None
    assert total(desk) == 0
    for code in CODES:
        come(desk, Scan(code.said, f"@{code.said}\r", "Zebra COM4"))
    assert dialog.is_complete
    dialog.save.click()
    profile = desk.scanners._profile_of("Zebra COM4")
    assert (profile.prefix, profile.taught) == ("@", True)
    come(desk, Scan(IMEI, IMEI + "\r", "Zebra COM4"))
    assert total(desk) == 1
    assert [heard.verdict is None for heard in desk.history.newest_first()] == [False, True, True, True, True]


def test_closing_the_teaching_gives_the_scans_back(desk: ScanDesk, scanner_desk: ScannerDesk) -> None:
    first = scanner_desk.open_teaching(desk.page)
    first.reject()
    scanner_desk.open_teaching(desk.page)
    delete(first)  # late: the second one has the scans by now
    assert come(desk, Scan(IMEI, IMEI)) is None
    scanner_desk.open_teaching(desk.page).reject()
    come(desk, Scan(IMEI, IMEI))
    assert total(desk) == 1


def test_scans_go_to_the_station_again_when_the_window_below_the_teaching_is_gone(
    desk: ScanDesk, scanner_desk: ScannerDesk
) -> None:
    below = QDialog(desk.page)
    scanner_desk.open_teaching(below)
    delete(below)
    come(desk, Scan(IMEI, IMEI))
    assert total(desk) == 1


def test_the_keyboard_scanner_is_taught_by_its_three_codes(desk: ScanDesk, scanner_desk: ScannerDesk) -> None:
    dialog = scanner_desk.open_teaching(desk.page)
    for code in CODES:
        said = f"@{code.said}"
        come(desk, Scan(said, said + "\r", typed=said))
    dialog.save.click()
    assert desk.keyboard.profile.prefix == "@"


def test_the_inspector_follows_the_scans_and_is_open_once(desk: ScanDesk, scanner_desk: ScannerDesk) -> None:
    come(desk, Scan("1", "1"))
    dialog = scanner_desk.open_inspector()
    assert scanner_desk.open_inspector() is dialog
    assert dialog.model.rowCount() == 1
    come(desk, Scan(IMEI, IMEI))
    assert dialog.model.rowCount() == 2
    strip = dialog.findChild(VerdictStrip)
    assert strip is not None
    assert "Added" in strip.accessibleName()
    dialog.accept()
    assert scanner_desk.open_inspector() is not dialog


def test_the_inspector_opens_with_its_columns_as_they_were_left(desk: ScanDesk, scanner_desk: ScannerDesk) -> None:
    first = scanner_desk.open_inspector()
    first.table.horizontalHeader().resizeSection(1, 222)
    first.accept()
    again = scanner_desk.open_inspector()
    assert again is not first
    assert again.table.columnWidth(1) == 222
    again.accept()


def test_a_scan_that_is_refused_for_an_open_question_is_answered_in_it_and_forgotten_after(desk: ScanDesk) -> None:
    desk.page.commands.choose_batch()
    dialog = desk.page.commands.dialog
    assert dialog is not None
    come(desk, Scan(IMEI, IMEI))
    strip = dialog.findChild(VerdictStrip)
    assert strip is not None
    assert "Close the open window" in strip.accessibleName()
    dialog.reject()
    assert desk.page.panel.face.title == "READY TO SCAN"


def test_what_is_scanned_over_a_file_dialog_is_added_and_seen(desk: ScanDesk) -> None:
    printing = QDialog(desk.page)
    QVBoxLayout(printing)
    printing.open()
    file = QFileDialog(printing)
    file.open()
    verdict = come(desk, Scan(IMEI, IMEI))
    assert verdict is not None
    assert (verdict.kind, total(desk)) == (VerdictKind.ADDED, 1)
    floating = desk._dialogs.floating
    assert floating is not None
    assert floating.isVisible()
    assert "Added" in floating.accessibleName()
    file.reject()
    assert desk._dialogs.floating is None
    printing.reject()


def test_what_is_scanned_over_the_note_file_is_refused_and_seen(desk: ScanDesk) -> None:
    desk.page.commands.show_note()
    dialog = desk.page.commands.dialog
    assert dialog is not None
    file = QFileDialog(dialog)
    file.open()
    verdict = come(desk, Scan(IMEI, IMEI))
    assert verdict is not None
    assert (verdict.kind, total(desk)) == (VerdictKind.REFUSED, 0)
    floating = desk._dialogs.floating
    assert floating is not None
    assert "Close the open window first" in floating.accessibleName()
    file.reject()
    dialog.reject()


def test_a_verdict_that_is_over_leaves_an_open_dialog(desk: ScanDesk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.page)
    QVBoxLayout(dialog)
    dialog.open()
    desk.page.intake.set_hold(on_hold=True)
    come(desk, Scan(IMEI, IMEI))
    strip = dialog.findChild(VerdictStrip)
    assert strip is not None
    assert strip.isVisible()
    desk.page.intake.set_hold(on_hold=False)
    assert not strip.isVisible()
    dialog.close()


@NEEDS_PSEUDO_TERMINALS
def test_keyboard_and_serial_scanners_are_one_stream(desk: ScanDesk, qtbot: QtBot, tmp_path: Path) -> None:
    scanner = PseudoScanner(tmp_path / "COM4")
    try:
        desk.start(Settings(serial_ports=(scanner.device,)))
        qtbot.waitUntil(lambda: desk._has_serial)
        desk.keyboard.capture.scanned.emit(Scan("001010999999990", "001010999999990\r"))
        scanner.send(IMEI.encode() + b"\r\n")
        qtbot.waitUntil(lambda: len(desk.history.newest_first()) == 2)
        assert [heard.scan.scanner == KEYBOARD for heard in desk.history.newest_first()] == [False, True]
        assert total(desk) >= 1
    finally:
        scanner.unplug()


def test_a_question_is_never_shown_as_ready(desk: ScanDesk) -> None:
    told: list[Readiness] = []
    desk.readiness_changed.connect(told.append)
    ready = (ScannerState("Zebra COM4", "COM4", Light.READY, text("Ready to scan.")),)
    desk.scanners.states_changed.emit(ready)  # heard whoever has the keyboard
    calm = {Readiness.READY, Readiness.SERIAL_ONLY}
    acknowledged, queue = (encode(Command(verb)) for verb in (Verb.ACK, Verb.QUEUE))
    come(desk, Scan(IMEI[:14], IMEI[:14], "Zebra COM4"))
    come(desk, Scan(acknowledged, acknowledged, "Zebra COM4"))
    assert total(desk) == 1
    assert [state for state in told if state not in calm] == [Readiness.ASKED]
    assert told[-1] in calm
    told.clear()
    quantity = encode(Command(Verb.QTY, "3"))
    for card in (quantity, queue, acknowledged):
        come(desk, Scan(card, card, "Zebra COM4"))
    assert [state for state in told if state not in calm] == [Readiness.BUSY]
    assert told[-1] in calm
