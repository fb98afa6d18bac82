"""The sync's thread: steps the engine, waits between steps in an event loop, and tells the window what changed.

Knows neither rows nor requests; what it steps is built, in its own thread, by a function it is given.
"""

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import TryLater, ZtdeskError
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import LookedUp
from ztdesk.domain.text import text

_log = logging.getLogger(__name__)
_RETRY_OPEN_MS = 3000
_NOT_REACHED = text("The service has not been reached yet"), text("Try again in a moment.")


class Session(Protocol):
    """A sync with all it holds open, for one thread."""

    @property
    def connection(self) -> Connection:
        """How the service could be reached when it was last tried."""

    def step(self) -> float:
        """Do one bounded piece; seconds until there may be more. Raises ZtdeskError when the disk fails."""

    def try_again(self) -> None:
        """Forget refused sign-ins and waits."""

    def refresh_customers(self) -> None:
        """Fetch the customers again."""

    def look_up(self, identifier: DeviceIdentifier) -> LookedUp:
        """Ask at once where a device is. Raises ZtdeskError."""

    def close(self) -> None:
        """Close connections and give the right to send back."""


class Telling(Protocol):
    """Who a session tells what changed."""

    def batch_changed(self, batch_id: int) -> None:
        """Something of this batch changed."""

    def customers_changed(self) -> None:
        """The customers were fetched."""

    def sightings_changed(self, batch_id: int) -> None:
        """Something was found of a device of this batch."""

    def connection_changed(self, connection: Connection) -> None:
        """The service can be reached otherwise than before."""


OpenSession = Callable[[Telling], Session]


class _Signals(QObject):
    """Carries what a session tells across threads."""

    batch = Signal(int)
    customers = Signal()
    connection = Signal(object)
    sightings = Signal(int)
    looked_up = Signal(object)
    ended = Signal()

    def batch_changed(self, batch_id: int) -> None:
        self.batch.emit(batch_id)

    def customers_changed(self) -> None:
        self.customers.emit()

    def connection_changed(self, connection: Connection) -> None:
        self.connection.emit(connection)

    def sightings_changed(self, batch_id: int) -> None:
        self.sightings.emit(batch_id)


class _Worker(QObject):
    """Lives in the sync's thread."""

    def __init__(self, open_session: OpenSession, signals: _Signals) -> None:
        super().__init__()
        self._open_session = open_session
        self._signals = signals
        self._session: Session | None = None
        self._timer: QTimer | None = None
        self._is_troubled = False
        self._in_the_way = _NOT_REACHED

    @Slot()
    def start(self) -> None:
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(0)

    @Slot()
    def wake(self) -> None:
        if self._timer is not None:
            self._timer.start(0)

    @Slot()
    def try_again(self) -> None:
        if self._session is not None:
            self._session.try_again()
        self.wake()

    @Slot()
    def refresh_customers(self) -> None:
        if self._session is not None:
            self._session.refresh_customers()
        self.wake()

    @Slot(object)
    def look_up(self, identifier: DeviceIdentifier) -> None:
        answer = LookedUp(identifier, None, *self._in_the_way)
        if self._session is not None:
            try:
                answer = self._session.look_up(identifier)
            except ZtdeskError as error:
                answer = LookedUp(identifier, None, error.title, error.hint)
        self._signals.looked_up.emit(answer)

    @Slot()
    def stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        try:
            if self._session is not None:
                self._session.close()
        finally:
            # Whatever went wrong: who waits for the end of this thread must not wait for ever.
            self._session = None
            self._signals.ended.emit()
            self.thread().quit()

    @Slot()
    def _on_timeout(self) -> None:
        if self._timer is None:
            return
        try:
            if self._session is None:
                self._session = self._open_session(self._signals)
            wait_ms = int(self._session.step() * 1000)
            if self._is_troubled:
                self._is_troubled = False
                self._signals.connection_changed(self._session.connection)
        except ZtdeskError as error:
            _log.warning("%s", error)
            self._in_the_way = (error.title, error.hint)
            link = Link.ELSEWHERE if isinstance(error, TryLater) else Link.BUSY
            self._signals.connection_changed(Connection(link, error.title, error.hint))
            self._is_troubled = True
            wait_ms = _RETRY_OPEN_MS
        except Exception:
            # The bug is told by the thread's exception hook; the sync must not stop for good because of it.
            self._timer.start(_RETRY_OPEN_MS)
            raise
        self._timer.start(wait_ms)


class SyncThread(QObject):
    """The one thread that sends. Made, started and stopped by the window; each signal arrives in the window's thread.

    `sightings_changed` with a batch's id, `looked_up` with the LookedUp that answers `look_up`.
    """

    batch_changed = Signal(int)
    customers_changed = Signal()
    connection_changed = Signal(object)
    sightings_changed = Signal(int)
    looked_up = Signal(object)

    _wake_asked = Signal()
    _try_again_asked = Signal()
    _refresh_asked = Signal()
    _look_up_asked = Signal(object)
    _stop_asked = Signal()

    def __init__(self, open_session: OpenSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("sync")
        self._signals = _Signals()
        self._worker = _Worker(open_session, self._signals)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.start)
        self._signals.batch.connect(self.batch_changed, Qt.ConnectionType.QueuedConnection)
        self._signals.customers.connect(self.customers_changed, Qt.ConnectionType.QueuedConnection)
        self._signals.connection.connect(self.connection_changed, Qt.ConnectionType.QueuedConnection)
        self._signals.sightings.connect(self.sightings_changed, Qt.ConnectionType.QueuedConnection)
        self._signals.looked_up.connect(self.looked_up, Qt.ConnectionType.QueuedConnection)
        self._wake_asked.connect(self._worker.wake)
        self._try_again_asked.connect(self._worker.try_again)
        self._refresh_asked.connect(self._worker.refresh_customers)
        self._look_up_asked.connect(self._worker.look_up)
        self._stop_asked.connect(self._worker.stop)

    def start(self) -> None:
        """Begin to send and poll."""
        self._thread.start(QThread.Priority.LowPriority)

    def wake(self) -> None:
        """There is something new to send."""
        self._wake_asked.emit()

    def try_again(self) -> None:
        """A person acted on what was in the way."""
        self._try_again_asked.emit()

    def refresh_customers(self) -> None:
        """Fetch the customers again."""
        self._refresh_asked.emit()

    def look_up(self, identifier: DeviceIdentifier) -> None:
        """A person asks where a device is; `looked_up` answers with a LookedUp, also when it is not known."""
        self._look_up_asked.emit(identifier)

    def retire(self) -> None:
        """Ask the thread to end, without waiting for it; nothing is told from now on. `stop()` is still to be called."""
        told_of = (self.batch_changed, self.customers_changed, self.connection_changed)
        for told in (*told_of, self.sightings_changed, self.looked_up):
            told.disconnect()
        self._stop_asked.emit()

    def stop(self) -> None:
        """End the thread and wait for it, at the longest one request's timeout; nothing is told from then on."""
        if self._thread.isRunning():
            self._stop_asked.emit()
            self._thread.wait()
        # What it told before may still be on its way to those who stopped it.
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
