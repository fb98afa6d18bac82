"""The theme dresses the window and follows the system."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import DARK, LIGHT, Type


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


def test_a_mode_asked_for_stays(app: QApplication) -> None:
    assert Theme(Mode.LIGHT).tokens is LIGHT
    assert Theme(Mode.DARK).tokens is DARK


def test_changing_the_mode_tells_and_dresses(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    light = app.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert theme.is_dark
    assert app.styleSheet() != light
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg


def test_the_same_mode_again_tells_nothing(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme(Mode.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.DARK)


def test_the_system_is_followed(app: QApplication, qtbot: QtBot) -> None:
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    theme = Theme(Mode.SYSTEM)
    assert not theme.is_dark
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    # A platform without colour schemes has nothing to follow; then the wish must still be kept.
    assert theme.is_dark is (app.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def test_the_style_sheet_is_filled_and_understood(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT)
    theme.apply(app)
    assert "$" not in app.styleSheet()
    label = QLabel("ACME Logistics GmbH")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == Type.TITLE


def test_numbers_are_of_one_width(app: QApplication) -> None:
    font = Theme().number_font()
    metrics = QFontMetricsF(font)
    assert QFontInfo(font).fixedPitch()
    assert metrics.horizontalAdvance("1111-1") == metrics.horizontalAdvance("8888-8")
    assert font.pixelSize() == Type.NUMBER


def test_a_name_that_is_no_token_is_refused(app: QApplication) -> None:
    with pytest.raises(AttributeError):
        Theme().color("mauve")
