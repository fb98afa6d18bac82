"""One barcode's text -> what it is and by which rule."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ztdesk.domain.identifiers import is_imei
from ztdesk.domain.label import LONGEST, Kind, Rule, read_label

IMEI = "358240112233440"
SINGLE = [
    (IMEI, Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    ("358240112233457", Kind.IMEI, "358240112233457", Rule.IMEI_CHECKED),
    ("869208067654326", Kind.IMEI, "869208067654326", Rule.IMEI_CHECKED),
    ("011245007654328", Kind.IMEI, "011245007654328", Rule.IMEI_CHECKED),
    ("911655201234563", Kind.IMEI, "911655201234563", Rule.IMEI_CHECKED),
    ("990001234567899", Kind.IMEI, "990001234567899", Rule.IMEI_CHECKED),
    ("001010012345672", Kind.IMEI, "001010012345672", Rule.IMEI_CHECKED),
    (f"IMEI:{IMEI}", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"IMEI1 {IMEI}", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"(IMEI1){IMEI}", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"imei2: {IMEI}", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"IMEI{IMEI}", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    ("35-824011-223344-0", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    ("35 824011 223344 0", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"\x02{IMEI}\x03", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f" {IMEI}\r\n", Kind.IMEI, IMEI, Rule.IMEI_CHECKED),
    (f"{IMEI}/03", Kind.IMEI, IMEI, Rule.IMEI_WITH_SVN),
    ("3582401122334403", Kind.AMBIGUOUS, "3582401122334403", Rule.IMEISV),
    ("35824011223344", Kind.AMBIGUOUS, "35824011223344", Rule.FOURTEEN_DIGITS),
    ("358240112233441", Kind.UNKNOWN, "358240112233441", Rule.IMEI_BAD_CHECK_DIGIT),
    ("IMEI:358240112233441", Kind.UNKNOWN, "358240112233441", Rule.IMEI_BAD_CHECK_DIGIT),
    ("000000000000000", Kind.UNKNOWN, "000000000000000", Rule.IMEI_ALL_ZERO),
    ("IMEI:35824011", Kind.UNKNOWN, "35824011", Rule.IMEI_NAMED_WRONG_LENGTH),
    ("9501101530003", Kind.PRODUCT_CODE, "9501101530003", Rule.PRODUCT_CODE),
    ("810029380003", Kind.PRODUCT_CODE, "810029380003", Rule.PRODUCT_CODE),
    ("0810029380003", Kind.PRODUCT_CODE, "0810029380003", Rule.PRODUCT_CODE),
    ("89049032004008882600001234567867", Kind.EID, "89049032004008882600001234567867", Rule.EID),
    ("8904 9032 0040 0888 2600 0012 3456 7867", Kind.EID, "89049032004008882600001234567867", Rule.EID),
    ("EID: 89049032004008882600001234567867", Kind.EID, "89049032004008882600001234567867", Rule.EID),
    ("8944110068123456787", Kind.ICCID, "8944110068123456787", Rule.ICCID),
    ("A0000042F12345", Kind.MEID, "A0000042F12345", Rule.MEID_HEX),
    ("MEID: a0000042f12345", Kind.MEID, "A0000042F12345", Rule.MEID_HEX),
    ("268435462615803205", Kind.MEID, "A0000042F12345", Rule.MEID_DECIMAL),
    ("R5CT10ABCDE", Kind.SERIAL, "R5CT10ABCDE", Rule.SERIAL_SHAPED),
    ("SR5CT10ABCDE", Kind.SERIAL, "SR5CT10ABCDE", Rule.SERIAL_SHAPED),
    ("S/N: R5CT10ABCDE", Kind.SERIAL, "R5CT10ABCDE", Rule.SERIAL_NAMED),
    ("22140523021234", Kind.AMBIGUOUS, "22140523021234", Rule.FOURTEEN_DIGITS),
    ("SM-G990BZADEUB", Kind.SERIAL, "SM-G990BZADEUB", Rule.SERIAL_SHAPED),
    ("AA:BB:CC:DD:EE:FF", Kind.MAC, "AA:BB:CC:DD:EE:FF", Rule.MAC),
    ("8002358240112233440", Kind.UNKNOWN, "8002358240112233440", Rule.LONG_RUN),
    ("ZTD-NEXT-C", Kind.COMMAND, "ZTD-NEXT-C", Rule.COMMAND),
    ("", Kind.UNKNOWN, "", Rule.EMPTY),
    ("\x02 \x03", Kind.UNKNOWN, "", Rule.EMPTY),
    ("12", Kind.UNKNOWN, "12", Rule.NOT_A_CODE),
    ("1234567", Kind.UNKNOWN, "1234567", Rule.NOT_A_CODE),
    ("12345678", Kind.SERIAL, "12345678", Rule.SERIAL_SHAPED),
    ("S/N: 1234567", Kind.SERIAL, "1234567", Rule.SERIAL_NAMED),
    ("3.58E+14", Kind.SERIAL, "3.58E+14", Rule.SERIAL_SHAPED),
    ("8" * (LONGEST + 1), Kind.UNKNOWN, "8" * LONGEST, Rule.TOO_LONG),
]


@pytest.mark.parametrize(("payload", "kind", "value", "rule"), SINGLE)
def test_each_code_of_a_box_is_read_for_what_it_is(payload: str, kind: Kind, value: str, rule: Rule) -> None:
    (reading,) = read_label(payload)
    assert (reading.kind, reading.value, reading.rule) == (kind, value, rule)


@pytest.mark.parametrize(
    ("payload", "slot"), [(f"IMEI1:{IMEI}", 1), (f"IMEI2 {IMEI}", 2), (f"IMEI {IMEI}", None), (IMEI, None)]
)
def test_the_label_says_which_of_two_imeis_it_is(payload: str, slot: int | None) -> None:
    assert read_label(payload)[0].slot == slot


@pytest.mark.parametrize(
    "payload",
    [
        f"{IMEI},358240112233457,R5CT10ABCDE",
        f"01095011015300038002{IMEI}\x1d21R5CT10ABCDE",
        f"]C18002{IMEI}",
        "351111223344557\n351111223344565\n351111223344573",
        f"https://example.com/d?imei={IMEI}&sn=R5CT10ABCDE",
    ],
)
def test_a_code_of_several_fields_is_not_taken_for_one_imei(payload: str) -> None:
    assert all(reading.kind is not Kind.IMEI for reading in read_label(payload))


@given(st.one_of(st.text(max_size=80), st.text(alphabet="0123456789-/ IMEISNabc:()]\x1d", max_size=60)))
@example("IMEI1")
@example("(IMEI")
@example("\u0663" * 15)
@example("²" * 15)
@example("MEID:\u2460")
def test_no_payload_breaks_reading(payload: str) -> None:
    readings = read_label(payload)
    assert readings
    for reading in readings:
        if reading.kind is Kind.IMEI:
            assert is_imei(reading.value)


@given(st.text(alphabet="0123456789", max_size=24), st.text(alphabet="0123456789", max_size=24))
def test_no_imei_is_cut_out_of_a_longer_run_of_digits(before: str, after: str) -> None:
    for payload in (f"{before}{IMEI}{after}", f"IMEI:{before}{IMEI}{after}"):
        kinds = {reading.kind for reading in read_label(payload)}
        assert (Kind.IMEI in kinds) == (not before and not after)


@given(st.text(alphabet="0123456789 -", min_size=1, max_size=40))
def test_an_imei_holds_every_digit_of_its_payload(payload: str) -> None:
    (reading,) = read_label(payload)
    if reading.kind is Kind.IMEI:
        assert reading.value == re.sub("[ -]", "", payload)
