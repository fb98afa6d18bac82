"""Three known codes tell what a scanner adds, drops and changes, whether it is a keyboard or a serial port."""

from dataclasses import replace

import pytest
from stdnum.iso7064 import mod_37_36

from tests.wedge_keys import ENTER, numbered, scanned
from ztdesk.app.keyboard_scanner import is_known_code
from ztdesk.domain.label import Kind, read_label
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.layout_tables import OTHERS
from ztdesk.scanning.strokes import Scan, Stroke
from ztdesk.scanning.teach_findings import Grade, findings, visible
from ztdesk.scanning.teaching import CODES, Separator, Shown, Taught, Teaching

FIRST, SECOND, THIRD = (code.said for code in CODES)


def from_keys(strokes: list[Stroke], *, enter: bool = True) -> Scan:
    framer = WedgeFramer(validates=is_known_code)
    scans: list[Scan] = []
    for stroke in strokes:
        scans += framer.feed(stroke).scans
    if enter:
        scans += framer.feed(replace(ENTER, at_ms=strokes[-1].at_ms + 5)).scans
    else:
        scans += framer.flush().scans
    (scan,) = scans
    return scan


def from_port(said: str, suffix: str = "\r\n") -> Scan:
    return Scan(said, said + suffix, "COM4", ended_by="suffix" if suffix else "gap")


def taught_by(*scans: Scan) -> Taught:
    teaching = Teaching()
    assert [teaching.take(scan) for scan in scans] == [Shown.TAKEN] * len(scans)
    return teaching.taught()


def titles(taught: Taught, *grades: Grade) -> list[str]:
    return [finding.title.english() for finding in findings(taught) if not grades or finding.grade in grades]


def serial(*, suffix: str = "\r\n", before: str = "", aim: bool = False, after: str = "", gs: str = "\x1d") -> Taught:
    aims = ("]C0", "]C0", "]C1") if aim else ("", "", "")
    return taught_by(
        *(
            from_port(before + mark + code.said.replace("\x1d", gs) + after, suffix)
            for mark, code in zip(aims, CODES, strict=True)
        )
    )


def test_no_teach_code_can_become_a_device_or_a_command() -> None:
    for code in CODES:
        for reading in read_label(code.said) + read_label("]C1" + code.said):
            assert reading.kind not in {Kind.IMEI, Kind.MEID, Kind.SERIAL}
    assert mod_37_36.is_valid(FIRST.replace("-", ""))
    assert is_known_code(FIRST)
    assert not is_known_code(FIRST[:-1] + "L")
    assert not is_known_code(SECOND)


def test_a_well_set_serial_scanner() -> None:
    taught = serial(aim=True)
    assert (taught.suffix, taught.prefix, taught.aim_ids, taught.separator) == ("\r\n", "", True, Separator.KEPT)
    assert not taught.is_keyboard
    assert titles(taught, Grade.BAD, Grade.ADVICE) == []
    assert taught.profile.scanner == "COM4"
    assert taught.profile.taught


@pytest.mark.parametrize(("suffix", "shown"), [("\r", "Enter"), ("\t", "Tab"), ("\x03", "ETX"), ("\n", "LF")])
def test_each_line_end_is_named(suffix: str, shown: str) -> None:
    taught = serial(suffix=suffix)
    assert taught.profile.suffix == suffix
    assert f"Ends each code with {shown}" in titles(taught)


def test_prefix_suffix_and_disguised_separators_are_learned_and_undone() -> None:
    taught = serial(before="@1", after="$", gs="]", aim=True)
    assert (taught.prefix, taught.suffix, taught.gs_as) == ("@1", "$", "]")
    for code, mark in zip(CODES, ("]C0", "]C0", "]C1"), strict=True):
        sent = f"@1{mark}{code.said}$".replace("\x1d", "]")
        wanted = mark + (code.said if code.is_gs1 else code.said.replace("]", "\x1d"))
        assert taught.profile.understood(sent) == wanted
    assert {"Puts @1 before each code, which is taken off"} <= set(titles(taught, Grade.ADVICE))


