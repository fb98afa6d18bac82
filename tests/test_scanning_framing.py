"""What the framer takes for a scanner and what for a person, on synthetic clocks."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wedge_keys import DEAD, numbered, scanned
from tests.wedge_keys import ENTER as ENTER_KEY
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.strokes import ALT, CONTROL, KEYPAD, Disposition, Outcome, Scan, Stroke
from ztdesk.scanning.timing import Learned, WedgeTiming

IMEI = "001010123456781"
OTHER = "001010123456799"
ENTER, TAB, BACKSPACE, LEFT, SHIFT_KEY, DEAD_ACUTE = (
    0x01000004,
    0x01000001,
    0x01000003,
    0x01000012,
    0x01000020,
    0x01001251,
)
SUFFIX_SEEN = Learned(suffix_seen=True)


def known(text: str) -> bool:
    return text in (IMEI, OTHER, "PO-88213", "8480000650672")


def key(char: str, at_ms: float, *, auto_repeat: bool = False) -> Stroke:
    if char in "\n\t":
        code = ENTER if char == "\n" else TAB
        return Stroke("\r" if char == "\n" else "\t", at_ms, code, scan_code=36, is_suffix=True)
    return Stroke(char, at_ms, ord(char.upper()), scan_code=ord(char), auto_repeat=auto_repeat)


def control(char: str, at_ms: float) -> Stroke:
    return Stroke(chr(ord(char) & 0x1F), at_ms, ord(char), CONTROL, scan_code=35)


def special(code: int, at_ms: float, text: str = "") -> Stroke:
    return Stroke(text, at_ms, code)


def keys(text: str, *, start: float = 0.0, gap: float = 5.0) -> list[Stroke]:
    return [key(char, start + index * gap) for index, char in enumerate(text)]


def timed(*parts: tuple[str, float, float]) -> list[Stroke]:
    """Parts of (text, pause before it, gap within it)."""
    strokes: list[Stroke] = []
    now = 0.0
    for text, pause, gap in parts:
        now += pause
        strokes += keys(text, start=now, gap=gap)
        now = strokes[-1].at_ms
    return strokes


@dataclass
class Bench:
    """A framer, ticked when it asks for it, and all that came of it."""

    framer: WedgeFramer
    scans: list[Scan] = field(default_factory=list)
    typed: list[Stroke] = field(default_factory=list)
    delays_ms: list[float] = field(default_factory=list)
    absorbed: int = 0

    def play(self, strokes: Iterable[Stroke], *, ticks: bool = True) -> "Bench":
        for stroke in strokes:
            if ticks:
                self.tick(before=stroke.at_ms)
            would_take = self.framer.would_take(stroke)
            outcome = self.framer.feed(stroke)
            assert would_take is (outcome.disposition is not Disposition.PASSED) or outcome.released
            self._take(outcome, stroke.at_ms)
            if outcome.disposition is Disposition.PASSED:
                self.typed.append(stroke)
                self.delays_ms.append(0.0)
            self.absorbed += outcome.disposition is Disposition.ABSORBED
        return self

    def tick(self, before: float = float("inf")) -> None:
        due = self.framer.next_tick_ms
        if due is not None and due < before:
            self._take(self.framer.tick(due), due)
            assert self.framer.next_tick_ms is None

    def end(self) -> "Bench":
        self.tick()
        return self

    def _take(self, outcome: Outcome, now_ms: float) -> None:
        self.typed += outcome.released
        self.delays_ms += [now_ms - stroke.at_ms for stroke in outcome.released]
        self.scans += outcome.scans

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]

    @property
    def typed_text(self) -> str:
        return "".join("\n" if stroke.is_suffix else stroke.text for stroke in self.typed)


def bench(learned: Learned | None = None, *, judged: bool = True, timing: WedgeTiming | None = None) -> Bench:
    return Bench(WedgeFramer(timing, validates=known if judged else None, learned=learned))


@pytest.mark.parametrize("suffix", ["\n", "\t"])
@pytest.mark.parametrize("gap", [0.0, 1.0, 5.0, 16.0, 34.0])
def test_a_burst_with_suffix_is_a_scan_within_the_suffix(gap: float, suffix: str) -> None:
    wedge = bench().play(keys(IMEI + suffix, start=1000, gap=gap))
    (scan,) = wedge.scans
    assert (scan.text, scan.raw, scan.ended_by) == (IMEI, IMEI + suffix.replace("\n", "\r"), "suffix")
    assert scan.scanner == "keyboard"
    assert scan.started_ms == 1000
    assert scan.gaps_ms == (gap,) * 15
    assert scan.keys == (*map(ord, IMEI), 36)
    assert wedge.typed == []
    assert wedge.framer.learned.suffix_seen
    assert wedge.framer.next_tick_ms is None


def test_a_burst_without_suffix_ends_on_the_gap_while_no_suffix_was_ever_seen() -> None:
    wedge = bench().play(keys(IMEI, gap=5))
    assert wedge.framer.next_tick_ms == 14 * 5 + 300
    assert wedge.framer.tick(369.0).scans == ()
    wedge.end()
    assert [(scan.text, scan.raw, scan.ended_by) for scan in wedge.scans] == [(IMEI, IMEI, "gap")]


def test_what_no_number_is_as_long_as_is_not_waited_for() -> None:
    label = f"IMEI1:{IMEI};IMEI2:{OTHER}"
    wedge = bench().play(keys(label, gap=5))
    assert wedge.framer.next_tick_ms == (len(label) - 1) * 5 + 120
    assert wedge.end().texts == [label]


@pytest.mark.parametrize("learned", [SUFFIX_SEEN, None])
@pytest.mark.parametrize("ending", ["", "\n"])
def test_the_first_digits_of_a_longer_number_are_no_code_of_their_own(learned: Learned | None, ending: str) -> None:
    later = ((ending, 5, 0),) if ending else ()
    for first, rest in ((IMEI, "1234"), (IMEI, "12"), ("894900", IMEI)):
        wedge = bench(learned).play(timed((first, 0, 5), (rest, 200, 5), *later)).end()
        assert wedge.texts == [first + rest]
        assert wedge.typed == []


def test_a_burst_without_suffix_is_waited_for_once_a_suffix_was_seen() -> None:
    wedge = bench(SUFFIX_SEEN).play(keys(IMEI, gap=5))
    assert wedge.framer.next_tick_ms == 14 * 5 + 300
    wedge.end()
    assert [(scan.text, scan.ended_by) for scan in wedge.scans] == [(IMEI, "gap")]


@pytest.mark.parametrize("delay", [150, 290])
def test_a_suffix_after_the_gap_is_absorbed_and_may_be_a_persons(delay: float) -> None:
    wedge = bench().play(timed((IMEI, 0, 5), ("\n", delay, 0)))
    assert wedge.texts == [IMEI]
    assert wedge.typed == []
    assert not wedge.framer.learned.suffix_seen


@pytest.mark.parametrize("ticks", [True, False])
def test_fragments_are_joined_when_only_the_join_is_known(ticks: bool) -> None:
    wedge = bench(SUFFIX_SEEN).play(timed(("8480000", 0, 5), ("650672", 200, 5), ("\n", 5, 0)), ticks=ticks)
    assert wedge.texts == ["8480000650672"]
    assert wedge.scans[0].keys == (*map(ord, "8480000650672"), 36)
    assert wedge.scans[0].gaps_ms == (*[5] * 6, 200, *[5] * 6)
    assert wedge.typed == []


def test_a_single_late_digit_is_joined() -> None:
    wedge = bench(SUFFIX_SEEN).play(timed((IMEI[:-1], 0, 5), (IMEI[-1] + "\n", 200, 20)))
    assert wedge.texts == [IMEI]
    assert wedge.typed == []


def test_two_known_codes_are_not_joined() -> None:
    wedge = bench(SUFFIX_SEEN).play(timed((IMEI, 0, 5), (OTHER, 200, 5), ("\n", 5, 0)))
    assert [(scan.text, scan.ended_by) for scan in wedge.scans] == [(IMEI, "gap"), (OTHER, "suffix")]


def test_fragments_of_an_unknown_code_stay_apart_and_nothing_reaches_a_field() -> None:
    wedge = bench(SUFFIX_SEEN).play(timed(("ABCDEFGH", 0, 5), ("XY\n", 200, 5)))
    assert wedge.texts == ["ABCDEFGH", "XY"]
    assert wedge.typed == []


def test_without_a_judge_the_suffix_alone_says_where_a_scan_ends() -> None:
    wedge = bench(SUFFIX_SEEN, judged=False).play(timed(('{"stIMEI', 0, 5), ('ockitem": 536}', 250, 5), ("\n", 5, 0)))
    assert wedge.texts == ['{"stIMEIockitem": 536}']


def test_a_known_code_is_never_glued_to_anything_but_digits() -> None:
    label, glued = "SN:R5CT10", f"SN:R5CT10{IMEI}"
    for first, second in ((label, IMEI), (IMEI, "R5CT10ABCDE"), (label, "SN:R5CT11")):
        framer = WedgeFramer(validates={label, IMEI, glued, first + second}.__contains__)
        wedge = Bench(framer).play(timed((first, 0, 5), (second, 100, 5))).end()
        assert wedge.texts == [first, second]


def test_digits_torn_beside_another_code_are_one_number_and_the_other_code_is_one() -> None:
    wedge = bench().play(timed((IMEI, 0, 5), ("1234", 200, 5), ("R5CT10ABCDE", 200, 5))).end()
    assert wedge.texts == [IMEI + "1234", "R5CT10ABCDE"]


def test_more_digits_than_a_number_has_are_several_codes() -> None:
    wedge = bench().play(timed(("22140523021234", 0, 5), (IMEI, 200, 5))).end()
    assert wedge.texts == ["22140523021234", IMEI]
    eid = f"89049032{IMEI}"
    assert bench().play(timed((eid[:8], 0, 5), (eid[8:], 200, 5))).end().texts == [eid]


def test_only_what_may_be_a_number_is_waited_for() -> None:
    wedge = bench().play(keys("R5CT10ABCDE", gap=5))
    assert wedge.framer.next_tick_ms == 10 * 5 + 120
    assert bench().play(keys("]C0894900", gap=5)).framer.next_tick_ms == 8 * 5 + 300
    french = bench().play(scanned("894900", pc="fr"))
    assert french.framer.next_tick_ms == french.framer._burst.active_ms + 300  # type: ignore[union-attr]


def test_torn_digits_of_an_unknown_layout_are_one_number() -> None:
    first, rest = scanned(IMEI, pc="fr"), scanned("1234", pc="fr")
    pause = late(rest, first[-1].at_ms + 200)
    (scan,) = bench().play([*first, *pause]).end().scans
    assert scan.pressed == IMEI + "1234"


def test_a_longer_pause_never_joins() -> None:
    wedge = bench(SUFFIX_SEEN).play(timed(("8480000", 0, 5), ("650672", 301, 5), ("\n", 5, 0)))
    assert wedge.texts == ["8480000", "650672"]


def test_typing_after_a_scan_that_lost_its_suffix_is_not_swallowed() -> None:
    wedge = bench(SUFFIX_SEEN).play(timed((IMEI, 0, 5), ("hello", 150, 150))).end()
    assert wedge.texts == [IMEI]
    assert wedge.typed_text == "hello"
    assert max(wedge.delays_ms) <= 80


@pytest.mark.parametrize("extra", ["\n", "\t", "\n\n"])
def test_a_double_suffix_is_swallowed(extra: str) -> None:
    wedge = bench().play(keys(IMEI + "\n" + extra))
    assert wedge.texts == [IMEI]
    assert wedge.typed == []
    assert wedge.absorbed == 1 + len(extra)


def test_a_line_feed_sent_as_control_j_is_part_of_the_suffix() -> None:
    wedge = bench().play([*keys(IMEI + "\n"), control("J", 80)])
    assert wedge.texts == [IMEI]
    assert wedge.typed == []


def test_enter_pressed_by_the_packer_after_a_scan_is_his() -> None:
    wedge = bench().play(timed((IMEI + "\n", 0, 5), ("\n", 400, 0)))
    assert wedge.typed_text == "\n"


def test_scans_back_to_back_without_pause() -> None:
    wedge = bench().play(keys(f"{IMEI}\n{OTHER}\nPO-88213\n", gap=2))
    assert wedge.texts == [IMEI, OTHER, "PO-88213"]
    assert wedge.typed == []


def test_strokes_delivered_late_are_judged_by_their_own_time() -> None:
    wedge = bench().play([*keys(IMEI + "\n"), *keys("hi", start=500, gap=140)], ticks=False).end()
    assert wedge.texts == [IMEI]
    assert wedge.typed_text == "hi"


def test_upper_case_letters_come_with_shift_strokes_of_their_own() -> None:
    strokes = [
        stroke
        for index, char in enumerate("PO-88213\n")
        for stroke in ([special(SHIFT_KEY, index * 30 - 10)] if char.isalpha() else []) + [key(char, index * 30)]
    ]
    wedge = bench().play(strokes)
    assert wedge.texts == ["PO-88213"]
    assert [stroke.key for stroke in wedge.typed] == [SHIFT_KEY] * 2


def test_group_separator_sent_as_control_bracket_is_payload() -> None:
    strokes = [*keys("0109501101530003", gap=5), control("]", 80), *keys("21R5CT10ABCDE\n", start=85)]
    wedge = bench().play(strokes)
    assert wedge.texts == ["0109501101530003\x1d21R5CT10ABCDE"]
    assert wedge.typed == []


def test_record_separator_may_come_early() -> None:
    strokes = [*keys("[)>", gap=5), control("^", 15), *keys("06SR5CT10ABCDE\n", start=20)]
    assert bench().play(strokes).texts == ["[)>\x1e06SR5CT10ABCDE"]


def test_a_line_feed_within_a_code_keeps_it_one_scan() -> None:
    strokes = [*keys(IMEI), control("J", 75), *keys(OTHER, start=80), control("J", 155)]
    wedge = bench(judged=False).play(strokes).end()
    assert wedge.texts == [f"{IMEI}\n{OTHER}"]
    assert wedge.scans[0].raw == f"{IMEI}\n{OTHER}\n"


def test_a_dead_key_within_a_burst_keeps_its_place_for_decoding() -> None:
    wedge = bench().play([*keys("ABCDEFG"), special(DEAD_ACUTE, 35), *keys("HI\n", start=40)])
    assert wedge.texts == ["ABCDEFGHI"]
    assert len(wedge.scans[0].keys) == 11


SHORTCUTS = {
    "ctrl+c": control("C", 1000),
    "ctrl+]": control("]", 1000),
    "alt+s": Stroke("s", 1000, ord("S"), ALT),
    "left": special(LEFT, 1000),
    "backspace": special(BACKSPACE, 1000, "\b"),
    "dead key": special(DEAD_ACUTE, 1000),
    "shift": special(SHIFT_KEY, 1000),
    "space": key(" ", 1000),
    "enter": key("\n", 1000),
    "tab": key("\t", 1000),
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_these_pass_at_once_and_bring_out_what_is_held(name: str) -> None:
    framer = WedgeFramer()
    assert framer.feed(SHORTCUTS[name]) == Outcome(Disposition.PASSED)
    framer = WedgeFramer()
    first = key("a", 990)
    assert framer.feed(first).disposition is Disposition.HELD
    if name not in ("shift", "space"):  # Shift belongs to the next letter, and a blank may be within a code
        assert framer.feed(SHORTCUTS[name]) == Outcome(Disposition.PASSED, released=(first,))


def test_a_held_key_that_repeats_is_a_person() -> None:
    strokes = [key("a", 0), *(key("a", 400 + index * 30, auto_repeat=True) for index in range(20))]
    wedge = bench().play(strokes).end()
    assert wedge.scans == []
    assert wedge.typed == strokes


def human(text: str, words_per_minute: float, seed: int) -> list[Stroke]:
    """Typing with rolls: now and then two to four keys 15 to 30 ms apart, as quick typists do."""
    chance = random.Random(seed)
    mean = 12_000 / words_per_minute
    now, rolled, strokes = 0.0, 0, []
    for char in text:
        strokes.append(key(char, now))
        if rolled:
            rolled -= 1
        elif chance.random() < 0.15:
            rolled = chance.randint(1, 3)
        now += chance.uniform(15, 30) if rolled else max(50.0, chance.gauss(mean, mean / 4))
    return strokes


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("words_per_minute", [60, 120, 150])
def test_people_are_not_taken_for_scanners_nor_kept_waiting(words_per_minute: float, seed: int) -> None:
    text = "the quick brown fox\njumps over the lazy dog\t0010101234567\n" * 3
    wedge = bench(SUFFIX_SEEN).play(human(text, words_per_minute, seed)).end()
    assert wedge.scans == []
    assert wedge.typed_text == text.replace("\t", "\n")
    assert wedge.absorbed == 0
    waits = sorted(wedge.delays_ms)
    assert waits[len(waits) // 2] <= 40
    assert waits[-1] <= 4 * 40  # the first key of a roll of four


def test_five_fast_characters_are_too_few() -> None:
    wedge = bench().play(keys("12345\n", gap=2))
    assert wedge.scans == []
    assert wedge.typed_text == "12345\n"


def test_a_person_just_before_a_scan_keeps_his_key() -> None:
    wedge = bench().play(timed(("x", 0, 0), (IMEI + "\n", 30, 3)))
    assert wedge.texts == [IMEI]
    assert wedge.typed_text == "x"


def test_typing_scan_typing() -> None:
    strokes = timed(("ab", 0, 130), (IMEI + "\n", 130, 4), ("cd\n", 130, 130))
    wedge = bench().play(strokes).end()
    assert wedge.texts == [IMEI]
    assert wedge.typed_text == "abcd\n"


def test_an_arrow_key_ends_the_wait_for_a_suffix() -> None:
    wedge = bench(SUFFIX_SEEN).play([*keys(IMEI), special(LEFT, 200)])
    assert wedge.texts == [IMEI]
    assert [stroke.key for stroke in wedge.typed] == [LEFT]


def bluetooth(text: str, seed: int, start: float = 0.0) -> list[Stroke]:
    chance = random.Random(seed)
    now, strokes = start, []
    for char in text:
        strokes.append(key(char, now))
        now += chance.uniform(48, 62)
    return strokes


@pytest.mark.parametrize("seed", range(5))
def test_a_slow_wireless_scanner_is_learned_from_its_first_scan(seed: int) -> None:
    wedge = bench().play(bluetooth(IMEI + "\n", seed))
    assert wedge.scans == []
    assert wedge.typed_text == IMEI + "\n"
    assert 50 < wedge.framer.learned.typical_gap_ms < 60
    wedge.play(bluetooth(f"{OTHER}\nUNKNOWN-1\n", seed + 100, start=5000))
    assert wedge.texts == [OTHER]
    assert wedge.typed_text == IMEI + "\nUNKNOWN-1\n"  # what cannot be checked may be a text expander's
    taught = ScannerProfile(suffix_seen=True, typical_gap_ms=wedge.framer.learned.typical_gap_ms, taught=True)
    wedge.framer.use(taught)
    wedge.play(bluetooth("UNKNOWN-2\n", seed + 200, start=10000))
    assert wedge.texts == [OTHER, "UNKNOWN-2"]
    assert wedge.typed_text == IMEI + "\nUNKNOWN-1\n"


@pytest.mark.parametrize("seed", range(20))
def test_people_are_still_people_beside_a_slow_scanner(seed: int) -> None:
    text = "the quick brown fox jumps\nover the lazy dog\n"
    wedge = bench(Learned(suffix_seen=True, typical_gap_ms=55)).play(human(text, 90, seed)).end()
    assert wedge.scans == []
    assert wedge.typed_text == text


def test_a_person_typing_a_code_teaches_nothing() -> None:
    wedge = bench().play(human(IMEI + "\n", 100, 1)).end()
    assert wedge.framer.learned == Learned()


@pytest.mark.parametrize("suffix", ["", "\n"])
def test_what_is_over_the_limit_is_one_scan_marked_as_cut(suffix: str) -> None:
    wedge = bench(judged=False).play(keys("7" * 9000 + suffix, gap=1)).end()
    (scan,) = wedge.scans
    assert scan.truncated
    assert scan.text == "7" * 4096
    assert wedge.typed == []


def test_a_long_code_costs_no_more_per_character() -> None:
    framer = WedgeFramer(WedgeTiming(max_characters=200_000))
    strokes = keys("7" * 100_000, gap=1)
    for stroke in strokes:
        framer.feed(stroke)  # quadratic work would run into the test's time limit
    (scan,) = framer.flush().scans
    assert len(scan.text) == 100_000


def test_limits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="grow"):
        WedgeTiming(hold_ms=100)
    with pytest.raises(ValueError, match="two characters"):
        WedgeTiming(min_length=1)


CHARS = st.sampled_from([*"0123456789ABC ", "\n", "\t", "left", "ctrl", "shift", "repeat", "dead"])
GAPS = st.sampled_from([0.0, 1.0, 5.0, 5.0, 5.0, 16.0, 30.0, 39.0, 41.0, 60.0, 81.0, 119.0, 121.0, 200.0, 301.0])


def stroke_of(kind: str, at_ms: float) -> Stroke:
    match kind:
        case "left":
            return special(LEFT, at_ms)
        case "ctrl":
            return control("]", at_ms)
        case "shift":
            return special(SHIFT_KEY, at_ms)
        case "dead":
            return special(DEAD_ACUTE, at_ms)
        case "repeat":
            return key("9", at_ms, auto_repeat=True)
        case _:
            return key(kind, at_ms)


@st.composite
def sequences(draw: st.DrawFn) -> list[Stroke]:
    """People, scanners and everything between: runs of one pace, so that bursts do happen."""
    now, strokes = 0.0, []
    for _ in range(draw(st.integers(1, 8))):
        gap = draw(GAPS)
        for kind in draw(st.lists(CHARS, min_size=1, max_size=20)):
            strokes.append(stroke_of(kind, now))
            now += gap
        now += draw(GAPS)
    return strokes


@settings(max_examples=400, deadline=None)
@given(sequences(), st.booleans(), st.booleans(), st.booleans(), st.sampled_from([0.0, 55.0]))
def test_every_stroke_ends_in_one_place(
    strokes: list[Stroke], ticks: bool, judged: bool, suffix_seen: bool, gap: float
) -> None:
    numbered = [
        Stroke(s.text, s.at_ms, s.key, s.modifiers, index + 1, s.auto_repeat, s.is_suffix)
        for index, s in enumerate(strokes)
    ]
    wedge = bench(Learned(suffix_seen, gap), judged=judged).play(numbered, ticks=ticks).end()
    typed = [stroke.scan_code for stroke in wedge.typed]
    scanned = [code for scan in wedge.scans for code in scan.keys]
    ended = {scan.keys[-1] for scan in wedge.scans if scan.ended_by == "suffix"}
    everywhere = sorted(typed + scanned)
    assert len(set(everywhere)) == len(everywhere)
    missing = {stroke.scan_code: stroke for stroke in numbered if stroke.scan_code not in set(everywhere)}
    assert len(missing) + len(ended) == wedge.absorbed
    assert all(stroke.is_suffix or stroke.control_character in ("\r", "\n") for stroke in missing.values())
    assert scanned == sorted(scanned)
    # A repeating key and a modifier are a person's beside a scan: they overtake what is held.
    overtaking = {s.scan_code for s in numbered if s.auto_repeat or s.is_lone_modifier}
    in_order = [code for code in typed if code not in overtaking]
    assert in_order == sorted(in_order)
    for scan in wedge.scans:
        assert scan.raw.startswith(scan.text)
        assert len(scan.gaps_ms) == len(scan.keys) - 1
    assert wedge.framer.next_tick_ms is None


# --- scanners and PCs of other countries


def late(strokes: list[Stroke], by_ms: float) -> list[Stroke]:
    return [replace(stroke, at_ms=stroke.at_ms + by_ms) for stroke in strokes]


def ended(strokes: list[Stroke]) -> list[Stroke]:
    return [*strokes, replace(ENTER_KEY, at_ms=strokes[-1].at_ms + 5)]


def test_what_was_typed_and_what_was_understood_are_both_kept() -> None:
    wedge = bench().play(ended(scanned(IMEI, pc="fr")))
    (scan,) = wedge.scans
    assert (scan.text, scan.typed, scan.pressed, scan.layout) == (IMEI, "àà&à&à&é\"'(-è_&", IMEI, "keys:us")
    assert scan.raw == scan.typed + "\r"
    assert wedge.framer.learned == Learned(suffix_seen=True, layout="keys:us")


def test_a_learned_decoding_holds_for_what_cannot_be_checked() -> None:
    wedge = bench().play(ended(scanned("R5CT10ABCDE", pc="fr")))
    wedge.play(late(ended(scanned(IMEI, pc="fr")), 1000)).play(late(ended(scanned("R5CT10ABCDE", pc="fr")), 2000))
    assert wedge.texts == ["R(CT&àQBCDE", IMEI, "R5CT10ABCDE"]


def test_a_scan_as_typed_names_no_decoding() -> None:
    (scan,) = bench().play(ended(scanned(IMEI, pc="de"))).scans
    assert (scan.typed, scan.layout) == (IMEI, "")


def test_fragments_join_when_only_the_join_is_known_once_decoded() -> None:
    strokes = scanned(IMEI, pc="cz")
    pause = [replace(stroke, at_ms=stroke.at_ms + (200 if index > 7 else 0)) for index, stroke in enumerate(strokes)]
    assert bench(SUFFIX_SEEN).play(ended(pause)).texts == [IMEI]


def test_a_slow_scanner_is_learned_from_what_it_means() -> None:
    slow = [replace(stroke, at_ms=index * 57.0) for index, stroke in enumerate(scanned(IMEI, pc="fr"))]
    wedge = bench().play([*slow, replace(ENTER_KEY, at_ms=slow[-1].at_ms + 57)]).end()
    assert wedge.scans == []
    assert wedge.framer.learned.typical_gap_ms == pytest.approx(57.0)


@pytest.mark.parametrize("digits", [3, 4])
def test_characters_keyed_as_numbers_with_alt_are_a_scan(digits: int) -> None:
    wedge = bench().play(ended(numbered(IMEI, digits=digits)))
    (scan,) = wedge.scans
    assert (scan.text, scan.layout) == (IMEI, "alt")
    assert wedge.typed == []


def test_a_person_who_keys_a_letter_with_alt_gets_it() -> None:
    strokes = [Stroke("", 150.0 * index, 0x30 + index, ALT | KEYPAD, starts_alt=index == 0) for index in range(4)]
    wedge = bench().play(strokes).end()
    assert wedge.typed == strokes
    assert max(wedge.delays_ms) <= 40


def test_a_dead_key_whose_place_is_known_may_begin_a_scan() -> None:
    strokes = scanned("]C1" + IMEI, pc="se")
    strokes[0] = replace(strokes[0], text="", key=DEAD["¨"])
    (scan,) = bench(replace(SUFFIX_SEEN, layout="keys:us")).play(ended(strokes)).scans
    assert scan.text == "]C1" + IMEI
    assert scan.typed == "¨C1" + IMEI


def test_a_prefix_is_taken_off_and_a_suffix_of_its_own_ends_a_scan_at_once() -> None:
    wedge = bench()
    wedge.framer.use(ScannerProfile(prefix="~", suffix="$%", layout="keys:us"))
    strokes = [*scanned(f"~{IMEI}$%", pc="de"), *late(scanned(f"~{OTHER}$%", pc="de"), 90)]
    wedge.play(strokes)
    assert wedge.texts == [IMEI, OTHER]
    assert [scan.ended_by for scan in wedge.scans] == ["suffix", "suffix"]
    assert wedge.scans[0].pressed == f"~{IMEI}$%"
    assert not wedge.framer.holds
    assert wedge.typed == []


def test_enter_after_a_suffix_of_its_own_presses_nothing() -> None:
    wedge = bench()
    wedge.framer.use(ScannerProfile(suffix="$"))
    wedge.play(ended(scanned(f"{IMEI}$")))
    assert (wedge.texts, wedge.absorbed, wedge.typed) == ([IMEI], 2, [])


def test_what_looks_like_a_suffix_but_ends_nothing_scanned_is_given_back() -> None:
    wedge = bench()
    wedge.framer.use(ScannerProfile(suffix="$"))
    strokes = [replace(stroke, at_ms=index * 120.0) for index, stroke in enumerate(scanned("PO$88$"))]
    assert wedge.play(strokes).end().typed == strokes
