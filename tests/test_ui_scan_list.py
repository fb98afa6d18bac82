"""The list of a batch reads only what is seen and what came in."""

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from ztdesk.domain.batch import Item, ItemState
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.text import text
from ztdesk.ui.scan.scan_list import BatchRows, ScanList
from ztdesk.ui.theme import Mode, Theme


class Shelf:
    """Items by id, and which were asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []
        self.fails = False

    def ids(self, _batch_id: int, *, newest_first: bool = True) -> list[int]:
        return list(range(self.count, 0, -1) if newest_first else range(1, self.count + 1))

    def attention_ids(self, batch_id: int) -> list[int]:
        return self.ids(batch_id)

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        if self.fails:
            raise StoreFailure(text("Disk gone"), text("Call IT."))
        self.asked.extend(ids)
        return [Item(one, 1, one, DeviceIdentifier(meid=f"A{one:013}"), "", "", 0.0, ItemState.PENDING) for one in ids]


def make_list(qtbot: QtBot, shelf: Shelf) -> ScanList:
    widget = ScanList(Theme(Mode.LIGHT), shelf, lambda: 0.0)
    qtbot.addWidget(widget)
    widget.show_batch(1)
    return widget


def positions(widget: ScanList, rows: int) -> list[str]:
    return [str(widget.model.index(row, 0).data()) for row in range(rows)]


def test_rows_are_newest_first_and_read_by_the_page(qtbot: QtBot) -> None:
    shelf = Shelf(100_000)
    widget = make_list(qtbot, shelf)
    assert positions(widget, 3) == ["100000", "99999", "99998"]
    assert len(shelf.asked) <= 128


def test_a_scan_reads_its_row_alone(qtbot: QtBot) -> None:
    shelf = Shelf(100_000)
    widget = make_list(qtbot, shelf)
    positions(widget, 10)
    shelf.asked.clear()
    widget.add(100_001)
    assert positions(widget, 3) == ["100001", "100000", "99999"]
    assert shelf.asked == [100_001]


def test_a_row_taken_out_closes_the_gap(qtbot: QtBot) -> None:
    widget = make_list(qtbot, Shelf(5))
    widget.forget(4)
    widget.forget(77)
    assert positions(widget, widget.model.rowCount()) == ["5", "3", "2", "1"]


def test_a_failing_disk_is_told_of_once_and_shows_empty_rows(qtbot: QtBot) -> None:
    shelf = Shelf(5)
    shelf.fails = True
    with pytest.raises(StoreFailure):
        shelf.by_id([1])
    widget = make_list(qtbot, shelf)
    with qtbot.waitSignal(widget.failed) as failed:
        assert positions(widget, 2) == ["None", "None"]
        widget.add(6)
    assert failed.args is not None
    assert failed.args[0].english() == "Disk gone"
    assert widget.model.rowCount() == 6


def test_typed_letters_do_not_read_every_row(qtbot: QtBot) -> None:
    shelf = Shelf(100_000)
    widget = make_list(qtbot, shelf)
    widget.table.keyboardSearch("7")
    assert len(shelf.asked) <= 128


def test_only_so_many_rows_are_removed_at_once(qtbot: QtBot) -> None:
    widget = make_list(qtbot, Shelf(101))
    widget.table.selectAll()
    assert not widget.remove_action.isEnabled()
    widget.table.select(3)
    assert widget.remove_action.isEnabled()
    with qtbot.waitSignal(widget.remove_asked) as asked:
        widget.remove_action.trigger()
    assert asked.args is not None
    assert [item.id for item in asked.args[0]] == [98]


def test_rows_cut_from_both_ends() -> None:
    rows = BatchRows(Shelf(5), [1, 2, 3, 4, 5], lambda _error: None)
    assert [item.id for item in rows.rows(1, 3)] == [4, 3]
    assert [item.id for item in rows.rows(3, 9)] == [2, 1]
    assert rows.remove(5) == 0
    assert rows.remove(5) is None
    assert rows.count() == 4
