"""One packing bench for journeys: the whole window on a data folder, a scanner and a person's keys, and the service's book.

Keys arrive as the window system's, at the window that has the keyboard.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.keys import press, press_all, scan
from tests.pages import ScanPageObject
from tests.practice_service import ChildPractice, RunningPractice
from ztdesk.app.desktop import Desktop
from ztdesk.domain.batch import BatchSummary
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.practice.records import PARTNER_ID
from ztdesk.settings import save_settings

ACME, OBRIEN = "1700000042", "1700000043"
LONG_MS = 20_000


def set_up(folder: DataFolder, practice: RunningPractice | ChildPractice, **more: object) -> None:
    """Settings of a station on this service, with short waits."""
    account = {
        "partner_id": PARTNER_ID,
        "service_account_file": str(practice.key_file),
        "api_endpoint": practice.url,
    }
    waits = {"grace_s": 0.5, "poll_shortest_s": 0.05, "poll_longest_s": 0.2}
    folder.create()
    save_settings(folder.settings_file, {**account, **waits, **more})


def claimed_once(practice: RunningPractice | ChildPractice, imeis: Counter[str] | list[str], customer_id: str) -> None:
    """Each of these devices was claimed exactly once, for this customer, and nothing else was."""
    claims = Counter((line.number(), line.customer_id) for line in practice.control.ledger().claims())
    assert claims == Counter((imei, customer_id) for imei in imeis)


class Bench:
    """A running window with a person and a scanner before it."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: DataFolder) -> None:
        self._app = app
        self._qtbot = qtbot
        self.desktop = Desktop(app, folder, practice=False)
        self.user = ScanPageObject(self.desktop.scan_page)
        self.verdicts: list[Verdict] = []
        self.desktop.scan_page.verdict_given.connect(self.verdicts.append)

    def start(self) -> None:
        self.desktop.start()
        self.desktop.window.activateWindow()
        self.until(lambda: self._app.focusWindow() is self.desktop.window.windowHandle())
        self.until(lambda: self.desktop.scan_desk.listening.is_listening)

    def close(self) -> None:
        """Close the window as a person does and end the program; nothing of it may run on."""
        desktop = self.desktop
        desktop.window.close()
        desktop.stop()
        assert not [thread for thread in desktop.findChildren(QThread) if thread.isRunning()]
        desktop.window.deleteLater()
        desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, condition: Callable[[], bool], timeout_ms: int = LONG_MS) -> None:
        self._qtbot.waitUntil(condition, timeout=timeout_ms)

    # --- keys

    def key(self, key: Qt.Key) -> None:
        """A person presses a key."""
        press(key)

    def scan(self, text: str, suffix: Qt.Key = Qt.Key.Key_Return) -> Verdict:
        """A scanner's burst with its suffix; the verdict is there before the last key returns."""
        before = len(self.verdicts)
        scan(text, suffix)
        assert len(self.verdicts) == before + 1, f"{text} became {self.verdicts[before:]}"
        return self.verdicts[-1]

    def choose_customer(self, part_of_name: str, order: str = "") -> None:
        """Open a batch, all by keys. Only a few letters at once: more would be a scanner's."""
        self.until(lambda: bool(self.desktop.services.catalogue.customers()))
        self.key(Qt.Key.Key_F2)
        dialog = self.user.batch_dialog
        self.until(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
        press_all(part_of_name)
        self.until(lambda: dialog.picker.field.text() == part_of_name)
        self.key(Qt.Key.Key_Return)
        press_all(order)
        self.until(lambda: dialog.form.order.text() == order)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: not self.user.has_dialog)
        self._wait_for_keyboard()

    def queue(self) -> int:
        """F12; the id of the batch that was at hand."""
        batch = self.desktop.station.batch
        assert batch is not None
        self.key(Qt.Key.Key_F12)
        self.until(lambda: self.desktop.station.batch is None)
        return batch.id

    # --- what is seen

    def summary(self, batch_id: int) -> BatchSummary:
        return self.desktop.services.batches.summary(batch_id)

    def wait_for_verdicts(self, batch_id: int) -> BatchSummary:
        """Until every device of the batch has its verdict."""

        def decided() -> bool:
            counts = self.summary(batch_id).counts
            return counts.decided == counts.total

        self.until(decided)
        return self.summary(batch_id)

    def added(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.kind is VerdictKind.ADDED]

    def _wait_for_keyboard(self) -> None:
        self.desktop.window.activateWindow()
        self.until(lambda: self._app.focusWindow() is self.desktop.window.windowHandle())


@contextmanager
def bench(app: QApplication, qtbot: QtBot, folder: Path) -> Iterator[Bench]:
    """A window opened on `folder`, closed and ended behind the block."""
    opened = Bench(app, qtbot, DataFolder(folder))
    try:
        opened.start()
        yield opened
    finally:
        opened.close()


def threads() -> set[str]:
    """The names of all threads Python knows."""
    return {thread.name for thread in threading.enumerate()}
