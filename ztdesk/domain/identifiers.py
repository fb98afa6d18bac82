"""What identifies a device: IMEI, MEID, serial number, and their check digits.

Rules: 3GPP TS 23.003 section 6.2 (IMEI, IMEISV, Luhn check digit), 3GPP2 S.R0048 (MEID), and the reseller API's
"Identifiers" page (which of them a claim needs). Does not know labels or scanners.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")
_ASCII_ZERO = ord("0")
_VALUES = (
    bytes.maketrans(b"0123456789", bytes(range(10))),
    bytes.maketrans(b"0123456789", b"\0\2\4\6\x08\1\3\5\7\x09"),
)
_MULTIPLES_OF_TEN = bytes(range(0, 256, 10))
_ALL_ZERO = "0" * 15
_SERIAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/+-]{2,63}")


@dataclass(frozen=True, slots=True)
class DeviceIdentifier:
    """What is sent to the service to name one device; empty strings are left out there.

    With two IMEIs the numerically lower one is `imei`. MEIDs are 14 upper-case hexadecimal digits. A serial number needs
    `manufacturer` and `model`, which are the built-in values (`Build.MANUFACTURER`, `Build.MODEL`).
    """

    imei: str = ""
    imei2: str = ""
    meid: str = ""
    meid2: str = ""
    serial: str = ""
    manufacturer: str = ""
    model: str = ""

    def shown(self) -> str:
        """The one number a person knows this device by, grouped for reading."""
        return group_imei(self.imei) if self.imei else self.meid or self.serial

    def plain(self) -> str:
        """The same number without grouping, as it is copied and sent."""
        return self.imei or self.meid or self.serial


def is_luhn_valid(digits: str) -> bool:
    """Whether a string of ASCII digits ends in its Luhn check digit (ISO/IEC 7812-1 annex B)."""
    backwards = digits.encode("ascii")[::-1]
    total = sum(backwards[0::2]) + sum(backwards[1::2].translate(_DOUBLED)) - _ASCII_ZERO * len(backwards)
    return total % 10 == 0


def is_imei(digits: str) -> bool:
    """Whether this is an IMEI: 15 ASCII digits, not all zero, with the right check digit."""
    return len(digits) == 15 and digits.isascii() and digits.isdigit() and is_luhn_valid(digits) and digits != _ALL_ZERO


def with_check_digit(fourteen: str) -> str:
    """The IMEI of these first 14 digits."""
    return next(imei for imei in (f"{fourteen}{digit}" for digit in range(10)) if is_luhn_valid(imei))


def are_imeis(numbers: Sequence[str]) -> bool:
    """Whether every one of `numbers`, at least one, is an IMEI; for long lists many times as fast as asking one by one."""
    joined = "".join(numbers)
    if set(map(len, numbers)) != {15} or not joined.isascii() or not joined.isdigit() or _ALL_ZERO in numbers:
        return False
    digits = joined.encode("ascii")
    # One byte a number, fifteen additions for all of them: no sum exceeds 15 x 9, so nothing carries into a neighbour.
    sums = sum(int.from_bytes(digits[place::15].translate(_VALUES[place % 2]), "little") for place in range(15))
    return not sums.to_bytes(len(numbers), "little").translate(None, _MULTIPLES_OF_TEN)


def group_imei(imei: str) -> str:
    """An IMEI as it is read aloud: 358240112233440 -> 35-824011-223344-0. Anything else comes back as it is."""
    if len(imei) != 15 or not imei.isdigit():
        return imei
    return f"{imei[:2]}-{imei[2:8]}-{imei[8:14]}-{imei[14]}"


def meid_hex(text: str) -> str | None:
    """A MEID as 14 upper-case hexadecimal digits, from the hexadecimal or the 18-digit decimal form; None if it is none.

    Regional codes of MEIDs are A0 to FF, and 99 which IMEIs share; a MEID of decimal digits alone cannot be told from an
    IMEI without its check digit and is not taken for one.
    """
    compact = text.upper()
    from stdnum import meid as _meid  # late: it brings what speaks HTTP along, and most codes are no MEIDs
    from stdnum.exceptions import ValidationError  # late: as above

    try:
        value: str = _meid.validate(compact, strip_check_digit=True)
    except ValidationError:
        return None
    if len(value) == 18:
        value = _meid.compact(_meid.format(value, format="hex"), strip_check_digit=True)
    value = value.upper()
    return value if len(value) == 14 and (value[0] in "ABCDEF" or value[:2] == "99") and not value.isdigit() else None


def is_serial(text: str) -> bool:
    """Whether this can be a manufacturer's serial number: 3 to 64 ASCII letters, digits, and `. _ / + -` or blanks."""
    return _SERIAL.fullmatch(text) is not None
