"""When another start may open a window of its own, while this one closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ztdesk.app import run
from ztdesk.paths import DataFolder
from ztdesk.ui.single_window import SingleWindow


class Tasks(QObject):
    broke = Signal(object)


class Desktop(QObject):
    """Looks, while it is stopped, whether another start would open a window."""

    started = Signal()

    def __init__(self, folder: DataFolder, seen: list[bool]) -> None:
        super().__init__()
        self.window = None
        self.tasks = Tasks()
        self._folder = folder
        self._seen = seen

    def come_forward(self) -> None:
        raise AssertionError

    def start(self) -> None:
        self.started.emit()

    def stop(self) -> None:
        other = SingleWindow(self._folder.root)
        self._seen.append(other.is_first())
        other.close()


class Application(QObject):
    def exec(self) -> int:
        return 0


@pytest.mark.parametrize("practice", [False, True])
def test_another_window_may_open_while_this_one_closes_but_not_beside_its_practice_service(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice: bool
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("TEMP", str(tmp_path))
    seen: list[bool] = []
    monkeypatch.setattr(run, "make_application", Application)
    monkeypatch.setattr(run, "install_language", lambda _app: None)
    monkeypatch.setattr(run, "settle_memory", lambda: None)
    monkeypatch.setattr(run, "Desktop", lambda _app, folder, **_named: Desktop(folder, seen))
    folder = DataFolder(tmp_path / "data")
    folder.create()
    assert run.run_window(folder, practice=practice) == 0
    assert seen == [not practice]
    after = SingleWindow(folder.root)
    assert after.is_first()
    after.close()
