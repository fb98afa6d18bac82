"""Every page and dialog of the whole window: each text came through translation, each control has a name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.pseudo_language import OPENING, is_translated, spoken
from ztdesk.app.desktop import Desktop
from ztdesk.app.settings_desk import SettingsDesk
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.settings import Settings
from ztdesk.ui.crash import CrashReporter

# What people gave and what is never translated.
DATA = {"ACME", "ztdesk", "123", "PO-1", "https://androiddeviceprovisioning.googleapis.com", "http://127.0.0.1"}
_TAG = re.compile(r"<[^>]+>")
_DIALOGS = ("settings", "account", "sight and sound", "scanners", "inspector")
STEPS = ("empty", "choosing", "form", "scanning", "typing", "question", "batches", *_DIALOGS, "crash")


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    """In practice mode, where there is most to see; its service is not started."""
    with spoken(qapp):
        desktop = Desktop(qapp, DataFolder(tmp_path), practice=True)
        desktop.services.catalogue.keep_customers([Customer("1700000042", "ACME", TermsStatus.ACCEPTED)], 1.0)
        desktop.window.show()
        desktop.window.activateWindow()
        qtbot.waitUntil(lambda: qapp.activeWindow() is desktop.window)
        yield desktop
        desktop.stop()
        desktop.window.deleteLater()
        desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_dialog(desktop: Desktop, step: str) -> None:
    """Open what is not of the scan page."""
    if step == "inspector":
        desktop.scanner_desk.open_inspector()
    elif step == "account":
        SettingsDesk(
            DataFolder(Path()), desktop.theme, desktop.window, desktop.senses, desktop.scanner_desk, practice=False
        ).open(Settings)
    else:
        dialog = desktop.settings_desk.open(lambda: desktop.settings)
        dialog.tabs.setCurrentIndex(("settings", "sight and sound", "scanners").index(step))


def show(desktop: Desktop, qtbot: QtBot, step: str) -> list[QWidget]:
    """Bring the program to this step; the windows to look at."""
    page, window = desktop.scan_page, desktop.window
    before = set(QApplication.topLevelWidgets())
    if step == "empty":
        window.show_connection(Connection(Link.OFFLINE, text("No connection"), text("Wait.")))
        desktop.status_line.show_connection(Connection(Link.OFFLINE, text("No connection"), text("Wait.")))
    elif step in {"choosing", "form"}:
        page.commands.choose_batch()
        if step == "form":
            page.commands.dialog.go.click()  # type: ignore[union-attr]
    elif step == "crash":
        reporter = CrashReporter(window, window)
        reporter._on_caught("Traceback")
    elif step in _DIALOGS:
        open_dialog(desktop, step)
    else:
        expected = 5 if step == "question" else 0
        batch = desktop.services.desk.open(BatchDraft("1700000042", "ACME", "PO-1", expected))
        page.resume()
        for unit in range(3):
            page.take(with_check_digit(f"00101012{unit:06d}"))
        page.take("001010120000000")
        if step == "typing":
            page.commands.type_number()
        elif step == "question":
            page.commands.queue()
        elif step == "batches":
            window.show_page(1)
            desktop.batches_page.refresh()
            desktop.batches_page.show_batch(batch.id)
    if step == "crash" or page.commands.dialog is not None or step in _DIALOGS:
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget() or QApplication.activeWindow(), QDialog))
    fresh = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
    return [window, *fresh]


def seen(windows: list[QWidget]) -> list[QWidget]:
    """Every widget a person sees, each once."""
    found = [widget for window in windows for widget in [window, *window.findChildren(QWidget)] if widget.isVisible()]
    return list(dict.fromkeys(found))


def texts(widget: QWidget) -> Iterator[str]:
    """Every text of a widget: what it shows, what it says when pointed at, and what a screen reader says."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield widget.tabText(index)
            yield widget.tabToolTip(index)
            yield widget.accessibleTabName(index)
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None and not isinstance(widget, QHeaderView):
        yield from _cells(widget.model())
    for menu in widget.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        for action in menu.actions():
            yield action.text()


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 5)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(row, column).data(role) or "")


def bare_texts(windows: list[QWidget]) -> set[str]:
    """The texts that never came through translation."""
    return {
        f"{type(widget).__name__}: {said}"
        for widget in seen(windows)
        for said in texts(widget)
        if _TAG.sub("", said).strip() not in DATA and not is_translated(said)
    }


def nameless(windows: list[QWidget]) -> set[str]:
    """The controls Tab goes to that a screen reader has no name for."""
    found = set()
    for window in windows:
        widget = window.nextInFocusChain()
        while widget is not None and widget is not window:
            reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
            if reached and not _spoken_name(widget):
                found.add(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
            widget = widget.nextInFocusChain()
    return found


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("step", STEPS)
def test_every_text_came_through_translation(desktop: Desktop, qtbot: QtBot, step: str) -> None:
    windows = show(desktop, qtbot, step)
    assert not bare_texts(windows)
    assert sum(OPENING in said for widget in seen(windows) for said in texts(widget)) > 10


@pytest.mark.parametrize("step", STEPS)
def test_every_control_has_a_name(desktop: Desktop, qtbot: QtBot, step: str) -> None:
    assert not nameless(show(desktop, qtbot, step))


def test_what_was_forgotten_is_noticed(desktop: Desktop, qtbot: QtBot) -> None:
    field, label = QLineEdit(desktop.scan_page), QLabel("Never translated", desktop.scan_page)
    field.show()
    label.show()
    assert bare_texts([desktop.window]) == {"QLabel: Never translated"}
    assert nameless([desktop.window]) == {"QLineEdit in ScanPage"}
