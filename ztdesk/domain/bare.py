"""One number or word without a label -> what it is. Knows neither separators nor structures, only how numbers are printed.

Numbers may be printed in groups with blanks or hyphens. Where several whole numbers stand in one text, they are told
apart only if every one of them is proved; otherwise nothing is taken.
"""

import re
from collections.abc import Callable

from ztdesk.domain.digits import has_meid_check_digit, is_digits, read_digits
from ztdesk.domain.identifiers import is_imei, is_serial
from ztdesk.domain.reading import Kind, Reading, Rule, unknown

BLANKS = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
"""The blanks of a regular expression's character class that may group digits; tabs and line breaks divide fields."""
COMMAND_PREFIX = "ZTD-"
MOST_FIELDS = 256
"""Fields that a code may have; a payload of the greatest length holds as many IMEIs."""

_GAPS = re.compile(rf"[{BLANKS}\-\u2010-\u2015\u2212]+")
_IMEI_AND_SVN = re.compile(r"([0-9]{15})/([0-9]{2})")
_MAC = re.compile(r"[0-9A-F]{2}(?:[:-][0-9A-F]{2}){5}", re.IGNORECASE)
_MEID = re.compile(r"(?:[A-F][0-9A-F]{13}|99(?=[0-9]{0,11}[A-F])[0-9A-F]{12})[0-9A-F]?", re.IGNORECASE)
_ICCID_FILLED = re.compile(r"(89[0-9]{16,19})F", re.IGNORECASE)
# Model numbers that barcodes on boxes bear: Samsung, LG, Motorola, Nokia, OPPO and realme.
_MODEL = re.compile(
    r"SM-[A-Z][0-9]{3}[A-Z0-9/-]{0,12}|LM-[A-Z][0-9]{3}[A-Z0-9]{0,8}|XT[0-9]{4}-[0-9A-Z]{1,4}|TA-[0-9]{4}|CPH[0-9]{4}|RMX[0-9]{4}"
)
_SHORTEST_SERIAL = 6
_MEASURE = re.compile(r"[0-9]+(?:[.,x/+-][0-9]{1,6}){0,3}(?:[KMGT]B|MAH|MP|K?G|[CM]?M|[WV])", re.IGNORECASE)
_BLANK = re.compile(rf"[{BLANKS}]")
_FIFTEEN = re.compile(r"(?<![0-9])[0-9]{15}(?![0-9])")
_DIGIT_RUN = re.compile(r"[0-9]+")
_LOOSE = re.compile(rf"[{BLANKS}/_+#*~\\$!]+")
_LONG_WORD = re.compile(rf"[^{BLANKS}/_+#*~\\$!]{{14}}")
"""What an IMEI or a MEID needs at least, of which one of several numbers has to be."""
_LONGEST_MAC = 32
_MAC_LENGTH = 17
_SHORTEST_LONG = 11
"""A MAC without its hyphens has 12 characters, a MEID 14, everything else that is known by its length has more."""
_MAC_SIGNS = re.compile(r"[ :.-]")
_MAC_DIGITS = re.compile(r"[0-9A-F]{12}", re.IGNORECASE)


def read_bare(text: str) -> Reading:
    """What one number or word is, taken as a whole."""
    if is_digits(text):
        return read_digits(text)
    compact = _GAPS.sub("", text)
    if is_digits(compact):
        return read_digits(compact)
    return _read_mixed(text, compact)


def read_field(text: str) -> Reading:
    """The same for one field among others, where short words, words without a digit and measures are no serial numbers."""
    if is_digits(text):
        return read_digits(text)
    reading = read_bare(text)
    if reading.rule is Rule.SERIAL_SHAPED and (
        len(text) < _SHORTEST_SERIAL
        or _BLANK.search(text)
        or _DIGIT_RUN.search(text) is None
        or _MEASURE.fullmatch(text)
    ):
        return unknown(text, Rule.NOT_A_CODE)
    return reading


def read_loose(text: str, read: Callable[[str], Reading] = read_bare) -> tuple[Reading, ...]:
    """What a text is that may hold several whole numbers with blanks, slashes and the like between them."""
    whole = read(text)
    if whole.kind not in {Kind.SERIAL, Kind.UNKNOWN} or _LONG_WORD.search(text) is None or _LOOSE.search(text) is None:
        return (whole,)
    words = [word for word in _LOOSE.split(text, maxsplit=MOST_FIELDS + 2) if word]
    if 1 < len(words) <= MOST_FIELDS:
        readings = tuple(map(read_field, words))
        if any(one.kind in {Kind.IMEI, Kind.MEID} for one in readings) and all(map(_is_whole, words, readings)):
            return readings
    return (whole,)


def can_be_serial(text: str) -> bool:
    """Whether a text that is said to be a serial number can be one; one of our commands never is."""
    return is_serial(text) and text[:4].upper() != COMMAND_PREFIX


def mac_address(text: str) -> str | None:
    """A MAC in upper-case pairs with colons, from 12 hexadecimal digits with or without separators; None if it is none."""
    digits = _MAC_SIGNS.sub("", text).upper() if 12 <= len(text) <= _LONGEST_MAC else ""
    if _MAC_DIGITS.fullmatch(digits) is None:
        return None
    return f"{digits[:2]}:{digits[2:4]}:{digits[4:6]}:{digits[6:8]}:{digits[8:10]}:{digits[10:]}"


def _read_mixed(text: str, compact: str) -> Reading:
    if text[:4].upper() == COMMAND_PREFIX:
        return unknown(text, Rule.COMMAND_INSIDE)
    if len(compact) > _SHORTEST_LONG:
        long = _read_long(text, compact)
        if long is not None:
            return long
    if _MODEL.fullmatch(text):
        return Reading(Kind.MODEL, text, Rule.MODEL_SHAPED, certain=False)
    if len(text) > _SHORTEST_LONG and any(is_imei(run) for run in _FIFTEEN.findall(text)):
        return unknown(text, Rule.ENTANGLED)
    if is_serial(text):
        return Reading(Kind.SERIAL, text, Rule.SERIAL_SHAPED, certain=False)
    return unknown(text, Rule.NOT_A_CODE)


def _read_long(text: str, compact: str) -> Reading | None:
    """What a number of letters, signs and digits is that has a length of its own; None for anything else."""
    with_svn = _IMEI_AND_SVN.fullmatch(compact)
    if with_svn is not None and is_imei(with_svn[1]):
        return Reading(Kind.IMEI, with_svn[1], Rule.IMEI_WITH_SVN, certain=True)
    if len(text) == _MAC_LENGTH and _MAC.fullmatch(text):
        return Reading(Kind.MAC, text.upper().replace("-", ":"), Rule.MAC, certain=True)
    meid = _meid(compact)
    if meid is not None:
        return Reading(Kind.MEID, meid, Rule.MEID_HEX, certain=True)
    filled = _ICCID_FILLED.fullmatch(compact)
    if filled is not None:
        return Reading(Kind.ICCID, filled[1], Rule.ICCID, certain=True)
    return None


def _meid(compact: str) -> str | None:
    if len(compact) not in {14, 15} or _MEID.fullmatch(compact) is None:
        return None
    return compact[:14].upper() if len(compact) == 14 or has_meid_check_digit(compact) else None


def _is_whole(word: str, reading: Reading) -> bool:
    """Whether a word is something by itself; digits have to be proved, as they may be a piece of a grouped number."""
    return reading.kind is not Kind.UNKNOWN and (reading.certain or not is_digits(_GAPS.sub("", word)))
