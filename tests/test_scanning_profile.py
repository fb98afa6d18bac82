"""A profile takes off what a scanner adds, puts separators back, and is kept on one line."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.timing import Learned

FULL = ScannerProfile("COM4", "\r\n", True, "@1", 12.5, True, "]", "keys:us", True)
GS1 = "01095011015300038002358240112233440"


@pytest.mark.parametrize(
    ("profile", "raw_text", "meant"),
    [
        (ScannerProfile(), "358240112233440", "358240112233440"),
        (ScannerProfile(prefix="@1"), "@1358240112233440", "358240112233440"),
        (ScannerProfile(prefix="@1"), "358240112233440", "358240112233440"),
        (ScannerProfile(prefix="@1"), "@1@1A", "@1A"),
        (ScannerProfile(suffix="$"), "ABC$", "ABC"),
        (ScannerProfile(gs_as="]"), f"]d2{GS1}]21R5CT10", f"]d2{GS1}\x1d21R5CT10"),
        (ScannerProfile(gs_as="]"), f"{GS1}]21R5CT10", f"{GS1}\x1d21R5CT10"),
        (ScannerProfile(gs_as="^"), f"{GS1}^21R5CT10", f"{GS1}\x1d21R5CT10"),
        (ScannerProfile(gs_as="{GS}"), f"{GS1}{{GS}}21R5", f"{GS1}\x1d21R5"),
        (ScannerProfile(gs_as="|"), f"{GS1}|21R5", f"{GS1}\x1d21R5"),
        (ScannerProfile(gs_as="|"), "358240112233440|R5CT10ABCDE", "358240112233440|R5CT10ABCDE"),
        (ScannerProfile(gs_as="\uf70b"), f"{GS1}\uf70b21R5", f"{GS1}\x1d21R5"),
    ],
)
def test_what_a_scanner_adds_is_taken_off_and_separators_are_put_back(
    profile: ScannerProfile, raw_text: str, meant: str
) -> None:
    assert profile.understood(raw_text) == meant


@given(st.text(max_size=30))
def test_a_scanner_nothing_is_known_of_changes_nothing(text: str) -> None:
    assert ScannerProfile().understood(text) == text
    assert FULL.understood(f"@1{text}\r\n").replace("\x1d", "]") == text.replace("\x1d", "]")


def test_a_profile_comes_back_from_its_line() -> None:
    line = FULL.to_json()
    assert "\n" not in line
    assert ScannerProfile.from_json(line) == FULL
    later = json.dumps({**json.loads(line), "colour": "red"})
    assert ScannerProfile.from_json(later) == FULL, "a later version may know more"
    assert ScannerProfile.from_json("{}") == ScannerProfile()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "1 57.3",
        "[]",
        "null",
        "[" * 100_000,
        '{"prefix": 5}',
        '{"taught": 1}',
        '{"typical_gap_ms": "5"}',
        '{"typical_gap_ms": true}',
        '{"typical_gap_ms": -1}',
        '{"typical_gap_ms": 1e9}',
        '{"typical_gap_ms": NaN}',
        '{"layout": "keys:xx"}',
        '{"layout": "alt"}',
        '{"prefix": "12345678901234567"}',
    ],
)
def test_what_is_no_profile_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the parser of JSON has words of its own
        ScannerProfile.from_json(line)


def test_what_framing_learns_is_a_part_of_it() -> None:
    assert FULL.learned == Learned(True, 12.5, "keys:us")
    slower = Learned(True, 57.0, "fr>us")
    assert FULL.with_learned(slower) == replace(FULL, typical_gap_ms=57.0, layout="fr>us")


def test_only_characters_of_its_own_are_an_own_suffix() -> None:
    suffixes = ["", "\r", "\r\n", "\t", "$", "$\r"]
    assert [ScannerProfile(suffix=suffix).own_suffix for suffix in suffixes] == ["", "", "", "", "$", "$\r"]
