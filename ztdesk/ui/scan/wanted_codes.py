"""Which codes the scan page waits for, by what the boxes of the batch bear and what was scanned of the one begun.

Only words: decides nothing.
"""

from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.box import Box, CodesPerBox
from ztdesk.domain.text import Text, text

CARTON = text("A carton is waiting"), text("Scan “Next box” to add it, “Undo” to leave it.")
_WANTED = {
    CodesPerBox.ONE_IMEI: text("Scan the barcode labelled IMEI."),
    CodesPerBox.TWO_IMEIS: text("Scan both IMEIs of each box, in any order."),
    CodesPerBox.TWO_IMEIS_AND_SERIAL: text("Scan both IMEIs and the serial number of each box, in any order."),
    CodesPerBox.SERIAL: text("Scan the serial number of each box."),
}
_IMEI_OR_SERIAL = text("Scan the barcode labelled IMEI, or the serial number of a device without one.")
_STILL = {
    (0, True): text("Now the serial number"),
    (1, False): text("Now the other IMEI"),
    (1, True): text("Now the other IMEI and the serial number"),
    (2, False): text("Now both IMEIs"),
    (2, True): text("Now both IMEIs and the serial number"),
}
_UNFINISHED = text("A box is not finished")


def wanted_words(draft: BatchDraft) -> Text:
    """What to scan of a box of which nothing was scanned."""
    if draft.codes_per_box is CodesPerBox.ONE_IMEI and draft.takes_serials:
        return _IMEI_OR_SERIAL
    return _WANTED[draft.codes_per_box]


def unsent_serials(draft: BatchDraft) -> Text | None:
    """What to know where boxes bear a serial number and the batch names no maker and model; None where all is well."""
    if not draft.codes_per_box.wants_serial or draft.takes_serials:
        return None
    if draft.codes_per_box is CodesPerBox.SERIAL:
        return text("No serial number can be added: name maker and model with Change batch (F6).")
    return text("Serial numbers are kept here but not sent: name maker and model with Change batch (F6).")


def still_wanted_words(box: Box) -> tuple[Text, Text]:
    """Title and hint for a box that was begun: which of its codes is still to come, and how it ends without."""
    missing = max(0, box.codes.imeis - len(box.imeis))
    title = _STILL.get((missing, box.codes.wants_serial and not box.serial), _UNFINISHED)
    if box.is_nameable:
        return title, text("Of the box that was begun. “Next box” finishes it as it is, “Undo” begins it anew.")
    return title, text("Of the box that was begun. “Undo” begins it anew.")
