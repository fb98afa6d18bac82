"""What a packer does with the batch at hand besides scanning: open, change, undo, remove, type, queue.

Asks where it must and tells what came of it; shows nothing but dialogs.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ztdesk.domain.batch import BatchDraft, Item
from ztdesk.domain.commands import Verb
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text, text
from ztdesk.domain.verdict import Verdict
from ztdesk.ui.ports import BatchReader, CustomerReader, Desk, Notes, Station
from ztdesk.ui.scan.card_dialog import CardDialog
from ztdesk.ui.scan.dialog_slot import DialogSlot
from ztdesk.ui.scan.queueing import BatchQueueing, ShowQuestion
from ztdesk.ui.theme import Theme

if TYPE_CHECKING:
    from ztdesk.background.task import Task
    from ztdesk.ui.scan.batch_dialog import BatchDialog
    from ztdesk.ui.scan.number_dialog import NumberDialog
    from ztdesk.ui.scan.question import Question

Take = Callable[[str], Verdict]


class CardFate(Enum):
    """What an open dialog makes of a card."""

    BUSY = "busy"
    ANSWERED = "answered"
    TO_BE_RUN = "to be run"


class ScanCommands(QObject):
    """`chosen` with the id of the batch to scan into, `changed` when the one at hand was changed, `removed` with the
    items taken out (none of them when a box that was begun was dropped), `queued` with the batch as it was, `failed` with
    title and hint, `halted` with the same where nothing may be queued at the moment, `customers_wanted` to fetch them,
    `opened` and `closed` with a dialog, `went_on` when the batch was not queued after all.
    """

    chosen = Signal(int)
    changed = Signal()
    removed = Signal(object)
    queued = Signal(object)
    opened = Signal()
    closed = Signal()
    went_on = Signal()
    failed = Signal(object, object)
    halted = Signal(object, object)
    customers_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        *,
        station: Station,
        desk: Desk,
        batches: BatchReader,
        customers: CustomerReader,
        take: Take,
        take_quietly: Take,
        notes: Notes,
    ) -> None:
        super().__init__(owner)
        self._theme = theme
        self._station = station
        self._desk = desk
        self._batches = batches
        self._customers = customers
        self._take = take
        self._take_quietly = take_quietly
        self._notes = notes
        self._slot = DialogSlot(owner)
        self._batch_dialog: BatchDialog | None = None
        self._number_dialog: NumberDialog | None = None
        self._slot.opened.connect(self.opened)
        self._slot.closed.connect(self.closed)
        self._asked_elsewhere: Question | None = None
        self._queueing = BatchQueueing(theme, station, desk, notes, self._slot.show, self, read=batches.get)
        self._queueing.halted.connect(self.halted)
        self._queueing.queued.connect(self.queued)
        self._queueing.left.connect(self.went_on)
        self._queueing.refused.connect(self._on_queue_refused)
        self._queueing.failed.connect(self._fail)

    @property
    def dialog(self) -> QDialog | None:
        """The open dialog."""
        return self._slot.dialog

    @property
    def batch_dialog(self) -> "BatchDialog | None":
        """The open dialog, when it is the one that asks for customer and batch."""
        return self._batch_dialog if self._slot.dialog is self._batch_dialog else None

    @property
    def number_dialog(self) -> "NumberDialog | None":
        """The open dialog, when it is the one that numbers are typed into."""
        return self._number_dialog if self._slot.dialog is self._number_dialog else None

    def on_customers_changed(self) -> None:
        """Other customers are kept now, or the same ones were fetched again."""
        if self.batch_dialog is not None:
            self.batch_dialog.show_customers()

    def on_customers_failed(self, title: Text, hint: Text) -> None:
        """The customers that were asked for do not come."""
        if self.batch_dialog is not None:
            self.batch_dialog.say_not_fetched(title, hint)

    @property
    def is_busy(self) -> bool:
        """Whether a dialog waits for an answer that a scan must not run past."""
        return self._asked_elsewhere is not None or (self._slot.dialog is not None and self.number_dialog is None)

    def show(self, dialog: QDialog) -> None:
        """Open a dialog of another's that scans must not run past either."""
        self._slot.show(dialog)

    def choose_batch(self) -> None:
        """Ask for whom the next batch is, or which open one to go on with."""
        self._open_dialog(change=False)

    def change_batch(self) -> None:
        """Ask what is to be changed about the batch at hand, which may also be another one."""
        self._open_dialog(change=self._station.batch is not None)

    def open_same_again(self, draft: BatchDraft) -> None:
        """Open the next batch for the customer of `draft`, with its maker and model and without its order."""
        try:
            batch = self._desk.open(replace(draft, order_number="", expected_count=0))
        except StoreFailure as error:
            self._fail(error)
            return
        self.chosen.emit(batch.id)

    def type_number(self) -> None:
        """Let numbers be typed or pasted."""
        batch = self._station.batch
        if batch is None:
            return
        from ztdesk.ui.scan.number_dialog import NumberDialog  # late: the first paint needs no dialog

        self._number_dialog = NumberDialog(
            self._theme, take=self._take, take_quietly=self._take_quietly, takes_serials=batch.draft.takes_serials
        )
        self._slot.show(self._number_dialog)

    def undo(self) -> bool:
        """Take out what came in last, or drop the box that was begun; False when there is nothing."""
        try:
            items = self._station.undo_last()
        except StoreFailure as error:
            self._fail(error)
            return True
        if items is not None:
            self.removed.emit(items)
        return items is not None

    def answer_by_card(self, verb: Verb) -> CardFate:
        """Let a scanned card answer what is open, or put it away where the card says more than it asks."""
        dialog = self._slot.dialog
        if isinstance(dialog, CardDialog):
            return CardFate.ANSWERED if dialog.answer_by_card(verb) else CardFate.BUSY
        dialog_asks = self.batch_dialog is not None and not self.batch_dialog.is_changing
        if dialog_asks and self.batch_dialog is not None and verb in {Verb.CUSTOMER, Verb.OPERATOR}:
            self.batch_dialog.reject()
            return CardFate.TO_BE_RUN
        return CardFate.BUSY

    def ask_to_remove(self, items: Sequence[Item]) -> None:
        """Take these devices out, after asking."""
        from ztdesk.ui.scan.question import Question  # late: the first paint needs no dialog

        first = items[0]
        if len(items) == 1:
            words = self.tr("Remove number {position}, {number}?")
            title = words.format(position=first.position, number=first.identifier.shown())
        else:
            title = self.tr("Remove %n devices?", "", len(items))
        question = Question(
            self._theme,
            title,
            self.tr("They are taken out of this batch and can be scanned again, here or elsewhere.")
            if len(items) > 1
            else self.tr("It is taken out of this batch and can be scanned again, here or elsewhere."),
            yes=self.tr("Remove"),
            no=self.tr("Keep"),
            parent=None,
        )
        question.confirmed.connect(lambda: self._remove(items))
        self._slot.show(question)

    def queue(self) -> None:
        """Hand the batch at hand to the outbox."""
        batch = self._station.batch
        if batch is None:
            return
        self._queueing.begin(batch)

    def queueing_elsewhere(self, show: ShowQuestion, parent: QObject) -> BatchQueueing:
        """The same way to queue a batch for another page, which shows the question itself; no card answers it there.

        While it is open no scan is taken here: the batch it tells the count of may be the one at hand.
        """

        def show_alone(question: "Question") -> None:
            show(question)
            self._asked_elsewhere = question
            question.finished.connect(self._on_answered_elsewhere)
            self.opened.emit()

        return BatchQueueing(
            self._theme,
            self._station,
            self._desk,
            self._notes,
            show_alone,
            parent,
            read=self._batches.get,
            by_card=False,
        )

    def show_note(self) -> None:
        """Show the delivery note of the batch at hand, or let one be chosen; over its form where that is open."""
        batch = self._station.batch
        if batch is None:
            return
        from ztdesk.ui.scan.note_dialog import NoteDialog  # late: the first paint needs no dialog

        form = self.batch_dialog
        dialog = NoteDialog(self._theme, self._notes, batch, form)
        dialog.changed.connect(self.changed)
        dialog.left.connect(self._on_note_left)
        if form is None:
            self._slot.show(dialog)
            return
        dialog.changed.connect(form.show_note)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_note_left(self, task: "Task") -> None:
        task.finished.connect(self._on_note_kept)
        task.failed.connect(self._fail)

    def _on_note_kept(self, difference: object) -> None:
        if difference is not None:
            self.changed.emit()
            if self.batch_dialog is not None:
                self.batch_dialog.show_note()

    def _open_dialog(self, *, change: bool) -> None:
        from ztdesk.ui.scan.batch_dialog import BatchDialog  # late: the first paint needs no dialog

        dialog = self._batch_dialog = BatchDialog(
            self._theme,
            desk=self._desk,
            batches=self._batches,
            customers=self._customers,
            current=self._station.batch,
            change=change,
        )
        dialog.chosen.connect(self.chosen)
        dialog.changed.connect(self._on_changed)
        dialog.fetch_asked.connect(self.customers_wanted)
        dialog.note_asked.connect(self.show_note)
        self._slot.show(dialog)

    def _on_answered_elsewhere(self) -> None:
        self._asked_elsewhere = None
        self.closed.emit()

    def _remove(self, items: Sequence[Item]) -> None:
        try:
            gone = self._station.remove_all([item.id for item in items])
        except StoreFailure as error:
            self._fail(error)
            return
        if gone:
            self.removed.emit(gone)

    def _fail(self, error: StoreFailure) -> None:
        self.failed.emit(error.title, error.hint)

    def _on_changed(self, _batch_id: int) -> None:
        self.changed.emit()

    def _on_queue_refused(self) -> None:
        self.failed.emit(text("Batch is not open any more"), text("Nothing was queued. Choose a batch to go on with."))
        self.changed.emit()
