"""All serial scanners of this PC as one stream of scans: which ports are wanted, and hot plug.

Knows neither bytes nor rows.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ztdesk.app.known_codes import proves_itself
from ztdesk.app.serial_line import SerialLine
from ztdesk.app.serial_memory import SerialMemory, SerialProfiles
from ztdesk.background.port_watch import LOOK_EVERY_MS, PortWatch
from ztdesk.background.serial_worker import Hearing, SerialThread
from ztdesk.domain.errors import ZtdeskError
from ztdesk.scanning.byte_framing import SerialTiming, Suffix
from ztdesk.scanning.scanner_ports import ANY_KNOWN, LineSettings, PortInfo, ScannerState, Seat, seats
from ztdesk.scanning.serial_port import Lists, Opens, list_ports, open_port
from ztdesk.scanning.strokes import Scan
from ztdesk.settings import Settings
from ztdesk.store.catalogue import Catalogue

_SEEN_MS = 200
_AFTER_LOSS_MS = 250


class SerialScanners(QObject):
    """`scanned(Scan)` in the order of arrival a port; `states_changed(tuple[ScannerState, ...])`;
    `ports_changed(tuple[PortInfo, ...])`; `trouble(ZtdeskError)`.

    All of it arrives in the window's thread; nothing here blocks it. `start` belongs after the first paint.
    """

    scanned = Signal(object)
    states_changed = Signal(object)
    ports_changed = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        lists: Lists = list_ports,
        opens: Opens = open_port,
        clock: Callable[[], float] = time.time,
        look_every_ms: int = LOOK_EVERY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = SerialMemory(catalogue)
        self._profiles = SerialProfiles()
        self._opens = opens
        self._clock = clock
        self._settings = Settings()
        self._wanted: tuple[str, ...] = ()
        self._lines: dict[str, SerialLine] = {}
        self._retired: list[SerialLine] = []
        self._is_wanted_list = False
        self._is_running = False
        self.ports: tuple[PortInfo, ...] = ()
        self._watch = PortWatch(lists, every_ms=look_every_ms, parent=self)
        self._watch.seen.connect(self._on_ports_seen)
        self._look_soon = QTimer(self, singleShot=True, interval=_AFTER_LOSS_MS)
        self._look_soon.timeout.connect(self._watch.look)
        self._tell_soon = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._tell_soon.timeout.connect(self._on_tell_soon)

    @property
    def states(self) -> tuple[ScannerState, ...]:
        """How every wanted scanner stands, by name."""
        return tuple(sorted((line.state for line in self._lines.values()), key=lambda state: (state.name, state.port)))

    def start(self, settings: Settings) -> None:
        """Begin to listen to the scanners these settings want."""
        self._is_running = True
        try:
            self._profiles = self._memory.recall()
        except ZtdeskError as error:
            self.trouble.emit(error)
        self.apply(settings)

    def apply(self, settings: Settings) -> None:
        """Listen to what these settings want from now on; scanners that stay as they were are not interrupted.

        Before `start` and after `stop` it does nothing.
        """
        if not self._is_running:
            return
        self._settings = settings
        self._wanted = tuple(_entry(port) for port in settings.serial_ports)
        for entry in [entry for entry in self._lines if _group(entry) not in self._wanted]:
            self._retire(entry)
        if not self._wanted and not self._is_wanted_list:
            self._watch.rest()
        elif self._watch.is_watching:
            self._watch.look()
        else:
            self._watch.watch()
        self._tell()

    def list_ports(self, *, wanted: bool) -> None:
        """While wanted, `ports_changed` tells which ports there are, even where no scanner is: for who chooses one."""
        self._is_wanted_list = wanted
        if wanted:
            self._watch.watch()
            self.ports_changed.emit(self.ports)
        elif not self._wanted:
            self._watch.rest()

    def teach(self, scanner: str, suffix: Suffix | None) -> None:
        """A scanner of this name (`ScannerState.name`) ends its scans so; counts where the suffix is learned."""
        for line in self._lines.values():
            if line.state.name == scanner:
                self._keep(self._profiles.with_suffix(line.scanner, suffix))
                line.hear_anew()
        self._watch.look()

    def remembered_as(self, scanner: str) -> str:
        """By what a scanner of this name (`Scan.scanner`) is known on any port; the name itself where it has no key."""
        return next((line.scanner for line in self._lines.values() if line.state.name == scanner), "") or scanner

    def stop(self) -> None:
        """Close every port and end every thread, within a second; nothing is told from then on."""
        self._is_running = False
        self._look_soon.stop()
        self._tell_soon.stop()
        self._watch.stop()
        lines = [*self._lines.values(), *self._retired]
        for line in lines:
            line.port_thread.retire()  # all at once, then wait for each
        for line in lines:
            line.port_thread.stop()
        self._lines.clear()
        self._retired.clear()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own

    # --- which scanner is where

    def _on_ports_seen(self, ports: tuple[PortInfo, ...]) -> None:
        if ports != self.ports:
            self.ports = ports
            self.ports_changed.emit(ports)
        if not self._wanted:
            return
        found = seats(self._wanted, ports, self._profiles.keys, self._profiles.suffixes)
        named = {seat.key for seat in found if seat.entry in self._wanted}
        for entry in self._lines.keys() - {seat.entry for seat in found}:
            if self._lines[entry].scanner in named:
                self._retire(entry)  # it was one of all known ones, and is now wanted by its port
            else:
                self._lines[entry].miss()
        for seat in found:
            self._sit(seat)

    def _sit(self, seat: Seat) -> None:
        line = self._lines.get(seat.entry)
        if line is None:
            line = self._lines[seat.entry] = self._new_line(seat.entry)
        if seat.port is None:
            line.miss()
            return
        if seat.key and seat.entry == seat.port.device and self._profiles.keys.get(seat.entry) != seat.key:
            self._keep(self._profiles.with_key(seat.entry, seat.key))
        line.scanner = seat.key or seat.port.device
        settings = self._settings
        line.hear(
            Hearing(
                device=seat.port.device,
                name=seat.port.name,
                line=LineSettings(settings.baud_rate, settings.byte_size, settings.parity, settings.stop_bits),
                suffix=Suffix(settings.suffix),
                learned=self._profiles.suffixes.get(line.scanner),
                timing=_timing(settings.quiet_gap_ms),
            )
        )

    def _new_line(self, entry: str) -> SerialLine:
        line = SerialLine(entry, SerialThread(self._opens, validates=proves_itself), self._clock, self)
        line.scanned.connect(self.scanned)
        line.scanned.connect(self._on_scanned)
        line.changed.connect(self._tell)
        line.went.connect(self._look_soon.start)
        line.trouble.connect(self.trouble)
        line.learned.connect(lambda suffix: self._on_learned(line, suffix))
        return line

    def _retire(self, entry: str) -> None:
        line = self._lines.pop(entry)
        self._retired.append(line)
        line.port_thread.ended.connect(lambda: self._on_ended(line))
        line.port_thread.retire()

    def _on_ended(self, line: SerialLine) -> None:
        if line in self._retired:
            self._retired.remove(line)
            line.port_thread.stop()
            line.deleteLater()

    # --- what is told

    def _on_scanned(self, _scan: Scan) -> None:
        if not self._tell_soon.isActive():
            self._tell_soon.start()

    def _on_learned(self, line: SerialLine, suffix: Suffix | None) -> None:
        self._keep(self._profiles.with_suffix(line.scanner, suffix))

    def _keep(self, profiles: SerialProfiles) -> None:
        self._profiles = profiles
        try:
            self._memory.keep(profiles)
        except ZtdeskError as error:
            self.trouble.emit(error)

    def _tell(self) -> None:
        self.states_changed.emit(self.states)

    def _on_tell_soon(self) -> None:
        for line in self._lines.values():
            if line.has_scanned and line.scanner not in self._profiles.suffixes:
                self._keep(self._profiles.with_suffix(line.scanner, None))
        self._tell()


def _entry(port: str) -> str:
    """A port as the system writes it; Windows' are typed in any case."""
    return port.upper() if port.upper().startswith("COM") else port


def _group(entry: str) -> str:
    """What stands in the settings for this entry."""
    return ANY_KNOWN if entry.startswith(f"{ANY_KNOWN}:") else entry


def _timing(quiet_ms: float) -> SerialTiming:
    return SerialTiming(
        settle_ms=min(SerialTiming().settle_ms, quiet_ms), quiet_ms=quiet_ms, join_ms=max(300.0, 1.5 * quiet_ms)
    )
