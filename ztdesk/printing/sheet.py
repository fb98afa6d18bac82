"""One sheet that is painted on: words, lines, pictures and barcodes at places in millimetres.

Knows neither documents nor whether paper, a PDF or a picture lies below.
"""

import math
from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from ztdesk.domain.text import Text
from ztdesk.paths import resource
from ztdesk.printing import ean13
from ztdesk.printing.code128 import QUIET_MODULES, SYMBOL_MODULES, bars_of, modules_of, symbols_of
from ztdesk.printing.paper import Area, Paper
from ztdesk.printing.typography import Faces, Ink, Style

Words = Callable[[Text], str]
"""Puts a marked sentence into the reader's language."""

NARROWEST_MODULE_MM = 0.165
"""The thinnest bar that office printers and hand scanners agree on (6.5 thousandths of an inch)."""

CODE_GAP_MM = 5.0
"""White that layouts keep on both sides of a place for a code: the quiet zone of its widest bars."""

_MM_PER_INCH = 25.4
_CRISP_DPI = 300
_JOINERS = "\u200c\u200d"  # without them some scripts fall apart
_MOST_LINES = 100_000
_KEPT = 256
_KEPT_STRIPES = 10_000
_ANY_DIGIT = str.maketrans("123456789", "0" * 9)
_ONE_LINE = Qt.TextFlag.TextSingleLine
_WRAP = Qt.TextFlag.TextWordWrap
_ANYWHERE = Qt.TextFlag.TextWrapAnywhere


