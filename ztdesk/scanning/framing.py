"""Decides stroke by stroke what a scanner sent as keys and what a person types; time is passed in.

It knows no Qt and no clock, and refuses to know what a code means and how a keyboard is laid out: what strokes say, and
whether that is a known code, it asks its `Understanding`.
"""

from collections.abc import Sequence
from dataclasses import replace

from ztdesk.scanning.burst import ROLLED, Burst, Fragment, joined, unbroken
from ztdesk.scanning.cuts import Cuts
from ztdesk.scanning.learning import SlowScannerWatch, Validates
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.sorting import is_scanned, typed_before
from ztdesk.scanning.strokes import Disposition, Outcome, Scan, Stroke
from ztdesk.scanning.suffix_habit import SuffixHabit
from ztdesk.scanning.timing import Learned, WedgeTiming, steady_slow_gap
from ztdesk.scanning.understanding import Understanding

_EXTRA_SUFFIXES = 2
_SLOWEST_SHOWN_MS = 150.0  # a scanner that is being taught may be as slow as this
_NEVER = float("-inf")
_NOTHING = Outcome(Disposition.HELD)


class WedgeFramer:
    """One keyboard-wedge scanner and one person on the same keys.

    Suffix first, timing second: Enter or Tab ends a scan; a pause ends one only while no suffix was ever seen, and
    otherwise is waited out, since timing alone cuts codes in two. `validates(text)` says whether a text is a known
    code; with it two fragments are joined only when the join is one, or is digits. Without it they are always joined.
    Every stroke fed ends in exactly one scan, or is passed or released exactly once and in order, or was a suffix. (What
    was released can stand in a scan besides, where its keys were too slow to be held.)
    """

    def __init__(
        self,
        timing: WedgeTiming | None = None,
        *,
        validates: Validates | None = None,
        learned: Learned | None = None,
    ) -> None:
        self._given_timing = timing or WedgeTiming()
        self._judges = validates is not None
        self._understanding = Understanding(validates)
        self._watch = SlowScannerWatch(self._knows) if validates else None
        self._cuts = Cuts()
        self._habit = SuffixHabit()
        self._is_taught = False
        self._is_all_ears = False
        self._burst: Burst | None = None
        self._is_scanner = False  # the burst is long and fast enough: no person
        self._absorb_until_ms = _NEVER
        self._extra_suffixes = 0
        self.learn(learned or Learned())

    @property
    def learned(self) -> Learned:
        """What is known of the scanner by now; changes while feeding."""
        return self._learned

    def learn(self, learned: Learned) -> None:
        """Take over what was learned before or in a teaching step."""
        self._learned = learned
        slowest_ms = _SLOWEST_SHOWN_MS if self._is_all_ears else learned.typical_gap_ms
        self._timing = self._given_timing.stretched(slowest_ms)

    def use(self, profile: ScannerProfile, *, is_all_ears: bool = False) -> None:
        """Take over what is known of the scanner: its prefix, its own suffix, its separators, pace and decoding.

        While `is_all_ears` nobody types: whatever comes, however slowly, is a scanner's that shows what it is.
        """
        self._is_taught, self._is_all_ears = profile.taught, is_all_ears
        self._understanding.use(profile)
        self.learn(profile.learned)

    def keyboard_moved(self, at_ms: float) -> None:
        """Another window has the keyboard since `at_ms`: keys on their way to it may be lost."""
        self._cuts.keyboard_moved(at_ms)

    @property
    def holds(self) -> bool:
        """Whether strokes are held back at present."""
        return self._burst is not None

    @property
    def next_tick_ms(self) -> float | None:
        """When `tick` wants to be called unless a stroke comes before; None while nothing is held."""
        burst = self._burst
        return None if burst is None else burst.active_ms + self._patience_ms(burst)

    def would_take(self, stroke: Stroke) -> bool:
        """Whether `feed` would hold or absorb this stroke; changes nothing. Shortcuts must not eat such a key."""
        if stroke.is_lone_modifier or stroke.auto_repeat:
            return False
        if stroke.is_suffix:
            burst = self._burst
            if burst is None:
                return self._follows_scan(stroke)
            return self._is_scanner and burst.gap_ms(stroke) <= self._timing.join_gap_ms
        return self._is_payload(stroke) or self._is_line_end_after_scan(stroke)

    def feed(self, stroke: Stroke) -> Outcome:
        """Take one key press, in the order of the keys."""
        burst = self._burst
        if stroke.is_lone_modifier:
            if burst and burst.gap_ms(stroke) <= self._patience_ms(burst):
                burst.touch(stroke.at_ms)
            return Outcome(Disposition.PASSED)
        if stroke.auto_repeat:
            return Outcome(Disposition.PASSED) if self._is_scanner else self._interrupt()
        if stroke.is_suffix:
            return self._on_suffix(stroke)
        if self._is_payload(stroke):
            return self._on_payload(stroke)
        if self._is_line_end_after_scan(stroke):
            return self._absorb_extra()
        return self._interrupt()

    def tick(self, now_ms: float) -> Outcome:
        """Time has come to `now_ms` and no stroke came: see whether the wait is over."""
        due_ms = self.next_tick_ms
        return _NOTHING if due_ms is None or now_ms < due_ms else self._settle()

    def flush(self) -> Outcome:
        """Decide at once on whatever is held, for when no more strokes will come."""
        return self._settle() if self._burst else _NOTHING

    # --- what kind of stroke

    def _is_payload(self, stroke: Stroke) -> bool:
        burst = self._burst
        if stroke.is_character:
            return burst is not None or stroke.text != " "
        if stroke.alt_digit:
            return True
        if stroke.is_dead_key and stroke.us_text:
            return burst is None or burst.gap_ms(stroke) <= self._timing.slow_gap_ms
        if burst is None or burst.gap_ms(stroke) > self._timing.slow_gap_ms:
            return False
        if stroke.control_character:  # Control+] is GS; after so few keys it would be a person's shortcut
            return self._is_scanner or len(burst) >= ROLLED
        return self._is_scanner and stroke.is_dead_key

    def _follows_scan(self, stroke: Stroke) -> bool:
        return stroke.at_ms <= self._absorb_until_ms and self._extra_suffixes < _EXTRA_SUFFIXES

    def _is_line_end_after_scan(self, stroke: Stroke) -> bool:
        return self._burst is None and stroke.control_character in ("\r", "\n") and self._follows_scan(stroke)

    def _patience_ms(self, burst: Burst) -> float:
        if not self._is_scanner:
            return self._timing.slow_gap_ms if burst.is_superhuman else self._timing.hold_ms
        if burst.is_doubtful:
            return self._timing.slow_gap_ms
        learned = self._learned
        may_go_on = learned.suffix_seen or self._understanding.may_go_on(burst.strokes(), learned.layout)
        return self._timing.join_gap_ms if may_go_on else self._timing.end_gap_ms

    # --- what to do with it

    def _on_payload(self, stroke: Stroke) -> Outcome:
        burst = self._burst
        if burst is None:
            return self._begin(stroke)
        gap = burst.gap_ms(stroke)
        if gap > self._patience_ms(burst):
            return self._begin(stroke, after=self._settle())
        burst.add(stroke, after_pause=self._is_scanner and gap > self._timing.slow_gap_ms)
        if not self._is_scanner and len(burst) >= self._timing.min_length:
            if not self._timing.fits(burst.fragments()[0].gaps_ms):
                self._burst = None
                return self._begin(stroke, after=self._release(burst.strokes()[:-1]))
            self._is_scanner = True
        return self._end_of_own_suffix(burst) if self._is_scanner and not burst.is_split else _NOTHING

    def _end_of_own_suffix(self, burst: Burst) -> Outcome:
        """A suffix of the scanner's own is made of characters: the last of them is in the scan that it ends."""
        length = self._understanding.suffix_length
        if not length or not self._understanding.is_suffix(burst.last(length), self._learned.layout):
            return _NOTHING
        outcome = self._settle()
        return replace(outcome, disposition=Disposition.ABSORBED) if outcome.scans else outcome

    def _begin(self, stroke: Stroke, after: Outcome = _NOTHING) -> Outcome:
        self._burst = Burst(stroke, max_characters=self._timing.max_characters)
        self._is_scanner = False
        self._absorb_until_ms = _NEVER
        return replace(after, disposition=Disposition.HELD)

    def _on_suffix(self, stroke: Stroke) -> Outcome:
        burst = self._burst
        if burst is None:
            if self._follows_scan(stroke):
                return self._absorb_extra()
            return self._pass_suffix(stroke, _NOTHING)
        if not self._is_scanner or burst.gap_ms(stroke) > self._timing.join_gap_ms:
            return self._pass_suffix(stroke, self._settle())
        outcome = self._settle(stroke)
        if not outcome.scans:
            return self._pass_suffix(stroke, outcome)
        self._learned = self._habit.came(self._learned, burst.gap_ms(stroke), self._timing)
        self._absorb_until_ms = stroke.at_ms + self._timing.suffix_gap_ms
        return replace(outcome, disposition=Disposition.ABSORBED)

    def _pass_suffix(self, stroke: Stroke, after: Outcome) -> Outcome:
        passed = self._watch.ended(stroke) if self._watch else ()
        self._cuts.broken()
        if not passed:
            return replace(after, disposition=Disposition.PASSED)
        self._learn_pace(unbroken(passed))
        self._learned = self._habit.came(self._learned, stroke.at_ms - passed[-1].at_ms, self._timing)
        late = unbroken(passed).scan(self._understanding.read(passed, self._learned.layout), stroke, truncated=False)
        return replace(after, disposition=Disposition.PASSED, late=late)

    def _learn_pace(self, piece: Fragment) -> None:
        pace_ms = steady_slow_gap(piece.gaps_ms)
        if pace_ms > max(self._learned.typical_gap_ms, self._given_timing.mean_gap_ms):
            self.learn(replace(self._learned, typical_gap_ms=pace_ms))

    def _absorb_extra(self) -> Outcome:
        self._extra_suffixes += 1
        return Outcome(Disposition.ABSORBED)

    def _interrupt(self) -> Outcome:
        outcome = self._settle() if self._burst else _NOTHING
        if self._watch:
            self._watch.broken()
        self._cuts.broken()
        self._absorb_until_ms = _NEVER
        return replace(outcome, disposition=Disposition.PASSED)

    # --- the end of a burst

    def _settle(self, suffix: Stroke | None = None) -> Outcome:
        """End the burst: what is a scanner's becomes scans, what looks typed is released. Nothing stays held."""
        burst = self._burst
        if burst is None:
            return _NOTHING
        was_scanner, self._burst, self._is_scanner = self._is_scanner, None, False
        if not was_scanner:
            return self._release(burst.strokes())
        released: list[Stroke] = []
        scans: list[Scan] = []
        pieces = self._pieces(burst.fragments())
        for index, piece in enumerate(pieces):
            is_last = index == len(pieces) - 1
            ending = suffix if is_last else None
            # What came at a scanner's heels and was closed by a suffix never goes to a field, however short.
            is_tail = ending is not None and index > 0
            cut = burst.truncated and is_last
            if not (cut or is_tail or self._is_scanned(piece)):
                released += piece.strokes
                continue
            typed = typed_before(piece, self._timing.min_length, self._knows) if self._judges and not cut else 0
            released += piece.strokes[:typed]
            scans.append(self._scan(piece.without_first(typed), ending, truncated=cut, is_last=is_last))
        if not scans:
            return self._release(tuple(released))
        if self._watch:
            self._watch.broken()
        self._extra_suffixes = 0
        self._absorb_until_ms = burst.active_ms + self._timing.join_gap_ms
        return Outcome(Disposition.HELD, tuple(released), tuple(scans))

    def _release(self, strokes: tuple[Stroke, ...]) -> Outcome:
        if self._watch:
            for stroke in strokes:
                self._watch.passed(stroke)
                self._cuts.passed(stroke)
        return Outcome(Disposition.HELD, strokes)

    def _pieces(self, fragments: list[Fragment]) -> list[Fragment]:
        """Fragments as they are, or joined where only the join is a known code, or torn digits."""
        if len(fragments) == 1 or not self._judges:
            return [joined(fragments)]
        pieces = [fragment.strokes for fragment in fragments]
        return [joined(fragments[a:b]) for a, b in self._understanding.belonging(pieces, self._learned.layout)]

    def _is_scanned(self, piece: Fragment) -> bool:
        if self._is_all_ears:
            return len(piece.strokes) >= self._timing.min_length
        return is_scanned(piece, self._timing, self._given_timing.mean_gap_ms, self._knows, is_taught=self._is_taught)

    def _knows(self, strokes: Sequence[Stroke]) -> bool:
        return self._understanding.knows(strokes, self._learned.layout)

    def _scan(self, piece: Fragment, suffix: Stroke | None, *, truncated: bool, is_last: bool) -> Scan:
        if self._judges and not truncated:
            piece, as_cut = self._cuts.mended(piece, self._knows), piece
            if piece is not as_cut:
                self._learn_pace(piece)
        understood = self._understanding.read(piece.strokes, self._learned.layout)
        self._learned = replace(self._learned, layout=self._understanding.learn(understood, self._learned.layout))
        scan = piece.scan(understood, suffix, truncated=truncated)
        if is_last and scan.ended_by == "gap" and not truncated:
            self._learned = self._habit.missed(self._learned)
        if not self._judges or truncated:
            return scan
        return self._cuts.marked(scan, piece, self._knows, wants_suffix=self._learned.suffix_seen)
