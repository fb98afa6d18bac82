"""A list of rows: one height, hairlines, whole rows selected, never jumping when one comes in on top."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ztdesk.ui.parts.row_delegate import RowDelegate
from ztdesk.ui.table_model import RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone

_HEADER = 45


class RowTable(QTableView):
    """Shows a `RowTableModel`. `name` is what a screen reader calls it. `chosen` with the row a person selected."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        row_height: int = Space.ROW,
        mark_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row_height = row_height
        self._rows: RowTableModel[Any] | None = None
        self.setAccessibleName(name)
        self._delegate = RowDelegate(theme, self, mark_first=mark_first)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_up_headers()
        self.copy_action = QAction(self.tr("Copy"), self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self._on_copy_asked)
        self.addAction(self.copy_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        theme.changed.connect(self._on_theme_changed)

    def show_rows(self, model: RowTableModel[Any]) -> None:
        """Show `model`, its columns in their widths; the first of width 0 takes what is left."""
        self._rows = model
        self.setModel(model)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.rowsRemoved.connect(self._on_rows_removed)
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._on_current_row_changed)
        header = self.horizontalHeader()
        stretched = False
        for number, column in enumerate(model.columns()):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, column.width)
            elif not stretched:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
                stretched = True
        # Switching sorting on sorts at once by the indicated column: indicate none.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(any(column.sort is not None for column in model.columns()))

    def set_ground(self, ground: Callable[[Any], Tone | None]) -> None:
        """Let rows stand on the ground of the tone that `ground` says, unless they are selected."""
        self._delegate.ground = ground

    def set_row_height(self, high: int) -> None:
        """Make every row this high, in device-independent pixels."""
        if high != self._row_height:
            self._row_height = high
            self.verticalHeader().setMinimumSectionSize(high)
            self.verticalHeader().setDefaultSectionSize(high)

    def select(self, position: int) -> None:
        """Select this row alone, whatever keys are down: Qt's `selectRow` minds Shift, and keyboard scanners press it."""
        if self._rows is not None and 0 <= position < self._rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            how = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(self._rows.index(position, 0), how)

    def selected_rows(self) -> list[int]:
        """Positions of the selected rows, from the top."""
        selection = self.selectionModel()
        return sorted(index.row() for index in selection.selectedRows()) if selection is not None else []

    def selected_text(self) -> str:
        """The selected rows as plain values, a line a row, with tabs between."""
        model = self._rows
        if model is None:
            return ""
        rows = (model.row(position) for position in self.selected_rows())
        columns = [one for place, one in enumerate(model.columns()) if not self.isColumnHidden(place)]
        return "\n".join("\t".join(column.plain(row) for column in columns) for row in rows if row is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's own copying takes one cell as it is shown; here it is rows in plain values."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._on_copy_asked()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a ring around the current one while the keyboard is here."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not self.hasFocus() or not current.isValid():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        top = self.rowViewportPosition(current.row())
        painter.drawRect(QRect(1, top + 1, self.viewport().width() - 2, self._row_height - 3))

    def _set_up_headers(self) -> None:
        sides = self.verticalHeader()
        sides.hide()
        sides.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sides.setMinimumSectionSize(self._row_height)
        sides.setDefaultSectionSize(self._row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(_HEADER)
        header.setMinimumSectionSize(Space.ROW)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsMovable(False)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._keep_place(first, last - first + 1)

    def _on_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._keep_place(first, first - last - 1)

    def _keep_place(self, first: int, more: int) -> None:
        # Whoever has scrolled down is reading: what comes or goes above must not move the rows under the eyes.
        bar = self.verticalScrollBar()
        at = bar.value()
        if at > 0 and first * self._row_height < at:
            self.updateGeometries()
            bar.setValue(max(0, at + more * self._row_height))

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        # Qt paints the cell that was left anew, not all of the row that the ring went around.
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(current.row())

    def _on_copy_asked(self) -> None:
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _on_theme_changed(self) -> None:
        self.viewport().update()
