"""A bench of scanners on pseudo-terminals that can be plugged in and pulled out, and what a program hears of them."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import PseudoScanner
from ztdesk.app.serial_scanners import SerialScanners
from ztdesk.domain.errors import ZtdeskError
from ztdesk.scanning.scanner_ports import Light, LineSettings, PortInfo, ScannerState
from ztdesk.scanning.serial_port import OpenPort, PortTrouble, open_port
from ztdesk.scanning.strokes import Scan
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue

IMEI = b"001010123456789"
OTHER = b"001010012345672"
AUTO = Settings(serial_ports=("auto",))
NOW = 1_800_000_000.0
REPLUG_MS = 3000


class SerialBench:
    """Scanners that can be plugged in, and what a program hears of them."""

    def __init__(self, folder: Path, qtbot: QtBot, catalogue: Catalogue) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.catalogue = catalogue
        self.plugged: list[PseudoScanner] = []
        self.hidden: list[PseudoScanner] = []
        self.refusals: dict[str, Light] = {}
        self.opened: list[tuple[str, LineSettings]] = []
        self.running: list[SerialScanners] = []
        self.scanners = self.build()

    def build(self, look_every_ms: int = 100) -> SerialScanners:
        """A program that starts on the same data."""
        scanners = SerialScanners(
            self.catalogue, lists=self._list, opens=self._open, clock=lambda: NOW, look_every_ms=look_every_ms
        )
        self.scans: list[Scan] = []
        self.troubles: list[ZtdeskError] = []
        self.told: list[tuple[ScannerState, ...]] = []
        scanners.scanned.connect(self.scans.append)
        scanners.trouble.connect(self.troubles.append)
        scanners.states_changed.connect(self.told.append)
        self.running.append(scanners)
        self.scanners = scanners
        return scanners

    def plug(self, name: str, *, serial_number: str = "S1", vid: int = 0x05E0) -> PseudoScanner:
        scanner = PseudoScanner(self.folder / name, serial_number=serial_number, vid=vid)
        self.plugged.append(scanner)
        return scanner

    def begin(self, settings: Settings = AUTO) -> None:
        self.scanners.start(settings)

    def wait_for_lights(self, *lights: Light, timeout_ms: int = REPLUG_MS) -> None:
        self.qtbot.waitUntil(lambda: self.lights() == list(lights), timeout=timeout_ms)

    def lights(self) -> list[Light]:
        return [state.light for state in self.scanners.states]

    def wait_for_scans(self, count: int) -> list[str]:
        self.qtbot.waitUntil(lambda: len(self.scans) >= count)
        return [scan.text for scan in self.scans]

    def close(self) -> None:
        for scanners in self.running:
            scanners.stop()
        for scanner in self.plugged:
            scanner.unplug()

    def _list(self) -> tuple[PortInfo, ...]:
        return tuple(scanner.info for scanner in self.plugged if scanner.is_plugged and scanner not in self.hidden)

    def _open(self, device: str, line: LineSettings) -> OpenPort:
        self.opened.append((device, line))
        if device in self.refusals:
            raise PortTrouble(self.refusals[device], "the system said no")
        return open_port(device, line)


def is_free(device: str) -> bool:
    """Whether another program could open it now."""
    try:
        open_port(device, LineSettings()).close()
    except PortTrouble:
        return False
    return True
