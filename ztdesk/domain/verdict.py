"""What became of one scan, in the words and the colour a packer sees."""

from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.text import Text


class VerdictKind(Enum):
    """One colour, one shape and one sound each."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan.

    `code` is what was scanned as people read it (an IMEI as 35-824011-223344-0), cut to a length that can be shown.
    `item_id` is the row it became (added) or already is (duplicate); `count` how many devices the batch holds now.
    """

    kind: VerdictKind
    title: Text
    detail: Text
    code: str
    item_id: int | None = None
    batch_id: int | None = None
    count: int = 0
