"""Keeps one event filter on the windows of ours that key events arrive at. Does not look at a key.

A key event reaches a QWindow first and a widget after it, so a filter there sees each key once, whatever has the
focus, and is spared the many events that widgets send each other.
"""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication


class KeyWindows(QObject):
    """Moves `key_filter` to the focus window, and to a popup's window while one is open (a popup grabs the keys)."""

    def __init__(self, app: QGuiApplication, key_filter: QObject) -> None:
        super().__init__(key_filter)
        self.app = app
        self._filter = key_filter
        self._focus_window: QWindow | None = None
        self._popup_window: QWindow | None = None
        self._look_for_popup = QTimer(self, singleShot=True, interval=0)
        self._look_for_popup.timeout.connect(self._on_popup_possible)
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        self._on_focus_window_changed(app.focusWindow())

    def close(self) -> None:
        """Take the filter off everywhere."""
        self.app.focusWindowChanged.disconnect(self._on_focus_window_changed)
        self._look_for_popup.stop()
        for window in (self._focus_window, self._popup_window):
            self._remove(window)
        self._focus_window = self._popup_window = None

    def popup_possible(self) -> None:
        """A click or a key went through, which may open a popup: no signal tells when one does."""
        if not self._look_for_popup.isActive():
            self._look_for_popup.start()

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is self._focus_window:
            return
        if self._focus_window is not self._popup_window:
            self._remove(self._focus_window)
        self._focus_window = window
        if window is not None:
            window.installEventFilter(self._filter)

    def _on_popup_possible(self) -> None:
        popup = QApplication.activePopupWidget()
        window = popup.window().windowHandle() if popup is not None else None
        if window is None or window is self._popup_window:
            return
        if self._popup_window is not self._focus_window:
            self._remove(self._popup_window)
        self._popup_window = window
        window.installEventFilter(self._filter)

    def _remove(self, window: QWindow | None) -> None:
        if window is not None and shiboken6.isValid(window):
            window.removeEventFilter(self._filter)
