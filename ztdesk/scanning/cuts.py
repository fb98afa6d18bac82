"""Notices that only a part of a code arrived, from what went by around it. Holds nothing back and knows no code itself.

Keys are lost where no program can help it: a slow first key passes for typing, and while a dialog opens the window
system may give keys to nobody.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from ztdesk.scanning.burst import Fragment, unbroken
from ztdesk.scanning.learning import Knows
from ztdesk.scanning.strokes import Scan, Stroke

_NEAR_MS = 300.0
_HANDS_MS = 100.0  # digits closer than this to a scan are rather the scan's than a person's
_UNDER_WAY_MS = 60.0
_REST_MS = 1000.0
_KEPT = 64
_NEVER = float("-inf")


class Cuts:
    """Is told what passed, what ended and when the keyboard moved, and answers for one piece at a time."""

    def __init__(self) -> None:
        self._passed: deque[Stroke] = deque(maxlen=_KEPT)
        self._moved_ms = _NEVER
        self._rest_until_ms = _NEVER

    def passed(self, stroke: Stroke) -> None:
        """A character went by as typing."""
        if self._passed and not 0 <= stroke.at_ms - self._passed[-1].at_ms <= _NEAR_MS:
            self._passed.clear()
        self._passed.append(stroke)

    def broken(self) -> None:
        """Something came that no code contains."""
        self._passed.clear()

    def keyboard_moved(self, at_ms: float) -> None:
        """Another window has the keyboard since `at_ms`: keys on the way to it may be lost."""
        self._moved_ms = at_ms

    def before(self, piece: Fragment) -> tuple[Stroke, ...]:
        """What went by as typing right before this."""
        if not self._passed or not 0 <= piece.strokes[0].at_ms - self._passed[-1].at_ms <= _NEAR_MS:
            return ()
        return tuple(self._passed)

    def mended(self, piece: Fragment, knows: Knows) -> Fragment:
        """This piece; with what went by right before it where that makes a known code of an unknown one."""
        before = self.before(piece)
        if not before or knows(piece.strokes) or not knows((*before, *piece.strokes)):
            return piece
        self._passed.clear()
        return unbroken((*before, *piece.strokes))

    def marked(self, scan: Scan, piece: Fragment, *, is_known: bool, wants_suffix: bool) -> Scan:
        """The scan of this piece, said to be a part where it is one; `wants_suffix` of a scanner that ends its scans."""
        lacks_end = wants_suffix and not is_known and scan.ended_by == "gap"
        lacks_beginning = self._lacks_its_beginning(piece, is_known=is_known)
        self._passed.clear()
        self._rest_until_ms = piece.strokes[-1].at_ms + _REST_MS if lacks_end else _NEVER
        return replace(scan, is_part=True) if lacks_beginning or lacks_end else scan

    def _lacks_its_beginning(self, piece: Fragment, *, is_known: bool) -> bool:
        """A known code is doubted only where digits stand close before its digits."""
        before = self.before(piece)
        first = piece.strokes[0]
        is_rest = first.at_ms <= self._rest_until_ms
        if not is_known:
            return bool(before) or is_rest or self._moved_ms >= first.at_ms - _UNDER_WAY_MS
        is_close = bool(before) and first.at_ms - before[-1].at_ms <= _HANDS_MS and _are_digits(before)
        return (is_rest or is_close) and _are_digits(piece.strokes)


def _are_digits(strokes: Sequence[Stroke]) -> bool:
    return all(stroke.payload.isascii() and stroke.payload.isdigit() for stroke in strokes)
