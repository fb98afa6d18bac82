"""Draws what became of a device: the verdict, and below it what to do, over more lines where one is too short."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ztdesk.domain.batch import Item
from ztdesk.ui.parts.text_fit import wrap
from ztdesk.ui.table_model import RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Type

_BETWEEN = 1
_MOST_LINES = 3
_ABOVE_AND_BELOW = 10
_MOST_KEPT = 500
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class VerdictDelegate(QStyledItemDelegate):
    """For a column with `detail` of a `RowTableModel`; its tone colours the words and gives no shape."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = theme.font(Type.BODY, bold=True)
        self._hint = theme.font(Type.SMALL)
        self._title_metrics = QFontMetrics(self._title)
        self._hint_high = QFontMetrics(self._hint).height()
        self._wrapped: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, hairline and words."""
        tokens = self._theme.tokens
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selection))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
        model = index.model()
        row: Item | None = model.row(index.row()) if isinstance(model, RowTableModel) else None
        if row is None or not isinstance(model, RowTableModel):
            return
        column = model.column(index.column())
        tone = column.tone(row) if column.tone is not None else None
        title = column.display(row)
        hint = column.detail(row) if column.detail is not None else ""
        width = area.width() - Space.INSET - Space.UNIT
        high = self._title_metrics.height()
        room = (area.height() - high - _ABOVE_AND_BELOW) // (self._hint_high + _BETWEEN)
        lines = self._lines(hint, width, min(_MOST_LINES, room)) if hint else ()
        top = area.top() + (area.height() - 1 - high - len(lines) * (self._hint_high + _BETWEEN)) // 2
        self._draw(
            painter, area.left() + Space.INSET, top, width, high, title, tokens.ink(tone) if tone else tokens.text
        )
        painter.setFont(self._hint)
        painter.setPen(QColor(tokens.muted))
        top += high + _BETWEEN
        for line in lines:
            painter.drawText(QRect(area.left() + Space.INSET, top, width, self._hint_high), _LEFT, line)
            top += self._hint_high + _BETWEEN

    def _draw(self, painter: QPainter, left: int, top: int, width: int, high: int, title: str, ink: str) -> None:
        painter.setFont(self._title)
        painter.setPen(QColor(ink))
        shown = self._title_metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, high), _LEFT, shown)

    def _lines(self, hint: str, width: int, most: int) -> tuple[str, ...]:
        key = (hint, width, most)
        lines = self._wrapped.get(key)
        if lines is None:
            if len(self._wrapped) > _MOST_KEPT:
                self._wrapped.clear()
            lines = self._wrapped[key] = wrap(" ".join(hint.split()), width, self._hint, most)
        return lines
