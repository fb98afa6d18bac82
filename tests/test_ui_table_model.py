"""The one table model keeps Qt's promises, selection and place, whatever its rows do."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.ui.table_model import Column, RowTableModel

Row = tuple[int, str]
COLUMNS: list[Column[Row]] = [
    Column("#", lambda row: str(row[0]), right=True, width=90, sort=lambda row: row[0]),
    Column(
        "IMEI", lambda row: row[1], number=True, copy=lambda row: row[1].replace("-", ""), tooltip=lambda row: row[1]
    ),
]


def number(row: Row) -> int:
    return row[0]


def made(one: int) -> Row:
    return one, f"00-101012-{one:06d}-0"


class Store:
    def __init__(self, count: int) -> None:
        self.newest = count

    def count(self) -> int:
        return self.newest

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        return [made(self.newest - at) for at in range(start, min(stop, self.newest))]


def shown(model: RowTableModel[Row], column: int = 0) -> list[str]:
    return [str(model.index(at, column).data()) for at in range(model.rowCount())]


def watched(model: RowTableModel[Row]) -> QAbstractItemModelTester:
    """Qt's own check of every promise, at every signal; what it finds is a warning, and warnings fail a test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_qt_finds_nothing_wrong_with_it(qapp: QApplication) -> None:
    model = RowTableModel(COLUMNS, [made(3), made(2)], key=number)
    tester = watched(model)
    model.prepend(made(4))
    model.replace(1, made(5))
    model.sort(0)
    model.set_rows([made(9), made(4)])
    model.refresh()
    model.remove(0)
    assert tester.model() is model
    assert shown(model) == ["4"]


def test_a_row_has_no_rows_below(qapp: QApplication) -> None:
    model = RowTableModel(COLUMNS, [made(1)])
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert (model.rowCount(), model.columnCount()) == (1, 2)
    assert model.data(QModelIndex()) is None


def test_columns_say_what_is_shown(qapp: QApplication) -> None:
    spoken = Column[Row]("At the service", lambda row: "…", spoken=lambda row: f"looking up number {row[0]}")
    model = RowTableModel([*COLUMNS, spoken], [(1, "<b>1</b>")])
    role = Qt.ItemDataRole
    assert model.index(0, 1).data(role.ToolTipRole) == "<span>&lt;b&gt;1&lt;/b&gt;</span>"
    assert model.index(0, 0).data(role.ToolTipRole) is None
    assert model.index(0, 1).data(role.AccessibleTextRole) == "<b>1</b>"
    assert model.index(0, 2).data(role.AccessibleTextRole) == "looking up number 1"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "IMEI"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_plain_value_fits_one_cell() -> None:
    assert COLUMNS[1].plain(made(7)) == "001010120000070"
    assert COLUMNS[1].plain((1, "a\tb\nc")) == "a b c"


def test_a_row_on_top_moves_what_was_held(qapp: QApplication, qtbot: QtBot) -> None:
    store = Store(100_000)
    model = RowTableModel(COLUMNS, store)
    held = QPersistentModelIndex(model.index(3, 0))
    store.newest += 1
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.row_added_on_top(made(store.newest))
    assert inserted.args[1:] == [0, 0]
    assert (held.row(), held.data()) == (4, "99997")
    assert model.row(0) == made(100_001)


def test_a_change_is_told_for_that_row_alone(qapp: QApplication, qtbot: QtBot) -> None:
    model = RowTableModel(COLUMNS, [made(3), made(2), made(1)])
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.replace(1, (2, "changed"))
    first, last = changed.args[:2]
    assert (first.row(), first.column(), last.row(), last.column()) == (1, 0, 1, 1)
    assert shown(model, 1)[1] == "changed"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.row_changed(3)


def test_rows_in_memory_come_and_go(qapp: QApplication) -> None:
    model: RowTableModel[Row] = RowTableModel(COLUMNS)
    tester = watched(model)
    for one in range(5):
        model.prepend(made(one))
    model.remove(2)
    assert shown(model) == ["4", "3", "1", "0"]
    assert tester.model() is model


def test_rows_kept_elsewhere_are_not_changed_here(qapp: QApplication) -> None:
    model = RowTableModel(COLUMNS, Store(3))
    with pytest.raises(TypeError):
        model.prepend(made(4))
    assert model.rowCount() == 3


def test_a_refresh_reads_again_and_keeps_what_was_held(qapp: QApplication) -> None:
    store = Store(500)
    model = RowTableModel(COLUMNS, store)
    held = QPersistentModelIndex(model.index(200, 0))
    before = held.data()
    store.newest += 7
    model.refresh()
    assert (model.rowCount(), held.row(), held.data()) == (507, 207, before)
    store.newest -= 2
    model.refresh()
    assert (model.rowCount(), held.row(), held.data()) == (505, 205, before)


def test_other_rows_keep_the_selection_by_key(qapp: QApplication) -> None:
    model = RowTableModel(COLUMNS, [made(3), made(2), made(1)], key=number)
    selection = QItemSelectionModel(model)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    selection.select(model.index(1, 0), rows)
    selection.select(model.index(2, 0), rows)
    model.set_rows([made(2), made(9), made(8), made(3)])
    assert [index.data() for index in selection.selectedRows()] == ["2"]
    assert shown(model) == ["2", "9", "8", "3"]
    model.set_rows([])
    assert not selection.selectedRows()


def test_without_a_key_other_rows_start_afresh(qapp: QApplication, qtbot: QtBot) -> None:
    model = RowTableModel(COLUMNS, [made(1)])
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(Store(4))
    assert shown(model) == ["4", "3", "2", "1"]


def test_sorting_orders_rows_in_memory_and_keeps_what_was_held(qapp: QApplication) -> None:
    model = RowTableModel(COLUMNS, [made(2), made(3), made(1)])
    held = QPersistentModelIndex(model.index(1, 1))
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert shown(model) == ["1", "2", "3"]
    assert (held.row(), held.column()) == (2, 1)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["3", "2", "1"]
    model.sort(1)
    model.sort(-1)
    assert shown(model) == ["3", "2", "1"]


def test_rows_gone_meanwhile_are_empty_not_wrong(qapp: QApplication) -> None:
    store = Store(10)
    model = RowTableModel(COLUMNS, store)
    store.newest = 0
    assert model.index(9, 0).data() is None
