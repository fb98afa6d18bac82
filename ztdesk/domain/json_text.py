"""JSON on labels -> named values in their order. Knows how names and numbers nest, and nothing of what they mean."""

import json
import re
from collections.abc import Iterator
from itertools import islice

from ztdesk.domain.bare import MOST_FIELDS

_CLOSING = {"{": "}", "[": "]"}
_START = re.compile(r"\{\s{0,8}[\"}]|\[\s{0,8}[\"{\[\]0-9-]")
_MOST_DEPTH = 32
_MOST_BRACKETS = 2 * MOST_FIELDS + _MOST_DEPTH


class _Pairs(tuple[tuple[str, object], ...]):
    """An object with its names in their order, repeated ones too."""

    __slots__ = ()


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does; a label's name or an ISO 15434 envelope may begin with a bracket too."""
    return _START.match(text) is not None


def is_closed(text: str) -> bool:
    """Whether the bracket that a text begins with is closed at its end."""
    return _CLOSING.get(text[:1]) == text[-1:]


def pairs_of(text: str) -> tuple[tuple[str, str], ...] | None:
    """Every text and number with the name it stands under, empty for none; None when this is no JSON that a label bears.

    At most one more than a label has.

    Numbers keep their digits. In a list each value has the list's name; in an object inside a named one a name that is
    only a digit is added to the outer name: {"imei": {"1": ...}} names imei1.
    """
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return None
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, strict=False)
    except (ValueError, RecursionError):
        return None
    try:
        return tuple(islice(_walked("", value, 0), MOST_FIELDS + 1))
    except RecursionError:
        return None


def _walked(name: str, value: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _MOST_DEPTH:
        raise RecursionError
    if isinstance(value, _Pairs):
        for key, inner in value:
            yield from _walked(name + key if key.isdigit() else key, inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _walked(name, inner, depth + 1)
    elif isinstance(value, str) and value.strip():
        yield name, value.strip()
