"""Killed at random moments, again and again: no confirmed scan is lost, none is doubled, each device is claimed once."""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.journeys.bench import ACME, OBRIEN, claimed_once, set_up
from tests.journeys.child import ROOT, StationChild
from tests.practice_service import RunningPractice, fresh_imei, practice_in_process
from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.paths import DataFolder
from ztdesk.practice.operations import Tempo
from ztdesk.services import opened

pytestmark = pytest.mark.timeout(300)
KILLS = 20
SEED_VARIABLE = "ZTDESK_TEST_SEED"
CLAIM, ASK = "partners.devices.claimAsync", "operations.get"
PATIENCE_S = 60.0
PILE = [fresh_imei(unit) for unit in range(4000)]


def chosen_seed(given: str | None) -> int:
    """The seed that was given, else any."""
    return int(given) if given else random.randrange(1_000_000)


@pytest.fixture
def chance() -> random.Random:
    """Another one each time; what a failed run printed is given back in ZTDESK_TEST_SEED."""
    seed = chosen_seed(os.environ.get(SEED_VARIABLE))
    print(f"{SEED_VARIABLE}={seed}")
    return random.Random(seed)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "station")


def start(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, *map(str, arguments)], cwd=ROOT, encoding="utf-8")


def kill_after(process: "subprocess.Popen[str]", seconds: float) -> None:
    """Kill it unless it ends by itself before."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(PATIENCE_S)


def wait_until(process: "subprocess.Popen[str]", holds: Callable[[], bool]) -> None:
    """Until it holds."""
    nothing = threading.Event()
    for _ in range(int(PATIENCE_S / 0.01)):
        if holds():
            return
        assert process.poll() is None, "it ended by itself"
        nothing.wait(0.01)
    raise AssertionError("waited in vain")


def put_in_queue(folder: DataFolder, units: range) -> None:
    """A queued batch of these devices."""
    with opened(folder) as services:
        devices = [NewItem(DeviceIdentifier(imei=fresh_imei(unit)), fresh_imei(unit)) for unit in units]
        batch = services.batches.open_with(
            BatchDraft(ACME, "ACME Logistics GmbH"), devices, 0.0, services.author, "test"
        )
        services.desk.queue(batch.id)


def finish(cli: CommandLine) -> None:
    """What is left is done by a sync that nobody kills, and all is well."""
    assert cli("sync", "--until-idle", "--timeout", 60).status == 0
    for batch in cli("batches", "--json").json:
        assert batch["state"] in {"done", "open"}, batch
        assert batch["counts"]["total"] == batch["counts"]["succeeded"] or batch["state"] == "open"
    assert cli("journal", "--verify").status == 0


def test_a_run_is_done_again_as_it_was_by_its_seed(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv(SEED_VARIABLE, "4711")
    again: random.Random = request.getfixturevalue("chance")
    assert again.random() == random.Random(4711).random()


def test_killed_while_scanning(
    folder: DataFolder, tmp_path: Path, chance: random.Random, capsys: pytest.CaptureFixture[str]
) -> None:
    confirmed: list[str] = []
    unit = 0
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.0, 100_000, 0.0)) as practice:
        set_up(folder, practice, grace_s=1.0)
        for _ in range(KILLS):
            with StationChild(folder.root) as station:
                # The box that was not confirmed is scanned again, as a packer would; then on with the pile.
                pile = [f"scan {imei}" for imei in PILE[unit : unit + 400]]
                place = chance.randrange(3, 20)
                station.tell("choose brien", *pile[:place], "queue", "choose brien", *pile[place:])
                wait_until(station.process, station.has_confirmed)
                kill_after(station.process, chance.uniform(0.0, 0.6))
            told = station.confirmed
            confirmed += told
            unit = PILE.index(told[-1]) + 1
        _close_and_queue(folder)
        finish(CommandLine(folder.root, capsys))
        with opened(folder) as services:
            kept = [
                item.identifier.imei
                for summary in services.batches.summaries()
                for item in services.items.of_batch(summary.batch.id)
            ]
        print(len(confirmed), "confirmed", len(kept), "kept")
        assert len(confirmed) > KILLS
        assert len(confirmed) == len(set(confirmed))
        assert len(kept) == len(set(kept))
        assert set(confirmed) <= set(kept)
        claimed_once(practice, kept, OBRIEN)


def _has_met(practice: RunningPractice, method: str, before: int) -> bool:
    """Whether another request of this method has arrived."""
    return practice.control.ledger().count(method) > before


def _close_and_queue(folder: DataFolder) -> None:
    with opened(folder) as services:
        for batch in services.batches.open_ones():
            services.desk.queue(batch.id)


@pytest.fixture
def slow_practice(tmp_path: Path) -> Iterator[RunningPractice]:
    """Answers to claims take a while; operations are quick."""
    with practice_in_process(tmp_path / "practice") as practice:
        practice.control.switch_on("slow", 0.3, methods=[CLAIM])
        yield practice


@pytest.mark.parametrize("fault", ["", "drop-after"])
def test_killed_while_sending(
    folder: DataFolder,
    slow_practice: RunningPractice,
    chance: random.Random,
    capsys: pytest.CaptureFixture[str],
    fault: str,
) -> None:
    set_up(folder, slow_practice, grace_s=1.0)
    kills = KILLS // 2
    for turn in range(kills):
        put_in_queue(folder, range(3 * turn, 3 * turn + 3))
        if fault:
            slow_practice.control.switch_on(fault, count=1, methods=[CLAIM])
        before = slow_practice.control.ledger().count(CLAIM)
        process = start("-m", "ztdesk", "--data-dir", folder.root, "sync", "--until-idle")
        wait_until(process, partial(_has_met, slow_practice, CLAIM, before))
        kill_after(process, chance.uniform(0.0, 0.5))
    slow_practice.control.switch_off()
    finish(CommandLine(folder.root, capsys))
    claimed_once(slow_practice, [fresh_imei(unit) for unit in range(3 * kills)], ACME)


def test_killed_while_polling(
    folder: DataFolder, tmp_path: Path, chance: random.Random, capsys: pytest.CaptureFixture[str]
) -> None:
    # A device's operation is over before the grace of a request whose fate is not known.
    with practice_in_process(tmp_path / "practice", tempo=Tempo(0.5, 5.0, 0.5)) as practice:
        set_up(folder, practice, grace_s=3.0)
        for turn in range(KILLS):
            put_in_queue(folder, range(3 * turn, 3 * turn + 3))
            before = practice.control.ledger().count(ASK)
            process = start("-m", "ztdesk", "--data-dir", folder.root, "sync", "--until-idle")
            wait_until(process, partial(_has_met, practice, ASK, before))
            kill_after(process, chance.uniform(0.0, 0.5))
        finish(CommandLine(folder.root, capsys))
        claimed_once(practice, [fresh_imei(unit) for unit in range(3 * KILLS)], ACME)
