"""The whole job with the scanner alone: by keys, by a serial port, and by both in turn."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.core import imei
from tests.journeys.bench import ACME, OBRIEN, Bench, bench, claimed_once, set_up
from tests.practice_service import RunningPractice, practice
from tests.pseudo_scanner import NEEDS_PSEUDO_TERMINALS, PseudoScanner
from ztdesk.domain.batch import BatchDraft, ShownState
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.journal import Event
from ztdesk.paths import DataFolder

__all__ = ["practice"]

BOXES = [(imei(unit), imei(unit + 1)) for unit in range(500, 524, 2)]


def card(verb: Verb, argument: str = "") -> str:
    return encode(Command(verb, argument))


def codes() -> list[tuple[str, str]]:
    """Every scan of the job with the kind of verdict it gets, but for the last one, which queues."""
    turns = random.Random(7)
    scans = [
        (card(Verb.OPERATOR, "ANA-7"), "done"),
        (card(Verb.CUSTOMER, OBRIEN), "done"),
        (card(Verb.ORDER, "PO-88213"), "done"),
        (card(Verb.QTY, "12"), "done"),
    ]
    for number, box in enumerate(BOXES):
        pair = list(box)
        turns.shuffle(pair)
        scans += [(pair[0], "part"), (pair[1], "added")]
        if number == 4:  # the wrong customer's card, acknowledged by barcode; then the box once more
            scans += [(card(Verb.CUSTOMER, ACME), "refused"), (BOXES[5][0], "refused"), (card(Verb.ACK), "done")]
        if number == 8:
            scans += [(card(Verb.UNDO), "done"), (pair[1], "part"), (pair[0], "added")]
    return scans


def do_the_job(station: Bench, scan_by: Callable[[int, str], str]) -> int:
    """All of it; the batch's id. `scan_by(number, code)` scans and answers the kind of its verdict."""
    station.until(lambda: bool(station.desktop.services.catalogue.customers()))
    for number, (code, kind) in enumerate(codes()):
        assert scan_by(number, code) == kind, f"scan {number} of {code}"
    batch = station.desktop.station.batch
    assert batch is not None
    assert (batch.total, batch.draft.order_number) == (12, "PO-88213")
    scan_by(len(codes()), card(Verb.QUEUE))
    station.until(lambda: station.desktop.station.batch is None)
    assert station.desktop.settings.operator == "ANA-7"
    return batch.id


@pytest.mark.parametrize(
    "by",
    ["keys", pytest.param("port", marks=NEEDS_PSEUDO_TERMINALS), pytest.param("both", marks=NEEDS_PSEUDO_TERMINALS)],
)
def test_twelve_dual_sim_phones_by_scans_alone(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice, by: str
) -> None:
    folder = tmp_path / "station"
    port = None if by == "keys" else PseudoScanner(tmp_path / "ttyACM0")
    set_up(DataFolder(folder), practice, serial_ports=[port.device] if port is not None else [])
    try:
        with bench(qapp, qtbot, folder) as station:
            desktop = station.desktop
            # What boxes bear was set for the batch before, and holds for the next one.
            before = desktop.services.desk.open(BatchDraft(OBRIEN, codes_per_box=CodesPerBox.TWO_IMEIS))
            assert desktop.services.desk.cancel(before.id, 0)
            if port is not None:
                station.until(lambda: desktop.scan_desk.has_serial)

            def by_keys(code: str) -> str:
                return station.scan(code).kind.value

            def by_port(code: str) -> str:
                assert port is not None
                count = len(station.verdicts)
                port.send(f"{code}\r".encode())
                station.until(lambda: len(station.verdicts) > count)
                return station.verdicts[-1].kind.value

            ways = {"keys": (by_keys,), "port": (by_port,), "both": (by_keys, by_port)}[by]
            batch_id = do_the_job(station, lambda number, code: ways[number % len(ways)](code))
            assert station.wait_for_verdicts(batch_id).shown is ShownState.DONE
            items = desktop.services.items.of_batch(batch_id)
            scanners = {
                entry.scanner
                for entry in desktop.services.journal.entries()
                if entry.event in {Event.SCANNED, Event.PUT_BY}
            }
    finally:
        if port is not None:
            port.unplug()
    assert len(scanners) == len(ways), "each scan has its scanner's name"
    held = [(item.identifier.imei, item.identifier.imei2) for item in items]
    assert Counter(held) == Counter((min(box), max(box)) for box in BOXES)
    claimed_once(practice, Counter(min(box) for box in BOXES), OBRIEN)
    taken = {(line.number(), line.number("imei2")) for line in practice.control.ledger().claims()}
    assert taken == {(min(box), max(box)) for box in BOXES}
