"""Who may do what to which device: the rules of claiming, releasing and describing.

Each rule names where it comes from: *how it works* is the service's introduction; "practice" marks a choice where the
service's behaviour is not documented. Knows no HTTP and no time.
"""

from collections.abc import Mapping

from ztdesk.practice.failing import scripted_refusal
from ztdesk.practice.identifiers import IdentifierProblem, claim_problem_of, problem_of
from ztdesk.practice.records import (
    OTHER_RESELLER_ID,
    PARTNER_ID,
    ZERO_TOUCH,
    Claim,
    ClaimWish,
    Device,
    Identifier,
    MetadataWish,
    Outcome,
    Status,
    UnclaimWish,
    Wish,
)
from ztdesk.practice.world import World

_REVOKED = "REVOKED"


def grant(world: World, wish: Wish) -> Outcome:
    """Do what is wished, if the rules allow it, and say what became of it."""
    match wish:
        case ClaimWish():
            return _claim(world, wish)
        case UnclaimWish():
            return _unclaim(world, wish)
        case MetadataWish():
            return _describe(world, wish)


def is_visible(device: Device) -> bool:
    """Whether the reseller may see a device: never what another reseller holds (practice)."""
    return device.claim is None or device.claim.reseller_id != OTHER_RESELLER_ID


def _claim(world: World, wish: ClaimWish) -> Outcome:
    refusal = _claim_refusal(world, wish) or scripted_refusal(wish.identifier)
    if refusal is not None:
        return refusal
    found = world.matching(wish.identifier)
    if len(found) > 1:
        return _refused(Status.INVALID_DEVICE_IDENTIFIER, "INVALID_IDENTIFIER_SET", "The identifiers name two devices.")
    claim = Claim(wish.customer_id, PARTNER_ID)
    if not found:
        device = world.add_device(wish.identifier, claim)
        _merge(device, wish.entries)
        return Outcome(Status.SUCCESS, device)
    device = found[0]
    known, given = device.identifier.manufacturer, wish.identifier.manufacturer
    if known and given and known.casefold() != given.casefold():
        return _refused(Status.INVALID_DEVICE_IDENTIFIER, "INVALID_MANUFACTURER", "Precondition check failed.")
    if device.claim is not None and device.claim != claim:
        return _refused(
            Status.SECTION_NOT_YOURS,
            "DEVICE_ALREADY_EXISTS",
            "Unable to apply configuration profile to device - you are not the owner. It is claimed already.",
        )
    # Claiming again for the same customer succeeds and updates the metadata (practice).
    again = device.claim is not None
    world.complete(device, wish.identifier)
    if not again:
        world.hold(device, claim)
    _merge(device, wish.entries)
    return Outcome(Status.SUCCESS, device, again=again)


def _claim_refusal(world: World, wish: ClaimWish) -> Outcome | None:
    if wish.section_type != ZERO_TOUCH:
        return _wrong_section()
    problem = claim_problem_of(wish.identifier)
    if problem is not None:
        return _bad_identifier(problem)
    if wish.workspace_customer_id or wish.pre_provisioning_token:
        return _token_refusal(wish)
    customer = world.customers.get(wish.customer_id)
    # "You can't assign devices to your vendors' customers" (how it works).
    if customer is None or customer.vendor_id:
        return _refused(Status.PERMISSION_DENIED, "INVALID_CUSTOMER_ID", "Not a customer devices can be claimed for.")
    return None


def _token_refusal(wish: ClaimWish) -> Outcome:
    if wish.pre_provisioning_token == _REVOKED:
        return _refused(Status.REVOKED_TOKEN, "AUTHORIZATION_FAIL", "The pre-provisioning token was revoked.")
    # A token is for ChromeOS only, and there every one is unknown: the practice world has no such customers.
    return _refused(Status.INVALID_TOKEN, "AUTHORIZATION_FAIL", "The pre-provisioning token is invalid.")


def _unclaim(world: World, wish: UnclaimWish) -> Outcome:
    if wish.section_type != ZERO_TOUCH:
        return _wrong_section()
    device = _named(world, wish.device_id, wish.identifier)
    if isinstance(device, Outcome):
        return device
    if device.claim is None:
        # Undocumented; practice refuses, so that a release sent twice shows.
        return _refused(Status.SECTION_NOT_YOURS, "INVALID_OPERATION", "The device is not claimed.")
    if not is_visible(device):
        return _refused(Status.PERMISSION_DENIED, "AUTHORIZATION_FAIL", "Claimed through another reseller.")
    # "Your organization can unclaim a vendor-claimed device" (how it works).
    world.hold(device, None)
    return Outcome(Status.SUCCESS, device)


def _describe(world: World, wish: MetadataWish) -> Outcome:
    device = _named(world, wish.device_id, wish.identifier)
    if isinstance(device, Outcome):
        return device
    if device.claim is None or device.claim.reseller_id != PARTNER_ID:
        return _refused(Status.PERMISSION_DENIED, "AUTHORIZATION_FAIL", "The device is not claimed by this reseller.")
    _merge(device, wish.entries)
    return Outcome(Status.SUCCESS, device)


def _named(world: World, device_id: int | None, identifier: Identifier | None) -> Device | Outcome:
    if device_id is not None:
        device = world.device(device_id)
        if device is None:
            return _refused(Status.INVALID_DEVICE_IDENTIFIER, "INVALID_DEVICE_ID", "No such device.")
        return device
    problem = problem_of(identifier or Identifier())
    if problem is not None:
        return _bad_identifier(problem)
    found = world.search(identifier or Identifier())
    if len(found) != 1:
        message = "The identifier names several devices." if found else "No such device."
        return _refused(Status.INVALID_DEVICE_IDENTIFIER, "INVALID_IDENTIFIER_SET", message)
    return found[0]


def _merge(device: Device, entries: Mapping[str, str]) -> None:
    # An empty value removes a key, keys not mentioned stay (device metadata page).
    for key, value in entries.items():
        if value:
            device.metadata[key] = value
        else:
            device.metadata.pop(key, None)


def _wrong_section() -> Outcome:
    return _refused(Status.INVALID_SECTION_TYPE, "INVALID_SECTION_TYPE", "Invalid section type.")


def _bad_identifier(problem: IdentifierProblem) -> Outcome:
    return _refused(Status.INVALID_DEVICE_IDENTIFIER, problem.code, problem.message)


def _refused(status: Status, code: str, message: str) -> Outcome:
    return Outcome(status, error_identifier=code, error_message=message)
