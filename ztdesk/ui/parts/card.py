"""The frame lists and forms stand in: rounded corners and a hairline."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space


class Card(QWidget):
    """A surface with a vertical layout; `padding` 0 is for lists that reach the edges."""

    def __init__(self, theme: Theme, padding: int = Space.INSET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        # Square children must end where the round corners begin.
        edge = padding or 1
        self.column.setContentsMargins(edge, edge, edge, padding or Space.CARD_RADIUS - 2)
        self.column.setSpacing(Space.GAP if padding else 0)
        theme.changed.connect(self._on_theme_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Space.CARD_RADIUS - 0.5, Space.CARD_RADIUS - 0.5
        )

    def _on_theme_changed(self) -> None:
        self.update()
