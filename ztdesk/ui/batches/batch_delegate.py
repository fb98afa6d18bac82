"""Draws one batch of the list: whose it is, how it stands in words and shape, and a progress line."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ztdesk.ui.batches.batch_card import BatchCard
from ztdesk.ui.parts.progress import draw_progress
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type
from ztdesk.ui.wording import words

CARD_HEIGHT = 104
_TOP = 19
_LINE = 24
_STATE_TOP = 52
_BAR_TOP = 82
_ICON = 18
_MARK = 4
_CENTER = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class BatchDelegate(QStyledItemDelegate):
    """Draws the card that `card_at(row)` gives; None draws nothing."""

    def __init__(self, theme: Theme, card_at: Callable[[int], BatchCard | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card_at = card_at
        self._name = theme.font(Type.BODY + 1, bold=True)
        self._state = theme.font(Type.SMALL, bold=True)
        self._small = theme.font(Type.SMALL)
        self._metrics = {id(font): QFontMetrics(font) for font in (self._name, self._state, self._small)}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every card has the same size."""
        return QSize(0, CARD_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card with its ground, its hairline and the mark of the selected one."""
        card = self._card_at(index.row())
        area: QRect = option.rect
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selection))
            painter.fillRect(area.left(), area.top(), _MARK, area.height() - 1, QColor(tokens.accent))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
        if card is not None:
            inner = area.adjusted(Space.INSET, 0, -Space.INSET, 0)
            self._draw_card(painter, inner, card)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(6.5, 6.5, -6.5, -7.5), 6, 6)
        painter.restore()

    def _draw_card(self, painter: QPainter, area: QRect, card: BatchCard) -> None:
        tokens = self._theme.tokens
        top = QRect(area.left(), area.top() + _TOP, area.width(), _LINE)
        left = self._draw_right(painter, top, self._small, card.order, tokens.muted, share=0.5)
        self._draw_left(painter, top, left, self._name, card.name, tokens.text)
        line = QRect(area.left(), area.top() + _STATE_TOP, area.width(), _LINE)
        ink = tokens.ink(card.tone)
        left = self._draw_right(painter, line, self._small, words(card.count), tokens.muted, share=0.6)
        if card.tone is not Tone.ACCENT:
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            picture = self._theme.icons.pixmap(card.icon, _ICON, ink, ratio)
            painter.drawPixmap(line.left(), line.top() + (_LINE - _ICON) // 2, picture)
            line.setLeft(line.left() + _ICON + Space.UNIT)
        self._draw_left(painter, line, left, self._state, words(card.state), ink)
        if card.share is not None:
            bar = QRectF(area.left(), area.top() + _BAR_TOP, area.width(), Space.UNIT)
            draw_progress(painter, bar, card.share, ink, tokens)

    def _draw_right(self, painter: QPainter, area: QRect, font: QFont, text: str, ink: str, *, share: float) -> int:
        """Draw at the right end, at most `share` of the width; where it begins."""
        metrics = self._metrics[id(font)]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(area.width() * share))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, _CENTER | Qt.AlignmentFlag.AlignRight, shown)
        return area.right() - metrics.horizontalAdvance(shown) - (Space.GAP if shown else 0)

    def _draw_left(self, painter: QPainter, area: QRect, right: int, font: QFont, text: str, ink: str) -> None:
        room = QRect(area.left(), area.top(), right - area.left(), area.height())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _CENTER | Qt.AlignmentFlag.AlignLeft, shown)
