"""The scan page with its station and every scanner of this PC: one stream of scans, from keys and from serial ports.

Knows nothing of sending.
"""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ztdesk.app.note_tasks import NoteTasks
from ztdesk.app.scanner_stream import ScannerStream
from ztdesk.background.task import Tasks
from ztdesk.domain.origin import Origin
from ztdesk.domain.verdict import Verdict
from ztdesk.scanning.history import ScanHistory
from ztdesk.scanning.listening import Listening
from ztdesk.scanning.strokes import Scan
from ztdesk.services import Services
from ztdesk.settings import Settings
from ztdesk.station.note_desk import NoteDesk
from ztdesk.station.scan_station import ScanStation
from ztdesk.ui.dialog_verdicts import DialogVerdicts
from ztdesk.ui.readiness import Readiness, readiness
from ztdesk.ui.scan.page import ScanPage
from ztdesk.ui.theme import Theme

if TYPE_CHECKING:
    from ztdesk.scanning.scanner_ports import ScannerState

_MINUTE_S = 60.0
_SUFFIXES = "\r\n\t\x03"


class ScanDesk(QObject):
    """`readiness_changed(Readiness)`, `trouble(ZtdeskError)`, `states_changed(tuple[ScannerState, ...])` of serial ones,
    `judged(Scan, Verdict)` after every scan of a scanner: with None for one that was taken by who asked for it.
    """

    readiness_changed = Signal(object)
    trouble = Signal(object)
    states_changed = Signal(object)
    judged = Signal(object, object)

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        services: Services,
        tasks: Tasks[Services],
        play: Callable[[Verdict], None],
        parent: QObject,
    ) -> None:
        """Raises StoreFailure."""
        super().__init__(parent)
        self._app = app
        self._services = services
        self.station = ScanStation(
            services.batches,
            services.items,
            services.boxes,
            services.journal,
            time.time,
            services.author,
            confirm_after_s=services.settings.confirm_after_min * _MINUTE_S,
        )
        self.page = ScanPage(
            theme=theme,
            station=self.station,
            desk=services.desk,
            batches=services.batches,
            items=services.items,
            customers=services.catalogue,
            notes=NoteTasks(tasks, self._note_desk),
            play=play,
            clock=time.time,
        )
        self.listening = Listening(app, parent=self)
        self.scanners = ScannerStream(services.catalogue, self)
        self.keyboard = self.scanners.keyboard
        self.capture = self.keyboard.capture
        self.history = ScanHistory(time.time)
        self._dialogs = DialogVerdicts(theme, self)
        self._taker: Callable[[Scan], None] | None = None
        self._has_serial = False
        self._shown: Readiness | None = None
        self._wire()

    def _note_desk(self, services: Services) -> NoteDesk:
        """On these services, which may be another thread's; the author is whoever is at this station."""
        return NoteDesk(services.notes, services.items, time.time, lambda: self._services.desk.author)

    @property
    def has_serial(self) -> bool:
        """Whether a scanner on a serial port is heard."""
        return self._has_serial

    def install(self) -> None:
        """Begin to take the keyboard scanner's keys."""
        self.scanners.install(self._app)

    def start(self, settings: Settings) -> None:
        """Begin to take the serial scanners' scans; belongs after the first paint."""
        self.scanners.start(settings)
        self.tell()

    def apply(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        self.station.confirm_after_s = settings.confirm_after_min * _MINUTE_S
        self.page.state.show_lock()  # another operator may be at this station
        self.scanners.apply(settings)

    def lend(self, taker: Callable[[Scan], None]) -> None:
        """Give every scan to `taker` instead of the station, until it is given back."""
        self._taker = taker

    def give_back(self, taker: Callable[[Scan], None]) -> bool:
        """Give scans to the station again, unless another has them meanwhile; whether `taker` had them."""
        had = self._taker is taker
        if had:
            self._taker = None
        return had

    def stop(self) -> None:
        """Take no scans any more."""
        self.scanners.stop()

    def tell(self) -> None:
        """Say whether scans are taken."""
        self.page.state.set_listening(self.listening.is_listening or self._has_serial)
        now = readiness(
            has_keyboard=self.listening.is_listening,
            has_serial=self._has_serial,
            is_locked=self.station.is_locked or self.station.must_confirm,
            is_busy=self.page.commands.is_busy,
            on_hold=self.page.intake.on_hold,
            has_batch=self.station.batch is not None,
            is_asked=self.station.asked is not None,
        )
        if now is not self._shown:
            self._shown = now
            self.readiness_changed.emit(now)

    def _wire(self) -> None:
        self.scanners.scanned.connect(self._on_scanned)
        self.scanners.slower_learned.connect(self.page.say_scanner_learned)
        self.scanners.trouble.connect(self.trouble)
        self.scanners.states_changed.connect(self._on_states_changed)
        self.page.panel.idled.connect(self._dialogs.clear)
        self.listening.listening_changed.connect(self._on_changed)
        self.page.readiness_changed.connect(self._on_changed)

    def _on_scanned(self, scan: Scan) -> None:
        if self._taker is not None:
            self.history.add(scan, None)
            self._taker(scan)
            self.judged.emit(scan, None)
            return
        dialog = self._dialogs.open_one()  # before the scan is judged: what is judged may open one
        came = scan.typed or scan.raw.rstrip(_SUFFIXES)
        received = came if came != scan.text else ""
        verdict = self.page.take(
            scan.text, Origin(scan.scanner, received, is_cut_off=scan.truncated, is_part=scan.is_part)
        )
        self.history.add(scan, verdict)
        if dialog is not None:
            self._dialogs.show(dialog, verdict)
        self.judged.emit(scan, verdict)

    def _on_states_changed(self, states: "Sequence[ScannerState]") -> None:
        has_serial = any(state.is_ready for state in states)
        if has_serial is not self._has_serial:
            self._has_serial = has_serial
            self.tell()
        self.states_changed.emit(states)

    def _on_changed(self) -> None:
        self.tell()
