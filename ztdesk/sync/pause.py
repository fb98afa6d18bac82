"""A wait that concerns every call: the network is away, or the service asked for patience. Outlives no restart."""

from ztdesk.domain.outbox import LONGEST_WAIT_S


class Pause:
    """Begins and ends at times of day, in seconds since the epoch."""

    def __init__(self) -> None:
        self._since = 0.0
        self._until = 0.0

    def begin(self, now: float, wait_s: float) -> None:
        """Wait from now on, an hour at most."""
        self._since, self._until = now, now + min(wait_s, LONGEST_WAIT_S)

    def end(self) -> None:
        """Wait no longer."""
        self._until = 0.0

    def left_s(self, now: float) -> float:
        """Seconds that are left; none of it when the clock was set back, which must not stretch a wait."""
        return max(0.0, self._until - now) if self._since <= now else 0.0
