"""The strokes a keyboard scanner of one layout makes on a PC of another, as Windows (or nobody) tells their places."""

from ztdesk.scanning.key_codes import KeyCodes
from ztdesk.scanning.layout_tables import LAYOUTS, US
from ztdesk.scanning.strokes import ALT, CONTROL, KEYPAD, SHIFT, Stroke

CODES = KeyCodes("windows")
SCAN_CODE = {CODES.us_text(code, 0): code for code in range(0x80) if CODES.us_text(code, 0)}
DEAD = {"´": 0x01001251, "^": 0x01001252, "¨": 0x01001257, "`": 0x01001250}
ENTER = Stroke("\r", 0.0, 0x01000004, scan_code=0x1C, is_suffix=True)


def key(us: str, *, shift: bool, pc: str = "us", at_ms: float = 0.0, places: bool = True, caps: bool = False) -> Stroke:
    """The key that has this character on a US keyboard without Shift."""
    modifiers = SHIFT if shift else 0
    if us == " ":
        text = " "
    else:
        layout = LAYOUTS[pc]
        text = (layout.shifted if shift else layout.plain)[US.plain.index(us)]
    if caps and text.isalpha() and len(text) == 1:
        text = text.swapcase()
    code = SCAN_CODE[us] if places else 0
    return Stroke(
        text,
        at_ms,
        ord(text.upper()[0]),
        modifiers,
        code,
        us_text=CODES.us_text(code, modifiers),
        caps_lock=caps and places,
    )


def scanned(
    text: str, *, pc: str = "us", scanner: str = "us", places: bool = True, caps: bool = False, gap_ms: float = 5.0
) -> list[Stroke]:
    """A scanner set to `scanner` on a PC set to `pc`. Separators come as Control and the place of ] or ^."""
    board = LAYOUTS[scanner]
    strokes: list[Stroke] = []
    for index, char in enumerate(text):
        at_ms = index * gap_ms
        if char < " ":
            strokes.append(control(chr(ord(char) | 0x40), at_ms, places=places))
            continue
        both = " " if char == " " else board.plain + board.shifted
        at = both.index(char)
        us = " " if char == " " else US.plain[at % 48]
        strokes.append(key(us, shift=at >= 48, pc=pc, at_ms=at_ms, places=places, caps=caps))
    return strokes


def control(char: str, at_ms: float = 0.0, *, places: bool = True) -> Stroke:
    code = SCAN_CODE.get(char.lower(), 0) if places else 0
    return Stroke("", at_ms, ord(char), CONTROL, code, us_text=CODES.us_text(code, CONTROL))


def numbered(text: str, *, digits: int = 3, gap_ms: float = 5.0, keypad_off: bool = False) -> list[Stroke]:
    """A scanner that keys each character's number on the keypad with Alt held."""
    off = (0x01000006, 0x01000011, 0x01000015, 0x01000017, 0x01000012, 0x0100000B, 0x01000014, 0x01000010)
    arrows = (*off, 0x01000013, 0x01000016)
    strokes: list[Stroke] = []
    for char in text:
        for index, digit in enumerate(f"{ord(char):0{digits}d}"):
            code = arrows[int(digit)] if keypad_off else ord(digit)
            at_ms = len(strokes) * gap_ms
            strokes.append(Stroke("", at_ms, code, ALT | KEYPAD, 0x47, starts_alt=index == 0))
    return strokes
