"""One look at one device: asks the service, and says whose the device is. Knows no batch's rows and no waits."""

from collections.abc import Iterable

from ztdesk.domain.catalogue import ZERO_TOUCH, Device, DeviceClaim
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.store.catalogue import Catalogue
from ztdesk.sync.numbers import numbers_of
from ztdesk.sync.service import ResellerService


def sight(
    service: ResellerService, catalogue: Catalogue, identifier: DeviceIdentifier, customer_id: str, at: float
) -> Sighting:
    """Whose a device is, seen from a batch for this customer; with an empty id, from no batch at all.

    Raises what the service raises, and StoreFailure.
    """
    claims = _claims(service.find(identifier), identifier)
    # Records that name the device in common are few; the one that answers the question goes first.
    claim = max(claims, key=lambda claim: _rank(claim, customer_id, service.partner_id), default=None)
    if claim is None:
        return Sighting(Found.UNCLAIMED, at)
    customer = catalogue.customer(claim.owner_id)
    name = customer.name if customer is not None else ""
    if _is_through_vendor(claim, service.partner_id):
        return Sighting(Found.VENDOR, at, claim.owner_id, name, claim.reseller_id)
    found = Found.OURS if claim.owner_id == customer_id else Found.OTHER_CUSTOMER
    return Sighting(found, at, claim.owner_id, name)


def _claims(devices: Iterable[Device], identifier: DeviceIdentifier) -> list[DeviceClaim]:
    """The zero-touch claims of this very device. The service's search may find more than was asked for."""
    asked = numbers_of(identifier)
    same = (device for device in devices if not asked.isdisjoint(numbers_of(device.identifier)))
    return [claim for device in same for claim in device.claims if claim.section == ZERO_TOUCH]


def _rank(claim: DeviceClaim, customer_id: str, partner_id: str) -> int:
    if _is_through_vendor(claim, partner_id):
        return 0
    return 2 if claim.owner_id == customer_id else 1


def _is_through_vendor(claim: DeviceClaim, partner_id: str) -> bool:
    return claim.reseller_id not in {"", partner_id}
