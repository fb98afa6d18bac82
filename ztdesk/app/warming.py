"""Loads after the first paint what the first scan, the first question or the first row would otherwise wait for.

A piece at a time, so that a scan that comes meanwhile waits for one piece at most. Without it everything works the same.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

Piece = Callable[[], object]


class Warming(QObject):
    """Does the pieces, one each time the event loop comes round, from `begin()` to `stop()` or the last; then `done`."""

    done = Signal()

    def __init__(self, pieces: Sequence[Piece], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = list(pieces)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """The window has appeared."""
        self._timer.start()

    def stop(self) -> None:
        """Load nothing more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._pieces:
            self._pieces.pop(0)()
        if not self._pieces:
            self._timer.stop()
            self.done.emit()


def pieces(app: QApplication) -> tuple[Piece, ...]:
    """What is worth loading early for `app`, the soonest needed first."""
    # The style's class takes a while to make, which no row that is painted shall wait for.
    return _load_label_rules, app.style, _load_announcing, _load_dialogs, _load_readers


def _load_label_rules() -> None:
    from ztdesk.domain import label_rules  # late: as all here # noqa: F401


def _load_readers() -> None:
    from ztdesk.domain import label  # late: as all here

    label.warm()


def _load_announcing() -> None:
    from PySide6.QtGui import QAccessible  # late: as all here

    QAccessible.isActive()


def _load_dialogs() -> None:
    from ztdesk.ui.scan import batch_dialog, number_dialog, question  # late: as all here # noqa: F401
