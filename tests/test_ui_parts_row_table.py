"""The list of rows: never jumps, copies plain values, is worked by keyboard, and costs the same at any length."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import LIGHT, Space, Tone


@dataclass(frozen=True, slots=True)
class Scan:
    position: int
    imei: str
    tone: Tone | None = Tone.OK


def made(position: int) -> Scan:
    return Scan(position, f"00-101012-{position:06d}-0")


class Store:
    def __init__(self, count: int) -> None:
        self.newest = count
        self.rows_read = 0

    def count(self) -> int:
        return self.newest

    def rows(self, start: int, stop: int) -> Sequence[Scan]:
        self.rows_read += stop - start
        return [made(self.newest - at) for at in range(start, min(stop, self.newest))]


COLUMNS: list[Column[Scan]] = [
    Column("#", lambda scan: str(scan.position), muted=True, width=90, sort=lambda scan: scan.position),
    Column("IMEI", lambda scan: scan.imei, number=True, width=240, copy=lambda scan: scan.imei.replace("-", "")),
    Column("At the service", lambda scan: "not known yet", tone=lambda scan: scan.tone, detail=lambda scan: "later"),
]


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> RowTable:
    table = RowTable(Theme(Mode.LIGHT), "Scanned devices", mark_first=True)
    qtbot.addWidget(table)
    table.resize(640, 500)
    return table


def shown(table: RowTable, qtbot: QtBot) -> None:
    table.show()
    qtbot.waitExposed(table)


def test_a_screen_reader_finds_a_table_with_names(table: RowTable) -> None:
    table.show_rows(RowTableModel(COLUMNS, [made(2), made(1)]))
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Scanned devices"
    names = {interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())}
    assert {"#", "IMEI", "At the service", made(2).imei, made(1).imei, "not known yet"} <= names


def test_rows_are_of_one_height(table: RowTable) -> None:
    table.show_rows(RowTableModel(COLUMNS, Store(1_000)))
    assert {table.rowHeight(row) for row in (0, 1, 999)} == {Space.ROW}


def test_only_what_is_seen_is_read(table: RowTable, qtbot: QtBot) -> None:
    store = Store(100_000)
    table.show_rows(RowTableModel(COLUMNS, store))
    shown(table, qtbot)
    table.grab()
    assert 0 < store.rows_read <= 256
    table.scrollToBottom()
    table.grab()
    assert store.rows_read <= 512


def test_whoever_reads_below_is_not_disturbed(table: RowTable, qtbot: QtBot) -> None:
    store = Store(100_000)
    model = RowTableModel(COLUMNS, store)
    table.show_rows(model)
    shown(table, qtbot)
    table.verticalScrollBar().setValue(Space.ROW * 50)
    seen = table.indexAt(table.rect().center()).data()
    for _ in range(3):
        store.newest += 1
        model.row_added_on_top()
        assert table.indexAt(table.rect().center()).data() == seen
    model.refresh()
    assert table.indexAt(table.rect().center()).data() == seen
    store.newest -= 1
    model.row_removed(0)
    assert table.indexAt(table.rect().center()).data() == seen


def test_whoever_is_at_the_top_sees_the_newest(table: RowTable, qtbot: QtBot) -> None:
    model = RowTableModel(COLUMNS, [made(one) for one in range(100, 0, -1)])
    table.show_rows(model)
    shown(table, qtbot)
    model.prepend(made(101))
    assert table.verticalScrollBar().value() == 0
    assert table.indexAt(table.viewport().rect().topLeft()).data() == "101"


def test_copy_gives_plain_values(table: RowTable, qtbot: QtBot) -> None:
    table.show_rows(RowTableModel(COLUMNS, [made(3), made(2), made(1)]))
    shown(table, qtbot)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_rows() == [0, 1]
    table.copy_action.trigger()
    assert QGuiApplication.clipboard().text() == (
        "3\t001010120000030\tnot known yet\n2\t001010120000020\tnot known yet"
    )


def test_the_copy_key_copies(table: RowTable, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    table.show_rows(RowTableModel(COLUMNS, [made(1)]))
    shown(table, qtbot)
    table.setFocus()
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\t001010120000010\tnot known yet"


def test_the_keyboard_moves_through_the_rows(table: RowTable, qtbot: QtBot) -> None:
    table.show_rows(RowTableModel(COLUMNS, [made(3), made(2), made(1)]))
    shown(table, qtbot)
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [0, 1, 2]
    assert not table.tabKeyNavigation()


def test_a_row_wears_its_ground_and_its_shape(table: RowTable, qtbot: QtBot) -> None:
    table.show_rows(RowTableModel(COLUMNS, [Scan(2, "x", Tone.REFUSED), Scan(1, "y", None)]))
    shown(table, qtbot)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(5, 20).name().upper() == LIGHT.selection
    assert image.pixelColor(5, 47).name().upper() == LIGHT.line
    colors = {image.pixelColor(x, y).name().upper() for x in range(345, 375) for y in range(48)}
    assert LIGHT.refused in colors


def test_a_click_on_a_title_sorts(table: RowTable, qtbot: QtBot) -> None:
    model = RowTableModel(COLUMNS, [made(2), made(3), made(1)])
    table.show_rows(model)
    shown(table, qtbot)
    assert [model.index(row, 0).data() for row in range(3)] == ["2", "3", "1"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [model.index(row, 0).data() for row in range(3)] == ["1", "2", "3"]
