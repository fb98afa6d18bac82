"""One barcode's text -> what it is and by which rule."""

import json
import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.label_corpus import Label, labels
from ztdesk.domain.identifiers import is_imei
from ztdesk.domain.label import LONGEST, Kind, Rule, beside_batch, read_label, warm
from ztdesk.domain.template import learn

IMEI = "358240112233440"
IMEI2 = "358240112233457"
SERIAL = "R5CT10ABCDE"
EID = "89049032004008882600001234567867"
GTIN = "09501101530003"
BOTH = f"01{GTIN}8002{IMEI}\x1d21{SERIAL}"

Told = tuple[Kind, str]
IMEI_READ: Told = (Kind.IMEI, IMEI)
SERIAL_READ: Told = (Kind.SERIAL, SERIAL)
FULL_GS1: list[Told] = [(Kind.PRODUCT_CODE, GTIN), IMEI_READ, SERIAL_READ]

# What stands on phone boxes: every payload of the trade's notes, with what it has to be read as.
TRADE: list[tuple[str, list[Told]]] = [
    (IMEI, [IMEI_READ]),
    (IMEI2, [(Kind.IMEI, IMEI2)]),
    ("869208067654326", [(Kind.IMEI, "869208067654326")]),
    ("011245007654328", [(Kind.IMEI, "011245007654328")]),
    ("911655201234563", [(Kind.IMEI, "911655201234563")]),
    ("990001234567899", [(Kind.IMEI, "990001234567899")]),
    ("001010012345672", [(Kind.IMEI, "001010012345672")]),
    (f"]C0{IMEI}", [IMEI_READ]),
    (f"IMEI:{IMEI}", [IMEI_READ]),
    (f"IMEI1 {IMEI}", [IMEI_READ]),
    (f"(IMEI1){IMEI}", [IMEI_READ]),
    ("35-824011-223344-0", [IMEI_READ]),
    ("35 824011 223344 0", [IMEI_READ]),
    ("3582401122334403", [(Kind.AMBIGUOUS, "3582401122334403")]),
    (f"{IMEI}/03", [IMEI_READ]),
    ("35824011223344", [(Kind.AMBIGUOUS, "35824011223344")]),
    ("358240112233441", [(Kind.UNKNOWN, "358240112233441")]),
    ("9501101530003", [(Kind.PRODUCT_CODE, "9501101530003")]),
    ("]E09501101530003", [(Kind.PRODUCT_CODE, "9501101530003")]),
    ("810029380003", [(Kind.PRODUCT_CODE, "810029380003")]),
    ("0810029380003", [(Kind.PRODUCT_CODE, "0810029380003")]),
    (EID, [(Kind.EID, EID)]),
    ("8904 9032 0040 0888 2600 0012 3456 7867", [(Kind.EID, EID)]),
    ("8944110068123456787", [(Kind.ICCID, "8944110068123456787")]),
    ("A0000042F12345", [(Kind.MEID, "A0000042F12345")]),
    ("268435462615803205", [(Kind.MEID, "A0000042F12345")]),
    (SERIAL, [SERIAL_READ]),
    (f"S{SERIAL}", [(Kind.SERIAL, f"S{SERIAL}")]),
    ("22140523021234", [(Kind.AMBIGUOUS, "22140523021234")]),
    ("SM-G990BZADEUB", [(Kind.MODEL, "SM-G990BZADEUB")]),
    ("AA:BB:CC:DD:EE:FF", [(Kind.MAC, "AA:BB:CC:DD:EE:FF")]),
    (f"]C18002{IMEI}", [IMEI_READ]),
    (f"]d2{BOTH}", FULL_GS1),
    (BOTH, FULL_GS1),
    (f"(01){GTIN}(8002){IMEI}(21){SERIAL}", FULL_GS1),
    (f"{IMEI},{IMEI2},{SERIAL}", [IMEI_READ, (Kind.IMEI, IMEI2), SERIAL_READ]),
    (f"SM-G990B;{IMEI};{IMEI2};{SERIAL}", [(Kind.MODEL, "SM-G990B"), IMEI_READ, (Kind.IMEI, IMEI2), SERIAL_READ]),
    (
        f"IMEI1:{IMEI}\nIMEI2:{IMEI2}\nSN:{SERIAL}\nEAN:9501101530003",
        [IMEI_READ, (Kind.IMEI, IMEI2), SERIAL_READ, (Kind.PRODUCT_CODE, "9501101530003")],
    ),
    (f"IMEI1={IMEI}|IMEI2={IMEI2}|S/N={SERIAL}", [IMEI_READ, (Kind.IMEI, IMEI2), SERIAL_READ]),
    (f'{{"imei":["{IMEI}","{IMEI2}"],"sn":"{SERIAL}"}}', [IMEI_READ, (Kind.IMEI, IMEI2), SERIAL_READ]),
    (f"https://example.com/d?imei={IMEI}&sn={SERIAL}", [IMEI_READ, SERIAL_READ]),
    (f"[)>\x1e06\x1d1PSM-G990B\x1dS{SERIAL}\x1e\x04", [(Kind.MODEL, "SM-G990B"), SERIAL_READ]),
    (
        "351111223344557\n351111223344565\n351111223344573",
        [(Kind.IMEI, "351111223344557"), (Kind.IMEI, "351111223344565"), (Kind.IMEI, "351111223344573")],
    ),
]
LONG = [
    ("8" * LONGEST, Rule.LONG_RUN),
    ("8" * (LONGEST + 1), Rule.TOO_LONG),
    ("8" * 1_000_000, Rule.TOO_LONG),
    ("1," * 300, Rule.TOO_MANY_FIELDS),
    (f"{IMEI}\n" * 256 + IMEI, Rule.TOO_LONG),
    ("]C1" + "11260101" * 300, Rule.TOO_MANY_FIELDS),
    ("]C1" + f"8002{IMEI}\x1d" * 65, Rule.TOO_MANY_FIELDS),
    (f"01{GTIN}8002{IMEI}\x1d" + "21A\x1d" * 64, Rule.TOO_MANY_FIELDS),
    ("https://example.com/?" + "imei=1,2,3&" * 90, Rule.TOO_MANY_FIELDS),
    ("[)>\x1e06\x1d" + "S123456\x1d" * 300, Rule.TOO_MANY_FIELDS),
    ("[" + "1," * 300 + "1]", Rule.TOO_MANY_FIELDS),
    ("(01)" * 300, Rule.NOT_A_CODE),
]


