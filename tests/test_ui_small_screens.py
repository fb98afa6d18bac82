"""On a screen of 1366 x 768 whose letters are half again as large everything that can be pressed stays in sight."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.batches_world import HELD, NOW, BatchesWorld
from tests.core import imei
from tests.page_batches import queueing_of
from tests.pages import ScanBench
from ztdesk.background.task import Task
from ztdesk.domain.identifiers import group_imei
from ztdesk.ui.batches.page import BatchesPage
from ztdesk.ui.icons import Icon
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.scan.verdict_painting import PanelPainter
from ztdesk.ui.status import StatusLine
from ztdesk.ui.theme import Mode, Theme

NOT_TAKEN = group_imei(imei(3))  # the last of what the panel says
SMALL = QSize(874, 433)
LARGER = QSize(1024, 700)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(Mode.LIGHT, reduced_motion=True)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")


def show_window(qtbot: QtBot, theme: Theme, size: QSize, *pages: QWidget, practice: bool = True) -> MainWindow:
    window = MainWindow(theme, practice=practice)
    qtbot.addWidget(window)
    for page in pages:
        window.add_page("Page", page)
    window.set_status_line(StatusLine(theme))
    window.resize(size)
    with qtbot.waitExposed(window):
        window.show()
    assert window.size() == size
    return window


def cut_buttons(window: MainWindow) -> list[str]:
    """The buttons that can be seen, but not whole."""
    seen = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert seen
    return [
        button.accessibleName() or button.text()
        for button in seen
        if button.visibleRegion().boundingRect() != button.rect() or button.width() < button.sizeHint().width()
    ]


@pytest.mark.parametrize("size", [SMALL, LARGER])
@pytest.mark.parametrize("practice", [False, True])
def test_the_scan_page_fits(qtbot: QtBot, tmp_path: Path, theme: Theme, size: QSize, practice: bool) -> None:
    with closing(ScanBench(tmp_path)) as bench:
        window = show_window(qtbot, theme, size, bench.page, practice=practice)
        assert cut_buttons(window) == []
        bench.user.choose_customer("1700000042", order="PO-88213", expected=48)
        bench.user.scan("001010012345672")
        qtbot.waitUntil(lambda: cut_buttons(window) == [])
        page = bench.page
        qtbot.waitUntil(lambda: not page.panel.geometry().intersects(page.bar.geometry()))
        assert page.panel.visibleRegion().boundingRect() == page.panel.rect()
        assert window.rect().contains(QRect(page.bar.mapTo(window, QPoint()), page.bar.size()))


@pytest.mark.parametrize("size", [SMALL, LARGER])
@pytest.mark.parametrize("code", ["00101012000001", "0010101200000101", "001010120000011,001010120000029"])
def test_a_question_about_a_code_fits(qtbot: QtBot, tmp_path: Path, theme: Theme, size: QSize, code: str) -> None:
    with closing(ScanBench(tmp_path)) as bench:
        window = show_window(qtbot, theme, size, bench.page)
        bench.user.choose_customer("1700000042", maker="samsung", model="SM-X200")
        bench.user.scan(code)
        page = bench.page
        assert page.choices.isVisible()
        qtbot.waitUntil(lambda: cut_buttons(window) == [])
        qtbot.waitUntil(lambda: not page.choices.geometry().intersects(page.panel.geometry()))
        assert page.choices.visibleRegion().boundingRect() == page.choices.rect()
        page.choices.answers[-1].click()
        qtbot.waitUntil(lambda: page.bar.isVisible() and cut_buttons(window) == [])


@pytest.mark.parametrize("size", [SMALL, LARGER])
def test_the_batches_page_fits(qtbot: QtBot, tmp_path: Path, theme: Theme, size: QSize) -> None:
    def export(_batch_id: int, _file: Path) -> Task:
        raise AssertionError

    with closing(BatchesWorld(tmp_path)) as world:
        failed, open_one = world.done(8, [HELD] * 3), world.open(1000, expected=1000)
        page = BatchesPage(
            theme=theme,
            desk=world.desk,
            batches=world.batches,
            items=world.items,
            clock=lambda: NOW,
            export=export,
            queueing=queueing_of(world),
        )
        window = show_window(qtbot, theme, size, page)
        page.refresh()
        for batch_id in (failed, open_one):
            page.show_batch(batch_id)
            qtbot.waitUntil(lambda: cut_buttons(window) == [])
            qtbot.waitUntil(lambda: page.details.head.name.shown_text() == page.details.head.name.text())
            assert page.details.devices.height() >= 100


def test_words_of_an_empty_page_are_wrapped_to_the_room_there_is(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState(
        theme, Icon.CUSTOMER, "Choose a customer to begin", "All boxes you scan then are claimed for it."
    )
    qtbot.addWidget(empty)
    empty.resize(260, 280)
    with qtbot.waitExposed(empty):
        empty.show()
    labels = [label for label in empty.findChildren(Label) if label.isVisible()]
    assert len(labels) == 2
    assert all(empty.rect().contains(label.geometry()) for label in labels)


def test_a_form_too_high_for_the_screen_is_scrolled(qtbot: QtBot, theme: Theme) -> None:
    rows = QVBoxLayout()
    for number in range(40):
        rows.addWidget(Label(f"Row {number}"))
    form = Scrolling(rows)
    qtbot.addWidget(form)
    resize_to_fit(form, 4000, form.sizeHint().height())
    room = form.screen().availableGeometry()
    assert form.width() < room.width()
    assert form.height() < room.height()
    assert form.minimumSizeHint().height() <= 120 < form.sizeHint().height()


@pytest.mark.parametrize("size", [SMALL, LARGER], ids=["small", "larger"])
def test_the_acknowledging_button_covers_no_word(
    qtbot: QtBot, theme: Theme, tmp_path: Path, size: QSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = ScanBench(tmp_path)
    window = show_window(qtbot, theme, size, bench.page)
    bench.user.choose_customer("1700000042", expected=1)
    covered: list[str] = []
    panel = bench.page.panel

    def paint(
        self: PanelPainter, painter: QPainter, lines: tuple[str, ...], font: QFont, left: float, top: float
    ) -> None:
        metrics = QFontMetricsF(font)
        for number, line in enumerate(lines):
            where = QRectF(left, top + number * metrics.height(), metrics.horizontalAdvance(line), metrics.height())
            if panel.go_on.isVisible() and where.intersects(QRectF(panel.go_on.geometry())):
                covered.append(line)
            drawn.append(line)

    drawn: list[str] = []
    monkeypatch.setattr(PanelPainter, "_lines", paint)

    def is_whole() -> bool:
        drawn.clear()
        covered.clear()
        window.grab()
        return panel.go_on.isVisible() and not covered and not cut_buttons(window) and NOT_TAKEN in " ".join(drawn)

    for unit in (1, 2, 3):
        bench.user.scan(imei(unit))
    qtbot.waitUntil(is_whole)
    bench.close()
