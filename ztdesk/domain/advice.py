"""The service's verdicts in plain words: what became of a device or a request, and what to do next.

Source: the discovery document's PerDeviceStatusInBatch statuses, the "Custom error" and "Usage limits" pages of the
reseller API, and the messages that Google's own reseller sample explains to its users.
"""

from dataclasses import dataclass

from ztdesk.domain.batch import NO_VERDICT_STATUS, REFUSED_STATUS, BatchState, Item, ItemState
from ztdesk.domain.text import Text, text


@dataclass(frozen=True, slots=True)
class Advice:
    """What happened in a few words, and what to do about it (empty where there is nothing to do)."""

    title: Text
    hint: Text


NOTHING = text("")
ANOTHER_MAKER = "Precondition check failed"
"""How the message of a refused request begins whose device is on file with another maker."""

_STATUSES: dict[str, Advice] = {
    "SINGLE_DEVICE_STATUS_SUCCESS": Advice(text("Claimed"), NOTHING),
    "SINGLE_DEVICE_STATUS_OTHER_ERROR": Advice(
        text("Refused by the service"), text("Set the phone aside and show this to your supervisor: {message}")
    ),
    "SINGLE_DEVICE_STATUS_UNKNOWN_ERROR": Advice(
        text("The service failed on this device"), text("Retry it once. If it fails again, show it to your supervisor.")
    ),
    "SINGLE_DEVICE_STATUS_PERMISSION_DENIED": Advice(
        text("Not allowed"),
        text("Set the phone aside. Check that the customer is one of ours and that the device is not another's."),
    ),
    "SINGLE_DEVICE_STATUS_INVALID_DEVICE_IDENTIFIER": Advice(
        text("Identifier refused"), text("Scan the box again; check the maker, and the model of a serial number.")
    ),
    "SINGLE_DEVICE_STATUS_INVALID_SECTION_TYPE": Advice(
        text("The request was wrong"), text("This is a fault of this program. Report it with the batch number.")
    ),
    # The service does not say who holds it: it may be one of our own customers, a vendor's, or another reseller.
    "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS": Advice(
        text("Already claimed elsewhere"),
        text("Set the phone aside and look it up in the portal. Whoever holds it there must release it; then retry."),
    ),
    "SINGLE_DEVICE_STATUS_INVALID_TOKEN": Advice(
        text("Provisioning token refused"), text("Ask the customer for a new pre-provisioning token.")
    ),
    "SINGLE_DEVICE_STATUS_REVOKED_TOKEN": Advice(
        text("Provisioning token revoked"), text("Ask the customer for a new pre-provisioning token.")
    ),
    "SINGLE_DEVICE_STATUS_DEVICE_LIMIT_EXCEEDED": Advice(
        text("Device limit reached"), text("Ask your Google contact to raise the limit, then retry.")
    ),
    NO_VERDICT_STATUS: Advice(
        text("No verdict from the service"),
        text("It was sent several times and is not on file there. Set the phone aside and show it to your supervisor."),
    ),
}
_IDENTIFIERS: dict[str, Advice] = {
    "INVALID_MANUFACTURER": Advice(
        text("Maker not known"), text("Use the maker's built-in name, or scan the IMEI without a maker.")
    ),
    "INVALID_MODEL": Advice(text("Model not known"), text("Use the built-in model name, not the one on the advert.")),
    "INVALID_IMEI": Advice(text("IMEI refused"), text("Scan the box again. Is the label really an IMEI?")),
    "INVALID_MEID": Advice(text("MEID refused"), text("Scan the box again, or scan its IMEI.")),
    "INVALID_SERIAL": Advice(text("Serial number refused"), text("Check the capitals, the maker and the model.")),
    "INVALID_IDENTIFIER_SET": Advice(
        text("Identifiers do not belong together"), text("Scan one box at a time; check the maker and the model.")
    ),
    "DEVICE_ALREADY_EXISTS": _STATUSES["SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"],
    "INVALID_CUSTOMER_ID": Advice(
        text("Customer not known"), text("Fetch the customers again and open the batch for the right one.")
    ),
}
_OTHER_STATUS = Advice(text("Not claimed"), text("The service answered {status}. Show it to your supervisor."))
_MISSING_VERDICT = Advice(
    text("Not known yet"), text("The service gave no verdict. The device is being looked up; do not send it again.")
)
_NOT_SENT = {
    BatchState.OPEN: Advice(text("Scanned, not queued yet"), NOTHING),
    BatchState.QUEUED: Advice(text("Waiting to be sent"), NOTHING),
    BatchState.CANCELLED: Advice(text("Given up, not claimed"), NOTHING),
}
_SENT = Advice(text("At the service"), NOTHING)


