"""What the practice world holds and what it is asked to do: companies, devices, claims, wishes and their outcomes.

Shapes only: no rules, no JSON.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

PARTNER_ID = "1100000001"
"""The one reseller of the practice world."""
OTHER_RESELLER_ID = "1100000002"
ZERO_TOUCH = "SECTION_TYPE_ZERO_TOUCH"


def _no_entries() -> Mapping[str, str]:
    return MappingProxyType({})


class Status(Enum):
    """What became of one device of a batch, by the service's own names."""

    UNSPECIFIED = "SINGLE_DEVICE_STATUS_UNSPECIFIED"
    UNKNOWN_ERROR = "SINGLE_DEVICE_STATUS_UNKNOWN_ERROR"
    OTHER_ERROR = "SINGLE_DEVICE_STATUS_OTHER_ERROR"
    SUCCESS = "SINGLE_DEVICE_STATUS_SUCCESS"
    PERMISSION_DENIED = "SINGLE_DEVICE_STATUS_PERMISSION_DENIED"
    INVALID_DEVICE_IDENTIFIER = "SINGLE_DEVICE_STATUS_INVALID_DEVICE_IDENTIFIER"
    INVALID_SECTION_TYPE = "SINGLE_DEVICE_STATUS_INVALID_SECTION_TYPE"
    SECTION_NOT_YOURS = "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"
    INVALID_TOKEN = "SINGLE_DEVICE_STATUS_INVALID_TOKEN"  # noqa: S105 - the name of a status
    REVOKED_TOKEN = "SINGLE_DEVICE_STATUS_REVOKED_TOKEN"  # noqa: S105 - the name of a status
    DEVICE_LIMIT_EXCEEDED = "SINGLE_DEVICE_STATUS_DEVICE_LIMIT_EXCEEDED"


class Terms(Enum):
    """Whether a customer accepted the terms, by the service's own names."""

    UNSPECIFIED = "TERMS_STATUS_UNSPECIFIED"
    NOT_ACCEPTED = "TERMS_STATUS_NOT_ACCEPTED"
    ACCEPTED = "TERMS_STATUS_ACCEPTED"
    STALE = "TERMS_STATUS_STALE"


@dataclass(frozen=True, slots=True)
class Company:
    """A customer or a vendor. `vendor_id` is empty for the reseller's own customers and for vendors."""

    company_id: str
    company_name: str
    terms: Terms = Terms.ACCEPTED
    vendor_id: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """The hardware identifiers of one device; empty where not given."""

    imei: str = ""
    imei2: str = ""
    meid: str = ""
    meid2: str = ""
    serial_number: str = ""
    manufacturer: str = ""
    model: str = ""
    device_type: str = ""
    attested_device_id: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who holds a device's zero-touch section, and through which reseller or vendor."""

    customer_id: str
    reseller_id: str


@dataclass(slots=True, eq=False)
class Device:
    """One record of the world. It outlives its claim."""

    device_id: int
    identifier: Identifier
    claim: Claim | None = None
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimWish:
    """A wish that a device belongs to a customer."""

    identifier: Identifier
    customer_id: str
    section_type: str = ZERO_TOUCH
    workspace_customer_id: str = ""
    pre_provisioning_token: str = ""
    entries: Mapping[str, str] = field(default_factory=_no_entries)


@dataclass(frozen=True, slots=True)
class UnclaimWish:
    """A wish that a device, named by its id or by what is printed on it, belongs to nobody."""

    device_id: int | None
    identifier: Identifier | None
    section_type: str = ZERO_TOUCH


@dataclass(frozen=True, slots=True)
class MetadataWish:
    """A wish to set (or, with an empty value, remove) metadata of a device."""

    device_id: int | None
    identifier: Identifier | None
    entries: Mapping[str, str] = field(default_factory=_no_entries)


Wish = ClaimWish | UnclaimWish | MetadataWish


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one wish. `device` is set on success; the error's name is a CustomErrorCode."""

    status: Status
    device: Device | None = None
    error_identifier: str = ""
    error_message: str = ""
    again: bool = False
    """A claim of a device this customer held already."""
