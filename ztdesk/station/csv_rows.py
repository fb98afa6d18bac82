"""One line of a portal file -> the device it names, or why it names none. Knows no other line and no batch."""

import re
from functools import partial
from itertools import chain, repeat

from ztdesk.domain.batch import BulkItem
from ztdesk.domain.explain import shown_code
from ztdesk.domain.identifiers import are_imeis, is_imei, is_serial, meid_hex
from ztdesk.domain.label import Kind, Rule, read_label
from ztdesk.domain.text import Text, text
from ztdesk.station.csv_layout import IMEI, ZERO_TOUCH, Columns, PortalRow

_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+E\+?\d+|E\+\d+)", re.IGNORECASE)
_FORCED_TEXT = re.compile(r'="(.*)"|\'(.*)')
_LONGEST_CELL = 200


def device_of(row: PortalRow, customer_id: str) -> BulkItem | Text:
    """The device of this line for this customer, or the reason why there is none."""
    return _device_of(PortalRow(*map(unforced, row)), row.modemid or row.serial, customer_id)


def devices_of(columns: Columns, customer_id: str) -> list[BulkItem] | None:
    """The devices of these lines where all are plainly good and named by an IMEI alone; None when one needs a closer look.

    Columns are looked at as a whole, which is what makes long files quick to read.
    """
    kinds, numbers, serials, models, makers, profiles, owners, *rest = columns
    if (
        {*kinds} != {IMEI}
        or {*profiles} != {ZERO_TOUCH}
        or {*owners} != {customer_id}
        or {*serials, *chain(*rest)} != {""}
    ):
        return None
    if not are_imeis(numbers):
        return None
    for name in {*models, *makers}:
        if len(name) > _LONGEST_CELL or not name.isprintable() or name != unforced(name):
            return None
    none = repeat("")
    items = zip(numbers, none, none, none, none, makers, models, none, numbers, strict=False)
    # What BulkItem._make does, without a Python call a device.
    return list(map(partial(tuple.__new__, BulkItem), items))


def _device_of(row: PortalRow, raw: str, customer_id: str) -> BulkItem | Text:
    reason = _frame_trouble(row, customer_id)
    if reason is not None:
        return reason
    first = _modem(row.modemtype, row.modemid)
    if isinstance(first, Text):
        return first
    second = _modem(row.modemtype2, row.modemid2)
    if isinstance(second, Text):
        return second
    if any(second) and (not any(first) or first == second):
        return text("The second modem needs a first one with another number.")
    if not any(first) and not row.serial:
        return text("There is neither an IMEI or MEID nor a serial number.")
    reason = _serial_trouble(row)
    if reason is not None:
        return reason
    imei, imei2 = first[0], second[0]
    if imei and imei2 and imei2 < imei:
        imei, imei2 = imei2, imei
    numbers = (imei, imei2, first[1], second[1], row.serial)
    return BulkItem(*numbers, row.manufacturer, row.model, row.phonenumber, raw)


def _frame_trouble(row: PortalRow, customer_id: str) -> Text | None:
    if any(len(cell) > _LONGEST_CELL or not cell.isprintable() for cell in row):
        return text(
            "A cell is longer than {count} characters or holds signs that cannot be shown.", count=_LONGEST_CELL
        )
    if row.profiletype.upper() != ZERO_TOUCH:
        return text("The profiletype is “{found}”; only ZERO_TOUCH can be imported.", found=row.profiletype)
    if row.owner != customer_id:
        return text(
            "The owner is “{found}”, not the customer {customer} of this import.", found=row.owner, customer=customer_id
        )
    return None


def _serial_trouble(row: PortalRow) -> Text | None:
    if not row.serial:
        return None
    if is_rounded(row.serial):
        return damaged_words()
    if not is_serial(row.serial):
        return text("This cannot be a serial number.")
    if not row.manufacturer or not row.model:
        return text("A serial number needs manufacturer and model in the same line.")
    return None


def _modem(kind: str, number: str) -> tuple[str, str] | Text:
    """IMEI and MEID of one pair of cells, of which at most one is filled."""
    if not number:
        return text("The modemtype is given, the number is missing.") if kind else ("", "")
    if is_rounded(number):
        return damaged_words()
    match kind.upper():
        case "IMEI":
            readings = read_label(number)
            if len(readings) > 1:
                return text(
                    "There is more than one number in the cell. A line names one device, each number in its column."
                )
            reading = readings[0]
            return (reading.value, "") if reading.kind is Kind.IMEI else why_no_imei(number, reading.rule)
        case "MEID":
            meid = meid_hex(number)
            return text("This is no MEID: 14 hexadecimal or 18 decimal digits.") if meid is None else ("", meid)
        case _:
            return text("The modemtype is “{found}”; it must be IMEI or MEID.", found=kind)


def is_rounded(cell: str) -> bool:
    """Whether a spreadsheet made this of a long number: 3.58E+14."""
    return _SCIENTIFIC.fullmatch(cell) is not None


def why_no_imei(number: str, rule: Rule) -> Text:
    """Why a number that was read by `rule` is no IMEI."""
    if rule is Rule.IMEI_BAD_CHECK_DIGIT:
        return text("The check digit of this IMEI does not fit.")
    if rule is Rule.IMEI_ALL_ZERO:
        return text("15 zeros are no IMEI.")
    if rule in {Rule.MEID_HEX, Rule.MEID_DECIMAL}:
        return text("This is a MEID, not an IMEI.")
    digits = re.sub(r"[\s-]", "", number)
    if not (digits.isascii() and digits.isdigit()):
        return text("This is not an IMEI of 15 digits.")
    if 10 < len(digits) < 15 and is_imei(digits.zfill(15)):
        return text("This IMEI seems to have lost zeros at its beginning. Export the column as text, not as a number.")
    if len(digits) == 14:
        return text("An IMEI has 15 digits, this has 14: its check digit is missing, or zeros at its beginning.")
    if len(digits) == 16:
        return text("16 digits are an IMEISV: a software version stands where the check digit belongs.")
    return text("An IMEI has 15 digits, this has {count}.", count=len(digits))


def damaged_words() -> Text:
    """What to do about a number that a spreadsheet rounded."""
    return text(
        "A spreadsheet rounded this number and its last digits are lost. Take the list from its source again, with the"
        " column as text, and export it as CSV without opening it in between."
    )


def unforced(cell: str) -> str:
    """A cell without blanks around it and without what makes a spreadsheet take a number for text."""
    stripped = cell.strip()
    forced = _FORCED_TEXT.fullmatch(stripped)
    return (forced[1] or forced[2] or "").strip() if forced else stripped


def shown_value(row: PortalRow) -> str:
    """The number of a line as it can be shown."""
    return shown_code(row.modemid or row.serial)
