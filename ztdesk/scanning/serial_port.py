"""Serial ports through pyserial, the only module that imports it: what ports there are, and one that is open.

Knows nothing of scans. pyserial is loaded when first used, which is never in the window's thread.
"""

import errno
import logging
import sys
from collections.abc import Callable
from typing import Any, Protocol

from ztdesk.scanning.scanner_ports import Light, LineSettings, PortInfo

_log = logging.getLogger(__name__)
_READ_TIMEOUT_S = 0.05
_READ_BYTES = 4096

_BUSY = frozenset({errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK})
_DENIED = frozenset({errno.EACCES, errno.EPERM})
_ABSENT = frozenset({errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.EIO})


class PortTrouble(Exception):
    """A port cannot be opened, or died. `light` says in what way, `reason` is the system's own word for it."""

    def __init__(self, light: Light, reason: str) -> None:
        super().__init__(f"{light.value}: {reason}")
        self.light = light
        self.reason = reason


class OpenPort(Protocol):
    """A port that is open, for one thread."""

    def read(self) -> bytes:
        """What has come, at once when there is anything, empty after 50 ms. Raises PortTrouble when the port died."""

    def close(self) -> None:
        """Give the port back; never raises."""


Opens = Callable[[str, LineSettings], OpenPort]
Lists = Callable[[], tuple[PortInfo, ...]]


def list_ports() -> tuple[PortInfo, ...]:
    """Every serial port of this PC, sorted. Takes tens of milliseconds; raises whatever the system's drivers do."""
    from serial.tools import list_ports as tool  # late: after the first paint, and off the window's thread

    return tuple(
        PortInfo(
            device=one.device,
            maker=_clean(one.manufacturer),
            product=_clean(one.product),
            vid=one.vid,
            pid=one.pid,
            serial_number=_clean(one.serial_number),
        )
        for one in sorted(tool.comports())
    )


def open_port(device: str, line: LineSettings) -> OpenPort:
    """Open `device` for this process alone. Raises PortTrouble."""
    import serial  # late: after the first paint, and in the thread of its port

    port = serial.Serial()
    # What a scanner sent between being plugged in and being opened is a scan, not noise.
    port._reset_input_buffer = lambda: None
    try:
        port.port = device
        port.timeout = _READ_TIMEOUT_S
        port.baudrate = line.baud_rate
        port.bytesize = line.byte_size
        port.parity = line.parity[0].upper()
        port.stopbits = line.stop_bits
        port.exclusive = True
        port.open()
    except Exception as error:
        # OSError, ValueError for what the port cannot do, termios.error, and whatever a driver adds.
        raise PortTrouble(_light(error), str(error)) from error
    return _PySerialPort(port)


class _PySerialPort:
    def __init__(self, port: Any) -> None:
        self._port = port

    def read(self) -> bytes:
        try:
            first: bytes = self._port.read(1)
            if not first:
                return b""
        except Exception as error:
            # Not only SerialException: a port that is pulled makes drivers and pyserial raise whatever they like.
            raise PortTrouble(Light.ABSENT, str(error)) from error
        try:
            rest: bytes = self._port.read(min(self._port.in_waiting, _READ_BYTES))
        except Exception:  # noqa: BLE001 - it died just now: the next read says so, and what came is not lost
            return first
        return first + rest

    def close(self) -> None:
        try:
            self._port.close()
        except Exception as error:  # noqa: BLE001 - of a port that is gone nothing can be wanted any more
            _log.info("%s: %s", self._port.port, error)


def _clean(words: str | None) -> str:
    """What a device says of itself, on one line; not every device says something that can be shown."""
    return "".join(letter for letter in words or "" if letter.isprintable()).strip()


def _light(error: Exception) -> Light:
    """What is in the way of opening a port. pyserial tells Windows' reasons in words only."""
    number = getattr(error, "errno", None)
    words = str(error)
    if number in _BUSY or "exclusively lock" in words:
        return Light.BUSY
    if number in _ABSENT or "FileNotFoundError" in words:
        return Light.ABSENT
    if number in _DENIED or "PermissionError" in words:
        # Windows refuses a port that another program has open as if it were forbidden.
        return Light.BUSY if sys.platform == "win32" else Light.DENIED
    if "Could not configure port: (5" in words:
        return Light.ABSENT
    return Light.UNUSABLE
