"""Serial scanners on real pseudo-terminals: found, lost, found again elsewhere, one stream of scans, nothing whole lost."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.app.serial_memory import SerialMemory
from ztdesk.app.serial_scanners import SerialScanners
from ztdesk.background.port_watch import LOOK_EVERY_MS
from ztdesk.domain.errors import ZtdeskError
from ztdesk.scanning.byte_framing import Suffix
from ztdesk.scanning.scanner_ports import Light, LineSettings, PortInfo, ScannerState
from ztdesk.scanning.serial_port import OpenPort, PortTrouble, open_port
from ztdesk.scanning.strokes import Scan
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database

pytestmark = NEEDS_PSEUDO_TERMINALS

IMEI = b"001010123456789"
OTHER = b"001010012345672"
AUTO = Settings(serial_ports=("auto",))
NOW = 1_800_000_000.0
REPLUG_MS = 3000


class Bench:
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


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    database = Database(tmp_path / "ztdesk.db")
    bench = Bench(tmp_path, qtbot, Catalogue(database))
    yield bench
    bench.close()
    database.close()


def test_any_known_scanner_is_heard_without_setting_a_port(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.plug("ttyUSB7", vid=0x2341)  # not a scanner's maker
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI + b"\r\n")
    assert bench.wait_for_scans(1) == [IMEI.decode()]
    [state] = bench.scanners.states
    assert bench.scans[0].scanner == state.name
    assert state.name.startswith("Zebra ")
    bench.qtbot.waitUntil(lambda: bench.told[-1][0].last_seen == NOW)


def test_a_port_is_opened_with_the_line_that_is_set(bench: Bench) -> None:
    bench.plug("ttyACM0")
    bench.begin(Settings(serial_ports=("auto",), baud_rate=115_200, byte_size=7, parity="even", stop_bits=2.0))
    bench.wait_for_lights(Light.READY)
    assert bench.opened[0][1] == LineSettings(115_200, 7, "even", 2.0)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_scanner_that_was_pulled_comes_back_by_itself(bench: Bench, elsewhere: bool) -> None:
    bench.build(LOOK_EVERY_MS)  # as slow as it really is
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI + b"\r")
    bench.wait_for_scans(1)
    scanner.send(OTHER + b"\r" + IMEI[:9])  # whole ones and half a one
    bench.wait_for_scans(2)
    scanner.unplug()
    bench.wait_for_lights(Light.ABSENT)
    assert "Plug it in" in bench.scanners.states[0].text.english()
    bench.qtbot.waitUntil(lambda: len(bench.troubles) == 1)
    assert "Scan that code again" in bench.troubles[0].hint.english()
    scanner.plug(bench.folder / "ttyACM1" if elsewhere else None)
    bench.wait_for_lights(Light.READY)
    scanner.send(OTHER + b"\r")
    assert bench.wait_for_scans(3) == [IMEI.decode(), OTHER.decode(), OTHER.decode()]
    assert len(bench.scanners.states) == 1


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_scanner_set_by_its_port_comes_back_too_even_after_a_restart(bench: Bench, elsewhere: bool) -> None:
    scanner = bench.plug("ttyACM0")
    settings = Settings(serial_ports=(scanner.device,))
    bench.begin(settings)
    bench.wait_for_lights(Light.READY)
    bench.scanners.stop()
    scanner.unplug()
    bench.build()
    bench.begin(settings)
    bench.wait_for_lights(Light.ABSENT)
    scanner.plug(bench.folder / "ttyACM1" if elsewhere else None)
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI + b"\r")
    assert bench.wait_for_scans(1) == [IMEI.decode()]


def test_a_port_that_no_list_names_comes_back_too(bench: Bench) -> None:
    scanner = bench.plug("scanner-link")
    bench.plugged.remove(scanner)  # the system does not list it
    bench.begin(Settings(serial_ports=(scanner.device,)))
    bench.wait_for_lights(Light.READY)
    scanner.unplug()
    bench.wait_for_lights(Light.ABSENT)
    scanner.plug()
    bench.wait_for_lights(Light.READY)
    bench.plugged.append(scanner)


def test_a_port_that_died_in_silence_is_given_up_once_no_list_names_it(bench: Bench) -> None:
    """Some drivers raise nothing when their device is pulled: the port stays open and nothing ever comes."""
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.hidden.append(scanner)
    bench.wait_for_lights(Light.ABSENT)
    bench.qtbot.waitUntil(lambda: is_free(scanner.device))
    bench.hidden.clear()
    bench.wait_for_lights(Light.READY)


def test_settings_that_change_before_the_start_begin_nothing(bench: Bench) -> None:
    bench.plug("ttyACM0")
    bench.scanners.apply(AUTO)
    with bench.qtbot.assertNotEmitted(bench.scanners.ports_changed, wait=50):
        pass
    assert bench.opened == []


def test_a_device_that_is_no_scanner_is_not_opened_in_its_place(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.unplug()
    bench.wait_for_lights(Light.ABSENT)
    bench.opened.clear()
    bench.plug("ttyACM0", vid=0x2341)
    with bench.qtbot.waitSignals([bench.scanners.ports_changed], timeout=REPLUG_MS):
        pass
    assert bench.opened == []
    assert bench.lights() == [Light.ABSENT]


@pytest.mark.parametrize(
    ("light", "says"), [(Light.BUSY, "Another program"), (Light.DENIED, "ermission"), (Light.UNUSABLE, "said no")]
)
def test_a_port_that_cannot_be_opened_says_why_and_is_tried_until_it_can(bench: Bench, light: Light, says: str) -> None:
    scanner = bench.plug("ttyACM0")
    bench.refusals[scanner.device] = light
    bench.begin()
    bench.wait_for_lights(light)
    assert says in bench.scanners.states[0].text.english()
    del bench.refusals[scanner.device]
    bench.wait_for_lights(Light.READY)


def test_a_port_that_another_program_took_is_taken_back_when_it_is_free(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    theirs = open_port(scanner.device, LineSettings())
    bench.begin()
    bench.wait_for_lights(Light.BUSY)
    theirs.close()
    bench.wait_for_lights(Light.READY)


def test_two_scanners_at_once_lose_and_double_nothing_and_keep_their_order(bench: Bench) -> None:
    parent = QObject()
    both = [bench.plug("ttyACM0", serial_number="A"), bench.plug("ttyACM1", serial_number="B")]
    bench.begin()
    bench.wait_for_lights(Light.READY, Light.READY)
    sent = {
        state.name: [f"{port}{number:014}" for number in range(100)] for port, state in enumerate(bench.scanners.states)
    }
    for scanner, texts in zip(both, sent.values(), strict=True):
        scanner.send_pieces([f"{one}\r".encode() for one in texts], 20, parent)
    bench.wait_for_scans(200)
    heard = {name: [scan.text for scan in bench.scans if scan.scanner == name] for name in sent}
    assert heard == sent


def test_pulled_while_it_sends_it_loses_only_what_was_not_whole_and_joins_nothing(bench: Bench) -> None:
    parent = QObject()
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    sent = [f"{number:015}" for number in range(120)]
    stream = "".join(f"{one}\r\n" for one in sent).encode()
    scanner.send(stream[:17])
    bench.wait_for_scans(1)  # and its suffix is learned
    before = [stream[at : at + 11] for at in range(17, len(stream) // 2, 11)]  # torn everywhere
    scanner.send_pieces(before, 5, parent)
    bench.wait_for_scans(40)
    scanner.stop_sending()
    scanner.unplug()
    bench.wait_for_lights(Light.ABSENT)
    whole = [scan.text for scan in bench.scans]
    assert whole == sent[: len(whole)]
    scanner.plug()
    bench.wait_for_lights(Light.READY)
    scanner.send_pieces([stream[-17 * 20 :]], 1, parent)
    assert bench.wait_for_scans(len(whole) + 20) == [*whole, *sent[-20:]]


def test_one_scanner_pulled_does_not_disturb_the_other(bench: Bench) -> None:
    first, second = bench.plug("ttyACM0", serial_number="A"), bench.plug("ttyACM1", serial_number="B")
    bench.begin()
    bench.wait_for_lights(Light.READY, Light.READY)
    second.send(IMEI[:8])
    first.unplug()
    bench.wait_for_lights(Light.ABSENT, Light.READY)
    second.send(IMEI[8:] + b"\r")
    assert bench.wait_for_scans(1)[-1].endswith("9")


def test_what_was_learned_of_a_scanner_outlives_the_program(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI + b"\t")
    bench.wait_for_scans(1)
    kept = SerialMemory(bench.catalogue)
    bench.qtbot.waitUntil(lambda: kept.recall().suffixes.get(scanner.info.key) is Suffix.TAB)
    bench.scanners.stop()
    bench.build()
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(OTHER + b"\t" + IMEI[:5])  # ended at once, not by a pause
    assert bench.wait_for_scans(1) == [OTHER.decode()]


def test_a_scanner_of_no_known_maker_is_known_once_it_was_used(bench: Bench) -> None:
    scanner = bench.plug("ttyUSB0", vid=0x1A86)
    bench.begin(Settings(serial_ports=(scanner.device,)))
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI)
    bench.wait_for_scans(1)
    bench.qtbot.waitUntil(lambda: scanner.info.key in SerialMemory(bench.catalogue).recall().suffixes)
    bench.scanners.apply(AUTO)
    bench.qtbot.waitUntil(lambda: len(bench.opened) >= 2)
    bench.wait_for_lights(Light.READY)


def test_a_taught_suffix_counts_from_then_on(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.scanners.teach(bench.scanners.states[0].name, Suffix.ETX)
    bench.qtbot.waitUntil(lambda: len(bench.opened) == 2)
    bench.wait_for_lights(Light.READY)
    scanner.send(b"A\nB\rC\x03D")
    assert bench.wait_for_scans(1) == ["A\nB\rC"]


def test_other_settings_open_what_is_new_and_leave_the_rest_alone(bench: Bench) -> None:
    first, second = bench.plug("ttyACM0", serial_number="A"), bench.plug("ttyACM1", serial_number="B")
    bench.begin(Settings(serial_ports=(first.device,)))
    bench.wait_for_lights(Light.READY)
    bench.scanners.apply(Settings(serial_ports=(first.device, second.device)))
    bench.wait_for_lights(Light.READY, Light.READY)
    assert [device for device, _ in bench.opened] == [first.device, second.device]
    bench.scanners.apply(Settings(serial_ports=(second.device,)))
    assert bench.lights() == [Light.READY]
    second.send(IMEI + b"\r")
    assert bench.wait_for_scans(1) == [IMEI.decode()]
    bench.scanners.apply(Settings(serial_ports=(second.device,), baud_rate=19_200))
    bench.qtbot.waitUntil(lambda: bench.opened[-1] == (second.device, LineSettings(19_200)))
    bench.wait_for_lights(Light.READY)
    bench.scanners.apply(Settings())
    assert bench.scanners.states == ()


def test_a_port_both_named_and_known_is_one_scanner(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.scanners.apply(Settings(serial_ports=("auto", scanner.device)))
    bench.qtbot.waitUntil(lambda: len(bench.opened) >= 2)
    bench.wait_for_lights(Light.READY)


def test_ports_are_told_to_who_chooses_one_and_not_looked_at_otherwise(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin(Settings())
    with bench.qtbot.assertNotEmitted(bench.scanners.ports_changed, wait=50):
        pass
    told: list[tuple[PortInfo, ...]] = []
    bench.scanners.ports_changed.connect(told.append)
    bench.scanners.list_ports(wanted=True)
    bench.qtbot.waitUntil(lambda: (scanner.info,) in told)
    bench.scanners.list_ports(wanted=False)
    assert bench.opened == []


def test_garbled_bytes_are_told_from_text(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(b"\xb0\x81\x05\x98\xf8\x11\xc1\r")
    bench.wait_for_lights(Light.GARBLED)
    assert "parity" in bench.scanners.states[0].text.english()
    scanner.send(IMEI + b"\r")
    bench.wait_for_lights(Light.READY)


def test_it_ends_within_a_second_and_leaves_no_thread(bench: Bench) -> None:
    before = psutil.Process().num_threads()
    for number in range(4):
        bench.plug(f"ttyACM{number}", serial_number=str(number))
    bench.begin()
    bench.wait_for_lights(*[Light.READY] * 4)
    bench.scanners.apply(Settings(serial_ports=(bench.plugged[0].device,)))  # three are being retired
    began = time.monotonic()
    bench.scanners.stop()
    assert time.monotonic() - began < 1.0
    bench.scanners.stop()
    bench.plugged[0].send(IMEI + b"\r")
    bench.scanners.apply(AUTO)
    with bench.qtbot.assertNotEmitted(bench.scanners.scanned, wait=100):
        pass
    for scanner in bench.plugged:
        open_port(scanner.device, LineSettings()).close()
    assert psutil.Process().num_threads() <= before
