"""Long-running operations: batches whose devices are dealt with one after another as time passes.

Time is what the caller says it is; nothing here runs by itself. How an operation looks in JSON is in `operation_view`.
"""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ztdesk.practice.records import Outcome, Wish

_FIRST_NUMBER = 2_600_000_000_000_000_001  # 19 digits, above 2**53


@dataclass(frozen=True, slots=True)
class Tempo:
    """How long operations take: seconds before the first device, devices a second, seconds after the last one."""

    pending_s: float = 1.0
    devices_per_second: float = 50.0
    finishing_s: float = 1.0


@dataclass(slots=True)
class Operation:
    """A batch under way. `outcomes` grows in the order of `wishes`; `items` are their JSON, to be echoed."""

    name: str
    kind: str
    items: Sequence[dict[str, object]]
    wishes: Sequence[Wish]
    accepted_at: float
    tempo: Tempo
    outcomes: list[Outcome] = field(default_factory=list)

    def due_at(self, position: int) -> float:
        """When the device at `position` will have been dealt with."""
        return self.accepted_at + self.tempo.pending_s + (position + 1) / self.tempo.devices_per_second

    @property
    def started_at(self) -> float:
        """When it stops being pending."""
        return self.accepted_at + self.tempo.pending_s

    @property
    def done_at(self) -> float:
        """When it will say that it is done."""
        return self.due_at(len(self.wishes) - 1) + self.tempo.finishing_s


class Operations:
    """All operations, by name. `deal` grants one wish: given the operation, its position and when it was due."""

    def __init__(self, deal: Callable[[Operation, int, float], Outcome]) -> None:
        self._deal = deal
        self._by_name: dict[str, Operation] = {}
        self._due: list[tuple[float, int, Operation]] = []

    def accept(
        self, kind: str, items: Sequence[dict[str, object]], wishes: Sequence[Wish], at: float, tempo: Tempo
    ) -> Operation:
        """Take a batch. `at` in seconds of the clock all calls use."""
        number = _FIRST_NUMBER + len(self._by_name)
        operation = Operation(f"operations/apibatchoperation/{number}", kind, items, wishes, at, tempo)
        self._by_name[operation.name] = operation
        heapq.heappush(self._due, (operation.due_at(0), number, operation))
        return operation

    def advance(self, now: float) -> None:
        """Deal with every device that is due, over all operations in the order of time."""
        while self._due and self._due[0][0] <= now:
            due_at, number, operation = self._due[0]
            position = len(operation.outcomes)
            operation.outcomes.append(self._deal(operation, position, due_at))
            if position + 1 < len(operation.wishes):
                heapq.heapreplace(self._due, (operation.due_at(position + 1), number, operation))
            else:
                heapq.heappop(self._due)

    def get(self, name: str) -> Operation | None:
        """The operation of that name."""
        return self._by_name.get(name)
