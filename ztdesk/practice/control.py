"""A small client of a running practice service's control port, for the window's Practice menu and for tests.

Knows the control port's URL, nothing of the process behind it.
"""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ztdesk.practice.faults import Fault


class ControlFailed(Exception):
    """The control port did not answer or refused: one sentence."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One claim or release that took effect. `identifier` holds (member, value) pairs as the service names them."""

    at: float
    action: str
    identifier: tuple[tuple[str, str], ...]
    device_id: str
    customer_id: str
    operation: str
    again: bool

    def number(self, member: str = "imei") -> str:
        """One member of the identifier, empty when it has none."""
        return dict(self.identifier).get(member, "")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that took effect, in order, and how many requests each method met since the start or reset."""

    lines: tuple[LedgerLine, ...]
    requests: tuple[tuple[str, int], ...]

    def count(self, method: str) -> int:
        """The requests of one method, such as `partners.devices.claimAsync`."""
        return dict(self.requests).get(method, 0)

    def claims(self) -> tuple[LedgerLine, ...]:
        """The claims alone."""
        return tuple(line for line in self.lines if line.action == "claim")


class PracticeControl:
    """Talks to one control port. Every call is one request; all raise ControlFailed."""

    def __init__(self, url: str, timeout_s: float = 5.0) -> None:
        self._url = url.rstrip("/")
        self._timeout_s = timeout_s
        # Loopback must never go through a proxy.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def faults(self) -> tuple[Fault, ...]:
        """The faults that are on."""
        return tuple(
            Fault(wire["name"], wire["value"], wire["count"], frozenset(wire["methods"]))
            for wire in self._ask("GET", "faults")["faults"]
        )

    def switch_on(
        self, name: str, value: float | None = None, *, count: int | None = None, methods: Iterable[str] = ()
    ) -> None:
        """Switch a fault on, for the next `count` requests of `methods` (none: of all)."""
        wire = {"name": name, "value": value, "count": count, "methods": list(methods)}
        self._ask("PUT", "faults", {key: given for key, given in wire.items() if given not in (None, [])})

    def switch_off(self, name: str | None = None) -> None:
        """Switch one fault off, or all."""
        self._ask("DELETE", "faults" + (f"?name={urllib.parse.quote(name)}" if name else ""))

    def ledger(self) -> Ledger:
        """Everything that took effect so far."""
        answer = self._ask("GET", "ledger")
        lines = tuple(
            LedgerLine(
                at=entry["at"],
                action=entry["action"],
                identifier=tuple(entry["deviceIdentifier"].items()),
                device_id=entry["deviceId"],
                customer_id=entry["customerId"],
                operation=entry["operation"],
                again=entry["again"],
            )
            for entry in answer["entries"]
        )
        return Ledger(lines, tuple(answer["requests"].items()))

    def reset(self) -> None:
        """Throw the practice world away and begin again as seeded. Faults stay as they are."""
        self._ask("POST", "reset", {})

    def _ask(self, verb: str, path: str, body: object = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 - the address is this program's own
            f"{self._url}/practice/{path}", data, {"Content-Type": "application/json"}, method=verb
        )
        try:
            with self._opener.open(request, timeout=self._timeout_s) as response:
                answer: dict[str, Any] = json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                raise ControlFailed(error.read().decode(errors="replace")) from None
        except (OSError, ValueError) as error:
            raise ControlFailed(f"The practice service does not answer: {error}") from error
        return answer
