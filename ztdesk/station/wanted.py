"""Which readings of a code a batch wants, what device they name, and why the others are not taken.

Knows no box that was begun and nothing that is kept.
"""

from collections.abc import Sequence

from ztdesk.domain.batch import Batch, BatchDraft
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.explain import Explanation, explain
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.station import scan_words

BAD_IMEIS = frozenset({Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEI_NAMED_WRONG_LENGTH})
"""Rules of what should have been an IMEI and is none."""


def is_wanted(reading: Reading, batch: Batch) -> bool:
    """Whether a device of this batch may be named by it."""
    draft = batch.draft
    codes = draft.codes_per_box
    if reading.kind in {Kind.IMEI, Kind.MEID}:
        return codes is not CodesPerBox.SERIAL
    if reading.kind is not Kind.SERIAL:
        return False
    if codes.wants_serial:
        return codes is CodesPerBox.SERIAL or not _may_be_torn(reading)
    return codes is CodesPerBox.ONE_IMEI and draft.takes_serials and not _may_be_torn(reading)


def _may_be_torn(reading: Reading) -> bool:
    """Whether this may be what is left of a longer number."""
    return not reading.certain and reading.value.isdigit()


def identifier_of(wanted: Sequence[Reading], batch: Batch) -> DeviceIdentifier:
    """The one device that these readings of a code name."""
    maker, model = batch.draft.manufacturer, batch.draft.model
    values = {reading.kind: reading.value for reading in wanted}
    number = bool(values.get(Kind.IMEI) or values.get(Kind.MEID))
    serial = next((r.value for r in wanted if r.kind is Kind.SERIAL and (r.certain or not number)), "")
    return DeviceIdentifier(
        imei=values.get(Kind.IMEI, ""), meid=values.get(Kind.MEID, ""), serial=serial, manufacturer=maker, model=model
    )


def still_expected(batch: Batch) -> int | None:
    """How many devices are still expected, below 0 where there are too many; None where nobody said."""
    expected = batch.draft.expected_count
    return expected - batch.total if expected else None


def alone(reading: Reading) -> DeviceIdentifier:
    """What an IMEI or a MEID names by itself."""
    return DeviceIdentifier(imei=reading.value) if reading.kind is Kind.IMEI else DeviceIdentifier(meid=reading.value)


def most_telling(readings: Sequence[Reading]) -> list[Reading]:
    """The reading to speak of, first: what looks most like a number of a device."""
    order = {Kind.IMEI: 0, Kind.MEID: 0, Kind.SERIAL: 1, Kind.AMBIGUOUS: 1, Kind.UNKNOWN: 3}
    return sorted(readings, key=lambda reading: order.get(reading.kind, 2))


def explanation_of(reading: Reading, draft: BatchDraft) -> Explanation:
    """Why a code that was read as this is not taken in a batch of this kind."""
    if reading.kind is Kind.SERIAL and draft.codes_per_box is CodesPerBox.TWO_IMEIS_AND_SERIAL:
        return scan_words.DIGITS_BESIDE_IMEIS
    if reading.kind is Kind.SERIAL and draft.codes_per_box.imeis == 2:
        return scan_words.SERIAL_NOT_NEEDED
    if reading.kind is Kind.SERIAL and draft.takes_serials:
        return scan_words.DIGITS_ALONE
    if reading.kind in {Kind.IMEI, Kind.MEID}:
        return scan_words.IMEI_NOT_NEEDED
    return explain(reading)