@pytest.mark.parametrize(("payload", "told"), TRADE)
def test_what_stands_on_a_box_is_read_for_what_it_is(payload: str, told: list[Told]) -> None:
    assert [(reading.kind, reading.value) for reading in read_label(payload)] == told


@pytest.mark.parametrize("label", labels(), ids=lambda label: ascii(label.payload)[1:60])
def test_every_label_of_the_corpus_is_read_as_it_is_meant(label: Label) -> None:
    assert read_label(label.payload) == label.readings


@pytest.mark.parametrize(("payload", "rule"), LONG, ids=lambda given: str(given)[:20])
def test_what_no_label_can_be_is_one_refusal(payload: str, rule: Rule) -> None:
    (reading,) = read_label(payload)
    assert (reading.kind, reading.rule) == (Kind.UNKNOWN, rule)
    assert len(reading.value) <= LONGEST


def test_as_many_gs1_elements_are_read_as_an_item_can_have() -> None:
    assert len(read_label("]C1" + f"8002{IMEI}\x1d" * 64)) == 64


def test_the_corpus_shows_every_rule_and_every_kind() -> None:
    assert len({label.payload for label in labels()}) >= 300
    shown = [reading for label in labels() for reading in label.readings]
    shown += [read_label(payload)[0] for payload, _rule in LONG]
    shown.append(beside_batch(read_label("Pixel8")[0], "Google", "Pixel8"))
    template = learn(f"{IMEI}#{SERIAL}", {1: Kind.SERIAL})
    shown += read_label(f"{IMEI2}#{SERIAL}", [template])
    assert {reading.rule for reading in shown} == set(Rule)
    assert {reading.kind for reading in shown} == set(Kind)


