"""Asks after one accepted operation: keeps its progress, or writes its verdicts once it is done."""

from collections.abc import Callable, Sequence

from ztdesk.domain.batch import Item, ItemState
from ztdesk.domain.catalogue import DeviceVerdict, Operation
from ztdesk.domain.errors import Refused
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import Submission, poll_wait_s
from ztdesk.store.outbox import Outbox
from ztdesk.sync.numbers import Number, folded, numbers_of
from ztdesk.sync.service import ResellerService

_NO_VERDICT = {"", "SINGLE_DEVICE_STATUS_UNSPECIFIED"}
_NOT_FOUND = 404


def poll(
    outbox: Outbox,
    service: ResellerService,
    submission: Submission,
    clock: Callable[[], float],
    grace_s: float,
    shortest_s: float,
    longest_s: float,
) -> None:
    """Ask once. Raises what the service raises, but a lost operation (404), which puts its devices in doubt."""
    try:
        operation = service.operation(submission.operation_name)
    except Refused as error:
        if error.code != _NOT_FOUND:
            raise
        now = clock()
        outbox.doubt(submission, now, now + grace_s, "operation not found")
        return
    now = clock()
    if operation.done:
        _finish(outbox, submission, operation, now, grace_s)
        return
    elapsed_s = max(0.0, now - (submission.accepted_at or now))
    wait_s = poll_wait_s(elapsed_s, operation.progress, shortest_s, longest_s)
    outbox.note_progress(submission, operation.progress, now + wait_s)


def _finish(outbox: Outbox, submission: Submission, operation: Operation, now: float, grace_s: float) -> None:
    items = outbox.items(submission.id)
    verdicts = match(items, operation.verdicts)
    open_ids = {item.id for item in items if item.state not in {ItemState.SUCCEEDED, ItemState.FAILED}}
    outbox.decide(submission, [(item_id, verdict) for item_id, verdict in verdicts if item_id in open_ids], now)
    missing = len(open_ids - {item_id for item_id, _ in verdicts})
    if missing:
        outbox.doubt(submission, now, now + grace_s, f"{missing} devices without a verdict")


def match(items: Sequence[Item], verdicts: Sequence[DeviceVerdict]) -> list[tuple[int, DeviceVerdict]]:
    """Join the rows of an answer to the devices of the request, by place and by the echoed identifier.

    The list has request order, but rows may be missing when the service could not read some ("Responses" in the
    service's introduction; `devicesCount`). A row whose echo names another device is given to the device it names; a row
    that fits none, or carries no status, is no verdict.
    """
    named = _Names(items)
    complete = len(items) == len(verdicts)
    matched: dict[int, DeviceVerdict] = {}
    for index, verdict in enumerate(verdicts):
        at_place = items[index] if index < len(items) else None
        item = named.find(verdict.identifier, at_place, complete=complete)
        if item is not None and verdict.status not in _NO_VERDICT and item.id not in matched:
            matched[item.id] = verdict
    return list(matched.items())


class _Names:
    """Finds the device an echo names. Serial numbers are case sensitive, but an echo may come in another case."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._exact: dict[Number, Item] = {}
        self._folded: dict[Number, Item | None] = {}

    def find(self, identifier: DeviceIdentifier, at_place: Item | None, *, complete: bool) -> Item | None:
        """The device at the echo's place if it is that one, else the one it names; None when it names none for sure.

        An echo without any number counts by its place, if the answer is `complete`.
        """
        if at_place is not None and identifier.imei and identifier.imei == at_place.identifier.imei:
            return at_place  # as nearly all do
        echoed = numbers_of(identifier)
        if not echoed:
            return at_place if complete else None
        if at_place is not None and not echoed.isdisjoint(numbers_of(at_place.identifier)):
            return at_place
        self._learn()
        exact = (self._exact[number] for number in echoed if number in self._exact)
        similar = (item for number in echoed if (item := self._folded.get(folded(number))) is not None)
        return next(exact, None) or next(similar, None)

    def _learn(self) -> None:
        """All numbers of all devices, for the first echo that is not at its place."""
        if self._exact:
            return
        for item in self._items:
            for number in numbers_of(item.identifier):
                self._exact.setdefault(number, item)
                self._folded[folded(number)] = item if self._folded.get(folded(number), item) is item else None
