"""The verdict on one line, for the pages beside the scan page: a scan is answered wherever the packer is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import VERDICT_SHAPE
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.text_fit import visible
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF, Space, Tone, Type
from ztdesk.ui.wording import words

_ICON = 24


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
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()), Space.BUTTON_RADIUS, Space.BUTTON_RADIUS)
        ink = tokens.ink(self._tone)
        picture = self._theme.icons.pixmap(self._shape, _ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(Space.GAP, (self.height() - _ICON) // 2, picture)
        title, code, detail = self._words
        left = float(Space.GAP + _ICON + 12)
        left = self._draw(painter, left, title, self._theme.font(Type.BODY, bold=True), ink, share=0.4)
        left = self._draw(painter, left, code, self._theme.number_font(), tokens.text, share=0.6)
        self._draw(painter, left, detail, self._theme.font(Type.SMALL), tokens.text, share=1.0)

    def _draw(self, painter: QPainter, left: float, text: str, font: QFont, ink: str, *, share: float) -> float:
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
