"""What the panel says while no scan is shown, and the answers to scans that never reach the station. Knows no widget."""

from dataclasses import dataclass

from ztdesk.domain.batch import Batch
from ztdesk.domain.box import Box
from ztdesk.domain.explain import shown_code
from ztdesk.domain.label import read_label
from ztdesk.domain.text import Text, counted, text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import Icon
from ztdesk.ui.scan.wanted_codes import CARTON, still_wanted_words, wanted_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """A title that can be read from afar, what to do, and a picture."""

    title: Text
    hint: Text
    icon: Icon


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of scans that the station does not get to see, and what to do about it."""

    title: Text
    hint: Text
    kind: VerdictKind = VerdictKind.REFUSED

    def verdict(self, payload: str, batch: Batch | None) -> Verdict:
        """The answer to a scan of `payload`."""
        return Verdict(
            self.kind,
            self.title,
            self.hint,
            shown_code(read_label(payload)[0].value) if payload else "",
            batch_id=batch.id if batch else None,
            count=batch.total if batch else 0,
        )


ON_HOLD = Answer(
    text("On hold"), text("Nothing was added. Press F4 or scan “Hold” to go on, then scan this box again.")
)
BUSY = Answer(
    text("Close the open window first"), text("Nothing was done. Answer, save or cancel what is open, then scan again.")
)
NOT_LISTENING = Answer(
    text("NOT LISTENING"), text("Another window has the keyboard and would get your scans. Click into this window.")
)
CARD_DONE = Answer(text("Done"), text("The card was read."), VerdictKind.DONE)
FINDING = Answer(text("Looking it up"), text("Nothing was added."), VerdictKind.DONE)
TOO_LONG = Answer(
    text("Too long"), text("More came than any label holds. Nothing was read of it: scan the barcode labelled IMEI.")
)
PART = Answer(
    text("Only a part of the code arrived"),
    text("Its beginning or its end was lost on the way. Nothing was added: scan it again."),
)
LEARNED = Answer(text("Scanner learned"), text("Scan this box again."), VerdictKind.IGNORED)


def waiting(
    batch: Batch | None,
    queued: Batch | None,
    *,
    on_hold: bool,
    must_confirm: bool = False,
    box: Box | None = None,
    has_carton: bool = False,
) -> Waiting:
    """What to say with `batch` at hand and its `box` or a carton begun, or after `queued` was handed over."""
    if batch is None and queued is not None:
        name = queued.draft.customer_name or queued.draft.customer_id
        return Waiting(
            counted("{count} devices queued", "{count} device queued", queued.total),
            text("For {name}. Sent as soon as the service can be reached.", name=name),
            Icon.OK,
        )
    if batch is None:
        return Waiting(
            text("Nothing scanned yet"), text("What becomes of each scan is shown here, in large letters."), Icon.SCAN
        )
    if must_confirm:
        name = batch.draft.customer_name or batch.draft.customer_id
        return Waiting(text("Still for {name}?", name=name), text("Scan this customer's card or ACK."), Icon.CUSTOMER)
    if on_hold:
        return Waiting(text("ON HOLD"), text("No scans are taken. Press F4 or scan “Hold” to go on."), Icon.HOLD)
    if has_carton:
        return Waiting(*CARTON, Icon.PLUS)
    if box is not None and box.is_begun:
        return Waiting(*still_wanted_words(box), Icon.PLUS)
    return Waiting(text("READY TO SCAN"), wanted_words(batch.draft), Icon.SCAN)
