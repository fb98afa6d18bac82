"""Runs the practice service as a child of the window. It ends with the window, however that ends.

Finds the program the same way frozen and not. Knows nothing of what the service serves.
"""

import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from ztdesk.domain.text import Text, text

_log = logging.getLogger(__name__)
_LINES = 3


@dataclass(frozen=True, slots=True)
class PracticeAddress:
    """Where the running service is, and the key that signs in to it."""

    api_endpoint: str
    key_file: Path
    control_url: str


class PracticeProcess(QObject):
    """`ready(PracticeAddress)` once it serves; `failed(Text)` when it does not start or ends by itself."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._said = b""
        self._stopping = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)

    def start(self) -> None:
        """Start it; answers at once."""
        program, arguments = _command()
        self._process.start(program, [*arguments, "--data", str(self._data), "--exit-with-parent"])

    def stop(self) -> None:
        """End it and wait until it has ended."""
        self._stopping = True
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(3000):
            self._process.kill()
            self._process.waitForFinished(1000)

    def _on_output(self) -> None:
        had_all = self._said.count(b"\n") >= _LINES
        self._said += self._process.readAllStandardOutput().data()
        # Waiting for its end reads what it said last: nobody may begin to work with a service that is being stopped.
        if self._stopping or had_all or self._said.count(b"\n") < _LINES:
            return
        url, key_file, control_url = self._said.decode().splitlines()[:_LINES]
        self.ready.emit(PracticeAddress(url, Path(key_file), control_url))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._say_failed(self._process.errorString())

    def _on_finished(self, status: int) -> None:
        self._say_failed(f"status {status}")

    def _say_failed(self, reason: str) -> None:
        if not self._stopping:
            _log.warning("the practice service ended: %s", reason)
            self.failed.emit(_failure(reason))


def _failure(reason: str) -> Text:
    return text("The practice service does not run ({reason}). Close the window and open it again.", reason=reason)


def _command() -> tuple[str, list[str]]:
    if getattr(sys, "frozen", False):
        # Beside a windowed program, which may have no standard output, a Windows build has one with a console.
        console = Path(sys.executable).with_name("ztdesk-cli.exe")
        return str(console) if console.exists() else sys.executable, ["practice-server"]
    return sys.executable, ["-m", "ztdesk", "practice-server"]
