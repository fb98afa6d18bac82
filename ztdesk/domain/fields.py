"""One payload of several fields without a standard -> its fields, and a reading each. Knows no template.

Fields are divided by line breaks, tabs, commas, semicolons, bars and control characters, by an ampersand between
assignments, and by blanks only where the next label begins. A broken field is said to be broken and leaves its
neighbours alone.
"""

import re
from collections import deque
from collections.abc import Iterable, Sequence

from ztdesk.domain.bare import BLANKS, MOST_FIELDS, read_field, read_loose
from ztdesk.domain.digits import is_digits, read_digits
from ztdesk.domain.identifiers import are_imeis, is_imei
from ztdesk.domain.json_text import is_closed
from ztdesk.domain.json_text import pairs_of as pairs_of_json
from ztdesk.domain.names import Name, lone_name, name_of, named, read_named
from ztdesk.domain.reading import Kind, Reading, Rule, unknown
from ztdesk.domain.web_address import is_address, read_address

_SEPARATOR = re.compile(
    r"[\r\n\v\f\u0085\u2028\u2029]+|[\t,;|\uff0c\uff1b\x00-\x08\x0e-\x1f]|&(?=[A-Za-z][A-Za-z0-9_.-]{0,30}=)"
)
_LABELS = "IMEI|MEID|S/?N|SERIAL|EID|ICCID|EAN|UPC|GTIN|MODEL|SKU|P/?N|MAC|WIFI|WLAN|BT"
_NEXT_LABEL = re.compile(
    rf"(?<!SIM1)(?<!SIM2)(?<!SIM 1)(?<!SIM 2)[{BLANKS}](?=[(\[]?(?:SIM ?[12] )?(?:{_LABELS})"
    rf"(?:[{BLANKS}_.-]?[A-Z]{{1,8}}\.?)?(?:[{BLANKS}_(#-]?[12]\)?)?[)\]]?(?:[{BLANKS}]*[:=]|[{BLANKS}]+[0-9A-Z]))",
    re.IGNORECASE,
)
_BLANK = re.compile(rf"[{BLANKS}]")
_BLANKS = re.compile(rf"[{BLANKS}]{{2,}}")
_GROUPED = re.compile(rf"[0-9](?:[0-9{BLANKS}-]*[0-9])?")
"""A number as it is printed, in groups: no name stands before it."""
_GAPS = re.compile(rf"[{BLANKS}-]+")
_WRAPPING = " \u00a0\"'{}"


def fields_of(text: str) -> list[str]:
    """The fields of a text, empty ones too; of one with more than a label has, not all."""
    fields: list[str] = []
    for piece in _SEPARATOR.split(text, maxsplit=MOST_FIELDS * 2):
        if piece.isdigit() or _GROUPED.fullmatch(piece):
            fields.append(piece)
            continue
        field = _unwrapped(piece)
        if _BLANK.search(field):
            labelled = _NEXT_LABEL.split(_BLANKS.sub(" ", field), maxsplit=MOST_FIELDS * 2)
            fields.extend(map(_unwrapped, labelled))
        else:
            fields.append(field)
    return fields


def read_fields(text: str) -> tuple[Reading, ...]:
    """A reading a field that is not empty, at least one."""
    fields = fields_of(text)
    filled = sum(1 for one in fields if one)
    if filled > MOST_FIELDS or len(fields) > MOST_FIELDS * 2:
        return (unknown(text, Rule.TOO_MANY_FIELDS),)
    if filled == 1:
        return _read_one(next(one for one in fields if one), is_alone=True)
    return _read_all(fields) or (unknown(text, Rule.EMPTY),)


def read_json(text: str) -> tuple[Reading, ...] | None:
    """The readings of JSON; None when it is not JSON but may be fields in brackets all the same."""
    pairs = pairs_of_json(text)
    if pairs is None:
        return None if is_closed(text) else (unknown(text, Rule.JSON_BROKEN),)
    if len(pairs) > MOST_FIELDS:
        return (unknown(text, Rule.TOO_MANY_FIELDS),)
    return tuple(reading for name, value in pairs for reading in _read_pair(name, value)) or None


def _read_pair(name: str, value: str) -> Iterable[Reading]:
    if not name:
        return read_fields(value)
    found = name_of(name)
    values = [one for one in fields_of(value) if one] if found.kind is not None and not value.isalnum() else [value]
    return (reading for one in values for reading in read_named(found, one))


def _read_all(fields: Sequence[str]) -> tuple[Reading, ...]:
    """Each field; one that is only a name ("IMEI1") names the next, several in a row, as in a heading, the next several."""
    readings: list[Reading] = []
    waiting: deque[Name] = deque()
    is_heading = False
    was_name = False
    if are_imeis(fields):
        # A carton's code: what `read_digits` makes of each, many times as fast.
        return tuple(Reading(Kind.IMEI, field, Rule.IMEI_CHECKED, certain=True) for field in fields)
    for field in fields:
        if not field:
            if is_heading and waiting and not was_name:
                waiting.popleft()
            continue
        if is_digits(field) and not waiting:
            was_name = False
            readings.append(read_digits(field))
            continue
        if not waiting and _GROUPED.fullmatch(field):
            was_name = False
            compact = _GAPS.sub("", field)
            if is_imei(compact):
                readings.append(Reading(Kind.IMEI, compact, Rule.IMEI_CHECKED, certain=True))
            else:
                readings.extend(read_loose(field, read_field))
            continue
        name = lone_name(field)
        if name is not None:
            if not was_name:
                waiting.clear()
            is_heading = was_name
            was_name = True
            waiting.append(name)
            continue
        was_name = False
        if waiting and (named(field) is None):
            readings.extend(read_named(waiting.popleft(), field))
            continue
        waiting.clear()
        readings.extend(_read_one(field))
    return tuple(readings)


def _read_one(field: str, *, is_alone: bool = False) -> tuple[Reading, ...]:
    if is_address(field):
        return read_address(field)
    found = named(field)
    if found is not None and found.name.kind is not None:
        return read_named(found.name, found.value)
    if is_alone and lone_name(field) is not None:
        return (unknown(field, Rule.NOT_A_CODE),)
    if found is not None:
        return (unknown(found.value, Rule.NAME_UNKNOWN),)
    return read_loose(field) if is_alone else read_loose(field, read_field)


def _unwrapped(field: str) -> str:
    """A field without blanks, quotes and what forces a spreadsheet to take it for text around it."""
    field = field.strip(_WRAPPING).removesuffix(" /").removeprefix("/ ").strip(_WRAPPING)
    if field.startswith('="'):
        return field[2:].strip(_WRAPPING)
    if field[:1] == "[" and (field[-1:] == "]" or "]" not in field):
        return field[1:].rstrip("]").strip(_WRAPPING)
    return field.rstrip("]").rstrip(_WRAPPING) if field[-1:] == "]" and "[" not in field else field
