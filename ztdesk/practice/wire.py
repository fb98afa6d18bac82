"""The service's JSON <-> the practice world's records. The only module of practice that knows member names of devices.

Reads only JSON that the discovery document's checks have passed.
"""

from typing import Any

from ztdesk.practice.records import (
    PARTNER_ID,
    ZERO_TOUCH,
    ClaimWish,
    Company,
    Device,
    Identifier,
    MetadataWish,
    Outcome,
    UnclaimWish,
)

Wire = dict[str, Any]

_IDENTIFIER_MEMBERS = {
    "imei": "imei",
    "imei2": "imei2",
    "meid": "meid",
    "meid2": "meid2",
    "serialNumber": "serial_number",
    "manufacturer": "manufacturer",
    "model": "model",
    "deviceType": "device_type",
    "chromeOsAttestedDeviceId": "attested_device_id",
}


def identifier_from(wire: Wire) -> Identifier:
    """A DeviceIdentifier."""
    return Identifier(**{_IDENTIFIER_MEMBERS[name]: value for name, value in wire.items()})


def identifier_to(identifier: Identifier) -> Wire:
    """A DeviceIdentifier, with only the members that are set."""
    members = ((name, getattr(identifier, field)) for name, field in _IDENTIFIER_MEMBERS.items())
    return {name: value for name, value in members if value}


def claim_from(wire: Wire) -> ClaimWish:
    """A ClaimDeviceRequest or a PartnerClaim."""
    return ClaimWish(
        identifier=identifier_from(wire.get("deviceIdentifier", {})),
        customer_id=wire.get("customerId", ""),
        section_type=wire.get("sectionType", ""),
        workspace_customer_id=wire.get("googleWorkspaceCustomerId", ""),
        pre_provisioning_token=wire.get("preProvisioningToken", ""),
        entries=_entries(wire),
    )


def unclaim_from(wire: Wire) -> UnclaimWish:
    """An UnclaimDeviceRequest or a PartnerUnclaim."""
    return UnclaimWish(*_device_of(wire), section_type=wire.get("sectionType", ""))


def metadata_from(wire: Wire) -> MetadataWish:
    """An UpdateMetadataArguments."""
    return MetadataWish(*_device_of(wire), entries=_entries(wire))


def device_to(device: Device) -> Wire:
    """A Device as the reseller sees it."""
    wire: Wire = {
        "name": device_name(device),
        "deviceId": str(device.device_id),
        "deviceIdentifier": identifier_to(device.identifier),
    }
    if device.metadata:
        wire["deviceMetadata"] = {"entries": dict(device.metadata)}
    if device.claim is not None:
        wire["claims"] = [
            {
                "ownerCompanyId": device.claim.customer_id,
                "resellerId": device.claim.reseller_id,
                "sectionType": ZERO_TOUCH,
            }
        ]
    return wire


def device_name(device: Device) -> str:
    """The resource name of a device."""
    return f"partners/{PARTNER_ID}/devices/{device.device_id}"


def customer_to(company: Company) -> Wire:
    """A Company that is a customer, of this reseller or of one of its vendors."""
    parent = f"partners/{PARTNER_ID}/vendors/{company.vendor_id}" if company.vendor_id else f"partners/{PARTNER_ID}"
    return {
        "name": f"{parent}/customers/{company.company_id}",
        "companyId": company.company_id,
        "companyName": company.company_name,
        "termsStatus": company.terms.value,
    }


def vendor_to(company: Company) -> Wire:
    """A Company that is a vendor: it only carries these three members."""
    return {
        "name": f"partners/{PARTNER_ID}/vendors/{company.company_id}",
        "companyId": company.company_id,
        "companyName": company.company_name,
    }


def outcome_to(outcome: Outcome, *, with_device: bool) -> Wire:
    """A PerDeviceStatusInBatch. A successful unclaim was recorded without a device id, so callers may leave it out."""
    wire: Wire = {"status": outcome.status.value}
    if outcome.device is not None and with_device:
        wire["deviceId"] = str(outcome.device.device_id)
    if outcome.error_identifier:
        wire["errorIdentifier"] = outcome.error_identifier
    if outcome.error_message:
        wire["errorMessage"] = outcome.error_message
    return wire


def _device_of(wire: Wire) -> tuple[int | None, Identifier | None]:
    device_id = wire.get("deviceId")
    identifier = wire.get("deviceIdentifier")
    return (
        int(device_id) if device_id is not None else None,
        identifier_from(identifier) if identifier is not None else None,
    )


def _entries(wire: Wire) -> dict[str, str]:
    entries: dict[str, str] = wire.get("deviceMetadata", {}).get("entries", {})
    return entries
