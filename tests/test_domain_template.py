"""A maker's own format, learned once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.domain.template import ADDRESS, JSON, Template, learn, split

IMEI = "358240112233440"
IMEI2 = "358240112233457"
SERIAL = "R5CT10ABCDE"
MAKER = f"lot7*{IMEI}*{IMEI2}*{SERIAL}*128"
MAPPING = {1: Kind.IMEI, 2: Kind.IMEI, 3: Kind.SERIAL}


@pytest.fixture
def template() -> Template:
    return learn(MAKER, MAPPING, "Maker")


@pytest.mark.parametrize(
    ("payload", "fields"),
    [
        (MAKER, ("lot7", IMEI, IMEI2, SERIAL, "128")),
        (f"]Q1{MAKER}\r\n", ("lot7", IMEI, IMEI2, SERIAL, "128")),
        (f"{IMEI}#{SERIAL}", (IMEI, SERIAL)),
        (f"{IMEI}\r\n{SERIAL}", (IMEI, SERIAL)),
        (f"{IMEI}<GS>{SERIAL}", (IMEI, SERIAL)),
        (f"{IMEI}|{SERIAL}||", (IMEI, SERIAL, "", "")),
        (f"a:1;{IMEI}", ("a:1", IMEI)),
        (f'{{"a":"{IMEI}","b":"{SERIAL}"}}', (f"a={IMEI}", f"b={SERIAL}")),
        (f"https://example.com/?a={IMEI}&b={SERIAL}", (f"a={IMEI}", f"b={SERIAL}")),
        (IMEI, (IMEI,)),
        ("", ("",)),
    ],
)
def test_the_fields_of_a_payload_can_be_shown(payload: str, fields: tuple[str, ...]) -> None:
    assert split(payload) == fields


def test_what_was_learned_is_understood_from_then_on(template: Template) -> None:
    payload = f"lot12*{IMEI2}*{IMEI}*XYZ123456*64"
    assert all(not reading.is_device for reading in read_label(payload))
    assert template.matches(payload)
    assert read_label(payload, [template]) == (
        Reading(Kind.IMEI, IMEI2, Rule.TEMPLATE, certain=True, slot=1),
        Reading(Kind.IMEI, IMEI, Rule.TEMPLATE, certain=True, slot=2),
        Reading(Kind.SERIAL, "XYZ123456", Rule.TEMPLATE, certain=True),
    )


def test_a_learned_imei_still_has_to_pass_its_check_digit(template: Template) -> None:
    readings = read_label(f"lot7*358240112233441*{IMEI2}*{SERIAL}*128", [template])
    assert (readings[0].kind, readings[0].rule) == (Kind.UNKNOWN, Rule.IMEI_BAD_CHECK_DIGIT)
    assert readings[1].value == IMEI2


@pytest.mark.parametrize(
    "payload",
    [
        f"lot7*{IMEI}*{IMEI2}*{SERIAL}",
        f"lot7*{IMEI}*{IMEI2}*{SERIAL}*128*9",
        f"lot7;{IMEI};{IMEI2};{SERIAL};128",
        f"lot7*{IMEI}*{IMEI2}**128",
        f"lot7*3582401*{IMEI2}*{SERIAL}*128",
        f"lot7*{IMEI}*{IMEI2}*{IMEI}*128",
        f"{IMEI}*{IMEI}*{IMEI2}*{SERIAL}*128",
        "****",
        "",
    ],
)
def test_another_shape_is_none_of_its_business(template: Template, payload: str) -> None:
    assert not template.matches(payload)
    assert read_label(payload, [template]) == read_label(payload)


@pytest.mark.parametrize(
    ("payload", "separator"),
    [(f'{{"a":"{IMEI}","b":"{SERIAL}"}}', JSON), (f"https://example.com/?a={IMEI}&b={SERIAL}", ADDRESS)],
)
def test_names_that_nobody_knows_can_be_mapped(payload: str, separator: str) -> None:
    learned = learn(payload, {0: Kind.IMEI, 1: Kind.SERIAL})
    assert learned.separator == separator
    told = [(reading.kind, reading.value) for reading in read_label(payload.replace(IMEI, IMEI2), [learned])]
    assert told == [(Kind.IMEI, IMEI2), (Kind.SERIAL, SERIAL)]


@pytest.mark.parametrize(
    "payload", [IMEI, "35-824011-223344-0", "ZTD-NEXT-C", f"]C18002{IMEI}", f"(8002){IMEI}(21){SERIAL}"]
)
def test_no_template_comes_before_what_a_code_proves_itself(payload: str) -> None:
    greedy = [Template("all", separator, (Kind.SERIAL, None), "tt") for separator in "-)"]
    greedy += [
        Template("all", "-", (None, Kind.SERIAL, None, None), "nnnn"),
        Template("all", "-", (Kind.SERIAL,) * 3, "ttt"),
    ]
    assert read_label(payload, greedy) == read_label(payload)


def test_a_command_in_a_mapped_field_is_none(template: Template) -> None:
    readings = read_label(f"lot7*{IMEI}*{IMEI2}*ZTD-UNDO-1*128", [template])
    assert readings[2].rule is Rule.COMMAND_INSIDE


@pytest.mark.parametrize(
    ("payload", "mapping"),
    [
        (IMEI, {0: Kind.IMEI}),
        (MAKER, {}),
        (MAKER, {5: Kind.IMEI}),
        (MAKER, {-1: Kind.IMEI}),
        (MAKER, {0: Kind.COMMAND}),
        (MAKER, {0: Kind.UNKNOWN, 1: Kind.IMEI}),
        ("", {0: Kind.SERIAL}),
    ],
)
def test_what_cannot_be_learned_is_refused(payload: str, mapping: dict[int, Kind]) -> None:
    with pytest.raises(ValueError, match=r"payload|device"):
        learn(payload, mapping)


def test_a_template_is_one_line(template: Template) -> None:
    line = template.to_line()
    assert "\n" not in line
    assert line.isascii()
    assert Template.from_line(line) == template


@given(st.text(max_size=20), st.sampled_from("\n\t;|,#*~\x1d\x1e"))
def test_every_template_survives_its_line(name: str, separator: str) -> None:
    learned = learn(separator.join(["a", IMEI, SERIAL]), {1: Kind.IMEI, 2: Kind.SERIAL}, name)
    line = learned.to_line()
    assert len(line.splitlines()) == 1
    assert Template.from_line(line) == learned


GOOD = '{"version": 1, "name": "x", "separator": "#", "fields": ["imei", null], "shape": "it"}'


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "7",
        "{}",
        "null",
        GOOD.replace("1", "2"),
        GOOD.replace("imei", "command"),
        GOOD.replace("imei", "phone"),
        GOOD.replace('"imei"', "null"),
        GOOD.replace('"#"', '""'),
        GOOD.replace('"it"', '"i"'),
        GOOD.replace('"it"', '"ix"'),
        GOOD.replace('["imei", null]', "7"),
        GOOD.replace('["imei", null]', '["imei"]'),
        GOOD.replace('["imei", null]', '[["imei"], null]'),
        GOOD[:-5],
        "[" * 5000,
    ],
)
def test_a_broken_line_is_a_value_error(line: str) -> None:
    assert Template.from_line(GOOD).fields == (Kind.IMEI, None)
    with pytest.raises(ValueError, match="no template"):
        Template.from_line(line)


@given(st.text(max_size=60))
def test_no_payload_breaks_a_template(payload: str) -> None:
    learned = learn(MAKER, MAPPING)
    learned.matches(payload)
    assert split(payload)
