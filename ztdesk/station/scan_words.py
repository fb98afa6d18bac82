"""What a packer is told of a scan by the station: where a device already is, what a box still lacks, why all is locked.

Only words: decides nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from ztdesk.domain.batch import Batch, BatchState
from ztdesk.domain.box import Box, Misfit
from ztdesk.domain.explain import Explanation, shown_code
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind
from ztdesk.domain.text import Text, counted, text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.station.carton_words import WHOLE_CARTON
from ztdesk.store.live_places import Place

KIND_NAMES = {Kind.IMEI: text("IMEI"), Kind.MEID: text("MEID"), Kind.SERIAL: text("Serial number")}
CARTON_WAITS = (
    text("A carton is waiting"),
    text("Nothing was added. Scan “Next box” to add the carton, or “Undo” to leave it, then scan this box again."),
)
SERIAL_NOT_NEEDED = Explanation(
    VerdictKind.IGNORED, text("Serial number"), text("Not needed here. Scan the barcode labelled IMEI.")
)
IMEI_NOT_NEEDED = Explanation(
    VerdictKind.REFUSED,
    text("An IMEI"),
    text("Boxes of this batch are known by their serial number. Scan that, or change the batch."),
)
DIGITS_ALONE = Explanation(
    VerdictKind.REFUSED,
    text("Digits alone: not clear"),
    text("This may be a piece of an IMEI. Scan again; for such serial numbers set the batch to serial numbers only."),
)
ODD_IMEIS = (
    text("An IMEI is missing in this code"),
    text("Phones of this batch have two IMEIs each, and this code has an odd number. Scan each box by itself."),
)
TORN_IMEIS = (
    text("An IMEI is not whole in this code"),
    text("Among its IMEIs stand digits that may be a piece of one. Nothing was added. Scan each box by itself."),
)
NO_PAIRS = (
    text("IMEIs of different phones"),
    text("The two IMEIs of a phone are alike, and these are not. Nothing was added. Scan each box by itself."),
)
DIGITS_BESIDE_IMEIS = Explanation(
    VerdictKind.REFUSED,
    text("Digits alone: not clear"),
    text(
        "This may be a piece of an IMEI. Scan again; a box whose serial number is digits alone is finished with “Next box”."
    ),
)
CARTON_AMID_BOX = (
    text("A code of several phones"),
    text("The box before is not finished. Nothing was added. “Next box” finishes it as it is, “Undo” begins it anew."),
)
SEVERAL_SERIALS = (
    text("Several serial numbers in one code"),
    text("It does not say which is this phone's. Nothing was added. Scan the box's own barcodes."),
)
NOTHING_BEGUN = (text("No box begun"), text("“Next box” finishes a box of which a code is missing. Go on scanning."))
NOT_NAMEABLE = (text("No IMEI yet"), text("A serial number alone names no phone here. Scan the IMEI, or “Undo”."))
ON_NO_NOTE = (
    text("Added, not on the delivery note"),
    text("Check that this box belongs to this order. “Undo” takes it out again."),
)
IGNORED_BEFORE = (text("Ignored in this batch"), text("As you said for codes like this one."))
ASKED = text("Nothing was added yet. Answer below.")
LIKE_A_PRODUCT_CODE = text("This may be the product code of a carton (GTIN-14). The answer holds for this code alone.")
_MISFITS: dict[Misfit, tuple[Text, Text]] = {
    Misfit.OTHER_TAC: (
        text("Another phone's IMEI"),
        text("The box before is not finished, and this is another model. Nothing was added. {what}"),
    ),
    Misfit.SAME_SLOT: (
        text("Another phone's IMEI"),
        text(
            "The box before is not finished, and both labels say the same of IMEI1 and IMEI2. Nothing was added. {what}"
        ),
    ),
    Misfit.OTHER_MEID: (
        text("Another phone's number"),
        text(
            "The box before is not finished, and nothing proves that this MEID and IMEI are of one phone. Nothing was"
            " added. {what}"
        ),
    ),
    Misfit.THIRD_IMEI: (text("A third IMEI"), text("The box before is not finished. Nothing was added. {what}")),
    Misfit.SECOND_SERIAL: (
        text("A second serial number"),
        text("The box before is not finished. Nothing was added. {what}"),
    ),
}
_HOW_ON = text("Scan its missing code, or “Next box” to finish it as it is, or “Undo” to begin it anew.")
_JUST_NOW_S = 60
_HOUR_S = 3600
_DAY_S = 86400


def refused(words: tuple[Text, Text], payload: str, batch: Batch | None) -> Verdict:
    """A scan that was not looked at, by title and detail; `payload` is empty where nothing was scanned."""
    code = shown_code(read_label(payload)[0].value) if payload else ""
    batch_id, count = (batch.id, batch.total) if batch is not None else (None, 0)
    return Verdict(VerdictKind.REFUSED, *words, code, batch_id=batch_id, count=count)


def more_than_expected(verdict: Verdict, expected: int) -> Verdict:
    """One scan added devices of which some are too many, which locks. Says what a carton left out, too."""
    detail = counted(
        "All {count} are in the batch: {total} now, {expected} expected. “Understood”, then “Undo”, takes them out"
        " together.",
        "It is in the batch: {total} now, {expected} expected. “Understood”, then “Undo”, takes it out again.",
        len(verdict.added),
        total=verdict.count,
        expected=expected,
    )
    # The verdict on a carton names no code.
    if not verdict.code and verdict.detail != WHOLE_CARTON:
        detail = text("{what} {left_out}", what=detail, left_out=verdict.detail)
    title = text("More than expected")
    return replace(verdict, kind=VerdictKind.UNEXPECTED, title=title, detail=detail, locks=True)


def misfit_words(misfit: Misfit) -> tuple[Text, Text]:
    """Why a code is not put into the box that was begun. Raises KeyError for a code that came twice."""
    title, detail = _MISFITS[misfit]
    return title, text(detail.source, what=_HOW_ON)


def part_words(box: Box) -> tuple[Text, Text]:
    """A code was put by; what is still to come."""
    wants_serial = box.codes.wants_serial and not box.serial
    missing = box.codes.imeis - len(box.imeis)
    if missing and wants_serial:
        return text("One code of this box"), counted(
            "Kept. Now {count} IMEIs and the serial number of the same box, or “Next box”.",
            "Kept. Now the other IMEI and the serial number of the same box, or “Next box”.",
            missing,
        )
    if wants_serial:
        return text("IMEIs of this box"), text("Kept. Now the serial number of the same box, or “Next box”.")
    if box.imeis and box.serial:
        return text("Two codes of this box"), text(
            "Kept. Now the other IMEI of the same box, or “Next box” if it has only one."
        )
    if box.imeis:
        return text("First IMEI of this box"), text("Kept. Now its second IMEI, or “Next box” if it has only one.")
    return text("One code of this box"), counted(
        "Kept. Now the {count} IMEIs of the same box.", "Kept. Now the IMEI of the same box.", missing
    )


def completed_words(box: Box, device: DeviceIdentifier) -> Text:
    """A box of several codes became this device."""
    carried = carried_words(device)
    if carried is None:
        return text("MEID, the only code of this box") if device.meid else text("IMEI, the only code of this box")
    return carried


def next_begun(before: Verdict, begun: Verdict) -> Verdict:
    """One answer that finished a box as it was (`before`) and began the next with the code asked about (`begun`)."""
    both = replace(begun, added=(*before.added, *begun.added), locks=before.locks or begun.locks)
    if before.kind is VerdictKind.UNEXPECTED:
        told = text("{what} Of the other IMEI: {other}", what=before.detail, other=begun.detail)
        if begun.kind is VerdictKind.PART:
            told = text(
                "{what} The other IMEI begins the next box; the first “Undo” drops that one.", what=before.detail
            )
        return replace(both, kind=before.kind, title=before.title, detail=told, code=before.code)
    return replace(both, detail=text("The box before was added as it was. {what}", what=begun.detail))


def not_begun(before: Verdict) -> Verdict:
    """The box before could not be finished, so that the code asked about begins no other."""
    return replace(before, detail=text("{what} The IMEI scanned last was not taken.", what=before.detail))


def carried_words(device: DeviceIdentifier) -> Text | None:
    """Which codes of one phone were given together; None for one number alone that other words tell of."""
    if device.serial:
        if device.imei2:
            return text("Both IMEIs of one phone, with its serial number {serial}", serial=device.serial)
        if device.imei:
            return text("IMEI, with serial number {serial}", serial=device.serial)
        if device.meid:
            return text("MEID, with serial number {serial}", serial=device.serial)
        return KIND_NAMES[Kind.SERIAL]
    if device.imei2:
        return text("Both IMEIs of one phone")
    return text("IMEI and MEID of one phone") if device.imei and device.meid else None


def duplicate_words(place: Place, batch: Batch, now: float) -> tuple[Text, Text]:
    """Where a device already is."""
    if place.batch_id == batch.id:
        return text("Already in this batch"), _scanned_before(place, max(0.0, now - place.scanned_at))
    name = place.customer_name or place.customer_id
    title = text("Already in another batch")
    if place.batch_state is BatchState.OPEN:
        return title, text(
            "Number {position} of the open batch {batch} for {name}. Nothing was added.",
            position=place.position,
            batch=place.batch_id,
            name=name,
        )
    return title, text(
        "Number {position} of the queued batch {batch} for {name}. Nothing was added.",
        position=place.position,
        batch=place.batch_id,
        name=name,
    )


def elsewhere(places: Sequence[Place], batch: Batch) -> Place | None:
    """The first place that is in another batch."""
    return next((place for place in places if place.batch_id != batch.id), None)


def _scanned_before(place: Place, ago_s: float) -> Text:
    if ago_s < _JUST_NOW_S:
        return text("Scanned just now as number {position}. Nothing was added.", position=place.position)
    if ago_s < _HOUR_S:
        return counted(
            "Scanned {count} minutes ago as number {position}. Nothing was added.",
            "Scanned a minute ago as number {position}. Nothing was added.",
            int(ago_s // 60),
            position=place.position,
        )
    if ago_s < _DAY_S:
        return counted(
            "Scanned {count} hours ago as number {position}. Nothing was added.",
            "Scanned an hour ago as number {position}. Nothing was added.",
            int(ago_s // _HOUR_S),
            position=place.position,
        )
    return counted(
        "Scanned {count} days ago as number {position}. Nothing was added.",
        "Scanned a day ago as number {position}. Nothing was added.",
        int(ago_s // _DAY_S),
        position=place.position,
    )
