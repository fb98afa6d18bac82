"""Draws one batch of the list: whose it is, how it stands in words and shape, and a progress line."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ztdesk.ui.batches.batch_card import BatchCard
from ztdesk.ui.parts.progress import draw_stretches
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type
from ztdesk.ui.wording import words

CARD_HEIGHT = 112
_TOP = 14
_LINE = 24
_ABOUT_TOP = 36
_STATE_TOP = 62
_BAR_TOP = 91
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
            self._draw_ground(painter, area)
        painter.fillRect(
            area.left() + Space.INSET, area.bottom(), area.width() - 2 * Space.INSET, 1, QColor(tokens.line)
        )
        if card is not None:
            inner = area.adjusted(Space.INSET, 0, -Space.INSET, 0)
            self._draw_card(painter, inner, card)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(area).adjusted(Space.UNIT + 0.5, 0.5, -Space.UNIT - 0.5, -1.5)
            painter.drawRoundedRect(ring, Space.BUTTON_RADIUS, Space.BUTTON_RADIUS)
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRect) -> None:
        """The ground of the selected card: within the frame's round corners, with its mark at the left."""
        inside = QRectF(area).adjusted(Space.UNIT, 0, -Space.UNIT, -1)
        outline = QPainterPath()
        outline.addRoundedRect(inside, Space.BUTTON_RADIUS, Space.BUTTON_RADIUS)
        painter.fillPath(outline, QColor(self._theme.tokens.selection))
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(inside.left(), inside.top(), _MARK, inside.height()), QColor(self._theme.tokens.accent))
        painter.restore()

    def _draw_card(self, painter: QPainter, area: QRect, card: BatchCard) -> None:
        tokens = self._theme.tokens
        top = QRect(area.left(), area.top() + _TOP, area.width(), _LINE)
        self._draw_left(painter, top, area.right(), self._name, card.name, tokens.text)
        about = QRect(area.left(), area.top() + _ABOUT_TOP, area.width(), _LINE)
        self._draw_left(painter, about, area.right(), self._small, words(card.about), tokens.muted)
        line = QRect(area.left(), area.top() + _STATE_TOP, area.width(), _LINE)
        ink = tokens.ink(card.tone)
        # What state it is in is said whole; how many, as far as there is room.
        state = self._metrics[id(self._state)].horizontalAdvance(words(card.state)) + _ICON + Space.UNIT + Space.GAP
        most = max(0, area.width() - state)
        left = self._draw_right(painter, line, self._small, words(card.count), tokens.muted, most)
        if card.tone is not Tone.ACCENT:
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            picture = self._theme.icons.pixmap(card.icon, _ICON, ink, ratio)
            painter.drawPixmap(line.left(), line.top() + (_LINE - _ICON) // 2, picture)
            line.setLeft(line.left() + _ICON + Space.UNIT)
        self._draw_left(painter, line, left, self._state, words(card.state), ink)
        if card.bar is not None:
            line_area = QRectF(area.left(), area.top() + _BAR_TOP, area.width(), Space.UNIT)
            draw_stretches(painter, line_area, card.bar, tokens)

    def _draw_right(self, painter: QPainter, area: QRect, font: QFont, text: str, ink: str, most: int) -> int:
        """Draw at the right end, whole or not at all: half a number is another one. Where it begins."""
        wide = self._metrics[id(font)].horizontalAdvance(text)
        if not text or wide > most:
            return area.right()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, _CENTER | Qt.AlignmentFlag.AlignRight, text)
        return area.right() - wide - Space.GAP

    def _draw_left(self, painter: QPainter, area: QRect, right: int, font: QFont, text: str, ink: str) -> None:
        room = QRect(area.left(), area.top(), right - area.left(), area.height())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _CENTER | Qt.AlignmentFlag.AlignLeft, shown)
