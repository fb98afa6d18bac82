"""What a packer is told about a code that did not become a device."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.explain import explain, shown_code
from ztdesk.domain.label import Kind, read_label
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
        ("", VerdictKind.REFUSED, "Empty scan"),
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


def test_codes_are_shown_grouped_visible_and_short() -> None:
    assert shown_code("358240112233440") == "35-824011-223344-0"
    assert shown_code("a\x1db\nc") == "a·b·c"
    assert shown_code("x" * 60) == "x" * 60
    assert shown_code("x" * 61) == "x" * 59 + "…"
