"""The list of scanners shows ports, choice and state as one, stays where it is, and tells only what a person chose."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.scanning.scanner_ports import Light, PortInfo, ScannerState
from ztdesk.ui.scanners.scanner_list import ScannerList
from ztdesk.ui.scanners.scanner_row import ScannerRow
from ztdesk.ui.theme import Mode, Theme

NOW = 1_800_000_000.0
ZEBRA = PortInfo("COM10", "Zebra", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "1D2F")
ARDUINO = PortInfo("COM2", "Arduino LLC", "Uno", 0x2341, 0x0043, "9")
HONEYWELL = PortInfo("/dev/ttyACM0", "Honeywell", "Xenon", 0x0C2E, 0x0B61)
READY = ScannerState("Zebra COM10", "COM10", Light.READY, text("Ready to scan."), NOW)


@pytest.fixture
def scanners(qapp: QApplication, qtbot: QtBot) -> ScannerList:
    scanners = ScannerList(Theme(Mode.LIGHT), lambda: NOW)
    qtbot.addWidget(scanners)
    return scanners


def names(scanners: ScannerList) -> list[str]:
    return [row.name.text() for row in scanners.rows]


def ticked(scanners: ScannerList) -> list[str]:
    return [row.name.text() for row in scanners.rows if row.tick.isChecked()]


def row_of(scanners: ScannerList, name: str) -> ScannerRow:
    [row] = [row for row in scanners.rows if row.name.text() == name]
    return row


def test_without_a_port_it_says_what_to_do(scanners: ScannerList) -> None:
    assert not scanners.empty.isHidden()
    assert "keyboard mode" in scanners.empty.text()
    scanners.show_ports([ZEBRA])
    assert scanners.empty.isHidden()
    scanners.show_ports([])
    assert not scanners.empty.isHidden()


def test_scanners_come_first_and_rows_stay_where_they_are(scanners: ScannerList) -> None:
    scanners.show_ports([PortInfo("COM11"), ARDUINO, PortInfo("COM9"), ZEBRA])
    assert names(scanners) == ["Zebra COM10", "Uno COM2", "COM9", "COM11"]
    scanners.show_ports([HONEYWELL, ZEBRA, ARDUINO])
    assert names(scanners) == ["Zebra COM10", "Uno COM2", "Honeywell ttyACM0"]


def test_a_port_its_state_and_its_setting_are_one_row(scanners: ScannerList) -> None:
    scanners.show_ports([ZEBRA])
    scanners.show_states([READY])
    scanners.choose(["COM10"])
    assert names(scanners) == ["Zebra COM10"]
    assert ticked(scanners) == ["Zebra COM10"]


def test_a_scanner_that_is_chosen_is_shown_though_it_is_not_there(scanners: ScannerList) -> None:
    scanners.choose(["/dev/ttyACM0"])
    assert names(scanners) == ["ttyACM0"]
    assert scanners.rows[0].device == "/dev/ttyACM0"


def test_choosing_one_and_another_is_told_with_their_devices(scanners: ScannerList, qtbot: QtBot) -> None:
    scanners.show_ports([ZEBRA, HONEYWELL])
    told: list[tuple[str, ...]] = []
    scanners.chosen_changed.connect(told.append)
    for name in ("Zebra COM10", "Honeywell ttyACM0", "Zebra COM10"):
        row_of(scanners, name).tick.click()
    assert told == [("COM10",), ("COM10", "/dev/ttyACM0"), ("/dev/ttyACM0",)]
    assert scanners.chosen() == ("/dev/ttyACM0",)
    assert ticked(scanners) == ["Honeywell ttyACM0"]


def test_any_known_scanner_ticks_the_known_and_leaves_the_others_to_be_chosen(scanners: ScannerList) -> None:
    scanners.show_ports([ZEBRA, ARDUINO])
    told: list[tuple[str, ...]] = []
    scanners.chosen_changed.connect(told.append)
    scanners.any_known.click()
    assert ticked(scanners) == ["Zebra COM10"]
    assert not row_of(scanners, "Zebra COM10").tick.isEnabled()
    row_of(scanners, "Uno COM2").tick.click()
    scanners.any_known.click()
    assert told == [("auto",), ("auto", "COM2"), ("COM2",)]
    assert row_of(scanners, "Zebra COM10").tick.isEnabled()


def test_what_the_program_shows_is_not_told_as_a_choice(scanners: ScannerList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scanners.chosen_changed):
        scanners.choose(["auto", "COM2"])
        scanners.show_ports([ZEBRA, ARDUINO])
        scanners.show_states([READY])
    assert scanners.any_known.isChecked()
    assert scanners.chosen() == ("auto", "COM2")
