"""The window's composition root: builds everything, wires signals, starts and stops; the only file that knows all."""

import logging
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from ztdesk.background.practice_process import PracticeAddress, PracticeProcess
from ztdesk.background.sync_worker import Session, SyncThread, Telling
from ztdesk.background.task import Job, Tasks
from ztdesk.domain.batch import BatchSummary, ShownState
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.label import Kind, read_label
from ztdesk.domain.text import Text, text
from ztdesk.domain.verdict import VerdictKind
from ztdesk.logbook import start_log
from ztdesk.paths import DataFolder, resource
from ztdesk.practice.control import PracticeControl
from ztdesk.practice.faults import FAULTS
from ztdesk.scanning.framing import Scan, WedgeFramer
from ztdesk.scanning.keyboard import WedgeCapture
from ztdesk.scanning.listening import Listening
from ztdesk.services import Services, open_services, opened
from ztdesk.settings import Settings, check_key_file, check_partner_id, load_settings, save_settings
from ztdesk.station.scan_station import ScanStation
from ztdesk.sync_session import SyncSession
from ztdesk.ui.batches.page import BatchesPage
from ztdesk.ui.crash import CrashReporter
from ztdesk.ui.feedback import SOUND_OF, Sound, Sounds
from ztdesk.ui.language import install_language
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.none_reference import keep_none_alive
from ztdesk.ui.practice_menu import PracticeMenu
from ztdesk.ui.scan.page import ScanPage
from ztdesk.ui.settings.dialog import SettingsDialog, SettingsForm
from ztdesk.ui.single_window import SingleWindow
from ztdesk.ui.status import StatusLine
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.wording import words

_log = logging.getLogger(__name__)
_NEVER_ON_A_SCAN = 1_000_000
"""Pages of log that no scan reaches: the sync's connection copies them into the file, off the scan path."""
_PRACTICE_PARTNER = "1100000001"


