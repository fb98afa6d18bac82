"""How a cell is drawn whose sentence must be read whole: over as many lines as the row has room for."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ztdesk.ui.parts.text_fit import wrap
from ztdesk.ui.table_model import RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Type

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_ABOVE_AND_BELOW = 10


class WrappedDelegate(QStyledItemDelegate):
    """For one column of a `RowTableModel`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(Type.SMALL)
        self._high = QFontMetrics(self._font).lineSpacing()

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
        row = model.row(index.row()) if isinstance(model, RowTableModel) else None
        if row is None or not isinstance(model, RowTableModel):
            return
        width = area.width() - 2 * Space.INSET
        most = max(1, (area.height() - _ABOVE_AND_BELOW) // self._high)
        lines = wrap(model.column(index.column()).display(row), width, self._font, most)
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.text))
        top = area.top() + (area.height() - 1 - len(lines) * self._high) // 2
        for line in lines:
            painter.drawText(QRect(area.left() + Space.INSET, top, width, self._high), _LEFT, line)
            top += self._high
