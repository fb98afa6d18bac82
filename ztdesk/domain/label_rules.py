"""The rules by which a label is read, in their order. Knows nothing of batches, rows, scanners or keyboard layouts.

What the scanner or the code's own structure proves comes first, then a number is taken for the most specific thing its
length, check digit and prefix prove, and nothing is ever cut out of a longer run of digits.
"""

from collections.abc import Sequence

from ztdesk.domain import gs1
from ztdesk.domain.bare import COMMAND_PREFIX, MOST_FIELDS, read_bare
from ztdesk.domain.digits import is_digits
from ztdesk.domain.envelope import is_envelope, read_envelope
from ztdesk.domain.fields import read_fields, read_json
from ztdesk.domain.json_text import is_json
from ztdesk.domain.reading import Kind, Reading, Rule, unknown
from ztdesk.domain.symbology import GS, received
from ztdesk.domain.template import Template
from ztdesk.domain.web_address import is_address, read_address

_PHONE_LIKE = frozenset({Kind.IMEI, Kind.MEID, Kind.EID, Kind.ICCID, Kind.MAC})


def read(payload: str, templates: Sequence[Template]) -> tuple[Reading, ...]:
    """Every reading of a payload that is not too long, at least one, in the order of its fields. Never raises."""
    symbol, text = received(payload)
    if symbol is None:
        return _few(_read(text, templates), text)
    if text[:4].upper() == COMMAND_PREFIX:
        readings = _read_plain(text, templates)
    elif symbol.is_product and text:
        readings = (_read_product(text),)
    else:
        marked = gs1.read_marked(text) if symbol.is_gs1 else None
        readings = _read(text, templates) if marked is None else marked
    return tuple(
        Reading(one.kind, one.value, one.rule, one.certain, one.slot, symbol.name) for one in _few(readings, text)
    )


def warm() -> None:
    """Load what the first GS1 code would wait a quarter of a second for."""
    gs1.warm()


def _read(text: str, templates: Sequence[Template]) -> tuple[Reading, ...]:
    """What a text is that no scanner said anything of."""
    if is_digits(text):
        return gs1.read_unmarked(text) or (read_bare(text),)
    if is_envelope(text):
        return read_envelope(text)
    return gs1.read_unmarked(text) or _read_plain(text, templates)


def _read_plain(text: str, templates: Sequence[Template]) -> tuple[Reading, ...]:
    """What a text is that follows no standard."""
    text = text.strip(GS)
    if not text:
        return (unknown("", Rule.EMPTY),)
    if text[:4].upper() == COMMAND_PREFIX:
        return (Reading(Kind.COMMAND, text, Rule.COMMAND, certain=True),)
    bare = read_bare(text)
    if bare.kind in _PHONE_LIKE:
        return (bare,)
    for template in templates:
        readings = template.read(text)
        if readings is not None:
            return readings
    if is_address(text):
        return read_address(text)
    return (read_json(text) if is_json(text) else None) or read_fields(text)


def _read_product(text: str) -> Reading:
    """The data of a barcode that only products have: an EAN with its add-on is never an IMEI, though it may be as long."""
    if is_digits(text.replace(" ", "")):
        return Reading(Kind.PRODUCT_CODE, text, Rule.PRODUCT_SYMBOL, certain=True)
    return unknown(text, Rule.NOT_A_CODE)


def _few(readings: tuple[Reading, ...], text: str) -> tuple[Reading, ...]:
    return readings if len(readings) <= MOST_FIELDS else (unknown(text, Rule.TOO_MANY_FIELDS),)
