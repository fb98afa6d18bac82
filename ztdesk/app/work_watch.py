"""Watches the batches that wait for verdicts: keeps the status line current, and lets it be heard when one has ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ztdesk.domain.batch import ShownState
from ztdesk.domain.errors import ZtdeskError
from ztdesk.store.batches import Batches
from ztdesk.ui.feedback import Sound
from ztdesk.ui.status import StatusLine

_TOGETHER_MS = 250
"""What the sync tells comes in bursts, and the line need not follow every one."""
_AGAIN_MS = 1000
"""The time that is left goes on running between two answers of the service."""


class WorkWatch(QObject):
    """`trouble(ZtdeskError)` when the batches cannot be read."""

    trouble = Signal(object)

    def __init__(
        self,
        batches: Batches,
        line: StatusLine,
        play: Callable[[Sound], None],
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._batches = batches
        self._line = line
        self._play = play
        self._clock = clock
        self._running: set[int] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Something changed."""
        if not self._timer.isActive() or self._timer.remainingTime() > _TOGETHER_MS:
            self._timer.start(_TOGETHER_MS)

    def look(self) -> None:
        """Read what runs, and tell of it."""
        try:
            summaries = self._batches.running()
            running = {summary.batch.id for summary in summaries}
            ended = [self._batches.summary(batch_id).shown for batch_id in self._running - running]
        except ZtdeskError as error:
            self.trouble.emit(error)
            return
        self._running = running
        self._line.show_work(summaries, self._clock())
        if ShownState.DONE_WITH_FAILURES in ended or ShownState.NEEDS_ATTENTION in ended:
            self._play(Sound.FAILED)
        elif ShownState.DONE in ended:
            self._play(Sound.BATCH_DONE)
        if running:
            self._timer.start(_AGAIN_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
