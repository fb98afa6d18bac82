"""Finds out what became of devices whose request may have been taken: looks each up, one call at a time.

claimAsync has no request id, so a look-up is the only way to claim each device once.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ztdesk.domain.batch import Item, ItemState
from ztdesk.domain.catalogue import Device, DeviceVerdict
from ztdesk.domain.errors import Refused
from ztdesk.domain.outbox import Submission, back_off_s
from ztdesk.store.outbox import Outbox
from ztdesk.sync.service import ResellerService

_UNREADABLE = 400


@dataclass(slots=True)
class _Pass:
    """One round of look-ups over a submission's doubtful devices: those still to do, last one first."""

    to_do: list[Item]
    found: int = 0
    missing: int = 0


class Reconciler:
    """Looks doubtful devices up. Remembers only how far a round is; a restart begins the round anew."""

    def __init__(self, outbox: Outbox, clock: Callable[[], float]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._passes: dict[int, _Pass] = {}

    def step(self, service: ResellerService, submission: Submission, grace_s: float) -> None:
        """Look up the next device, or end the round. Raises what the service raises."""
        this_pass = self._passes.get(submission.id)
        if this_pass is None:
            items = self._outbox.items(submission.id)
            this_pass = _Pass([item for item in reversed(items) if item.state is ItemState.UNKNOWN])
            self._passes[submission.id] = this_pass
        if not this_pass.to_do:
            self._end(submission, this_pass, grace_s)
            return
        item = this_pass.to_do[-1]
        device = self._find(service, submission, item)
        if device is None:
            this_pass.missing += 1
        else:
            verdict = DeviceVerdict(item.identifier, "SINGLE_DEVICE_STATUS_SUCCESS", device.id)
            self._outbox.decide(submission, [(item.id, verdict)], self._clock())
            this_pass.found += 1
        this_pass.to_do.pop()
        if not (this_pass.to_do or this_pass.missing):
            # The last verdict has made the submission done.
            del self._passes[submission.id]

    def _end(self, submission: Submission, this_pass: _Pass, grace_s: float) -> None:
        del self._passes[submission.id]
        now = self._clock()
        if this_pass.found and this_pass.missing:
            # Some arrived and some did not: the lost operation may still be at work on the rest.
            self._outbox.postpone(submission, now + grace_s)
            return
        wait_s = back_off_s(submission.attempts - 1, 1.0) if submission.attempts > 1 else 0.0
        self._outbox.release(submission, now, now + wait_s)

    def _find(self, service: ResellerService, submission: Submission, item: Item) -> Device | None:
        try:
            devices = service.find(item.identifier)
        except Refused as error:
            if error.code != _UNREADABLE:
                raise
            # What the service cannot read as an identifier it cannot have claimed either.
            return None
        mine = (device for device in devices if device.is_claimed_for(submission.customer_id, service.partner_id))
        return next(mine, None)
