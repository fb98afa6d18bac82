"""What digits prove; the check digits against another implementation."""

from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, meid

from ztdesk.domain.digits import has_gtin_check_digit, has_meid_check_digit, meid_of_decimal, read_digits
from ztdesk.domain.identifiers import meid_hex
from ztdesk.domain.reading import Kind, Rule

_HEX = "0123456789ABCDEF"


@given(st.text(alphabet="0123456789", min_size=1, max_size=16))
def test_gtin_check_digits_are_those_of_stdnum(digits: str) -> None:
    assert has_gtin_check_digit(digits) == ean.is_valid(digits)


@given(st.text(alphabet="0123456789", min_size=13, max_size=13))
def test_of_ten_check_digits_one_fits_a_gtin(thirteen: str) -> None:
    assert sum(has_gtin_check_digit(f"{thirteen}{digit}") for digit in range(10)) == 1


@given(st.sampled_from("ABCDEF"), st.text(alphabet=_HEX, min_size=13, max_size=13))
def test_meid_check_digits_are_those_of_stdnum(first: str, rest: str) -> None:
    fitting = [digit for digit in _HEX if has_meid_check_digit(first + rest + digit)]
    assert fitting == [meid.calc_check_digit(first + rest)]


@given(st.integers(0, 0xFFFFFFFF + 2), st.integers(0, 0xFFFFFF + 2))
def test_decimal_meids_are_those_of_stdnum(maker: int, serial: int) -> None:
    decimal = f"{maker:010}{serial:08}"
    assert meid_of_decimal(decimal) == meid_hex(decimal)


@given(st.text(alphabet="0123456789", min_size=1, max_size=60))
def test_digits_are_read_as_a_whole(digits: str) -> None:
    reading = read_digits(digits)
    assert reading.value == digits or reading.kind is Kind.MEID
    assert reading.kind is not Kind.IMEI or len(digits) == 15
    assert reading.rule is not Rule.EMPTY
