"""Starts `ztdesk` as it is, says when its window was painted first and takes scans, and ends. Run as a program.

Stands in for `python -m ztdesk`: the same command line, read and obeyed by the same code. What it adds is one filter on
the finished window's events.
"""

import sys

from ztdesk.cli.main import main


def watched_main() -> int:
    """Open the window and stay until it takes scans; the program's exit status."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # late: as in the program, after the command line's own modules
    from PySide6.QtGui import QGuiApplication

    from ztdesk.app import run
    from ztdesk.app.desktop import Desktop

    class WatchedDesktop(Desktop):
        """Says READY once it was painted whole while the keys of a scan would be caught."""

        _told = False

        def start(self) -> None:
            super().start()
            self.window.installEventFilter(self)

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint:
                # When the event loop comes round, the paint is done.
                QTimer.singleShot(0, self, self._look)
            return False

        def _look(self) -> None:
            if self._told:
                return
            handle = self.window.windowHandle()
            if not self.capture.is_active or QGuiApplication.focusWindow() is not handle:
                QTimer.singleShot(0, self, self._look)
                return
            self._told = True
            print("READY", flush=True)
            QGuiApplication.quit()

    vars(run)["Desktop"] = WatchedDesktop
    return main()


if __name__ == "__main__":
    sys.exit(watched_main())
