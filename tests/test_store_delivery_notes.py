"""Delivery notes over a real store: what a batch holds already is found, however much that is."""

from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, Data, device, imei, open_data
from ztdesk.domain.batch import NewItem
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.store.delivery_notes import DeliveryNotes


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def notes_of(data: Data) -> DeliveryNotes:
    return DeliveryNotes(data.database, data.journal)


def test_a_note_loaded_late_finds_what_was_scanned_before(data: Data) -> None:
    notes = notes_of(data)
    batch = data.batches.open_with(ACME, [device(unit) for unit in range(1, 3001)], 1.0, AUTHOR, "test")
    lines = [NoteLine(unit, (imei(unit + 500), imei(unit + 50_000))) for unit in range(1, 3001)]
    assert notes.load(batch.id, lines, 2.0, AUTHOR, "note.csv")
    assert notes.counts(batch.id) == NoteCounts(3000, 2500, 500)
    assert [line.line for line in notes.missing(batch.id, 2)] == [2501, 2502]
    assert len(notes.unexpected_ids(batch.id)) == 500
    assert notes.load(batch.id, (), 3.0, AUTHOR, "")
    assert notes.counts(batch.id) == NoteCounts(0, 0, 3000)


def test_a_serial_number_is_found_however_its_letters_are_written(data: Data) -> None:
    notes = notes_of(data)
    serial = DeviceIdentifier(serial="R5CT10ABCDE", manufacturer="samsung", model="SM-X200")
    batch = data.batches.open_with(ACME, [NewItem(serial, "")], 1.0, AUTHOR, "test")
    assert notes.load(batch.id, [NoteLine(1, ("r5ct10abcde",))], 2.0, AUTHOR, "note.csv")
    assert notes.counts(batch.id) == NoteCounts(1, 1, 0)


def test_no_note_is_loaded_into_a_batch_that_was_queued(data: Data) -> None:
    notes = notes_of(data)
    batch = data.queued([1])
    assert not notes.load(batch.id, [NoteLine(1, (imei(1),))], 3.0, AUTHOR, "note.csv")
    assert notes.missing(batch.id, 10) == ()
