"""Hands a batch to the outbox, after asking when it differs from the expected count or from its delivery note.

Every page queues by this, so that none does it while the station is locked or a box is not finished.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ztdesk.domain import halts
from ztdesk.domain.batch import Batch, BatchState
from ztdesk.domain.commands import Verb
from ztdesk.domain.errors import Refused, StoreFailure
from ztdesk.domain.note_words import difference_lines, difference_title
from ztdesk.domain.text import Text, counted
from ztdesk.ui.ports import Desk, NoteDifference, NoteReader, Station
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import grouped, words

if TYPE_CHECKING:
    from ztdesk.background.task import Task
    from ztdesk.ui.scan.question import Question

ShowQuestion = Callable[["Question"], None]


class BatchQueueing(QObject):
    """`queued` with the batch as it was, `refused` when it was no longer open, `failed` with a StoreFailure.

    `left` when a person would rather go on scanning; `halted` with title and hint when the station, which has this batch at
    hand, takes nothing at the moment or lacks a code of a box.
    """

    queued = Signal(object)
    left = Signal()
    refused = Signal()
    failed = Signal(object)
    halted = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        station: Station,
        desk: Desk,
        notes: NoteReader,
        show: ShowQuestion,
        parent: QObject | None = None,
        *,
        read: Callable[[int], Batch],
        by_card: bool = True,
    ) -> None:
        """`show` opens the question; with `by_card` the QUEUE card can answer it, too.

        `read` gives a batch as it is now; it raises KeyError and StoreFailure.
        """
        super().__init__(parent)
        self._theme = theme
        self._station = station
        self._by_card = by_card
        self._desk = desk
        self._notes = notes
        self._show = show
        self._read = read
        self._task: Task | None = None
        self._compared: Batch | None = None
        self._has_changed = False

    def begin(self, batch: Batch) -> None:
        """Queue `batch` when nothing speaks against it: at once, or where it has a delivery note when that is compared."""
        self._consider(batch, changed=False)

    def _consider(self, batch: Batch, *, changed: bool) -> None:
        """With `changed` a person was asked about another count of devices, and is asked again in any case."""
        halt = self._halt(batch)
        if halt is not None:
            self.halted.emit(*halt)
            return
        expected = batch.draft.expected_count
        if not batch.total:
            return
        if batch.has_note:
            self._consider_note(batch, changed=changed)
        elif expected and batch.total != expected:
            title, hint = self._counts(batch.total, expected), self._what_it_means(batch.total, expected)
            self._ask(batch, title, hint, changed=changed)
        else:
            self._agree(batch, changed=changed)

    def _agree(self, batch: Batch, *, changed: bool) -> None:
        if changed:
            self._ask(
                batch, words(counted("Queue {count} devices?", "Queue {count} device?", batch.total)), "", changed=True
            )
        else:
            self._queue(batch)

    def _halt(self, batch: Batch) -> tuple[Text, Text] | None:
        at_hand = self._station.batch
        if at_hand is None or at_hand.id != batch.id:
            return None
        if self._station.is_locked:
            return halts.LOCKED_TO_QUEUE
        if self._station.must_confirm:
            return halts.confirm_to_queue(batch)
        return halts.BOX_NOT_FINISHED if self._station.is_box_begun else None

    def _consider_note(self, batch: Batch, *, changed: bool) -> None:
        """Beside the window; one that is asked for while another is compared is left."""
        if self._task is not None:
            return
        self._compared, self._has_changed = batch, changed
        self._task = task = self._notes.outline(batch.id)
        task.finished.connect(self._on_compared)
        task.failed.connect(self.failed)
        task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._task = None

    def _on_compared(self, difference: NoteDifference) -> None:
        compared, changed = self._compared, self._has_changed
        batch = self._read_again(compared) if compared is not None else None
        if compared is None or batch is None:
            return
        if _seen_in_question(batch) != _seen_in_question(compared):  # it was scanned on meanwhile
            QTimer.singleShot(0, self, lambda: self._consider(batch, changed=changed))
            return
        halt = self._halt(batch)
        if halt is not None:
            self.halted.emit(*halt)
        elif difference.counts.agrees:
            self._agree(batch, changed=changed)
        else:
            lines = map(words, difference_lines(difference.counts, *difference.named()))
            self._ask(batch, words(difference_title(difference.counts)), "\n".join(lines), changed=changed)

    def _ask(self, batch: Batch, title: str, hint: str, *, changed: bool) -> None:
        from ztdesk.ui.scan.question import Question  # late: the first paint needs no dialog

        if changed:
            since = self.tr("Devices were scanned or taken out since you were asked, and nothing was queued.")
            hint = f"{since}\n{hint}".strip()
        question = Question(
            self._theme,
            title,
            hint,
            yes=words(counted("Queue {count} devices", "Queue {count} device", batch.total)),
            no=self.tr("Go on scanning") if self._by_card else self.tr("Keep it open"),
            parent=None,
            yes_card=Verb.QUEUE if self._by_card else None,
        )
        question.confirmed.connect(lambda: self._on_confirmed(batch))
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
            done = self._desk.queue(batch.id, batch.total)
        except (StoreFailure, Refused) as error:
            self.failed.emit(error)
            return
        if done:
            self.queued.emit(batch)
        else:
            self._on_not_queued(batch)

    def _on_confirmed(self, asked: Batch) -> None:
        """The question may have stood for long: look again whether it was this batch that is queued now."""
        batch = self._read_again(asked)
        if batch is None:
            return
        if _seen_in_question(batch) != _seen_in_question(asked):
            self._ask_again(batch)
            return
        halt = self._halt(batch)
        if halt is not None:
            self.halted.emit(*halt)
        else:
            self._queue(batch)

    def _on_not_queued(self, asked: Batch) -> None:
        batch = self._read_again(asked)
        if batch is None:
            return
        if batch.total != asked.total:
            self._ask_again(batch)
        else:
            self.refused.emit()

    def _ask_again(self, batch: Batch) -> None:
        # When the question that was just answered is gone.
        QTimer.singleShot(0, self, lambda: self._consider(batch, changed=True))

    def _read_again(self, asked: Batch) -> Batch | None:
        """The batch as it is now; None, and that is told, when it is not open any more or cannot be read."""
        try:
            batch = self._read(asked.id)
        except StoreFailure as error:
            self.failed.emit(error)
            return None
        except KeyError:
            batch = None
        if batch is None or batch.state is not BatchState.OPEN:
            self.refused.emit()
            return None
        return batch


def _seen_in_question(batch: Batch) -> tuple[object, ...]:
    return batch.total, batch.has_note, batch.draft.expected_count
