"""One sheet that is painted on: words, lines, pictures and barcodes at places in millimetres.

Knows neither documents nor whether paper, a PDF or a picture lies below.
"""

import math
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from ztdesk.domain.text import Text
from ztdesk.paths import resource
from ztdesk.printing.code128 import QUIET_MODULES, Bars, bars
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
        # Bars on the grid of 300 dpi come out equally wide on every printer whose dots are a multiple of it.
        self._grid = dpi // _CRISP_DPI if dpi % _CRISP_DPI == 0 else 1

    def say(
        self, area: Area, said: str | Text, style: Style, *, align: Align = Align.LEFT, middle: bool = False
    ) -> None:
        """Words on one line at the top (or in the middle) of `area`, shortened where they do not fit."""
        box = self._box(area)
        metrics = self._dress(style)
        line = metrics.elidedText(self._clean(said), Qt.TextElideMode.ElideRight, box.width())
        vertical = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
        flags = int(align.value | vertical | Qt.AlignmentFlag.AlignAbsolute) | Qt.TextFlag.TextSingleLine
        self._painter.drawText(box, flags, line)

    def fit(self, area: Area, said: str | Text, style: Style, *, smallest: float, align: Align = Align.LEFT) -> float:
        """Words on as many lines as `area` holds, from `style.size` down to `smallest`; answers the height used.

        Whole words are kept together while that is possible; what does not fit even in the smallest size is shortened.
        """
        box, words = self._box(area), self._clean(said)
        metrics = self._dress(style)
        if metrics.height() <= box.height() and metrics.horizontalAdvance(words) <= box.width():
            return self._draw_block(box, Qt.TextFlag.TextSingleLine, words, align, metrics.height())
        for flags in (_WRAP, _ANYWHERE):
            size = style.size
            while size >= smallest:
                used = self._dress(style.sized(size)).boundingRect(_endless(box), flags, words)
                if used.width() <= box.width() and used.height() <= box.height():
                    return self._draw_block(box, flags, words, align, used.height())
                size *= 0.94
        metrics = self._dress(style.sized(smallest))
        words = _shortened(words, metrics, box)
        return self._draw_block(box, _ANYWHERE, words, align, box.height())

    def width_of(self, said: str | Text, style: Style) -> float:
        """How wide these words are on one line, in millimetres."""
        return self._dress(style).horizontalAdvance(self._clean(said)) / self._dots

    def code(self, area: Area, said: str, *, widest_module: float = 0.5, is_gs1: bool = False) -> bool:
        """The Code 128 of `said`, beginning at the left edge of `area` and as high as it, as wide as fits.

        Around `area` lie CODE_GAP_MM of white, or ten times `widest_module` if that is less. False where even the
        narrowest bars do not fit: nothing is painted then. Raises UsageError for what no code can say.
        """
        found = _bars(said, is_gs1)
        grid, dots = self._grid, self._dots
        room = min(area.w * dots / found.wide, widest_module * dots, CODE_GAP_MM * dots / QUIET_MODULES)
        module = math.floor(room / grid + 0.01) * grid
        if not module or module < NARROWEST_MODULE_MM * dots:
            return False
        box = self._box(area)
        start = round(area.x * dots / grid) * grid
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(Ink.BAR.value))
        self._painter.drawRects(
            [QRect(start + at * module, box.y(), wide * module, box.height()) for at, wide in found.black]
        )
        return True

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

    def _draw_block(self, box: QRect, flags: Qt.TextFlag, words: str, align: Align, height: int) -> float:
        place = align.value | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(box, int(place) | flags, words)
        return height / self._dots

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

    def _clean(self, said: str | Text) -> str:
        """Words on one line without what steers a printer or the direction of writing."""
        words = said if isinstance(said, str) else self.words(said)
        return " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in words).split())

    def _box(self, area: Area) -> QRect:
        return self._real(area).toRect()

    def _real(self, area: Area) -> QRectF:
        return QRectF(*(part * self._dots for part in area))


def _endless(box: QRect) -> QRect:
    return QRect(0, 0, box.width(), _MOST_LINES)


def _shortened(words: str, metrics: QFontMetrics, box: QRect) -> str:
    """The longest beginning of `words` that fits with an ellipsis behind it."""
    fits, too_long = 0, len(words)
    while too_long - fits > 1:
        tried = (fits + too_long) // 2
        if metrics.boundingRect(_endless(box), _ANYWHERE, f"{words[:tried]}…").height() <= box.height():
            fits = tried
        else:
            too_long = tried
    return f"{words[:fits]}…"


@lru_cache(maxsize=256)
def _bars(said: str, is_gs1: bool) -> Bars:
    return bars(said, is_gs1=is_gs1)


@lru_cache(maxsize=64)
def _drawing(name: str, ink: Ink) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", ink.value.encode("ascii"))
