"""Hands the batch at hand to the outbox, after asking when its count is not the expected one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ztdesk.domain.batch import Batch
from ztdesk.domain.commands import Verb
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import counted
from ztdesk.ui.ports import Desk
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import grouped, words

if TYPE_CHECKING:
    from ztdesk.ui.scan.question import Question

ShowQuestion = Callable[["Question"], None]


class BatchQueueing(QObject):
    """`queued` with the batch as it was, `refused` when it was no longer open, `failed` with a StoreFailure."""

    queued = Signal(object)
    refused = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, show: ShowQuestion, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._show = show

    def begin(self, batch: Batch) -> None:
        """Queue `batch`, at once when nothing speaks against it."""
        expected = batch.draft.expected_count
        if not batch.total:
            return
        if not expected or batch.total == expected:
            self._queue(batch)
            return
        from ztdesk.ui.scan.question import Question  # late: the first paint needs no dialog

        question = Question(
            self._theme,
            self._counts(batch.total, expected),
            self._what_it_means(batch.total, expected),
            yes=self.tr("Queue anyway"),
            no=self.tr("Go on scanning"),
            parent=None,
            yes_card=Verb.QUEUE,
        )
        question.confirmed.connect(lambda: self._queue(batch))
        self._show(question)

    def _counts(self, count: int, expected: int) -> str:
        return self.tr("{count} scanned, {expected} expected").format(count=grouped(count), expected=grouped(expected))

    def _what_it_means(self, count: int, expected: int) -> str:
        if count < expected:
            return words(
                counted(
                    "{count} devices are missing. A queued batch takes no more scans.",
                    "{count} device is missing. A queued batch takes no more scans.",
                    expected - count,
                )
            )
        return words(
            counted(
                "{count} devices are too many. A queued batch cannot be changed.",
                "{count} device is too many. A queued batch cannot be changed.",
                count - expected,
            )
        )

    def _queue(self, batch: Batch) -> None:
        try:
            done = self._desk.queue(batch.id)
        except StoreFailure as error:
            self.failed.emit(error)
            return
        if done:
            self.queued.emit(batch)
        else:
            self.refused.emit()
