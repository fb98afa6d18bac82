"""A state in one or two words on a coloured ground; as wide as its longest state, so that nothing beside it moves."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.ui.icons import SHAPE_OF, Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.labels import plain_tip
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type

_SIDE = 14
_MARK = 16
_BETWEEN = 6


class StatePill(QWidget):
    """Shows a state. `states` are all the words it will ever show, for its width."""

    def __init__(self, theme: Theme, states: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.IGNORED
        self._text = ""
        self._icon: Icon | None = None
        self._font = theme.font(Type.LABEL, bold=True)
        self._metrics = QFontMetrics(self._font)
        self._widest = max((self._metrics.horizontalAdvance(state) for state in states), default=0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_state(
        self, tone: Tone, text: str, *, hint: str = "", icon: Icon | None = None, urgent: bool = False
    ) -> None:
        """`text` on the ground of `tone`, marked with `icon`, else with the tone's own shape (a dot where all is well).

        `hint` says more in the tool tip and to a screen reader; an urgent state is read out at once.
        """
        changed = text != self._text
        self._tone, self._text, self._icon = tone, text, icon
        self._widest = max(self._widest, self._metrics.horizontalAdvance(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setToolTip(plain_tip(hint))
        self.updateGeometry()
        self.update()
        if changed and urgent and self.isVisible():
            announce(self, text, urgent=True)

    def text(self) -> str:
        """The state shown."""
        return self._text

    def tone(self) -> Tone:
        """Its meaning."""
        return self._tone

    def sizeHint(self) -> QSize:
        """Wide enough for every state it knows."""
        return QSize(self._widest + 2 * _SIDE + _MARK + _BETWEEN, Space.PILL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark and words, centred."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground(self._tone)))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        ink = tokens.ink(self._tone)
        words = self._metrics.horizontalAdvance(self._text)
        left = (area.width() - words - _MARK - _BETWEEN) / 2
        self._draw_mark(painter, QPointF(left, (area.height() - _MARK) / 2), ink)
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        painter.drawText(
            QRectF(left + _MARK + _BETWEEN, 0, words + 2, area.height()), Qt.AlignmentFlag.AlignVCenter, self._text
        )

    def _draw_mark(self, painter: QPainter, where: QPointF, ink: str) -> None:
        icon = self._icon
        if icon is None and self._tone is Tone.OK:
            painter.setBrush(QColor(ink))
            painter.drawEllipse(QRectF(where.x() + 4, where.y() + 4, 8, 8))
            return
        shape = icon or SHAPE_OF[self._tone]
        painter.drawPixmap(where.toPoint(), self._theme.icons.pixmap(shape, _MARK, ink, self.devicePixelRatioF()))

    def _on_theme_changed(self) -> None:
        self.update()