@pytest.mark.parametrize(
    ("taught", "title"),
    [
        (serial(suffix=""), "Nothing marks the end of a code"),
        (serial(gs=""), "Drops the separators of GS1 codes"),
        (serial(gs="^"), "Sends ^ for the separator of GS1 codes, which is put back"),
        (serial(), "Does not say what kind of barcode a code is"),
    ],
)
def test_what_is_badly_set_up_is_told_with_the_setting_to_change(taught: Taught, title: str) -> None:
    (finding,) = (one for one in findings(taught) if one.title.english() == title)
    assert finding.grade is not Grade.GOOD
    assert finding.hint is not None
    assert finding.hint.english()


def test_brackets_and_a_separator_in_front_are_understood() -> None:
    bracketed = from_port("(01)09501101530003(10)ZTDTEACH(91)3")
    assert taught_by(from_port(FIRST), from_port(SECOND), bracketed).separator is Separator.BRACKETS
    in_front = taught_by(from_port(FIRST), from_port(SECOND), from_port("\x1d" + THIRD))
    assert (in_front.separator, in_front.prefix, in_front.code_ids) == (Separator.KEPT, "", False)


def test_signs_of_the_makers_own_before_each_kind_of_code() -> None:
    taught = taught_by(from_port("#" + FIRST), from_port("#" + SECOND), from_port("B3" + THIRD))
    assert taught.code_ids
    assert "Puts another sign before each kind of code" in titles(taught, Grade.BAD)
    assert taught.profile.prefix == ""


def test_a_well_set_keyboard_scanner() -> None:
    taught = taught_by(*(from_keys(scanned(code.said)) for code in CODES))
    assert (taught.layout, taught.suffix, taught.separator) == ("", "\r", Separator.KEPT)
    assert taught.typical_gap_ms == pytest.approx(5)
    assert titles(taught, Grade.BAD) == []
    assert "Scanner and PC are set to the same keyboard" in titles(taught, Grade.GOOD)
    assert taught.profile.scanner == "keyboard"


@pytest.mark.parametrize("pc", [layout.name for layout in OTHERS])
@pytest.mark.parametrize("places", [True, False])
def test_the_layout_of_the_pc_is_found_out(pc: str, places: bool) -> None:
    taught = taught_by(*(from_keys(scanned(code.said, pc=pc, places=places)) for code in CODES))
    assert taught.layout == ("keys:us" if places else f"{pc}>us")
    assert not taught.garbled
    assert "Scanner and PC are set to different keyboards" in titles(taught, Grade.ADVICE)
    framer = WedgeFramer(validates=is_known_code)
    framer.use(taught.profile)
    strokes = scanned("SN-R5CZ10/Y", pc=pc, places=places)
    scans = [scan for stroke in [*strokes, replace(ENTER, at_ms=60)] for scan in framer.feed(stroke).scans]
    assert [scan.text for scan in scans] == ["SN-R5CZ10/Y"]


def test_a_scanner_set_to_the_country_of_its_pc_is_left_alone() -> None:
    sayable = [scanned(code.said, pc="uk", scanner="uk") for code in CODES]
    assert taught_by(*map(from_keys, sayable)).layout == ""
    german = taught_by(from_keys(scanned(FIRST, pc="de", scanner="de")))
    assert german.layout == ""


def test_a_scanner_set_to_another_country_than_its_pc() -> None:
    assert taught_by(from_keys(scanned(FIRST, pc="us", scanner="fr"))).layout == "keys:fr"
    assert taught_by(from_keys(scanned(FIRST, pc="fr", scanner="de", places=False))).layout == "fr>de"


def test_caps_lock_is_told_and_not_learned() -> None:
    taught = taught_by(*(from_keys(scanned(code.said, caps=True, places=False)) for code in CODES))
    assert "Caps Lock is on" in titles(taught, Grade.BAD)
    assert taught.profile.layout == ""
    with_places = taught_by(*(from_keys(scanned(code.said, caps=True)) for code in CODES))
    assert "Caps Lock is on" in titles(with_places, Grade.BAD)
    assert "Scanner and PC are set to different keyboards" not in titles(with_places)


