"""A pseudo-terminal as a scanner: the far end of a serial port, in a test's hand. Not for Windows, which has none."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer

from ztdesk.scanning.scanner_ports import PortInfo

NEEDS_PSEUDO_TERMINALS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
ZEBRA = 0x05E0


class PseudoScanner:
    """A scanner on a port that `link` names; pulled and put back it is another terminal behind a link."""

    def __init__(self, link: Path, *, serial_number: str = "S1", vid: int = ZEBRA) -> None:
        self.link = link
        self._serial_number = serial_number
        self._vid = vid
        self._ends: tuple[int, int] | None = None
        self._sending: list[QTimer] = []
        self.plug()

    @property
    def device(self) -> str:
        """The port it is on."""
        return str(self.link)

    @property
    def info(self) -> PortInfo:
        """The port as a system lists it."""
        return PortInfo(self.device, "Symbol", "Bar Code Scanner", self._vid, 0x1701, self._serial_number)

    @property
    def is_plugged(self) -> bool:
        return self._ends is not None

    def plug(self, link: Path | None = None) -> None:
        """Put it in, where it was or elsewhere."""
        import pty
        import tty

        self.link = link or self.link
        master, slave = pty.openpty()
        tty.setraw(slave)
        self.link.symlink_to(os.ttyname(slave))
        self._ends = master, slave

    def unplug(self) -> None:
        """Pull it. What nobody read yet is gone, as with a real one."""
        if self._ends is not None:
            self.link.unlink()
            master, slave = self._ends
            os.close(master)
            os.close(slave)
            self._ends = None

    def send(self, data: bytes) -> None:
        """All at once."""
        assert self._ends is not None
        assert os.write(self._ends[0], data) == len(data)

    def send_pieces(self, pieces: Iterable[bytes], every_ms: int, parent: QObject) -> None:
        """One piece at a time, while the event loop turns."""
        rest = list(pieces)
        timer = QTimer(parent, interval=every_ms)
        self._sending.append(timer)

        def send_next() -> None:
            self.send(rest.pop(0))
            if not rest:
                timer.stop()

        timer.timeout.connect(send_next)
        timer.start()

    def stop_sending(self) -> None:
        """Send no piece that is still to come."""
        for timer in self._sending:
            timer.stop()
        self._sending.clear()
