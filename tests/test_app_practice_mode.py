"""The practice menu shows what is on, also when a fault could not be switched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ztdesk.app.practice_mode import PracticeMode
from ztdesk.background.practice_process import PracticeAddress
from ztdesk.domain.errors import StoreFailure, ZtdeskError
from ztdesk.domain.text import Text, text
from ztdesk.practice.faults import FAULTS
from ztdesk.settings import Settings
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.wording import words

FAULT, OTHER = FAULTS[0], FAULTS[1]
ADDRESS = PracticeAddress("http://127.0.0.1:1", Path("key.json"), "http://127.0.0.1:2")


class Task(QObject):
    finished = Signal(object)
    failed = Signal(object)


class Tasks:
    """Whose tasks end when the test says so."""

    def __init__(self) -> None:
        self.started: list[Task] = []

    def start(self, _work: object) -> Task:
        self.started.append(Task())
        return self.started[-1]


@pytest.fixture
def tasks() -> Tasks:
    return Tasks()


@pytest.fixture
def practice(qtbot: QtBot, tmp_path: Path, tasks: Tasks) -> PracticeMode:
    theme = Theme(Mode("light"), reduced_motion=True)
    practice = PracticeMode(theme, Settings, tmp_path, tasks)  # type: ignore[arg-type]
    qtbot.addWidget(practice.menu)
    practice.process.ready.emit(ADDRESS)
    return practice


def action(practice: PracticeMode, title: Text) -> QAction:
    return next(action for action in practice.menu.menu().actions() if action.text() == words(title))


def test_a_fault_that_cannot_be_switched_leaves_the_others_ticked(practice: PracticeMode, tasks: Tasks) -> None:
    stopped: list[Text] = []
    troubles: list[ZtdeskError] = []
    practice.failed.connect(stopped.append)
    practice.trouble.connect(troubles.append)
    action(practice, FAULT.title).setChecked(True)
    tasks.started[0].finished.emit((FAULT.name,))
    action(practice, OTHER.title).setChecked(True)
    error = StoreFailure(text("Disk full"), text("Free some space."))
    tasks.started[1].failed.emit(error)
    assert action(practice, FAULT.title).isChecked()
    assert not action(practice, OTHER.title).isChecked()
    assert (stopped, troubles) == ([], [error])
