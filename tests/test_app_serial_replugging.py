"""Serial scanners that are pulled, refused or taken by another program: found again, and nothing whole is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS
from tests.serial_bench import IMEI, OTHER, REPLUG_MS, SerialBench, is_free
from ztdesk.background.port_watch import LOOK_EVERY_MS
from ztdesk.scanning.scanner_ports import Light, LineSettings
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


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_scanner_that_was_pulled_comes_back_by_itself(bench: SerialBench, elsewhere: bool) -> None:
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
def test_a_scanner_set_by_its_port_comes_back_too_even_after_a_restart(bench: SerialBench, elsewhere: bool) -> None:
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


def test_a_port_that_no_list_names_comes_back_too(bench: SerialBench) -> None:
    scanner = bench.plug("scanner-link")
    bench.plugged.remove(scanner)  # the system does not list it
    bench.begin(Settings(serial_ports=(scanner.device,)))
    bench.wait_for_lights(Light.READY)
    scanner.unplug()
    bench.wait_for_lights(Light.ABSENT)
    scanner.plug()
    bench.wait_for_lights(Light.READY)
    bench.plugged.append(scanner)


def test_a_port_that_died_in_silence_is_given_up_once_no_list_names_it(bench: SerialBench) -> None:
    """Some drivers raise nothing when their device is pulled: the port stays open and nothing ever comes."""
    scanner = bench.plug("ttyACM0")
    bench.begin()
    bench.wait_for_lights(Light.READY)
    bench.hidden.append(scanner)
    bench.wait_for_lights(Light.ABSENT)
    bench.qtbot.waitUntil(lambda: is_free(scanner.device))
    bench.hidden.clear()
    bench.wait_for_lights(Light.READY)


def test_a_device_that_is_no_scanner_is_not_opened_in_its_place(bench: SerialBench) -> None:
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
def test_a_port_that_cannot_be_opened_says_why_and_is_tried_until_it_can(
    bench: SerialBench, light: Light, says: str
) -> None:
    scanner = bench.plug("ttyACM0")
    bench.refusals[scanner.device] = light
    bench.begin()
    bench.wait_for_lights(light)
    assert says in bench.scanners.states[0].text.english()
    del bench.refusals[scanner.device]
    bench.wait_for_lights(Light.READY)


def test_a_port_that_another_program_took_is_taken_back_when_it_is_free(bench: SerialBench) -> None:
    scanner = bench.plug("ttyACM0")
    theirs = open_port(scanner.device, LineSettings())
    bench.begin()
    bench.wait_for_lights(Light.BUSY)
    theirs.close()
    bench.wait_for_lights(Light.READY)


def test_pulled_while_it_sends_it_loses_only_what_was_not_whole_and_joins_nothing(bench: SerialBench) -> None:
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


def test_one_scanner_pulled_does_not_disturb_the_other(bench: SerialBench) -> None:
    first, second = bench.plug("ttyACM0", serial_number="A"), bench.plug("ttyACM1", serial_number="B")
    bench.begin()
    bench.wait_for_lights(Light.READY, Light.READY)
    second.send(IMEI[:8])
    first.unplug()
    bench.wait_for_lights(Light.ABSENT, Light.READY)
    second.send(IMEI[8:] + b"\r")
    assert bench.wait_for_scans(1)[-1].endswith("9")
