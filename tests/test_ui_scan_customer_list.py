"""One list of customers for whoever needs one of them or several: found by typing, moved in by arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.pages import CUSTOMERS
from ztdesk.ui.scan.customer_list import CustomerList
from ztdesk.ui.theme import Theme

FIRST, SECOND, THIRD = CUSTOMERS


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme()


def shown(qtbot: QtBot, theme: Theme, *, is_many: bool) -> CustomerList:
    made = CustomerList(theme, "Customers", is_many=is_many)
    qtbot.addWidget(made)
    made.show_customers(CUSTOMERS)
    made.show()
    return made


def test_where_one_is_chosen_it_is_the_first_that_is_found(theme: Theme, qtbot: QtBot) -> None:
    one = shown(qtbot, theme, is_many=False)
    assert one.chosen() == (FIRST,)
    QTest.keyClick(one.field, Qt.Key.Key_Down)
    assert one.chosen() == (SECOND,)
    one.field.setText("mueller")
    assert one.chosen() == (THIRD,)
    one.field.clear()
    assert one.chosen() == (THIRD,)  # what was found stays chosen among all
    with qtbot.waitSignal(one.picked):
        QTest.keyClick(one.field, Qt.Key.Key_Return)


def test_where_any_number_is_chosen_none_is_before_a_person_does(theme: Theme, qtbot: QtBot) -> None:
    several = shown(qtbot, theme, is_many=True)
    assert several.chosen() == ()
    with qtbot.waitSignal(several.changed):
        several.table.selectAll()
    assert several.chosen() == CUSTOMERS
    several.field.setText("1700000043")
    assert several.chosen() == ()


def test_something_else_stands_where_no_customer_is_found(theme: Theme, qtbot: QtBot) -> None:
    one = shown(qtbot, theme, is_many=False)
    nobody = QLabel("Nobody", one)
    one.stand_in(nobody)
    with qtbot.waitSignal(one.searched):
        one.field.setText("zzz")
    assert nobody.isVisible()
    assert one.chosen() == ()
    one.field.clear()
    assert not nobody.isVisible()
    one.show_customers(())
    assert nobody.isVisible()
    assert not one.field.isEnabled()