def test_a_whole_carton_is_one_reading_a_phone() -> None:
    payload = "\n".join([IMEI, IMEI2] * 128)
    assert len(payload) <= LONGEST
    assert [reading.value for reading in read_label(payload)] == [IMEI, IMEI2] * 128


@pytest.mark.parametrize(
    ("payload", "name"),
    [(f"]C0{IMEI}", "Code 128"), (f"]d2{BOTH}", "GS1 Data Matrix"), (f"]Q1{IMEI},{IMEI2}", "QR"), (IMEI, "")],
)
def test_every_reading_says_which_barcode_it_comes_from(payload: str, name: str) -> None:
    assert {reading.symbology for reading in read_label(payload)} == {name}


def test_a_model_beside_its_batch_is_no_serial() -> None:
    (reading,) = read_label("Pixel8")
    assert reading.is_device
    assert not beside_batch(reading, "Google", "pixel8").is_device
    assert beside_batch(reading, "Google", "Pixel 7") is reading


def test_json_is_read_for_its_digits_not_its_numbers() -> None:
    (reading,) = read_label(json.dumps({"imei": int(IMEI)}))
    assert reading.value == IMEI


def test_warming_changes_no_reading() -> None:
    before = read_label(BOTH)
    warm()
    assert read_label(BOTH) == before


# ---- any text at all ----

_IS_LONG = bool(os.environ.get("ZTDESK_LONG_FUZZ"))
_EXAMPLES = 100_000 if _IS_LONG else 2_000
_PATIENT = pytest.mark.timeout(3600 if _IS_LONG else 120)
_FUZZED = settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_PIECES = st.one_of(
    st.sampled_from(
        [IMEI, IMEI2, SERIAL, EID, GTIN, "358240112233441", "8002", "01", "21", "IMEI", "IMEI2", "SN", "EID"]
    ),
    st.sampled_from(
        ["]C1", "]C0", "]d2", "]E0", "[)>", "06", "S", "1P", "https://example.com/", "?imei=", "&sn=", "ZTD-"]
    ),
    st.sampled_from(["\x1d", "\x1e", "\x04", "\n", "\t", " ", "  ", *",;|:=/-()]", "(8002)", "(21)", "/8002/"]),
    st.sampled_from(['{"', '":"', '"}', "[", "{", "}", "<GS>", "\uf70b", "\u241d", "0", "7", "9", "A", "é", "\u202e"]),
)
_PAYLOADS = st.one_of(
    st.text(max_size=120),
    st.binary(max_size=120).map(lambda received: received.decode("latin-1")),
    st.text(alphabet="0123456789-/ IMEISNabc:()],;\n\t\x1d", max_size=80),
    st.lists(_PIECES, max_size=14).map("".join),
)


@_PATIENT
@_FUZZED
@given(_PAYLOADS)
@example("IMEI1")
@example("(IMEI")
@example("\u0663" * 15)
@example("²" * 15)
@example("MEID:\u2460")
@example("[" * LONGEST)
@example('{"a":' * 800)
@example("]C1")
@example("[)>\x1e05\x1d")
def test_no_payload_breaks_reading_nor_claims_what_it_does_not_say(payload: str) -> None:
    readings = read_label(payload)
    assert readings
    for reading in readings:
        assert len(reading.value) <= max(len(payload), 17)
        assert reading.slot is None or reading.kind in {Kind.IMEI, Kind.AMBIGUOUS, Kind.UNKNOWN}
        if reading.kind is Kind.IMEI:
            assert is_imei(reading.value)
            assert _stands_alone(reading.value, payload)
        if reading.kind is Kind.SERIAL:
            assert reading.value[:4].upper() != "ZTD-"
        if reading.kind is Kind.COMMAND:
            assert len(readings) == 1
            assert "ZTD-" in payload.upper()


