"""The window flashes in the verdict's colour: short, seldom, never in the way, and not at all with reduced motion."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.ui.flash import FLASH_MS, WindowFlash
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import LIGHT, Tone


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Press"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_it_covers_the_window_for_a_moment_in_the_tones_colour(window: QWidget, qtbot: QtBot) -> None:
    flash = WindowFlash(Theme(Mode.LIGHT), window)
    before = window.grab().toImage().pixelColor(2, 2)
    flash.flash(Tone.REFUSED)
    assert flash.isVisible()
    assert flash.geometry() == window.rect()
    assert flash.color().name().upper() == LIGHT.refused
    assert window.grab().toImage().pixelColor(2, 2) != before
    assert FLASH_MS <= 150
    qtbot.waitUntil(lambda: not flash.isVisible())
    assert window.grab().toImage().pixelColor(2, 2) == before


def test_clicks_go_through_it_and_the_keyboard_stays(window: QWidget) -> None:
    button = window.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    flash = WindowFlash(Theme(), window)
    flash.flash(Tone.OK)
    assert window.childAt(button.mapTo(window, QPoint(5, 5))) is button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed
    assert window.focusWidget() is button


def test_more_than_three_a_second_are_left_out(window: QWidget, qtbot: QtBot) -> None:
    flash = WindowFlash(Theme(Mode.LIGHT), window)
    flash.flash(Tone.OK)
    flash.flash(Tone.DUPLICATE)  # while one is shown only its colour changes
    assert flash.color().name().upper() == LIGHT.duplicate
    qtbot.waitUntil(lambda: not flash.isVisible())
    flash.flash(Tone.OK)
    assert not flash.isVisible()

    def flashes_again() -> bool:
        flash.flash(Tone.OK)
        return flash.isVisible()

    qtbot.waitUntil(flashes_again)


def test_reduced_motion_keeps_it_away(window: QWidget) -> None:
    flash = WindowFlash(Theme(reduced_motion=True), window)
    flash.flash(Tone.OK)
    assert not flash.isVisible()
