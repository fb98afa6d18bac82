"""A serial port's thread, on real pseudo-terminals: what arrives in whatever way becomes scans, and it ends when asked."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.background.serial_worker import Hearing, Lost, SerialThread
from ztdesk.scanning.byte_framing import Suffix
from ztdesk.scanning.scanner_ports import Light, LineSettings
from ztdesk.scanning.serial_port import OpenPort, PortTrouble, open_port
from ztdesk.scanning.strokes import Scan

pytestmark = NEEDS_PSEUDO_TERMINALS

IMEI = b"001010123456789"
OTHER = b"001010012345672"


class Heard:
    """A thread and everything it tells."""

    def __init__(self, qtbot: QtBot, thread: SerialThread) -> None:
        self.qtbot = qtbot
        self.thread = thread
        self.scans: list[Scan] = []
        self.stood: list[Light] = []
        self.lost: list[Lost] = []
        self.learned: list[Suffix | None] = []
        self.told_in: set[int] = set()
        thread.scanned.connect(self._on_scanned)
        thread.stood.connect(lambda standing: self.stood.append(standing.light))
        thread.lost.connect(self.lost.append)
        thread.learned.connect(self.learned.append)
        thread.start()

    def open(self, scanner: PseudoScanner, suffix: Suffix = Suffix.AUTO, learned: Suffix | None = Suffix.CR) -> None:
        hearing = Hearing(scanner.device, "Zebra COM4", suffix=suffix, learned=learned)
        with self.qtbot.waitSignal(self.thread.stood):
            self.thread.open(hearing)

    def wait_for(self, count: int, timeout_ms: int = 5000) -> list[str]:
        self.qtbot.waitUntil(lambda: len(self.scans) >= count, timeout=timeout_ms)
        return [scan.text for scan in self.scans]

    def _on_scanned(self, scan: Scan) -> None:
        self.scans.append(scan)
        self.told_in.add(threading.get_ident())


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PseudoScanner]:
    scanner = PseudoScanner(tmp_path / "ttyACM0")
    yield scanner
    scanner.unplug()


Make = Callable[..., Heard]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot) -> Iterator[Make]:
    made: list[SerialThread] = []

    def make(opens: Callable[[str, LineSettings], OpenPort] = open_port) -> Heard:
        made.append(SerialThread(opens, validates=lambda text: text.encode() in {IMEI, OTHER}))
        return Heard(qtbot, made[-1])

    yield make
    for thread in made:
        thread.stop()


@pytest.fixture
def heard(make: Make, scanner: PseudoScanner) -> Heard:
    heard = make()
    heard.open(scanner)
    assert heard.stood == [Light.READY]
    return heard


def test_a_scan_is_told_in_the_windows_thread_with_its_scanner(heard: Heard, scanner: PseudoScanner) -> None:
    scanner.send(IMEI + b"\r")
    assert heard.wait_for(1) == [IMEI.decode()]
    assert heard.told_in == {threading.get_ident()}
    assert heard.scans[0].scanner == "Zebra COM4"


def test_torn_and_merged_deliveries_give_whole_scans(heard: Heard, scanner: PseudoScanner, qtbot: QtBot) -> None:
    pieces = [IMEI[:4], IMEI[4:] + b"\r" + OTHER + b"\r" + IMEI[:1], IMEI[1:] + b"\r"]
    parent = QObject()
    scanner.send_pieces(pieces, 20, parent)
    assert heard.wait_for(3) == [IMEI.decode(), OTHER.decode(), IMEI.decode()]


@pytest.mark.parametrize("every_ms", [1, 70])
def test_a_slow_scanner_sends_byte_by_byte(heard: Heard, scanner: PseudoScanner, every_ms: int) -> None:
    parent = QObject()
    scanner.send_pieces([bytes([byte]) for byte in IMEI + b"\r"], every_ms, parent)
    assert heard.wait_for(1) == [IMEI.decode()]
    assert sum(heard.scans[0].gaps_ms) > 0
    assert len(heard.scans[0].gaps_ms) == len(IMEI)


def test_separators_go_through_every_layer(make: Make, scanner: PseudoScanner) -> None:
    heard = make()
    heard.open(scanner, Suffix.CRLF)
    payload = b"[)>\x1e06\x1dS1\x1f2\x1e\x04\n\xc3\xbc\x11\x13\x03\x7f\xff"  # with XON, XOFF and interrupt
    scanner.send(payload + b"\r\n")
    heard.wait_for(1)
    assert heard.scans[0].raw == (payload + b"\r\n").decode("latin-1")


def test_a_suffix_is_learned_and_told(make: Make, scanner: PseudoScanner) -> None:
    heard = make()
    heard.open(scanner, learned=None)
    scanner.send(IMEI + b"\r\n" + OTHER + b"\r\n")
    assert heard.wait_for(2) == [IMEI.decode(), OTHER.decode()]
    heard.qtbot.waitUntil(lambda: heard.learned == [Suffix.CRLF])


def test_without_a_suffix_silence_ends_a_scan(make: Make, scanner: PseudoScanner) -> None:
    heard = make()
    heard.open(scanner, Suffix.NONE)
    scanner.send(IMEI)
    assert heard.wait_for(1) == [IMEI.decode()]
    assert heard.scans[0].ended_by == "gap"


def test_what_was_scanned_before_the_port_was_open_is_not_lost(make: Make, scanner: PseudoScanner) -> None:
    scanner.send(IMEI + b"\r")
    heard = make()
    heard.open(scanner)
    assert heard.wait_for(1) == [IMEI.decode()]


def test_half_a_scan_is_dropped_when_the_scanner_is_pulled_and_said(heard: Heard, scanner: PseudoScanner) -> None:
    scanner.send(IMEI + b"\r" + OTHER[:8])
    heard.wait_for(1)
    scanner.unplug()
    heard.qtbot.waitUntil(lambda: heard.stood == [Light.READY, Light.ABSENT])
    heard.qtbot.waitUntil(lambda: heard.lost == [Lost(8, unplugged=True)])
    scanner.plug()
    heard.open(scanner)
    scanner.send(OTHER + b"\r")
    assert heard.wait_for(2) == [IMEI.decode(), OTHER.decode()]


def test_a_scan_whose_end_does_not_come_is_dropped_and_said(heard: Heard, scanner: PseudoScanner) -> None:
    scanner.send(IMEI[:8])
    heard.qtbot.waitUntil(lambda: heard.lost == [Lost(8, unplugged=False)])
    scanner.send(OTHER + b"\r")
    assert heard.wait_for(1) == [OTHER.decode()]


def test_garbage_around_scans_loses_none(heard: Heard, scanner: PseudoScanner) -> None:
    garbage = bytes(byte for byte in range(256) if byte != 0x0D)
    scanner.send(b"\x00\x00" + IMEI + b"\r" + garbage + b"\r" + OTHER + b"\r\x00\n")
    texts = heard.wait_for(3)
    assert (texts[0], texts[2]) == (IMEI.decode(), OTHER.decode())
    assert heard.scans[1].raw.encode("latin-1") == garbage.lstrip(b"\0\n") + b"\r"


def test_a_port_that_another_program_has_is_busy_until_it_is_free(make: Make, scanner: PseudoScanner) -> None:
    theirs = open_port(scanner.device, LineSettings())
    heard = make()
    heard.open(scanner)
    assert heard.stood == [Light.BUSY]
    theirs.close()
    heard.open(scanner)
    assert heard.stood == [Light.BUSY, Light.READY]


def test_closing_gives_the_port_back(heard: Heard, scanner: PseudoScanner, qtbot: QtBot) -> None:
    heard.thread.close_port()
    heard.thread.open(Hearing(scanner.device, "Zebra COM4"))  # done only after the close
    qtbot.waitUntil(lambda: heard.stood == [Light.READY] * 2)
    heard.thread.stop()
    open_port(scanner.device, LineSettings()).close()


def test_it_ends_within_a_moment_and_tells_nothing_more(heard: Heard, scanner: PseudoScanner, qtbot: QtBot) -> None:
    began = time.monotonic()
    heard.thread.stop()
    assert time.monotonic() - began < 1.0
    scanner.send(IMEI + b"\r")
    heard.thread.stop()  # again is as good
    with qtbot.assertNotEmitted(heard.thread.scanned, wait=80):
        pass


def test_a_retired_thread_ends_by_itself_and_tells_nothing_more(
    heard: Heard, scanner: PseudoScanner, qtbot: QtBot
) -> None:
    scanner.send(IMEI + b"\r")
    with qtbot.waitSignal(heard.thread.ended):
        heard.thread.retire()
    assert heard.scans == []


class DyingPort:
    """What a driver does when its device is pulled: it raises at each read, and its port stays open until closed."""

    def __init__(self) -> None:
        self.closed = 0

    def read(self) -> bytes:
        raise PortTrouble(Light.ABSENT, "ClearCommError failed")

    def close(self) -> None:
        self.closed += 1


def test_a_port_that_died_is_closed_at_once(make: Make, scanner: PseudoScanner) -> None:
    port = DyingPort()
    heard = make(lambda _device, _line: port)
    heard.open(scanner)
    heard.qtbot.waitUntil(lambda: heard.stood == [Light.READY, Light.ABSENT])
    assert port.closed == 1


def test_a_busy_pc_makes_no_pause_of_its_own(make: Make, scanner: PseudoScanner) -> None:
    """Bytes that waited two seconds for this thread are no slow scanner's."""

    class Port:
        def __init__(self) -> None:
            self.deliveries = [IMEI[:7], IMEI[7:] + b"\r"]

        def read(self) -> bytes:
            return self.deliveries.pop(0) if self.deliveries else b""

        def close(self) -> None:
            pass

    class Clock:
        asked = 0

        def __call__(self) -> float:
            self.asked += 1
            return 2000.0 if self.asked > 3 else 0.0  # asked when opened, then before and after each read

    port = Port()
    thread = SerialThread(lambda _device, _line: port, clock_ms=Clock())
    heard = Heard(make().qtbot, thread)
    heard.open(scanner)
    assert heard.wait_for(1) == [IMEI.decode()]
    assert heard.lost == []
    thread.stop()


def test_a_scan_is_told_within_twenty_milliseconds(heard: Heard, scanner: PseudoScanner, qtbot: QtBot) -> None:
    took_ms = []
    for _ in range(20):
        count = len(heard.scans)
        began = time.perf_counter()
        with qtbot.waitSignal(heard.thread.scanned):
            scanner.send(IMEI + b"\r")
        took_ms.append((time.perf_counter() - began) * 1000)
        assert len(heard.scans) == count + 1
    took_ms.sort()
    assert took_ms[len(took_ms) // 2] < 20
