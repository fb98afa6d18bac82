"""The scan page with its station and every scanner of this PC: one stream of scans, from keys and from serial ports.

Knows nothing of sending.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ztdesk.app.keyboard_scanner import KeyboardScanner
from ztdesk.domain.origin import Origin
from ztdesk.domain.verdict import Verdict
from ztdesk.scanning.framing import Scan
from ztdesk.scanning.listening import Listening
from ztdesk.services import Services
from ztdesk.settings import Settings
from ztdesk.station.scan_station import ScanStation
from ztdesk.ui.readiness import Readiness, readiness
from ztdesk.ui.scan.page import ScanPage
from ztdesk.ui.theme import Theme

_MINUTE_S = 60.0


class ScanDesk(QObject):
    """`readiness_changed(Readiness)`, `trouble(ZtdeskError)`, `judged(Scan, Verdict)` after every scan of a scanner."""

    readiness_changed = Signal(object)
    trouble = Signal(object)
    judged = Signal(object, object)

    def __init__(
        self, app: QApplication, theme: Theme, services: Services, play: Callable[[Verdict], None], parent: QObject
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
            play=play,
            clock=time.time,
        )
        self.listening = Listening(app, parent=self)
        self.keyboard = KeyboardScanner(services.catalogue, self)
        self.capture = self.keyboard.capture
        self._has_serial = False
        self._shown: Readiness | None = None
        self._wire()

    def install(self) -> None:
        """Begin to take the keyboard scanner's keys."""
        self.capture.install(self._app)

    def apply(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        self.station.confirm_after_s = settings.confirm_after_min * _MINUTE_S

    def stop(self) -> None:
        """Take no scans any more."""
        self.capture.close()

    def tell(self) -> None:
        """Say whether scans are taken."""
        self.page.set_listening(self.listening.is_listening or self._has_serial)
        now = readiness(
            has_keyboard=self.listening.is_listening,
            has_serial=self._has_serial,
            is_locked=self.station.is_locked or self.station.must_confirm,
            is_busy=self.page.is_busy,
            on_hold=self.page.on_hold,
            has_batch=self.station.batch is not None,
        )
        if now is not self._shown:
            self._shown = now
            self.readiness_changed.emit(now)

    def _wire(self) -> None:
        self.capture.scanned.connect(self._on_scanned)
        self.keyboard.slower_learned.connect(self.page.say_scanner_learned)
        self.keyboard.trouble.connect(self.trouble)
        self.listening.listening_changed.connect(self._on_changed)
        self.page.readiness_changed.connect(self._on_changed)

    def _on_scanned(self, scan: Scan) -> None:
        received = scan.typed if scan.layout and scan.typed != scan.text else ""
        verdict = self.page.take(scan.text, Origin(scan.scanner, received))
        self.judged.emit(scan, verdict)

    def _on_changed(self) -> None:
        self.tell()
