"""Why a station takes nothing at the moment, in words. Knows no station."""

from ztdesk.domain.batch import Batch
from ztdesk.domain.text import Text, text

NO_CUSTOMER = (text("No customer chosen"), text("Choose one or scan a customer card first, then scan again."))
LOCKED = (
    text("Locked until acknowledged"),
    text("Nothing was done. First scan or press “Understood” (F7), then scan this again."),
)
LOCKED_TO_QUEUE = (
    text("Locked until acknowledged"),
    text("Nothing was queued. First scan or press “Understood” (F7), then queue again."),
)
BOX_NOT_FINISHED = (
    text("A box is not finished"),
    text("Nothing was queued. Scan its missing code, or “Next box”, or “Undo”. Then queue again."),
)


def after_lock(detail: Text, code: str) -> Text:
    """What locked the station, and that a scan since then was not taken; `code` as people read it, empty for a card."""
    if not code:
        return text("{what} Nothing is taken until “Understood”.", what=detail)
    return text("{what} Not taken since then: {code}.", what=detail, code=code)


def confirm_to_queue(batch: Batch) -> tuple[Text, Text]:
    """As `confirm_customer`, where the batch was to be queued."""
    title, _ = confirm_customer(batch)
    return title, text("Nothing was queued. Scan this customer's card or “Understood”, or press F7, then queue again.")


def confirm_customer(batch: Batch) -> tuple[Text, Text]:
    """After a pause or with another operator the customer is asked for again."""
    name = batch.draft.customer_name or batch.draft.customer_id
    return text("Still for {name}?", name=name), text(
        "Nothing was added. Scan this customer's card or “Understood”, or press F7, then scan this box again."
    )
