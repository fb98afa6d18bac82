"""Native scan code and modifiers -> what the key gives on a US keyboard. Knows no Qt and no other layout.

Windows reports codes of set 1 (an extended key has 0x100 added); X11 and Wayland report Linux' own codes and 8. In the
part of the keyboard that has characters both count the same. Other systems tell no places.
"""

from ztdesk.scanning.layout_tables import EXTRA, US
from ztdesk.scanning.strokes import ALT, CONTROL, META, SHIFT

_ROWS = (
    (0x29, "`"),
    (0x02, "1234567890-="),
    (0x10, "qwertyuiop[]"),
    (0x1E, "asdfghjkl;'"),
    (0x2B, "\\"),
    (0x2C, "zxcvbnm,./"),
    (0x56, EXTRA[0]),
    (0x39, " "),
)
_PLAIN = {first + index: char for first, row in _ROWS for index, char in enumerate(row)}
_SHIFTED = dict(zip(US.plain, US.shifted, strict=True)) | {" ": " "}
_CONTROLS = {char: chr(ord(char.upper()) & 0x1F) for char in "abcdefghijklmnopqrstuvwxyz[\\]"} | {
    "2": "\x00",
    "6": "\x1e",
    "-": "\x1f",
}
# How far the codes of a platform are from the ones above.
_SHIFT_OF = {"windows": 0, "xcb": 8, "wayland": 8, "wayland-egl": 8}
_CAPS_LOCK_OF = {"windows": 0x100, "xcb": 0x2, "wayland": 0x2, "wayland-egl": 0x2}


class KeyCodes:
    """The keys of one platform by Qt's name for it (`windows`, `xcb`, `wayland`); any other knows no places."""

    def __init__(self, platform: str) -> None:
        shift = _SHIFT_OF.get(platform)
        self._plain = {} if shift is None else {code + shift: char for code, char in _PLAIN.items()}
        self._caps_lock = _CAPS_LOCK_OF.get(platform, 0)

    def us_text(self, scan_code: int, modifiers: int) -> str:
        """What this key gives on a US keyboard; with Control its control character; empty for an unknown place.

        `modifiers` are Qt's. Caps Lock is no matter: what a scanner holds is Shift.
        """
        plain = self._plain.get(scan_code, "")
        held = modifiers & (SHIFT | CONTROL | ALT | META)
        if not plain or not held:
            return plain
        if held & CONTROL and not held & (ALT | META):
            return _CONTROLS.get(plain, "")
        if held & ~SHIFT:
            return ""
        return _SHIFTED[plain]

    def caps_lock(self, native_modifiers: int) -> bool:
        """Whether Caps Lock was on, as far as this platform tells."""
        return bool(native_modifiers & self._caps_lock)
