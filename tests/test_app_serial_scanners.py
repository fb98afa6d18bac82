"""Serial scanners on real pseudo-terminals: heard together as one stream of scans, learned, set up otherwise, stopped."""

import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS
from tests.serial_bench import AUTO, IMEI, NOW, OTHER, SerialBench
from ztdesk.app.serial_memory import SerialMemory
from ztdesk.scanning.byte_framing import Suffix
from ztdesk.scanning.scanner_ports import Light, LineSettings, PortInfo
from ztdesk.scanning.serial_port import open_port
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database

pytestmark = NEEDS_PSEUDO_TERMINALS


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[SerialBench]:
    database = Database(tmp_path / "ztdesk.db")
    bench = SerialBench(tmp_path, qtbot, Catalogue(database))
    yield bench
    bench.close()
    database.close()


def test_any_known_scanner_is_heard_without_setting_a_port(bench: SerialBench) -> None:
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


def test_a_port_is_opened_with_the_line_that_is_set(bench: SerialBench) -> None:
    bench.plug("ttyACM0")
    bench.begin(Settings(serial_ports=("auto",), baud_rate=115_200, byte_size=7, parity="even", stop_bits=2.0))
    bench.wait_for_lights(Light.READY)
    assert bench.opened[0][1] == LineSettings(115_200, 7, "even", 2.0)


def test_settings_that_change_before_the_start_begin_nothing(bench: SerialBench) -> None:
    bench.plug("ttyACM0")
    bench.scanners.apply(AUTO)
    with bench.qtbot.assertNotEmitted(bench.scanners.ports_changed, wait=50):
        pass
    assert bench.opened == []


def test_two_scanners_at_once_lose_and_double_nothing_and_keep_their_order(bench: SerialBench) -> None:
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


def test_what_was_learned_of_a_scanner_outlives_the_program(bench: SerialBench) -> None:
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


def test_a_scanner_of_no_known_maker_is_known_once_it_was_used(bench: SerialBench) -> None:
    scanner = bench.plug("ttyUSB0", vid=0x1A86)
    bench.begin(Settings(serial_ports=(scanner.device,)))
    bench.wait_for_lights(Light.READY)
    scanner.send(IMEI)
    bench.wait_for_scans(1)
    bench.qtbot.waitUntil(lambda: scanner.info.key in SerialMemory(bench.catalogue).recall().suffixes)
    bench.scanners.apply(AUTO)
    bench.qtbot.waitUntil(lambda: len(bench.opened) >= 2)
    bench.wait_for_lights(Light.READY)


def test_a_taught_suffix_counts_from_then_on(bench: SerialBench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.scanners.teach(bench.scanners.states[0].name, Suffix.ETX)
    bench.qtbot.waitUntil(lambda: len(bench.opened) == 2)
    bench.wait_for_lights(Light.READY)
    scanner.send(b"A\nB\rC\x03D")
    assert bench.wait_for_scans(1) == ["A\nB\rC"]


def test_other_settings_open_what_is_new_and_leave_the_rest_alone(bench: SerialBench) -> None:
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


def test_a_port_both_named_and_known_is_one_scanner(bench: SerialBench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.scanners.apply(Settings(serial_ports=("auto", scanner.device)))
    bench.qtbot.waitUntil(lambda: len(bench.opened) >= 2)
    bench.wait_for_lights(Light.READY)


def test_ports_are_told_to_who_chooses_one_and_not_looked_at_otherwise(bench: SerialBench) -> None:
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


def test_garbled_bytes_are_told_from_text(bench: SerialBench) -> None:
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    scanner.send(b"\xb0\x81\x05\x98\xf8\x11\xc1\r")
    bench.wait_for_lights(Light.GARBLED)
    assert "parity" in bench.scanners.states[0].text.english()
    scanner.send(IMEI + b"\r")
    bench.wait_for_lights(Light.READY)


def test_it_ends_within_a_second_and_leaves_no_thread(bench: SerialBench) -> None:
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
