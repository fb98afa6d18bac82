"""Web addresses on labels, GS1 Digital Links among them -> named values. Opens nothing and knows no server.

Only what the address itself names is read: a number without a name may be an article, an order or anything else.
"""

import re

from ztdesk.domain.bare import MOST_FIELDS
from ztdesk.domain.gs1 import read_element
from ztdesk.domain.names import Name, name_of, read_named
from ztdesk.domain.reading import Kind, Reading, Rule, unknown

_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,15}://|www\.\S|(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,10}/[^\s=]{0,200}[/?=])\S*",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_IDENTIFIER = re.compile(r"[0-9]{2,4}")
_PRIMARY = frozenset({"01", "8002"})


def is_address(text: str) -> bool:
    """Whether the whole text is one web address."""
    return ("/" in text or text[:4].lower() == "www.") and _ADDRESS.fullmatch(text) is not None


def pairs_of(address: str) -> tuple[tuple[str, str], ...]:
    """The named values of an address in their order: pairs of its path, then its query, both with escapes undone."""
    address, _, fragment = address.partition("#")
    path, _, query = address.partition("?")
    steps = [_unescaped(step) for step in path.partition("://")[2].split("/") if step] if "://" in path else None
    steps = [_unescaped(step) for step in path.split("/") if step] if steps is None else steps
    pairs: list[tuple[str, str]] = []
    place = 1
    while place + 1 < min(len(steps), MOST_FIELDS * 2):
        if _IDENTIFIER.fullmatch(steps[place]) or name_of(steps[place]).kind is not None:
            pairs.append((steps[place], steps[place + 1]))
            place += 1
        place += 1
    for part in re.split("[&;]", f"{query}&{fragment}", maxsplit=MOST_FIELDS + 1):
        key, _, value = part.partition("=")
        if value:
            pairs.append((_unescaped(key.replace("+", " ")), _unescaped(value.replace("+", " "))))
    return tuple(pairs)


def read_address(address: str) -> tuple[Reading, ...]:
    """What an address names, at least one reading."""
    readings: list[Reading] = []
    pairs = pairs_of(address)
    is_digital_link = any(key in _PRIMARY and read_element(key, value) is not None for key, value in pairs)
    for key, value in pairs[: MOST_FIELDS + 1]:
        if len(readings) > MOST_FIELDS:
            break
        name = name_of(key)
        if name.kind is not None:
            readings.extend(_read_value(name, value))
        elif is_digital_link and _IDENTIFIER.fullmatch(key):
            element = read_element(key, value)
            readings.append(unknown(value, Rule.GS1_BROKEN) if element is None else element)
    return tuple(readings) or (unknown(address, Rule.ADDRESS),)


def _read_value(name: Name, value: str) -> tuple[Reading, ...]:
    """One value; several IMEIs may stand behind one name with commas between them."""
    values = [one for one in re.split(r"[,;|]", value, maxsplit=MOST_FIELDS + 1) if one.strip()]
    if name.kind is not Kind.IMEI or len(values) < 2:
        return read_named(name, value)
    return tuple(reading for one in values for reading in read_named(Name(Kind.IMEI), one))


def _unescaped(text: str) -> str:
    if "%" not in text:
        return text
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), text)
