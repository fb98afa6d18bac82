"""A bug in a slot or a thread ends in the log and in one dialog, and the program goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.ui.crash import CrashReporter


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def reporter(window: QWidget, qtbot: QtBot) -> Iterator[CrashReporter]:
    before = sys.excepthook, threading.excepthook
    reporter = CrashReporter(window)
    reporter.install()
    yield reporter
    reporter.close()
    assert (sys.excepthook, threading.excepthook) == before


def break_down() -> None:
    raise ZeroDivisionError("not the world's fault")


def in_hook() -> None:
    try:
        break_down()
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def dialogs(window: QWidget) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_one_dialog_with_the_report_to_copy(reporter: CrashReporter, window: QWidget, qtbot: QtBot) -> None:
    in_hook()
    in_hook()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    [dialog] = dialogs(window)
    copy, go_on = dialog.findChildren(QPushButton)
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "not the world's fault" in copied
    assert "break_down" in copied
    [report] = dialog.findChildren(QPlainTextEdit)
    assert report.isReadOnly()
    go_on.click()
    qtbot.waitUntil(lambda: not dialogs(window))
    in_hook()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialogs(window)[0].reject()


def test_a_bug_in_a_thread_is_shown_by_the_window(
    reporter: CrashReporter, window: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    assert dialogs(window) == []  # nothing of a window is touched by another thread
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert "not the world's fault" in caplog.text
    dialogs(window)[0].accept()
