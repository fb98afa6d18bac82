"""The life of a submission: one claimAsync request of at most 1,000 devices, its states, allowed moves and waits.

Pure functions; time and chance are passed in. Rules: the service's own introduction ("Long-running batch operations",
"Track progress"): poll between 2 and 10 seconds, estimated from the progress so far; there is no request id, so what
may have been taken is looked up and never sent again blindly.
"""

from dataclasses import dataclass
from enum import Enum

LARGEST_SUBMISSION = 1000
"""Devices in one request."""
LONGEST_WAIT_S = 3600.0
"""No row waits longer; a due time further off comes from a wrong clock and is due at once."""
_FIRST_BACK_OFF_S = 2.0
LONGEST_BACK_OFF_S = 300.0
_LONGEST_OFFLINE_WAIT_S = 30.0


class SubmissionState(Enum):
    """Where a request stands."""

    WAITING = "waiting"
    SENDING = "sending"
    ACCEPTED = "accepted"
    DONE = "done"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_MOVES: dict[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.WAITING: frozenset({SubmissionState.SENDING, SubmissionState.REFUSED, SubmissionState.WITHDRAWN}),
    SubmissionState.SENDING: frozenset(
        {SubmissionState.ACCEPTED, SubmissionState.WAITING, SubmissionState.UNKNOWN, SubmissionState.REFUSED}
    ),
    SubmissionState.ACCEPTED: frozenset({SubmissionState.DONE, SubmissionState.UNKNOWN}),
    SubmissionState.UNKNOWN: frozenset({SubmissionState.DONE, SubmissionState.WAITING}),
    SubmissionState.DONE: frozenset(),
    SubmissionState.REFUSED: frozenset(),
    SubmissionState.WITHDRAWN: frozenset(),
}


class ForbiddenMoveError(Exception):
    """A move the table does not know: a bug, never shown as the world's fault."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One request. Times are seconds since the epoch, UTC; `progress` is 0..100 as the service last said.

    `operation_name` is the service's `operations/...`, empty until accepted. `error_code` is the HTTP status of the last
    refusal, `error_identifier` and `error_message` what the service said with it.
    """

    id: int
    batch_id: int
    customer_id: str
    state: SubmissionState
    size: int
    operation_name: str = ""
    progress: int = 0
    attempts: int = 0
    due_at: float = 0.0
    sent_at: float | None = None
    accepted_at: float | None = None
    error_code: int = 0
    error_identifier: str = ""
    error_message: str = ""


def check_move(before: SubmissionState, after: SubmissionState) -> None:
    """Raise ForbiddenMoveError unless a submission may go from `before` to `after`."""
    if after not in _MOVES[before]:
        raise ForbiddenMoveError(f"a submission cannot go from {before.value} to {after.value}")


def back_off_s(attempts: int, chance: float) -> float:
    """Seconds to wait after the `attempts`-th failed try: doubling from 2 s to 5 min, with jitter by `chance` in 0..1."""
    ceiling: float = min(_FIRST_BACK_OFF_S * 2.0 ** max(0, min(attempts, 16) - 1), LONGEST_BACK_OFF_S)
    return ceiling * (0.5 + 0.5 * chance)


def offline_wait_s(failures: int, chance: float) -> float:
    """Seconds to wait before trying the network again: 1 s, doubling to 30 s, with jitter."""
    ceiling: float = min(2.0 ** min(failures - 1, 8), _LONGEST_OFFLINE_WAIT_S)
    return ceiling * (0.5 + 0.5 * chance)


def poll_wait_s(elapsed_s: float, progress: int, shortest_s: float, longest_s: float) -> float:
    """Seconds until an operation is asked again: the time it should still take at its pace so far, within the bounds."""
    if progress <= 0:
        return shortest_s
    if progress >= 100:
        return shortest_s
    return max(shortest_s, min(longest_s, elapsed_s * (100 - progress) / progress))


def remaining_s(elapsed_s: float, progress: int) -> float | None:
    """Seconds an operation should still take at its pace so far; None when nothing can be said yet."""
    if progress <= 0 or elapsed_s < 1:
        return None
    return elapsed_s * (100 - progress) / progress
