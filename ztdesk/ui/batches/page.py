"""The page of all batches: what needs a person first, and beside it one batch with its devices.

Reads what changed, a little at a time, so that the window stays free while thousands of devices get their verdicts.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ztdesk.background.task import Task
from ztdesk.domain.batch import BatchSummary
from ztdesk.domain.connection import Connection
from ztdesk.domain.errors import ZtdeskError
from ztdesk.ui.batches.batch_commands import BatchCommands, Queueing
from ztdesk.ui.batches.batch_details import BatchDetails
from ztdesk.ui.batches.batch_list import BatchList
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.ports import BatchReader, Desk, ItemReader, NoteReader
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

if TYPE_CHECKING:
    from ztdesk.ui.printing.manifest_command import ManifestPress

_LIST_WIDE = 430
_LIST_LEAST = 288
_LIST_SHARE = 0.32
_LOW_PAGE = 480
_MARGINS = (Space.EDGE, Space.INSET, Space.EDGE, Space.INSET)
_GATHER_MS = 150
_REST = 20  # times as long as the reading took the window is left alone
_MOST_AT_ONCE_MS = 8


class BatchesPage(QWidget):
    """All batches of this PC. `export(batch_id, file)` starts writing a file and gives the task that does it;
    `queueing(show, parent)` gives what queues a batch as the scan page does, with `show` for its question.
    """

    attention_changed = Signal(int)  # batches with failed devices that nobody retried
    batch_queued = Signal(int)
    batch_given_up = Signal(int)
    scan_on = Signal(int)  # go on scanning this open batch

    def __init__(
        self,
        *,
        theme: Theme,
        desk: Desk,
        batches: BatchReader,
        items: ItemReader,
        clock: Callable[[], float],
        export: Callable[[int, Path], Task],
        queueing: Queueing,
        manifests: "ManifestPress | None" = None,
        notes: NoteReader | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._batches = batches
        self._attention = -1
        self._changed: dict[int, None] = {}  # ids in the order they were heard of
        self._gather_ms = _GATHER_MS
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._on_gather_timeout)
        self.list = BatchList(theme, clock, self)
        self.details = BatchDetails(theme, items, clock, self, notes=notes)
        self.commands = BatchCommands(
            theme, desk, export, self.details, self, read=batches.get, queueing=queueing, manifests=manifests
        )
        self._none = EmptyState(
            theme,
            Icon.BATCHES,
            self.tr("No batch yet"),
            self.tr(
                "Choose a customer on the Scan page and scan the first box. Every batch is listed here from then on."
            ),
            parent=self,
        )
        self._nothing_chosen = EmptyState(
            theme,
            Icon.BATCHES,
            self.tr("No batch chosen"),
            self.tr("Choose a batch in the list to see its devices and what became of them."),
            parent=self,
        )
        self._lay_out(theme)
        self._connect()

    def refresh(self) -> None:
        """Read all batches again; while nobody chose one, show the first, which needs a person soonest."""
        self._gather.stop()
        self._changed.clear()
        try:
            summaries = self._batches.summaries()
        except ZtdeskError as error:
            self.commands.say_error(error)
            return
        self.list.show_batches(summaries)
        if self.isVisible() and self.list.selected() is None:
            self.list.select_first()
        self._show_rest()

    def show_batch(self, batch_id: int) -> None:
        """Select this batch."""
        if self.list.summary(batch_id) is None or batch_id in self._changed:
            self._read([batch_id])
        self.list.select(batch_id)

    def summaries(self) -> tuple[BatchSummary, ...]:
        """Every batch as last read, in the order shown; for the status line."""
        return self.list.summaries()

    def on_batch_changed(self, batch_id: int) -> None:
        """Something of this batch changed: read it again soon, once for many changes."""
        self._changed[batch_id] = None
        if not self._gather.isActive():
            self._gather.start(self._gather_ms)

    def on_connection_changed(self, connection: Connection) -> None:
        """The service can be reached otherwise than before."""
        self.list.show_connection(connection)

    def _on_gather_timeout(self) -> None:
        # A bounded piece of reading, then the window has its turn.
        watch = QElapsedTimer()
        watch.start()
        some: list[int] = []
        while self._changed and (not some or watch.elapsed() < _MOST_AT_ONCE_MS):
            batch_id = next(iter(self._changed))
            del self._changed[batch_id]
            self._read([batch_id])
            some.append(batch_id)
        # While a huge batch is scanned into, reading it must not take the time of the scans.
        self._gather_ms = max(_GATHER_MS, _REST * watch.elapsed())
        if self._changed:
            self._gather.start(0)

    def _read(self, batch_ids: list[int]) -> None:
        try:
            self.list.update_batches([self._batches.summary(batch_id) for batch_id in batch_ids])
        except KeyError:
            return
        except ZtdeskError as error:
            self.commands.say_error(error)
            return
        self._show_rest()

    def _show_rest(self) -> None:
        """Bring the right side and the badge to what the list says."""
        self._left_stack.setCurrentIndex(1 if self.list.summaries() else 0)
        selected = self.list.selected()
        self._right.setCurrentIndex(1 if selected is not None else 0)
        if selected is not None:
            self._show_details(selected)
        attention = self.list.attention()
        if attention != self._attention:
            self._attention = attention
            self.attention_changed.emit(attention)

    def _show_details(self, summary: BatchSummary) -> None:
        if summary == self.details.summary:
            return
        try:
            self.details.show_batch(summary)
        except ZtdeskError as error:
            self.commands.say_error(error)

    def stop(self) -> None:
        """Read nothing more; the window closes."""
        self._gather.stop()
        self._changed.clear()
        self.details.devices.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the devices need the room more than the list does."""
        super().resizeEvent(event)
        self._left.setFixedWidth(max(_LIST_LEAST, min(_LIST_WIDE, int(self.width() * _LIST_SHARE))))
        low = self.height() < _LOW_PAGE
        margins = (Space.GAP, Space.UNIT // 2, Space.GAP, Space.UNIT // 2) if low else _MARGINS
        self._column.setContentsMargins(*margins)

    def _lay_out(self, theme: Theme) -> None:
        card = Card(theme, 0, self)
        self._left = card
        card.column.setContentsMargins(1, Space.UNIT, 1, Space.UNIT)
        card.column.addWidget(self.list)
        self._right = QStackedWidget(self)
        self._right.addWidget(self._nothing_chosen)
        self._right.addWidget(self.details)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.GAP)
        row.addWidget(card)
        row.addWidget(self._right, 1)
        self._left_stack = QStackedWidget(self)
        self._left_stack.addWidget(self._none)
        self._left_stack.addWidget(both)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*_MARGINS)
        self._column.addWidget(self._left_stack)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        # Queued: rows are read while the table paints, and a notice moves it.
        self.details.devices.failed.connect(self.commands.say_error, Qt.ConnectionType.QueuedConnection)
        self.details.note.failed.connect(self.commands.say_error)
        self.commands.queued.connect(self._on_queued)
        self.commands.given_up.connect(self._on_given_up)
        self.commands.retried.connect(self._on_retried)
        self.commands.scan_on.connect(self.scan_on)
        for keys, slot in (
            (QKeySequence("Ctrl+E"), self.commands.export),
            (QKeySequence("Ctrl+P"), self.commands.show_manifest_menu),
            (QKeySequence("Ctrl+Return"), self.details.head.press_primary),
            (QKeySequence(QKeySequence.StandardKey.Refresh), self.refresh),
            (QKeySequence(QKeySequence.StandardKey.Cancel), self.commands.dismiss_notice),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_chosen(self, batch_id: int) -> None:
        summary = self.list.summary(batch_id)
        if summary is not None:
            self._right.setCurrentIndex(1)
            self._show_details(summary)

    def _on_opened(self, _batch_id: int) -> None:
        self.details.devices.setFocus()

    def _on_queued(self, batch_id: int) -> None:
        self.show_batch(batch_id)
        self._read([batch_id])
        self.batch_queued.emit(batch_id)

    def _on_retried(self, batch_id: int) -> None:
        self._read([batch_id])

    def _on_given_up(self, batch_id: int) -> None:
        self.batch_given_up.emit(batch_id)
        # What a batch given up was to retry needs a person again, in another batch.
        self.refresh()
