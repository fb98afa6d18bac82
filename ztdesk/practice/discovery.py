"""The reseller API as its discovery document describes it: methods, their paths, and checks of what goes in and out.

Reads the document that google-api-python-client ships, as data. Knows nothing of what a method does.
"""

import functools
import importlib.resources
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ztdesk.practice.errors import ApiError, FieldViolation
from ztdesk.practice.schemas import SchemaMismatch, Schemas

_DOCUMENT = "discovery_cache/documents/androiddeviceprovisioning.v1.json"
_RESELLER_ROOTS = ("operations", "partners")
# The document marks every member of a oneof as required; the reference pages say which exclude one another.
_CUSTOMER = ("customerId", "googleWorkspaceCustomerId")
_DEVICE = ("deviceId", "deviceIdentifier")
_ONEOFS = {
    "ClaimDeviceRequest": (_CUSTOMER,),
    "PartnerClaim": (_CUSTOMER,),
    "DeviceIdentifier": (("imei", "meid"), ("imei2", "meid2")),
    "UnclaimDeviceRequest": (_DEVICE, ("vacationModeDays", "vacationModeExpireTime")),
    "PartnerUnclaim": (_DEVICE, ("vacationModeDays", "vacationModeExpireTime")),
    "UpdateMetadataArguments": (_DEVICE,),
}


@dataclass(frozen=True, slots=True)
class Method:
    """One method: `name` without the service's prefix (`partners.devices.claimAsync`), `path` with `{parameters}`."""

    name: str
    verb: str
    path: str
    request: str | None
    response: str
    query: Mapping[str, bool]
    """The query parameters of this method, and whether each is a whole number."""


class Discovery:
    """The fifteen methods of the reseller's half, and the checks of their requests and responses."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._schemas = Schemas(document["schemas"], _ONEOFS)
        self._common_query = frozenset(document["parameters"])
        self.methods = {
            method.name: method
            for root in _RESELLER_ROOTS
            for method in _methods(document["resources"][root], document["name"])
        }

    def check_request(self, method: Method, body: object) -> dict[str, Any]:
        """The request's body in canonical form: int64 as text, nulls left out. Raises ApiError 400."""
        if method.request is None:
            return {}
        try:
            return self._schemas.read(method.request, body, "request")
        except SchemaMismatch as mismatch:
            raise _refusal(mismatch) from None

    def check_query(self, method: Method, query: Mapping[str, str]) -> dict[str, Any]:
        """The method's own query parameters. Raises ApiError 400 for one that does not exist or is no number."""
        read: dict[str, Any] = {}
        for name, value in query.items():
            if name in self._common_query:
                continue
            if name not in method.query:
                raise _refusal(SchemaMismatch("Cannot bind query parameter.", unknown=name))
            if method.query[name]:
                if not value.lstrip("-").isdecimal():
                    mismatch = SchemaMismatch(f"Invalid value {value!r} for TYPE_INT32.")
                    mismatch.path.append(name)
                    raise _refusal(mismatch)
                read[name] = int(value)
            else:
                read[name] = value
        return read

    def check_response(self, method: Method, body: dict[str, Any]) -> dict[str, Any]:
        """The answer without members that hold their default. Raises SchemaMismatch: then this service has a bug."""
        return self._schemas.read(method.response, body, "response")


@functools.cache
def reseller_api() -> Discovery:
    """The description shipped with the client, parsed and compiled once a process."""
    file = importlib.resources.files("googleapiclient").joinpath(_DOCUMENT)
    return Discovery(json.loads(file.read_text(encoding="utf-8")))


def _methods(resource: Mapping[str, Any], service: str) -> Iterator[Method]:
    for described in resource.get("methods", {}).values():
        yield Method(
            name=described["id"].removeprefix(f"{service}."),
            verb=described["httpMethod"],
            path=described["flatPath"],
            request=described["request"]["$ref"] if "request" in described else None,
            response=described["response"]["$ref"],
            query={
                name: parameter["type"] == "integer"
                for name, parameter in described["parameters"].items()
                if parameter["location"] == "query"
            },
        )
    for inner in resource.get("resources", {}).values():
        yield from _methods(inner, service)


def _refusal(mismatch: SchemaMismatch) -> ApiError:
    where = mismatch.where()
    if mismatch.unknown:
        place = f" at '{where}'" if where else ""
        message = f'Invalid JSON payload received. Unknown name "{mismatch.unknown}"{place}: {mismatch.problem}'
    else:
        message = f"Invalid value at '{where}': {mismatch.problem}"
    return ApiError(400, "INVALID_ARGUMENT", message, violations=(FieldViolation(where, message),))
