"""A scan that is made while a dialog is open is answered in that dialog, and what is over is not shown any longer."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.dialog_verdicts import DialogVerdicts
from ztdesk.ui.parts.verdict_strip import GrowingStrip, VerdictStrip
from ztdesk.ui.theme import Theme

ADDED = Verdict(VerdictKind.ADDED, text("Added"), text("Number 1"), "00-101012-345678-9")
REFUSED = Verdict(VerdictKind.REFUSED, text("On hold"), text("Nothing was added."), "")
LONG = Verdict(
    VerdictKind.REFUSED,
    text("Close the open window first"),
    text("Nothing was done. Answer, save or cancel what is open, then scan this again. " * 2 + "It waits."),
    "00-101012-345678-9",
)


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


def floating_of(verdicts: DialogVerdicts) -> QWidget | None:
    """The small window as it is now, whatever it was before."""
    return verdicts.floating


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


def test_dialogs_that_show_verdicts_themselves_are_left_alone(verdicts: DialogVerdicts, window: QWidget) -> None:
    class Own(QDialog):
        def show_verdict(self, verdict: Verdict) -> None: ...

    own = Own(window)
    QVBoxLayout(own)
    own.open()
    assert QApplication.activeModalWidget() is own
    assert verdicts.open_one() is None
    own.reject()


def test_a_refusal_is_said_whole_and_the_dialog_grows_with_it(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    dialog.resize(420, 200)
    verdicts.show(dialog, REFUSED)
    strip = dialog.findChild(GrowingStrip)
    assert strip is not None
    low, high = strip.height(), dialog.height()
    verdicts.show(dialog, LONG)
    said = " ".join(piece for line in strip.lines(strip.width()) for piece in line)
    assert said == f"{LONG.title.english()} {LONG.code} {LONG.detail.english()}"
    assert len(strip.lines(strip.width())) > 2
    assert strip.height() - low == dialog.height() - high > 0
    grown = strip.height()
    verdicts.show(dialog, REFUSED)
    assert strip.height() == grown  # nothing moves with every scan
    dialog.resize(1200, dialog.height())
    assert strip.height() < grown


def test_a_dialog_at_the_foot_of_the_screen_stays_whole_on_it(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    screen = dialog.screen().availableGeometry()
    dialog.move(0, screen.bottom() - dialog.height())
    verdicts.show(dialog, REFUSED)
    assert screen.contains(dialog.geometry())


def test_over_a_window_of_the_system_the_verdict_stands_in_its_own(verdicts: DialogVerdicts, window: QWidget) -> None:
    window.resize(700, 400)
    grid = QDialog(window)
    QGridLayout(grid)
    for dialog in (grid, QFileDialog(window)):
        dialog.open()
        assert verdicts.open_one() is dialog
        verdicts.show(dialog, LONG)
        floating = verdicts.floating
        assert floating is not None
        assert floating.isVisible()
        assert LONG.detail.english() in floating.accessibleName()
        assert QApplication.activeModalWidget() is dialog
        verdicts.show(dialog, ADDED)
        assert verdicts.floating is floating
        assert window.geometry().contains(floating.geometry())
        dialog.reject()
        assert not floating.isVisible()
        assert floating_of(verdicts) is None


def test_what_is_over_leaves_a_window_of_the_system(verdicts: DialogVerdicts, window: QWidget) -> None:
    dialog = QFileDialog(window)
    dialog.open()
    verdicts.show(dialog, ADDED)
    verdicts.clear()
    assert verdicts.floating is None
    dialog.reject()


def test_a_dialog_over_another_has_a_verdict_of_its_own(verdicts: DialogVerdicts, dialog: QDialog) -> None:
    over = QDialog(dialog)
    QVBoxLayout(over)
    over.open()
    verdicts.show(over, ADDED)
    over.reject()
    verdicts.show(dialog, REFUSED)
    strips = [strip for strip in dialog.findChildren(GrowingStrip) if strip.isVisible()]
    assert [strip.parentWidget() for strip in strips] == [dialog]
