"""Looks which serial ports there are, every second and off the window's thread. Knows no scanner."""

import logging

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal

from ztdesk.scanning.serial_port import Lists

_log = logging.getLogger(__name__)
LOOK_EVERY_MS = 1000
"""How long a scanner that was plugged in waits to be found."""


class _Courier(QObject):
    seen = Signal(object)


class PortWatch(QObject):
    """`seen(tuple[PortInfo, ...])` after each look, also when nothing changed."""

    seen = Signal(object)

    def __init__(self, lists: Lists, *, every_ms: int = LOOK_EVERY_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._courier = _Courier()
        self._courier.seen.connect(self._on_seen, Qt.ConnectionType.QueuedConnection)
        self._is_looking = False
        self._is_stopped = False
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.look)

    @property
    def is_watching(self) -> bool:
        """Whether it looks by itself."""
        return self._timer.isActive()

    def watch(self) -> None:
        """Look now and from now on."""
        if not self._timer.isActive() and not self._is_stopped:
            self._timer.start()
            self.look()

    def rest(self) -> None:
        """Look only when asked."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless a look is under way."""
        if self._is_looking or self._is_stopped:
            return
        self._is_looking = True
        lists, courier = self._lists, self._courier
        self._pool.start(lambda: _look(lists, courier))

    def stop(self) -> None:
        """Look no more; waits for the look that is under way."""
        self._is_stopped = True
        self._timer.stop()
        self._pool.waitForDone()

    def _on_seen(self, ports: object) -> None:
        self._is_looking = False
        if ports is not None and not self._is_stopped:
            self.seen.emit(ports)


def _look(lists: Lists, courier: _Courier) -> None:
    try:
        ports = lists()
    except Exception as error:  # noqa: BLE001 - an exception must not leave a thread of the pool
        # A driver in the middle of going away makes listing raise many things; the next look will tell.
        _log.warning("serial ports cannot be listed: %s", error)
        courier.seen.emit(None)
    else:
        courier.seen.emit(ports)
