"""Scans of serial scanners join those of the keyboard, each understood as its scanner was taught."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.app.scanner_stream import ScannerStream
from ztdesk.domain.errors import ZtdeskError
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.scanner_ports import Light, PortInfo, ScannerState
from ztdesk.scanning.strokes import KEYBOARD, Scan
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database

IMEI = "001010123456789"


class Rig:
    """A stream on a store, and what it tells."""

    def __init__(self, folder: Path, qtbot: QtBot, catalogue: Catalogue) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.catalogue = catalogue
        self.streams: list[ScannerStream] = []
        self.stream = self.restart()

    def restart(self) -> ScannerStream:
        for stream in self.streams:
            stream.stop()
        self.stream = stream = ScannerStream(self.catalogue)
        self.streams.append(stream)
        self.scans: list[Scan] = []
        self.states: tuple[ScannerState, ...] = ()
        self.troubles: list[ZtdeskError] = []
        stream.scanned.connect(self.scans.append)
        stream.states_changed.connect(lambda states: setattr(self, "states", states))
        stream.trouble.connect(self.troubles.append)
        return stream

    def wait_for(self, *lights: Light) -> None:
        self.qtbot.waitUntil(lambda: [state.light for state in self.states] == list(lights))

    def hear(self, scanner: PseudoScanner, data: bytes) -> Scan:
        before = len(self.scans)
        scanner.send(data)
        self.qtbot.waitUntil(lambda: len(self.scans) > before)
        return self.scans[-1]


@pytest.fixture
def rig(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    database = Database(tmp_path / "ztdesk.db")
    rig = Rig(tmp_path, qtbot, Catalogue(database))
    yield rig
    for stream in rig.streams:
        stream.stop()
    database.close()


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PseudoScanner]:
    scanner = PseudoScanner(tmp_path / "COM4")
    yield scanner
    scanner.unplug()


@NEEDS_PSEUDO_TERMINALS
def test_a_serial_scan_comes_with_its_scanners_name(rig: Rig, scanner: PseudoScanner) -> None:
    rig.stream.start(Settings(serial_ports=(scanner.device,)))
    rig.wait_for(Light.READY)
    scan = rig.hear(scanner, b"001010123456789\r\n")
    assert (scan.text, scan.scanner) == (IMEI, rig.states[0].name)


@NEEDS_PSEUDO_TERMINALS
def test_what_was_taught_is_taken_off_also_after_a_restart(rig: Rig, scanner: PseudoScanner) -> None:
    settings = Settings(serial_ports=(scanner.device,))
    rig.stream.start(settings)
    rig.wait_for(Light.READY)
    name = rig.states[0].name
    assert rig.hear(scanner, b"@001010123456789\r").text == "@" + IMEI
    taught = ScannerProfile(name, suffix="\r", suffix_seen=True, prefix="@", gs_as="{GS}", taught=True)
    rig.stream.teach(taught)
    rig.wait_for(Light.READY)
    scan = rig.hear(scanner, b"@001010123456789\r")
    assert (scan.text, scan.raw) == (IMEI, f"@{IMEI}\r")
    rig.restart().start(settings)
    rig.wait_for(Light.READY)
    assert rig.hear(scanner, b"@8002001010123456789{GS}2177\r").text == f"8002{IMEI}\x1d2177"
    assert not rig.troubles


@NEEDS_PSEUDO_TERMINALS
def test_other_ports_are_heard_as_soon_as_they_are_set(rig: Rig, scanner: PseudoScanner) -> None:
    rig.stream.apply(Settings(serial_ports=(scanner.device,)))  # before the start nothing is heard
    rig.stream.start(Settings())
    rig.stream.apply(Settings(serial_ports=(scanner.device,)))
    rig.wait_for(Light.READY)
    rig.stream.apply(Settings())
    rig.wait_for()


def test_without_serial_ports_nothing_serial_runs(rig: Rig) -> None:
    rig.stream.start(Settings())
    rig.stream.watch_ports(wanted=False)
    assert rig.stream._serial is None


def test_ports_are_told_while_somebody_chooses_one(rig: Rig) -> None:
    told: list[tuple[PortInfo, ...]] = []
    rig.stream.ports_changed.connect(told.append)
    rig.stream.watch_ports(wanted=True)
    assert not told  # nothing runs before the start
    rig.stream.start(Settings())
    rig.stream.watch_ports(wanted=True)
    rig.qtbot.waitUntil(lambda: bool(told))
    rig.stream.watch_ports(wanted=False)


def test_the_keyboard_scanner_is_taught_too(rig: Rig) -> None:
    taught = ScannerProfile(KEYBOARD, suffix="\r", suffix_seen=True, prefix="@", taught=True)
    rig.stream.teach(taught)
    assert rig.stream.keyboard.profile == taught
    assert rig.restart().keyboard.profile == replace(taught)
