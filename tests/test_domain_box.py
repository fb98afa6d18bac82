"""Codes that come one after the other, as a box takes or refuses them."""

import pytest

from tests.core import imei
from ztdesk.domain.box import Box, CodesPerBox, Misfit
from ztdesk.domain.reading import Kind, Reading, Rule


def read(number: str, slot: int | None = None) -> Reading:
    return Reading(Kind.IMEI, number, Rule.IMEI_CHECKED, certain=True, slot=slot)


def begun(*readings: Reading) -> Box:
    box = Box(CodesPerBox.TWO_IMEIS)
    for reading in readings:
        put = box.put(reading)
        assert isinstance(put, Box)
        box = put
    return box


@pytest.mark.parametrize("slot", [1, 2])
def test_a_second_imei_of_the_same_slot_is_another_phones(slot: int) -> None:
    box = begun(read(imei(1), slot))
    assert box.put(read(imei(2), slot)) is Misfit.SAME_SLOT
    assert box.put(read(imei(1), slot)) is Misfit.SAME_CODE
    assert isinstance(box.put(read(imei(2), 3 - slot)), Box)


def test_imeis_without_a_slot_go_together() -> None:
    assert begun(read(imei(1)), read(imei(2))).imeis == (imei(1), imei(2))
