"""Looks how a batch agrees with its delivery note, beside the window. One look at a time; of those asked for the last."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ztdesk.ui.ports import NoteDifference, NoteReader

if TYPE_CHECKING:
    from ztdesk.background.task import Task


class NoteLook(QObject):
    """`looked` with the batch's id and its NoteDifference, `failed` with a StoreFailure."""

    looked = Signal(int, object)
    failed = Signal(object)

    def __init__(self, notes: NoteReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._task: Task | None = None
        self._looking_at: int | None = None
        self._wanted: int | None = None
        self._is_due = False

    def begin(self, batch_id: int) -> None:
        """Look at this batch, again when a look is under way: it may have missed what was scanned since."""
        self._wanted = batch_id
        self._is_due = True
        self._go_on()

    def drop(self) -> None:
        """Nobody wants to know any more."""
        self._wanted = None
        self._is_due = False

    def _go_on(self) -> None:
        if self._task is not None or not self._is_due or self._wanted is None:
            return
        self._is_due = False
        self._looking_at = self._wanted
        self._task = task = self._notes.outline(self._wanted)
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)

    def _on_finished(self, difference: NoteDifference) -> None:
        if self._looking_at == self._wanted:
            self.looked.emit(self._looking_at, difference)

    def _on_failed(self, error: object) -> None:
        if self._looking_at == self._wanted:
            self.failed.emit(error)

    def _on_ended(self) -> None:
        self._task = None
        self._go_on()
