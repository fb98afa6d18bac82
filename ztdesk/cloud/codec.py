"""The service's JSON <-> the domain's objects; past here there are no bare dicts.

Forms: the discovery document of androiddeviceprovisioning v1. Ids are int64 and travel as strings; zero and empty values
are left out in both directions; values of a newer service are kept as they are or read as unspecified.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ztdesk.domain.catalogue import (
    ZERO_TOUCH,
    ClaimRequest,
    Customer,
    CustomerPage,
    Device,
    DeviceClaim,
    DeviceVerdict,
    Operation,
    TermsStatus,
)
from ztdesk.domain.identifiers import DeviceIdentifier

Json = Mapping[str, Any]

_IDENTIFIER_FIELDS = {
    "imei": "imei",
    "imei2": "imei2",
    "meid": "meid",
    "meid2": "meid2",
    "serialNumber": "serial",
    "manufacturer": "manufacturer",
    "model": "model",
}


def identifier_to_json(identifier: DeviceIdentifier) -> dict[str, str]:
    """A DeviceIdentifier as the service takes it.

    A serial number is left out beside an IMEI or MEID while maker or model is unknown: it names no device without them
    ("Identifiers" page of the reseller API).
    """
    fields = ((key, getattr(identifier, field)) for key, field in _IDENTIFIER_FIELDS.items())
    body = {key: value for key, value in fields if value}
    if (identifier.imei or identifier.meid) and not (identifier.manufacturer and identifier.model):
        body.pop("serialNumber", None)
    return body


def identifier_from_json(body: Json) -> DeviceIdentifier:
    """A DeviceIdentifier as the service echoes it."""
    return DeviceIdentifier(**{field: _string(body, key) for key, field in _IDENTIFIER_FIELDS.items() if key in body})


def claims_to_json(requests: Sequence[ClaimRequest]) -> dict[str, Any]:
    """The body of claimAsync."""
    return {"claims": [_claim_to_json(request) for request in requests]}


def _claim_to_json(request: ClaimRequest) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "deviceIdentifier": identifier_to_json(request.identifier),
        "sectionType": ZERO_TOUCH,
        "customerId": request.customer_id,
    }
    entries = {"ordernumber": request.order_number, "phonenumber": request.phone_number}
    given = {key: value for key, value in entries.items() if value}
    if given:
        claim["deviceMetadata"] = {"entries": given}
    return claim


def operation_from_json(body: object) -> Operation:
    """An Operation, running or done. Raises ValueError when it is none."""
    operation = _object(body)
    name = _string(operation, "name")
    if not name.startswith("operations/"):
        raise ValueError("an operation without a name that can be asked after")
    metadata = _object(operation.get("metadata"))
    response = _object(operation.get("response"))
    return Operation(
        name=name,
        done=operation.get("done") is True,
        progress=max(0, min(100, _number(metadata, "progress"))),
        verdicts=tuple(_verdict_from_json(row) for row in _objects(response, "perDeviceStatus")),
    )


def _verdict_from_json(row: Json) -> DeviceVerdict:
    result = _object(row.get("result"))
    echo = _object(row.get("claim") or row.get("unclaim") or row.get("updateMetadata"))
    return DeviceVerdict(
        identifier=identifier_from_json(_object(echo.get("deviceIdentifier"))),
        status=_string(result, "status"),
        device_id=_string(result, "deviceId"),
        error_identifier=_string(result, "errorIdentifier"),
        error_message=_string(result, "errorMessage"),
    )


def devices_from_json(body: object) -> tuple[Device, ...]:
    """A FindDevicesByDeviceIdentifierResponse. Raises ValueError when it is none."""
    return tuple(device_from_json(device) for device in _objects(_object(body), "devices"))


def next_token_from_json(body: object) -> str:
    """The token of a list's next page; empty on the last one. Raises ValueError when it is no list."""
    return _string(_object(body), "nextPageToken")


def device_from_json(body: Json) -> Device:
    """A Device with its claims and metadata."""
    entries = _object(_object(body.get("deviceMetadata")).get("entries"))
    return Device(
        id=_string(body, "deviceId"),
        identifier=identifier_from_json(_object(body.get("deviceIdentifier"))),
        claims=tuple(
            DeviceClaim(
                owner_id=_string(claim, "ownerCompanyId"),
                reseller_id=_string(claim, "resellerId"),
                section=_string(claim, "sectionType"),
            )
            for claim in _objects(body, "claims")
        ),
        metadata={key: _string(entries, key) for key in entries},
    )


def customer_page_from_json(body: object) -> CustomerPage:
    """A ListCustomersResponse. Raises ValueError when it is none."""
    page = _object(body)
    customers = (_customer_from_json(company) for company in _objects(page, "customers"))
    return CustomerPage(
        customers=tuple(customer for customer in customers if customer.id),
        next_token=_string(page, "nextPageToken"),
        total=_number(page, "totalSize"),
    )


def _customer_from_json(company: Json) -> Customer:
    try:
        terms = TermsStatus(company.get("termsStatus", TermsStatus.UNSPECIFIED.value))
    except ValueError:
        terms = TermsStatus.UNSPECIFIED
    return Customer(_string(company, "companyId"), _string(company, "companyName"), terms)


def _object(value: object) -> Json:
    """A JSON object, empty where it was left out. Google's client hands what is no JSON at all over as text."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ValueError("not a JSON object where one belongs")
    return value


def _objects(body: Json, key: str) -> tuple[Json, ...]:
    rows = body.get(key) or ()
    if not isinstance(rows, list | tuple):
        raise ValueError("not a JSON list where one belongs")
    return tuple(_object(row) for row in rows)


def _string(body: Json, key: str) -> str:
    """A string or an id, empty where it was left out; half a surrogate pair, which nothing can store, is spelled out."""
    value = body.get(key)
    if value is None:
        return ""
    string = str(value)
    return string if string.isascii() else string.encode("utf-8", "backslashreplace").decode("utf-8")


def _number(body: Json, key: str) -> int:
    value = body.get(key, 0)
    try:
        return int(value)
    except (TypeError, OverflowError) as error:
        raise ValueError("not a number where one belongs") from error
