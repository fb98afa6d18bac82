"""Which fragments with a pause between them are one code; of digits alone a piece can pass for a code that it is not.

Knows no scanner and no timing, and cannot know what comes after the longest wait.
"""

import re
from collections.abc import Callable, Sequence

LONGEST = 32
"""Digits of an EID, the longest number on a phone's box; the first 15 of it, or of an ICCID, can pass for an IMEI."""

_MOST_JOINED = 32
_LONGEST_OF_ITS_OWN = 22  # an ICCID; longer are the EID and what GS1 makes of several fields
_BEGIN_LONGER = ("89", "01")
_AIM = re.compile(r"\](?!C1|d2|Q3|e0)[A-Za-z][0-9A-Za-z]")  # but for GS1, where several numbers are one code


def may_go_on(text: str) -> bool:
    """Whether this may be the beginning of a longer number, whatever it is by itself."""
    digits = _without_aim(text)
    return len(digits) < LONGEST and _is_number(digits)


def are_torn(pieces: Sequence[str], known: Sequence[bool]) -> bool:
    """Whether pieces that came one soon after the other are rather one number than several: digits, and not all known.

    More digits than any number has are several.
    """
    if len(pieces) < 2 or all(known) or not _are_numbers(pieces):
        return False
    digits = _without_aim("".join(pieces))
    return len(digits) <= (LONGEST if digits.startswith(_BEGIN_LONGER) else _LONGEST_OF_ITS_OWN)


def belonging(
    pieces: Sequence[str], known: Sequence[bool], is_code: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """The pieces that are one code each, as (first, behind the last); `is_code` tells it of such pieces put together.

    What is a known code by itself is never put together with anything but digits.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(pieces):
        stop = min(len(pieces), start + _MOST_JOINED)
        while stop > start + 1 and not _belong(pieces[start:stop], known[start:stop], is_code, start, stop):
            stop -= 1
        spans.append((start, stop))
        start = stop
    return spans


def _belong(
    pieces: Sequence[str], known: Sequence[bool], is_code: Callable[[int, int], bool], start: int, stop: int
) -> bool:
    if are_torn(pieces, known):
        return True
    return (not any(known) or _are_numbers(pieces)) and is_code(start, stop)


def _are_numbers(pieces: Sequence[str]) -> bool:
    """A scanner says what kind of barcode it read before the first piece of a code, never before a later one."""
    return all(_is_number(piece) for piece in (_without_aim(pieces[0]), *pieces[1:]))


def _without_aim(text: str) -> str:
    found = _AIM.match(text)
    return text if found is None else text[found.end() :]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
