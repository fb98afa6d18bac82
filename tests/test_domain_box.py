"""Codes that come one after the other, as a box takes or refuses them."""

import pytest

from tests.core import imei
from ztdesk.domain.box import Box, CodesPerBox, Misfit
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.practice.identifiers import with_check_digit


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


def test_a_label_of_a_whole_phone_takes_in_the_codes_before_it_or_says_why_not() -> None:
    other = with_check_digit("00101099000001")
    box = begun(read(imei(2)))
    assert box.put_label(DeviceIdentifier(imei=imei(3), imei2=imei(4))) is Misfit.THIRD_IMEI
    assert box.put_label(DeviceIdentifier(imei=other)) is Misfit.OTHER_TAC
    whole = box.put_label(DeviceIdentifier(imei=imei(1), imei2=imei(2), meid="A0000012345678"))
    assert isinstance(whole, Box)
    assert (whole.imeis, whole.meid) == ((imei(1), imei(2)), "A0000012345678")
    assert whole.put_label(DeviceIdentifier(imei=imei(1), meid="A0000012345679")) is Misfit.THIRD_IMEI
    ranges = begun(read(other)).put_label(DeviceIdentifier(imei=imei(1), imei2=other))
    assert isinstance(ranges, Box), "a label that names both says itself that two ranges of numbers are one phone"
