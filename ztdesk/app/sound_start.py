"""Opens the audio device some time after the window has appeared, and never within a scan. Knows no sound."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 400
"""Opening the device holds the window up for a tenth of a second."""


class SoundStart(QObject):
    """Calls `load` once, `_AFTER_MS` after `begin()` or as long after that as `is_scanning()` says so."""

    def __init__(self, load: Callable[[], None], is_scanning: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._load = load
        self._is_scanning = is_scanning
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """The window has appeared."""
        self._timer.start()

    def stop(self) -> None:
        """Open nothing any more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._is_scanning():
            self._timer.start()
        else:
            self._load()
