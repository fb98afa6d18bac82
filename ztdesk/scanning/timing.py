"""How fast a scanner types: limits in milliseconds, from settings and from what was learned. Knows no strokes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WedgeTiming:
    """Limits between a scanner and a person, in milliseconds; the defaults fit wired scanners from the factory.

    A burst is a scanner's with at least `min_length` characters, a mean gap below `mean_gap_ms` and a 95th centile
    below `slow_gap_ms`. A first key is held back for `hold_ms` at most while no second follows. Without a suffix a
    scan ends after `end_gap_ms`; fragments less than `join_gap_ms` apart may be one. A second suffix character (line
    feed after carriage return) comes within `suffix_gap_ms`. More than `max_characters` are counted, not kept.
    """

    min_length: int = 6
    mean_gap_ms: float = 35.0
    slow_gap_ms: float = 80.0
    hold_ms: float = 40.0
    end_gap_ms: float = 120.0
    join_gap_ms: float = 300.0
    suffix_gap_ms: float = 100.0
    max_characters: int = 4096

    def __post_init__(self) -> None:
        if self.min_length < 2 or self.max_characters < self.min_length:
            raise ValueError("a scan has at least two characters and may not be cut below its least length")
        if not 0 < self.hold_ms <= self.slow_gap_ms <= self.end_gap_ms <= self.join_gap_ms:
            raise ValueError("waits must grow: hold, slow gap, end gap, join gap")

    def stretched(self, typical_gap_ms: float) -> "WedgeTiming":
        """These limits made to fit a scanner of this typical gap; the same for a fast one."""
        slow = max(self.slow_gap_ms, 2.2 * typical_gap_ms)
        end = max(self.end_gap_ms, 3.0 * typical_gap_ms)
        return WedgeTiming(
            min_length=self.min_length,
            mean_gap_ms=max(self.mean_gap_ms, 1.4 * typical_gap_ms),
            slow_gap_ms=slow,
            hold_ms=max(self.hold_ms, 1.5 * typical_gap_ms),
            end_gap_ms=end,
            join_gap_ms=max(self.join_gap_ms, 2 * end),
            suffix_gap_ms=max(self.suffix_gap_ms, 2.0 * typical_gap_ms),
            max_characters=self.max_characters,
        )

    def fits(self, gaps_ms: Sequence[float]) -> bool:
        """Whether gaps like these are a scanner's: the mean and the 95th centile are short enough."""
        if not gaps_ms:
            return False
        return mean_ms(gaps_ms) < self.mean_gap_ms and centile_95(gaps_ms) < self.slow_gap_ms


@dataclass(frozen=True, slots=True)
class Learned:
    """What a framer knows of a scanner: whether it ends its scans with Enter or Tab, its typical gap (0 when unknown),
    and the decoding that gives what stood on the label (empty: as typed).

    Worth keeping from one start to the next.
    """

    suffix_seen: bool = False
    typical_gap_ms: float = 0.0
    layout: str = ""


# A scanner over a slow radio link: steady, and no person types fifteen valid digits at this pace.
_SLOWEST_SCANNER_MS = 80.0
_STEADY = 0.35


def steady_slow_gap(gaps_ms: Sequence[float]) -> float:
    """The typical gap of a run that is slow but steady enough for a machine, in milliseconds; 0 when it is not."""
    mean = mean_ms(gaps_ms) if gaps_ms else 0.0
    if not 0 < mean <= _SLOWEST_SCANNER_MS or _spread_ms(gaps_ms, mean) > _STEADY * mean:
        return 0.0
    return mean


# The standard library's own statistics are too slow to load for the start of the window, and take fractions too.


def mean_ms(gaps_ms: Sequence[float]) -> float:
    """The mean gap; there has to be one at least."""
    return math.fsum(gaps_ms) / len(gaps_ms)


def median_ms(gaps_ms: Sequence[float]) -> float:
    """The gap in the middle, or the mean of the two there; there has to be one at least."""
    ordered = sorted(gaps_ms)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _spread_ms(gaps_ms: Sequence[float], mean: float) -> float:
    return math.sqrt(math.fsum((gap_ms - mean) ** 2 for gap_ms in gaps_ms) / len(gaps_ms))


def centile_95(gaps_ms: Sequence[float]) -> float:
    """The gap that 95 of 100 do not exceed (nearest rank): of up to 19 gaps the longest."""
    ordered = sorted(gaps_ms)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]
