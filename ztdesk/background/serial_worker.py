"""A serial port's thread: reads it in short turns, hands on whole scans, and says when the port died.

Knows neither which port is wanted nor when to try again; ports are opened by a function it is given.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from ztdesk.scanning.byte_framing import ByteFramer, Framed, SerialTiming, Suffix
from ztdesk.scanning.learning import Validates
from ztdesk.scanning.scanner_ports import Light, LineSettings
from ztdesk.scanning.serial_port import OpenPort, Opens, PortTrouble
from ztdesk.scanning.strokes import Scan

_log = logging.getLogger(__name__)
_AT_ONCE_MS = 2.0


def monotonic_ms() -> float:
    """The clock of scans, in milliseconds."""
    return time.monotonic() * 1000.0


@dataclass(frozen=True, slots=True)
class Hearing:
    """A port to open and how to hear what comes: `name` is its scanner's, `learned` what it taught before.

    `attempt` is the number of this try; every `Standing` that comes of it bears the same.
    """

    device: str
    name: str
    line: LineSettings = field(default_factory=LineSettings)
    suffix: Suffix = Suffix.AUTO
    learned: Suffix | None = None
    timing: SerialTiming = field(default_factory=SerialTiming)
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How the port of that `attempt` stands: open (READY), or why not, with the system's own word for it."""

    light: Light
    reason: str = ""
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """So many bytes of a scan came without its end; `unplugged` when its scanner went away meanwhile."""

    count: int
    unplugged: bool


class _Signals(QObject):
    """Carries what a worker tells across threads."""

    scanned = Signal(object)
    stood = Signal(object)
    lost = Signal(object)
    learned = Signal(object)


class _Worker(QObject):
    """Lives in the thread of its port."""

    def __init__(
        self, opens: Opens, validates: Validates | None, clock_ms: Callable[[], float], signals: _Signals
    ) -> None:
        super().__init__()
        self._opens = opens
        self._validates = validates
        self._clock_ms = clock_ms
        self._signals = signals
        self._timer: QTimer | None = None
        self._port: OpenPort | None = None
        self._framer: ByteFramer | None = None
        self._known: Suffix | None = None
        self._attempt = 0
        self._read_ended_ms = 0.0

    @Slot()
    def start(self) -> None:
        # A turn blocks in the driver for 50 ms at most, which tells of a byte sooner than any waiting between turns
        # could; between two turns everything that was asked of this thread is done.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_turn)

    @Slot(object)
    def open(self, hearing: Hearing) -> None:
        self.close()
        if self._timer is None:
            return
        self._attempt = hearing.attempt
        try:
            self._port = self._opens(hearing.device, hearing.line)
        except PortTrouble as trouble:
            self._signals.stood.emit(Standing(trouble.light, trouble.reason, self._attempt))
            return
        self._framer = ByteFramer(
            hearing.suffix,
            scanner=hearing.name,
            learned=hearing.learned,
            timing=hearing.timing,
            validates=self._validates,
        )
        self._known = self._framer.learned_suffix
        self._read_ended_ms = self._clock_ms()
        self._signals.stood.emit(Standing(Light.READY, attempt=self._attempt))
        self._timer.start()

    @Slot()
    def close(self) -> None:
        framer, self._framer = self._framer, None
        port, self._port = self._port, None
        if self._timer is not None:
            self._timer.stop()
        if port is not None:
            port.close()
        if framer is not None:
            self._tell(framer.cut(), unplugged=True)

    @Slot()
    def stop(self) -> None:
        try:
            self.close()
        finally:
            self._timer = None
            self.thread().quit()

    @Slot()
    def _on_turn(self) -> None:
        port, framer = self._port, self._framer
        if port is None or framer is None or self._timer is None:
            return
        self._timer.start()
        began_ms = self._clock_ms()
        try:
            data = port.read()
        except PortTrouble as trouble:
            _log.info("%s: %s", framer.scanner, trouble.reason)
            self.close()
            self._signals.stood.emit(Standing(trouble.light, trouble.reason, self._attempt))
            return
        ended_ms = self._clock_ms()
        # Bytes that were waiting came at any time since the last look: a busy PC must not make a pause of its own.
        at_ms = self._read_ended_ms if ended_ms - began_ms < _AT_ONCE_MS else ended_ms
        self._read_ended_ms = ended_ms
        self._tell(framer.feed(data, at_ms) if data else framer.tick(ended_ms), unplugged=False)
        if framer.learned_suffix is not self._known:
            self._known = framer.learned_suffix
            self._signals.learned.emit(self._known)

    def _tell(self, framed: Framed, *, unplugged: bool) -> None:
        for scan in framed.scans:
            self._signals.scanned.emit(scan)
        if framed.dropped_bytes:
            self._signals.lost.emit(Lost(framed.dropped_bytes, unplugged))


class SerialThread(QObject):
    """The one thread of one port. Made, started and stopped by the window; each signal arrives in the window's thread.

    `scanned(Scan)` in the order of arrival, `stood(Standing)` after every attempt to open and when the port died,
    `lost(Lost)`, `learned(Suffix | None)`; `ended` when the thread has ended.
    """

    scanned = Signal(object)
    stood = Signal(object)
    lost = Signal(object)
    learned = Signal(object)
    ended = Signal()

    _open_asked = Signal(object)
    _close_asked = Signal()
    _stop_asked = Signal()

    def __init__(
        self,
        opens: Opens,
        *,
        validates: Validates | None = None,
        clock_ms: Callable[[], float] = monotonic_ms,
        parent: QObject | None = None,
    ) -> None:
        """`validates` and `opens` are called in the port's thread."""
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("serial")
        self._is_retired = False
        self._signals = _Signals()
        self._worker = _Worker(opens, validates, clock_ms, self._signals)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.start)
        self._thread.finished.connect(self.ended)
        for told, slot in (
            (self._signals.scanned, self._on_scanned),
            (self._signals.stood, self._on_stood),
            (self._signals.lost, self._on_lost),
            (self._signals.learned, self._on_learned),
        ):
            told.connect(slot, Qt.ConnectionType.QueuedConnection)
        self._open_asked.connect(self._worker.open)
        self._close_asked.connect(self._worker.close)
        self._stop_asked.connect(self._worker.stop)

    def start(self) -> None:
        """Begin, with no port open."""
        self._thread.start()

    def open(self, hearing: Hearing) -> None:
        """Close what is open and try this port once; `stood` follows."""
        self._open_asked.emit(hearing)

    def close_port(self) -> None:
        """Give the port back; the thread stays. A scan that has its end is still told."""
        self._close_asked.emit()

    def retire(self) -> None:
        """Ask the thread to end, without waiting for it; only `ended` is told from now on. Call `stop()` still."""
        self._is_retired = True
        self._stop_asked.emit()

    def stop(self) -> None:
        """End the thread and wait for it: 50 ms, and longer only where the system takes long to open a port."""
        self._is_retired = True
        if self._thread.isRunning():
            self._stop_asked.emit()
            self._thread.wait()

    # What was told before may still be on its way when the thread is retired.

    def _on_scanned(self, scan: Scan) -> None:
        if not self._is_retired:
            self.scanned.emit(scan)

    def _on_stood(self, standing: Standing) -> None:
        if not self._is_retired:
            self.stood.emit(standing)

    def _on_lost(self, lost: Lost) -> None:
        if not self._is_retired:
            self.lost.emit(lost)

    def _on_learned(self, suffix: Suffix | None) -> None:
        if not self._is_retired:
            self.learned.emit(suffix)