class Desktop(QObject):
    """The running program: one window on one data folder."""

    def __init__(
        self, app: QApplication, folder: DataFolder, *, practice: bool, settings: Settings | None = None
    ) -> None:
        """Raises UsageError, StoreFailure."""
        super().__init__()
        self._app = app
        self._folder = folder
        self._practice = practice
        given = settings or load_settings(folder.settings_file)
        if practice:
            # Whatever the file says, practice knows no account but the practice service's own.
            given = replace(given, partner_id="", service_account_file="", api_endpoint="http://127.0.0.1")
        self.settings = given
        self.services = open_services(folder, given, checkpoint_pages=_NEVER_ON_A_SCAN)
        self.theme = Theme(Mode(given.appearance), reduced_motion=given.reduced_motion)
        self.theme.apply(app)
        self.window = MainWindow(self.theme, practice=practice)
        self.sounds = Sounds(given.sound_volume, self)
        self.tasks: Tasks[Services] = Tasks(lambda: opened(folder, given), self)
        self.sync: SyncThread | None = None
        self.practice: PracticeProcess | None = None
        self._control_url = ""
        self._shown_states: dict[int, ShownState] = {}
        self._build_pages()
        self._build_capture()
        self._wire()

    def start(self) -> None:
        """Show the window; what a scan does not need begins after the first paint."""
        self.scan_page.resume()
        self.window.show()
        self.capture.install(self._app)
        QTimer.singleShot(0, self, self._start_late)

    def stop(self) -> None:
        """Stop everything that runs, in the order it depends on each other. Everything confirmed is on disk already."""
        self.capture.close()
        self.tasks.stop()
        if self.sync is not None:
            self.sync.stop()
        if self.practice is not None:
            self.practice.stop()
        self.sounds.unload()
        self.services.close()

    def come_forward(self) -> None:
        """Show the window, which may be behind others or minimised."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _build_pages(self) -> None:
        services = self.services
        author = services.author
        self.station = ScanStation(services.batches, services.items, services.journal, time.time, author)
        self.scan_page = ScanPage(
            theme=self.theme,
            station=self.station,
            desk=services.desk,
            batches=services.batches,
            items=services.items,
            customers=services.catalogue,
            play=self._play_verdict,
            clock=time.time,
        )
        self.batches_page = BatchesPage(
            theme=self.theme,
            desk=services.desk,
            batches=services.batches,
            items=services.items,
            clock=time.time,
            export=self._export,
        )
        self.status_line = StatusLine(self.theme)
        self._scan_index = self.window.add_page(self.window.tr("Scan"), self.scan_page)
        self._batches_index = self.window.add_page(self.window.tr("Batches"), self.batches_page)
        self.window.set_status_line(self.status_line)
        if self._practice:
            faults = [(kind.name, words(kind.title)) for kind in FAULTS]
            self.practice_menu = PracticeMenu(self.theme, faults)
            self.window.add_to_head(self.practice_menu)

    def _build_capture(self) -> None:
        self.listening = Listening(self._app, parent=self)
        self.capture = WedgeCapture(WedgeFramer(validates=_is_known_code), parent=self)
        self.capture.scanned.connect(self._on_scanned)
        self.listening.listening_changed.connect(self._on_listening_changed)

    def _wire(self) -> None:
        window, scan_page, batches_page = self.window, self.scan_page, self.batches_page
        scan_page.batch_queued.connect(self._on_batch_queued)
        scan_page.batch_opened.connect(batches_page.on_batch_changed)
        scan_page.hold_changed.connect(self._on_listening_changed)
        scan_page.verdict_given.connect(window.show_verdict)
        scan_page.customers_wanted.connect(self._on_customers_wanted)
        batches_page.batch_queued.connect(self._on_batch_queued)
        batches_page.scan_on.connect(self._on_scan_on)
        batches_page.try_again.connect(self._on_try_again)
        batches_page.attention_changed.connect(self._on_attention_changed)
        self.status_line.try_again.connect(self._on_try_again)
        self.status_line.batches_wanted.connect(self._on_batches_wanted)
        window.try_again.connect(self._on_try_again)
        window.settings_wanted.connect(self._on_settings_wanted)
        window.page_changed.connect(self._on_page_changed)
        # What the sync tells comes in bursts; the status line need not follow every one.
        self._look_again = QTimer(self, singleShot=True, interval=250)
        self._look_again.timeout.connect(self._show_work)
        if self._practice:
            self.practice_menu.switched.connect(self._on_fault_switched)

    # --- after the first paint

    def _start_late(self) -> None:
        self._on_listening_changed()
        self.sounds.load()
        self._show_work()
        if self._practice:
            self.practice = PracticeProcess(self._folder.root / "service", self)
            self.practice.ready.connect(self._on_practice_ready)
            self.practice.failed.connect(self._on_practice_failed)
            self.practice.start()
        else:
            self._start_sync()

    def _start_sync(self) -> None:
        if not self.settings.has_account:
            self._on_connection_changed(
                Connection(
                    Link.NOT_SET_UP,
                    text("No account yet"),
                    text("Scanning works; nothing can be sent before the partner id and the key file are set."),
                )
            )
            return
        folder, settings = self._folder, self.settings

        def open_session(telling: Telling) -> Session:
            return SyncSession(folder, settings, telling)

        self.sync = SyncThread(open_session, self)
        self.sync.batch_changed.connect(self._on_batch_changed)
        self.sync.customers_changed.connect(self.scan_page.on_customers_changed)
        self.sync.connection_changed.connect(self._on_connection_changed)
        self.sync.start()

    def _restart_sync(self) -> None:
        if self.sync is not None:
            self.sync.stop()
            self.sync = None
        self._start_sync()

    # --- scans

    def _on_scanned(self, scan: Scan) -> None:
        self.scan_page.take(scan.text)

    def _on_listening_changed(self) -> None:
        listening = self.listening.is_listening
        self.scan_page.set_listening(listening)
        self.window.show_listening(listening=listening, on_hold=self.scan_page.on_hold)

    def _play_verdict(self, kind: VerdictKind) -> None:
        self.sounds.play(SOUND_OF[kind])

    # --- batches

    def _on_batch_queued(self, batch_id: int) -> None:
        self.batches_page.on_batch_changed(batch_id)
        self._look_again.start()
        if self.sync is not None:
            self.sync.wake()

    def _on_batch_changed(self, batch_id: int) -> None:
        self.batches_page.on_batch_changed(batch_id)
        self.scan_page.on_batch_changed(batch_id)
        if not self._look_again.isActive():
            self._look_again.start()

    def _on_scan_on(self, batch_id: int) -> None:
        self.scan_page.scan_into(batch_id)
        self.window.show_page(self._scan_index)

    def _on_attention_changed(self, count: int) -> None:
        self.window.set_attention(self._batches_index, count)

    def _on_batches_wanted(self) -> None:
        self.window.show_page(self._batches_index)

    def _on_page_changed(self, index: int) -> None:
        if index == self._batches_index:
            self.batches_page.refresh()

    def _show_work(self) -> None:
        """Bring the status line up to date, and let it be heard when a batch has come to its end."""
        try:
            summaries = self.services.batches.running()
            ended = [self.services.batches.summary(batch_id) for batch_id in self._ended(summaries)]
        except ZtdeskError as error:
            self.window.show_trouble(words(error.title), words(error.hint))
            return
        self._shown_states = {summary.batch.id: summary.shown for summary in summaries}
        self.status_line.show_work(summaries, time.time())
        if any(summary.shown in {ShownState.DONE_WITH_FAILURES, ShownState.NEEDS_ATTENTION} for summary in ended):
            self.sounds.play(Sound.FAILED)
        elif any(summary.shown is ShownState.DONE for summary in ended):
            self.sounds.play(Sound.BATCH_DONE)
        if summaries and not self._look_again.isActive():
            # The time that is left goes on running between two answers of the service.
            QTimer.singleShot(1000, self, self._show_work)

    def _ended(self, running: tuple[BatchSummary, ...]) -> set[int]:
        return set(self._shown_states) - {summary.batch.id for summary in running}

    # --- the service

    def _on_connection_changed(self, connection: Connection) -> None:
        self.window.show_connection(connection)
        self.status_line.show_connection(connection)
        self.batches_page.on_connection_changed(connection)

    def _on_try_again(self) -> None:
        if self.sync is not None:
            self.sync.try_again()

    def _on_customers_wanted(self) -> None:
        if self.sync is not None:
            self.sync.refresh_customers()

    def _on_practice_ready(self, address: PracticeAddress) -> None:
        self.settings = replace(
            self.settings,
            partner_id=_PRACTICE_PARTNER,
            service_account_file=str(address.key_file),
            api_endpoint=address.api_endpoint,
        )
        self._control_url = address.control_url
        self._restart_sync()

    def _on_practice_failed(self, reason: Text) -> None:
        self.window.show_trouble(self.window.tr("Practice has stopped"), words(reason))

    def _on_fault_switched(self, name: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        control_url = self._control_url
        if not control_url:
            return

        def switch(_services: Services, _job: Job) -> None:
            control = PracticeControl(control_url)
            if on:
                control.switch_on(name)
            else:
                control.switch_off(name)

        self.tasks.start(switch).ended.connect(self._on_try_again)

    # --- settings

    def _on_settings_wanted(self) -> None:
        settings = self.settings
        form = SettingsForm(
            partner_id=settings.partner_id,
            key_file=settings.service_account_file,
            api_endpoint=settings.api_endpoint,
            station_name=settings.station_name,
            operator=settings.operator,
            appearance=self.theme.mode,
            sound_volume=self.sounds.volume,
            reduced_motion=self.theme.reduced_motion,
        )
        dialog = SettingsDialog(self.theme, form, practice=self._practice, check=_check_account, parent=self.window)
        dialog.saved.connect(self._on_settings_saved)
        dialog.sound_wanted.connect(self._on_sound_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_sound_wanted(self, volume: float) -> None:
        self.sounds.set_volume(volume)
        self.sounds.play(Sound.GOOD)

    def _on_settings_saved(self, form: SettingsForm) -> None:
        changes: dict[str, Any] = {
            "station_name": form.station_name,
            "operator": form.operator,
            "appearance": form.appearance.value,
            "sound_volume": form.sound_volume,
            "reduced_motion": form.reduced_motion,
        }
        if not self._practice:
            changes |= {"partner_id": form.partner_id, "service_account_file": form.key_file}
        try:
            save_settings(self._folder.settings_file, changes)
        except OSError as error:
            self.window.show_trouble(self.window.tr("Settings cannot be written"), str(error.strerror))
            return
        account = (self.settings.partner_id, self.settings.service_account_file)
        self.settings = replace(self.settings, **changes)
        self.theme.reduced_motion = form.reduced_motion
        self.theme.set_mode(form.appearance)
        self.sounds.set_volume(form.sound_volume)
        author = replace(
            self.services.author, operator=form.operator, station=form.station_name or self.services.author.station
        )
        self.station.author = self.services.desk.author = author
        if account != (self.settings.partner_id, self.settings.service_account_file):
            self._restart_sync()


def run_window(folder: DataFolder, *, practice: bool) -> int:
    """Open the window on `folder` and stay until it is closed; the exit status. Raises UsageError, StoreFailure."""
    keep_none_alive()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ztdesk")
    app.setDesktopFileName("ztdesk")
    app.setWindowIcon(QIcon(str(resource("icons/ztdesk.svg"))))
    single = SingleWindow(folder.root)
    if not single.is_first():
        return 0
    install_language(app)
    start_log(folder, "window")
    try:
        desktop = Desktop(app, folder, practice=practice)
    except ZtdeskError as error:
        QMessageBox.critical(None, "ztdesk", f"{words(error.title)}\n\n{words(error.hint)}")
        return 3
    single.asked.connect(desktop.come_forward)
    reporter = CrashReporter(desktop.window)
    reporter.install()
    desktop.start()
    try:
        return app.exec()
    finally:
        desktop.stop()
        reporter.close()
        single.close()


def _is_known_code(payload: str) -> bool:
    """Whether a text is a code by its own check digits: what decides if two fragments of a scan belong together."""
    reading = read_label(payload)[0]
    return reading.certain and reading.kind is not Kind.UNKNOWN


def _check_account(form: SettingsForm) -> str:
    check_partner_id(form.partner_id)
    return check_key_file(Path(form.key_file))
