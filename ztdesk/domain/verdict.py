"""What became of one scan, in the words and the colour a packer sees."""

from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.question import Question
from ztdesk.domain.text import Text


class VerdictKind(Enum):
    """One colour with one shape and one sound each."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    IGNORED = "ignored"
    UNEXPECTED = "unexpected"  # added, and not on the delivery note
    PART = "part"  # safe on disk or kept at hand, and not a device yet: another code or a word is waited for
    DONE = "done"  # a command was done
    ASKED = "asked"  # nothing was added yet: a person must say what the code is


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan.

    `code` is what was scanned as people read it (an IMEI as 35-824011-223344-0), cut to a length that can be shown.
    `item_id` is the row it became (added) or already is (duplicate), `added` every row that came in; `count` how many
    devices the batch holds now. With `locks` nothing more is taken until a person has acknowledged it. `question` is
    what has to be answered before anything becomes of the scan.
    """

    kind: VerdictKind
    title: Text
    detail: Text
    code: str
    item_id: int | None = None
    batch_id: int | None = None
    count: int = 0
    added: tuple[int, ...] = ()
    locks: bool = False
    question: Question | None = None
