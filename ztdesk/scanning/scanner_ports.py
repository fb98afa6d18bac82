"""Serial ports as a person knows them: which scanner is on which, what it is called and how it is heard.

Pure data for worker and window; touches no port.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.text import Text

ANY_KNOWN = "auto"
"""Stands in a list of ports for every known scanner."""

# USB vendor ids of makers of scanners, and of what they were called before; from the public list of USB ids.
_MAKERS = {
    0x05E0: "Zebra",
    0x0C2E: "Honeywell",
    0x0536: "Honeywell",
    0x067E: "Intermec",
    0x05F9: "Datalogic",
    0x080C: "Datalogic",
    0x1EAB: "Newland",
    0x065A: "Opticon",
    0x076D: "Denso",
    0x0720: "Keyence",
}


@dataclass(frozen=True, slots=True)
class PortInfo:
    """One serial port as the system lists it. `device` opens it; the rest is known of USB devices only."""

    device: str
    maker: str = ""
    product: str = ""
    vid: int | None = None
    pid: int | None = None
    serial_number: str = ""

    @property
    def key(self) -> str:
        """What stays the same wherever it is plugged in: `VID:PID:serial number`; empty when it is no USB device."""
        if self.vid is None or self.pid is None:
            return ""
        return f"{self.vid:04X}:{self.pid:04X}:{self.serial_number}"

    @property
    def is_scanner(self) -> bool:
        """Whether its maker makes scanners."""
        return self.vid in _MAKERS

    @property
    def name(self) -> str:
        """What people call it: `Zebra COM4`."""
        label = _MAKERS.get(self.vid or 0) or self.product or self.maker
        return f"{label} {short_name(self.device)}".strip()


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How bits go over the wire. `parity` is none, even, odd, mark or space; `stop_bits` 1, 1.5 or 2."""

    baud_rate: int = 9600
    byte_size: int = 8
    parity: str = "none"
    stop_bits: float = 1


class Light(Enum):
    """How a scanner stands."""

    OPENING = "opening"
    READY = "ready"
    GARBLED = "garbled"  # open, but what comes is no text
    ABSENT = "absent"
    BUSY = "busy"
    DENIED = "denied"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class ScannerState:
    """One scanner for people: `text` says how it stands and what to do, `last_seen` is the time of its last scan.

    `port` is the device it is or was on; `last_seen` in seconds since the epoch, None before its first scan.
    """

    name: str
    port: str
    light: Light
    text: Text
    last_seen: float | None = None

    @property
    def is_ready(self) -> bool:
        """Whether its next scan will be heard."""
        return self.light is Light.READY


@dataclass(frozen=True, slots=True)
class Seat:
    """A scanner that is wanted, and the port it is on: None while it is not there.

    `entry` is what stands in the settings for it, or its key where every known scanner is wanted.
    """

    entry: str
    key: str = ""
    port: PortInfo | None = None


def short_name(device: str) -> str:
    """A port's name without its folder: `COM4`, `ttyACM0`."""
    return device.removeprefix("\\\\.\\").removeprefix("/dev/")


def seats(
    entries: Sequence[str], ports: Sequence[PortInfo], keys: Mapping[str, str], known: Iterable[str]
) -> tuple[Seat, ...]:
    """Which wanted scanner is on which port.

    `entries` are devices, or `auto`; `keys` says which scanner (`PortInfo.key`) an entry meant when it was last there,
    so that it is found on another port; `known` are the keys of scanners that were used before. A port that no list
    names, such as one behind a link, is taken at its word. No port is given away twice.
    """
    free = {port.device: port for port in ports}
    found: dict[str, Seat] = {}
    named = list(dict.fromkeys(entry for entry in entries if entry != ANY_KNOWN))
    for entry in named:  # who is where it was has the first right
        port = free.get(entry)
        if port is not None and keys.get(entry, port.key) == port.key:
            found[entry] = Seat(entry, port.key, free.pop(entry))
    for entry in named:
        if entry not in found:
            found[entry] = _seat_elsewhere(entry, keys.get(entry), free)
    if ANY_KNOWN in entries:
        wanted = {*known}
        for port in ports:
            if port.device in free and (port.is_scanner or (port.key and port.key in wanted)):
                entry = _unused(f"{ANY_KNOWN}:{port.key}", found)
                found[entry] = Seat(entry, port.key, free.pop(port.device))
    return tuple(found.values())


def _seat_elsewhere(entry: str, key: str | None, free: dict[str, PortInfo]) -> Seat:
    moved = next((port for port in free.values() if key and port.key == key), None)
    if moved is None and entry in free:
        moved = free[entry]  # another scanner took its place
    if moved is not None:
        return Seat(entry, moved.key, free.pop(moved.device))
    # Without a key it may be a port that no list names; with one it is simply not plugged in.
    return Seat(entry, key, None) if key else Seat(entry, "", PortInfo(entry))


def _unused(entry: str, found: dict[str, Seat]) -> str:
    """Scanners of one kind without a serial number are told apart by their order alone."""
    count = 1
    name = entry
    while name in found:
        count += 1
        name = f"{entry}#{count}"
    return name
