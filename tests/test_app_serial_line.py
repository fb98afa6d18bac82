"""A serial scanner's state is told in words a person can act on."""

import sys
from collections.abc import Iterator
from threading import Semaphore

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.app.serial_line import SerialLine, is_garbled
from ztdesk.background.serial_worker import Hearing, SerialThread
from ztdesk.scanning.scanner_ports import Light, LineSettings
from ztdesk.scanning.serial_port import OpenPort, PortTrouble


class Shut:
    """A port that cannot be opened, for a reason that can change."""

    def __init__(self) -> None:
        self.light = Light.BUSY

    def open(self, _device: str, _line: LineSettings) -> OpenPort:
        raise PortTrouble(self.light, "a reason")


@pytest.fixture
def shut() -> Shut:
    return Shut()


@pytest.fixture
def line(qapp: QApplication, shut: Shut) -> Iterator[SerialLine]:
    line = SerialLine("COM4", SerialThread(shut.open), lambda: 5.0)
    yield line
    line.port_thread.stop()


HEARING = Hearing("COM4", "Zebra COM4")


class Quiet:
    """A port that opens and from which nothing comes."""

    def __init__(self, opened: Semaphore) -> None:
        opened.release()

    def read(self) -> bytes:
        return b""

    def close(self) -> None:
        pass


def test_a_late_answer_of_a_port_given_up_meanwhile_is_no_news(qapp: QApplication, qtbot: QtBot) -> None:
    opened = Semaphore(0)
    line = SerialLine("COM4", SerialThread(lambda _device, _line: Quiet(opened)), lambda: 5.0)
    lights: list[Light] = []
    line.changed.connect(lambda: lights.append(line.state.light))
    try:
        line.hear(HEARING)
        assert opened.acquire(timeout=5)  # it is open, and this thread has not been told yet
        line.miss()
        with qtbot.waitSignal(line.port_thread.stood):
            pass
        assert line.state.light is Light.ABSENT
        line.hear(HEARING)  # plugged in again: opened anew
        assert opened.acquire(timeout=5)
        qtbot.waitUntil(lambda: line.state.light is Light.READY)
        assert lights == [Light.OPENING, Light.ABSENT, Light.READY]
    finally:
        line.port_thread.stop()


def test_before_it_was_ever_there_it_is_called_by_its_port(line: SerialLine) -> None:
    line.miss()
    assert (line.state.name, line.state.port, line.state.light) == ("COM4", "COM4", Light.ABSENT)
    assert line.state.last_seen is None


@pytest.mark.parametrize("light", [Light.ABSENT, Light.BUSY, Light.DENIED, Light.UNUSABLE])
def test_each_reason_says_what_to_do(line: SerialLine, shut: Shut, qtbot: QtBot, light: Light) -> None:
    shut.light = light
    line.hear(HEARING)
    assert line.state.light is Light.OPENING
    qtbot.waitUntil(lambda: line.state.light is light)
    assert line.state.name == "Zebra COM4"
    assert any(
        verb in line.state.text.english() for verb in ("Plug it in", "Close that", "Add this", "Ask IT", "Check")
    )


def test_the_way_to_a_permission_is_the_systems(
    line: SerialLine, shut: Shut, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut.light = Light.DENIED
    line.hear(HEARING)
    qtbot.waitUntil(lambda: line.state.light is Light.DENIED)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "dialout" in line.state.text.english()
    monkeypatch.setattr(sys, "platform", "win32")
    assert "IT" in line.state.text.english()


def test_a_change_is_told_once(line: SerialLine, qtbot: QtBot) -> None:
    changes: list[int] = []
    line.hear(HEARING)
    qtbot.waitUntil(lambda: line.state.light is Light.BUSY)
    line.changed.connect(lambda: changes.append(1))
    line.hear(HEARING)  # tried again, and no other answer
    with qtbot.waitSignal(line.port_thread.stood):
        pass
    assert changes == []


@pytest.mark.parametrize(
    "raw",
    ["001010123456789\r", "Z\xfcrich 12", "\x02[)>\x1e06\x1dS1\x1e\x04\x03", "Stück".encode().decode("latin-1"), ""],
)
def test_text_is_not_garbled(raw: str) -> None:
    assert not is_garbled(raw)


@pytest.mark.parametrize("raw", ["\xb0\x81\x05\x98\xf8\x11\xc1\r", "\x00\x80\x00\x80", "12\xff\xfe\x01\x15"])
def test_a_wrong_line_setting_shows(raw: str) -> None:
    assert is_garbled(raw)
