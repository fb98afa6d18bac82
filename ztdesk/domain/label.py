"""One barcode's text -> what it is and by which rule. The rules themselves are loaded for the first label or by `warm`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ztdesk.domain.reading import Kind, Reading, Rule, unknown

if TYPE_CHECKING:
    from ztdesk.domain.template import Template

LONGEST = 4096
"""Characters of a payload that are looked at; a longer one is refused unread."""


def read_label(payload: str, templates: "Sequence[Template]" = ()) -> tuple[Reading, ...]:
    """Every reading of one payload, at least one, in the order of its fields. Never raises, whatever the text.

    `templates` are learned ones; they are asked where no standard and no scanner says what the fields are.
    """
    if len(payload) > LONGEST:
        return (unknown(payload[:LONGEST], Rule.TOO_LONG),)
    from ztdesk.domain import label_rules  # late: no first paint needs the rules

    return label_rules.read(payload, templates)


def beside_batch(reading: Reading, manufacturer: str, model: str) -> Reading:
    """The same reading, told from the barcode of the model or maker that a box of this batch bears too."""
    if reading.kind is Kind.SERIAL and reading.value.casefold() in {manufacturer.casefold(), model.casefold()}:
        return replace(reading, kind=Kind.MODEL, rule=Rule.MODEL, certain=True)
    return reading


def warm() -> None:
    """Load what the first label would wait for; best called after the first paint."""
    from ztdesk.domain import label_rules  # late: as above

    label_rules.warm()


__all__ = ["LONGEST", "Kind", "Reading", "Rule", "beside_batch", "read_label", "warm"]
