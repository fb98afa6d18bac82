"""ISO/IEC 15434 envelopes, `[)>` RS `06` GS ... RS EOT -> readings. Knows formats 05 (GS1), 06 and 12.

RS and GS are whatever characters stand where the header has them, because keyboards write `^` and `]` for them.
"""

import re

from ztdesk.domain.bare import MOST_FIELDS, can_be_serial, mac_address
from ztdesk.domain.gs1 import read_marked
from ztdesk.domain.names import named, read_named
from ztdesk.domain.reading import Kind, Reading, Rule, unknown
from ztdesk.domain.symbology import GS, RS

_HEAD = re.compile(rf"\[\)>(?P<rs>[{RS}^~]?)[0-9]{{2}}(?P<gs>[{GS}\]]?)")
_DATA = re.compile(r"([0-9]{0,3}[A-Z])(\S.*)", re.DOTALL)
_TEXT = re.compile(r"([A-Z]{3}) (\S.*)", re.DOTALL)
_SERIALS = frozenset({"S", "SER"})
_MODELS = frozenset({"P", "1P", "30P", "PNO", "PNR"})
_MACS = frozenset({"23S"})


def is_envelope(text: str) -> bool:
    """Whether a text begins as an envelope does."""
    return text.startswith("[)>")


def read_envelope(text: str) -> tuple[Reading, ...]:
    """The readings of an envelope, at least one."""
    head = _HEAD.match(text)
    if head is None or not head["gs"]:
        return (unknown(text, Rule.ENVELOPE_BROKEN),)
    separator = head["rs"] or RS
    body = text[3:].rstrip(f"\x04{separator}{RS}")
    if sum(1 for field in body.replace(head["gs"], GS).split(GS) if field) > MOST_FIELDS + 2:
        return (unknown(text, Rule.TOO_MANY_FIELDS),)
    readings: list[Reading] = []
    for part in body.split(separator):
        for field in part[2:].replace(head["gs"], GS).split(GS) if part else ():
            if not field:
                continue
            if len(readings) > MOST_FIELDS:
                return (unknown(text, Rule.TOO_MANY_FIELDS),)
            readings.extend(_read_field(part[:2], field))
    return tuple(readings) or (unknown(text, Rule.ENVELOPE_BROKEN),)


def _read_field(form: str, field: str) -> tuple[Reading, ...]:
    if form == "05":
        return read_marked(field) or (unknown(field, Rule.GS1_BROKEN),)
    found = (_TEXT if form == "12" else _DATA).fullmatch(field)
    reading = None if found is None else _read_data(found[1], found[2])
    if reading is not None:
        return (reading,)
    printed = named(field)
    if printed is not None and printed.name.kind is not None:
        return read_named(printed.name, printed.value)
    return (unknown(field, Rule.ENVELOPE_OTHER),)


def _read_data(identifier: str, value: str) -> Reading | None:
    """Data identifiers of ANSI MH10.8.2, text element identifiers of ATA."""
    if identifier in _SERIALS and can_be_serial(value):
        return Reading(Kind.SERIAL, value, Rule.ENVELOPE_SERIAL, certain=True)
    if identifier in _MODELS:
        return Reading(Kind.MODEL, value, Rule.ENVELOPE_MODEL, certain=True)
    address = mac_address(value) if identifier in _MACS else None
    return None if address is None else Reading(Kind.MAC, address, Rule.NAMED, certain=True)
