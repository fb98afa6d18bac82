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


MEID = "A0000012345678"
SHARED = "99000012345678"  # of decimal digits: an IMEI may begin with it


def read_meid(number: str) -> Reading:
    return Reading(Kind.MEID, number, Rule.MEID_HEX, certain=True)


def test_a_meid_and_an_imei_of_two_boxes_are_no_phone() -> None:
    assert begun(read_meid(MEID)).put(read(imei(1))) is Misfit.OTHER_MEID
    assert begun(read(imei(1))).put(read_meid(MEID)) is Misfit.OTHER_MEID
    assert begun(read_meid(SHARED)).put(read(imei(1))) is Misfit.OTHER_MEID
    kept = begun(read_meid(MEID))
    assert kept.put_label(DeviceIdentifier(imei=imei(1), imei2=imei(2))) is Misfit.OTHER_MEID
    assert isinstance(kept.put_label(DeviceIdentifier(imei=imei(1), meid=MEID)), Box)


def test_a_meid_that_an_imei_begins_with_is_of_its_phone() -> None:
    first, second = with_check_digit(SHARED), with_check_digit("99000012345679")
    whole = begun(read_meid(SHARED), read(first), read(second))
    assert (whole.imeis, whole.meid, whole.is_complete) == ((first, second), SHARED, True)
    assert begun(read(first), read_meid(SHARED)).meid == SHARED
    labelled = begun(read_meid(SHARED)).put_label(DeviceIdentifier(imei=first, imei2=second))
    assert isinstance(labelled, Box)
    assert labelled.meid == SHARED


def test_imeis_without_a_slot_go_together() -> None:
    assert begun(read(imei(1)), read(imei(2))).imeis == (imei(1), imei(2))


def test_a_label_of_a_whole_phone_takes_in_the_codes_before_it_or_says_why_not() -> None:
    other = with_check_digit("00101099000001")
    box = begun(read(imei(2)))
    assert box.put_label(DeviceIdentifier(imei=imei(3), imei2=imei(4))) is Misfit.THIRD_IMEI
    strange = with_check_digit("00101099000009")
    assert box.put_label(DeviceIdentifier(imei=strange)) is Misfit.OTHER_TAC
    assert box.put(read(strange)) is Misfit.OTHER_TAC, "whichever way it comes"
    assert isinstance(box.put_label(DeviceIdentifier(imei=other)), Box), (
        "serial parts that are alike are to be asked about"
    )
    whole = box.put_label(DeviceIdentifier(imei=imei(1), imei2=imei(2), meid="A0000012345678"))
    assert isinstance(whole, Box)
    assert (whole.imeis, whole.meid) == ((imei(1), imei(2)), "A0000012345678")
    assert whole.put_label(DeviceIdentifier(imei=imei(1), meid="A0000012345679")) is Misfit.THIRD_IMEI
    ranges = begun(read(other)).put_label(DeviceIdentifier(imei=imei(1), imei2=other))
    assert isinstance(ranges, Box), "a label that names both says itself that two ranges of numbers are one phone"
