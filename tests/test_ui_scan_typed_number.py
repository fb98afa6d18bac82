"""What is said of a number while it is typed, and what is cut out of a pasted column."""

import pytest

from ztdesk.ui.scan.typed_number import hint_for, is_rounded, pasted_numbers
from ztdesk.ui.tokens import Tone

IMEI, OTHER = "001010120000003", "001010120000011"


@pytest.mark.parametrize(
    ("typed", "tone", "words"),
    [
        ("", None, "15 digits"),
        ("0010", None, "11 more digits"),
        ("00101012000000", None, "14 digits"),
        (IMEI, Tone.OK, "check digit fits"),
        ("00-101012-000000-3", Tone.OK, "check digit fits"),
        ("001010120000004", Tone.REFUSED, "does not fit"),
        ("0010101200000031", Tone.REFUSED, "16 digits"),
        ("9501101530003", Tone.IGNORED, "Product code"),
        ("A0000042F12345", Tone.OK, "MEID"),
        ("3.58E+14", Tone.REFUSED, "rounded"),
        ("R5CT10ABCDE", Tone.REFUSED, "Not an IMEI"),
        (f"{IMEI}/{OTHER}", None, "Several numbers"),
        (f"R5CT10ABCDE;{OTHER}", None, "Several numbers"),
    ],
)
def test_the_hint_while_typing(typed: str, tone: Tone | None, words: str) -> None:
    hint = hint_for(typed, takes_serials=False)
    assert hint.tone is tone
    assert words in hint.words.english()


def test_a_serial_number_is_welcome_where_the_batch_takes_it() -> None:
    assert hint_for("R5CT10ABCDE", takes_serials=True).tone is Tone.OK
    assert hint_for("00100010", takes_serials=True).tone is Tone.OK


@pytest.mark.parametrize("typed", ["3.58E+14", "3,58E+14", " 1.01012e12 ", "3E14"])
def test_rounded_numbers_are_known(typed: str) -> None:
    assert is_rounded(typed)


@pytest.mark.parametrize("typed", [IMEI, "A0000042F12345", "E14", "", "3.58"])
def test_others_are_not(typed: str) -> None:
    assert not is_rounded(typed)


@pytest.mark.parametrize(
    ("pasted", "numbers"),
    [
        (f"{IMEI}\n{OTHER}\n", [IMEI, OTHER]),
        (f"IMEI\r\n{IMEI}\r\n\r\n{OTHER}", [IMEI, OTHER]),
        (f"Box 1\t{IMEI}\tR5CT10ABCDE\nBox 2\t{OTHER}\t", [IMEI, OTHER]),
        (f'"Box 1";"{IMEI}"\n"Box 2";="{OTHER}"', [IMEI, OTHER]),
        (f"1,{IMEI}\n2,001010120000004", [IMEI, "001010120000004"]),
        ("Box 1\t3.58E+14", ["3.58E+14"]),
        (f"3,58E+14\n{IMEI}", ["3,58E+14", IMEI]),
        ("R5CT10ABCDE,samsung", ["R5CT10ABCDE"]),
        ("\n \n", []),
    ],
)
def test_a_pasted_column(pasted: str, numbers: list[str]) -> None:
    assert pasted_numbers(pasted) == numbers
