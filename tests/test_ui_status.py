"""The line at the foot: all running work, and what the connection needs from a person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.test_ui_batches_work_words import NOW, summary
from ztdesk.domain.batch import ShownState
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text
from ztdesk.ui.status import StatusLine
from ztdesk.ui.theme import Theme


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine(Theme())
    qtbot.addWidget(line)
    line.resize(1366, line.height())
    with qtbot.waitExposed(line):
        line.show()
    return line


def test_it_is_quiet_while_nothing_runs(line: StatusLine) -> None:
    line.show_work([summary(3, 100, shown=ShownState.DONE)], NOW)
    assert not line.work.isVisible()


def test_it_shows_all_running_work(line: StatusLine) -> None:
    line.show_connection(Connection(Link.ONLINE))
    line.show_work([summary(488, 64, started=NOW - 72)], NOW)
    assert line.work.isVisible()
    assert line.work.label.text() == line.work.accessibleName() == "312 of 488 devices · about 40 s left"
    assert (line.work.line.value(), line.work.line.maximum()) == (312, 488)
    line.show_work([], NOW)
    assert not line.work.isVisible()


def test_no_time_is_promised_while_nothing_moves(line: StatusLine) -> None:
    line.show_connection(Connection(Link.OFFLINE))
    line.show_work([summary(488, 64, started=NOW - 72)], NOW)
    assert line.work.label.text() == "312 of 488 devices"


IDLE = "Nothing waits to be sent"


@pytest.mark.parametrize(
    ("link", "idle", "with_work"),
    [
        (Link.UNTRIED, IDLE, ""),
        (Link.ONLINE, IDLE, ""),
        (Link.OFFLINE, *["Scanning goes on, claims are sent later"] * 2),
        (Link.BUSY, *["Why — it goes on by itself"] * 2),
        (Link.SIGNED_OUT, IDLE, "Claims wait on this PC"),
        (Link.REFUSED, IDLE, "Some claims wait for you"),
        (Link.ELSEWHERE, *["Another ztdesk on this PC sends the claims"] * 2),
        (Link.NOT_SET_UP, IDLE, "Claims wait on this PC"),
    ],
)
def test_it_says_what_becomes_of_claims(line: StatusLine, link: Link, idle: str, with_work: str) -> None:
    line.show_connection(Connection(link, text("Why"), text("What to do")))
    assert line.said() != IDLE, "nobody has looked yet"
    line.show_work([], NOW)
    assert line.said() == idle
    line.show_work([summary(10, 50)], NOW)
    assert line.said() == with_work
    assert line.button.isVisible() == (link is Link.OFFLINE)
    assert "What to do" in line.toolTip()


def test_the_work_opens_the_batches_by_mouse_and_by_key(qtbot: QtBot, line: StatusLine) -> None:
    line.show_work([summary(10, 50)], NOW)
    with qtbot.waitSignal(line.batches_wanted):
        QTest.mouseClick(line.work, Qt.MouseButton.LeftButton)
    line.work.setFocus()
    with qtbot.waitSignal(line.batches_wanted):
        QTest.keyClick(line.work, Qt.Key.Key_Space)


def test_a_person_can_have_it_tried_again(qtbot: QtBot, line: StatusLine) -> None:
    line.show_connection(Connection(Link.OFFLINE))
    with qtbot.waitSignal(line.try_again):
        QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
