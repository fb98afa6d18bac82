"""What the service said of one device before anything was claimed: whose it is by then. Asks nobody, shows nothing."""

from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.text import Text, text


class Found(Enum):
    """Whose a device is at the service, seen from a batch of this reseller for one customer."""

    UNCLAIMED = "unclaimed"
    OURS = "ours"  # claimed by this reseller for the customer of the batch
    OTHER_CUSTOMER = "other_customer"  # claimed by this reseller for another customer of its own
    VENDOR = "vendor"
    FAILED = "failed"  # it could not be looked up

    @property
    def is_held(self) -> bool:
        """Whether somebody else than the batch's customer has it, so that a claim would fail."""
        return self in {Found.OTHER_CUSTOMER, Found.VENDOR}


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a look-up found. `looked_up_at` is in seconds since the epoch.

    The customer is the one that holds the device, its name empty where none is kept on this PC; `company` the id of the
    vendor that claimed it, whose name the service does not tell with a device.
    """

    found: Found
    looked_up_at: float
    customer_id: str = ""
    customer_name: str = ""
    company: str = ""


_NOTHING = text("")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The answer to a person who asked for a device; without a `sighting`, title and hint say why there is none."""

    identifier: DeviceIdentifier
    sighting: Sighting | None = None
    title: Text = _NOTHING
    hint: Text = _NOTHING
