"""The last scans of all scanners, for who wants to know what really arrived. Keeps them in memory and reads nothing."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from ztdesk.domain.verdict import Verdict
from ztdesk.scanning.strokes import Scan

KEPT = 200


@dataclass(frozen=True, slots=True)
class HeardScan:
    """One scan, when it came (seconds since the epoch) and its answer: None where it went to the teaching of a scanner."""

    at: float
    scan: Scan
    verdict: Verdict | None


class ScanHistory:
    """Adding costs the same whatever was scanned; `clock` tells seconds since the epoch."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._heard: deque[HeardScan] = deque(maxlen=KEPT)

    def add(self, scan: Scan, verdict: Verdict | None) -> None:
        """A scan was answered just now; the oldest of more than `KEPT` is forgotten."""
        self._heard.append(HeardScan(self._clock(), scan, verdict))

    def newest_first(self) -> tuple[HeardScan, ...]:
        """What is kept."""
        return tuple(reversed(self._heard))
