"""The batch at hand as the scan page lays it out: its head, the panel with the count, its devices, what can be done.

Shows what it is given; takes no scan and does nothing with a batch.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.ports import ItemReader, NoteDifference, Notes
from ztdesk.ui.scan.action_bar import ActionBar
from ztdesk.ui.scan.batch_head import BatchHead
from ztdesk.ui.scan.choice_bar import ChoiceBar
from ztdesk.ui.scan.note_look import NoteLook
from ztdesk.ui.scan.scan_list import ScanList
from ztdesk.ui.scan.start_card import StartCard
from ztdesk.ui.scan.verdict_panel import VerdictPanel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_START, _LIST = 0, 1
_LOW = 500
_COUNT_AFTER_MS = 150
_PANEL_LEAST = 360, 176
_PANEL_ASKED = 360, 96
_MARGINS = (Space.EDGE, Space.GAP, Space.EDGE, Space.INSET)


class BatchView(QWidget):
    """Shows one batch, or what comes next while there is none."""

    def __init__(
        self, theme: Theme, items: ItemReader, notes: Notes, clock: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._batch_id: int | None = None
        self._look = NoteLook(notes, self)
        self._look.looked.connect(self._on_looked)  # where it fails, the next scan says what is wrong with the disk
        self._noted: int | None = None
        # Counting takes longer the longer the note is: after the verdict was shown and heard, once for many scans.
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._count_note)
        self._focus_is_due = True  # a batch was chosen or ended while nobody saw the page
        self.head = BatchHead(theme, self)
        self.banner = Banner(theme, self)
        self.panel = VerdictPanel(theme, self)
        self.choices = ChoiceBar(theme, self)
        self.list = ScanList(theme, items, clock, self)
        self.start = StartCard(theme, self)
        self.bar = ActionBar(theme, self)
        self.choices.asked.connect(self._fit)
        self.panel.hold_changed.connect(self._fit)
        self._right = QStackedLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_batch(self, batch: Batch | None, queued: Batch | None) -> None:
        """Show `batch`, or without one what comes after `queued`. Raises StoreFailure when its devices stay unread."""
        self.head.show_batch(batch)
        if batch is None and queued is not None:
            self.start.show_again(queued.draft)
        elif batch is None:
            self.start.show_first()
        self._right.setCurrentIndex(_START if batch is None else _LIST)
        self.show_count(batch)
        batch_id = batch.id if batch is not None else None
        if batch_id != self._batch_id:
            self._batch_id = batch_id
            self._focus_is_due = True
        self._settle_focus()
        self.list.show_batch(batch_id)

    def show_count(self, batch: Batch | None) -> None:
        """How many devices the batch at hand holds by now; with a delivery note, how many of those on it."""
        self.bar.show_count(batch.total if batch is not None else None)
        before, self._noted = self._noted, batch.id if batch is not None and batch.has_note else None
        if batch is None:
            self.panel.hide_count()
        elif self._noted is None:
            self.panel.set_count(batch.total, batch.draft.expected_count or None)
        elif self._noted != before:
            self.head.note_counts.setText("")  # of the batch before
            self.panel.set_count(batch.total, batch.draft.expected_count or None)
            self._look.begin(self._noted)
        elif not self._counting.isActive():
            self._counting.start()
        if self._noted is None:
            self._look.drop()
            self.list.mark_unexpected(frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it is needed, once."""
        super().showEvent(event)
        self._counting.start()
        self._settle_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the panel and the list need the room more than the page's edges do."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < _LOW
        # There an answer that is wanted takes the place of what can wait; the function keys still do it.
        is_asked = not self.choices.isHidden()
        self.bar.setVisible(not (low and (is_asked or self.panel.face.held)))
        self.panel.setMinimumSize(*(_PANEL_ASKED if low and is_asked else _PANEL_LEAST))
        self.choices.set_low(low=low)
        self.head.set_low(low=low)
        self.bar.set_low(low=low)
        self.list.sightings.note.set_low(low=low)
        self._column.setSpacing(Space.UNIT if low else Space.GAP)
        margins = (Space.GAP, Space.UNIT, Space.GAP, Space.UNIT) if low else _MARGINS
        self._column.setContentsMargins(*margins)

    def _count_note(self) -> None:
        if self._noted is not None and self.isVisible():
            self._look.begin(self._noted)

    def _on_looked(self, batch_id: int, difference: NoteDifference) -> None:
        if batch_id != self._noted:
            return
        counts = difference.counts
        self.head.show_note(counts)
        # What is not on the note brings the batch no nearer to it.
        self.panel.set_count(counts.found, counts.expected)
        self.list.mark_unexpected(difference.unexpected_ids)

    def _settle_focus(self) -> None:
        """Let Enter do what comes next while there is no batch, and nothing at all while there is one."""
        if self._focus_is_due and self.isVisible():
            self._focus_is_due = False
            (self.start.primary() if self._batch_id is None else self.panel).setFocus()

    def _lay_out(self) -> None:
        for widget in (self.start, self.list):
            self._right.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(Space.GAP)
        middle.addWidget(self.panel, 11)
        middle.addLayout(self._right, 10)
        column = self._column
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(Space.GAP)
        column.addWidget(self.head)
        column.addWidget(self.banner)
        column.addWidget(self.list.sightings.note)
        column.addLayout(middle, 1)
        column.addWidget(self.choices)
        column.addWidget(self.bar)
