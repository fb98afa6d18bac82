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
    """A DeviceIdentifier as the service takes it."""
    fields = ((key, getattr(identifier, field)) for key, field in _IDENTIFIER_FIELDS.items())
    return {key: value for key, value in fields if value}


def identifier_from_json(body: Json) -> DeviceIdentifier:
    """A DeviceIdentifier as the service echoes it."""
    return DeviceIdentifier(**{field: str(body.get(key, "")) for key, field in _IDENTIFIER_FIELDS.items()})


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


def operation_from_json(body: Json) -> Operation:
    """An Operation, running or done. Raises ValueError when it has no name."""
    name = body.get("name")
    if not isinstance(name, str) or not name:
        raise ValueError("an operation without a name")
    metadata = body.get("metadata") or {}
    response = body.get("response") or {}
    rows = response.get("perDeviceStatus") or ()
    return Operation(
        name=name,
        done=body.get("done") is True,
        progress=max(0, min(100, int(metadata.get("progress", 0)))),
        device_count=int(metadata.get("devicesCount", 0)),
        verdicts=tuple(_verdict_from_json(row) for row in rows),
    )


def _verdict_from_json(row: Json) -> DeviceVerdict:
    result = row.get("result") or {}
    echo = row.get("claim") or row.get("unclaim") or row.get("updateMetadata") or {}
    return DeviceVerdict(
        identifier=identifier_from_json(echo.get("deviceIdentifier") or {}),
        status=str(result.get("status", "")),
        device_id=str(result.get("deviceId", "")),
        error_identifier=str(result.get("errorIdentifier", "")),
        error_message=str(result.get("errorMessage", "")),
    )


def device_from_json(body: Json) -> Device:
    """A Device with its claims and metadata."""
    return Device(
        id=str(body.get("deviceId", "")),
        identifier=identifier_from_json(body.get("deviceIdentifier") or {}),
        claims=tuple(
            DeviceClaim(
                owner_id=str(claim.get("ownerCompanyId", "")),
                reseller_id=str(claim.get("resellerId", "")),
                section=str(claim.get("sectionType", "")),
            )
            for claim in body.get("claims") or ()
        ),
        metadata=dict((body.get("deviceMetadata") or {}).get("entries") or {}),
    )


def customer_page_from_json(body: Json) -> CustomerPage:
    """A ListCustomersResponse."""
    return CustomerPage(
        customers=tuple(_customer_from_json(company) for company in body.get("customers") or ()),
        next_token=str(body.get("nextPageToken", "")),
        total=int(body.get("totalSize", 0)),
    )


def _customer_from_json(company: Json) -> Customer:
    try:
        terms = TermsStatus(company.get("termsStatus", TermsStatus.UNSPECIFIED.value))
    except ValueError:
        terms = TermsStatus.UNSPECIFIED
    return Customer(str(company.get("companyId", "")), str(company.get("companyName", "")), terms)
