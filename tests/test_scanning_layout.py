"""What stood on a label comes out of what was typed, for each keyboard of the table on each PC."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wedge_keys import scanned
from ztdesk.scanning.layout import by_place, by_text, candidates, decoded, described, is_decoding, put_right, twins
from ztdesk.scanning.layout_tables import LAYOUTS, OTHERS, US, Layout
from ztdesk.scanning.typed_text import Typed, typed

NAMES = list(LAYOUTS)
PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
IMEI = "358240112233440"


def as_text(marked: str) -> Typed:
    return Typed(marked, marked, "", by_alt=False)


@pytest.mark.parametrize(
    ("was_typed", "pc", "meant"),
    [
        ("\"(_é'à&&éé\"\"''à", "fr", IMEI),
        ("\"(!é'à&&éé\"\"''à", "be", IMEI),
        ("šřáěčé++ěěššččé", "cz", IMEI),
        ("R(CT&àQBCDE", "fr", "R5CT10ABCDE"),
        ("YTDßNEXTßA", "de", "ZTD-NEXT-A"),
        ("IMEIÖ358240112233440", "de", "IMEI:358240112233440"),
        ("ZTD'NEXT'A", "es", "ZTD-NEXT-A"),
        ("ZTD'NEXT'A", "it", "ZTD-NEXT-A"),
        ("ZTD+NEXT+A", "se", "ZTD-NEXT-A"),
        ("YTD'NEXT'A", "ch-de", "ZTD-NEXT-A"),
        ('@imei@:£1~"', "uk", '"imei":#1|@'),
    ],
)
def test_a_us_scanner_on_another_pc_is_read_from_the_characters(was_typed: str, pc: str, meant: str) -> None:
    assert decoded(by_text(pc), as_text(was_typed)) == meant


@pytest.mark.parametrize("scanner", NAMES)
@pytest.mark.parametrize("pc", NAMES)
def test_by_places_every_character_comes_back_whatever_both_are_set_to(scanner: str, pc: str) -> None:
    board = LAYOUTS[scanner]
    alphabet = "".join(char for char in PRINTABLE if char == " " or char in board.plain + board.shifted)
    assert decoded(by_place(scanner), typed(scanned(alphabet, pc=pc, scanner=scanner))) == alphabet


@pytest.mark.parametrize("scanner", NAMES)
@pytest.mark.parametrize("pc", NAMES)
def test_from_characters_every_one_comes_back_that_both_have(scanner: str, pc: str) -> None:
    board, shown = LAYOUTS[scanner], LAYOUTS[pc]
    places = zip(board.plain + board.shifted, shown.plain + shown.shifted, strict=True)
    alphabet = "".join(char for char, seen in places if char.isascii() and seen != "∅")
    said = typed(scanned(alphabet, pc=pc, scanner=scanner, places=False))
    assert decoded(by_text(pc, scanner), said) == alphabet


@given(st.text(PRINTABLE, max_size=40), st.sampled_from(NAMES))
def test_any_text_of_a_us_scanner_comes_back_on_any_pc(text: str, pc: str) -> None:
    assert decoded(by_place(), typed(scanned(text, pc=pc))) == (text or None)


@given(st.text(max_size=60), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_decoding_never_fails_and_never_invents_the_unknown(text: str, pc: str, scanner: str) -> None:
    for name in (by_text(pc, scanner), by_place(scanner), "", "caps"):
        answer = decoded(name, Typed(text, text, text, by_alt=False))
        assert answer is None or "\ufffd" not in answer or "\ufffd" in text


def test_a_character_the_keyboard_does_not_have_rules_a_layout_out() -> None:
    assert decoded(by_text("fr"), as_text("ß123")) is None
    assert decoded(by_text("us"), as_text("é")) is None
    assert decoded(by_place(), as_text("123")) is None, "no places are known"


def test_caps_lock_turns_letters_only() -> None:
    assert decoded("caps", as_text("r5ct10abcde-X")) == "R5CT10ABCDE-x"


def test_the_key_that_a_us_keyboard_lacks_gives_the_backslash() -> None:
    assert decoded(by_place(), typed(scanned("<>", pc="us", scanner="de"))) == "\\|"
    assert decoded(by_place("de"), typed(scanned("<>", pc="us", scanner="de"))) == "<>"


def test_places_are_tried_alone_where_they_are_known() -> None:
    by_places = list(candidates(typed(scanned("1", pc="fr"))))
    assert by_places[0] == "keys:us"
    assert len(by_places) == len(LAYOUTS)
    from_text = list(candidates(as_text("1")))
    assert from_text[0] == "fr>us"
    assert {"us>fr", "caps"} <= set(from_text)
    assert all(map(is_decoding, [*by_places, *from_text, ""]))


def test_digits_cannot_tell_french_from_belgian() -> None:
    assert list(twins("fr>us")) == ["be>us"]
    assert list(twins("keys:us")) == []
    assert list(twins("")) == []


@pytest.mark.parametrize("name", ["keys:xx", "fr>", ">us", "xx>us", "us", "alt", "fr>us>de"])
def test_what_is_no_decoding_is_told(name: str) -> None:
    assert not is_decoding(name)


def test_decodings_have_words() -> None:
    names = ["", "alt", "caps", by_place("de"), by_text("fr")]
    assert [described(name).english() for name in names] == [
        "nothing: taken as it came",
        "characters sent as numbers with Alt",
        "Caps Lock undone",
        "the places of the keys; scanner set to German",
        "the characters; PC set to French, scanner to US English",
    ]
    assert described("what?>else").english()
    assert [put_right(name).english() for name in names[2:]] == [
        "Codes are put right.",
        "Codes are put right by the places of the keys: the scanner is set to German.",
        "Codes are put right by their characters: the PC is set to French, the scanner to US English.",
    ]


@pytest.mark.parametrize("layout", [US, *OTHERS], ids=lambda layout: layout.name)
def test_no_character_is_on_two_keys(layout: Layout) -> None:
    both = (layout.plain + layout.shifted).replace("∅", "")
    assert len(set(both)) == len(both)


def test_a_table_with_a_key_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="48"):
        Layout.of("xx", US.country, US.plain[1:], US.shifted)
