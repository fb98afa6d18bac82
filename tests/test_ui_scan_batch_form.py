"""What boxes of a batch are known by: chosen in the form, shown in the head, and seen in the rows of the list."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench, ScanPageObject
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.verdict import VerdictKind
from ztdesk.ui.tokens import Space, Tone, Type

LOWER, HIGHER = "001010120000003", "001010120000011"


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[ScanBench]:
    with closing(ScanBench(tmp_path)) as made:
        qtbot.addWidget(made.page)
        made.page.resize(1000, 620)
        with qtbot.waitExposed(made.page):
            made.page.show()
        yield made


@pytest.fixture
def user(bench: ScanBench) -> ScanPageObject:
    return bench.user


def test_a_box_of_three_codes_is_one_device_with_all_of_them(bench: ScanBench, user: ScanPageObject) -> None:
    user.choose_customer("1700000042", codes=CodesPerBox.TWO_IMEIS_AND_SERIAL, maker="samsung", model="SM-X200")
    assert "Each box: IMEI + IMEI2 + serial number" in user.facts
    assert user.scan(HIGHER).kind is VerdictKind.PART
    assert user.scan("R5CT10ABCDE").kind is VerdictKind.PART
    assert user.scan(LOWER).kind is VerdictKind.ADDED
    assert user.numbers == ["00-101012-000000-3"]
    assert user.second_lines == ["00-101012-000001-1 · R5CT10ABCDE"]
    column = bench.page.list.model.columns()[1]
    item = bench.page.list.model.row(0)
    assert column.tooltip is not None
    assert item is not None
    assert column.tooltip(item).splitlines() == [
        "00-101012-000000-3",
        "IMEI 2 00-101012-000001-1",
        "Serial number R5CT10ABCDE",
        "samsung SM-X200",
    ]


def test_rows_are_higher_only_where_they_have_two_lines(bench: ScanBench, user: ScanPageObject) -> None:
    table = bench.page.list.table
    user.choose_customer("1700000042", codes=CodesPerBox.TWO_IMEIS)
    assert "Each box: IMEI + IMEI2" in user.facts
    user.scan(LOWER)
    user.scan(HIGHER)
    high = table.rowHeight(0)
    assert high > Space.ROW
    again = bench.build()
    again.resume()
    assert again.list.table.rowHeight(0) == high
    again.deleteLater()
    user.choose_customer("1700000077")
    assert "Each box" not in user.facts
    user.scan("001010120000029")
    assert table.rowHeight(0) == Space.ROW


def test_a_second_imei_is_not_cut_on_a_small_window(bench: ScanBench, user: ScanPageObject) -> None:
    bench.page.resize(1024, 560)
    user.choose_customer("1700000042", codes=CodesPerBox.TWO_IMEIS_AND_SERIAL, maker="samsung", model="SM-X200")
    for code in (HIGHER, "R5CT10ABCDE", LOWER):
        user.scan(code)
    table = bench.page.list.table
    room: QRect = table.visualRect(bench.page.list.model.index(0, 1))
    imei2 = user.second_lines[0].split(" · ")[0]
    wide = QFontMetrics(bench.theme.font(Type.SMALL)).horizontalAdvance(f"{imei2} …")
    assert wide <= room.width() - Space.INSET - 4


@pytest.mark.parametrize(("maker", "model"), [("", ""), ("samsung", ""), ("", "SM-X200")])
def test_serial_numbers_alone_need_maker_and_model(user: ScanPageObject, maker: str, model: str) -> None:
    user.choose_customer("1700000042", codes=CodesPerBox.SERIAL, maker=maker, model=model)
    form = user.batch_dialog.form
    assert "give both" in form.note.text()
    assert form.note.property("tone") == Tone.REFUSED.value
    form.maker.setText("samsung")
    form.model.setText("SM-X200")
    user.press(user.batch_dialog.go)
    assert not user.has_dialog
    assert "Each box: Serial number only" in user.facts
    assert user.scan("R5CT10ABCDE").kind is VerdictKind.ADDED
    assert user.scan(LOWER).kind is VerdictKind.REFUSED


def test_what_boxes_are_known_by_can_be_changed(bench: ScanBench, user: ScanPageObject) -> None:
    user.choose_customer("1700000042", order="PO-1")
    dialog = user.change_batch()
    assert dialog.form.codes.codes() is CodesPerBox.ONE_IMEI
    dialog.form.codes.show_codes(CodesPerBox.TWO_IMEIS)
    user.press(dialog.go)
    assert bench.station.batch is not None
    assert bench.station.batch.draft.codes_per_box is CodesPerBox.TWO_IMEIS
    assert user.change_batch().form.codes.codes() is CodesPerBox.TWO_IMEIS


def test_enter_on_the_codes_saves_as_in_every_field(bench: ScanBench, user: ScanPageObject) -> None:
    user.choose_customer("1700000042")
    form = user.change_batch().form
    form.order.setText("PO-9")
    form.codes.setFocus()
    QTest.keyClick(form.codes, Qt.Key.Key_Return)
    assert not user.has_dialog
    assert "Order PO-9" in user.facts


def test_the_enter_at_the_end_of_a_code_typed_on_the_codes_saves_nothing(user: ScanPageObject) -> None:
    user.choose_customer("1700000042")
    form = user.change_batch().form
    form.order.setText("PO-9")
    form.codes.setFocus()
    user.write("7", form.codes)
    QTest.keyClick(form.codes, Qt.Key.Key_Return)
    assert user.has_dialog
    assert "PO-9" not in user.facts


def test_serial_numbers_without_maker_and_model_are_said_to_stay_here(user: ScanPageObject) -> None:
    user.choose_customer("1700000042")
    form = user.change_batch().form
    assert form.serials.isHidden()
    form.codes.show_codes(CodesPerBox.TWO_IMEIS_AND_SERIAL)
    assert form.serials.isVisible()
    assert "go to Google only together with maker and model" in form.serials.text()
    assert form.codes.accessibleDescription() == form.serials.text()
    form.maker.setText("samsung")
    assert form.serials.isVisible()
    form.model.setText("SM-X200")
    assert form.serials.isHidden()
