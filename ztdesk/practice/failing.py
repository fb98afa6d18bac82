"""The devices of the practice world that cannot simply be claimed, one for every way a claim can fail.

A table for trainers and tests; the world consults it, the page docs/practice.md prints it.
"""

from dataclasses import dataclass
from types import MappingProxyType

from ztdesk.domain.text import Text, text
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.practice.records import Identifier, Outcome, Status

HOLDER_ID = "1700000051"
"""The own customer that holds the first of the failing devices."""
_TAC = "00101012"


@dataclass(frozen=True, slots=True)
class FailingDevice:
    """One device and what comes of claiming it. `held` marks those that fail because somebody else has them."""

    imei: str
    status: Status
    says: Text
    error_identifier: str = ""
    error_message: str = ""
    held: bool = False


def _imei(unit: int) -> str:
    return with_check_digit(f"{_TAC}{unit:06d}")


HELD_BY_CUSTOMER = FailingDevice(
    _imei(900001),
    Status.SECTION_NOT_YOURS,
    text("Held by another customer of yours: release it first, then claim it."),
    held=True,
)
HELD_BY_VENDOR = FailingDevice(
    _imei(900002),
    Status.SECTION_NOT_YOURS,
    text("Claimed by one of your vendors: you may release it, then claim it."),
    held=True,
)
HELD_BY_RESELLER = FailingDevice(
    _imei(900003),
    Status.SECTION_NOT_YOURS,
    text("Held through another reseller: only they can release it; you cannot even find it."),
    held=True,
)

FAILING: tuple[FailingDevice, ...] = (
    HELD_BY_CUSTOMER,
    HELD_BY_VENDOR,
    HELD_BY_RESELLER,
    FailingDevice(
        _imei(900004),
        Status.INVALID_DEVICE_IDENTIFIER,
        text("The identifier is refused although its check digit is right."),
        "INVALID_IMEI",
        "Invalid IMEI. It does not belong to a launched device.",
    ),
    FailingDevice(
        _imei(900005),
        Status.INVALID_DEVICE_IDENTIFIER,
        text("The manufacturer is unknown."),
        "INVALID_MANUFACTURER",
        "Invalid manufacturer. Use a name of the list of manufacturers.",
    ),
    FailingDevice(
        _imei(900006),
        Status.INVALID_DEVICE_IDENTIFIER,
        text("Manufacturer and model do not belong together."),
        "INVALID_MODEL",
        "Invalid manufacturer, model combination. No launched device has both.",
    ),
    FailingDevice(
        _imei(900007),
        Status.PERMISSION_DENIED,
        text("Permission is denied."),
        "AUTHORIZATION_FAIL",
        "The caller does not have permission. Link the reseller first.",
    ),
    FailingDevice(
        _imei(900008),
        Status.DEVICE_LIMIT_EXCEEDED,
        text("The device limit is exceeded."),
        "INVALID_OPERATION",
        "Device limit exceeded. Ask for a higher limit.",
    ),
    FailingDevice(
        _imei(900009),
        Status.OTHER_ERROR,
        text("An error without a status of its own; the message says what it was."),
        "INVALID_OPERATION",
        "The device is being repaired. Try again after it was returned.",
    ),
    FailingDevice(
        _imei(900010),
        Status.UNKNOWN_ERROR,
        text("An unknown error, without a message."),
        "UNKNOWN_ERROR",
    ),
    FailingDevice(
        _imei(900011),
        Status.INVALID_SECTION_TYPE,
        text("The section cannot be claimed."),
        "INVALID_SECTION_TYPE",
        "Invalid section type. The device has no such section.",
    ),
    FailingDevice(
        _imei(900012),
        Status.INVALID_TOKEN,
        text("The pre-provisioning token is not valid."),
        "AUTHORIZATION_FAIL",
        "The pre-provisioning token is invalid. Ask the customer for a new one.",
    ),
    FailingDevice(
        _imei(900013),
        Status.REVOKED_TOKEN,
        text("The pre-provisioning token was revoked."),
        "AUTHORIZATION_FAIL",
        "The pre-provisioning token was revoked. Ask the customer for a new one.",
    ),
    FailingDevice(
        _imei(900014),
        Status.UNSPECIFIED,
        text("The service gives no verdict at all for this device."),
    ),
)

_REFUSED = MappingProxyType({device.imei: device for device in FAILING if not device.held})


def scripted_refusal(identifier: Identifier) -> Outcome | None:
    """The refusal a claim of this device always meets, if it is one of the table. Held devices fail by the rules."""
    if not identifier.imei.startswith(_TAC) and not identifier.imei2.startswith(_TAC):
        return None
    device = _REFUSED.get(identifier.imei) or _REFUSED.get(identifier.imei2)
    if device is None:
        return None
    return Outcome(device.status, error_identifier=device.error_identifier, error_message=device.error_message)
