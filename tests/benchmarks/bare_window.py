"""The floor of a start: the least PySide6 window, which says when it was painted first, and ends. Run as a program."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class _FirstPaint(QObject):
    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._told = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and not self._told:
            self._told = True
            # When the event loop comes round, the paint is done.
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        print("READY", flush=True)
        self._app.quit()


def main() -> int:
    """Open the window and stay until it was painted."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    window.setCentralWidget(QLabel("READY TO SCAN"))
    watch = _FirstPaint(app)
    window.installEventFilter(watch)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
