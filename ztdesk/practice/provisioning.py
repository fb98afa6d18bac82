"""The practice service's heart: the world, its operations, its ledger and its file, behind one lock.

Everything asked is first kept, then done, and done the same way when the file is read again. Knows no HTTP.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from typing import Any

from ztdesk.practice.history import History, Seed
from ztdesk.practice.operation_view import operation_to
from ztdesk.practice.operations import Operation, Operations, Tempo
from ztdesk.practice.records import ClaimWish, Company, Device, Identifier, Outcome, Status, Terms, UnclaimWish, Wish
from ztdesk.practice.rules import grant
from ztdesk.practice.seeds import seeded_world
from ztdesk.practice.wire import Wire, claim_from, metadata_from, unclaim_from
from ztdesk.practice.world import World

_READERS: dict[str, Callable[[Wire], Wish]] = {
    "claim": claim_from,
    "unclaim": unclaim_from,
    "updateMetadata": metadata_from,
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One claim or release that took effect. `at` in seconds since 1970; `operation` is empty for single calls."""

    at: float
    action: str
    identifier: Identifier
    device_id: int
    customer_id: str
    operation: str
    again: bool


class Provisioning:
    """One running world. Every public method may be called from any thread."""

    def __init__(self, history: History, seed: Seed | None, tempo: Tempo, clock: Callable[[], float]) -> None:
        """Go on with the world of `history` when `seed` is None, else begin a new one. Raises HistoryUnreadable."""
        self._history = history
        self._tempo = tempo
        self._clock = clock
        self._lock = threading.RLock()
        self._latest = 0.0
        if seed is None:
            self._seed = history.seed()
            self._reseed()
            for event in history.load():
                self._replay(event)
        else:
            self._seed = seed
            self._reseed()
            history.begin(seed)

    def reset(self) -> None:
        """Throw everything away and begin again with the same seed."""
        with self._lock:
            self._history.begin(self._seed)
            self._reseed()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._history.close()

    @contextmanager
    def present(self) -> Iterator[World]:
        """The world as it is by now, for reading; nothing moves until the block ends."""
        with self._lock:
            self._now()
            yield self._world

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every claim and release that took effect by now, in order."""
        with self._lock:
            self._now()
            return tuple(self._ledger)

    def accept(self, kind: str, items: Sequence[Wire]) -> Wire:
        """Take a batch of `claim`, `unclaim` or `updateMetadata` items; its Operation as first answered."""
        wishes = [_READERS[kind](item) for item in items]
        with self._lock:
            at = self._now()
            self._history.append(
                {"at": at, "do": "operation", "kind": kind, "tempo": astuple(self._tempo), "items": items}
            )
            operation = self._operations.accept(kind, items, wishes, at, self._tempo)
            return {"name": operation.name}

    def operation(self, name: str, *, stuck_s: float = 0.0, missing: int = 0) -> Wire | None:
        """The Operation of that name by now, None when there is none. For the faults see `operation_to`."""
        with self._lock:
            now = self._now()
            operation = self._operations.get(name)
            if operation is None:
                return None
            return operation_to(operation, now, stuck_s=stuck_s, missing=missing)

    def grant(self, kind: str, item: Wire) -> Outcome:
        """Do one `claim`, `unclaim` or `updateMetadata` at once."""
        with self._lock:
            at = self._now()
            self._history.append({"at": at, "do": kind, "item": item})
            return self._grant(_READERS[kind](item), at, "")

    def create_customer(self, company_name: str) -> Company:
        """A new own customer, whose terms nobody accepted yet."""
        with self._lock:
            at = self._now()
            self._history.append({"at": at, "do": "customer", "name": company_name})
            return self._create(company_name)

    def _now(self) -> float:
        # A clock set back must not undo what has happened.
        self._latest = max(self._latest, self._clock())
        self._operations.advance(self._latest)
        return self._latest

    def _reseed(self) -> None:
        self._world = seeded_world(self._seed.customers, self._seed.devices)
        self._operations = Operations(self._deal)
        self._ledger: list[LedgerEntry] = []

    def _replay(self, event: dict[str, Any]) -> None:
        at, what = event["at"], event["do"]
        self._latest = max(self._latest, at)
        self._operations.advance(at)
        if what == "customer":
            self._create(event["name"])
        elif what == "operation":
            items, kind = event["items"], event["kind"]
            wishes = [_READERS[kind](item) for item in items]
            self._operations.accept(kind, items, wishes, at, Tempo(*event["tempo"]))
        else:
            self._grant(_READERS[what](event["item"]), at, "")

    def _create(self, company_name: str) -> Company:
        company = Company(self._world.next_customer_id(), company_name, Terms.NOT_ACCEPTED)
        self._world.add_customer(company)
        return company

    def _deal(self, operation: Operation, position: int, due_at: float) -> Outcome:
        return self._grant(operation.wishes[position], due_at, operation.name)

    def _grant(self, wish: Wish, at: float, operation: str) -> Outcome:
        holder = self._holder(wish)
        outcome = grant(self._world, wish)
        if outcome.status is Status.SUCCESS and outcome.device is not None:
            self._enter(wish, outcome, outcome.device, holder, at, operation)
        return outcome

    def _enter(self, wish: Wish, outcome: Outcome, device: Device, holder: str, at: float, operation: str) -> None:
        if isinstance(wish, ClaimWish):
            action, customer_id = "claim", wish.customer_id
        elif isinstance(wish, UnclaimWish):
            action, customer_id = "unclaim", holder
        else:
            return
        self._ledger.append(
            LedgerEntry(at, action, device.identifier, device.device_id, customer_id, operation, outcome.again)
        )

    def _holder(self, wish: Wish) -> str:
        if not isinstance(wish, UnclaimWish):
            return ""
        found = (
            [self._world.device(wish.device_id)]
            if wish.device_id is not None
            else self._world.search(wish.identifier or Identifier())
        )
        claims = [device.claim for device in found if device is not None and device.claim is not None]
        return claims[0].customer_id if len(claims) == 1 else ""
