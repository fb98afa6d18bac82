"""What a delivery note says a batch holds, and how far the scans agree with it."""

from dataclasses import dataclass

from ztdesk.domain.text import Text


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One device of a note: its line in the file (from 1) and every number it is named by there."""

    line: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """`expected` devices on the note, `found` of them scanned, `unexpected` scanned that are not on it."""

    expected: int = 0
    found: int = 0
    unexpected: int = 0

    @property
    def missing(self) -> int:
        """How many were not scanned yet."""
        return self.expected - self.found

    @property
    def agrees(self) -> bool:
        """Whether the batch holds what the note says, no more and no less."""
        return not self.missing and not self.unexpected


@dataclass(frozen=True, slots=True)
class BadNoteLine:
    """A line that names no device: its number in the file (from 1), what it says as it can be shown, and why."""

    line: int
    value: str
    reason: Text


@dataclass(frozen=True, slots=True)
class NoteFile:
    """What a file says is expected. `bad` tells the first bad lines, `bad_count` counts all of them."""

    name: str
    lines: tuple[NoteLine, ...]
    bad: tuple[BadNoteLine, ...] = ()
    bad_count: int = 0
