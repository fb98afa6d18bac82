"""How one cell of a list is drawn: shape and words by tokens, a hairline below. Knows no row's meaning."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ztdesk.ui.icons import SHAPE_OF
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type

_ICON = 20
_AFTER_ICON = 10
_BETWEEN_LINES = 2
_CENTER = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a `RowTableModel` in `view`; `mark_first` gives the newest row the ground of a selected one.

    `ground` says of a row whose tone it stands on, if any.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView, *, mark_first: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._mark_first = mark_first
        self.ground: Callable[[Any], Tone | None] | None = None
        self._colors: dict[str, QColor] = {}
        self._number = _Face(theme.number_font(Type.NUMBER))
        self._body = _Face(theme.font(Type.SMALL))
        self._strong = _Face(theme.font(Type.BODY, bold=True))
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wide enough for the words; the height is the table's."""
        column, row = _cell(index)
        if column is None or row is None:
            return QSize(0, Space.ROW)
        shape = _ICON + _AFTER_ICON if _shape(column, row)[0] is not None else 0
        words = self._face(column).metrics.horizontalAdvance(column.display(row))
        return QSize(words + shape + 2 * Space.INSET, Space.ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, hairline, shape and words."""
        tokens = self._theme.tokens
        area: QRect = option.rect
        # Asked of the view: the option's own flags would load all of QStyle, which a start can do without.
        column, row = _cell(index)
        held = self.ground(row) if self.ground is not None and row is not None else None
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(area, self._color(tokens.selection))
        elif held is not None:
            painter.fillRect(area, self._color(tokens.ground(held)))
        elif self._mark_first and index.row() == 0:
            painter.fillRect(area, self._color(tokens.selection))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._color(tokens.line))
        if column is None or row is None:
            return
        left = area.left() + Space.INSET
        icon, tone = _shape(column, row)
        if icon is not None:
            ink = tokens.ink(tone) if tone is not None else tokens.muted
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            picture = self._theme.icons.pixmap(icon, _ICON, ink, ratio)
            painter.drawPixmap(left, area.top() + (area.height() - _ICON) // 2, picture)
            left += _ICON + _AFTER_ICON
        ink = tokens.muted if column.muted else tokens.text
        if column.toned_text and tone is not None:
            ink = tokens.ink(tone)
        words = QRect(left, area.top(), area.right() - left - (Space.INSET if column.right else 4), area.height() - 1)
        self._draw_words(painter, words, column, row, ink)

    def _draw_words(self, painter: QPainter, area: QRect, column: Column[Any], row: object, ink: str) -> None:
        detail = column.detail(row) if column.detail is not None else ""
        face = self._face(column)
        if not detail:
            self._draw_line(painter, area, face, column.display(row), ink, right=column.right)
            return
        high = face.metrics.height()
        both = high + _BETWEEN_LINES + self._body.metrics.height()
        top = area.top() + (area.height() - both) // 2
        first = QRect(area.left(), top, area.width(), high)
        self._draw_line(painter, first, face, column.display(row), ink, right=column.right)
        second = QRect(area.left(), top + high + _BETWEEN_LINES, area.width(), self._body.metrics.height())
        self._draw_line(painter, second, self._body, detail, self._theme.tokens.muted, right=column.right)

    def _draw_line(self, painter: QPainter, area: QRect, face: "_Face", text: str, ink: str, *, right: bool) -> None:
        painter.setFont(face.font)
        painter.setPen(self._color(ink))
        if face.metrics.horizontalAdvance(text) > area.width() or "\n" in text:
            text = face.metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, _CENTER | side, text)

    def _face(self, column: Column[Any]) -> "_Face":
        if column.number:
            return self._number
        return self._strong if column.strong else self._body

    def _color(self, name: str) -> QColor:
        color = self._colors.get(name)
        if color is None:
            color = self._colors[name] = QColor(name)
        return color

    def _on_theme_changed(self) -> None:
        self._colors.clear()


class _Face:
    __slots__ = ("font", "metrics")

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)


def _cell(index: QModelIndex | QPersistentModelIndex) -> tuple[Column[Any] | None, Any]:
    model = index.model()
    if not isinstance(model, RowTableModel):
        return None, None
    return model.column(index.column()), model.row(index.row())


def _shape(column: Column[Any], row: object) -> tuple[Any, Tone | None]:
    tone = column.tone(row) if column.tone is not None else None
    if column.icon is not None:
        return column.icon(row), tone
    return (SHAPE_OF[tone] if tone is not None else None), tone
