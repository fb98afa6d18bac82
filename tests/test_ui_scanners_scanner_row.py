"""A scanner's row says what it is, how it stands and what to do, in words and not by colour alone."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.scanning.scanner_ports import Light, PortInfo, ScannerState
from ztdesk.ui.batches.moments import shown_time
from ztdesk.ui.scanners.scanner_row import ScannerRow
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import Tone

NOW = 1_800_000_000.0
INFO = PortInfo("COM4", "Zebra", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "1D2F")


@pytest.fixture
def row(qapp: QApplication, qtbot: QtBot) -> ScannerRow:
    row = ScannerRow(Theme(Mode.LIGHT), "COM4")
    qtbot.addWidget(row)
    return row


def state(light: Light, last_seen: float | None = None) -> ScannerState:
    return ScannerState("Zebra COM4", "COM4", light, text("What to do."), last_seen)


def test_a_port_that_is_not_heard_says_only_what_it_is(row: ScannerRow) -> None:
    row.show_scanner(INFO, None, NOW)
    assert row.name.text() == "Zebra COM4"
    assert row.detail.text() == "Zebra · Symbol Bar Code Scanner · 05E0:1701 · 1D2F"
    assert row.pill.isHidden()
    assert row.hint.isHidden()
    assert row.seen.isHidden()


def test_a_port_of_which_nothing_is_known_has_its_name(row: ScannerRow) -> None:
    row.show_scanner(PortInfo("COM4"), None, NOW)
    assert row.name.text() == "COM4"
    assert row.detail.isHidden()


@pytest.mark.parametrize("light", list(Light))
def test_each_light_has_a_word_of_its_own_and_what_to_do(row: ScannerRow, light: Light) -> None:
    row.show_scanner(INFO, state(light), NOW)
    assert not row.pill.isHidden()
    assert row.hint.text() == ("" if light is Light.READY else "What to do.")
    assert row.tick.accessibleDescription() == row.hint.text()
    others = set()
    for other in set(Light) - {light}:
        row.show_scanner(INFO, state(other), NOW)
        others.add(row.pill.text())
    row.show_scanner(INFO, state(light), NOW)
    assert row.pill.text() not in others


def test_only_a_scanner_that_is_ready_is_green(row: ScannerRow) -> None:
    green = []
    for light in Light:
        row.show_scanner(INFO, state(light), NOW)
        if row.pill.tone() is Tone.OK:
            green.append(light)
    assert green == [Light.READY]


def test_it_says_when_it_was_last_heard(row: ScannerRow) -> None:
    row.show_scanner(INFO, state(Light.READY, NOW - 60), NOW)
    assert shown_time(NOW - 60, NOW) in row.seen.text()
    row.show_scanner(INFO, state(Light.READY), NOW)
    assert row.seen.isHidden()


def test_what_a_device_says_of_itself_is_shown_as_plain_text(row: ScannerRow) -> None:
    odd = PortInfo("COM4", "<b>A</b>", "B\x1b[0m\u202e", 0x1234, 1)
    row.show_scanner(odd, None, NOW)
    assert "<b>A</b>" in row.detail.text()
    assert row.detail.text().isprintable()
    assert row.name.text().isprintable()


def test_a_tick_that_is_decided_elsewhere_says_so(row: ScannerRow) -> None:
    row.show_choice(ticked=True, settable=False)
    assert row.tick.isChecked()
    assert not row.tick.isEnabled()
    assert "any known scanner" in row.tick.toolTip()
    row.show_choice(ticked=False, settable=True)
    assert row.tick.toolTip() == ""
