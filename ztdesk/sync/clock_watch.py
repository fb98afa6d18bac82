"""Notices that this PC's clock was set, and keeps the waits in the rows from growing or shrinking with it.

Knows no request; waits are kept as times of day because they outlive the program. How long a lost request was left alone
is counted by the PC's uptime besides, which nobody can set.
"""

from collections.abc import Callable
from dataclasses import replace

from ztdesk.domain.outbox import LONGEST_WAIT_S, SubmissionState
from ztdesk.store.doubts import Doubt
from ztdesk.store.outbox import Outbox

LEAP_S = 180.0
"""Seconds between two steps that only a sleep explains, where the uptime goes on meanwhile."""
_SET_S = 2.0
"""Seconds between clock and uptime that only setting the clock explains, or a sleep where the uptime stands still."""


class ClockWatch:
    """Looks at the clock once a step. `uptime` counts seconds since the PC started, evenly."""

    def __init__(self, outbox: Outbox, uptime: Callable[[], float], poll_longest_s: float) -> None:
        self._outbox = outbox
        self._uptime = uptime
        self._poll_longest_s = poll_longest_s
        self._seen_at: float | None = None
        self._ahead_s = 0.0

    def mind(self, now: float, grace_s: Callable[[], float]) -> bool:
        """Mend waits that a set clock has stretched, and let grace begin anew, since nobody knows how long it had.

        Answers whether the clock leapt, or the PC slept: what was learned before is then of unknown age.
        """
        uptime_s = self._uptime()
        seen_at, self._seen_at = self._seen_at, now
        if seen_at is None:
            self._ahead_s = now - uptime_s
            self._cut_polls(now)
            for doubt in self._outbox.doubts.all():
                self._rest(doubt, now, uptime_s, grace_s())
            return False
        set_by_s = now - uptime_s - self._ahead_s
        if abs(set_by_s) > _SET_S:
            self._ahead_s += set_by_s
        if set_by_s < -_SET_S or now < seen_at:
            self._cut_polls(now)
            self._shift_waiting(min(set_by_s, now - seen_at), now)
        leapt = abs(set_by_s) > _SET_S or not 0 <= now - seen_at <= LEAP_S
        for doubt in self._outbox.doubts.all():
            if leapt:
                self._outbox.doubts.note(replace(doubt, due_at=now + grace_s(), quiet_since_s=uptime_s))
            elif doubt.quiet_since_s is None:
                self._outbox.doubts.note(replace(doubt, quiet_since_s=uptime_s))
        return leapt

    def _rest(self, doubt: Doubt, now: float, uptime_s: float, grace_s: float) -> None:
        """At a start: wait until the request was left alone for its grace, whatever the clock says.

        Uptimes of one run of the PC can be compared; after a new one, the request was left alone at least since then.
        """
        since_s = uptime_s if doubt.quiet_since_s is None else doubt.quiet_since_s
        if since_s > uptime_s:
            since_s = 0.0
        due_at = now + grace_s - (uptime_s - since_s)
        if due_at <= now and doubt.quiet_since_s is not None:
            return
        if due_at < doubt.due_at <= now + LONGEST_WAIT_S:
            due_at = doubt.due_at
        self._outbox.doubts.note(replace(doubt, due_at=due_at, quiet_since_s=since_s))

    def _cut_polls(self, now: float) -> None:
        for submission in self._outbox.in_state(SubmissionState.ACCEPTED):
            if submission.due_at - now > self._poll_longest_s:
                self._outbox.postpone(submission, now)

    def _shift_waiting(self, by_s: float, now: float) -> None:
        """Keep what remains of each wait, which may be the service's own wish. What waits at a start is left alone."""
        for submission in self._outbox.in_state(SubmissionState.WAITING):
            if submission.due_at > now:
                self._outbox.postpone(submission, max(now, submission.due_at + by_s))
