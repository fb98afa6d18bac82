"""Whether a keyboard scanner ends its scans with Enter or Tab, as far as its last scans tell. Knows no strokes.

A PC may have two scanners, and a person's Enter may come soon after a scan: one scan proves little.
"""

from dataclasses import replace

from ztdesk.scanning.timing import Learned, WedgeTiming

_IN_A_ROW = 2


class SuffixHabit:
    """The first suffix is believed at once; no suffix any more, and one again after that, when it came twice in a row."""

    def __init__(self) -> None:
        self._misses = 0
        self._hits = 0
        self._was_unlearned = False

    def came(self, learned: Learned, gap_ms: float, timing: WedgeTiming) -> Learned:
        """A suffix ended a scan, `gap_ms` after its last character; late ones may be a person's."""
        self._misses = 0
        if gap_ms > timing.slow_gap_ms or learned.suffix_seen:
            return learned
        self._hits += 1
        if self._was_unlearned and self._hits < _IN_A_ROW:
            return learned
        return replace(learned, suffix_seen=True)

    def missed(self, learned: Learned) -> Learned:
        """A scan ended with nothing."""
        self._hits = 0
        if not learned.suffix_seen:
            return learned
        self._misses += 1
        if self._misses < _IN_A_ROW:
            return learned
        self._misses = 0
        self._was_unlearned = True
        return replace(learned, suffix_seen=False)
