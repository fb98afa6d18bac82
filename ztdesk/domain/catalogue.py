"""Customers, vendors and devices as the service reports them."""

from dataclasses import dataclass, field
from enum import Enum

from ztdesk.domain.identifiers import DeviceIdentifier

ZERO_TOUCH = "SECTION_TYPE_ZERO_TOUCH"


class TermsStatus(Enum):
    """Whether a customer accepted the terms of service; a value of a newer service reads as UNSPECIFIED."""

    UNSPECIFIED = "TERMS_STATUS_UNSPECIFIED"
    NOT_ACCEPTED = "TERMS_STATUS_NOT_ACCEPTED"
    ACCEPTED = "TERMS_STATUS_ACCEPTED"
    STALE = "TERMS_STATUS_STALE"


@dataclass(frozen=True, slots=True)
class Customer:
    """A company devices are claimed for. Names are not unique: the id is always shown beside the name."""

    id: str
    name: str
    terms: TermsStatus = TermsStatus.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """One page of the service's list. `next_token` is empty on the last one; `total` 0 when not told."""

    customers: tuple[Customer, ...]
    next_token: str = ""
    total: int = 0


@dataclass(frozen=True, slots=True)
class DeviceClaim:
    """Who holds a section of a device: the customer (`owner_id`) and the reseller or vendor that claimed it."""

    owner_id: str
    reseller_id: str
    section: str


@dataclass(frozen=True, slots=True)
class Device:
    """A device record of the service."""

    id: str
    identifier: DeviceIdentifier
    claims: tuple[DeviceClaim, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)

    def is_claimed_for(self, customer_id: str, reseller_id: str) -> bool:
        """Whether this reseller holds the device's zero-touch section for this customer."""
        return any(
            claim.section == ZERO_TOUCH and claim.owner_id == customer_id and claim.reseller_id == reseller_id
            for claim in self.claims
        )


@dataclass(frozen=True, slots=True)
class DeviceVerdict:
    """One row of a finished operation: the echoed identifier and what became of it."""

    identifier: DeviceIdentifier
    status: str
    device_id: str = ""
    error_identifier: str = ""
    error_message: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether the service did what was asked."""
        return self.status == "SINGLE_DEVICE_STATUS_SUCCESS"


@dataclass(frozen=True, slots=True)
class Operation:
    """A long-running operation as it stands. `verdicts` are complete only when `done`, in request order."""

    name: str
    done: bool
    progress: int = 0
    verdicts: tuple[DeviceVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRequest:
    """One element of claimAsync's `claims`."""

    identifier: DeviceIdentifier
    customer_id: str
    order_number: str = ""
    phone_number: str = ""
