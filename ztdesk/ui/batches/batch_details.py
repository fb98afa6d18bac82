"""The right side of the page: one batch with its head, its devices and its operations."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.batch import BatchSummary
from ztdesk.ui.batches.batch_head import BatchHead
from ztdesk.ui.batches.device_table import DeviceTable
from ztdesk.ui.batches.note_line import NoteSummary
from ztdesk.ui.batches.operations_line import OperationsLine
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.card import Card
from ztdesk.ui.ports import ItemReader, NoteReader
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_LOW = 440


class BatchDetails(QWidget):
    """Shows one batch. `notice` speaks about what was just asked."""

    def __init__(
        self,
        theme: Theme,
        items: ItemReader,
        clock: Callable[[], float],
        parent: QWidget | None = None,
        *,
        notes: NoteReader | None = None,
    ) -> None:
        super().__init__(parent)
        self._summary: BatchSummary | None = None
        self.head = BatchHead(theme, clock, self)
        self.note = NoteSummary(notes, self)
        self.notice = Banner(theme, self)
        self.devices = DeviceTable(theme, items, self)
        self.operations = OperationsLine(theme, self)
        self.devices.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.note.marked.connect(self.devices.mark_unexpected)
        self.devices.model().modelReset.connect(self._on_selection_changed)
        card = Card(theme, 0, self)
        card.column.setContentsMargins(1, Space.UNIT, 1, Space.UNIT)
        card.column.addWidget(self.devices, 1)
        card.column.addWidget(self.operations)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GAP)
        for widget in (self.head, self.note, self.notice):
            column.addWidget(widget)
        column.addWidget(card, 1)

    @property
    def summary(self) -> BatchSummary | None:
        """The batch shown."""
        return self._summary

    def show_batch(self, summary: BatchSummary) -> None:
        """Show another batch, or the same one as it is now. Raises StoreFailure."""
        before, self._summary = self._summary, summary
        if before is None or _seen_in_note(before) != _seen_in_note(summary):
            self.note.show_batch(summary.batch.id, has_note=summary.batch.has_note)
        if before is None or before.batch.id != summary.batch.id:
            self.notice.clear()
            self.devices.show_batch(summary)
        elif _seen_in_rows(before) != _seen_in_rows(summary):
            self.devices.reload(summary)
        self.head.show_batch(summary)
        self._on_selection_changed()
        self._show_operations()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the devices have the room of what only Google's support asks for."""
        super().resizeEvent(event)
        self._column.setSpacing(Space.UNIT // 2 if self.height() < _LOW else Space.GAP)
        self._show_operations()

    def _show_operations(self) -> None:
        names = self._summary.operations if self._summary is not None and self.height() >= _LOW else ()
        self.operations.show_names(names)

    def _on_selection_changed(self) -> None:
        needs_person = self._summary is not None and self._summary.open_failures > 0
        self.head.allow_copying(self.devices.selectionModel().hasSelection() or needs_person)


def _seen_in_note(summary: BatchSummary) -> tuple[object, ...]:
    batch = summary.batch
    return batch.id, batch.has_note, batch.draft.expected_count, batch.state, summary.counts.total


def _seen_in_rows(summary: BatchSummary) -> tuple[object, ...]:
    return summary.counts, summary.retried, summary.batch.state