class Align(Enum):
    """Where words stand in their area."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    CENTRE = Qt.AlignmentFlag.AlignHCenter
    RIGHT = Qt.AlignmentFlag.AlignRight


class Sheet:
    """Paints in millimetres. `dpi` is the resolution of the painter's own dots."""

    def __init__(self, painter: QPainter, paper: Paper, dpi: int, words: Words, faces: Faces) -> None:
        self.paper = paper
        self.words = words
        self._painter = painter
        self._faces = faces
        self._dots = dpi / _MM_PER_INCH
        self._dressed: dict[Style, tuple[QFont, QColor, QFontMetrics]] = {}
        # Labels and verdicts come again and again; measuring them takes longer than painting.
        self._shown = lru_cache(_KEPT)(self._cleaned)
        self._elided = lru_cache(_KEPT)(self._shortened_to_line)
        # Codes stand below each other and share most of their rectangles, which take longer to make than to paint.
        self._stripes = lru_cache(_KEPT_STRIPES)(_stripes)
        self._black = QColor(Ink.BAR.value)
        self._fitted = lru_cache(_KEPT)(self._fitted_to_box)
        # Bars on the grid of 300 dpi come out equally wide on every printer whose dots are a multiple of it.
        self._grid = dpi // _CRISP_DPI if dpi % _CRISP_DPI == 0 else 1

    def say(
        self, area: Area, said: str | Text, style: Style, *, align: Align = Align.LEFT, middle: bool = False
    ) -> None:
        """Words on one line at the top (or in the middle) of `area`, shortened where they do not fit."""
        box = self._box(area)
        line = self._elided(self._shown(said), style, box.width())
        self._dress(style)
        vertical = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
        self._painter.drawText(box, _flags(align, vertical, _ONE_LINE), line)

    def fit(self, area: Area, said: str | Text, style: Style, *, smallest: float, align: Align = Align.LEFT) -> float:
        """Words on as many lines as `area` holds, from `style.size` down to `smallest`; answers the height used.

        Whole words are kept together while that is possible; what does not fit even in the smallest size is shortened.
        """
        box, words = self._box(area), self._shown(said)
        # In a face for numbers every digit is as wide as every other.
        outline = words.translate(_ANY_DIGIT) if style.mono else words
        fit = self._fitted(outline, style, smallest, box.width(), box.height())
        if fit.kept < len(words):
            words = f"{words[: fit.kept]}…"
        self._dress(fit.style)
        self._painter.drawText(box, _flags(align, Qt.AlignmentFlag.AlignTop, fit.lines), words)
        return fit.height / self._dots

    def width_of(self, said: str | Text, style: Style) -> float:
        """How wide these words are on one line, in millimetres."""
        return self._dress(style).horizontalAdvance(self._shown(said)) / self._dots

    def code(self, area: Area, said: str, *, widest_module: float = 0.5, is_gs1: bool = False) -> bool:
        """The Code 128 of `said`, beginning at the left edge of `area` and as high as it, as wide as fits.

        Around `area` lie CODE_GAP_MM of white, or ten times `widest_module` if that is less. False where even the
        narrowest bars do not fit: nothing is painted then. Raises UsageError for what no code can say.
        """
        symbols = symbols_of(said, is_gs1=is_gs1)
        grid, dots = self._grid, self._dots
        room = min(area.w * dots / modules_of(symbols), widest_module * dots, CODE_GAP_MM * dots / QUIET_MODULES)
        module = math.floor(room / grid + 0.01) * grid
        if not module or module < NARROWEST_MODULE_MM * dots:
            return False
        box = self._box(area)
        start, wide, high = round(area.x * dots / grid) * grid, SYMBOL_MODULES * module, box.height()
        black: list[QRect] = []
        for place, symbol in enumerate(symbols):
            black += self._stripes(symbol, start + place * wide, module, high)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._black)
        self._painter.translate(0, box.y())
        self._painter.drawRects(black)
        self._painter.translate(0, -box.y())
        return True

    def ean(self, area: Area, number: str, *, widest_module: float = 0.5) -> None:
        """The EAN-13 of a product number, at the left edge of `area` as a `code`. Raises UsageError for another number."""
        wide, black = ean13.bars(number)
        grid, dots = self._grid, self._dots
        room = min(area.w * dots / wide, widest_module * dots, CODE_GAP_MM * dots / ean13.QUIET_MODULES)
        module = max(1, math.floor(room / grid + 0.01)) * grid
        box = self._box(area)
        start = round(area.x * dots / grid) * grid
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._black)
        self._painter.drawRects([QRect(start + at * module, box.y(), of * module, box.height()) for at, of in black])

    def rule(self, x: float, y: float, right: float, *, thick: float = 0.2, ink: Ink = Ink.LINE) -> None:
        """A line across."""
        self._painter.setPen(QPen(QColor(ink.value), thick * self._dots))
        self._painter.drawLine(QLineF(x * self._dots, y * self._dots, right * self._dots, y * self._dots))

    def frame(self, area: Area, *, round_by: float = 2.5, dashed: bool = False) -> None:
        """The outline of a card; dashed where it is to be cut out."""
        pen = QPen(QColor((Ink.MUTED if dashed else Ink.LINE).value), 0.2 * self._dots)
        if dashed:
            pen.setDashPattern([6, 6])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = round_by * self._dots
        self._painter.drawRoundedRect(self._real(area), radius, radius)

    def picture(self, area: Area, name: str, ink: Ink = Ink.TEXT) -> None:
        """A line icon of the program, `name` below `resources/icons`."""
        QSvgRenderer(QByteArray(_drawing(name, ink))).render(self._painter, self._real(area))

    def _shortened_to_line(self, words: str, style: Style, wide: int) -> str:
        return self._dress(style).elidedText(words, Qt.TextElideMode.ElideRight, wide)

    def _fitted_to_box(self, words: str, style: Style, smallest: float, wide: int, high: int) -> "_Fit":
        """How `words` are set in a box of that many dots."""
        metrics = self._dress(style)
        if metrics.height() <= high and metrics.horizontalAdvance(words) <= wide:
            return _Fit(style, _ONE_LINE, len(words), metrics.height())
        endless = QRect(0, 0, wide, _MOST_LINES)
        for lines in (_WRAP, _ANYWHERE):
            size = style.size
            while size >= smallest:
                tried = style.sized(size)
                used = self._dress(tried).boundingRect(endless, lines, words)
                if used.width() <= wide and used.height() <= high:
                    return _Fit(tried, lines, len(words), used.height())
                size *= 0.94
        tried = style.sized(smallest)
        return _Fit(tried, _ANYWHERE, _fitting(words, self._dress(tried), endless, high), high)

    def _dress(self, style: Style) -> QFontMetrics:
        """Set the painter's pen and font; made once for each style, as making them takes longer than painting."""
        kept = self._dressed.get(style)
        if kept is None:
            font = self._faces.font(style, self._dots)
            kept = self._dressed[style] = (font, QColor(style.ink.value), QFontMetrics(font, self._painter.device()))
        font, color, metrics = kept
        self._painter.setFont(font)
        self._painter.setPen(color)
        return metrics

    def _cleaned(self, said: str | Text) -> str:
        """Words on one line without what steers a printer or the direction of writing."""
        words = said if isinstance(said, str) else self.words(said)
        if words.isascii() and words.isprintable():
            return " ".join(words.split())
        return " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in words).split())

    def _box(self, area: Area) -> QRect:
        return self._real(area).toRect()

    def _real(self, area: Area) -> QRectF:
        x, y, w, h = area
        dots = self._dots
        return QRectF(x * dots, y * dots, w * dots, h * dots)


class _Fit(NamedTuple):
    """How words fit into a box: how they are set, how many characters are kept, and the height they take in dots."""

    style: Style
    lines: Qt.TextFlag
    kept: int
    height: int


def _fitting(words: str, metrics: QFontMetrics, endless: QRect, high: int) -> int:
    """How many characters of `words` fit with an ellipsis behind them."""
    fits, too_long = 0, len(words)
    while too_long - fits > 1:
        tried = (fits + too_long) // 2
        if metrics.boundingRect(endless, _ANYWHERE, f"{words[:tried]}…").height() <= high:
            fits = tried
        else:
            too_long = tried
    return fits


@cache
def _flags(align: Align, vertical: Qt.AlignmentFlag, lines: Qt.TextFlag) -> int:
    return int(align.value | vertical | Qt.AlignmentFlag.AlignAbsolute) | lines


def _stripes(symbol: int, x: int, module: int, high: int) -> tuple[QRect, ...]:
    return tuple(QRect(x + at * module, 0, wide * module, high) for at, wide in bars_of(symbol))


@lru_cache(maxsize=64)
def _drawing(name: str, ink: Ink) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", ink.value.encode("ascii"))
