"""What is in the way of a port is told in kinds a person can act on; what came before it died is not lost."""

import errno
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import serial
from serial.tools import list_ports as tool

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.scanning import serial_port
from ztdesk.scanning.scanner_ports import Light, LineSettings, PortInfo
from ztdesk.scanning.serial_port import PortTrouble, list_ports, open_port

LINE = LineSettings()


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PseudoScanner]:
    scanner = PseudoScanner(tmp_path / "ttyACM0")
    yield scanner
    scanner.unplug()


def light_of(device: str, line: LineSettings = LINE) -> Light:
    with pytest.raises(PortTrouble) as caught:
        open_port(device, line)
    assert caught.value.reason
    return caught.value.light


def test_pyserial_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; import ztdesk.app.serial_scanners, ztdesk.scanning.serial_port; sys.exit('serial' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_ports_are_listed_with_what_is_known_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = {"manufacturer": None, "product": None, "vid": None, "pid": None, "serial_number": None}
    found = [SimpleNamespace(device="COM1", **blank)]
    zebra = {"manufacturer": "Symbol\n", "product": "Scanner", "vid": 0x05E0, "pid": 0x1701, "serial_number": "S1"}
    found.append(SimpleNamespace(device="COM4", **zebra))
    monkeypatch.setattr(tool, "comports", lambda: found)
    monkeypatch.setattr(serial_port, "sorted", list, raising=False)
    assert list_ports() == (PortInfo("COM1"), PortInfo("COM4", "Symbol", "Scanner", 0x05E0, 0x1701, "S1"))


def test_this_systems_ports_can_be_listed() -> None:
    assert all(port.device for port in list_ports())


@NEEDS_PSEUDO_TERMINALS
def test_an_open_port_reads_what_comes_and_waits_a_moment_for_it(scanner: PseudoScanner) -> None:
    port = open_port(scanner.device, LINE)
    assert port.read() == b""
    scanner.send(b"123\r")
    assert port.read() == b"123\r"
    port.close()
    port.close()


@NEEDS_PSEUDO_TERMINALS
def test_a_port_that_is_taken_is_busy(scanner: PseudoScanner) -> None:
    port = open_port(scanner.device, LINE)
    assert light_of(scanner.device) is Light.BUSY
    port.close()
    open_port(scanner.device, LINE).close()


@NEEDS_PSEUDO_TERMINALS
def test_a_pulled_port_says_so_and_can_be_closed(scanner: PseudoScanner) -> None:
    port = open_port(scanner.device, LINE)
    scanner.unplug()
    with pytest.raises(PortTrouble) as caught:
        port.read()
    assert caught.value.light is Light.ABSENT
    port.close()
    assert light_of(scanner.device) is Light.ABSENT


def test_what_came_before_a_port_died_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        port = "COM4"

        def __init__(self) -> None:
            self.is_dead = False

        def open(self) -> None:
            pass

        def read(self, _size: int) -> bytes:
            if self.is_dead:
                raise serial.SerialException("ClearCommError failed")
            self.is_dead = True
            return b"1"

        @property
        def in_waiting(self) -> int:
            raise serial.SerialException("ClearCommError failed")

        def close(self) -> None:
            raise OSError("the handle is invalid")

    monkeypatch.setattr(serial, "Serial", Dying)
    port = open_port("COM4", LINE)
    assert port.read() == b"1"
    with pytest.raises(PortTrouble):
        port.read()
    port.close()


def test_what_is_no_port_or_not_there_is_told_apart(tmp_path: Path) -> None:
    assert light_of(str(tmp_path / "none")) is Light.ABSENT
    assert light_of("") in {Light.ABSENT, Light.UNUSABLE}
    file = tmp_path / "file"
    file.touch()
    if sys.platform != "win32":
        assert light_of(str(file)) is Light.UNUSABLE


@NEEDS_PSEUDO_TERMINALS
def test_a_line_that_the_port_cannot_do_makes_it_unusable(scanner: PseudoScanner) -> None:
    assert light_of(scanner.device, LineSettings(byte_size=9)) is Light.UNUSABLE
    open_port(scanner.device, LineSettings(115_200, 7, "even", 2)).close()


WINDOWS_REFUSAL = "could not open port 'COM4': PermissionError(13, 'Access is denied.', None, 5)"
WINDOWS_ABSENT = (
    "could not open port 'COM4': FileNotFoundError(2, 'The system cannot find the file specified.', None, 2)"
)


@pytest.mark.parametrize(
    ("platform", "error", "light"),
    [
        ("linux", serial.SerialException(errno.EACCES, "could not open port"), Light.DENIED),
        ("linux", serial.SerialException(errno.EBUSY, "could not open port"), Light.BUSY),
        ("win32", serial.SerialException(WINDOWS_REFUSAL), Light.BUSY),
        ("win32", serial.SerialException(WINDOWS_ABSENT), Light.ABSENT),
        ("win32", serial.SerialException("could not open port 'COM4': OSError(22, 'x', None, 121)"), Light.UNUSABLE),
        ("win32", ValueError("Not a valid baudrate"), Light.UNUSABLE),
    ],
)
def test_every_systems_refusals_are_understood(
    monkeypatch: pytest.MonkeyPatch, platform: str, error: Exception, light: Light
) -> None:
    class Refused(SimpleNamespace):
        def open(self) -> None:
            raise error

    monkeypatch.setattr(serial, "Serial", Refused)
    monkeypatch.setattr(serial_port, "sys", SimpleNamespace(platform=platform))
    assert light_of("COM4") is light
