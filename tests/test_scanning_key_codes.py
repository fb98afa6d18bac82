"""Native scan codes tell places: the same ones by Windows' counting and by Linux'."""

import pytest

from ztdesk.scanning.key_codes import KeyCodes
from ztdesk.scanning.strokes import ALT, CONTROL, KEYPAD, META, SHIFT


@pytest.mark.parametrize(
    ("code", "plain", "shifted"),
    [
        (0x02, "1", "!"),
        (0x0B, "0", ")"),
        (0x0C, "-", "_"),
        (0x0D, "=", "+"),
        (0x10, "q", "Q"),
        (0x15, "y", "Y"),
        (0x1B, "]", "}"),
        (0x1E, "a", "A"),
        (0x28, "'", '"'),
        (0x29, "`", "~"),
        (0x2B, "\\", "|"),
        (0x2C, "z", "Z"),
        (0x35, "/", "?"),
        (0x39, " ", " "),
        (0x56, "⟨", "⟩"),
    ],
)
def test_places_by_windows_and_by_linux(code: int, plain: str, shifted: str) -> None:
    windows = KeyCodes("windows")
    assert (windows.us_text(code, 0), windows.us_text(code, SHIFT)) == (plain, shifted)
    for linux in (KeyCodes("xcb"), KeyCodes("wayland")):
        assert (linux.us_text(code + 8, 0), linux.us_text(code + 8, SHIFT)) == (plain, shifted)


@pytest.mark.parametrize(
    ("code", "char"), [(0x1B, "\x1d"), (0x1A, "\x1b"), (0x07, "\x1e"), (0x0C, "\x1f"), (0x32, "\r")]
)
def test_control_and_a_place_is_a_control_character(code: int, char: str) -> None:
    codes = KeyCodes("windows")
    assert codes.us_text(code, CONTROL) == char
    assert codes.us_text(code, CONTROL | SHIFT) == char


@pytest.mark.parametrize("code", [0, 0x135, 0x11C, 0x48, 0x47, 0x37, 0x0E, 0x1C, 0x3B])
def test_extended_keys_keypad_and_keys_without_a_character_have_no_place(code: int) -> None:
    assert KeyCodes("windows").us_text(code, 0) == ""


def test_other_modifiers_are_no_scanners() -> None:
    codes = KeyCodes("windows")
    assert [codes.us_text(0x1E, held) for held in (ALT, META, CONTROL | ALT)] == ["", "", ""]
    assert codes.us_text(0x1E, KEYPAD) == "a"
    assert codes.us_text(0x02, CONTROL) == "", "Control+1 is no control character"


@pytest.mark.parametrize("platform", ["", "offscreen", "cocoa", "minimal"])
def test_other_systems_tell_no_places(platform: str) -> None:
    codes = KeyCodes(platform)
    assert {codes.us_text(code, 0) for code in range(0x200)} == {""}
    assert not codes.caps_lock(0xFFFF)


def test_caps_lock_is_told_by_the_native_modifiers() -> None:
    assert KeyCodes("windows").caps_lock(0x100)
    assert KeyCodes("xcb").caps_lock(0x2)
    assert not KeyCodes("windows").caps_lock(0x2)