@_PATIENT
@_FUZZED
@given(st.text(alphabet="0123456789", max_size=24), st.text(alphabet="0123456789", max_size=24))
def test_no_imei_is_cut_out_of_a_longer_run_of_digits(before: str, after: str) -> None:
    for payload in (f"{before}{IMEI}{after}", f"IMEI:{before}{IMEI}{after}", f"a;{before}{IMEI}{after};b"):
        kinds = {reading.kind for reading in read_label(payload) if reading.value == IMEI}
        assert (Kind.IMEI in kinds) == (not before and not after)


@given(st.text(alphabet="0123456789 -", min_size=1, max_size=40))
def test_an_imei_holds_every_digit_of_its_payload(payload: str) -> None:
    for reading in read_label(payload):
        if reading.kind is Kind.IMEI and reading.value != payload.strip():
            assert reading.value == re.sub("[ -]", "", payload)


@given(
    st.permutations([IMEI, IMEI2, SERIAL, EID, "9501101530003", "358240112233441", "128GB"]),
    st.sampled_from(",;|\t\n\x1d"),
)
def test_a_field_is_read_the_same_whatever_its_neighbours(fields: list[str], separator: str) -> None:
    alone = {field: read_label(f"{separator}{field}{separator}12")[0] for field in fields}
    assert list(read_label(separator.join(fields))) == [alone[field] for field in fields]


def _stands_alone(imei: str, payload: str) -> bool:
    """Whether an IMEI's digits stand in a payload with no digit at either end, unless GS1's (8002) marks its beginning."""
    text = re.sub(r"^[\s\x00-\x08\ufeff\u200e\u200f\u202a-\u202e]*\][A-Za-z][0-9A-Za-z]", "", payload)
    grouped = r"[ \u00a0\u2000-\u200a\u2010-\u2015\u202f\u205f\u2212\u3000-]*".join(imei)
    marked = rf"8002\)?\s*{grouped}"
    return re.search(rf"(?<![0-9]){grouped}(?![0-9])|{marked}", text) is not None


# ---- time: steps are counted, not seconds ----

_GROWING = {
    "digits": "1",
    "IMEIs": f"{IMEI}\n",
    "MEIDs": "A0000042F12345,",
    "commas": ",",
    "blanks": " a",
    "labels": "IMEI: ",
    "names": "SN ",
    "colons": "A:",
    "assignments": "imei=1&",
    "GS1": "]C1" + "11",
    "phones of GS1": f"8002{IMEI}",
    "separators": f"\x1d8002{IMEI}",
    "parentheses": "(01)",
    "brackets": "[",
    "objects": '{"a":',
    "disguises": "<GS>",
    "backslashes": "\\",
    "steps": "/01",
    "dots": "a.",
    "MACs": "AA:BB:CC:DD:EE:FF,",
}
_HEADS = ("", "]C1", "\x1d", f"01{GTIN}", "[)>\x1e06\x1d", "https://example.com/?", "IMEI:", "[1,")


@pytest.mark.parametrize("head", _HEADS, ids=ascii)
@pytest.mark.parametrize("piece", _GROWING.values(), ids=_GROWING)
def test_reading_takes_steps_in_proportion_to_length(head: str, piece: str) -> None:
    half, whole = (head + piece * (length // len(piece)) for length in (LONGEST // 2 - 64, LONGEST - 64))
    read_label(whole)  # so that what is kept from one label to the next is there
    assert _steps(whole) <= 3 * _steps(half) + 500


def _steps(payload: str) -> int:
    """Python functions entered while reading."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_label(payload)
    finally:
        sys.setprofile(before)
    return counted


def _patterns() -> Iterator[str]:
    """Every regular expression of the modules that read labels."""
    for name in ("bare", "fields", "gs1", "envelope", "names", "symbology", "web_address", "json_text", "template"):
        for value in vars(import_module(f"ztdesk.domain.{name}")).values():
            if isinstance(value, re.Pattern):
                yield value.pattern


def test_no_pattern_repeats_a_repetition_without_bound() -> None:
    """Nested unbounded repetitions are what makes a regular expression take longer than its text."""
    assert len(list(_patterns())) > 15
    for pattern in _patterns():
        assert re.search(r"[+*]\)[+*]", pattern) is None, pattern
