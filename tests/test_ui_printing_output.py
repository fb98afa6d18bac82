"""What writes and prints over a window that may be gone before the work is done."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from ztdesk.background.task import Task
from ztdesk.ui.printing.output import Output


def test_work_is_told_once_and_then_the_next_may_begin(qapp: QApplication) -> None:
    window, task = QWidget(), Task()
    output = Output(window)
    saved: list[str] = []
    output.saved.connect(saved.append)
    output.save_to(Path("first.pdf"), lambda _file: task)
    output.save_to(Path("second.pdf"), lambda _file: task)
    task.finished.emit(None)
    running = [output.is_running]
    task.ended.emit()
    assert [*running, output.is_running] == [True, False]
    assert saved == ["first.pdf"]


def test_work_that_outlives_its_window_tells_nobody(qapp: QApplication) -> None:
    window, task = QWidget(), Task()
    output = Output(window)
    saved: list[str] = []
    output.saved.connect(saved.append)
    output.save_to(Path("first.pdf"), lambda _file: task)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    task.finished.emit(None)
    task.ended.emit()
    assert saved == []
