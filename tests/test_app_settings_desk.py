"""What is changed in the settings is on disk before it counts, and a file that cannot be written is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.app.settings_desk import SettingsDesk
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings, load_settings
from ztdesk.ui.feedback import Sounds
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.theme import Mode, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = MainWindow(Theme(Mode.LIGHT), practice=False)
    qtbot.addWidget(window)
    window.show()
    return window


def desk_on(folder: Path, window: MainWindow) -> SettingsDesk:
    return SettingsDesk(DataFolder(folder), Theme(Mode.LIGHT), window, Sounds(), practice=False)


def test_saved_settings_are_on_disk_and_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_on(tmp_path, window)
    dialog = desk.open(Settings(in_flight=7))
    dialog.station_name.setText(" Bench 3 ")
    with qtbot.waitSignal(desk.changed) as told:
        dialog.save.click()
    assert told.args is not None
    [settings] = told.args
    assert (settings.station_name, settings.in_flight) == ("Bench 3", 7)
    assert load_settings(DataFolder(tmp_path).settings_file).station_name == "Bench 3"


def test_an_account_that_cannot_work_is_said_in_the_dialog(window: MainWindow, tmp_path: Path) -> None:
    dialog = desk_on(tmp_path, window).open(Settings())
    dialog.partner_id.setText("ACME")
    dialog.save.click()
    assert dialog.isVisible()
    assert "ACME" in dialog.trouble.text()
    assert not DataFolder(tmp_path).settings_file.exists()
    dialog.reject()


def test_a_file_that_was_broken_meanwhile_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_on(tmp_path, window)
    dialog = desk.open(Settings())
    DataFolder(tmp_path).settings_file.write_text("[station\nname = ", encoding="utf-8")
    with qtbot.assertNotEmitted(desk.changed):
        dialog.save.click()
    assert window.banner.isVisible()
    assert "Settings cannot be read" in window.banner.accessibleName()
