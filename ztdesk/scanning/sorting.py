"""Whose the strokes of one piece are by their pace, a scanner's or a person's. Keeps nothing and knows no code itself."""

from ztdesk.scanning.burst import Fragment
from ztdesk.scanning.learning import Knows
from ztdesk.scanning.timing import WedgeTiming, mean_ms, median_ms, steady_slow_gap

_TYPED_BEFORE = 2  # a person's last keys that can be found in front of a scan


def is_scanned(piece: Fragment, timing: WedgeTiming, quick_ms: float, knows: Knows, *, is_taught: bool) -> bool:
    """Whether this is long and fast and, with a mean gap of `quick_ms` or more, surely a scanner's.

    That is a known code; of a scanner that a person taught also what is steady. A text expander is steady as well, so a
    pace that was merely overheard proves nothing.
    """
    if len(piece.strokes) < timing.min_length or not timing.fits(piece.gaps_ms):
        return False
    if mean_ms(piece.gaps_ms) < quick_ms or (is_taught and steady_slow_gap(piece.gaps_ms)):
        return True
    return knows(piece.strokes)


def typed_before(piece: Fragment, min_length: int, knows: Knows) -> int:
    """How many strokes at the front were a person's: set off by a longer gap, and the rest is a known code."""
    if len(piece.strokes) <= min_length or knows(piece.strokes):
        return 0
    pace = median_ms(piece.gaps_ms) if piece.gaps_ms else 0.0
    for count in range(1, min(_TYPED_BEFORE, len(piece.strokes) - min_length) + 1):
        stands_off = piece.gaps_ms[count - 1] > 3 * pace + 5
        if stands_off and knows(piece.without_first(count).strokes):
            return count
    return 0
