"""A scan that is made while a dialog is open is answered in that dialog, and what is over is not shown any longer."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.dialog_verdicts import DialogVerdicts
from ztdesk.ui.parts.verdict_strip import VerdictStrip
from ztdesk.ui.theme import Theme

ADDED = Verdict(VerdictKind.ADDED, text("Added"), text("Number 1"), "00-101012-345678-9")
REFUSED = Verdict(VerdictKind.REFUSED, text("On hold"), text("Nothing was added."), "")


@pytest.fixture
def verdicts(qapp: QApplication) -> DialogVerdicts:
    return DialogVerdicts(Theme())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialog(window: QWidget) -> Iterator[QDialog]:
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    dialog.button = QPushButton("Save")  # type: ignore[attr-defined]
    column.addWidget(dialog.button)  # type: ignore[attr-defined]
    dialog.open()
    yield dialog
    dialog.close()


def test_without_a_dialog_nothing_is_shown(verdicts: DialogVerdicts, window: QWidget) -> None:
    assert verdicts.open_one() is None


def test_the_open_dialog_shows_the_verdict_below_everything(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    before, high = dialog.button.geometry(), dialog.height()  # type: ignore[attr-defined]
    assert verdicts.open_one() is dialog
    verdicts.show(dialog, ADDED)
    strip = dialog.findChild(VerdictStrip)
    assert strip is not None
    assert strip.isVisible()
    assert "Added" in strip.accessibleName()
    assert dialog.button.geometry() == before  # type: ignore[attr-defined]
    assert dialog.height() > high
    verdicts.show(dialog, REFUSED)
    assert len(dialog.findChildren(VerdictStrip)) == 1
    assert "On hold" in strip.accessibleName()


def test_what_is_over_is_not_shown_any_longer(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    verdicts.show(dialog, REFUSED)
    high = dialog.height()
    verdicts.clear()
    strip = dialog.findChild(VerdictStrip)
    assert strip is not None
    assert not strip.isVisible()
    verdicts.show(dialog, ADDED)
    assert dialog.height() == high


def test_a_dialog_that_the_scan_closed_shows_nothing(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    dialog.reject()
    verdicts.show(dialog, ADDED)
    assert dialog.findChild(VerdictStrip) is None


def test_dialogs_that_show_verdicts_themselves_and_those_of_other_shape_are_left_alone(
    verdicts: DialogVerdicts, window: QWidget, qtbot: QtBot
) -> None:
    class Own(QDialog):
        def show_verdict(self, verdict: Verdict) -> None: ...

    own, grid = Own(window), QDialog(window)
    QVBoxLayout(own)
    QGridLayout(grid)
    for dialog in (own, grid):
        dialog.open()
        assert QApplication.activeModalWidget() is dialog
        assert verdicts.open_one() is None
        dialog.reject()