def test_numbers_with_alt_a_slow_pace_and_no_suffix() -> None:
    numbers = taught_by(*(from_keys(numbered(code.said)) for code in CODES))
    assert "Sends each character as a number with Alt" in titles(numbers, Grade.ADVICE)
    slow = taught_by(Scan(FIRST, FIRST + "\r", typed=FIRST, gaps_ms=(57.0,) * 30))
    assert slow.profile.typical_gap_ms == 57.0
    assert "Slow: 57 ms from character to character" in titles(slow, Grade.ADVICE)
    slower = taught_by(Scan(FIRST, FIRST + "\r", typed=FIRST, gaps_ms=(120.0,) * 30))
    assert "Too slow: 120 ms from character to character" in titles(slower, Grade.BAD)
    endless = taught_by(*(from_keys(scanned(code.said), enter=False) for code in CODES))
    assert endless.profile.suffix_seen is False
    assert "Nothing marks the end of a code" in titles(endless, Grade.BAD)


def test_what_no_keyboard_explains_is_taken_as_garbled() -> None:
    teaching = Teaching()
    assert teaching.take(from_port(FIRST.replace("Q", "#").replace("-", "?"))) is Shown.GARBLED
    assert teaching.take(from_port(SECOND)) is Shown.TAKEN
    assert teaching.take(from_port(THIRD)) is Shown.TAKEN
    assert teaching.taught().garbled
    assert "Some characters arrive as others" in titles(teaching.taught(), Grade.BAD)


def test_case_conversion_is_told() -> None:
    teaching = Teaching()
    for code in CODES:
        lower = Scan("", code.said.lower() + "\r", typed=code.said.lower())
        assert teaching.take(lower) in {Shown.TAKEN, Shown.GARBLED}
    assert "The scanner changes capitals and small letters" in titles(teaching.taught(), Grade.BAD)


def test_only_the_code_asked_for_leads_on() -> None:
    teaching = Teaching()
    with pytest.raises(ValueError, match="shown"):
        teaching.taught()
    assert teaching.take(from_port(SECOND)) is Shown.ANOTHER_CODE
    assert teaching.take(from_port("358240112233440")) is Shown.ANOTHER_CODE
    assert teaching.take(from_port("")) is Shown.ANOTHER_CODE
    assert teaching.take(from_port(FIRST[:12])) is Shown.PIECE
    assert teaching.step == 0
    assert teaching.take(from_port(FIRST)) is Shown.TAKEN
    assert teaching.take(replace(from_port(SECOND), scanner="COM5")) is Shown.ANOTHER_SCANNER
    assert teaching.code is CODES[1]
    teaching.take(from_port(SECOND))
    teaching.take(from_port(THIRD))
    assert teaching.step == len(CODES)
    assert teaching.take(from_port(THIRD)) is Shown.ANOTHER_CODE


@pytest.mark.parametrize("pc", ["us", "fr"])
def test_a_code_whose_beginning_or_end_is_missing_is_asked_for_again(pc: str) -> None:
    teaching = Teaching()
    teaching.take(from_keys(scanned(FIRST, pc=pc)))
    for piece in (SECOND[7:], SECOND[1:], SECOND[:-2]):
        assert teaching.take(from_keys(scanned(piece, pc=pc))) is Shown.PIECE
    torn = from_port(SECOND[:5] + SECOND[9:])
    serial_teaching = Teaching()
    serial_teaching.take(from_port(FIRST))
    assert serial_teaching.take(torn) is Shown.PIECE
    assert serial_teaching.take(torn) is Shown.GARBLED  # it leaves them out each time
    assert teaching.take(replace(from_keys(scanned("#" + SECOND[2:], pc=pc)), is_part=True)) is Shown.PIECE
    assert teaching.take(from_keys(scanned(SECOND, pc=pc))) is Shown.TAKEN


def test_control_characters_are_shown_safely() -> None:
    assert [visible(sign) for sign in ("\r", "\t", "$", "\x1b", "\uf70b", "\u202e")] == [
        "Enter", "Tab", "$", "<1B>", "<F70B>", "<202E>",
    ]  # fmt: skip
