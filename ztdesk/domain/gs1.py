"""GS1 element strings, (01) product, (8002) IMEI, (21) serial number -> readings. Knows no labels but GS1's.

Which identifiers exist and what their data looks like is biip's table of the GS1 General Specifications. Whether a text
is meant as GS1 at all is decided here, because many a bare IMEI happens to be a valid element string.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ztdesk.domain.bare import can_be_serial
from ztdesk.domain.digits import has_gtin_check_digit, is_digits
from ztdesk.domain.identifiers import is_imei
from ztdesk.domain.names import Name, read_named
from ztdesk.domain.reading import Kind, Reading, Rule, unknown
from ztdesk.domain.symbology import GS

_MOST_ELEMENTS = 64
"""Far more than the General Specifications allow: all of them are of one item, and no identifier comes twice."""
_PRINTED = re.compile(r"\(([0-9]{2,4})\)([^(]*)")
_PRINTED_START = re.compile(r"\([0-9]{2,4}\)")
_PRODUCT_FIRST = re.compile(r"01([0-9]{14})")
_PHONE_FIRST = re.compile(r"8002[0-9]{15}")
_TELLING = frozenset({"01", "8002", "21"})
_IMEI_NAME = Name(Kind.IMEI)


@dataclass(frozen=True, slots=True)
class Element:
    """One element; `identifier` is empty for a piece that none fits, `is_rescued` where the separator behind was lost.

    `is_doubtful` when it is of variable length and followed by such a piece: it may have swallowed its neighbour.
    """

    identifier: str
    value: str
    is_rescued: bool = False
    is_doubtful: bool = False


def read_marked(text: str) -> tuple[Reading, ...] | None:
    """The readings of a text that its scanner marked as GS1; None when not even its beginning is."""
    elements = _elements(text) if not _PRINTED_START.match(text) else _printed(text)
    if not elements or not elements[0].identifier:
        return None
    if len(elements) > _MOST_ELEMENTS:
        return (unknown(text, Rule.TOO_MANY_FIELDS),)
    return tuple(map(_read, elements))


def read_unmarked(text: str) -> tuple[Reading, ...] | None:
    """The readings of a text that proves by itself to be GS1; None when it does not.

    Proof are identifiers in parentheses, separators between known elements, or a product with its check digit followed by
    more than digits. A first piece that is an IMEI as it stands is one: IMEI first, GS1 second.
    """
    if _PRINTED_START.match(text):
        return _proved(_printed(text), text)
    begins_with_product = _PRODUCT_FIRST.match(text)
    is_likely = begins_with_product is not None or _PHONE_FIRST.match(text) is not None
    if GS not in text and "]" in text and is_likely:
        text = text.replace("]", GS)
    first = text.lstrip(GS).partition(GS)[0]
    if GS in text:
        return None if is_imei(first) else _proved(_elements(text), text)
    if begins_with_product is None or not has_gtin_check_digit(begins_with_product[1]):
        return None
    elements = _elements(text)
    has_imei = any(one.identifier == "8002" and is_imei(one.value) for one in elements)
    return _proved(elements, text) if has_imei or not is_digits(text) else None


def read_element(identifier: str, value: str) -> Reading | None:
    """The reading of one element whose ends are known; None when there is no such identifier or its data does not fit."""
    known = _identifier(identifier)
    if known is None or known.identifier != identifier:
        return None
    found = known.match(identifier + value, 0)
    if found is None or found.end() != len(identifier) + len(value):
        return None
    return _read(Element(identifier, value))


def warm() -> None:
    """Load the table of identifiers now, a quarter of a second's work, so that no scan has to wait for it."""
    _identifier("01")


@dataclass(frozen=True, slots=True)
class _Identifier:
    identifier: str
    is_variable: bool
    match: Callable[[str, int], re.Match[str] | None]


@lru_cache(maxsize=2048)
def _identifier(start: str) -> _Identifier | None:
    """The identifier that a text of at most four characters begins with."""
    from biip import ParseError  # late: it takes a quarter of a second, and most labels bear no GS1 code
    from biip.gs1_application_identifiers import GS1ApplicationIdentifier  # late: as above

    try:
        found = GS1ApplicationIdentifier.extract(start)
    except ParseError:
        return None
    pattern = re.compile(found.pattern.removeprefix("^").removesuffix("$"))
    return _Identifier(found.ai, found.separator_required, pattern.match)


