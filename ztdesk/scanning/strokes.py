"""What goes into a wedge framer and what comes out: key strokes and whole scans. Knows no timing rule and no Qt."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

# Qt's numbers, written out so that framing is tested without Qt (Qt::KeyboardModifier, Qt::Key).
SHIFT = 0x02000000
CONTROL = 0x04000000
ALT = 0x08000000
META = 0x10000000
_FIRST_SPECIAL_KEY = 0x01000000
# Shift, Control, Meta, Alt, CapsLock, NumLock, ScrollLock; Super and Hyper left and right; AltGr; Mode_switch
_LONE_MODIFIERS = frozenset(
    {*range(0x01000020, 0x01000027), 0x01000053, 0x01000054, 0x01000056, 0x01000057, 0x01001103, 0x0100117E},
)

KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key press as the window system reported it.

    `text` is Qt's and may be a control character; `at_ms` the event's own time; `key` and `modifiers` Qt's numbers;
    `scan_code` the native one (0 when unknown). `is_suffix` is Enter, Return or Tab without modifiers.
    """

    text: str
    at_ms: float
    key: int = 0
    modifiers: int = 0
    scan_code: int = 0
    auto_repeat: bool = False
    is_suffix: bool = False

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
    def control_character(self) -> str:
        """The character a scanner means by Control+key (Control+] is GS), empty when it is no such stroke."""
        if self.modifiers & (CONTROL | ALT | META) != CONTROL or not 0x40 <= self.key <= 0x5F:
            return ""
        return chr(self.key & 0x1F)

    @property
    def payload(self) -> str:
        """What this stroke adds to a scan's text; empty for a dead key, of which only the scan code is of use."""
        return self.control_character or self.text


EndedBy = Literal["suffix", "gap"]


@dataclass(frozen=True, slots=True)
class Scan:
    """One whole scan as received, not yet read.

    `text` is the payload without suffix, `raw` with it; `scanner` names the channel; `started_ms` and `gaps_ms` are in
    the time of its strokes (gaps between one stroke and the next, the suffix last); `keys` are native scan codes, one
    a stroke, for decoding by position. `truncated` says that more was received than is kept.
    """

    text: str
    raw: str
    scanner: str = KEYBOARD
    ended_by: EndedBy = "suffix"
    started_ms: float = 0.0
    gaps_ms: tuple[float, ...] = ()
    keys: tuple[int, ...] = ()
    truncated: bool = False


class Disposition(Enum):
    """What becomes of the stroke that was fed."""

    HELD = "held"  # swallow it for now: it comes back as released or in a scan
    PASSED = "passed"  # not a scanner's: let it through, after what was released
    ABSORBED = "absorbed"  # a suffix: swallow it for good


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do now: first hand back `released` in order, then announce `scans`, then see to the stroke that was fed.

    `released` are the very objects that were fed and held. Once `scans` is not empty, whatever was held before and is
    not in `released` is in them for good; the stroke fed may already begin something new.
    """

    disposition: Disposition
    released: tuple[Stroke, ...] = ()
    scans: tuple[Scan, ...] = ()
