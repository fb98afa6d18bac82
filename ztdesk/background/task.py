"""One-shot work beside the window: an export, a look-up. Each runs in a pool's thread with a store of its own.

Knows nothing of what the work is. Every signal arrives in the thread of the window.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from ztdesk.domain.errors import ZtdeskError

_log = logging.getLogger(__name__)
_THREADS = 2
_Store = TypeVar("_Store")


class CancelledError(Exception):
    """Ends work that was cancelled; raised where it reports, so that it tidies up on its way out."""


class Job(Protocol):
    """What a piece of work is told and tells while it runs, in its own thread."""

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more; for work that has nothing to report."""

    def report(self, done: int, total: int) -> None:
        """Say how far it is; cheap to call often. Raises CancelledError once the task was cancelled."""


class _Courier(QObject):
    """Carries what a job tells to the thread of its task, and whether the task was cancelled back."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cancel = Event()
        self._last = (-1, -1)

    @property
    def is_cancelled(self) -> bool:
        return self.cancel.is_set()

    def report(self, done: int, total: int) -> None:
        if self.cancel.is_set():
            raise CancelledError
        percent = done * 100 // total if total else 0
        if (percent, total) != self._last:
            self._last = (percent, total)
            self.progressed.emit(done, total)


class Task(QObject):
    """One piece of work under way. After one of the first four signals `ended` follows, and nothing more."""

    finished = Signal(object)  # what the work returned
    failed = Signal(object)  # the ZtdeskError it raised
    broke = Signal(object)  # any other exception it raised: a bug
    cancelled = Signal()
    ended = Signal()
    progressed = Signal(int, int)  # done, total

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = _Courier()
        self.is_running = True
        # Queued, so that they arrive in this object's thread and after whoever started the task could connect.
        queued = Qt.ConnectionType.QueuedConnection
        self._courier.progressed.connect(self._on_progressed, queued)
        self._courier.finished.connect(self._on_finished, queued)
        self._courier.failed.connect(self._on_failed, queued)
        self._courier.broke.connect(self._on_broke, queued)
        self._courier.stopped.connect(self._on_stopped, queued)

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows when it did, unless it was done already."""
        self._courier.cancel.set()

    def _on_progressed(self, done: int, total: int) -> None:
        if not self._courier.is_cancelled:
            self.progressed.emit(done, total)

    def _on_finished(self, result: object) -> None:
        self.finished.emit(result)
        self._end()

    def _on_failed(self, error: ZtdeskError) -> None:
        self.failed.emit(error)
        self._end()

    def _on_broke(self, error: Exception) -> None:
        self.broke.emit(error)
        self._end()

    def _on_stopped(self) -> None:
        self.cancelled.emit()
        self._end()

    def _end(self) -> None:
        self.is_running = False
        self.ended.emit()


class Tasks(QObject, Generic[_Store]):
    """Starts tasks. `open_store` is called in the thread of each and its store closed there (a context manager).

    `broke` with the exception of any task that has a bug. `stop()` belongs before the end of the program.
    """

    broke = Signal(object)

    def __init__(self, open_store: Callable[[], AbstractContextManager[_Store]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._running: list[Task] = []
        self._stopped = False

    def start(self, work: Callable[[_Store, Job], object]) -> Task:
        """Run `work(store, job)` beside the window. After `stop()` it is cancelled before it begins."""
        task = Task(self)
        courier = task._courier
        if self._stopped:
            task.cancel()
        self._running.append(task)
        task.broke.connect(self.broke)
        task.ended.connect(self._on_ended)
        self._pool.start(lambda: _run(self._open_store, work, courier))
        return task

    @property
    def count(self) -> int:
        """How many tasks are under way."""
        return len(self._running)

    def stop(self, timeout_ms: int = -1) -> bool:
        """Cancel every task and wait until its thread has closed its store; False when `timeout_ms` ran out first."""
        self._stopped = True
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(timeout_ms)

    def _on_ended(self) -> None:
        ended = [task for task in self._running if not task.is_running]
        self._running = [task for task in self._running if task.is_running]
        for task in ended:
            task.deleteLater()


def _run(
    open_store: Callable[[], AbstractContextManager[_Store]],
    work: Callable[[_Store, Job], object],
    courier: _Courier,
) -> None:
    # An exception must not leave a thread of the pool: it would end the process.
    if courier.is_cancelled:
        courier.stopped.emit()
        return
    try:
        with open_store() as store:
            result = work(store, courier)
    except CancelledError:
        courier.stopped.emit()
    except ZtdeskError as error:
        _log.warning("task: %s", error)
        courier.failed.emit(error)
    except Exception as error:  # noqa: BLE001 - told as a bug in the window's thread
        _log.exception("task")
        courier.broke.emit(error)
    else:
        if courier.cancel.is_set():
            courier.stopped.emit()
        else:
            courier.finished.emit(result)
