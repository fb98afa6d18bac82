"""The settings fit a small screen on every page, and every control is reached by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text
from ztdesk.scanning.scanner_ports import PortInfo
from ztdesk.ui.inspector.dialog import InspectorDialog
from ztdesk.ui.settings.dialog import SettingsDialog
from ztdesk.ui.settings.form import SettingsForm
from ztdesk.ui.theme import Mode, Theme

SMALL = QSize(874, 433)
PORTS = tuple(
    PortInfo(f"COM{number}", "Symbol", "Bar Code Scanner", 0x05E0, 0x1701, f"S{number}") for number in range(9)
)
FORM = SettingsForm("1100000001", "key.json", "https://x", "Bench 3", "Ana", 20.0, serial_ports=("COM4",))
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[SettingsDialog]:
    def check(form: SettingsForm) -> str:
        if form.partner_id == "bad":
            raise UsageError(text("Partner id cannot be used"), text("It is bad."))
        return ""

    dialog = SettingsDialog(theme, FORM, practice=False, check=check, clock=lambda: 0.0)
    dialog.scanners.show_ports(PORTS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def fits(dialog: QDialog) -> bool:
    least = dialog.minimumSizeHint()
    return least.width() <= SMALL.width() and least.height() <= SMALL.height()


@pytest.mark.parametrize("page", range(3))
def test_every_page_fits_a_small_screen_with_its_buttons(dialog: SettingsDialog, qtbot: QtBot, page: int) -> None:
    dialog.tabs.setCurrentIndex(page)
    assert fits(dialog)
    dialog.resize(SMALL)
    qtbot.waitUntil(lambda: dialog.size() == SMALL)
    for button in (dialog.cancel, dialog.save):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_the_inspector_fits_a_small_screen(qtbot: QtBot, theme: Theme) -> None:
    dialog = InspectorDialog(theme, lambda: ())
    qtbot.addWidget(dialog)
    assert fits(dialog)


def test_every_control_of_a_page_is_reached_by_tab(dialog: SettingsDialog) -> None:
    dialog.tabs.setCurrentIndex(2)
    dialog.tabs.setFocus()
    reached: list[QWidget | None] = []
    while QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    page = dialog.scanners
    ticks = [tick for tick in page.findChildren(QCheckBox) if tick.isEnabled()]
    assert len(ticks) == len(PORTS) + 1
    for control in (page.teach, page.inspect, *ticks, page.line.suffix, page.line.stop_bits, dialog.save):
        assert control in reached


def test_what_is_shown_is_given_back(dialog: SettingsDialog) -> None:
    assert dialog.form() == FORM


def test_what_is_wrong_is_said_on_the_page_where_it_is(dialog: SettingsDialog) -> None:
    dialog.station.partner_id.setText("bad")
    dialog.tabs.setCurrentIndex(2)
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.tabs.currentIndex() == dialog.pages.currentIndex() == 0
    assert "It is bad." in dialog.trouble.text()


def test_the_keys_that_turn_pages_turn_these(dialog: SettingsDialog) -> None:
    turns = [(Qt.Key.Key_Tab, False)] * 3 + [(Qt.Key.Key_Backtab, True)]
    seen = []
    for key, back in turns:
        shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier | shift)
        seen.append(dialog.pages.currentIndex())
    assert seen == [1, 2, 0, 2]


@pytest.mark.parametrize(("reduced", "window"), [(True, False), (False, False), (False, True)])
def test_what_flashes_is_one_choice(theme: Theme, qtbot: QtBot, reduced: bool, window: bool) -> None:
    form = SettingsForm(reduced_motion=reduced, flash_window=window)
    dialog = SettingsDialog(theme, form, practice=True, check=lambda _form: "", clock=lambda: 0.0)
    qtbot.addWidget(dialog)
    given = dialog.form()
    assert (given.reduced_motion, given.flash_window) == (reduced, window)


def test_no_field_of_the_serial_line_is_narrower_than_its_words(dialog: SettingsDialog) -> None:
    dialog.tabs.setCurrentIndex(2)
    line = dialog.scanners.line
    for box in (line.suffix, line.baud_rate, line.parity, line.byte_size, line.stop_bits):
        assert box.width() >= box.sizeHint().width()
