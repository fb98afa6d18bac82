"""The methods about devices and batches of them.

Turns calls into what `Provisioning` offers; every rule of the trade is there, not here.
"""

from itertools import islice

from ztdesk.practice.calls import Call, page_token, position_of
from ztdesk.practice.errors import ApiError, invalid_argument, not_found, permission_denied
from ztdesk.practice.identifiers import problem_of
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.records import ZERO_TOUCH, Device, Outcome, Status
from ztdesk.practice.rules import is_visible
from ztdesk.practice.wire import Wire, device_name, device_to, identifier_from

LARGEST_PAGE = 100
LARGEST_BATCH = 100_000  # what Google's own Java wrapper names
_BATCHES = {
    "partners.devices.claimAsync": ("claims", "claim"),
    "partners.devices.unclaimAsync": ("unclaims", "unclaim"),
    "partners.devices.updateMetadataAsync": ("updates", "updateMetadata"),
}
# Which HTTP answer a single call gives for what a batch reports per device.
_ANSWERS = {
    Status.PERMISSION_DENIED: (403, "PERMISSION_DENIED"),
    Status.SECTION_NOT_YOURS: (409, "ALREADY_EXISTS"),
    Status.DEVICE_LIMIT_EXCEEDED: (400, "FAILED_PRECONDITION"),
    Status.OTHER_ERROR: (400, "FAILED_PRECONDITION"),
    Status.UNKNOWN_ERROR: (500, "INTERNAL"),
    Status.UNSPECIFIED: (500, "INTERNAL"),
}


def claim(service: Provisioning, call: Call) -> Wire:
    """partners.devices.claim."""
    device = _granted(service.grant("claim", dict(call.body)))
    return {"deviceId": str(device.device_id), "deviceName": device_name(device)}


def unclaim(service: Provisioning, call: Call) -> Wire:
    """partners.devices.unclaim."""
    _granted(service.grant("unclaim", dict(call.body)))
    return {}


def metadata(service: Provisioning, call: Call) -> Wire:
    """partners.devices.metadata: answers the device's metadata as it is afterwards."""
    item = {"deviceId": _device_id(call), "deviceMetadata": call.body.get("deviceMetadata", {})}
    with service.present():
        device = _granted(service.grant("updateMetadata", item))
        return {"entries": dict(device.metadata)}


def start_batch(service: Provisioning, call: Call) -> Wire:
    """The three Async methods."""
    member, kind = _BATCHES[call.method]
    items = call.body.get(member, [])
    if not items:
        raise invalid_argument(f"At least one item in {member} is required.")
    if len(items) > LARGEST_BATCH:
        raise invalid_argument(f"At most {LARGEST_BATCH} devices can be sent at once.")
    return service.accept(kind, items)


def get(service: Provisioning, call: Call) -> Wire:
    """partners.devices.get."""
    with service.present() as world:
        device = world.device(int(_device_id(call)))
        if device is None or not is_visible(device):
            raise not_found("Device not found.", "INVALID_DEVICE_ID")
        return device_to(device)


def find_by_identifier(service: Provisioning, call: Call) -> Wire:
    """partners.devices.findByIdentifier."""
    limit = _limit(call)
    identifier = identifier_from(call.body.get("deviceIdentifier", {}))
    problem = problem_of(identifier)
    if problem is not None:
        raise invalid_argument(problem.message, problem.code)
    position = position_of(call.body.get("pageToken", ""))
    if position and not position.isdecimal():
        raise invalid_argument("Invalid page token.", "INVALID_PAGE_TOKEN")
    with service.present() as world:
        found = sorted(filter(is_visible, world.search(identifier)), key=lambda device: device.device_id)
        page = [device for device in found if device.device_id > int(position or 0)][: limit + 1]
        token = page_token(str(page[limit - 1].device_id)) if len(page) > limit else ""
        devices = [device_to(device) for device in page[:limit]]
    return {"devices": devices, "nextPageToken": token, "totalSize": len(found)}


def find_by_owner(service: Provisioning, call: Call) -> Wire:
    """partners.devices.findByOwner: devices of own customers and of vendors' customers, customer by customer."""
    limit = _limit(call)
    if call.body.get("sectionType") != ZERO_TOUCH:
        raise invalid_argument("Invalid section type.", "INVALID_SECTION_TYPE")
    owners = list(dict.fromkeys(call.body.get("customerId", [])))
    if not owners and not call.body.get("googleWorkspaceCustomerId"):
        raise invalid_argument("At least one customer is required.", "INVALID_CUSTOMER_ID")
    first, after = _owner_position(call.body.get("pageToken", ""), len(owners))
    with service.present() as world:
        if any(owner not in world.customers for owner in owners):
            raise permission_denied("Not a customer of this reseller.", "INVALID_CUSTOMER_ID")
        page: list[tuple[int, Device]] = []
        for index in range(first, len(owners)):
            rest = world.held_after(owners[index], after if index == first else 0)
            page.extend((index, device) for device in islice(rest, limit + 1 - len(page)))
        token = page_token(f"{page[limit - 1][0]}-{page[limit - 1][1].device_id}") if len(page) > limit else ""
        devices = [device_to(device) for _index, device in page[:limit]]
        return {"devices": devices, "nextPageToken": token, "totalSize": world.held_count(owners)}


def sim_lock_state(service: Provisioning, call: Call) -> Wire:
    """partners.devices.getSimLockState: the practice reseller is no carrier and locks nothing."""
    identifier = identifier_from(call.body.get("deviceIdentifier", {}))
    problem = problem_of(identifier)
    if problem is not None:
        raise invalid_argument(problem.message, problem.code)
    with service.present() as world:
        if not any(is_visible(device) for device in world.search(identifier)):
            raise not_found("Device not found.", "INVALID_DEVICE_ID")
    return {"simLockState": "UNLOCKED"}


def _granted(outcome: Outcome) -> Device:
    if outcome.status is Status.SUCCESS and outcome.device is not None:
        return outcome.device
    http, status = _ANSWERS.get(outcome.status, (400, "INVALID_ARGUMENT"))
    if outcome.error_identifier == "INVALID_DEVICE_ID":
        http, status = 404, "NOT_FOUND"
    message = outcome.error_message or "Internal error encountered."
    raise ApiError(http, status, message, custom_code=outcome.error_identifier)


def _device_id(call: Call) -> str:
    device_id = call.path["devicesId"]
    if not device_id.isdecimal():
        raise invalid_argument("Invalid device id.", "INVALID_DEVICE_ID")
    return device_id


def _limit(call: Call) -> int:
    limit = int(call.body.get("limit", 0))
    if not 1 <= limit <= LARGEST_PAGE:
        raise invalid_argument(f"The limit must be between 1 and {LARGEST_PAGE}.")
    return limit


def _owner_position(token: str, owners: int) -> tuple[int, int]:
    index, _, device_id = (position_of(token) or "0-0").partition("-")
    if not index.isdecimal() or not device_id.isdecimal() or int(index) > owners:
        raise invalid_argument("Invalid page token.", "INVALID_PAGE_TOKEN")
    return int(index), int(device_id)
