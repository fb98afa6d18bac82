"""The one type scale and the inks of everything printed, in millimetres. The only place here where a colour is named."""

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

_READING = ("Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_FAR = ("Yu Gothic UI", "Microsoft YaHei UI", "Malgun Gothic", "Noto Sans CJK SC", "Noto Sans CJK JP")
_NUMBERS = ("Cascadia Mono", "Consolas", "DejaVu Sans Mono", "Liberation Mono", "Menlo")


class Ink(Enum):
    """What a colour is for; all are dark enough for a black-and-white printer, and no meaning hangs on them alone."""

    BAR = "#000000"
    TEXT = "#16202B"
    MUTED = "#4A5763"
    LINE = "#C3CAD1"
    ACCENT = "#0B6E8A"
    OK = "#0A5228"
    DUPLICATE = "#6A4200"
    REFUSED = "#8C1710"


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: `size` is the em in millimetres."""

    size: float
    bold: bool = False
    mono: bool = False
    ink: Ink = Ink.TEXT

    def sized(self, size: float) -> "Style":
        """The same in another size."""
        return replace(self, size=size)

    def inked(self, ink: Ink) -> "Style":
        """The same in another ink."""
        return replace(self, ink=ink)


CAPTION = Style(2.6, ink=Ink.MUTED)
LABEL = Style(2.6, bold=True, ink=Ink.MUTED)
NUMBER = Style(2.8, mono=True)
BODY = Style(3.4)
QUIET = Style(3.4, ink=Ink.MUTED)
STRONG = Style(3.4, bold=True)
HEADING = Style(5.0, bold=True)
TITLE = Style(7.6, bold=True)
HUGE = Style(24.0, bold=True)

LINE_HEIGHT = 1.32
"""Distance of lines in ems, as the room for text is reckoned."""


class Faces:
    """The fonts of this PC that are fit for print."""

    def __init__(self) -> None:
        # Asking Qt for a face that is not there makes it look through every alias it knows.
        self._reading = _installed((*_READING, *_FAR), QFontDatabase.SystemFont.GeneralFont)
        self._numbers = _installed((*_NUMBERS, *_FAR), QFontDatabase.SystemFont.FixedFont)

    def font(self, style: Style, dots_per_mm: float) -> QFont:
        """`style` for a device of that resolution."""
        font = QFont(self._numbers if style.mono else self._reading)
        font.setPixelSize(max(1, round(style.size * dots_per_mm)))
        font.setBold(style.bold)
        return font


def _installed(wanted: tuple[str, ...], otherwise: QFontDatabase.SystemFont) -> list[str]:
    found = [family for family in wanted if QFontDatabase.hasFamily(family)]
    return found or [QFontDatabase.systemFont(otherwise).family()]
