"""Whether a text is a whole code by its own check digits: what scanning goes by where a pause may have cut one.

Refuses to know scanners and what becomes of a code.
"""

from collections.abc import Sequence

from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind, Reading, Rule

_DAMAGED = frozenset(
    {
        Rule.IMEI_BAD_CHECK_DIGIT,
        Rule.IMEI_NAMED_WRONG_LENGTH,
        Rule.NAMED_UNLIKE,
        Rule.GS1_BROKEN,
        Rule.ENVELOPE_BROKEN,
        Rule.ENTANGLED,
        Rule.LONG_RUN,
    }
)


def proves_itself(payload: str) -> bool:
    """Whether this is a known code: its first field is one, and no other is plainly damaged."""
    return are_proven(read_label(payload))


def are_proven(readings: Sequence[Reading]) -> bool:
    """The same of what was read already."""
    first = readings[0]
    if not first.certain or first.kind is Kind.UNKNOWN:
        return False
    return not any(reading.rule in _DAMAGED for reading in readings)
