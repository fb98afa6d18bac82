"""One barcode's text -> what it is and by which rule. Knows nothing of batches, rows or scanners.

The order of the rules matters: a number is taken for the most specific thing its length, check digit and prefix prove,
and nothing is ever cut out of a longer run of digits.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum

from ztdesk.domain.identifiers import is_imei, is_luhn_valid, is_serial, meid_hex

LONGEST = 4096
"""Characters of a payload that are looked at; a longer one is refused unread."""

COMMAND_PREFIX = "ZTD-"
_SHORTEST_SERIAL_OF_DIGITS = 8
"""A shorter run of digits alone is a count, a date or a torn piece of a longer number."""

_NAMED = re.compile(
    r"\(?(?P<name>IMEI|MEID|S/?N|SERIAL(?: ?(?:NO|NUMBER))?\.?|EID|ICCID)\s?(?P<slot>[12](?!\d))?"
    r"(?P<edge>\)?\s*[:=#]\s*|\)\s*|\s+|)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_GAPS = re.compile(r"[\s\u00a0\-\u2010-\u2015\u2212]+")
_IMEI_AND_SVN = re.compile(r"(\d{15})\s*/\s*(\d{2})")
_MAC = re.compile(r"[0-9A-F]{2}(?:[:-][0-9A-F]{2}){5}", re.IGNORECASE)


class Kind(Enum):
    """What a code can be; only IMEI, MEID and serial can become a device."""

    IMEI = "imei"
    MEID = "meid"
    SERIAL = "serial"
    PRODUCT_CODE = "product_code"
    EID = "eid"
    ICCID = "iccid"
    MODEL = "model"
    MAC = "mac"
    COMMAND = "command"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


class Rule(Enum):
    """Why a reading is what it is."""

    IMEI_CHECKED = "15 digits with the right check digit"
    IMEI_WITH_SVN = "IMEI followed by a software version number"
    IMEI_BAD_CHECK_DIGIT = "15 digits, but the IMEI check digit does not fit"
    IMEI_ALL_ZERO = "15 zeros are no IMEI"
    IMEI_NAMED_WRONG_LENGTH = "labelled IMEI, but not 15 digits"
    IMEISV = "16 digits: an IMEI with software version instead of its check digit"
    FOURTEEN_DIGITS = "14 digits: an IMEI without check digit, a MEID, a GTIN-14 or a serial number"
    MEID_HEX = "14 hexadecimal digits of a MEID"
    MEID_DECIMAL = "18 decimal digits of a MEID"
    EID = "32 digits beginning with 89 and the right check digits"
    ICCID = "18 to 22 digits beginning with 89"
    PRODUCT_CODE = "8, 12 or 13 digits with the right GTIN check digit"
    MAC = "six pairs of hexadecimal digits"
    COMMAND = "a command card of this program"
    MODEL = "the maker or the model that the batch is of"
    SERIAL_NAMED = "labelled as serial number"
    SERIAL_SHAPED = "letters and digits that can be a serial number"
    LONG_RUN = "a longer run of digits, out of which nothing is cut"
    EMPTY = "nothing in it"
    TOO_LONG = "longer than a label can be"
    NOT_A_CODE = "no number that can be claimed"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing read from one code.

    `value` is normalised: the digits of an IMEI, 14 upper-case hexadecimal digits of a MEID, else the text itself.
    `slot` is 1 or 2 where the label names IMEI1 or IMEI2. `certain` is False where the rule is only a likeness.
    """

    kind: Kind
    value: str
    rule: Rule
    certain: bool
    slot: int | None = None


def read_label(payload: str) -> tuple[Reading, ...]:
    """Every reading of one payload, at least one. Never raises, whatever the text."""
    if len(payload) > LONGEST:
        return (Reading(Kind.UNKNOWN, payload[:LONGEST], Rule.TOO_LONG, certain=True),)
    cleaned = payload.strip().strip("\x00\x02\x03").strip()
    if not cleaned:
        return (Reading(Kind.UNKNOWN, "", Rule.EMPTY, certain=True),)
    if cleaned.upper().startswith(COMMAND_PREFIX):
        return (Reading(Kind.COMMAND, cleaned, Rule.COMMAND, certain=True),)
    named = _NAMED.fullmatch(cleaned)
    if named is not None and (named["edge"] or (named["name"].upper() == "IMEI" and named["rest"][0].isdigit())):
        return (_read_named(named["name"].upper(), named["slot"], named["rest"]),)
    return (_read_bare(cleaned),)


