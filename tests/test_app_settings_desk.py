"""What is changed in the settings is on disk before it counts, and a file that cannot be written is said."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.app.scan_desk import ScanDesk
from ztdesk.app.scanner_desk import ScannerDesk
from ztdesk.app.senses import Senses
from ztdesk.app.settings_desk import SettingsDesk
from ztdesk.background.task import Tasks
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.scanning.scanner_ports import ScannerState
from ztdesk.services import open_services
from ztdesk.settings import Settings, load_settings
from ztdesk.ui.feedback import Sound
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.settings.dialog import SettingsDialog
from ztdesk.ui.settings.form import SettingsForm
from ztdesk.ui.theme import Mode, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = MainWindow(Theme(Mode.LIGHT), practice=False)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def scan_desk(qapp: QApplication, window: MainWindow, tmp_path: Path) -> Iterator[ScanDesk]:
    services = open_services(DataFolder(tmp_path / "scans"), Settings())
    desk = ScanDesk(
        qapp, Theme(Mode.LIGHT), services, Tasks(lambda: nullcontext(services)), lambda _verdict: None, window
    )
    window.add_page("Scan", desk.page)
    yield desk
    desk.stop()
    services.close()


@pytest.fixture
def desk(window: MainWindow, scan_desk: ScanDesk, tmp_path: Path) -> SettingsDesk:
    theme = Theme(Mode.LIGHT)
    senses = Senses(theme, window, Settings(), parent=window)
    return SettingsDesk(
        DataFolder(tmp_path), theme, window, senses, ScannerDesk(theme, window, scan_desk), practice=False
    )


def test_saved_settings_are_on_disk_and_told(
    desk: SettingsDesk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = desk.open(lambda: Settings(in_flight=7))
    dialog.station.station_name.setText(" Bench 3 ")
    with qtbot.waitSignal(desk.changed) as told:
        dialog.save.click()
    assert told.args is not None
    [settings] = told.args
    assert (settings.station_name, settings.in_flight) == ("Bench 3", 7)
    assert load_settings(DataFolder(tmp_path).settings_file).station_name == "Bench 3"


def test_an_account_that_cannot_work_is_said_in_the_dialog(desk: SettingsDesk, tmp_path: Path) -> None:
    dialog = desk.open(Settings)
    dialog.station.partner_id.setText("ACME")
    dialog.save.click()
    assert dialog.isVisible()
    assert "ACME" in dialog.trouble.text()
    assert not DataFolder(tmp_path).settings_file.exists()
    dialog.reject()


def test_a_file_that_was_broken_meanwhile_is_said(
    desk: SettingsDesk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = desk.open(Settings)
    DataFolder(tmp_path).settings_file.write_text("[station\nname = ", encoding="utf-8")
    with qtbot.assertNotEmitted(desk.changed):
        dialog.save.click()
    assert window.trouble.isVisible()
    assert "Settings cannot be read" in window.trouble.accessibleName()


def test_what_was_set_while_the_dialog_was_open_is_kept(desk: SettingsDesk, qtbot: QtBot, tmp_path: Path) -> None:
    current = Settings()
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


def test_senses_scanners_and_the_pause_are_kept(desk: SettingsDesk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = desk.open(lambda: Settings(confirm_after_min=7.5))
    assert dialog.station.confirm_after.currentData() == 7.5
    dialog.station.confirm_after.setCurrentIndex(0)
    dialog.senses.flash.setCurrentIndex(2)
    dialog.senses.speak_digits.setChecked(True)
    dialog.scanners.list.choose(("COM4", "auto"))
    dialog.scanners.line.baud_rate.setCurrentText("115200")
    with qtbot.waitSignal(desk.changed):
        dialog.save.click()
    kept = load_settings(DataFolder(tmp_path).settings_file)
    assert (kept.confirm_after_min, kept.flash_window, kept.speak_digits) == (0, True, True)
    assert (kept.serial_ports, kept.baud_rate, kept.suffix) == (("COM4", "auto"), 115_200, "auto")


def test_a_chosen_scanner_is_heard_at_once_and_not_after_cancelling(
    desk: SettingsDesk, scan_desk: ScanDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    scan_desk.start(Settings())
    states: list[tuple[ScannerState, ...]] = []
    scan_desk.states_changed.connect(states.append)
    dialog = desk.open(Settings)
    dialog.scanners.list.choose((str(tmp_path / "nowhere"),))
    dialog.scanners.changed.emit()
    qtbot.waitUntil(lambda: bool(states) and [state.port for state in states[-1]] == [str(tmp_path / "nowhere")])
    qtbot.waitUntil(lambda: bool(dialog.scanners.list.rows))
    dialog.reject()
    qtbot.waitUntil(lambda: states[-1] == ())


def test_every_sound_is_played_in_turn_and_named(desk: SettingsDesk, qtbot: QtBot) -> None:
    dialog = desk.open(Settings)
    page = dialog.senses
    page._next.setInterval(1)
    heard: list[tuple[Sound, str, float]] = []
    page.sound_wanted.connect(lambda sound, volume: heard.append((sound, page.heard.text(), volume)))
    page.volume.setValue(30)
    page.try_sounds.click()
    qtbot.waitUntil(lambda: len(heard) == len(Sound) and page.heard.text() == "")
    assert [sound for sound, _name, _volume in heard] == list(Sound)
    assert len({name for _sound, name, _volume in heard}) == len(Sound)
    assert {volume for _sound, _name, volume in heard} == {0.3}
    page.try_sounds.click()
    dialog.reject()
    assert not page._next.isActive()


def test_a_pc_that_cannot_sound_or_speak_says_so(window: MainWindow) -> None:
    dialog = SettingsDialog(
        Theme(),
        SettingsForm(reduced_motion=True),
        practice=True,
        check=lambda _form: "",
        clock=lambda: 0.0,
        can_sound=False,
        can_speak=False,
        parent=window,
    )
    assert "no audio output" in dialog.senses.heard.text()
    assert not dialog.senses.speak_digits.isEnabled()
    assert (dialog.senses.reduced_motion, dialog.senses.flash_window) == (True, False)
