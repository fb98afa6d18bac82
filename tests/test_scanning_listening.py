"""Whether keys reach this program is told when a window of ours gains or loses the keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.scanning.listening import Listening


def test_listening_follows_the_active_window(qapp: QApplication, qtbot: QtBot) -> None:
    listening = Listening(qapp, settle_ms=1)
    told: list[bool] = []
    listening.listening_changed.connect(told.append)
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        handle = window.windowHandle()
        qtbot.waitUntil(partial(lambda handle: qapp.focusWindow() is handle, handle))
    assert qapp.applicationState() is Qt.ApplicationState.ApplicationActive
    assert listening.is_listening
    assert told == [True]
    with qtbot.waitSignal(listening.listening_changed, timeout=2000):
        for window in (first, second):
            window.destroy()
        assert qapp.focusWindow() is None
        qapp.focusWindowChanged.emit(None)  # a screen's window system says so; the screenless platform is silent
    assert told == [True, False]
    assert not listening.is_listening
