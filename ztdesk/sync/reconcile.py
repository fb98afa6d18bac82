"""Finds out what became of devices whose request may have been taken: looks each up, one call at a time.

claimAsync has no request id, so a look-up is the only way to claim each device once.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from ztdesk.domain.batch import Item, ItemState
from ztdesk.domain.catalogue import Device, DeviceVerdict
from ztdesk.domain.errors import Refused, TryLater
from ztdesk.domain.outbox import Submission, back_off_s
from ztdesk.store.outbox import Outbox
from ztdesk.sync.numbers import numbers_of
from ztdesk.sync.service import ResellerService

_BAD_REQUEST = 400
_NO_IDENTIFIER = {
    "INVALID_DEVICE_IDENTIFIER",
    "INVALID_IDENTIFIER_SET",
    "INVALID_IMEI",
    "INVALID_MANUFACTURER",
    "INVALID_MEID",
    "INVALID_MODEL",
    "INVALID_SERIAL",
}
"""What the service calls identifiers that it cannot read ("Custom error" page of the reseller API)."""
_NAMES_IT = re.compile(r"\b(device ?identifier|imei|meid|serial ?number)", re.IGNORECASE)
_SUCCESS_STATUS = "SINGLE_DEVICE_STATUS_SUCCESS"
_UNREADABLE_STATUS = "SINGLE_DEVICE_STATUS_INVALID_DEVICE_IDENTIFIER"
_SHORTEST_FRESH_S = 5.0
_LOOK_UP_S = 0.5
_MOST_DOUBLINGS = 10
_MOST_FAILURES = 5


@dataclass(slots=True)
class _Pass:
    """One round of look-ups over a submission's doubtful devices: those still to do, last one first, those whose look-up
    fails last of all; `missing` are the ids of those that are not at the service.

    `began_at` and `answered_at` are when the round's first call began and its latest answer came. `found` counts those of
    the rounds that were begun anew, too: the lost request was at work then.
    """

    to_do: list[Item]
    size: int
    began_at: float
    answered_at: float
    found: int = 0
    missing: list[int] = field(default_factory=list)

    def is_stale(self, now: float, fresh_s: float) -> bool:
        """Whether the round was interrupted for longer than `fresh_s`, or took far longer than its calls explain.

        "Not there" is then no answer any more: the lost operation may have claimed the device since.
        """
        gap_s, age_s = now - self.answered_at, now - self.began_at
        return gap_s < 0 or gap_s > fresh_s or age_s > fresh_s + _LOOK_UP_S * self.size


class Reconciler:
    """Looks doubtful devices up. Remembers only how far a round is; a restart begins the round anew.

    So does an interruption. Every round that was begun anew gives the next one twice the time, or a service that is
    slow or asks for patience again and again would never let one end.
    """

    def __init__(self, outbox: Outbox, clock: Callable[[], float]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._passes: dict[int, _Pass] = {}
        self._stale_rounds: dict[int, int] = {}
        self._failures: Counter[int] = Counter()  # by item id

    def forget(self) -> None:
        """Begin every round anew: nobody knows how old its answers are."""
        self._passes.clear()

    def step(self, service: ResellerService, submission: Submission, grace_s: float) -> None:
        """Look up the next device, or end the round. Raises what the service raises; the others then go first.

        A device whose look-up fails again and again is left behind: it stays in doubt, without holding the others up.
        """
        this_pass = self._fresh_pass(submission, grace_s)
        if not this_pass.to_do or (this_pass.missing and self._is_left_behind(this_pass.to_do)):
            self._end(submission, this_pass, grace_s)
            return
        item = this_pass.to_do[-1]
        try:
            verdict = self._look_up(service, submission, item)
        except (TryLater, Refused):
            self._failures[item.id] += 1
            this_pass.to_do.insert(0, this_pass.to_do.pop())
            raise
        self._failures.pop(item.id, None)
        if verdict is None:
            this_pass.missing.append(item.id)
        else:
            self._outbox.decide(submission, [(item.id, verdict)], self._clock())
            this_pass.found += verdict.succeeded
        this_pass.to_do.pop()
        this_pass.answered_at = self._clock()
        if not (this_pass.to_do or this_pass.missing):
            # The last verdict has made the submission done.
            self._close(submission)

    def has_given_up(self, submission: Submission) -> bool:
        """Whether nothing is left of the round but what cannot be looked up; it is tried again all the same."""
        this_pass = self._passes.get(submission.id)
        return this_pass is not None and bool(this_pass.to_do) and self._is_left_behind(this_pass.to_do)

    def _is_left_behind(self, items: list[Item]) -> bool:
        return all(self._failures[item.id] >= _MOST_FAILURES for item in items)

    def _fresh_pass(self, submission: Submission, grace_s: float) -> _Pass:
        now = self._clock()
        this_pass = self._passes.get(submission.id)
        rounds = self._stale_rounds.get(submission.id, 0)
        fresh_s = max(grace_s, _SHORTEST_FRESH_S) * 2.0 ** min(rounds, _MOST_DOUBLINGS)
        found = 0
        if this_pass is not None and this_pass.is_stale(now, fresh_s):
            self._stale_rounds[submission.id] = rounds + 1
            found = this_pass.found
            this_pass = None
        if this_pass is None:
            items = self._outbox.items(submission.id)
            to_do = [item for item in reversed(items) if item.state is ItemState.UNKNOWN]
            to_do.sort(key=lambda item: item.id not in self._failures)
            this_pass = self._passes[submission.id] = _Pass(to_do, len(to_do), now, now, found)
        return this_pass

    def _close(self, submission: Submission) -> None:
        del self._passes[submission.id]
        self._stale_rounds.pop(submission.id, None)

    def _end(self, submission: Submission, this_pass: _Pass, grace_s: float) -> None:
        self._close(submission)
        now = self._clock()
        if this_pass.found and this_pass.missing:
            # Some arrived and some did not: the lost operation may still be at work on the rest.
            self._outbox.postpone(submission, now + grace_s)
            return
        if this_pass.to_do:
            self._outbox.release_some(submission, this_pass.missing, now)
            return
        wait_s = back_off_s(submission.attempts - 1, 1.0) if submission.attempts > 1 else 0.0
        self._outbox.release(submission, now, now + wait_s)

    def _look_up(self, service: ResellerService, submission: Submission, item: Item) -> DeviceVerdict | None:
        """What became of a device; None when it is not at the service and may be sent again."""
        try:
            device = self._find(service, submission, item)
        except Refused as error:
            if not _is_about_the_identifier(error):
                raise
            if not submission.operation_name:
                # What the service cannot read as an identifier it cannot have claimed either.
                return None
            return DeviceVerdict(item.identifier, _UNREADABLE_STATUS, "", error.identifier, error.message)
        return None if device is None else DeviceVerdict(item.identifier, _SUCCESS_STATUS, device.id)

    def _find(self, service: ResellerService, submission: Submission, item: Item) -> Device | None:
        devices = service.find(item.identifier)
        # The service's search ignores the case of serial numbers, and may find more than was asked for.
        asked = numbers_of(item.identifier)
        mine = (
            device
            for device in devices
            if not asked.isdisjoint(numbers_of(device.identifier))
            and device.is_claimed_for(submission.customer_id, service.partner_id)
        )
        return next(mine, None)


def _is_about_the_identifier(error: Refused) -> bool:
    """Whether the device's number itself is refused, and not something else about the question or who asks it."""
    if error.code != _BAD_REQUEST:
        return False
    name = error.identifier.rpartition("/")[2]
    return name in _NO_IDENTIFIER or (name == "INVALID_ARGUMENT" and _NAMES_IT.search(error.message) is not None)
