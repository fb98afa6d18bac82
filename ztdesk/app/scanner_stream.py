"""Every scanner of this PC, keyboard and serial, as one stream of scans; each is understood as its scanner was taught.

Knows no verdicts.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ztdesk.app.keyboard_scanner import KeyboardScanner
from ztdesk.app.scanner_memory import ScannerMemory
from ztdesk.domain.errors import ZtdeskError
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.strokes import KEYBOARD, Scan
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue

if TYPE_CHECKING:
    from ztdesk.app.serial_scanners import SerialScanners


class ScannerStream(QObject):
    """`scanned(Scan)` in the order of arrival, `slower_learned` of the keyboard scanner, `trouble(ZtdeskError)`;
    `states_changed(tuple[ScannerState, ...])` and `ports_changed(tuple[PortInfo, ...])` of serial scanners.

    What serial scanners need is loaded when the first is wanted.
    """

    scanned = Signal(object)
    slower_learned = Signal()
    states_changed = Signal(object)
    ports_changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        """Raises StoreFailure."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._memory = ScannerMemory(catalogue)
        self._profiles: dict[str, ScannerProfile] = {}
        self._settings: Settings | None = None  # None before the start and after the stop
        self._serial: SerialScanners | None = None
        self.keyboard = KeyboardScanner(catalogue, self)
        self.keyboard.capture.scanned.connect(self.scanned)
        self.keyboard.slower_learned.connect(self.slower_learned)
        self.keyboard.trouble.connect(self.trouble)

    def install(self, app: QApplication) -> None:
        """Begin to take the keyboard scanner's keys."""
        self.keyboard.capture.install(app)

    def start(self, settings: Settings) -> None:
        """Begin to listen to the serial scanners these settings want. Belongs after the first paint."""
        self._settings = settings
        if settings.serial_ports:
            self._begin_serial(settings)

    def apply(self, settings: Settings) -> None:
        """Listen to what these settings want from now on; before `start` and after `stop` it does nothing."""
        if self._settings is None:
            return
        self._settings = settings
        if self._serial is not None:
            self._serial.apply(settings)
        elif settings.serial_ports:
            self._begin_serial(settings)

    def stop(self) -> None:
        """Take no scans any more, and end every thread."""
        self._settings = None
        self.keyboard.capture.close()
        if self._serial is not None:
            self._serial.stop()

    def watch_ports(self, *, wanted: bool) -> None:
        """While wanted, `ports_changed` tells which ports there are, for who chooses one."""
        if self._settings is None:
            return
        if self._serial is not None or wanted:
            serial = self._serial or self._begin_serial(self._settings)
            serial.list_ports(wanted=wanted)
            self.states_changed.emit(serial.states)

    def teach(self, profile: ScannerProfile) -> None:
        """Go by what a person taught of `profile.scanner` (as in `Scan.scanner`), from the next scan on, and keep it."""
        if profile.scanner == KEYBOARD:
            self.keyboard.teach(profile)
            return
        known_as = self._serial.remembered_as(profile.scanner) if self._serial is not None else profile.scanner
        self._profiles[known_as] = replace(profile, scanner=known_as)
        try:
            self._memory.keep(self._profiles[known_as])
        except ZtdeskError as error:
            self.trouble.emit(error)
        if self._serial is not None and not profile.own_suffix:
            from ztdesk.scanning.byte_framing import Suffix  # late: loaded with the serial scanners

            ends = {"\r": Suffix.CR, "\n": Suffix.LF, "\r\n": Suffix.CRLF, "\t": Suffix.TAB, "\x03": Suffix.ETX}
            self._serial.teach(profile.scanner, ends.get(profile.suffix))

    def _begin_serial(self, settings: Settings) -> "SerialScanners":
        from ztdesk.app.serial_scanners import SerialScanners  # late: many stations have none

        self._serial = serial = SerialScanners(self._catalogue, parent=self)
        serial.scanned.connect(self._on_serial_scanned)
        serial.states_changed.connect(self.states_changed)
        serial.ports_changed.connect(self.ports_changed)
        serial.trouble.connect(self.trouble)
        serial.start(settings)
        return serial

    def _on_serial_scanned(self, scan: Scan) -> None:
        text = self._profile_of(scan.scanner).understood(scan.text)
        self.scanned.emit(scan if text == scan.text else replace(scan, text=text))

    def _profile_of(self, scanner: str) -> ScannerProfile:
        known_as = self._serial.remembered_as(scanner) if self._serial is not None else scanner
        profile = self._profiles.get(known_as)
        if profile is None:
            try:
                profile = self._memory.recall(known_as)
            except ZtdeskError as error:
                self.trouble.emit(error)
                profile = ScannerProfile(known_as)
            self._profiles[known_as] = profile
        return profile
