"""Colours, sizes and the type scale of the window, by what they mean; the only place where a colour is named.

Knows nothing of widgets.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from ztdesk.domain.verdict import VerdictKind


class Tone(Enum):
    """What a colour says. A tone never comes without its shape or its word."""

    OK = "ok"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    IGNORED = "ignored"
    ACCENT = "accent"


TONE_OF: Final = {
    VerdictKind.ADDED: Tone.OK,
    VerdictKind.DUPLICATE: Tone.DUPLICATE,
    VerdictKind.REFUSED: Tone.REFUSED,
    VerdictKind.IGNORED: Tone.IGNORED,
    VerdictKind.UNEXPECTED: Tone.DUPLICATE,
    VerdictKind.PART: Tone.ACCENT,
    VerdictKind.DONE: Tone.ACCENT,
    VerdictKind.ASKED: Tone.ACCENT,
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours as `#RRGGBB`. Inks stand on their own ground at 7 : 1 or more."""

    bg: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    accent_pressed: str
    on_accent: str
    accent_ground: str
    accent_flash: str
    selection: str
    hover: str
    edge: str  # outlines of what can be pressed or typed into
    track: str  # the empty part of a progress line
    ok: str
    ok_ground: str
    ok_flash: str
    duplicate: str
    duplicate_ground: str
    duplicate_flash: str
    refused: str
    refused_ground: str
    refused_flash: str
    ignored: str
    ignored_ground: str
    ignored_flash: str
    stripe: str = "#F2B705"
    on_stripe: str = "#1C1A14"

    def ink(self, tone: Tone) -> str:
        """The colour of words and shapes that carry `tone`."""
        return str(getattr(self, tone.value))

    def ground(self, tone: Tone) -> str:
        """What those words and shapes stand on."""
        return str(getattr(self, f"{tone.value}_ground"))

    def flash(self, tone: Tone) -> str:
        """The ground for the short moment after a scan."""
        return str(getattr(self, f"{tone.value}_flash"))


LIGHT: Final = Tokens(
    bg="#F4F5F7",
    surface="#FFFFFF",
    line="#DDE1E6",
    text="#16202B",
    muted="#4A5763",
    accent="#0B6E8A",
    accent_pressed="#085468",
    on_accent="#FFFFFF",
    accent_ground="#E2F1F5",
    accent_flash="#CFE8EE",
    selection="#E2F1F5",
    hover="#F4F5F7",
    edge="#818D98",
    track="#D0D6DC",
    ok="#0A5228",
    ok_ground="#E3F4E8",
    ok_flash="#BFE6CB",
    duplicate="#6A4200",
    duplicate_ground="#FFF1D6",
    duplicate_flash="#FFDF9F",
    refused="#8C1710",
    refused_ground="#FCE6E4",
    refused_flash="#F7C4BF",
    ignored="#4A5763",
    ignored_ground="#ECEFF2",
    ignored_flash="#D5DBE1",
)

DARK: Final = Tokens(
    bg="#12171C",
    surface="#1B2229",
    line="#303A44",
    text="#EEF2F5",
    muted="#A6B2BD",
    accent="#4FB6D3",
    accent_pressed="#7CCBE1",
    on_accent="#06232C",
    accent_ground="#10262D",
    accent_flash="#173640",
    selection="#173640",
    hover="#232C35",
    edge="#677684",
    track="#45515C",
    ok="#6FDA98",
    ok_ground="#12331F",
    ok_flash="#1C5231",
    duplicate="#FFC65C",
    duplicate_ground="#3A2A08",
    duplicate_flash="#5C430E",
    refused="#FF9C94",
    refused_ground="#421512",
    refused_flash="#6B211C",
    ignored="#A6B2BD",
    ignored_ground="#252E36",
    ignored_flash="#36414B",
)


class Space:
    """Distances and sizes in device-independent pixels, on a grid of 8."""

    UNIT: Final = 8
    GAP: Final = 16  # between cards
    INSET: Final = 20  # inside rows and cards
    EDGE: Final = 24  # at the page's edge
    PANEL: Final = 32  # inside the verdict panel
    BUTTON: Final = 48
    LOW_BUTTON: Final = 40  # on a screen too small for the others
    ROW: Final = 48
    TALL_ROW: Final = 72
    HEAD: Final = 64  # the bar with the tabs
    STRIPE: Final = 28
    PILL: Final = 28
    CARD_RADIUS: Final = 12
    BUTTON_RADIUS: Final = 8


class Type:
    """The type scale in pixels."""

    LABEL: Final = 13
    SMALL: Final = 14
    BODY: Final = 15
    NUMBER: Final = 17
    DETAIL: Final = 18
    BESIDE_COUNT: Final = 22
    PAGE: Final = 26
    TITLE: Final = 30
    VERDICT: Final = 34
    SCANNED: Final = 60
    COUNT: Final = 72
