"""Pairs of IMEIs the devices of a batch bear: found in what is new, gone with the last device that bears them."""

from pathlib import Path

import pytest
from stdnum import luhn

from tests.core import ACME, AUTHOR, Data, open_data
from ztdesk.domain.batch import Batch, Item, NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.pair import kinship

TAC, OTHER_TAC, THIRD_TAC = "00101012", "00101013", "00101014"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def number(tac: str, unit: int) -> str:
    first = f"{tac}{unit:06}"
    return first + str(luhn.calc_check_digit(first))


def opened(data: Data) -> Batch:
    return data.batches.open(ACME, 1.0, AUTHOR)


def put(data: Data, batch: Batch, first: str, second: str = "") -> int:
    """Into the batch; answers the item's id."""
    item = data.items.add(batch.id, NewItem(DeviceIdentifier(imei=first, imei2=second), first), 1.0, AUTHOR)
    assert isinstance(item, Item)
    return item.id


APART = kinship(number(TAC, 1), number(TAC, 501))


def test_a_pair_is_known_as_soon_as_a_device_bears_it(data: Data) -> None:
    batch = opened(data)
    assert not data.items.has_pair(batch.id, APART)
    put(data, batch, number(TAC, 10), number(TAC, 511))
    assert not data.items.has_pair(batch.id, APART), "501 apart, not 500"
    put(data, batch, number(TAC, 20), number(TAC, 520))
    assert data.items.has_pair(batch.id, APART)
    put(data, batch, number(TAC, 30))
    assert data.items.has_pair(batch.id, APART)


@pytest.mark.parametrize(("lower", "higher"), [(THIRD_TAC, THIRD_TAC), (TAC, THIRD_TAC), (TAC, TAC)])
def test_the_type_allocation_codes_count_as_well_as_the_distance(data: Data, lower: str, higher: str) -> None:
    batch = opened(data)
    put(data, batch, number(TAC, 7), number(OTHER_TAC, 8))
    assert data.items.has_pair(batch.id, kinship(number(TAC, 100), number(OTHER_TAC, 101)))
    assert not data.items.has_pair(batch.id, kinship(number(lower, 100), number(higher, 101)))
    assert not data.items.has_pair(batch.id, kinship(number(OTHER_TAC, 100), number(OTHER_TAC, 101)))


def test_a_pair_goes_with_the_last_device_that_bears_it(data: Data) -> None:
    batch = opened(data)
    first = put(data, batch, number(TAC, 10), number(TAC, 510))
    second = put(data, batch, number(TAC, 20), number(TAC, 520))
    assert data.items.has_pair(batch.id, APART)
    data.items.remove(second, 2.0, AUTHOR)
    assert data.items.has_pair(batch.id, APART), "the first bears it, too"
    data.items.remove(first, 2.0, AUTHOR)
    assert not data.items.has_pair(batch.id, APART)


def test_a_device_with_the_id_of_one_taken_out_is_seen(data: Data) -> None:
    batch = opened(data)
    put(data, batch, number(TAC, 1))
    first = put(data, batch, number(TAC, 10))
    assert not data.items.has_pair(batch.id, APART)
    data.items.remove(first, 2.0, AUTHOR)
    assert put(data, batch, number(TAC, 20), number(TAC, 520)) == first
    assert data.items.has_pair(batch.id, APART)


def test_what_another_process_does_is_seen(data: Data) -> None:
    batch = opened(data)
    other = open_data(data.file)
    assert not data.items.has_pair(batch.id, APART)
    added = put(other, batch, number(TAC, 10), number(TAC, 510))
    assert data.items.has_pair(batch.id, APART)
    other.items.remove(added, 2.0, AUTHOR)
    assert not data.items.has_pair(batch.id, APART)


def test_each_batch_has_its_own(data: Data) -> None:
    one, two = opened(data), opened(data)
    put(data, one, number(TAC, 10), number(TAC, 510))
    assert data.items.has_pair(one.id, APART)
    assert not data.items.has_pair(two.id, APART)
    put(data, two, number(TAC, 20), number(TAC, 520))
    assert data.items.has_pair(two.id, APART)
    assert data.items.has_pair(one.id, APART)


def test_of_a_huge_batch_more_is_read_with_every_question(data: Data) -> None:
    both = NewItem(DeviceIdentifier(imei=number(TAC, 10), imei2=number(TAC, 510)), "")
    news = [both, *(NewItem(DeviceIdentifier(imei=number(OTHER_TAC, unit)), "") for unit in range(6000))]
    batch = data.batches.open_with(ACME, news, 1.0, AUTHOR, "test")
    asked = [data.items.has_pair(batch.id, APART) for _time in range(3)]
    assert asked == [False, True, True]
    put(data, batch, number(THIRD_TAC, 10), number(THIRD_TAC, 511))
    assert data.items.has_pair(batch.id, kinship(number(THIRD_TAC, 20), number(THIRD_TAC, 521)))
