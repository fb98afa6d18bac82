"""What goes into a wedge framer and what comes out: key strokes and whole scans. Knows no timing rule and no Qt."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

# Qt's numbers, written out so that framing is tested without Qt (Qt::KeyboardModifier, Qt::Key).
SHIFT = 0x02000000
CONTROL = 0x04000000
ALT = 0x08000000
META = 0x10000000
KEYPAD = 0x20000000
_FIRST_SPECIAL_KEY = 0x01000000
# Shift, Control, Meta, Alt, CapsLock, NumLock, ScrollLock; Super and Hyper left and right; AltGr; Mode_switch
_LONE_MODIFIERS = frozenset(
    {*range(0x01000020, 0x01000027), 0x01000053, 0x01000054, 0x01000056, 0x01000057, 0x01001103, 0x0100117E},
)
# The digits of the keypad as keys of their own, with Num Lock on (0 to 9) and off (Insert, End, Down, ...).
_KEYPAD_DIGITS = {0x30 + digit: str(digit) for digit in range(10)} | {
    0x01000006: "0",
    0x01000011: "1",
    0x01000015: "2",
    0x01000017: "3",
    0x01000012: "4",
    0x0100000B: "5",
    0x01000014: "6",
    0x01000010: "7",
    0x01000013: "8",
    0x01000016: "9",
}
# Grave, acute, circumflex, tilde, breve, diaeresis, ring, caron, cedilla as Qt's dead keys
_ACCENTS = {
    0x01001250: "`",
    0x01001251: "´",
    0x01001252: "^",
    0x01001253: "~",
    0x01001255: "˘",
    0x01001257: "¨",
    0x01001258: "°",
    0x0100125A: "ˇ",
    0x0100125B: "¸",
}

KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press as the window system reported it.

    `text` is Qt's and may be a control character; `at_ms` the event's own time; `key` and `modifiers` Qt's numbers;
    `scan_code` the native one (0 when unknown). `is_suffix` is Enter, Return or Tab without modifiers. `us_text` is what
    this key gives on a US keyboard with Shift or Control as held (empty when the key's place is unknown); `starts_alt`
    says that Alt was pressed right before it; `caps_lock` that the PC's Caps Lock was on.
    """

    text: str
    at_ms: float
    key: int = 0
    modifiers: int = 0
    scan_code: int = 0
    auto_repeat: bool = False
    is_suffix: bool = False
    us_text: str = ""
    starts_alt: bool = False
    caps_lock: bool = False

    @property
    def is_lone_modifier(self) -> bool:
        """Shift, Control, Caps Lock and their like, pressed for themselves."""
        return self.key in _LONE_MODIFIERS

    @property
    def is_character(self) -> bool:
        """Whether a person would see a character appear: text of its own and no shortcut modifiers.

        AltGr comes as Control+Alt on Windows and gives characters too, so both together count as none.
        """
        if not self.text or self.is_suffix:
            return False
        shortcut = self.modifiers & (CONTROL | ALT | META)
        if shortcut and shortcut != CONTROL | ALT:
            return False
        if self.text.isprintable():
            return True
        # Separators (GS, RS, US, private use) of scanners that send them as text; Escape, Delete, Backspace are keys.
        return self.key < _FIRST_SPECIAL_KEY and not shortcut

    @property
    def is_dead_key(self) -> bool:
        """An accent waiting for its letter: what a scanner set to another layout sends for a plain character."""
        return 0x01001250 <= self.key <= 0x010012FF

    @property
    def accent(self) -> str:
        """The accent of a dead key as a character of its own; empty for every other key."""
        return _ACCENTS.get(self.key, "")

    @property
    def alt_digit(self) -> str:
        """The digit of a character's number, keyed on the keypad while Alt is held; empty for every other stroke."""
        if not self.modifiers & ALT or not self.modifiers & KEYPAD or self.modifiers & (CONTROL | META):
            return ""
        return _KEYPAD_DIGITS.get(self.key, "")

    @property
    def control_character(self) -> str:
        """The character a scanner means by Control+key (Control+] is GS), empty when it is no such stroke.

        The window system knows best; after it the key's place on a US keyboard; after it the key's own letter.
        """
        if self.modifiers & (CONTROL | ALT | META) != CONTROL:
            return ""
        if len(self.text) == 1 and self.text < " ":
            return self.text
        if len(self.us_text) == 1 and self.us_text < " ":
            return self.us_text
        return chr(self.key & 0x1F) if 0x40 <= self.key <= 0x5F else ""

    @property
    def payload(self) -> str:
        """What this stroke alone adds to a scan's text; empty for a dead key and for a digit of a character's number."""
        if self.modifiers & ALT and self.alt_digit:
            return ""
        return self.control_character or self.text


EndedBy = Literal["suffix", "gap"]


@dataclass(frozen=True, slots=True)
class Scan:
    """One whole scan as received, not yet read.

    `text` is the payload as understood, without suffix and learned prefix; `raw` is what came, with both; `scanner` names
    the channel; `started_ms` and `gaps_ms` are in the time of its strokes (gaps between one stroke and the next, the
    suffix last); `keys` are native scan codes, one a stroke. `truncated` says that more was received than is kept,
    `is_part` that the beginning or the end of the code is missing.

    Of a keyboard scanner `typed` is what the keys gave on this PC (accents of dead keys by themselves), `pressed` what
    they give on a US keyboard (see `layout.US`; empty where their places are unknown), and `layout` names the decoding
    that led from there to `text`: empty when that is as typed. Other channels leave all three empty.
    """

    text: str
    raw: str
    scanner: str = KEYBOARD
    ended_by: EndedBy = "suffix"
    started_ms: float = 0.0
    gaps_ms: tuple[float, ...] = ()
    keys: tuple[int, ...] = ()
    truncated: bool = False
    is_part: bool = False
    typed: str = ""
    pressed: str = ""
    layout: str = ""


class Disposition(Enum):
    """What becomes of the stroke that was fed."""

    HELD = "held"  # swallow it for now: it comes back as released or in a scan
    PASSED = "passed"  # not a scanner's: let it through, after what was released
    ABSORBED = "absorbed"  # a suffix: swallow it for good


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do now: first hand back `released` in order, then announce `scans`, then see to the stroke that was fed.

    `released` are the very objects that were fed and held. Once `scans` is not empty, whatever was held before and is
    not in `released` is in them for good; the stroke fed may already begin something new. `late` is a slow scanner's code
    that went by as typing, and which the suffix just fed ended: a scan still where nobody can have typed it.
    """

    disposition: Disposition
    released: tuple[Stroke, ...] = ()
    scans: tuple[Scan, ...] = ()
    late: Scan | None = None
