"""The one table model: rows of any kind, shown through columns that say how to read them. Knows no row's meaning."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.labels import plain_tip
from ztdesk.ui.row_source import ListRows, RowPages, RowSource
from ztdesk.ui.tokens import Tone

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make `Column[Row](...)` with them
class Column(Generic[T]):
    """How one column reads a row.

    `display` gives the text. `detail` a second line in tall rows; `tone` its meaning, seen as the shape and, with
    `toned_text`, as the words' colour; `icon` another shape than the tone's; `tooltip` more words; `copy` the plain value
    for the clipboard (an IMEI without hyphens); `spoken` what a screen reader says instead; `sort` a key to order by,
    None for a column that cannot be. `number` shows figures of one width, `width` is in pixels, 0 takes what is left.
    """

    title: str
    display: Callable[[T], str]
    detail: Callable[[T], str] | None = None
    tone: Callable[[T], Tone | None] | None = None
    icon: Callable[[T], Icon | None] | None = None
    tooltip: Callable[[T], str] | None = None
    copy: Callable[[T], str] | None = None
    spoken: Callable[[T], str] | None = None
    sort: Callable[[T], Any] | None = None
    number: bool = False
    muted: bool = False
    strong: bool = False
    toned_text: bool = False
    right: bool = False
    width: int = 0

    def plain(self, row: T) -> str:
        """The value for the clipboard, on one line and in one cell."""
        return " ".join((self.copy or self.display)(row).split())


class RowTableModel(QAbstractTableModel, Generic[T]):
    """Rows of a `RowSource`, read a page at a time, or of a sequence in memory.

    `key` tells rows apart, so that selection and place survive `set_rows`. Rows come and go at the top: a list is newest
    first.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        rows: RowSource[T] | Sequence[T] = (),
        *,
        key: Callable[[T], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._pages: RowPages[T] = RowPages(_as_source(rows))

    def set_rows(self, rows: RowSource[T] | Sequence[T]) -> None:
        """Show other rows. With a `key` and both in memory, selected rows stay selected wherever they went."""
        source = _as_source(rows)
        if self._key is None or not isinstance(source, ListRows) or not isinstance(self._pages.source, ListRows):
            self.beginResetModel()
            self._pages = RowPages(source)
            self.endResetModel()
        else:
            self._rearrange(source, self._key)

    def row_added_on_top(self, row: T | None = None) -> None:
        """The source has one row more, before all others. With `row` nothing is read from the source."""
        self.beginInsertRows(_NOWHERE, 0, 0)
        self._pages.add_on_top(row)
        self.endInsertRows()

    def prepend(self, row: T) -> None:
        """Put a row before all others. Only for rows in memory; raises TypeError otherwise."""
        self._in_memory().prepend(row)
        self.row_added_on_top(row)

    def row_changed(self, position: int) -> None:
        """The row at `position` reads differently now."""
        if 0 <= position < self._pages.count:
            self._pages.change(position)
            self.dataChanged.emit(self.index(position, 0), self.index(position, len(self._columns) - 1))

    def replace(self, position: int, row: T) -> None:
        """Put `row` in the place of another. Only for rows in memory; raises TypeError otherwise, IndexError."""
        self._in_memory().replace(position, row)
        self.row_changed(position)

    def row_removed(self, position: int) -> None:
        """The source no longer has the row that was at `position`."""
        if 0 <= position < self._pages.count:
            self.beginRemoveRows(_NOWHERE, position, position)
            self._pages.remove(position)
            self.endRemoveRows()

    def remove(self, position: int) -> None:
        """Take a row out. Only for rows in memory; raises TypeError otherwise, IndexError."""
        self._in_memory().remove(position)
        self.row_removed(position)

    def refresh(self) -> None:
        """Read again what is seen. Rows more or fewer than before are taken to have come or gone at the top."""
        more = self._pages.source.count() - self._pages.count
        self._pages.forget()
        if more > 0:
            self.beginInsertRows(_NOWHERE, 0, more - 1)
            self._pages.count += more
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(_NOWHERE, 0, -more - 1)
            self._pages.count += more
            self.endRemoveRows()
        if self._pages.count:
            last = self.index(self._pages.count - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, position: int) -> T | None:
        """The row at `position`, None when there is none."""
        return self._pages.row(position)

    def column(self, number: int) -> Column[T]:
        """The column at `number`. Raises IndexError."""
        return self._columns[number]

    def columns(self) -> tuple[Column[T], ...]:
        """All of them, from the left."""
        return self._columns

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are; a table has none below a row."""
        return 0 if parent.isValid() else self._pages.count

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column reads in a row; the painting asks the columns itself."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        read = _READERS.get(role)
        reader = read(column) if read is not None else None
        if reader is None:
            return None
        row = self._pages.row(index.row())
        if row is None:
            return None
        shown = reader(row)
        return plain_tip(shown) if role == Qt.ItemDataRole.ToolTipRole else shown

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order rows in memory by a column's `sort`; anything else stays as it is."""
        source = self._pages.source
        key = self._columns[column].sort if 0 <= column < len(self._columns) else None
        if key is None or not isinstance(source, ListRows):
            return
        down = order is Qt.SortOrder.DescendingOrder
        rows = sorted(source.rows(0, source.count()), key=key, reverse=down)
        # Without a key of their own rows are told apart as objects, which sorting keeps.
        self._rearrange(ListRows(rows), self._key or id)

    def _rearrange(self, source: ListRows[T], key: Callable[[T], Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._pages.row(index.row()) for index in before]
        self._pages = RowPages(source)
        if before:
            places = {key(row): place for place, row in enumerate(source.rows(0, source.count()))}
            after = [
                self.index(places[key(row)], index.column())
                if row is not None and key(row) in places
                else QModelIndex()
                for index, row in zip(before, held, strict=True)
            ]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_memory(self) -> ListRows[T]:
        source = self._pages.source
        if not isinstance(source, ListRows):
            raise TypeError("these rows are kept elsewhere: change them there, then say what changed")
        return source


def _as_source(rows: RowSource[T] | Sequence[T]) -> RowSource[T]:
    return ListRows(rows) if isinstance(rows, Sequence) else rows


def _display(column: Column[Any]) -> Callable[[Any], str]:
    return column.display


def _tooltip(column: Column[Any]) -> Callable[[Any], str] | None:
    return column.tooltip


def _spoken(column: Column[Any]) -> Callable[[Any], str]:
    return column.spoken or column.display


_READERS: dict[int, Callable[[Column[Any]], Callable[[Any], str] | None]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
}
