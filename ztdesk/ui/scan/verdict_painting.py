"""How the verdict panel is drawn: its face as plain data, laid out once and painted from tokens."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.progress import draw_progress
from ztdesk.ui.parts.text_fit import Fitted, fit_number, fit_words, wrap
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type
from ztdesk.ui.wording import grouped

_DRAWN = 72 / 64  # the shapes keep a margin inside their square
_ONE_LINE = (Type.SCANNED, 56, 52, 48, 44, 40, 36, 32)
_TWO_LINES = (36, 32, 28, 24, 22, 20, 18, 17, 16)
_TITLE_SIZES = (Type.VERDICT, 32, 30, 28, 26)
_TITLE_TWO_LINES = (26, 24, 22, 20)
_MOST_LINES = 20
_COUNT_SIZES = (Type.BESIDE_COUNT, 20, 18, 16)
_FLAT = 440  # below this height the count gives way to the words
_LOW = 336  # below this one everything does to the number


@dataclass(frozen=True, slots=True)
class _Measure:
    """Distances and sizes in pixels, for a panel of some height."""

    icon: int
    top: int
    side: int
    below_icon: int
    bar: int
    number_sizes: tuple[int, ...]
    count_px: int


_LARGE = _Measure(64, 28, Space.PANEL, Space.GAP, 12, _ONE_LINE, Type.COUNT)
_MIDDLE = replace(_LARGE, count_px=48)
_SMALL = _Measure(40, 12, Space.INSET, 4, Space.UNIT, (44, 40, 36, 32, 30, 28, 26), 36)


@dataclass(frozen=True, slots=True)
class PanelFace:
    """What the panel shows. `tone` is None while it waits; `count` is None while there is no batch.

    `kept_free` pixels at the right of the count are the acknowledging button's, and `kept_below` above the lower edge.
    """

    tone: Tone | None = None
    icon: Icon = Icon.SCAN
    title: str = ""
    code: str = ""
    detail: str = ""
    count: int | None = None
    expected: int | None = None
    count_words: str = ""
    held: bool = False
    kept_free: int = 0
    kept_below: int = 0

    def with_words(self, tone: Tone | None, icon: Icon, title: str, code: str, detail: str) -> "PanelFace":
        """The same count under another verdict."""
        return replace(self, tone=tone, icon=icon, title=title, code=code, detail=detail)

    def with_count(self, count: int | None, expected: int | None, count_words: str) -> "PanelFace":
        """The same verdict over another count."""
        return replace(self, count=count, expected=expected, count_words=count_words)

    def with_hold(self, *, held: bool, kept_free: int = 0, kept_below: int = 0) -> "PanelFace":
        """The same, kept until acknowledged or not."""
        return replace(self, held=held, kept_free=kept_free, kept_below=kept_below)


def is_low(height: float) -> bool:
    """Whether a panel of this height has room for the smallest distances only."""
    return height < _LOW


@dataclass(frozen=True, slots=True)
class _Layout:
    measure: _Measure
    head: float
    title: Fitted
    code_top: float
    code: Fitted
    detail: tuple[str, ...]
    detail_top: float
    count_top: float
    has_count: bool


class PanelPainter:
    """Lays a face out for a size, remembers that, and paints it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[bool, int, bool], QFont] = {}
        self._laid_out: tuple[PanelFace, float, float, _Layout] | None = None

    def forget(self) -> None:
        """The theme changed."""
        self._fonts.clear()
        self._laid_out = None

    def paint(self, painter: QPainter, area: QRectF, face: PanelFace, *, flashing: bool) -> None:
        """Draw `face` into `area`."""
        layout = self._layout(face, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, face, flashing=flashing)
        self._paint_words(painter, area, face, layout)
        if face.count is not None and layout.has_count:
            self._paint_count(painter, area, face, layout)

    def _paint_ground(self, painter: QPainter, area: QRectF, face: PanelFace, *, flashing: bool) -> None:
        tokens = self._theme.tokens
        if face.tone is None:
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(tokens.surface))
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.flash(face.tone) if flashing else tokens.ground(face.tone)))
        painter.drawRoundedRect(area, Space.CARD_RADIUS, Space.CARD_RADIUS)
        if face.held and face.tone is not None:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(tokens.ink(face.tone)))
            pen.setWidth(6)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), Space.CARD_RADIUS - 3, Space.CARD_RADIUS - 3)

    def _paint_words(self, painter: QPainter, area: QRectF, face: PanelFace, layout: _Layout) -> None:
        tokens = self._theme.tokens
        measure = layout.measure
        left = area.left() + measure.side
        ink = tokens.muted if face.tone is None else tokens.ink(face.tone)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        drawn = round(measure.icon * _DRAWN)
        bleed = (drawn - measure.icon) / 2
        picture = self._theme.icons.pixmap(face.icon, drawn, ink, ratio)
        lower = (layout.head - measure.icon) / 2 - bleed
        painter.drawPixmap(QPointF(left - bleed, area.top() + measure.top + lower), picture)
        painter.setPen(QColor(tokens.text if face.tone is None else ink))
        title = self._reading(layout.title.px, bold=True)
        height = QFontMetricsF(title).height() * len(layout.title.lines)
        beside, middle = left + measure.icon + Space.GAP, area.top() + measure.top + (layout.head - height) / 2
        self._lines(painter, layout.title.lines, title, beside, middle)
        painter.setPen(QColor(tokens.text))
        if face.code:
            self._lines(painter, layout.code.lines, self._number(layout.code.px), left, area.top() + layout.code_top)
        detail = self._reading(Type.DETAIL)
        self._lines(painter, layout.detail, detail, left, area.top() + layout.detail_top)

    def _paint_count(self, painter: QPainter, area: QRectF, face: PanelFace, layout: _Layout) -> None:
        tokens = self._theme.tokens
        measure = layout.measure
        left = area.left() + measure.side
        count = face.count or 0
        shown = grouped(count)
        big = self._reading(measure.count_px, bold=True)
        base = area.top() + layout.count_top + QFontMetricsF(big).ascent()
        painter.setFont(big)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPointF(left, base), shown)
        beside = left + QFontMetricsF(big).horizontalAdvance(shown) + Space.GAP
        over = face.expected is not None and count > face.expected
        room = area.right() - measure.side - beside - face.kept_free
        fitted = fit_words(face.count_words, room, self._reading, one_line=_COUNT_SIZES, two_lines=_COUNT_SIZES[-1:])
        font = self._reading(fitted.px)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(tokens.duplicate if over else tokens.muted))
        self._lines(
            painter, fitted.lines, font, beside, base + metrics.descent() - metrics.height() * len(fitted.lines)
        )
        if face.expected:
            top = area.bottom() - measure.side - measure.bar
            wide = area.width() - 2 * measure.side - (face.kept_free if measure is _SMALL else 0)
            bar = QRectF(left, top, wide, measure.bar)
            draw_progress(painter, bar, count / face.expected, tokens.ink(_bar_tone(face, over=over)), tokens)

    def _lines(self, painter: QPainter, lines: tuple[str, ...], font: QFont, left: float, top: float) -> None:
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + metrics.ascent() + number * metrics.height()), line)

    def _layout(self, face: PanelFace, area: QRectF) -> _Layout:
        known = self._laid_out
        if known is not None and known[0] == face and known[1:3] == (area.width(), area.height()):
            return known[3]
        layout = self._lay_out(face, area.width(), area.height())
        self._laid_out = (face, area.width(), area.height(), layout)
        return layout

    def _lay_out(self, face: PanelFace, whole_width: float, height: float) -> _Layout:
        measure = _SMALL if is_low(height) else _MIDDLE if height < _FLAT else _LARGE
        width = whole_width - 2 * measure.side
        beside_icon = width - measure.icon - Space.GAP
        title = fit_words(face.title, beside_icon, self._bold, one_line=_TITLE_SIZES, two_lines=_TITLE_TWO_LINES)
        code = fit_number(face.code, width, self._number, one_line=measure.number_sizes, two_lines=_TWO_LINES)
        # A title of two lines may be higher than the picture beside it.
        head = max(float(measure.icon), QFontMetricsF(self._bold(title.px)).height() * len(title.lines))
        detail_top = code_top = measure.top + head + measure.below_icon
        if face.code:
            detail_top += QFontMetricsF(self._number(code.px)).height() * len(code.lines) + 4
        count_top = height - measure.side - QFontMetricsF(self._reading(measure.count_px, bold=True)).ascent() - 8
        if face.expected:
            count_top -= measure.bar + Space.GAP
        font = self._reading(Type.DETAIL)
        # What became of the scan comes before how many there are, which the list tells too.
        line = QFontMetricsF(font).height()
        whole = wrap(face.detail, width, font, _MOST_LINES)
        has_count = detail_top + line * len(whole) <= count_top
        foot = count_top if face.count is not None and has_count else height - measure.side
        room = min(foot, height - face.kept_below) - detail_top
        most = max(1, int(room // line))
        detail = wrap(face.detail, width, font, most)
        return _Layout(measure, head, title, code_top, code, detail, detail_top, count_top, has_count)

    def _reading(self, px: int, *, bold: bool = False) -> QFont:
        return self._font(number=False, px=px, bold=bold)

    def _bold(self, px: int) -> QFont:
        return self._reading(px, bold=True)

    def _number(self, px: int) -> QFont:
        return self._font(number=True, px=px, bold=True)

    def _font(self, *, number: bool, px: int, bold: bool) -> QFont:
        key = (number, px, bold)
        font = self._fonts.get(key)
        if font is None:
            make = self._theme.number_font if number else self._theme.font
            font = self._fonts[key] = make(px, bold=bold)
        return font


def _bar_tone(face: PanelFace, *, over: bool) -> Tone:
    if over:
        return Tone.DUPLICATE
    return Tone.ACCENT if face.tone is None or face.tone is Tone.IGNORED else face.tone
