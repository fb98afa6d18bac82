"""Hands the batch at hand to the outbox, after asking when it differs from the expected count or from its delivery note."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ztdesk.domain.batch import Batch
from ztdesk.domain.commands import Verb
from ztdesk.domain.errors import Refused, StoreFailure
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.text import counted
from ztdesk.ui.ports import Desk, Notes
from ztdesk.ui.scan.note_words import NAMED, difference_lines, difference_title
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import grouped, words

if TYPE_CHECKING:
    from ztdesk.ui.scan.question import Question

ShowQuestion = Callable[["Question"], None]


class BatchQueueing(QObject):
    """`queued` with the batch as it was, `refused` when it was no longer open, `failed` with a StoreFailure.

    `left` when a person would rather go on scanning.
    """

    queued = Signal(object)
    left = Signal()
    refused = Signal()
    failed = Signal(object)

    def __init__(
        self, theme: Theme, desk: Desk, notes: Notes, show: ShowQuestion, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._notes = notes
        self._show = show

    def begin(self, batch: Batch) -> None:
        """Queue `batch`, at once when nothing speaks against it."""
        expected = batch.draft.expected_count
        if not batch.total:
            return
        if batch.has_note:
            self._begin_with_note(batch)
        elif not expected or batch.total == expected:
            self._queue(batch)
        else:
            self._ask(batch, self._counts(batch.total, expected), self._what_it_means(batch.total, expected))

    def _begin_with_note(self, batch: Batch) -> None:
        try:
            counts = self._notes.counts(batch.id)
            missing = [group_imei(line.numbers[0]) for line in self._notes.missing(batch.id, NAMED)]
            unexpected = [item.identifier.shown() for item in self._notes.unexpected(batch.id, NAMED)]
        except StoreFailure as error:
            self.failed.emit(error)
            return
        if counts.agrees:
            self._queue(batch)
            return
        lines = map(words, difference_lines(counts, missing, unexpected))
        self._ask(batch, words(difference_title(counts)), "\n".join(lines))

    def _ask(self, batch: Batch, title: str, hint: str) -> None:
        from ztdesk.ui.scan.question import Question  # late: the first paint needs no dialog

        question = Question(
            self._theme,
            title,
            hint,
            yes=words(counted("Queue {count} devices", "Queue {count} device", batch.total)),
            no=self.tr("Go on scanning"),
            parent=None,
            yes_card=Verb.QUEUE,
        )
        question.confirmed.connect(lambda: self._queue(batch))
        question.rejected.connect(self.left)
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
        except (StoreFailure, Refused) as error:
            self.failed.emit(error)
            return
        if done:
            self.queued.emit(batch)
        else:
            self.refused.emit()
