"""What a person sees of a bug: one calm dialog with a copy button, also for bugs in slots and threads.

The text goes to the log first. Knows nothing of what failed.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Catches what nothing else caught, from `install()` to `close()`; shows one dialog at a time."""

    _caught = Signal(str)

    def __init__(self, window: QWidget | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dialog: QDialog | None = None
        self._old_hooks = (sys.excepthook, threading.excepthook)
        # Queued, so that a bug in a thread is shown by the window's own.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def report(self, error: BaseException) -> None:
        """Tell of a bug that was caught where nothing could be told."""
        self._on_exception(type(error), error, error.__traceback__)

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._old_hooks

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _log.error("a bug:\n%s", report)
        self._caught.emit(report)

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._on_exception(hook.exc_type, hook.exc_value, hook.exc_traceback)

    def _on_caught(self, report: str) -> None:
        if self._dialog is None:
            from ztdesk.ui.crash_dialog import CrashDialog  # late: hardly ever needed

            self._dialog = CrashDialog(report, self._window)
            self._dialog.finished.connect(self._on_finished)
            self._dialog.show()

    def _on_finished(self) -> None:
        self._dialog = None
