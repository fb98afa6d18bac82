"""What the service said of a device is kept for that device alone, and goes with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, device, imei, open_data
from ztdesk.domain.batch import Batch, BatchKind, Item
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.store.sightings import Sightings

AGAIN_S = 600.0
UNCLAIMED = Sighting(Found.UNCLAIMED, START)
ELSEWHERE = Sighting(Found.OTHER_CUSTOMER, START, "1700000043", "Müller & Söhne")
THROUGH_VENDOR = Sighting(Found.VENDOR, START, "1900000001", "", "1800000001")
FAILED = Sighting(Found.FAILED, START)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


@pytest.fixture
def sightings(data: Data) -> Sightings:
    return Sightings(data.database)


def wanted(sightings: Sightings, now: float = START, most: int = 100) -> list[str]:
    return [one.item.identifier.imei for one in sightings.wanted(now, AGAIN_S, most)]


def test_devices_of_open_batches_are_wanted_newest_first_until_something_is_known(
    data: Data, sightings: Sightings
) -> None:
    data.queued([7])
    data.opened([8], replace(ACME, kind=BatchKind.UNCLAIM))
    batch = data.opened([1, 2, 3])
    assert wanted(sightings) == [imei(3), imei(2), imei(1)]
    assert wanted(sightings, most=2) == [imei(3), imei(2)]
    assert sightings.wanted(START, AGAIN_S, 1)[0].customer_id == ACME.customer_id
    assert sightings.keep(data.item(batch, 2), UNCLAIMED)
    assert wanted(sightings) == [imei(3), imei(1)]


@pytest.mark.parametrize(("later_s", "is_wanted"), [(0.0, False), (599.0, False), (601.0, True), (-5.0, True)])
def test_what_could_not_be_looked_up_is_wanted_again_after_a_while(
    data: Data, sightings: Sightings, later_s: float, is_wanted: bool
) -> None:
    batch = data.opened([1])
    assert sightings.keep(data.item(batch, 1), FAILED)
    assert bool(wanted(sightings, START + later_s)) is is_wanted


def test_what_is_kept_is_read_back_whole_and_replaced_by_what_comes_later(data: Data, sightings: Sightings) -> None:
    batch = data.opened([1, 2, 3])
    first, second, third = data.items.of_batch(batch.id)
    for item, sighting in ((first, ELSEWHERE), (second, THROUGH_VENDOR)):
        assert sightings.keep(item, sighting)
    assert sightings.of([first.id, second.id, third.id, 999]) == {first.id: ELSEWHERE, second.id: THROUGH_VENDOR}
    assert sightings.of([]) == {}
    assert sightings.keep(first, UNCLAIMED)
    assert sightings.of([first.id]) == {first.id: UNCLAIMED}


def test_it_goes_with_its_device(data: Data, sightings: Sightings) -> None:
    batch = data.opened([1, 2])
    last = data.item(batch, 2)
    assert sightings.keep(last, ELSEWHERE)
    data.items.remove(last.id, START, AUTHOR)
    assert sightings.of([last.id]) == {}
    assert not sightings.keep(last, ELSEWHERE)


def test_what_was_found_of_a_device_is_not_kept_for_the_next_one_of_the_same_id(
    data: Data, sightings: Sightings
) -> None:
    batch = data.opened([1, 2])
    removed = data.item(batch, 2)
    data.items.remove(removed.id, START, AUTHOR)
    added = data.items.add(batch.id, device(3), START, AUTHOR)
    assert isinstance(added, Item)
    assert added.id == removed.id, "SQLite gives the id of a row at the end to the next one"
    assert not sightings.keep(removed, ELSEWHERE)
    assert sightings.of([added.id]) == {}
    assert wanted(sightings) == [imei(3), imei(1)]


def test_those_held_by_somebody_else_are_counted_by_batch(data: Data, sightings: Sightings) -> None:
    def seen(batch: Batch, *found: Sighting) -> None:
        for item, sighting in zip(data.items.of_batch(batch.id), found, strict=False):
            assert sightings.keep(item, sighting)

    first, second = data.opened([1, 2, 3, 4, 5]), data.opened([6, 7])
    seen(first, ELSEWHERE, THROUGH_VENDOR, UNCLAIMED, FAILED)
    seen(second, ELSEWHERE, Sighting(Found.OURS, START, ACME.customer_id))
    assert (sightings.held_count(first.id), sightings.held_count(second.id)) == (2, 1)
    assert sightings.held_count(999) == 0


def test_only_what_somebody_else_holds_is_held() -> None:
    assert [found for found in Found if found.is_held] == [Found.OTHER_CUSTOMER, Found.VENDOR]
