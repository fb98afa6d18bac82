"""What two numbers tell of whether they are one phone's, whichever came first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core import imei
from ztdesk.domain.pair import are_alike, kinship
from ztdesk.practice.identifiers import with_check_digit

UNITS = st.integers(0, 999_999)


@given(UNITS, UNITS)
def test_only_neighbours_of_one_range_are_usual(first: int, second: int) -> None:
    pair = kinship(imei(first), imei(second))
    assert pair == kinship(imei(second), imei(first))
    assert pair.is_usual is (abs(first - second) == 1)
    assert pair.is_possible


@given(UNITS, UNITS, UNITS, UNITS)
def test_phones_of_one_maker_who_counts_on_the_same_way_are_alike(a: int, b: int, by: int, other: int) -> None:
    def pair(unit: int, distance: int) -> object:
        return kinship(imei(unit % 500_000), imei(unit % 500_000 + distance % 499_999 + 1))

    assert pair(a, by) == pair(b, by)
    assert (pair(a, by) == pair(b, other)) is (by % 499_999 == other % 499_999)


@given(UNITS, UNITS)
def test_two_ranges_need_serial_parts_that_are_alike(first: int, second: int) -> None:
    pair = kinship(imei(first), with_check_digit(f"00101099{second:06d}"))
    assert not pair.is_usual
    assert pair.is_possible is (abs(first - second) <= 1)


@pytest.mark.parametrize(("apart", "is_possible"), [(0, True), (1, True), (2, False), (3, False)])
def test_the_edge_of_what_two_ranges_may_be(apart: int, is_possible: bool) -> None:
    for first, second in ((5, 5 + apart), (5 + apart, 5)):
        assert kinship(imei(first), with_check_digit(f"00101099{second:06d}")).is_possible is is_possible


def test_phones_of_one_carton_are_numbered_alike() -> None:
    assert are_alike([])
    assert are_alike([kinship(imei(1), imei(501)), kinship(imei(502), imei(2))])
    assert not are_alike([kinship(imei(1), imei(501)), kinship(imei(502), imei(803))])
    other = with_check_digit("00101099000002")
    assert not are_alike([kinship(imei(1), imei(2)), kinship(imei(1), other)]), "as far apart, in two ranges"
