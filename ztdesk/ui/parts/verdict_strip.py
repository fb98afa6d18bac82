"""The verdict on a few lines, beside the scan page: a scan is answered wherever the packer is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import VERDICT_SHAPE
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.text_fit import visible, wrap
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF, Space, Tone, Type
from ztdesk.ui.wording import words

_ICON = 24
_LEFT = Space.GAP + _ICON + 12
_MOST_LINES = 6

_Piece = tuple[str, QFont, str]


class VerdictStrip(QWidget):
    """Hidden until a scan was judged; 48 pixels high."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.IGNORED
        self._shape = VERDICT_SHAPE[VerdictKind.IGNORED]
        self._words = ("", "", "")
        self.setFixedHeight(Space.ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._on_theme_changed)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what became of a scan."""
        self._tone, self._shape = TONE_OF[verdict.kind], VERDICT_SHAPE[verdict.kind]
        title, detail = words(verdict.title), words(verdict.detail)
        self._words = (title, visible(verdict.code), " ".join(detail.split()))
        self.setAccessibleName(
            self.tr("{title}. {code}. {detail}").format(title=title, code=verdict.code, detail=detail)
        )
        self.show()
        self.update()
        if self.isVisible():
            announce(self, self.accessibleName(), urgent=verdict.kind is not VerdictKind.ADDED)

    def clear(self) -> None:
        """Show nothing."""
        self.hide()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, Space.ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape, title, number and detail from the left, the last one shortened."""
        painter = self._ground()
        left = float(_LEFT)
        for piece, share in zip(self._pieces(), (0.4, 0.6, 1.0), strict=True):
            left = self._draw(painter, left, piece, share=share)

    def _pieces(self) -> tuple[_Piece, _Piece, _Piece]:
        """Title, number and detail with their letters and colours."""
        title, code, detail = self._words
        text = self._theme.tokens.text
        return (
            (title, self._theme.font(Type.BODY, bold=True), self._theme.tokens.ink(self._tone)),
            (code, self._theme.number_font(), text),
            (detail, self._theme.font(Type.SMALL), text),
        )

    def _ground(self) -> QPainter:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()), Space.BUTTON_RADIUS, Space.BUTTON_RADIUS)
        picture = self._theme.icons.pixmap(self._shape, _ICON, tokens.ink(self._tone), self.devicePixelRatioF())
        painter.drawPixmap(Space.GAP, (self.height() - _ICON) // 2, picture)
        return painter

    def _draw(self, painter: QPainter, left: float, piece: _Piece, *, share: float) -> float:
        text, font, ink = piece
        metrics = QFontMetricsF(font)
        room = max(0.0, (self.width() - Space.GAP - left) * share)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        width = metrics.horizontalAdvance(shown)
        area = QRectF(left, 0, width + 1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return left + width + (Space.INSET if shown else 0)

    def _on_theme_changed(self) -> None:
        self.update()


class GrowingStrip(VerdictStrip):
    """The same where no panel says the whole of it: words that do not fit on one line go on below, and it grows for them.

    It never shrinks while its width stays: nothing beside it moves with every scan.
    """

    def make_room(self, wide: int) -> None:
        """Be as high as what is said needs at `wide` pixels, and no lower than before."""
        self.setFixedHeight(max(self.height(), self._high(wide)))

    def lines(self, wide: int) -> tuple[tuple[str, ...], ...]:
        """What stands on each line at `wide` pixels."""
        return tuple(tuple(text for text, _font, _ink in row) for row in self._rows(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self._high(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape and words, line by line."""
        painter = self._ground()
        rows = self._rows(self.width())
        top = (self.height() - sum(map(_height, rows))) / 2
        for row in rows:
            left, high = float(_LEFT), _height(row)
            for text, font, ink in row:
                wide = QFontMetricsF(font).horizontalAdvance(text)
                painter.setFont(font)
                painter.setPen(QColor(ink))
                area = QRectF(left, top, wide + 1, high)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
                left += wide + (Space.INSET if text else 0)
            top += high

    def _high(self, wide: int) -> int:
        return max(Space.ROW, round(sum(map(_height, self._rows(wide)))) + 2 * Space.UNIT)

    def _rows(self, wide: int) -> list[tuple[_Piece, ...]]:
        room = wide - _LEFT - Space.GAP
        title, code, detail = self._pieces()
        if _width(title, code, detail) <= room:
            return [(title, code, detail)]
        rows: list[tuple[_Piece, ...]] = [(title, code)]
        if _width(title, code) > room:
            shown = QFontMetricsF(code[1]).elidedText(code[0], Qt.TextElideMode.ElideMiddle, room)
            rows = [*_wrapped(title, room), ((shown, *code[1:]),)]
        return rows + _wrapped(detail, room)


def _wrapped(piece: _Piece, room: float) -> list[tuple[_Piece, ...]]:
    text, font, ink = piece
    return [((line, font, ink),) for line in wrap(text, room, font, _MOST_LINES)]


def _width(*pieces: _Piece) -> float:
    said = [(text, font) for text, font, _ink in pieces if text]
    return sum(QFontMetricsF(font).horizontalAdvance(text) for text, font in said) + Space.INSET * (len(said) - 1)


def _height(row: tuple[_Piece, ...]) -> float:
    return max(QFontMetricsF(font).height() for _text, font, _ink in row)
