"""A station in a process of its own, to be killed: the real window without a screen, told on standard input what to do.

`python -m tests.journeys.station_driver FOLDER`; a line each: `choose LETTERS` opens a batch for the customer found by
these letters unless one is at hand, `scan CODE` presses a scanner's keys, `queue` presses F12, `close` closes the window.
Says `ready` when keys arrive, and `confirmed CODE` after a scan was given the verdict ADDED.
"""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.keys import press, press_all, scan
from tests.pages import ScanPageObject
from ztdesk.app.desktop import Desktop
from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import DataFolder

PATIENCE_MS = 20_000


def say(*words: str) -> None:
    print(*words, flush=True)


def wait_for(holds: Callable[[], bool]) -> None:
    loop = QEventLoop()
    look = QTimer(interval=2)
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    look.start()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    assert holds(), "waited in vain"


class Driver(QObject):
    """Does what the lines say, one after the other."""

    told = Signal(str)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._user = ScanPageObject(desktop.scan_page)
        self._lines: deque[str] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)
        self.told.connect(self._on_told)

    def _on_told(self, line: str) -> None:
        self._lines.append(line)
        self._next.start()

    def _on_next(self) -> None:
        if not self._lines:
            return
        command, _, rest = self._lines.popleft().partition(" ")
        {"scan": self._scan, "choose": self._choose, "queue": self._queue, "close": self._close}[command](rest)
        if self._lines:
            self._next.start()

    def _scan(self, code: str) -> None:
        scan(code)

    def _choose(self, letters: str) -> None:
        desktop = self._desktop
        if desktop.station.batch is not None:
            return
        self._next.blockSignals(True)  # nothing else while this waits
        wait_for(lambda: bool(desktop.services.catalogue.customers()))
        press(Qt.Key.Key_F2)
        dialog = self._user.batch_dialog
        press_all(letters)
        wait_for(lambda: dialog.picker.field.text() == letters)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        desktop.window.activateWindow()
        wait_for(lambda: QGuiApplication.focusWindow() is desktop.window.windowHandle())
        self._next.blockSignals(False)
        self._next.start()

    def _queue(self, _rest: str) -> None:
        press(Qt.Key.Key_F12)

    def _close(self, _rest: str) -> None:
        self._desktop.window.close()


def main(folder: Path) -> int:
    app = QApplication(sys.argv[:1])
    desktop = Desktop(app, DataFolder(folder), practice=False)
    driver = Driver(desktop)
    desktop.scan_page.verdict_given.connect(
        lambda verdict: say("confirmed", verdict.code.replace("-", "")) if verdict.kind is VerdictKind.ADDED else None
    )
    desktop.start()
    desktop.window.activateWindow()
    wait_for(lambda: desktop.scan_desk.listening.is_listening)

    def read() -> None:
        # Below Python's buffers: a thread waiting inside them would hold up the interpreter's end.
        rest = b""
        while some := os.read(0, 65536):
            *lines, rest = (rest + some).split(b"\n")
            for line in lines:
                driver.told.emit(line.decode().strip())

    # A daemon: it waits for a line that may never come.
    threading.Thread(target=read, daemon=True).start()
    say("ready")
    try:
        return app.exec()
    finally:
        desktop.stop()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
