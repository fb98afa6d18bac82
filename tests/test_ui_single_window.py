"""A second start finds the first window, also after one that was left behind."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.ui.single_window import SingleWindow


@pytest.fixture(autouse=True)
def _own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))


def test_a_second_start_asks_the_first_to_show_itself(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleWindow(tmp_path), SingleWindow(tmp_path)
    assert first.is_first()
    first.listen()
    with qtbot.waitSignal(first.asked):
        assert not second.is_first()
    first.close()


def test_a_second_start_leaves_the_room_to_a_first_that_is_just_starting(qapp: QApplication, tmp_path: Path) -> None:
    first, second = SingleWindow(tmp_path), SingleWindow(tmp_path)
    assert first.is_first()
    assert not second.is_first()
    first.close()


def test_a_first_that_never_came_to_listen_is_not_waited_for(qapp: QApplication, tmp_path: Path) -> None:
    first, second = SingleWindow(tmp_path), SingleWindow(tmp_path)
    assert first.is_first()
    (lock,) = tmp_path.glob("*.lock")
    os.utime(lock, (time.time() - 60, time.time() - 60))
    assert second.is_first()
    first.close()


def test_each_folder_has_a_window_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    real, practice = SingleWindow(tmp_path), SingleWindow(tmp_path / "practice")
    assert real.is_first()
    assert practice.is_first()
    real.close()
    practice.close()


def test_after_the_first_was_closed_another_is_first(qapp: QApplication, tmp_path: Path) -> None:
    first = SingleWindow(tmp_path)
    assert first.is_first()
    first.close()
    another = SingleWindow(tmp_path)
    assert another.is_first()
    another.close()
