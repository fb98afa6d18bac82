"""The journal: what happened at this station, entry by entry, each sealed over the one before it."""

import hashlib
import json
from dataclasses import dataclass
from enum import Enum

GENESIS = bytes(32)
"""What the first entry is sealed over."""


class Event(Enum):
    """What an entry tells of."""

    OPENED = "opened"
    CHANGED = "changed"
    SCANNED = "scanned"
    PUT_BY = "put_by"
    DROPPED = "dropped"
    LOCKED = "locked"
    ACKNOWLEDGED = "acknowledged"
    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    OPERATOR = "operator"
    NOTE_LOADED = "note_loaded"
    REMOVED = "removed"
    IMPORTED = "imported"
    QUEUED = "queued"
    CANCELLED = "cancelled"
    RETRIED = "retried"
    SENT = "sent"
    ACCEPTED = "accepted"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    LOOKED_UP = "looked_up"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Author:
    """Where and by whom; `operator` is empty while nobody is named."""

    station: str
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `at` is seconds since the epoch, UTC; `raw` what came in as received; `verdict` what became of it.

    `scanner` names what it came from, `understood` is what `raw` was taken for where that is something else.
    """

    at: float
    author: Author
    event: Event
    batch_id: int | None
    raw: str
    verdict: str
    scanner: str = ""
    understood: str = ""

    def sealed(self, before: bytes) -> bytes:
        """SHA-256 over the seal of the entry before and everything in this one."""
        fields = [self.at, self.author.station, self.author.operator, self.event.value, self.batch_id, self.raw]
        # Left out where they are empty, so that the seals of entries made before there were any still fit.
        origin = [self.scanner, self.understood] if self.scanner or self.understood else []
        body = json.dumps([*fields, self.verdict, *origin], ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(before + body.encode("ascii")).digest()
