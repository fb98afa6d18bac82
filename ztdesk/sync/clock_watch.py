"""Notices that this PC's clock was set, and keeps the waits in the rows from growing or shrinking with it.

Knows no request; waits are kept as times of day because they outlive the program.
"""

from collections.abc import Callable

from ztdesk.domain.outbox import LONGEST_BACK_OFF_S, LONGEST_WAIT_S, SubmissionState
from ztdesk.store.outbox import Outbox

LEAP_S = 180.0
"""Seconds between two steps that only a set clock explains."""


class ClockWatch:
    """Looks at the clock once a step."""

    def __init__(self, outbox: Outbox, poll_longest_s: float) -> None:
        self._outbox = outbox
        self._poll_longest_s = poll_longest_s
        self._seen_at: float | None = None

    def mind(self, now: float, grace_s: Callable[[], float]) -> None:
        """Cut waits that a clock set back has stretched; let grace begin anew, since nobody knows how long it had."""
        seen_at, self._seen_at = self._seen_at, now
        if seen_at is None or now < seen_at:
            self._cut(SubmissionState.ACCEPTED, now, self._poll_longest_s)
            self._cut(SubmissionState.WAITING, now, LONGEST_BACK_OFF_S)
        leapt = seen_at is not None and not 0 <= now - seen_at <= LEAP_S
        for submission in self._outbox.in_state(SubmissionState.UNKNOWN) if leapt or seen_at is None else ():
            if leapt or submission.due_at - now > LONGEST_WAIT_S:
                self._outbox.postpone(submission, now + grace_s())

    def _cut(self, state: SubmissionState, now: float, longest_s: float) -> None:
        for submission in self._outbox.in_state(state):
            if submission.due_at - now > longest_s:
                self._outbox.postpone(submission, now)
