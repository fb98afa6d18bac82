"""The whole window on a folder of its own, with a scanner at its keys, for the benchmarks that need one.

The keys go to the window's handle as the window system's do, each with its stamp. Knows nothing of targets.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.benchmarks.imeis import range_imeis
from ztdesk.app.desktop import Desktop
from ztdesk.app.run import make_application, settle_memory
from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings

CUSTOMER = Customer("1700000042", "ACME Logistics GmbH")
_KEY_GAP_MS = 1
_PAUSE_MS = 25
_PATIENCE_MS = 120_000
_applications: list[QApplication] = []


@dataclass(frozen=True, slots=True)
class ScanTiming:
    """From just before the last key of one scan, in seconds: until the verdict was painted, and the whole window."""

    verdict_s: float
    window_s: float


class BenchWindow:
    """A window with one open batch; `scan` types into it."""

    def __init__(self, folder: Path, *, settings: Settings | None = None, filled: int = 0, first: int = 0) -> None:
        """An open batch of `filled` devices waits in it; IMEIs begin at number `first` of the range."""
        self.desktop = Desktop(_application(), DataFolder(folder), practice=False, settings=settings or Settings())
        services = self.desktop.services
        services.catalogue.keep_customers([CUSTOMER], time.time())
        self._imeis = range_imeis(10_000_000, first)
        self.batch_id = self.add_batch(filled)
        services.desk.remember(self.batch_id)
        self.count = filled
        self.desktop.started.connect(settle_memory)
        self.desktop.start()
        self.watch = _Paints(self)
        self.come_forward()

    def add_batch(self, size: int) -> int:
        """Another open batch of `size` devices; its id."""
        services, draft = self.desktop.services, BatchDraft(CUSTOMER.id, CUSTOMER.name)
        if not size:
            return services.desk.open(draft).id
        items = [NewItem(DeviceIdentifier(imei=imei), imei) for imei in islice(self._imeis, size)]
        return services.batches.open_with(draft, items, time.time(), services.author, "benchmark").id

    def queue_another(self, size: int) -> int:
        """Queue another batch of `size` devices, as the window does; its id."""
        batch_id = self.add_batch(size)
        self.desktop.services.desk.queue(batch_id)
        self.desktop.scan_page.batch_queued.emit(batch_id)
        return batch_id

    def come_forward(self) -> None:
        """Give this window the keyboard, and wait until it is painted and still."""
        self.desktop.capture.set_active(True)
        self.desktop.come_forward()
        handle = self.desktop.window.windowHandle()
        wait_until(lambda: QApplication.focusWindow() is handle)
        pause(200)

    def step_back(self) -> None:
        """Leave the keyboard to another window of this process."""
        self.desktop.capture.set_active(False)

    def scan(self) -> ScanTiming:
        """One more device, after a short pause in which the event loop runs. Raises AssertionError when it was lost."""
        pause(_PAUSE_MS)
        handle = self.desktop.window.windowHandle()
        code = next(self._imeis)
        # As from a busy event loop: the keys are all pressed already, and their stamps tell when.
        stamp = int(time.monotonic() * 1000) - _KEY_GAP_MS * len(code)
        for digit in code:
            stamp += _KEY_GAP_MS
            _type(handle, QEvent.Type.KeyPress, ord(digit), digit, stamp)
            _type(handle, QEvent.Type.KeyRelease, ord(digit), digit, stamp)
        self.watch.begin()
        began = time.perf_counter()
        _type(handle, QEvent.Type.KeyPress, Qt.Key.Key_Return.value, "\r", stamp + _KEY_GAP_MS)
        verdict_s = time.perf_counter() - began
        assert self.watch.panel_painted, "the verdict was not painted within the last key"
        self.watch.wait_for_list()
        window_s = time.perf_counter() - began
        _type(handle, QEvent.Type.KeyRelease, Qt.Key.Key_Return.value, "\r", stamp + _KEY_GAP_MS)
        self.count += 1
        face = self.desktop.scan_page.panel.face
        assert face.count == self.count, f"{code} was lost: {face}"
        return ScanTiming(verdict_s, window_s)

    def close(self) -> None:
        """Take everything down; raises AssertionError when a row confirmed is not on disk."""
        on_disk = self.desktop.services.batches.summary(self.batch_id).counts.total
        self.desktop.window.close()
        self.desktop.stop()
        self.desktop.deleteLater()
        self.desktop.window.deleteLater()
        assert on_disk == self.count, f"{self.count} were confirmed, {on_disk} are on disk"


class _Paints(QObject):
    """Sees the paints of panel and list."""

    def __init__(self, window: BenchWindow) -> None:
        super().__init__()
        page = window.desktop.scan_page
        self._panel, self._list = page.panel, page.list.table.viewport()
        self._loop = QEventLoop(self)
        self.panel_painted = self._list_painted = False
        self._panel.installEventFilter(self)
        self._list.installEventFilter(self)

    def begin(self) -> None:
        self.panel_painted = self._list_painted = False

    def wait_for_list(self) -> None:
        """Run the event loop until it came round after the list's paint."""
        if not self._list_painted:
            self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            if watched is self._panel:
                self.panel_painted = True
            elif watched is self._list:
                self._list_painted = True
                # Called when this paint, which is of the whole window, is done.
                QTimer.singleShot(0, self._loop, self._loop.quit)
        return False


@contextmanager
def bench_window(
    folder: Path, *, settings: Settings | None = None, filled: int = 0, first: int = 0
) -> Iterator[BenchWindow]:
    """A window for the length of a block."""
    window = BenchWindow(folder, settings=settings, filled=filled, first=first)
    try:
        yield window
    finally:
        window.close()


def pause(ms: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the event loop run until it is. Raises AssertionError after two minutes."""
    waited_ms = 0
    while not is_so():
        assert waited_ms < _PATIENCE_MS, "waited in vain"
        pause(20)
        waited_ms += 20


def _application() -> QApplication:
    if not _applications:
        _applications.append(make_application())
    return _applications[0]


def _type(handle: QObject, kind: QEvent.Type, key: int, text: str, stamp_ms: int) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, key, 0, 0, text)
    event.setTimestamp(stamp_ms)
    QCoreApplication.sendEvent(handle, event)
