"""Puts the window system's event times and our own clock on one time line, in milliseconds. Knows no keys."""

from collections.abc import Callable

ClockMs = Callable[[], float]

_IMPLAUSIBLE_MS = 10_000.0
_WINDOW_MS = 30_000.0


class EventTime:
    """Event times on the time line of `clock_ms`, which must never go back.

    The window system stamps a key when it was pressed; a busy event loop delivers it later, so the stamps tell the
    true gaps. They count from another zero: the least delay seen lately is taken for no delay. It is taken over the
    last half minute to a minute, because the two clocks may drift apart.
    """

    def __init__(self, clock_ms: ClockMs) -> None:
        self._clock_ms = clock_ms
        self._base_ms: float | None = None
        self._least_ms = self._least_before_ms = float("inf")
        self._window_ends_ms = 0.0

    def now_ms(self) -> float:
        """The clock."""
        return self._clock_ms()

    def at_ms(self, timestamp_ms: int, *, in_burst: bool) -> float:
        """When the event happened. Without a plausible stamp (0, or far off) that is now.

        Within a burst the base stays as it is, so that gaps are exact.
        """
        now = self._clock_ms()
        if timestamp_ms <= 0:
            return now
        if self._base_ms is None or not in_burst:
            self._base_ms = self._base_now(now, now - timestamp_ms)
        at = timestamp_ms + self._base_ms
        return at if abs(now - at) <= _IMPLAUSIBLE_MS else now

    def _base_now(self, now: float, delay_ms: float) -> float:
        least = min(self._least_ms, self._least_before_ms)
        if least != float("inf") and abs(delay_ms - least) > _IMPLAUSIBLE_MS:
            self._least_ms = self._least_before_ms = delay_ms  # the stamps count from a new zero
        if now >= self._window_ends_ms:
            self._least_before_ms, self._least_ms = self._least_ms, delay_ms
            self._window_ends_ms = now + _WINDOW_MS
        self._least_ms = min(self._least_ms, delay_ms)
        return min(self._least_ms, self._least_before_ms)
