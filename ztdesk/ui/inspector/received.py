"""What arrived in a scan, as text that can be shown, mailed and counted. Reads no meaning into it."""

import unicodedata
from collections.abc import Sequence

from ztdesk.scanning.strokes import Scan

_NAMES = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI"),
    *("DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"),
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MOST = 1024


def named(text: str) -> str:
    """`text` with every character that cannot be seen by its name: `<GS>`, `<U+202E>`.

    Letters written from right to left are named too: they would turn round what stands beside them.
    """
    return "".join(_named(letter) for letter in text)


def shown(text: str) -> str:
    """`named`, of a long text the first thousand characters."""
    return named(text) if len(text) <= _MOST else f"{named(text[:_MOST])} … ({len(text)})"


def received(scan: Scan) -> str:
    """All that came, with what ended it: of keys what they gave on this PC."""
    return scan.raw


def data(scan: Scan) -> bytes:
    """The bytes as they came over a serial port; of keys their text in UTF-8."""
    if scan.typed:
        return scan.raw.encode("utf-8", "backslashreplace")
    try:
        return scan.raw.encode("latin-1")  # one character a byte
    except UnicodeEncodeError:
        return scan.raw.encode("utf-8", "backslashreplace")


def hex_bytes(scan: Scan) -> str:
    """`30 31 1D`, the first thousand of them."""
    all_of_them = data(scan)
    first = all_of_them[:_MOST].hex(" ").upper()
    return first if len(all_of_them) <= _MOST else f"{first} … ({len(all_of_them)})"


def mean_and_most_ms(gaps_ms: Sequence[float]) -> tuple[float, float]:
    """Of the pauses between one stroke or byte and the next; zeros where there was none."""
    return (sum(gaps_ms) / len(gaps_ms), max(gaps_ms)) if gaps_ms else (0.0, 0.0)


def _named(letter: str) -> str:
    if letter < " ":
        return f"<{_NAMES[ord(letter)]}>"
    if letter == "\x7f":
        return "<DEL>"
    if letter == " " or (letter.isprintable() and unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT):
        return letter
    return f"<U+{ord(letter):04X}>"
