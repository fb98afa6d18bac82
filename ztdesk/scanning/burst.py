"""The strokes that are held back while it is open whose they are, in fragments. Takes no decision."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.scanning.strokes import EndedBy, Scan, Stroke
from ztdesk.scanning.understanding import Understood

ROLLED = 3
"""People roll two to four keys within a breath; three at a pace no person has, and more, are worth a longer look."""

_SUPERHUMAN_GAP_MS = 15.0
_ENTER = "\r"
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Strokes that came without a pause between them, and their pace: the gaps in milliseconds, pauses left out."""

    strokes: tuple[Stroke, ...]
    gaps_ms: tuple[float, ...]

    def without_first(self, count: int) -> "Fragment":
        """The fragment that begins `count` strokes later."""
        return Fragment(self.strokes[count:], self.gaps_ms[count:])

    def scan(self, understood: Understood, suffix: Stroke | None, *, truncated: bool) -> Scan:
        """The scan these strokes are; Control+J and Control+M at its end belong to the suffix, not to the text."""
        payload, text, typed, pressed = understood.raw, understood.text, understood.typed, understood.pressed
        if not truncated:
            text, typed, pressed = text.rstrip(_LINE_ENDS), typed.rstrip(_LINE_ENDS), pressed.rstrip(_LINE_ENDS)
        ended_by: EndedBy = "gap" if suffix is None and not understood.has_suffix else "suffix"
        strokes = self.strokes if suffix is None else (*self.strokes, suffix)
        return Scan(
            text=text,
            raw=payload if suffix is None else payload + (suffix.text or _ENTER),
            ended_by=ended_by,
            started_ms=strokes[0].at_ms,
            gaps_ms=tuple(max(0.0, later.at_ms - earlier.at_ms) for earlier, later in itertools.pairwise(strokes)),
            keys=tuple(stroke.scan_code for stroke in strokes),
            truncated=truncated,
            typed=typed,
            pressed=pressed,
            layout=understood.layout,
        )


def joined(fragments: Sequence[Fragment]) -> Fragment:
    """All fragments as one; the pauses between them do not count for its pace."""
    return Fragment(
        tuple(stroke for fragment in fragments for stroke in fragment.strokes),
        tuple(gap for fragment in fragments for gap in fragment.gaps_ms),
    )


def unbroken(strokes: Sequence[Stroke]) -> Fragment:
    """These strokes as one piece, whatever lies between them."""
    gaps_ms = tuple(max(0.0, later.at_ms - earlier.at_ms) for earlier, later in itertools.pairwise(strokes))
    return Fragment(tuple(strokes), gaps_ms)


class Burst:
    """Strokes held back in order. Adding one costs the same whatever is held already."""

    def __init__(self, first: Stroke, *, max_characters: int) -> None:
        self._strokes = [first]
        self._gaps_ms: list[float] = []
        self._starts = [0]
        self._max_characters = max_characters
        self._sum_ms = 0.0
        self.active_ms = first.at_ms  # last sign of life: a character, or a modifier pressed for the next one
        self.truncated = False

    def __len__(self) -> int:
        return len(self._strokes)

    @property
    def mean_gap_ms(self) -> float:
        """The mean gap so far, pauses left out; 0 for a single stroke."""
        gaps = len(self._strokes) - len(self._starts)
        return self._sum_ms / gaps if gaps else 0.0

    @property
    def last_fragment_length(self) -> int:
        """How many strokes came since the last pause."""
        return len(self._strokes) - self._starts[-1]

    @property
    def is_split(self) -> bool:
        """Whether there was a pause."""
        return len(self._starts) > 1

    @property
    def is_superhuman(self) -> bool:
        """Whether no person is as fast as that."""
        return len(self) >= ROLLED and self.mean_gap_ms <= _SUPERHUMAN_GAP_MS

    @property
    def is_doubtful(self) -> bool:
        """After a pause it takes some fast strokes to believe that the scanner goes on and no person began."""
        return self.is_split and self.last_fragment_length < ROLLED

    def gap_ms(self, stroke: Stroke) -> float:
        """Milliseconds from the last sign of life to this stroke; never negative."""
        return max(0.0, stroke.at_ms - self.active_ms)

    def touch(self, at_ms: float) -> None:
        """A modifier was pressed: the scanner is about to send an upper-case letter."""
        self.active_ms = max(self.active_ms, at_ms)

    def add(self, stroke: Stroke, *, after_pause: bool = False) -> None:
        """Hold one more. Beyond the limit it is counted as cut off and forgotten."""
        gap = self.gap_ms(stroke)
        self.active_ms = max(self.active_ms, stroke.at_ms)
        if len(self._strokes) >= self._max_characters:
            self.truncated = True
            return
        if after_pause:
            self._starts.append(len(self._strokes))
        else:
            self._sum_ms += gap
        self._gaps_ms.append(gap)
        self._strokes.append(stroke)

    def strokes(self) -> tuple[Stroke, ...]:
        """All that is held, in order."""
        return tuple(self._strokes)

    def last(self, count: int) -> list[Stroke]:
        """The last strokes held, in order."""
        return self._strokes[-count:]

    def fragments(self) -> list[Fragment]:
        """What is held, cut at the pauses. `_gaps_ms[i]` lies between strokes i and i + 1."""
        ends = [*self._starts[1:], len(self._strokes)]
        return [
            Fragment(tuple(self._strokes[start:end]), tuple(self._gaps_ms[start : end - 1]))
            for start, end in zip(self._starts, ends, strict=True)
        ]
