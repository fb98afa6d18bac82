"""What can be made to go wrong with the practice service, and what is going wrong at the moment.

Counts and chooses; what a fault does is done where it happens.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from ztdesk.domain.text import Text, text

TOKEN = "token"  # noqa: S105 - the name faults and counts give to the sign-in's own requests
OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One thing that can go wrong. `default` is its value where none is given; None when it takes no value."""

    name: str
    title: Text
    default: float | None = None
    value_title: Text | None = None


FAULTS: tuple[FaultKind, ...] = (
    FaultKind(OFFLINE, text("Service out of reach")),
    FaultKind("slow", text("Slow answers"), 3.0, text("Seconds")),
    FaultKind("401", text("Sign-in no longer accepted (401)")),
    FaultKind("403", text("Account not linked (403)")),
    FaultKind("429", text("Too many requests (429)"), 5.0, text("Seconds to wait")),
    FaultKind("500", text("Internal error (500)")),
    FaultKind("503", text("Service overloaded (503)")),
    FaultKind("drop-before", text("Connection lost before the request was taken")),
    FaultKind("drop-after", text("Connection lost after the request was taken")),
    FaultKind("operation-lost", text("Operations are not found")),
    FaultKind("rows-missing", text("Results lack rows"), 1.0, text("Rows")),
    FaultKind("progress-stuck", text("Progress 100 long before the end"), 30.0, text("Seconds")),
    FaultKind("token-refused", text("Sign-in refused")),
)
_KINDS = {kind.name: kind for kind in FAULTS}


class UnknownFault(ValueError):
    """No fault of that name, or a value it cannot have: one sentence."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault switched on: for the next `count` requests (None: until switched off), of `methods` (empty: all).

    Sign-in requests are the method `token`; only faults that name it, and `token-refused`, touch them.
    """

    name: str
    value: float = 0.0
    count: int | None = None
    methods: frozenset[str] = frozenset()

    def concerns(self, method: str) -> bool:
        """Whether a request of that method meets this fault."""
        if self.methods:
            return method in self.methods
        return method != TOKEN or self.name == "token-refused"


def fault(
    name: str, value: float | None = None, count: int | None = None, methods: frozenset[str] = frozenset()
) -> Fault:
    """A fault ready to be switched on. Raises UnknownFault."""
    kind = _KINDS.get(name)
    if kind is None:
        raise UnknownFault(f"There is no fault {name!r}; there are {', '.join(_KINDS)}.")
    if value is not None and (kind.default is None or not 0 <= value < 1e9):
        raise UnknownFault(f"The fault {name} takes no value {value:g}.")
    if count is not None and count < 1:
        raise UnknownFault("A fault's count is 1 or more.")
    return Fault(name, kind.default or 0.0 if value is None else value, count, methods)


def fault_from_option(option: str) -> Fault:
    """`NAME` or `NAME=VALUE`. Raises UnknownFault."""
    name, equals, value = option.partition("=")
    try:
        return fault(name, float(value) if equals else None)
    except UnknownFault:
        raise
    except ValueError:
        raise UnknownFault(f"{value!r} is no number.") from None


class Faults:
    """The faults that are on, at most one of a name. `changed` is called, without the lock, after a switch."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._lock = threading.Lock()
        self._on: dict[str, Fault] = {}

    def switch_on(self, fault: Fault) -> None:
        """Switch a fault on, or change the one of that name."""
        with self._lock:
            self._on[fault.name] = fault
        self._changed()

    def switch_off(self, name: str | None = None) -> None:
        """Switch one fault off, or all."""
        with self._lock:
            if name is None:
                self._on.clear()
            else:
                self._on.pop(name, None)
        self._changed()

    def is_on(self, name: str) -> bool:
        """Whether a fault is on, whatever it concerns."""
        with self._lock:
            return name in self._on

    def active(self) -> tuple[Fault, ...]:
        """The faults that are on."""
        with self._lock:
            return tuple(self._on.values())

    def take(self, name: str, method: str) -> Fault | None:
        """The fault of that name if a request of `method` is to meet it now; counts that request."""
        with self._lock:
            fault = self._on.get(name)
            if fault is None or not fault.concerns(method):
                return None
            if fault.count is not None:
                if fault.count > 1:
                    self._on[name] = replace(fault, count=fault.count - 1)
                else:
                    del self._on[name]
            return fault
