"""The running program: one window on one data folder, its parts built, joined, started and stopped."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ztdesk.app.batches_tab import BatchesTab
from ztdesk.app.customer_fetch import CustomerFetch
from ztdesk.app.label_desk import LabelDesk
from ztdesk.app.looking import Looking
from ztdesk.app.printing_desk import PrintingDesk
from ztdesk.app.scan_desk import ScanDesk
from ztdesk.app.scanner_desk import ScannerDesk
from ztdesk.app.senses import Senses
from ztdesk.app.settings_desk import SettingsDesk
from ztdesk.app.sound_start import SoundStart
from ztdesk.app.warming import Warming, pieces
from ztdesk.app.work_watch import WorkWatch
from ztdesk.background.task import Tasks
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.text import Text, text
from ztdesk.paths import DataFolder
from ztdesk.services import Services, open_services, opened
from ztdesk.settings import Settings, load_settings
from ztdesk.station.label_templates import LabelTemplates
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.status import StatusLine
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.app.practice_mode import PracticeMode
    from ztdesk.background.sync_worker import SyncThread
    from ztdesk.ui.batches.page import BatchesPage

_HARDLY_EVER_ON_A_SCAN = 10_000
"""Pages of log that no scan reaches while the sync's connection copies them into the file, off the scan path."""
_UNSEEN_MS = 2000  # a window that starts minimised is not painted, and must send all the same


