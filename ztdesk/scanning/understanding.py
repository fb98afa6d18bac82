"""Strokes of a keyboard scanner -> the text understood, and by which decoding. Takes the decision, knows no timing.

The rule is in `docs/decisions/keyboard-layouts.md`: what is a known code as typed stays as typed; a decoding has to prove
itself on a known code, or in the teaching step, before it is applied to what cannot be checked.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ztdesk.scanning.digit_runs import LONGEST, belonging, may_go_on
from ztdesk.scanning.layout import AS_TYPED, BY_NUMBERS, CAPS_LOCK, candidates, decoded, twins
from ztdesk.scanning.learning import Validates
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.strokes import SHIFT, Stroke
from ztdesk.scanning.typed_text import Typed, typed

_COMMAND = "ZTD-"
_FEWEST_DIGITS = 8
_GLANCE = 64  # characters of a long text that tell whether a decoding makes sense
_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_MOST_STROKES = 5 * LONGEST  # of a number: each digit keyed as another number with Alt


@dataclass(frozen=True, slots=True)
class Understood:
    """The text of one run of strokes, what it was typed as (see `Scan`), and by which decoding; `raw` as a field shows it.

    `has_suffix` says that it ended with the scanner's own suffix, which is no longer in the text.
    `known` says that it is a known code; `proven` names the decodings of the scanner that fit this code, none where it
    proves nothing.
    """

    text: str
    raw: str
    typed: str
    pressed: str = ""
    layout: str = AS_TYPED
    known: bool = False
    proven: tuple[str, ...] = ()
    has_suffix: bool = False


class Understanding:
    """Of one scanner. `validates(text)` says whether a text is a known code by its own check digits."""

    def __init__(self, validates: Validates | None = None, profile: ScannerProfile | None = None) -> None:
        self._validates = validates
        self._fitting: tuple[str, ...] = ()  # the decodings that fit all known codes so far
        self._last: tuple[Sequence[Stroke], str, Understood] | None = None
        self.use(profile or ScannerProfile())

    def use(self, profile: ScannerProfile) -> None:
        """Go by this profile from now on."""
        self.profile = profile
        self._fitting = ()
        self._last = None

    def learn(self, understood: Understood, layout: str) -> str:
        """The decoding to go by after this scan, given the one so far: one that fits all that was proven.

        Digits look the same on many keyboards; the commands' hyphens and letters tell them apart.
        """
        if not understood.proven:
            return layout
        self._fitting = tuple(name for name in self._fitting if name in understood.proven) or understood.proven
        return layout if layout in self._fitting else self._fitting[0]

    def read(self, strokes: Sequence[Stroke], layout: str = AS_TYPED) -> Understood:
        """What these strokes mean, given the decoding that is known of the scanner so far."""
        if self._last is not None and self._last[0] is strokes and self._last[1] == layout:
            return self._last[2]  # framing asks whether it is a known code before it asks what it is
        understood = self._understood(strokes, layout)
        self._last = (strokes, layout, understood) if isinstance(strokes, tuple) else None
        return understood

    def _understood(self, strokes: Sequence[Stroke], layout: str) -> Understood:
        said = typed(strokes)
        as_typed = self._read(said, AS_TYPED, said.text)
        if layout != AS_TYPED:
            by_layout = self._by_learned(said, layout)
            if by_layout is not None:
                if by_layout.text == as_typed.text:
                    return by_layout
                if by_layout.known:
                    return self._proving(by_layout, said, strokes)
                if as_typed.known:
                    return self._proving(as_typed, said, strokes)  # it was set right, or changed
                return self._searched(said, strokes) or by_layout
        if as_typed.known:
            return as_typed
        found = self._searched(said, strokes)
        if found is not None:
            return found
        if _lost_its_capitals(strokes):
            return self._read(said, CAPS_LOCK, said.text.swapcase())
        return as_typed

    def knows(self, strokes: Sequence[Stroke], layout: str = AS_TYPED) -> bool:
        """Whether they are a known code."""
        return self._validates is not None and self.read(strokes, layout).known

    def may_go_on(self, strokes: Sequence[Stroke], layout: str = AS_TYPED) -> bool:
        """Whether they may be the beginning of a longer number; never where nothing tells a known code."""
        if self._validates is None or len(strokes) > _MOST_STROKES:
            return False
        said = typed(strokes)
        return any(
            may_go_on(self.profile.understood(text))
            for text in (said.text, said.pressed, decoded(layout, said))
            if text
        )

    def belonging(self, pieces: Sequence[tuple[Stroke, ...]], layout: str = AS_TYPED) -> list[tuple[int, int]]:
        """Which pieces with a pause between them are one code each, as (first, behind the last)."""

        def is_code(start: int, stop: int) -> bool:
            return self.knows(tuple(itertools.chain.from_iterable(pieces[start:stop])), layout)

        read = [self.read(piece, layout) for piece in pieces]
        return belonging([self._as_number(one) for one in read], [one.known for one in read], is_code)

    def _as_number(self, understood: Understood) -> str:
        """The text; by the places of the keys where a number of unknown layout is hidden in it."""
        pressed = self.profile.understood(understood.pressed)
        return pressed if pressed.isdigit() else understood.text

    @property
    def suffix_length(self) -> int:
        """How many characters the suffix has that by itself ends a scan of this scanner; 0 where only Enter and Tab do."""
        suffix = self.profile.own_suffix
        return 0 if set(suffix) & _ALPHANUMERIC else len(suffix)

    def is_suffix(self, strokes: Sequence[Stroke], layout: str = AS_TYPED) -> bool:
        """Whether these strokes, `suffix_length` of them, are that suffix."""
        said = typed(strokes)
        return self.profile.own_suffix in {said.text, decoded(layout, said)}

    def _read(self, said: Typed, layout: str, raw_text: str) -> Understood:
        text = self.profile.understood(raw_text)
        known = self._validates is not None and self._validates(text)
        shown = BY_NUMBERS if said.by_alt and layout == AS_TYPED else layout
        suffix = self.profile.own_suffix
        has_suffix = bool(suffix) and raw_text.endswith(suffix)
        return Understood(text, said.text, said.marked, said.pressed, shown, known, has_suffix=has_suffix)

    def _by_learned(self, said: Typed, layout: str) -> Understood | None:
        """By the decoding that was learned, or by one that is like it where this one gives fewer letters and digits."""
        raw_text = decoded(layout, said)
        # A person who showed the three codes left nothing open.
        alike = () if self.profile.taught else twins(layout)
        names = [name for name in alike if decoded(name, said) is not None]
        if raw_text is None and not names:
            return None
        best = max((layout, *names), key=lambda name: _count(decoded(name, said) or "", _ALPHANUMERIC))
        return self._read(said, best, decoded(best, said) or "")

    def _searched(self, said: Typed, strokes: Sequence[Stroke]) -> Understood | None:
        """The first decoding that makes a known code of it. Only for what is none otherwise."""
        if self._validates is None:
            return None
        glance = said
        if len(said.marked) > _GLANCE:
            glance = Typed(said.text[:_GLANCE], said.marked[:_GLANCE], said.pressed[:_GLANCE], said.by_alt)
        seen = {glance.text}
        least = _count(glance.text, _ALPHANUMERIC)
        for name in candidates(said):
            first = decoded(name, glance)
            if first is None or first in seen or not _promises(first, least):
                continue
            seen.add(first)
            raw_text = first if glance is said else decoded(name, said)
            if raw_text is None:
                continue
            found = self._read(said, name, raw_text)
            if found.known:
                return self._proving(found, said, strokes)
        return None

    def _proving(self, understood: Understood, said: Typed, strokes: Sequence[Stroke]) -> Understood:
        """With Caps Lock on, the PC's digits may be its signs: that says nothing about the next scan without it."""
        if understood.layout in {CAPS_LOCK, BY_NUMBERS} or any(stroke.caps_lock for stroke in strokes):
            return understood
        if understood.layout == AS_TYPED:
            return replace(understood, proven=(AS_TYPED,))
        meant = decoded(understood.layout, said)
        return replace(understood, proven=tuple(name for name in candidates(said) if decoded(name, said) == meant))


def _promises(text: str, least_alphanumeric: int) -> bool:
    """Whether a decoded text can be a known code that typing hid: no letters lost, and digits or a command in it."""
    if _COMMAND in text:
        return True
    if not text.isascii() or _count(text, _ALPHANUMERIC) < least_alphanumeric:
        return False
    return _count(text, _DIGITS) >= _FEWEST_DIGITS


def _lost_its_capitals(strokes: Sequence[Stroke]) -> bool:
    """Whether every letter came small with Shift held: Caps Lock is on.

    The other way round proves nothing: a scanner that watches Caps Lock leaves Shift out for a capital.
    """
    letters = [
        stroke for stroke in strokes if len(stroke.text) == 1 and stroke.text.isalpha() and stroke.us_text.isalpha()
    ]
    return bool(letters) and all(stroke.text.islower() and stroke.modifiers & SHIFT for stroke in letters)


def _count(text: str, wanted: frozenset[str]) -> int:
    return sum([char in wanted for char in text])
