"""A box that two windows on one data folder scan at once: no code of one is put into the box of the other."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import AUTHOR, Data, imei, open_data
from tests.packing import chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.verdict import VerdictKind

BOTH = CodesPerBox.TWO_IMEIS


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def beside(data: Data, batch_id: int) -> Data:
    """Another window on the same folder and batch."""
    other = open_data(data.file, data.clock)
    other.station.choose(batch_id)
    return other


def test_two_boxes_begun_at_once_are_not_put_together(data: Data) -> None:
    batch = chosen(data, BOTH)
    other = beside(data, batch.id)
    assert kinds(data, imei(1)) == ["part"]
    refused = other.station.take(imei(500))
    assert (refused.kind, refused.title.english()) == (VerdictKind.REFUSED, "This box changed in another window")
    assert other.station.box.imeis == (imei(1),), "what is waited for now is shown"
    assert beside(data, batch.id).station.box.imeis == (imei(1),)
    assert kinds(other, imei(500)) == ["asked"]
    assert kinds(data, imei(2)) == ["added"]
    assert held(data, batch) == [(imei(1), imei(2), "")]


def test_a_box_that_was_finished_elsewhere_takes_no_more(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    data.station.take(imei(1))
    other = beside(data, batch.id)
    data.station.next_box()
    assert kinds(other, "R5CT10ABCDE") == ["refused"]
    assert not other.station.is_box_begun
    assert other.boxes.parts(batch.id) == ()


@pytest.mark.parametrize("last", [imei(2), ""])
def test_a_box_is_finished_with_the_codes_it_has_on_disk(data: Data, last: str) -> None:
    batch = chosen(data, BOTH)
    other = beside(data, batch.id)
    data.station.take(imei(1))
    other.station.reload()
    data.station.undo_last()
    data.station.take(imei(40))
    verdict = other.station.take(last) if last else other.station.next_box()
    assert verdict.title.english() == "This box changed in another window"
    assert other.station.box.imeis == (imei(40),)
    assert held(data, batch) == []


def test_dropping_a_box_leaves_the_one_begun_elsewhere_since(data: Data) -> None:
    batch = chosen(data, BOTH)
    data.station.take(imei(1))
    other = beside(data, batch.id)
    data.station.next_box()
    data.station.take(imei(40))
    other.station.undo_last()
    assert [part.value for part in data.boxes.parts(batch.id)] == [imei(40)]
    assert other.station.box.imeis == (imei(40),)


def test_a_batch_queued_elsewhere_keeps_no_code(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(1), imei(2))
    assert data.batches.queue(batch.id, data.clock(), AUTHOR)
    verdict = data.station.take(imei(3))
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "Batch is closed")
    assert data.boxes.parts(batch.id) == ()
    assert not data.station.is_box_begun


def test_what_a_batch_no_longer_asks_for_is_in_no_devices_raw(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    kinds(data, "R5CT10ABCDE", f"IMEI:{imei(1)}")
    data.desk.change(batch.id, replace(batch.draft, codes_per_box=BOTH))
    data.station.reload()
    assert kinds(data, imei(2)) == ["added"]
    assert data.item(batch, 1).raw == f"IMEI:{imei(1)}\n{imei(2)}"
