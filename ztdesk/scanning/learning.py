"""Notices a scanner that is too slow to be caught, from the keys that went by. Holds nothing back."""

import itertools
from collections import deque
from collections.abc import Callable, Sequence

from ztdesk.scanning.strokes import Stroke
from ztdesk.scanning.timing import steady_slow_gap

Validates = Callable[[str], bool]
Knows = Callable[[Sequence[Stroke]], bool]

_LEAST_LENGTH = 8
_KEPT = 128
_RUN_GAP_MS = 160.0


class SlowScannerWatch:
    """Looks at characters that passed as typing: a steady, known code closed by Enter or Tab was a scanner after all.

    Wireless scanners were seen with 50 to 60 ms between characters, which no wait of 40 ms can catch; once the pace
    is known, the framer's limits can be stretched to it.
    """

    def __init__(self, knows: Knows) -> None:
        """`knows(strokes)` says whether they are a known code."""
        self._knows = knows
        self._run: deque[Stroke] = deque(maxlen=_KEPT)

    def passed(self, stroke: Stroke) -> None:
        """A character went by as typing."""
        if self._run and not 0 <= stroke.at_ms - self._run[-1].at_ms <= _RUN_GAP_MS:
            self._run.clear()
        self._run.append(stroke)

    def broken(self) -> None:
        """Something came that no code contains, or a scan was caught: forget the run."""
        self._run.clear()

    def ended(self, suffix: Stroke) -> tuple[Stroke, ...]:
        """Enter or Tab went by: the strokes of the slow scanner's code that it ended; none for a person."""
        run = tuple(self._run)
        self._run.clear()
        if len(run) < _LEAST_LENGTH or suffix.at_ms - run[-1].at_ms > _RUN_GAP_MS:
            return ()
        gaps = [later.at_ms - earlier.at_ms for earlier, later in itertools.pairwise(run)]
        return run if steady_slow_gap(gaps) and self._knows(run) else ()
