"""Fits words into a width: wraps, shrinks or shortens them. Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_SHORTENED = "…"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit, and the size of their letters in pixels."""

    lines: tuple[str, ...]
    px: int


def visible(text: str) -> str:
    """`text` on one line, its control characters shown as a dot: a barcode may hold any."""
    return "".join(letter if letter.isprintable() else "·" for letter in text)


def fit_number(
    text: str, width: float, font: Callable[[int], QFont], *, one_line: Sequence[int], two_lines: Sequence[int]
) -> Fitted:
    """`text` in the first of the sizes that fits, on one line before two; else shortened in its middle.

    `font` gives the face at a size in pixels, `width` is in pixels. Both sequences go from large to small.
    """
    whole = visible(text)
    for px in one_line:
        if QFontMetricsF(font(px)).horizontalAdvance(whole) <= width:
            return Fitted((whole,), px)
    for px in two_lines:
        halves = _halves(whole)
        metrics = QFontMetricsF(font(px))
        if max(metrics.horizontalAdvance(half) for half in halves) <= width:
            return Fitted(halves, px)
    least = two_lines[-1]
    metrics = QFontMetricsF(font(least))
    # Both ends tell codes apart, so the middle goes.
    room = 2 * (width - metrics.averageCharWidth())
    return Fitted(_halves(metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room)), least)


def fit_words(
    text: str, width: float, font: Callable[[int], QFont], *, one_line: Sequence[int], two_lines: Sequence[int]
) -> Fitted:
    """As `fit_number`, but broken between words and shortened at the end."""
    for px in one_line:
        if QFontMetricsF(font(px)).horizontalAdvance(text) <= width:
            return Fitted((text,), px)
    for px in two_lines:
        lines = wrap(text, width, font(px), 3)
        if len(lines) <= 2:
            return Fitted(lines, px)
    return Fitted(wrap(text, width, font(two_lines[-1]), 2), two_lines[-1])


def _halves(text: str) -> tuple[str, str]:
    half = (len(text) + 1) // 2
    return text[:half], text[half:]


def wrap(text: str, width: float, font: QFont, most: int) -> tuple[str, ...]:
    """`text` at word ends in at most `most` lines of `width` pixels, the last one shortened where it must be."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines.extend(_broken(paragraph, width, font))
    if len(lines) <= most:
        return tuple(lines)
    if most < 1:
        return ()
    last = f"{lines[most - 1].rstrip()} {_SHORTENED}"
    if metrics.horizontalAdvance(last) > width:
        last = metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
    return (*lines[: most - 1], last)


def _broken(paragraph: str, width: float, font: QFont) -> list[str]:
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    # Qt counts in UTF-16 units, Python in characters.
    units = paragraph.encode("utf-16-le")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines
