"""Numbers of digits alone, which a pause may have torn: what came before it can pass for a code that it is not.

Knows no scanner and no timing, and cannot know what comes after the longest wait.
"""

from collections.abc import Sequence

LONGEST = 32
"""Digits of an EID, the longest number on a phone's box; the first 15 of it, or of an ICCID, can pass for an IMEI."""


def may_go_on(text: str) -> bool:
    """Whether this may be the beginning of a longer number, whatever it is by itself."""
    return len(text) < LONGEST and text.isascii() and text.isdigit()


def are_torn(pieces: Sequence[str], known: Sequence[bool]) -> bool:
    """Whether pieces that came one soon after the other are rather one number than several: digits, and not all known."""
    return len(pieces) > 1 and not all(known) and all(piece.isascii() and piece.isdigit() for piece in pieces)
