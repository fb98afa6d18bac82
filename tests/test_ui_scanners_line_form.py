"""The form of the serial line offers what the settings take, and gives back what was chosen."""

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.settings import Settings, load_settings, save_settings
from ztdesk.ui.scanners.line_form import LineForm, SerialForm


@pytest.mark.parametrize(
    "form", [SerialForm(), SerialForm(115_200, 7, "even", 2.0, "crlf"), SerialForm(31_250, 8, "space", 1.5, "none")]
)
def test_it_shows_and_gives_back_any_setting(qapp: QApplication, qtbot: QtBot, form: SerialForm) -> None:
    widget = LineForm(form)
    qtbot.addWidget(widget)
    assert widget.form() == form


def test_its_factory_setting_is_the_settings_own() -> None:
    settings = Settings()
    assert asdict(SerialForm()) == {name: getattr(settings, name) for name in asdict(SerialForm())}


def test_everything_it_offers_can_be_saved(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    widget = LineForm()
    qtbot.addWidget(widget)
    file = tmp_path / "ztdesk.toml"
    for box in (widget.suffix, widget.baud_rate, widget.parity, widget.byte_size, widget.stop_bits):
        for index in range(box.count()):
            box.setCurrentIndex(index)
            save_settings(file, asdict(widget.form()))
            saved = load_settings(file)
            assert asdict(widget.form()) == {name: getattr(saved, name) for name in asdict(widget.form())}


def test_a_choice_is_told_and_each_field_has_a_name(qapp: QApplication, qtbot: QtBot) -> None:
    widget = LineForm()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(widget.changed) as told:
        QTest.keyClick(widget.parity, Qt.Key.Key_Down)
    assert told.args == [SerialForm(parity="even")]
    for box in (widget.suffix, widget.baud_rate, widget.parity, widget.byte_size, widget.stop_bits):
        assert box.accessibleName()
