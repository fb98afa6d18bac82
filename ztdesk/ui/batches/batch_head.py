"""The head of a batch: whose it is, how it stands in words, when and where, and what can be done with it.

Decides by a batch's state which buttons there are; does none of it itself.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import BatchState, BatchSummary, ShownState
from ztdesk.domain.text import counted, text
from ztdesk.ui.batches.batch_card import counts_words
from ztdesk.ui.batches.moments import shown_time
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words

_WIDE = 720
_ICONS_BELOW = 600


class BatchHead(QWidget):
    """Shows one batch. Each signal is a button pressed."""

    retry_wanted = Signal()
    queue_wanted = Signal()
    scan_wanted = Signal()
    give_up_wanted = Signal()
    export_wanted = Signal()
    copy_wanted = Signal()
    manifest_wanted = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._narrow = False
        self._can_print = True
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self.name = ElidedLabel("", "page", self)
        self.about = ElidedLabel("", "muted", self)
        self.history = ElidedLabel("", "small", self)
        self.export = Button(theme, self.tr("Export …"), Icon.EXPORT, parent=self)
        self.copy = Button(theme, self.tr("Copy"), Icon.COPY, quiet=True, parent=self)
        self.manifest = Button(theme, self.tr("Manifest …"), Icon.BATCHES, quiet=True, parent=self)
        self.give_up = Button(theme, self.tr("Give up batch …"), quiet=True, parent=self)
        self.go_on = Button(theme, self.tr("Go on scanning"), parent=self)
        self.retry = PrimaryButton(theme, parent=self)
        self.queue = PrimaryButton(theme, parent=self)
        self.export.setToolTip(self.tr("Save all devices of this batch as a file for a spreadsheet (Ctrl+E)"))
        self.manifest.setToolTip(
            self.tr("Print every device of this batch with its barcode, or save it as a PDF (Ctrl+P)")
        )
        self.copy.setToolTip(self.tr("Copy the selected devices, or those that need you"))
        for button, wanted in (
            (self.export, self.export_wanted),
            (self.copy, self.copy_wanted),
            (self.manifest, self.manifest_wanted),
            (self.give_up, self.give_up_wanted),
            (self.go_on, self.scan_wanted),
            (self.retry, self.retry_wanted),
            (self.queue, self.queue_wanted),
        ):
            button.clicked.connect(wanted)
        self._lay_out()

    def show_batch(self, summary: BatchSummary) -> None:
        """Show this batch and what can be done with it."""
        draft, batch, counts = summary.batch.draft, summary.batch, summary.counts
        self.name.setText(draft.customer_name or draft.customer_id)
        what = counts_words(summary)
        # What comes first is cut last.
        if draft.order_number:
            about = text(
                "{counts} · Order {order} · Customer {id}", id=draft.customer_id, order=draft.order_number, counts=what
            )
        else:
            about = text("{counts} · Customer {id}", id=draft.customer_id, counts=what)
        self.about.setText(words(about))
        self.history.setText(self._history(summary))
        is_open = batch.state is BatchState.OPEN
        unsent = summary.shown is ShownState.QUEUED and not summary.operations
        self.retry.setText(words(counted("Retry {count} devices", "Retry {count} device", summary.open_failures)))
        self.queue.setText(words(counted("Queue {count} devices", "Queue {count} device", counts.total)))
        for button, there in (
            (self.retry, summary.open_failures > 0),
            (self.queue, is_open and bool(counts.total)),
            (self.go_on, is_open),
            (self.give_up, is_open or unsent),
            (self.export, bool(counts.total)),
            (self.copy, bool(counts.total)),
            (self.manifest, bool(counts.total) and self._can_print),
        ):
            button.setVisible(there)
        self._fit()

    def offer_manifest(self, *, offered: bool) -> None:
        """Whether manifests can be printed."""
        self._can_print = offered
        self.manifest.setVisible(offered)

    def allow_copying(self, allowed: bool) -> None:
        """Whether there is anything to copy: devices that are selected, or that need a person."""
        self.copy.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen buttons shrink to their icons, and a name that would be cut has a line of its own."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _WIDE
        for button in (self.export, self.copy, self.manifest):
            button.shrink(to_icon=self.width() < _ICONS_BELOW)
        if narrow is not self._narrow:
            self._narrow = narrow
            home, away = (self._column, self._lines) if narrow else (self._lines, self._column)
            for place, line in enumerate((self.about, self.history), start=1):
                away.removeWidget(line)
                home.insertWidget(place, line)
        seen = [one for one in (self.export, self.go_on, self.retry, self.queue) if not one.isHidden()]
        for widget in (*seen, self.name):
            widget.ensurePolished()  # or its size is not its own yet
        needed = sum(one.sizeHint().width() + Space.GAP for one in seen)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        fits = self.width() - needed >= self.name.sizeHint().width()
        self._first.setDirection(beside if fits else below)

    @property
    def can_give_up(self) -> bool:
        """Whether the batch shown can be given up, as far as it is known here."""
        return not self.give_up.isHidden()

    def primary(self) -> PrimaryButton | None:
        """The one thing to do next, when there is one."""
        return next((button for button in (self.retry, self.queue) if not button.isHidden()), None)

    def press_primary(self) -> None:
        """As if the one thing to do next was clicked."""
        button = self.primary()
        if button is not None and button.isVisible():
            button.click()

    def _history(self, summary: BatchSummary) -> str:
        batch, now = summary.batch, self._clock()
        opened = shown_time(batch.opened_at, now)
        if batch.closed_at is None:
            said = text("Batch {id} · opened at {opened}", id=batch.id, opened=opened)
        else:
            closed = shown_time(batch.closed_at, now)
            if batch.state is BatchState.CANCELLED:
                said = text(
                    "Batch {id} · opened at {opened}, given up at {closed}", id=batch.id, opened=opened, closed=closed
                )
            else:
                said = text(
                    "Batch {id} · opened at {opened}, queued at {closed}", id=batch.id, opened=opened, closed=closed
                )
        if batch.station:
            said = text("{what} · {station}", what=said, station=batch.station)
        if batch.operator:
            said = text("{what} · {operator}", what=said, operator=batch.operator)
        return words(said)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.GAP)
        buttons.addStretch()
        for button in (self.export, self.go_on, self.retry, self.queue):
            buttons.addWidget(button)
        self._first.setSpacing(Space.UNIT)
        self._first.addWidget(self.name, 1)
        self._first.addLayout(buttons)
        lines = self._lines
        lines.setSpacing(2)
        lines.addStretch()
        lines.addWidget(self.about)
        lines.addWidget(self.history)
        lines.addStretch()
        second = QHBoxLayout()
        second.setSpacing(0)
        second.addLayout(lines, 1)
        # Copying is always at the end: what gives a batch up must not stand where another batch has something harmless.
        second.addWidget(self.give_up)
        second.addWidget(self.manifest)
        second.addWidget(self.copy)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT)
        column.addLayout(self._first)
        column.addLayout(second)
