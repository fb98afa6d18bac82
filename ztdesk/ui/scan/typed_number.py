"""What can be said of a number while it is typed, and how a pasted column is cut into lines. Knows no widget.

Says less than the station, which alone decides; this only helps to see a slip before Enter.
"""

import re
from dataclasses import dataclass

from ztdesk.domain.label import Kind, Reading, Rule, read_label
from ztdesk.domain.text import Text, counted, text
from ztdesk.ui.tokens import Tone

_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_FORMULA = re.compile(r'="(.*)"')
_SEPARATORS = ("\t", ";", ",")
_HEADINGS = frozenset(
    {"imei", "imei1", "imei 1", "imei2", "imei 2", "imei number", "meid", "serial", "serial number", "serial no", "s/n"}
    | {"sn", "number", "nummer", "seriennummer", "device", "deviceid", "device id", "identifier"}
)

EXCEL_TITLE = text("Digits lost in a spreadsheet")
EXCEL_HINT = text("This is a rounded number. Format the column as text in the spreadsheet, then copy it again.")


@dataclass(frozen=True, slots=True)
class Hint:
    """What a number looks like so far; `tone` is None while nothing is wrong or right yet."""

    tone: Tone | None
    words: Text


_OF_KIND = {
    Kind.IMEI: Hint(Tone.OK, text("IMEI, and its check digit fits")),
    Kind.MEID: Hint(Tone.OK, text("MEID")),
    Kind.PRODUCT_CODE: Hint(Tone.IGNORED, text("Product code, not a device's number")),
    Kind.EID: Hint(Tone.IGNORED, text("EID of the eSIM, not a device's number")),
    Kind.ICCID: Hint(Tone.IGNORED, text("SIM card number, not a device's number")),
    Kind.MAC: Hint(Tone.IGNORED, text("Network address, not a device's number")),
    Kind.MODEL: Hint(Tone.IGNORED, text("Model name, not a device's number")),
    Kind.COMMAND: Hint(Tone.REFUSED, text("A command card, not a device's number")),
}
_OF_RULE = {
    Rule.EMPTY: Hint(None, text("An IMEI has 15 digits; hyphens and blanks do not matter.")),
    Rule.IMEI_BAD_CHECK_DIGIT: Hint(
        Tone.REFUSED, text("15 digits, but the check digit does not fit: one is wrong, or two changed places.")
    ),
    Rule.IMEI_ALL_ZERO: Hint(Tone.REFUSED, text("Zeros name no phone.")),
    Rule.IMEI_NAMED_WRONG_LENGTH: Hint(Tone.REFUSED, text("An IMEI has 15 digits.")),
    Rule.IMEISV: Hint(Tone.REFUSED, text("16 digits: one too many, or an IMEISV. An IMEI has 15.")),
    Rule.FOURTEEN_DIGITS: Hint(None, text("14 digits: the check digit of the IMEI is missing.")),
    Rule.LONG_RUN: Hint(Tone.REFUSED, text("Too many digits for an IMEI, which has 15.")),
    Rule.TOO_LONG: Hint(Tone.REFUSED, text("Too long for any number on a label.")),
}
_SERIAL_WELCOME = Hint(Tone.OK, text("Taken for a serial number"))
_SERIAL_UNWELCOME = Hint(
    Tone.REFUSED, text("Not an IMEI. Serial numbers are taken when the batch has a maker and model.")
)
_SEVERAL = Hint(None, text("Several numbers in one. Enter says what they are together."))
_NOTHING_KNOWN = Hint(None, text("Not a number of a device, as far as it goes."))


def hint_for(typed: str, *, takes_serials: bool) -> Hint:
    """What `typed` is so far; `takes_serials` when the batch has a maker and model."""
    if is_rounded(typed):
        return Hint(Tone.REFUSED, EXCEL_HINT)
    readings = read_label(typed)
    if len(readings) > 1:
        return _SEVERAL if any(map(_names_a_device, readings)) else _NOTHING_KNOWN
    reading = readings[0]
    known = _OF_KIND.get(reading.kind) or _OF_RULE.get(reading.rule)
    if known is not None:
        return known
    digits = reading.value.replace("-", "").replace(" ", "")
    if digits.isdigit() and len(digits) < 14 and not takes_serials:
        return _missing_digits(len(digits))
    if reading.kind is Kind.SERIAL:
        return _SERIAL_WELCOME if takes_serials else _SERIAL_UNWELCOME
    return _NOTHING_KNOWN


def is_rounded(typed: str) -> bool:
    """Whether a spreadsheet made this of a long number: 3.58E+14."""
    return _EXPONENT.fullmatch(typed.strip()) is not None


def pasted_numbers(pasted: str) -> list[str]:
    """One number a line: of a line with several cells the first that is an IMEI or MEID, else the first filled one.

    Empty lines and a first line that only names the column are left out.
    """
    lines = [_number_of(line) for line in pasted.splitlines()]
    if lines and lines[0].casefold() in _HEADINGS:
        del lines[0]
    return [line for line in lines if line]


def _number_of(line: str) -> str:
    if is_rounded(line):
        return line.strip()
    separator = next((one for one in _SEPARATORS if one in line), None)
    cells = [_cell(cell) for cell in (line.split(separator) if separator else [line])]
    filled = [cell for cell in cells if cell]
    named = (cell for cell in filled if any(map(_names_a_device, read_label(cell))))
    rounded = (cell for cell in filled if is_rounded(cell))
    return next(named, None) or next(rounded, None) or (filled[0] if filled else "")


def _cell(cell: str) -> str:
    cell = cell.strip()
    formula = _FORMULA.fullmatch(cell)
    return (formula[1] if formula else cell).strip('"').strip()


def _names_a_device(reading: Reading) -> bool:
    return reading.kind in {Kind.IMEI, Kind.MEID} or reading.rule is Rule.IMEI_BAD_CHECK_DIGIT


def _missing_digits(digits: int) -> Hint:
    return Hint(None, counted("{count} more digits for an IMEI", "1 more digit for an IMEI", 15 - digits))