def _elements(text: str) -> tuple[Element, ...]:
    """All elements, in one pass; at most one more than an item has."""
    found: list[Element] = []
    for segment in text.split(GS):
        for element in _of_segment(segment):
            found.append(element)
            if len(found) > _MOST_ELEMENTS:
                return tuple(found)
    return tuple(found)


def _of_segment(segment: str) -> Iterator[Element]:
    place = 0
    last: Element | None = None
    while place < len(segment):
        known = _identifier(segment[place : place + 4])
        match = known.match(segment, place) if known is not None else None
        if known is None or match is None:
            if last is not None:
                yield replace(last, is_doubtful=not last.is_rescued)
            yield Element("", segment[place:])
            return
        if last is not None:
            yield last
        start = place + len(known.identifier)
        place = match.end()
        last = None
        if known.identifier == "8002" and _is_rescue(segment, start, place):
            place = start + 15
            last = Element("8002", segment[start:place], is_rescued=True)
        elif known.is_variable:
            last = Element(known.identifier, segment[start:place])
        else:
            yield Element(known.identifier, segment[start:place])
    if last is not None:
        yield last


def _is_rescue(segment: str, start: int, end: int) -> bool:
    """Whether 15 digits that are an IMEI are followed by another element instead of the separator that belongs there."""
    if end - start <= 15 or not is_imei(segment[start : start + 15]):
        return False
    following = _identifier(segment[start + 15 : start + 19])
    return following is not None and following.match(segment, start + 15) is not None


def _printed(text: str) -> tuple[Element, ...]:
    """The elements of the human-readable form, each of which has its ends printed."""
    elements: list[Element] = []
    for found in _PRINTED.finditer(text):
        value = "".join(found[2].split())
        known = _identifier(found[1])
        match = known.match(found[1] + value, 0) if known is not None and known.identifier == found[1] else None
        fits = match is not None and match.end() == len(found[1]) + len(value)
        elements.append(Element(found[1], value) if fits else Element("", found[0]))
        if len(elements) > _MOST_ELEMENTS:
            break
    return tuple(elements)


def _proved(elements: tuple[Element, ...], text: str) -> tuple[Reading, ...] | None:
    if not elements or not elements[0].identifier:
        return None
    readings = tuple(map(_read, elements))
    is_whole = all(one.identifier for one in elements) and any(one.identifier in _TELLING for one in elements)
    is_anchored = any(one.rule in {Rule.GS1_PRODUCT, Rule.GS1_IMEI, Rule.GS1_IMEI_RESCUED} for one in readings)
    if not is_whole and not is_anchored:
        return None
    return readings if len(elements) <= _MOST_ELEMENTS else (unknown(text, Rule.TOO_MANY_FIELDS),)


def _read(element: Element) -> Reading:
    value = element.value
    if not element.identifier or element.is_doubtful:
        return unknown(value, Rule.GS1_BROKEN)
    match element.identifier:
        case "8002":
            return _read_phone(element)
        case "01" | "02":
            if has_gtin_check_digit(value):
                return Reading(Kind.PRODUCT_CODE, value, Rule.GS1_PRODUCT, certain=True)
            return unknown(value, Rule.GS1_BROKEN)
        case "21" if can_be_serial(value):
            # A few makers give the IMEI as serial number: which of the two it is, the identifier alone cannot tell.
            return Reading(Kind.SERIAL, value, Rule.GS1_SERIAL, certain=not is_imei(value))
        case _:
            return unknown(value, Rule.GS1_OTHER)


def _read_phone(element: Element) -> Reading:
    if is_imei(element.value):
        rule = Rule.GS1_IMEI_RESCUED if element.is_rescued else Rule.GS1_IMEI
        return Reading(Kind.IMEI, element.value, rule, certain=True)
    return read_named(_IMEI_NAME, element.value)[0]
