"""Why a station takes nothing at the moment, in words. Knows no station."""

from ztdesk.domain.batch import Batch
from ztdesk.domain.text import Text, text

NO_CUSTOMER = (text("No customer chosen"), text("Choose one or scan a customer card first, then scan again."))
LOCKED = (
    text("Locked until acknowledged"),
    text("Nothing was done. First scan ACK or press “I have seen it”, then scan this again."),
)
BOX_NOT_FINISHED = (
    text("A box is not finished"),
    text("Nothing was queued. Scan its missing code, or NEXT, or UNDO. Then queue again."),
)


def confirm_customer(batch: Batch) -> tuple[Text, Text]:
    """After a pause or with another operator the customer is asked for again."""
    name = batch.draft.customer_name or batch.draft.customer_id
    return text("Still for {name}?", name=name), text(
        "Nothing was added. Scan this customer's card or ACK, then scan this box again."
    )
