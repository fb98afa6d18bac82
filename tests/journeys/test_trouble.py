"""What goes wrong around a station: no service, no network, a closed window, set clocks, several programs, a full disk."""

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.command_line import CommandLine
from tests.journeys.bench import OBRIEN, Bench, bench, claimed_once, set_up
from tests.journeys.child import StationChild
from tests.practice_service import RunningPractice, fresh_imei, practice, practice_in_process
from ztdesk import services
from ztdesk.domain.batch import ShownState
from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.practice.operations import Tempo
from ztdesk.ui.wording import words

__all__ = ["practice"]

CLAIM, ASK = "partners.devices.claimAsync", "operations.get"
IMEIS = [fresh_imei(unit) for unit in range(12)]


def scan_and_queue(station: Bench, imeis: list[str]) -> int:
    station.choose_customer("brien")
    for imei in imeis:
        assert station.scan(imei).kind is VerdictKind.ADDED
    return station.queue()


def has_met(practice: RunningPractice, method: str, before: int) -> bool:
    """Whether another request of this method has arrived."""
    return practice.control.ledger().count(method) > before


def link(station: Bench) -> str:
    return station.desktop.window.connection_pill.text()


def test_scanned_with_no_service_claimed_when_there_is_one(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice
) -> None:
    folder = tmp_path / "station"
    set_up(DataFolder(folder), practice)
    with bench(qapp, qtbot, folder) as station:
        station.until(lambda: bool(station.desktop.services.catalogue.customers()))
    practice.stop()
    with bench(qapp, qtbot, folder) as station:
        batch_id = scan_and_queue(station, IMEIS)
        station.until(lambda: "Offline" in link(station))
        assert station.summary(batch_id).shown is ShownState.QUEUED
    practice.restart()
    with bench(qapp, qtbot, folder) as station:
        assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
        station.until(lambda: link(station) == "Online")
    claimed_once(practice, IMEIS, OBRIEN)
    assert practice.control.ledger().count(CLAIM) == 1


def test_closed_again_and_again_while_sending_and_polling(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.3, 100.0, 0.3)) as practice:
        set_up(DataFolder(folder), practice, grace_s=3.0)
        practice.control.switch_on("slow", 0.2, methods=[CLAIM])
        for turn, method in enumerate((CLAIM, ASK) * 2):
            with bench(qapp, qtbot, folder) as station:
                before = practice.control.ledger().count(method)
                batch_id = scan_and_queue(station, IMEIS[3 * turn : 3 * turn + 3])
                station.until(partial(has_met, practice, method, before))
        with bench(qapp, qtbot, folder) as station:
            for number in range(1, batch_id + 1):
                assert station.wait_for_verdicts(number).shown is ShownState.DONE
        claimed_once(practice, IMEIS, OBRIEN)
        assert practice.control.ledger().count(CLAIM) == 4


def test_the_network_goes_and_comes_while_polling(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.5, 100.0, 0.3)) as practice:
        set_up(DataFolder(folder), practice)
        with bench(qapp, qtbot, folder) as station:
            batch_id = scan_and_queue(station, IMEIS)
            station.until(lambda: practice.control.ledger().count(ASK) > 0)
            practice.control.switch_on("offline")
            station.until(lambda: "Offline" in link(station))
            assert station.scan(fresh_imei(99)).kind is VerdictKind.REFUSED  # no batch at hand; nothing hangs
            practice.control.switch_off("offline")
            station.desktop.status_line.button.click()
            assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
            station.until(lambda: link(station) == "Online")
        claimed_once(practice, IMEIS, OBRIEN)


def test_the_service_starts_anew_in_the_middle(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.5, 100.0, 0.3)) as practice:
        set_up(DataFolder(folder), practice)
        with bench(qapp, qtbot, folder) as station:
            batch_id = scan_and_queue(station, IMEIS)
            station.until(lambda: practice.control.ledger().count(ASK) > 0)
            practice.restart()
            assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
        claimed_once(practice, IMEIS, OBRIEN)


class SetClock:
    """The module `time`, but somebody sets its clock."""

    def __init__(self) -> None:
        self.off_s = 0.0

    def time(self) -> float:
        return time.time() + self.off_s

    def monotonic(self) -> float:
        return time.monotonic()


@pytest.mark.parametrize("off_s", [-7200.0, -1800.0, 7200.0])
def test_the_clock_is_set_while_polling(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off_s: float
) -> None:
    folder = tmp_path / "station"
    clock = SetClock()
    monkeypatch.setattr(services, "time", clock)
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.5, 100.0, 0.3)) as practice:
        set_up(DataFolder(folder), practice)
        with bench(qapp, qtbot, folder) as station:
            batch_id = scan_and_queue(station, IMEIS)
            station.until(lambda: practice.control.ledger().count(ASK) > 0)
            clock.off_s = off_s
            assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
        claimed_once(practice, IMEIS, OBRIEN)


def test_two_windows_and_a_command_on_one_folder(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "station"
    set_up(DataFolder(folder), practice)
    command = CommandLine(folder, capsys)
    mine, theirs = IMEIS[:6], IMEIS[6:]
    with bench(qapp, qtbot, folder) as station, StationChild(folder) as other:
        station.until(lambda: bool(station.desktop.services.catalogue.customers()))
        other.tell("choose brien", *(f"scan {imei}" for imei in theirs))
        station.until(lambda: other.confirmed == theirs)
        station.choose_customer("brien")
        for imei in mine:
            assert station.scan(imei).kind is VerdictKind.ADDED
        # What the other window has is no new device here.
        assert station.scan(theirs[0]).kind is VerdictKind.DUPLICATE
        assert station.desktop.station.is_locked
        station.key(Qt.Key.Key_F7)
        refused = command("sync")
        assert refused.status == 3
        assert "Another ztdesk" in refused.sentence
        other.tell("queue")
        # One of the two sends what both have queued.
        for batch_id in {station.queue(), 1, 2}:
            assert station.wait_for_verdicts(batch_id).counts.succeeded == 6
        other.tell("close")
        station.until(lambda: other.process.poll() is not None)
        assert other.process.returncode == 0
    assert command("sync", "--until-idle").status == 0
    assert command("journal", "--verify").status == 0
    claimed_once(practice, IMEIS, OBRIEN)


def test_a_full_disk_refuses_in_words_and_scanning_goes_on_when_there_is_space(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice
) -> None:
    folder = tmp_path / "station"
    set_up(DataFolder(folder), practice)
    with bench(qapp, qtbot, folder) as station:
        station.choose_customer("brien")
        connection = station.desktop.services.database.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        added: list[str] = []
        for unit in range(2000):
            imei = fresh_imei(unit)
            verdict = station.scan(imei)
            if verdict.kind is VerdictKind.REFUSED:
                break
            added.append(imei)
        assert verdict.kind is VerdictKind.REFUSED
        assert "disk is full" in words(verdict.detail)
        assert station.user.detail == words(verdict.detail)
        assert len(station.user.rows) == len(added) == station.user.count
        connection.execute("PRAGMA max_page_count = 1000000")
        assert station.scan(imei).kind is VerdictKind.ADDED
        batch_id = station.queue()
        assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
        assert station.desktop.services.journal.first_broken() is None
    claimed_once(practice, [*added, imei], OBRIEN)
