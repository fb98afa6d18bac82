"""IMEI, MEID and serial numbers and their checks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.identifiers import (
    DeviceIdentifier,
    are_imeis,
    group_imei,
    is_imei,
    is_luhn_valid,
    is_serial,
    meid_hex,
)

GOOD = [
    "358240112233440",
    "358240112233457",
    "869208067654326",
    "011245007654328",
    "911655201234563",
    "001010012345672",
]
BAD = [
    "358240112233441",
    "35824011223344",
    "3582401122334403",
    "000000000000000",
    "",
    "35824011223344O",
    "３５８２４０１１２２３３４４０",
    "35824011223344\u0660",
]


def luhn_digit(body: str) -> str:
    """The check digit of 14 digits, in the words of the standard rather than in those of the program."""
    total = sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(body))
    return str(-total % 10)


@pytest.mark.parametrize("number", GOOD)
def test_imeis_are_known_by_their_check_digit(number: str) -> None:
    assert is_imei(number)


@pytest.mark.parametrize("number", BAD)
def test_what_is_no_imei_is_not_taken_for_one(number: str) -> None:
    assert not is_imei(number)


@given(st.text(alphabet="0123456789", min_size=14, max_size=14).filter(lambda body: body.strip("0") != ""))
def test_one_of_ten_last_digits_makes_an_imei(body: str) -> None:
    assert [digit for digit in "0123456789" if is_imei(body + digit)] == [luhn_digit(body)]


@given(st.lists(st.one_of(st.sampled_from([*GOOD, *BAD]), st.text(max_size=16)), min_size=1, max_size=40))
def test_a_list_is_all_imeis_exactly_when_each_is(numbers: list[str]) -> None:
    assert are_imeis(numbers) == all(map(is_imei, numbers))


def test_long_lists_are_checked_number_by_number_in_effect() -> None:
    numbers = [body + luhn_digit(body) for body in (f"00101012{number:06d}" for number in range(5000))]
    assert are_imeis(numbers)
    for place in (0, 2500, 4999):
        wrong = [*numbers]
        wrong[place] = wrong[place][:-1] + str((int(wrong[place][-1]) + 1) % 10)
        assert not are_imeis(wrong)
    # Two lengths that make up for each other must not pass.
    assert not are_imeis([numbers[0][:-1], numbers[1] + "0"])
    assert not are_imeis([])


def test_luhn_knows_any_length() -> None:
    assert is_luhn_valid("8944110068123456787")
    assert not is_luhn_valid("8944110068123456788")


def test_an_imei_is_read_in_groups() -> None:
    assert group_imei("358240112233440") == "35-824011-223344-0"
    assert group_imei("A0000042F12345") == "A0000042F12345"


@pytest.mark.parametrize(
    ("written", "meid"),
    [
        ("A0000042F12345", "A0000042F12345"),
        ("a0000042f12345", "A0000042F12345"),
        ("268435462615803205", "A0000042F12345"),
        ("99000012E34567", "99000012E34567"),
        ("12345678901234", None),
        ("99000012345678", None),
        ("5000004ABCDEF1", None),
        ("A0000042F1234", None),
        ("A0000042F1234G", None),
        ("", None),
    ],
)
def test_meids_become_hexadecimal(written: str, meid: str | None) -> None:
    assert meid_hex(written) == meid


@given(st.text(max_size=24))
def test_no_text_breaks_the_check_of_a_meid(written: str) -> None:
    meid = meid_hex(written)
    assert meid is None or (len(meid) == 14 and set(meid) <= set("0123456789ABCDEF"))


@pytest.mark.parametrize("written", ["R5CT10ABCDE", "22140523021234", "SM-G990B", "a1/2", "x" * 64])
def test_serial_numbers_are_letters_and_digits(written: str) -> None:
    assert is_serial(written)


@pytest.mark.parametrize("written", ["", "ab", "x" * 65, "-ab", "abc\n", "äbc", "a,b", "a;b", "abc\x1d"])
def test_what_cannot_be_a_serial_number(written: str) -> None:
    assert not is_serial(written)


def test_a_device_is_shown_by_the_number_people_know() -> None:
    assert DeviceIdentifier(imei="358240112233440", serial="R5").shown() == "35-824011-223344-0"
    assert DeviceIdentifier(imei="358240112233440").plain() == "358240112233440"
    assert DeviceIdentifier(meid="A0000042F12345", serial="R5").shown() == "A0000042F12345"
    assert DeviceIdentifier(serial="R5").plain() == "R5"
