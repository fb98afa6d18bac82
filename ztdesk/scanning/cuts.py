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
from ztdesk.scanning.timing import median_ms

_NEAR_MS = 300.0
_HANDS_MS = 100.0  # what comes closer than this before a scan is rather the scan's than a person's
_FAST_MS = 80.0  # people who type one digit after the other are slower
_MACHINE_MS = 20.0
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
        self._rests_are_digits = False
        self._may_have_two_rests = False

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
        """This piece; with what went by right before it where only both together are a known code.

        What came at the scanner's own pace was the scanner's: its digits belong before digits though these pass for a
        code, as the last digits of an IMEI do for a product code.
        """
        before = self.before(piece)
        own = _at_the_pace_of(piece, before)
        is_known = knows(piece.strokes)
        if is_known and not _are_digits((*own, *piece.strokes)):
            return piece
        for front in (own,) if is_known else (before, own):
            if front and knows((*front, *piece.strokes)):
                self._passed.clear()
                return unbroken((*front, *piece.strokes))
        return piece

    def marked(self, scan: Scan, piece: Fragment, knows: Knows, *, wants_suffix: bool) -> Scan:
        """The scan of this piece, said to be a part where it is one; `wants_suffix` of a scanner that ends its scans."""
        is_known, has_end = knows(piece.strokes), scan.ended_by == "suffix"
        lacks_end = wants_suffix and not is_known and not has_end
        is_rest = piece.strokes[0].at_ms <= self._rest_until_ms
        if is_known:
            lacks_beginning = self._is_known_in_vain(piece, knows, is_rest=is_rest)
        else:
            is_moving = self._moved_ms >= piece.strokes[0].at_ms - _UNDER_WAY_MS
            lacks_beginning = is_rest or is_moving or self._follows_its_own_keys(piece)
        self._passed.clear()
        # Of a part in three the second may be what unlearned the suffix; the third is a rest all the same.
        opens = lacks_end or (is_rest and not has_end and self._may_have_two_rests)
        self._rest_until_ms = piece.strokes[-1].at_ms + _REST_MS if opens else _NEVER
        self._rests_are_digits = opens and _are_digits(piece.strokes)
        self._may_have_two_rests = lacks_end
        return replace(scan, is_part=True) if lacks_beginning or lacks_end else scan

    def _is_known_in_vain(self, piece: Fragment, knows: Knows, *, is_rest: bool) -> bool:
        """A known code is doubted only where digits belong before its digits."""
        if not _are_digits(piece.strokes):
            return False
        if is_rest and self._rests_are_digits:
            return True
        before = self.before(piece)
        own = _at_the_pace_of(piece, before)
        if own:
            return _are_digits(own)
        if not before or not _are_digits(before):
            return False
        is_fast = len(before) == 1 or before[-1].at_ms - before[-2].at_ms <= _FAST_MS
        return (is_fast and _is_at_hand(piece, before)) or knows((*before, *piece.strokes))

    def _follows_its_own_keys(self, piece: Fragment) -> bool:
        """Whether what went by before an unknown code may be its beginning: of a lone key no pace tells whose it was."""
        before = self.before(piece)
        return len(before) == 1 or bool(_at_the_pace_of(piece, before)) or _is_at_hand(piece, before)


def _at_the_pace_of(piece: Fragment, before: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The last strokes before a piece that came as quickly as it did, or as nobody types; none where it is only one."""
    pace_ms = median_ms(piece.gaps_ms) if piece.gaps_ms else 0.0
    limit_ms = max(_MACHINE_MS, 1.5 * pace_ms + 10)
    start = max(0, len(before) - 1)
    while start > 0 and before[start].at_ms - before[start - 1].at_ms <= limit_ms:
        start -= 1
    own = tuple(before[start:])
    return own if len(own) > 1 else ()


def _is_at_hand(piece: Fragment, before: Sequence[Stroke]) -> bool:
    return bool(before) and piece.strokes[0].at_ms - before[-1].at_ms <= _HANDS_MS


def _are_digits(strokes: Sequence[Stroke]) -> bool:
    return all(stroke.payload.isascii() and stroke.payload.isdigit() for stroke in strokes)
