"""How near a text is to a code that was to be scanned: a part of it, torn, or garbled. Knows no scan and no layout."""

import itertools
from collections.abc import Collection

from ztdesk.scanning.profile import GS

_LIKE = 0.6
_TORN_OUT = 3  # a scanner may leave out one or two signs it cannot send


def is_piece(readings: Collection[str], said: str) -> bool:
    """Whether one of the readings is the code without its beginning or its end."""
    wholes = {said.upper(), said.replace(GS, "").upper()}
    return any(0 < len(text) < len(whole) and text.upper() in whole for text in readings for whole in wholes)


def lacks_its_middle(readings: Collection[str], said: str) -> bool:
    """Whether of one of them beginning and end are the code's, and some characters between them are missing."""
    whole = said.upper()
    for text in {reading.upper() for reading in readings}:
        common = _in_common(text, whole) + _in_common(text[::-1], whole[::-1])
        if len(text) <= len(whole) - _TORN_OUT and common >= len(text):
            return True
    return False


def is_like(readings: Collection[str], said: str) -> bool:
    """Whether one of them is rather the code, garbled, than another."""
    from difflib import SequenceMatcher  # late: only for a scan that nothing explains

    return any(SequenceMatcher(None, text.upper(), said.upper()).ratio() >= _LIKE for text in readings)


def _in_common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
