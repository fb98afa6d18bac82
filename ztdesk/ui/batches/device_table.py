"""The table of one batch's devices: those that need a person first and in tall rows, the rest quiet.

Keeps selection and place while devices get their verdicts. Reads the rows it shows, and no others.
"""

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QRect,
    QSignalBlocker,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ztdesk.domain.batch import BatchSummary, Item, ShownState
from ztdesk.domain.errors import ZtdeskError
from ztdesk.ui.batches.device_rows import NUMBER_WIDE, DeviceColumns, ItemRows
from ztdesk.ui.batches.verdict_delegate import VerdictDelegate
from ztdesk.ui.batches.work_words import RUNNING
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.ports import ItemReader
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_QUIET_ROW = Space.ROW + 4
_NARROW = 640
_NARROW_TALL_ROW = Space.TALL_ROW + 18
_NUMBER_NARROW = 240
_MOST_KEPT = 1000
_ORDER_MS = 400
_MOST_READING_MS = 40
_REST = 20  # times as long as the reading took the window is left alone


class DeviceTable(RowTable):
    """Shows a batch's devices. `show_batch` another batch, `reload` the same one after something of it changed."""

    failed = Signal(object)  # the StoreFailure of reading later than asked

    def __init__(self, theme: Theme, items: ItemReader, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", row_height=_QUIET_ROW, parent=parent)
        self.setAccessibleName(self.tr("Devices of the batch"))
        self._ink = theme
        self._items = items
        self._source = ItemRows(items, [], self.failed.emit)
        self._tall = 0
        self._tall_high = Space.TALL_ROW
        self._reading_ms = 0
        self._summary: BatchSummary | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._on_later_timeout)
        self._columns = DeviceColumns(parent=self)
        self._model: RowTableModel[Item] = RowTableModel(self._columns.columns(), self._source, parent=self)
        self.show_rows(self._model)
        self.setItemDelegateForColumn(1, VerdictDelegate(theme, self))
        self.horizontalHeader().hide()
        for column in (0, 2):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def show_batch(self, summary: BatchSummary | None) -> None:
        """Show the devices of a batch from the top, None for none. Raises StoreFailure."""
        self._later.stop()
        self._summary = summary
        if summary is not None:
            self._columns.kind, self._columns.state = summary.batch.draft.kind, summary.batch.state
        self._put(self._read_ids(summary.batch.id) if summary is not None else [], _tall_of(summary))
        self.scrollToTop()

    def mark_unexpected(self, item_ids: frozenset[int]) -> None:
        """These devices of the batch are not on its delivery note; seen when rows are painted next."""
        self._columns.unexpected = item_ids
        self.viewport().update()

    def reload(self, summary: BatchSummary) -> None:
        """Read anew what is seen; soon after, put on top what has come to need a person. Nothing else moves."""
        before, self._summary = self._summary, summary
        self._columns.state = summary.batch.state
        self.refresh()
        scanned = summary.shown is ShownState.OPEN
        ended = not scanned and summary.shown not in RUNNING
        moved = before is None or _tall_of(before) != _tall_of(summary) or summary.counts.total != len(self._source.ids)
        # The order of a huge batch takes too long to read while the window is in use: it waits for the end.
        if ended:
            self._later.start(0)
        elif moved and not self._later.isActive() and (scanned or self._reading_ms < _MOST_READING_MS):
            self._later.start(max(_ORDER_MS, _REST * self._reading_ms))

    def _on_later_timeout(self) -> None:
        if self._summary is None:
            return
        try:
            ids = self._read_ids(self._summary.batch.id)
        except ZtdeskError as error:
            self.failed.emit(error)
            return
        tall = _tall_of(self._summary)
        if ids == self._source.ids and tall == self._tall:
            return
        chosen = self._chosen_ids()
        current = self._id_at(self.currentIndex().row())
        place = self.verticalScrollBar().value()
        self._put(ids, tall)
        self._choose(chosen, current)
        self.verticalScrollBar().setValue(place)

    def _read_ids(self, batch_id: int) -> list[int]:
        watch = QElapsedTimer()
        watch.start()
        ids = self._items.attention_ids(batch_id)
        self._reading_ms = watch.elapsed()
        return ids

    def stop(self) -> None:
        """Read nothing later."""
        self._later.stop()

    def refresh(self) -> None:
        """Read anew what is seen; nothing moves."""
        self._model.refresh()

    def item(self, row: int) -> Item | None:
        """The device in this row."""
        return self._model.row(row)

    def columns_shown(self) -> tuple[Column[Item], ...]:
        """How each column reads a device."""
        return self._model.columns()

    def attention_text(self) -> str:
        """The devices that need a person as plain values, a line each, at most a thousand."""
        rows = (self._model.row(position) for position in range(min(self._tall, _MOST_KEPT)))
        columns = self._model.columns()
        return "\n".join("\t".join(column.plain(row) for column in columns) for row in rows if row is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen what to do has the room: a place in the pile says least."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.setColumnHidden(2, narrow)
        self.horizontalHeader().resizeSection(0, _NUMBER_NARROW if narrow else NUMBER_WIDE)
        high = _NARROW_TALL_ROW if narrow else Space.TALL_ROW
        if high != self._tall_high:
            self._tall_high = high
            self._size_rows(self._tall, len(self._source.ids))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a ring around the current one in its own height."""
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), QColor(self._ink.tokens.surface))
        ground.end()
        # Not RowTable's own, whose ring has the height of a quiet row.
        QTableView.paintEvent(self, event)
        row = self.currentIndex().row()
        if not self.hasFocus() or row < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._ink.tokens.accent), 2))
        top = self.rowViewportPosition(row)
        painter.drawRect(QRect(1, top + 1, self.viewport().width() - 2, self.rowHeight(row) - 3))

    def _put(self, ids: list[int], tall: int) -> None:
        self._source = ItemRows(self._items, ids, self.failed.emit)
        self._model.set_rows(self._source)
        before, self._tall = self._tall, tall
        self._size_rows(before, len(ids))

    def _size_rows(self, before: int, count: int) -> None:
        """Give the rows that need a person their height, and those of the first `before` that no longer do, theirs."""
        tall = self._tall
        rows = self.verticalHeader()
        # Each row made tall would otherwise lay the table out again.
        with QSignalBlocker(rows):
            # Sizes outlive a reset of the model.
            for row in range(tall, min(before, count)):
                rows.resizeSection(row, _QUIET_ROW)
            for row in range(min(tall, count)):
                rows.resizeSection(row, self._tall_high)
        self.updateGeometries()
        self.viewport().update()

    def _id_at(self, row: int) -> int | None:
        return self._source.ids[row] if 0 <= row < len(self._source.ids) else None

    def _chosen_ids(self) -> set[int]:
        return {self._source.ids[row] for row in self.selected_rows() if row < len(self._source.ids)}

    def _choose(self, chosen: set[int], current: int | None) -> None:
        if not chosen and current is None:
            return
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        first: int | None = None
        for row, item_id in enumerate((*self._source.ids, 0)):
            if item_id == current:
                index = self._model.index(row, 0)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if item_id in chosen:
                first = row if first is None else first
            elif first is not None:
                selection.append(QItemSelectionRange(self._model.index(first, 0), self._model.index(row - 1, last)))
                first = None
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _tall_of(summary: BatchSummary | None) -> int:
    return summary.open_failures + summary.counts.unknown if summary is not None else 0
