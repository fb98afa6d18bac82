"""The stripe practice mode wears on every page, so that nobody mistakes it for work."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Type

_STEP = 34
_LEAN = 16


class PracticeStripe(QWidget):
    """A hazard stripe of 28 pixels with its words in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(Type.SMALL, bold=True)
        self.setFixedHeight(Space.STRIPE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """What it says."""
        return self.tr("PRACTICE — nothing reaches Google")

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, Space.STRIPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stripe."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        height = self.height()
        painter.fillRect(self.rect(), QColor(tokens.stripe))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_stripe))
        for left in range(-_LEAN, self.width() + _STEP, _STEP):
            painter.drawPolygon(_leaning(left, height))
        words = painter.fontMetrics().horizontalAdvance(self.text()) + 2 * Space.GAP
        middle = QRectF((self.width() - words) / 2, 0, words, height)
        painter.fillRect(middle, QColor(tokens.stripe))
        painter.setPen(QColor(tokens.on_stripe))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.text())


def _leaning(left: int, height: int) -> QPolygonF:
    right = left + _STEP // 2
    return QPolygonF(
        [QPointF(left + _LEAN, 0), QPointF(right + _LEAN, 0), QPointF(right, height), QPointF(left, height)]
    )
