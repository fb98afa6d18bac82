"""Tells whether keys, and so a keyboard scanner, reach this program at all. Does not look at a key."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SETTLE_MS = 100


class Listening(QObject):
    """Whether a window of ours is active; a scanner types into whatever window is.

    `listening_changed(bool)`: back at once; lost after `settle_ms`, because on the way from one window of ours to
    another none is active for a moment.
    """

    listening_changed = Signal(bool)

    def __init__(self, app: QGuiApplication, *, settle_ms: int = _SETTLE_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settled = QTimer(self, singleShot=True, interval=settle_ms)
        self._settled.timeout.connect(self._on_settled)
        self._is_listening = self._has_keys()
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        app.applicationStateChanged.connect(self._on_application_state_changed)

    @property
    def is_listening(self) -> bool:
        """What was last announced."""
        return self._is_listening

    def _has_keys(self) -> bool:
        active = self._app.applicationState() is Qt.ApplicationState.ApplicationActive
        return active and self._app.focusWindow() is not None

    def _on_focus_window_changed(self, _window: QWindow | None) -> None:
        self._look()

    def _on_application_state_changed(self, _state: Qt.ApplicationState) -> None:
        self._look()

    def _look(self) -> None:
        if not self._has_keys():
            self._settled.start()
            return
        self._settled.stop()
        self._on_settled()

    def _on_settled(self) -> None:
        listening = self._has_keys()
        if listening is not self._is_listening:
            self._is_listening = listening
            self.listening_changed.emit(listening)
