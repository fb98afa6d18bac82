"""Notices that this PC's clock was set, and keeps the waits in the rows from growing or shrinking with it.

Knows no request; waits are kept as times of day because they outlive the program.
"""

from collections.abc import Callable

from ztdesk.domain.outbox import LONGEST_WAIT_S, SubmissionState
from ztdesk.store.outbox import Outbox

LEAP_S = 180.0
"""Seconds between two steps that only a set clock explains."""


class ClockWatch:
    """Looks at the clock once a step."""

    def __init__(self, outbox: Outbox, poll_longest_s: float) -> None:
        self._outbox = outbox
        self._poll_longest_s = poll_longest_s
        self._seen_at: float | None = None

    def mind(self, now: float, grace_s: Callable[[], float]) -> bool:
        """Mend waits that a set clock has stretched, and let grace begin anew, since nobody knows how long it had.

        Answers whether the clock leapt, or the PC slept: what was learned before is then of unknown age.
        """
        seen_at, self._seen_at = self._seen_at, now
        if seen_at is None or now < seen_at:
            self._cut_polls(now)
        if seen_at is not None and now < seen_at:
            self._shift_waiting(now - seen_at, now)
        leapt = seen_at is not None and not 0 <= now - seen_at <= LEAP_S
        for submission in self._outbox.in_state(SubmissionState.UNKNOWN) if leapt or seen_at is None else ():
            # At a start, what is far off may come from a set clock; a true wait of an hour can bear another grace.
            if leapt or abs(submission.due_at - now) > LONGEST_WAIT_S:
                self._outbox.postpone(submission, now + grace_s())
        return leapt

    def _cut_polls(self, now: float) -> None:
        for submission in self._outbox.in_state(SubmissionState.ACCEPTED):
            if submission.due_at - now > self._poll_longest_s:
                self._outbox.postpone(submission, now)

    def _shift_waiting(self, by_s: float, now: float) -> None:
        """Keep what remains of each wait, which may be the service's own wish. What waits at a start is left alone."""
        for submission in self._outbox.in_state(SubmissionState.WAITING):
            if submission.due_at > now:
                self._outbox.postpone(submission, max(now, submission.due_at + by_s))
