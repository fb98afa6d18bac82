"""A reseller's service inside the test: takes claims as scripted, and keeps a ledger of every device it claimed."""

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ztdesk.domain.catalogue import (
    ZERO_TOUCH,
    ClaimRequest,
    Customer,
    CustomerPage,
    Device,
    DeviceClaim,
    DeviceVerdict,
    Operation,
)
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import MaybeTaken, Offline, Refused, SignInNeeded, TryLater
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.text import text

PARTNER = "1100000001"
SUCCESS = "SINGLE_DEVICE_STATUS_SUCCESS"
_SAID = text("said"), text("hint")


def offline() -> Exception:
    return Offline(*_SAID)


def busy(retry_after_s: float | None = None) -> Exception:
    return TryLater(*_SAID, retry_after_s)


def signed_out() -> Exception:
    return SignInNeeded(*_SAID)


def refused(code: int, identifier: str = "SAID", message: str = "No.") -> Exception:
    return Refused(*_SAID, code=code, identifier=identifier, message=message)


def lost() -> Exception:
    return MaybeTaken(*_SAID)


class Crash(BaseException):
    """The process ends here."""


@dataclass(frozen=True)
class Fault:
    """One call's fate: what is raised, and for a claim whether it was taken nevertheless."""

    raised: Callable[[], BaseException]
    taken: bool = False


@dataclass
class Running:
    name: str
    requests: Sequence[ClaimRequest]
    done_at: float
    polls: int = 0
    settled: bool = False


@dataclass
class FakeService:
    """Operations take `takes_s` by the true clock; the n-th call of a kind meets the n-th fault scripted for that kind."""

    clock: Callable[[], float]
    takes_s: float = 1.0
    partner_id: str = PARTNER
    claims: Counter[str] = field(default_factory=Counter)
    running: dict[str, Running] = field(default_factory=dict)
    faults: dict[str, deque[Fault | None]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    failing: dict[str, str] = field(default_factory=dict)
    hidden_rows: int = 0
    without_echo: bool = False
    lost_operations: bool = False
    never_done: bool = False
    customers: tuple[Customer, ...] = (Customer("1700000042", "ACME"),)
    sizes: list[int] = field(default_factory=list)
    pages: int = 0
    pages_a_find: int = 1
    closed: int = 0
    _number: int = 0

    @property
    def account(self) -> str:
        return f"{self.partner_id}@fake"

    @account.setter
    def account(self, _account: str) -> None:
        raise AttributeError

    def script(self, call: str, *faults: Fault | None) -> None:
        self.faults.setdefault(call, deque()).extend(faults)

    def claim_async(self, requests: Sequence[ClaimRequest]) -> Operation:
        fault = self._met("claim")
        if fault is None or fault.taken:
            operation = self._take(requests)
        if fault is not None:
            raise fault.raised()
        return operation

    def operation(self, name: str) -> Operation:
        fault = self._met("operation")
        if fault is not None:
            raise fault.raised()
        self._advance()
        running = self.running.get(name)
        if running is None or self.lost_operations:
            raise refused(404)
        running.polls += 1
        if self.never_done or self.clock() < running.done_at:
            return Operation(name, False, min(99, running.polls * 20))
        rows = [self._verdict(request) for request in running.requests]
        return Operation(name, True, 100, tuple(rows[: len(rows) - self.hidden_rows]))

    def find(self, identifier: DeviceIdentifier) -> tuple[Device, ...]:
        self.pages += self.pages_a_find
        fault = self._met("find")
        if fault is not None:
            raise fault.raised()
        self._advance()
        if not self.claims[identifier.plain()]:
            return ()
        return (Device("5", identifier, (DeviceClaim("1700000042", PARTNER, ZERO_TOUCH),)),)

    def customers_page(self, token: str) -> CustomerPage:
        fault = self._met("customers")
        if fault is not None:
            raise fault.raised()
        place = int(token or 0)
        after = str(place + 1) if place + 1 < len(self.customers) else ""
        return CustomerPage(self.customers[place : place + 1], after, len(self.customers))

    def close(self) -> None:
        self.closed += 1

    def _met(self, call: str) -> Fault | None:
        self.calls[call] += 1
        waiting = self.faults.get(call)
        return waiting.popleft() if waiting else None

    def _take(self, requests: Sequence[ClaimRequest]) -> Operation:
        self._number += 1
        name = f"operations/apibatchoperation/{self._number}"
        self.sizes.append(len(requests))
        self.running[name] = Running(name, list(requests), self.clock() + self.takes_s)
        return Operation(name, False)

    def _advance(self) -> None:
        """What is done by now is claimed, whether anybody asks after it or not."""
        for running in self.running.values():
            if running.done_at <= self.clock() and not running.settled:
                running.settled = True
                for request in running.requests:
                    if request.identifier.plain() not in self.failing:
                        self.claims[request.identifier.plain()] += 1

    def _verdict(self, request: ClaimRequest) -> DeviceVerdict:
        number = request.identifier.plain()
        echo = DeviceIdentifier() if self.without_echo else request.identifier
        status = self.failing.get(number, SUCCESS)
        return DeviceVerdict(echo, status, "5" if status == SUCCESS else "")


@dataclass
class Watcher:
    """An observer that remembers."""

    changed: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    fetched: int = 0

    def batch_changed(self, batch_id: int) -> None:
        self.changed.append(batch_id)

    def customers_changed(self) -> None:
        self.fetched += 1

    def connection_changed(self, connection: Connection) -> None:
        self.links.append(connection.link)
