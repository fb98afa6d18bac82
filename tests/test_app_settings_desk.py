"""What is changed in the settings is on disk before it counts, and a file that cannot be written is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.app.settings_desk import SettingsDesk
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text
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
    dialog = desk.open(lambda: Settings(in_flight=7))
    dialog.station_name.setText(" Bench 3 ")
    with qtbot.waitSignal(desk.changed) as told:
        dialog.save.click()
    assert told.args is not None
    [settings] = told.args
    assert (settings.station_name, settings.in_flight) == ("Bench 3", 7)
    assert load_settings(DataFolder(tmp_path).settings_file).station_name == "Bench 3"


def test_an_account_that_cannot_work_is_said_in_the_dialog(window: MainWindow, tmp_path: Path) -> None:
    dialog = desk_on(tmp_path, window).open(Settings)
    dialog.partner_id.setText("ACME")
    dialog.save.click()
    assert dialog.isVisible()
    assert "ACME" in dialog.trouble.text()
    assert not DataFolder(tmp_path).settings_file.exists()
    dialog.reject()


def test_a_file_that_was_broken_meanwhile_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_on(tmp_path, window)
    dialog = desk.open(Settings)
    DataFolder(tmp_path).settings_file.write_text("[station\nname = ", encoding="utf-8")
    with qtbot.assertNotEmitted(desk.changed):
        dialog.save.click()
    assert window.trouble.isVisible()
    assert "Settings cannot be read" in window.trouble.accessibleName()


def test_what_was_set_while_the_dialog_was_open_is_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    current = Settings()
    desk = desk_on(tmp_path, window)
    dialog = desk.open(lambda: current)
    current = Settings(in_flight=9)
    with qtbot.waitSignal(desk.changed) as told:
        dialog.save.click()
    assert told.args is not None
    assert told.args[0].in_flight == 9


def test_trouble_leaves_the_way_out_of_a_refused_sign_in(window: MainWindow, qtbot: QtBot) -> None:
    window.show_connection(Connection(Link.SIGNED_OUT, text("Sign-in refused"), text("Check the key file.")))
    window.show_trouble("Settings cannot be written", "The disk is full.")
    with qtbot.waitSignal(window.try_again):
        window.banner.button.click()
    window.trouble.button.click()
    assert not window.trouble.isVisible()
