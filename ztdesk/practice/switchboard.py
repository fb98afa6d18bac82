"""The control port's WSGI application: switch faults, read the ledger, start over.

A separate port, so that it still answers while the service is out of reach. Knows nothing of the reseller API.
"""

import json
from collections.abc import Iterable
from typing import Any

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from ztdesk.practice.faults import Fault, Faults, UnknownFault, fault
from ztdesk.practice.provisioning import LedgerEntry, Provisioning
from ztdesk.practice.service import Service
from ztdesk.practice.wire import identifier_to

_ROUTES = Map(
    [
        Rule("/practice/faults", endpoint="faults", methods=["GET"]),
        Rule("/practice/faults", endpoint="switch_on", methods=["PUT"]),
        Rule("/practice/faults", endpoint="switch_off", methods=["DELETE"]),
        Rule("/practice/ledger", endpoint="ledger", methods=["GET"]),
        Rule("/practice/reset", endpoint="reset", methods=["POST"]),
    ]
)


class Switchboard:
    """The application of the control port."""

    def __init__(self, service: Service, provisioning: Provisioning, faults: Faults) -> None:
        self._service = service
        self._provisioning = provisioning
        self._faults = faults

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """WSGI."""
        request = Request(environ)
        try:
            endpoint, _ = _ROUTES.bind_to_environ(environ).match()
            response = _json(self._answer(endpoint, request))
        except HTTPException as error:
            response = _json({"error": error.name}, error.code or 500)
        except (UnknownFault, ValueError, TypeError) as error:
            response = _json({"error": str(error)}, 400)
        return response(environ, start_response)

    def _answer(self, endpoint: str, request: Request) -> dict[str, Any]:
        match endpoint:
            case "switch_on":
                self._faults.switch_on(fault_from_json(json.loads(request.get_data())))
            case "switch_off":
                self._faults.switch_off(request.args.get("name"))
            case "ledger":
                entries = [_entry(entry) for entry in self._provisioning.ledger()]
                return {"entries": entries, "requests": self._service.requests()}
            case "reset":
                self._provisioning.reset()
                self._service.forget_requests()
                return {}
        return {"faults": [fault_to_json(fault) for fault in self._faults.active()]}


def fault_from_json(wire: Any) -> Fault:
    """`{"name", "value", "count", "methods"}`, all but the name optional. Raises UnknownFault, ValueError."""
    if not isinstance(wire, dict):
        raise UnknownFault("A fault is an object.")
    unknown = set(wire) - {"name", "value", "count", "methods"}
    if unknown:
        raise UnknownFault(f"A fault has no {', '.join(sorted(unknown))}.")
    return fault(str(wire.get("name", "")), wire.get("value"), wire.get("count"), frozenset(wire.get("methods") or ()))


def fault_to_json(fault: Fault) -> dict[str, Any]:
    """The reverse."""
    return {"name": fault.name, "value": fault.value, "count": fault.count, "methods": sorted(fault.methods)}


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "action": entry.action,
        "deviceIdentifier": identifier_to(entry.identifier),
        "deviceId": str(entry.device_id),
        "customerId": entry.customer_id,
        "operation": entry.operation,
        "again": entry.again,
    }


def _json(answer: object, http: int = 200) -> Response:
    return Response(json.dumps(answer, ensure_ascii=False), http, content_type="application/json; charset=UTF-8")
