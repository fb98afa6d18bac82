"""The shared pace of all calls: 1,000 queries in any 100 seconds a service account (reseller API, "Usage limits")."""

_BURST = 95.0
_PER_SECOND = 9.0
_A_CALL = 1.0 - 1e-6
_SHORTEST_WAIT_S = 0.001


class Pace:
    """A bucket of calls that refills; with 95 at once and 9 a second no window of 100 s ever holds more than 1,000.

    One call may turn out to be five, the pages of a list: all are counted, and the next one waits the longer.
    """

    def __init__(self, burst: float = _BURST, per_second: float = _PER_SECOND) -> None:
        self._burst = burst
        self._per_second = per_second
        self._left = burst
        self._last = 0.0

    def wait_s(self, now: float, spare: float = 0.0) -> float:
        """Seconds until another call is allowed, with `spare` calls left for others; 0 when one is."""
        self._refill(now)
        if self._left >= _A_CALL + spare:
            return 0.0
        # A wait shorter than what a clock's number can tell would be asked for again and again.
        return max((1 + spare - self._left) / self._per_second, _SHORTEST_WAIT_S)

    def take(self, now: float, calls: int = 1) -> None:
        """Count so many calls, none if that is less than one."""
        self._refill(now)
        self._left -= max(0, calls)

    def _refill(self, now: float) -> None:
        # A clock that was set back must not stop the refill for good.
        elapsed = max(0.0, now - self._last)
        self._left = min(self._burst, self._left + elapsed * self._per_second)
        self._last = now
