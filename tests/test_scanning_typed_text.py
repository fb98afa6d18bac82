"""Dead keys and characters keyed as numbers become text, as typed and by places."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wedge_keys import DEAD, key, numbered, scanned
from ztdesk.scanning.strokes import CONTROL, Stroke
from ztdesk.scanning.typed_text import typed


def dead(accent: str, us: str, *, shift: bool = False) -> Stroke:
    return replace(key(us, shift=shift), text="", key=DEAD[accent])


@pytest.mark.parametrize("keypad_off", [False, True])
@pytest.mark.parametrize("digits", [1, 3, 4])
def test_numbers_keyed_with_alt_are_characters(digits: int, keypad_off: bool) -> None:
    said = typed(numbered("IMEI:3582\x1d21{}", digits=digits, keypad_off=keypad_off))
    assert said.text == said.marked == "IMEI:3582\x1d21{}"
    assert said.by_alt


@given(st.text(st.characters(min_codepoint=1, max_codepoint=126), min_size=1, max_size=30))
def test_any_ascii_text_comes_by_numbers(text: str) -> None:
    assert typed(numbered(text)).text == text


def test_a_character_that_the_system_hands_in_besides_its_number_counts_once() -> None:
    number = numbered("A")
    echo = Stroke("A", 20, 0, 0, 0x38)
    assert typed([*number, echo, *numbered("B")]).text == "AB"
    assert typed([*number, Stroke("B", 20, 0, 0, 0x38)]).text == "AB", "another character is one of its own"


@pytest.mark.parametrize(("digits", "char"), [("0233", "é"), ("130", "é"), ("8364", "€"), ("0128", "€"), ("55296", "")])
def test_numbers_above_ascii_are_of_the_code_page_windows_takes(digits: str, char: str) -> None:
    strokes = [replace(stroke, starts_alt=index == 0) for index, stroke in enumerate(numbered(digits, digits=1))]
    keyed = [replace(stroke, key=ord(digit)) for stroke, digit in zip(strokes[: len(digits)], digits, strict=False)]
    assert typed(keyed).text == char


@given(st.lists(st.sampled_from(numbered("1234567890")), min_size=1, max_size=40))
def test_a_number_of_any_length_never_fails(strokes: list[Stroke]) -> None:
    typed([replace(stroke, starts_alt=False) for stroke in strokes])


def test_keypad_digits_without_alt_keep_their_meaning_under_every_layout() -> None:
    said = typed([key("q", shift=False), Stroke("7", 0, 0x37, 0x20000000, 0x47)])
    assert said.text == "q7"
    assert said.pressed == "q" + chr(0xE200 + ord("7"))


def test_a_dead_key_before_a_letter_that_takes_it() -> None:
    said = typed([dead("^", "["), replace(key("e", shift=False), text="ê")])
    assert (said.text, said.marked, said.pressed) == ("ê", "^e", "[e")


def test_a_dead_key_before_a_digit_gives_both() -> None:
    both = replace(key("1", shift=False), text="´1")
    assert typed([dead("´", "="), both]).marked == "´1"
    # Windows hands in the accent with the digit's key, and the digit as a key without a number of its own.
    first, rest = replace(key("1", shift=False), text="´"), Stroke("1", 0, 0, 0, key("1", shift=False).scan_code)
    said = typed([dead("´", "="), first, rest, key("2", shift=False)])
    assert (said.text, said.marked, said.pressed) == ("´12", "´12", "=12")


def test_a_dead_key_at_the_end_is_kept() -> None:
    said = typed([key("a", shift=False), dead("¨", "]")])
    assert (said.text, said.marked, said.pressed) == ("a", "a¨", "a]")


def test_plain_strokes_say_what_they_say() -> None:
    said = typed(scanned("Ab\x1d1", pc="de"))
    assert (said.text, said.pressed, said.by_alt) == ("Ab\x1d1", "Ab\x1d1", False)
    assert typed([Stroke("a", 0), Stroke("\x1d", 0, ord("]"), CONTROL)]).pressed == ""
    assert typed([]).text == ""