def device_advice(item: Item, batch: BatchState = BatchState.QUEUED) -> Advice:
    """What to say about one device of a batch that stands so."""
    if item.state is ItemState.PENDING:
        return _NOT_SENT[batch]
    if item.state is ItemState.SENT:
        return _SENT
    if item.state is ItemState.UNKNOWN:
        return _MISSING_VERDICT
    if item.state is ItemState.SUCCEEDED:
        return _STATUSES["SINGLE_DEVICE_STATUS_SUCCESS"]
    if item.status == REFUSED_STATUS:
        return request_advice(_code_of(item.error_identifier), item.error_identifier, item.error_message)
    known = _IDENTIFIERS.get(item.error_identifier)
    if known is None or item.status == "SINGLE_DEVICE_STATUS_OTHER_ERROR":
        known = _STATUSES.get(item.status) or known
    if known is None:
        return Advice(_OTHER_STATUS.title, text(_OTHER_STATUS.hint.source, status=item.status))
    return Advice(known.title, text(known.hint.source, message=item.error_message or item.error_identifier))


def request_advice(code: int, identifier: str, message: str) -> Advice:
    """What to say about a whole request that the service answered with HTTP status `code`."""
    first_sentence = message.partition(".")[0].strip()
    if identifier.endswith("TOS_NOT_ACCEPTED"):
        return Advice(text("Terms not accepted"), text("Accept the newest terms in the zero-touch portal, then retry."))
    if identifier.endswith("SERVICE_DISABLED"):
        return Advice(
            text("API not enabled"),
            text("Enable the Android Device Provisioning Partner API in the Cloud project, wait a minute, then retry."),
        )
    if first_sentence == ANOTHER_MAKER:
        return Advice(
            text("Known under another maker"), text("The device is on file with another maker. Retry without a maker.")
        )
    specific = _IDENTIFIERS.get(identifier.rpartition("/")[2])
    if specific is not None:
        return specific
    if code == 403:
        return Advice(
            text("No right to do this"),
            text(
                "Ask the administrator: the service account must be linked in the portal, and the partner id be right."
            ),
        )
    if code == 404:
        return Advice(text("Not found at the service"), text("Check the customer and the partner id, then retry."))
    if code in {401, 407}:
        return Advice(text("Sign-in refused"), text("Check the key file and this PC's clock."))
    if code == 409:
        return _STATUSES["SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"]
    if code == 429:
        return Advice(text("The service asks for patience"), text("It goes on by itself in a moment."))
    if code >= 500:
        return Advice(text("The service has a problem"), text("It goes on by itself when the service is back."))
    return Advice(text("Request refused"), text("The service said: {message}", message=message or str(code)))


def refusal_identifier(code: int, identifier: str) -> str:
    """How a refused request is kept on its items: `HTTP_403/AUTHORIZATION_FAIL`."""
    return f"HTTP_{code}/{identifier}" if identifier else f"HTTP_{code}"


def _code_of(error_identifier: str) -> int:
    digits = error_identifier.removeprefix("HTTP_").partition("/")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
