"""The waits of the sync that people may set. Knows nothing of what waits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Waits of the sync in seconds, and how many operations may run at once."""

    grace_s: float = 30.0
    poll_shortest_s: float = 2.0
    poll_longest_s: float = 10.0
    in_flight: int = 4
