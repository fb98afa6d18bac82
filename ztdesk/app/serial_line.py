"""One serial scanner of this PC: its thread, how it stands in words, and when it was last heard.

Which port it is on, and when to try again, is said to it.
"""

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ztdesk.background.serial_worker import Hearing, Lost, SerialThread, Standing
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.text import Text, text
from ztdesk.scanning.scanner_ports import Light, ScannerState, short_name
from ztdesk.scanning.strokes import Scan

_GARBLED_PART = 0.25
_EXPECTED = frozenset("\x02\x03\x04\t\n\r\x1c\x1d\x1e\x1f")


class SerialLine(QObject):
    """`scanned(Scan)`; `changed` when it stands otherwise; `went` when it was unplugged; `learned(Suffix | None)`.

    `trouble(ScanRejected)` when a part of a scan came without its end and was dropped.
    """

    scanned = Signal(object)
    changed = Signal()
    went = Signal()
    learned = Signal(object)
    trouble = Signal(object)

    def __init__(
        self, entry: str, thread: SerialThread, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        """`entry` is what stands in the settings for it; `clock` tells seconds since the epoch. It owns the thread."""
        super().__init__(parent)
        self.entry = entry
        self.scanner = ""  # by what it is remembered: its key, or its device where it has none
        self.port_thread = thread
        thread.setParent(self)
        self._clock = clock
        self._hearing: Hearing | None = None
        self._light = Light.OPENING
        self._reason = ""
        self._is_trying = False
        self._attempt = 0  # an answer to an earlier one can still be on its way
        self._is_garbled = False
        self._last_seen: float | None = None
        thread.scanned.connect(self._on_scanned)
        thread.stood.connect(self._on_stood)
        thread.lost.connect(self._on_lost)
        thread.learned.connect(self.learned)
        thread.start()

    @property
    def has_scanned(self) -> bool:
        """Whether a scan came from it since the start."""
        return self._last_seen is not None

    @property
    def state(self) -> ScannerState:
        """How it stands."""
        hearing = self._hearing
        port = short_name(hearing.device if hearing else self.entry)
        name = hearing.name if hearing else port
        light = Light.GARBLED if self._is_garbled and self._light is Light.READY else self._light
        return ScannerState(name, port, light, self._words(light, port), self._last_seen)

    def hear(self, hearing: Hearing) -> None:
        """It is on this port: open it, unless it is open or being opened. What is set otherwise is opened anew."""
        is_same = hearing == self._hearing or (self._hearing is not None and _is_learned_since(hearing, self._hearing))
        if is_same and (self._is_trying or self._light is Light.READY):
            return
        if not is_same:
            self._light = Light.OPENING
            self._is_garbled = False
        self._hearing = hearing
        self._is_trying = True
        self._attempt += 1
        self.port_thread.open(replace(hearing, attempt=self._attempt))
        if not is_same:
            self.changed.emit()

    def hear_anew(self) -> None:
        """Open it anew when it is next said where it is."""
        self._hearing = None

    def miss(self) -> None:
        """It is nowhere."""
        if self._light is not Light.ABSENT or self._is_trying:
            self._attempt += 1
            self.port_thread.close_port()
            self._stand(Standing(Light.ABSENT))

    def _on_scanned(self, scan: Scan) -> None:
        self._last_seen = self._clock()
        self._is_garbled = is_garbled(scan.raw)
        self.scanned.emit(scan)

    def _on_stood(self, standing: Standing) -> None:
        if standing.attempt != self._attempt:
            return
        was_ready = self._light is Light.READY
        self._stand(standing)
        if was_ready and standing.light is not Light.READY:
            self.went.emit()

    def _on_lost(self, lost: Lost) -> None:
        name = self.state.name
        if lost.unplugged:
            hint = text("{scanner} went away while it sent. Scan that code again.", scanner=name)
        else:
            hint = text("{scanner} did not send its end. Scan that code again.", scanner=name)
        self.trouble.emit(ScanRejected(text("Half a scan was dropped"), hint))

    def _stand(self, standing: Standing) -> None:
        self._is_trying = False
        before = (self._light, self._reason)
        self._light, self._reason = standing.light, standing.reason
        if before != (self._light, self._reason):
            self.changed.emit()

    def _words(self, light: Light, port: str) -> Text:
        match light:
            case Light.OPENING:
                return text("The port is being opened.")
            case Light.GARBLED:
                return text(
                    "What arrives is garbled. Set the same baud rate, parity and stop bits here and in the scanner."
                )
            case Light.READY:
                return text("Ready to scan.")
            case Light.ABSENT:
                return text("Not connected. Plug it in or switch it on: it is found again by itself, on any port.")
            case Light.BUSY:
                return text(
                    "Another program uses {port}. Close that program; nothing needs to be done here.", port=port
                )
            case Light.DENIED if sys.platform == "win32":
                return text("Windows does not allow {port} to be opened. Ask IT for the right to use it.", port=port)
            case Light.DENIED:
                return text(
                    "No permission for {port}. Add this user to the group that owns it (dialout or uucp): sudo usermod"
                    " -aG dialout $USER, then sign out and in.",
                    port=port,
                )
            case Light.UNUSABLE:
                return text(
                    "{port} cannot be used. Check port, baud rate, parity and stop bits. The system says: {reason}",
                    port=port,
                    reason=self._reason,
                )


def is_garbled(raw: str) -> bool:
    """Whether a quarter or more of what came (one character a byte) is no text: wrong baud rate or parity."""
    data = raw.encode("latin-1", "replace")
    shown = data.decode("utf-8", "replace")
    odd = sum(1 for letter in shown if letter == "\ufffd" or (letter < " " and letter not in _EXPECTED))
    return odd >= _GARBLED_PART * len(shown) and odd > 1


def _is_learned_since(hearing: Hearing, before: Hearing) -> bool:
    """Whether these differ only in what the open port taught meanwhile."""
    return _without(hearing) == _without(before)


def _without(hearing: Hearing) -> tuple[object, ...]:
    return (hearing.device, hearing.name, hearing.line, hearing.suffix, hearing.timing)
