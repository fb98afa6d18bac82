"""What a packer is told about a code that did not become a device."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.label_corpus import Label, labels
from ztdesk.domain.explain import explain, most_telling, shown_code
from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind, Rule
from ztdesk.domain.verdict import VerdictKind


@pytest.mark.parametrize(
    ("payload", "kind", "title"),
    [
        ("9501101530003", VerdictKind.IGNORED, "Product code"),
        ("89049032004008882600001234567867", VerdictKind.IGNORED, "EID of the eSIM"),
        ("8944110068123456787", VerdictKind.IGNORED, "SIM card number"),
        ("AA:BB:CC:DD:EE:FF", VerdictKind.IGNORED, "Network address"),
        ("358240112233441", VerdictKind.REFUSED, "Not a valid IMEI"),
        ("3582401122334403", VerdictKind.REFUSED, "16 digits: an IMEISV"),
        ("35824011223344", VerdictKind.REFUSED, "14 digits: not clear"),
        ("R5CT10ABCDE", VerdictKind.REFUSED, "Not an IMEI"),
        ("ZTD-NEXT-C", VerdictKind.REFUSED, "A command card"),
        ("IMEI:12", VerdictKind.REFUSED, "Not a valid IMEI"),
        ("IMEI2:358240112233441", VerdictKind.REFUSED, "IMEI2 is not valid"),
        ("IMEI1:35824011", VerdictKind.REFUSED, "IMEI1 is not valid"),
        ("", VerdictKind.REFUSED, "Empty scan"),
        ("SM-G990B", VerdictKind.IGNORED, "Model name"),
        ("Colour: red", VerdictKind.IGNORED, "Another field of the label"),
        ("]C111260101", VerdictKind.IGNORED, "Another field of the label"),
        ("EAN: 12", VerdictKind.REFUSED, "Not what its label says"),
        ("]C121R5CT10ABCDE8002358240112233440", VerdictKind.REFUSED, "Fields run into each other"),
        ("PO 358240112233440", VerdictKind.REFUSED, "Not clear which number"),
        ("https://example.com/", VerdictKind.REFUSED, "A web address"),
        ('{"imei":"3582', VerdictKind.REFUSED, "Half a code"),
        ("1," * 300, VerdictKind.REFUSED, "Too many fields"),
        ("SN:ZTD-NEXT-C", VerdictKind.REFUSED, "Not a command"),
    ],
)
def test_other_codes_of_a_box_are_ignored_and_bad_ones_refused(payload: str, kind: VerdictKind, title: str) -> None:
    explanation = explain(read_label(payload)[0])
    assert (explanation.kind, explanation.title.english()) == (kind, title)


@given(st.text(max_size=60))
def test_whatever_was_read_can_be_explained(payload: str) -> None:
    for reading in read_label(payload):
        if reading.kind not in {Kind.IMEI, Kind.MEID}:
            assert explain(reading).detail.english()


@pytest.mark.parametrize("label", labels(), ids=lambda label: ascii(label.payload)[1:40])
def test_every_reading_of_the_corpus_that_is_no_phone_has_words(label: Label) -> None:
    for reading in label.readings:
        if reading.kind not in {Kind.IMEI, Kind.MEID}:
            assert explain(reading).title.english()


@pytest.mark.parametrize(
    ("payload", "rule"),
    [
        ("EAN:9501101530003,358240112233441,R5CT10ABCDE", Rule.IMEI_BAD_CHECK_DIGIT),
        ("EAN:9501101530003\nR5CT10ABCDE", Rule.SERIAL_SHAPED),
        ("Colour:red,35824011223344", Rule.FOURTEEN_DIGITS),
        ("Colour:red,9501101530003", Rule.NAME_UNKNOWN),
        ("9501101530003,???", Rule.NOT_A_CODE),
        ("9501101530003", Rule.PRODUCT_CODE),
    ],
)
def test_of_several_readings_the_most_telling_is_explained(payload: str, rule: Rule) -> None:
    assert most_telling(read_label(payload)).rule is rule


def test_codes_are_shown_grouped_visible_and_short() -> None:
    assert shown_code("358240112233440") == "35-824011-223344-0"
    assert shown_code("a\x1db\nc") == "a·b·c"
    assert shown_code("x" * 60) == "x" * 60
    assert shown_code("x" * 61) == "x" * 59 + "…"