class Desktop(QObject):
    """One window with everything behind it, from `start()` to `stop()`.

    `started` once all that begins after the first paint has begun.
    """

    started = Signal()

    def __init__(
        self, app: QApplication, folder: DataFolder, *, practice: bool, settings: Settings | None = None
    ) -> None:
        """Raises UsageError, StoreFailure."""
        super().__init__()
        self._app = app
        self._folder = folder
        self._has_started = False
        given = settings or load_settings(folder.settings_file)
        self.settings = given
        if practice:
            from ztdesk.app import practice_mode  # late: the rule is to work for real

            self.settings = practice_mode.without_account(given)
        self.services = open_services(folder, self.settings, checkpoint_pages=_HARDLY_EVER_ON_A_SCAN)
        self.theme = Theme(Mode(given.appearance), reduced_motion=given.reduced_motion)
        self.theme.apply(app)
        self.window = MainWindow(self.theme, practice=practice)
        self.senses = Senses(self.theme, self.window, given, parent=self)
        self.sounds = self.senses.sounds
        self.tasks: Tasks[Services] = Tasks(lambda: opened(folder, self.settings), self)
        self.sync: SyncThread | None = None
        self._retired: list[SyncThread] = []
        self.practice: PracticeMode | None = None
        if practice:
            service = folder.root / "service"
            self.practice = practice_mode.PracticeMode(self.theme, lambda: self.settings, service, self.tasks, self)
        self._build_pages()
        self.scanner_desk = ScannerDesk(self.theme, self.window, self.scan_desk)
        self.settings_desk = SettingsDesk(
            folder, self.theme, self.window, self.senses, self.scanner_desk, practice=practice
        )
        self.printing_desk = PrintingDesk(self.theme, self.window, self.services, self.tasks, self._draft)
        self.label_desk = LabelDesk(self.theme, self.scan_page, self.station, LabelTemplates(self.services.catalogue))
        self._build_late()
        self._wire()

    @property
    def batches_page(self) -> "BatchesPage":
        """The page of all batches, which is built when it is first wanted."""
        return self.batches_tab.page

    def start(self) -> None:
        """Show the window; what a scan does not need begins after the first paint."""
        self.scan_page.resume()
        self.window.painted.connect(self._start_late)
        QTimer.singleShot(_UNSEEN_MS, self, self._start_late)
        self.window.show()
        self.scan_desk.install()

    def stop(self) -> None:
        """Stop everything that runs, in the order it depends on each other. Everything confirmed is on disk already."""
        self.window.hide()
        self._has_started = True  # or never will
        self._sound_start.stop()
        self._warming.stop()
        self.scan_desk.stop()
        self.work_watch.stop()
        self.batches_tab.stop()
        self.tasks.stop()
        for sync in (self.sync, *self._retired):
            if sync is not None:
                sync.stop()
        if self.practice is not None:
            self.practice.stop()
        self.senses.unload()
        self.services.close()

    def come_forward(self) -> None:
        """Show the window, which may be behind others or minimised."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _build_pages(self) -> None:
        services, window = self.services, self.window
        self.scan_desk = ScanDesk(self._app, self.theme, services, self.tasks, self.senses.tell, self)
        self.station, self.scan_page = self.scan_desk.station, self.scan_desk.page
        self.batches_tab = BatchesTab(self.theme, services, self.tasks, self.scan_page.commands.queueing_elsewhere)
        self.status_line = StatusLine(self.theme)
        self.work_watch = WorkWatch(services.batches, self.status_line, self.sounds.play, time.time, self)
        self._scan_index = window.add_page(words(text("Scan")), self.scan_page)
        self._batches_index = window.add_page(words(text("Batches")), self.batches_tab)
        window.set_status_line(self.status_line)
        if self.practice is not None:
            window.add_to_head(self.practice.menu)

    def _build_late(self) -> None:
        self.capture = self.scan_desk.capture
        services = self.services
        self.looking = Looking(self.scan_page, self.station, services.items, services.database, time.time, self)
        self._sound_start = SoundStart(self.senses.load, self.scan_desk.keyboard.is_scanning, self)
        self._warming = Warming(pieces(self._app), self)
        self._warming.done.connect(self.started)

    def _wire(self) -> None:
        window, scan_page, batches_tab = self.window, self.scan_page, self.batches_tab
        scan_page.batch_queued.connect(self._on_batch_queued)
        scan_page.batch_opened.connect(self._on_batch_opened)
        scan_page.operator_named.connect(self._on_operator_named)
        self.scan_desk.readiness_changed.connect(window.show_readiness)
        self.scan_desk.trouble.connect(self._on_trouble)
        self.scan_desk.judged.connect(self.label_desk.on_judged)
        self.scan_desk.states_changed.connect(self.status_line.scanners.show_states)
        self.status_line.scanners.show_station(self.services.author.station)
        scan_page.panel.idled.connect(window.strip.clear)
        scan_page.verdict_given.connect(window.show_verdict)
        scan_page.devices_changed.connect(batches_tab.on_scanned_into)
        scan_page.customers_wanted.connect(self._on_customers_wanted)
        self.customer_fetch = CustomerFetch(self)
        self.customer_fetch.failed.connect(scan_page.commands.on_customers_failed)
        batches_tab.batch_queued.connect(self._on_batch_queued)
        batches_tab.batch_given_up.connect(scan_page.on_batch_changed)
        batches_tab.scan_on.connect(self._on_scan_on)
        batches_tab.attention_changed.connect(self._on_attention_changed)
        self.status_line.try_again.connect(self._on_try_again)
        self.status_line.batches_wanted.connect(self._on_batches_wanted)
        self.work_watch.trouble.connect(self._on_trouble)
        self.settings_desk.changed.connect(self._on_settings_changed)
        window.try_again.connect(self._on_try_again)
        window.settings_wanted.connect(self._on_settings_wanted)
        window.print_wanted.connect(self.printing_desk.open)
        self.scanner_desk.sheet_wanted.connect(self.printing_desk.open_teach_sheet)
        window.page_changed.connect(self._on_page_changed)
        if self.practice is not None:
            self.practice.ready.connect(self._on_settings_changed)
            self.practice.failed.connect(self._on_practice_failed)
            self.practice.trouble.connect(self._on_trouble)
            self.practice.switched.connect(self._on_try_again)

    # --- after the first paint

    def _start_late(self) -> None:
        if self._has_started:
            return
        self._has_started = True
        self.scan_desk.start(self.settings)
        self._sound_start.begin()
        self.work_watch.look()
        self.batches_page.refresh()  # for the count on its tab
        if self.practice is not None:
            self.practice.start()
        else:
            self._start_sync()
        self._warming.begin()

    def _start_sync(self) -> None:
        if not self.settings.has_account:
            title, hint = text("No account yet"), text("Scanning works. To send, set the partner id and the key file.")
            self._on_connection_changed(Connection(Link.NOT_SET_UP, title, hint))
            return
        from ztdesk.app.sending import sync_thread  # late: where there is no account nothing is sent

        self.sync = sync_thread(self._folder, self.settings, self.services.database.turns, self)
        self.sync.batch_changed.connect(self._on_batch_changed)
        self.sync.customers_changed.connect(self.customer_fetch.on_customers_changed)
        self.sync.customers_changed.connect(self.scan_page.commands.on_customers_changed)
        self.sync.connection_changed.connect(self._on_connection_changed)
        self.looking.follow(self.sync)
        self.sync.start()

    def _on_settings_changed(self, settings: Settings) -> None:
        account = _account(self.settings)
        self.settings = settings
        author = replace(self.services.author, operator=settings.operator)
        if settings.station_name:
            author = replace(author, station=settings.station_name)
        self.station.author = self.services.desk.author = author
        self.status_line.scanners.show_station(author.station)
        self.scan_desk.apply(settings)
        self.senses.apply(settings)
        if account != _account(settings):
            if self.sync is not None:
                self.sync.retire()
                self._retired.append(self.sync)
                self.sync = None
                self.looking.follow(None)
            self._start_sync()

    def _on_settings_wanted(self) -> None:
        self.settings_desk.open(lambda: self.settings)

    def _draft(self) -> BatchDraft | None:
        batch = self.station.batch
        return batch.draft if batch is not None else None

    # --- scans

    def _on_operator_named(self, operator: str) -> None:
        self.settings_desk.keep_operator(operator, self.settings)

    # --- batches

    def _on_batch_opened(self, batch_id: int) -> None:
        self.batches_tab.on_batch_changed(batch_id)

    def _on_batch_queued(self, batch_id: int) -> None:
        self.batches_tab.on_batch_changed(batch_id)
        self.scan_page.on_batch_changed(batch_id)
        self.work_watch.look_soon()
        if self.sync is not None:
            self.sync.wake()

    def _on_batch_changed(self, batch_id: int) -> None:
        self.batches_tab.on_batch_changed(batch_id)
        self.scan_page.on_batch_changed(batch_id)
        self.work_watch.look_soon()

    def _on_scan_on(self, batch_id: int) -> None:
        self.scan_page.go_on_with(batch_id)
        self.window.show_page(self._scan_index)

    def _on_attention_changed(self, count: int) -> None:
        self.window.set_attention(self._batches_index, count)

    def _on_batches_wanted(self) -> None:
        self.window.show_page(self._batches_index)

    def _on_page_changed(self, index: int) -> None:
        if index == self._batches_index:
            self.batches_page.refresh()

    # --- the service

    def _on_connection_changed(self, connection: Connection) -> None:
        self.window.show_connection(connection)
        self.status_line.show_connection(connection)
        self.batches_tab.on_connection_changed(connection)
        self.customer_fetch.on_connection_changed(connection)

    def _on_try_again(self) -> None:
        if self.sync is not None:
            self.sync.try_again()

    def _on_customers_wanted(self) -> None:
        self.customer_fetch.begin(self.sync)

    def _on_practice_failed(self, reason: Text) -> None:
        self.window.show_trouble(words(text("Practice has stopped")), words(reason))

    def _on_trouble(self, error: ZtdeskError) -> None:
        self.window.show_trouble(words(error.title), words(error.hint))


def _account(settings: Settings) -> tuple[str, str, str]:
    return settings.partner_id, settings.service_account_file, settings.api_endpoint
