"""A number of digits alone -> what its length, prefix and check digits prove. Knows no labels and no separators.

The check digits of product codes and MEIDs are worked out here, because a carton's code may hold hundreds of numbers.
"""

from ztdesk.domain.identifiers import is_imei, is_luhn_valid
from ztdesk.domain.reading import Kind, Reading, Rule, unknown

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_ZERO = ord("0")
_HEX_VALUES = bytes.maketrans(b"0123456789ABCDEF", bytes(range(16)))
_HEX_DOUBLED = bytes.maketrans(bytes(range(16)), bytes(sum(divmod(2 * value, 16)) for value in range(16)))
_SHORTEST_SERIAL = 8
"""A shorter run of digits alone is a count, a date or a torn piece of a longer number."""


def is_digits(text: str) -> bool:
    """Whether these are ASCII digits and nothing else, at least one."""
    return text.isascii() and text.isdigit()


def read_digits(digits: str) -> Reading:
    """What a run of ASCII digits is, as a whole; nothing is ever cut out of it."""
    length = len(digits)
    if length == 15:
        return _read_fifteen(digits)
    if length == 32 and digits.startswith("89") and int(digits) % 97 == 1:
        return Reading(Kind.EID, digits, Rule.EID, certain=True)
    if 18 <= length <= 22 and digits.startswith("89"):
        return Reading(Kind.ICCID, digits, Rule.ICCID, certain=True)
    if length == 16:
        return Reading(Kind.AMBIGUOUS, digits, Rule.IMEISV, certain=False)
    if length == 18:
        meid = meid_of_decimal(digits)
        if meid is not None:
            return Reading(Kind.MEID, meid, Rule.MEID_DECIMAL, certain=True)
    if length in {8, 12, 13} and has_gtin_check_digit(digits):
        return Reading(Kind.PRODUCT_CODE, digits, Rule.PRODUCT_CODE, certain=True)
    if length == 14:
        return Reading(Kind.AMBIGUOUS, digits, Rule.FOURTEEN_DIGITS, certain=False)
    if length > 16:
        return unknown(digits, Rule.LONG_RUN)
    if length >= _SHORTEST_SERIAL:
        return Reading(Kind.SERIAL, digits, Rule.SERIAL_SHAPED, certain=False)
    return unknown(digits, Rule.NOT_A_CODE)


def has_gtin_check_digit(digits: str) -> bool:
    """Whether 8, 12, 13 or 14 digits end in the check digit of a GTIN (GS1 General Specifications 7.9)."""
    if len(digits) not in _GTIN_LENGTHS or not is_digits(digits):
        return False
    backwards = digits.encode("ascii")[::-1]
    total = sum(backwards[0::2]) + 3 * sum(backwards[1::2]) - _ZERO * (len(backwards[0::2]) + 3 * len(backwards[1::2]))
    return total % 10 == 0


def meid_of_decimal(digits: str) -> str | None:
    """The 14 hexadecimal digits of a MEID of 18 decimal ones, 10 and 8 of them (3GPP2 S.R0048); None if it is none."""
    maker, serial = int(digits[:10]), int(digits[10:])
    if maker > 0xFFFFFFFF or serial > 0xFFFFFF:
        return None
    meid = f"{maker:08X}{serial:06X}"
    return meid if (meid[0] in "ABCDEF" or meid[:2] == "99") and not meid.isdigit() else None


def has_meid_check_digit(meid: str) -> bool:
    """Whether 15 hexadecimal digits end in the check digit of a MEID: Luhn's, with 16 instead of 10 (3GPP2 S.R0048)."""
    backwards = meid.upper().encode("ascii")[::-1].translate(_HEX_VALUES)
    return (sum(backwards[0::2]) + sum(backwards[1::2].translate(_HEX_DOUBLED))) % 16 == 0


def _read_fifteen(digits: str) -> Reading:
    if is_imei(digits):
        return Reading(Kind.IMEI, digits, Rule.IMEI_CHECKED, certain=True)
    return unknown(digits, Rule.IMEI_ALL_ZERO if is_luhn_valid(digits) else Rule.IMEI_BAD_CHECK_DIGIT)
