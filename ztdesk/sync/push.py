"""Sends one waiting submission, and keeps what became of the request before anything else happens."""

import random
from collections.abc import Callable
from dataclasses import replace

from ztdesk.domain.batch import Batch, Item
from ztdesk.domain.catalogue import ClaimRequest
from ztdesk.domain.errors import MaybeTaken, Offline, Refused, SignInNeeded, TryLater
from ztdesk.domain.outbox import LONGEST_WAIT_S, Submission, SubmissionState, back_off_s
from ztdesk.store.outbox import MovedOn, Outbox
from ztdesk.sync.service import ResellerService


def push(
    outbox: Outbox,
    service: ResellerService,
    submission: Submission,
    batch: Batch,
    clock: Callable[[], float],
    grace_s: float,
    first_poll_s: float,
) -> bool:
    """Send `submission`; answers whether the service answered; nothing leaves when it was withdrawn meanwhile.

    Raises Offline, SignInNeeded and TryLater, with the row back in waiting.
    """
    requests = [_request(item, batch) for item in outbox.items(submission.id)]
    try:
        outbox.begin_sending(submission, clock(), service.account)
    except MovedOn:
        return False
    sending = replace(submission, state=SubmissionState.SENDING)
    try:
        operation = service.claim_async(requests)
    except (Offline, SignInNeeded) as error:
        outbox.put_back(sending, clock(), clock(), counted=False, reason=str(error))
        raise
    except TryLater as error:
        wait_s = error.retry_after_s
        if wait_s is None:
            wait_s = back_off_s(submission.attempts + 1, random.random())  # noqa: S311 - jitter
        now = clock()
        outbox.put_back(sending, now, now + min(wait_s, LONGEST_WAIT_S), counted=True, reason=str(error))
        raise
    except Refused as error:
        outbox.refuse(sending, clock(), error.code, error.identifier, error.message)
        return True
    except MaybeTaken as error:
        now = clock()
        outbox.doubt(sending, now, now + max(grace_s, _patience_s(submission)), reason=str(error))
        return False
    except Exception as error:
        # A bug on the way out: what left this PC is not known, so it must be looked up like a lost answer.
        now = clock()
        outbox.doubt(sending, now, now + grace_s, reason=type(error).__name__)
        raise
    now = clock()
    outbox.accept(sending, operation.name, now, now + first_poll_s)
    return True


def _patience_s(submission: Submission) -> float:
    """A service that fails again and again is asked less and less often."""
    return back_off_s(submission.attempts, 1.0) if submission.attempts else 0.0


def _request(item: Item, batch: Batch) -> ClaimRequest:
    return ClaimRequest(item.identifier, batch.draft.customer_id, batch.draft.order_number, item.phone_number)
