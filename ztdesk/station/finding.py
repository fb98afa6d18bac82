"""Where a device is that a person asks for, as far as this PC knows. Adds nothing to a batch and asks no service."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ztdesk.domain.batch import Batch
from ztdesk.domain.explain import explain, most_telling, shown_code
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.label import beside_batch, read_label
from ztdesk.domain.reading import Kind, Reading
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import VerdictKind
from ztdesk.station import finding_words
from ztdesk.store.claims import Claims
from ztdesk.store.items import Items

if TYPE_CHECKING:
    from ztdesk.domain.template import Template

_MOST_IMEIS = 2  # of one phone


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of a code that was to be looked up; `identifier` is None where it names no device for sure.

    `code` is what was asked for as people read it.
    """

    kind: VerdictKind
    title: Text
    detail: Text
    code: str
    identifier: DeviceIdentifier | None = None


class Finder:
    """Finds devices of one data folder. `templates` read codes that a supervisor mapped."""

    def __init__(self, items: Items, claims: Claims, clock: Callable[[], float]) -> None:
        self._items = items
        self._claims = claims
        self._clock = clock

    def find(self, payload: str, batch: Batch | None, templates: "Sequence[Template]" = ()) -> Finding:
        """Where the device of this code is; serial numbers are those of the maker and model of `batch`.

        Raises StoreFailure.
        """
        maker, model = (batch.draft.manufacturer, batch.draft.model) if batch is not None else ("", "")
        readings = [beside_batch(reading, maker, model) for reading in read_label(payload, templates)]
        numbers = list(dict.fromkeys(reading.value for reading in readings if reading.kind is Kind.IMEI))
        if len(numbers) > _MOST_IMEIS:
            return Finding(VerdictKind.REFUSED, *finding_words.SEVERAL, "")
        identifier = _identifier(readings, maker, model)
        if identifier is None:
            return _not_readable(readings)
        code = shown_code(identifier.plain())
        place = self._items.find_live(identifier)
        claim = self._claims.last(identifier) if place is None else None
        title, detail = finding_words.here(place, claim, self._clock())
        return Finding(VerdictKind.DONE, title, detail, code, identifier)


def _identifier(readings: Sequence[Reading], maker: str, model: str) -> DeviceIdentifier | None:
    """The first number that names a device by itself. A second IMEI need not be of the same phone, and is left out."""
    values: dict[Kind, str] = {}
    for reading in readings:
        values.setdefault(reading.kind, reading.value)
    if Kind.IMEI in values:
        return DeviceIdentifier(imei=values[Kind.IMEI])
    if Kind.MEID in values:
        return DeviceIdentifier(meid=values[Kind.MEID])
    if Kind.SERIAL in values and maker and model:
        return DeviceIdentifier(serial=values[Kind.SERIAL], manufacturer=maker, model=model)
    return None


def _not_readable(readings: Sequence[Reading]) -> Finding:
    told = most_telling(readings)
    code = shown_code(told.value) if told.value else ""
    if told.kind is Kind.SERIAL:
        return Finding(VerdictKind.REFUSED, *finding_words.SERIAL_ALONE, code)
    explanation = explain(told)
    return Finding(explanation.kind, explanation.title, explanation.detail, code)