def beside_batch(reading: Reading, manufacturer: str, model: str) -> Reading:
    """The same reading, told from the barcode of the model or maker that a box of this batch bears too."""
    if reading.kind is Kind.SERIAL and reading.value.casefold() in {manufacturer.casefold(), model.casefold()}:
        return replace(reading, kind=Kind.MODEL, rule=Rule.MODEL, certain=True)
    return reading


def _read_named(name: str, slot: str | None, rest: str) -> Reading:
    reading = _read_bare(rest)
    if name == "IMEI":
        if reading.kind is Kind.IMEI:
            return Reading(Kind.IMEI, reading.value, reading.rule, certain=True, slot=int(slot) if slot else None)
        if reading.rule in {Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEISV, Rule.FOURTEEN_DIGITS}:
            return reading
        return Reading(Kind.UNKNOWN, rest, Rule.IMEI_NAMED_WRONG_LENGTH, certain=True)
    if name.startswith("S") and is_serial(rest):
        return Reading(Kind.SERIAL, rest, Rule.SERIAL_NAMED, certain=True)
    return reading


def _read_bare(text: str) -> Reading:
    compact = _GAPS.sub("", text)
    if compact.isascii() and compact.isdigit():
        return _read_digits(compact)
    with_svn = _IMEI_AND_SVN.fullmatch(compact)
    if with_svn is not None and is_imei(with_svn[1]):
        return Reading(Kind.IMEI, with_svn[1], Rule.IMEI_WITH_SVN, certain=True)
    if _MAC.fullmatch(text):
        return Reading(Kind.MAC, text.upper(), Rule.MAC, certain=True)
    if len(compact) in {14, 15} and compact.isascii():
        meid = meid_hex(compact)
        if meid is not None:
            return Reading(Kind.MEID, meid, Rule.MEID_HEX, certain=True)
    if is_serial(text):
        return Reading(Kind.SERIAL, text, Rule.SERIAL_SHAPED, certain=False)
    return Reading(Kind.UNKNOWN, text, Rule.NOT_A_CODE, certain=True)


def _read_digits(digits: str) -> Reading:
    length = len(digits)
    if length == 15:
        if is_imei(digits):
            return Reading(Kind.IMEI, digits, Rule.IMEI_CHECKED, certain=True)
        rule = Rule.IMEI_ALL_ZERO if is_luhn_valid(digits) else Rule.IMEI_BAD_CHECK_DIGIT
        return Reading(Kind.UNKNOWN, digits, rule, certain=True)
    if length == 32 and digits.startswith("89") and int(digits) % 97 == 1:
        return Reading(Kind.EID, digits, Rule.EID, certain=True)
    if 18 <= length <= 22 and digits.startswith("89"):
        return Reading(Kind.ICCID, digits, Rule.ICCID, certain=True)
    if length == 16:
        return Reading(Kind.AMBIGUOUS, digits, Rule.IMEISV, certain=False)
    if length == 18:
        meid = meid_hex(digits)
        if meid is not None:
            return Reading(Kind.MEID, meid, Rule.MEID_DECIMAL, certain=True)
    if length in {8, 12, 13} and _is_product_code(digits):
        return Reading(Kind.PRODUCT_CODE, digits, Rule.PRODUCT_CODE, certain=True)
    if length == 14:
        return Reading(Kind.AMBIGUOUS, digits, Rule.FOURTEEN_DIGITS, certain=False)
    if length > 16:
        return Reading(Kind.UNKNOWN, digits, Rule.LONG_RUN, certain=True)
    if length >= _SHORTEST_SERIAL_OF_DIGITS:
        return Reading(Kind.SERIAL, digits, Rule.SERIAL_SHAPED, certain=False)
    return Reading(Kind.UNKNOWN, digits, Rule.NOT_A_CODE, certain=True)


def _is_product_code(digits: str) -> bool:
    from stdnum import ean  # late: it brings what speaks HTTP along, and most codes are no product codes

    return bool(ean.is_valid(digits))
