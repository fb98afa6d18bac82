"""The list of batches: what needs a person first. Keeps its place and its selection while batches change."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ztdesk.domain.batch import BatchSummary
from ztdesk.domain.connection import Connection
from ztdesk.ui.batches.batch_card import BatchCard, card_of, is_nothing, needs_person, order_of
from ztdesk.ui.batches.batch_delegate import BatchDelegate
from ztdesk.ui.batches.work_words import RUNNING, Pace
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import words

_TICK_MS = 1000
_FADE = 28


class BatchList(QListView):
    """Shows summaries as cards. `chosen` with the batch a person selected; `opened` when Enter asks for its devices."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._connection = Connection()
        self._by_id: dict[int, BatchSummary] = {}
        self._rows: list[BatchSummary] = []
        self._pace = Pace()
        self._retry_of: dict[int, int] = {}  # a batch made of another's failed devices, and that other
        column: Column[BatchSummary] = Column(
            self.tr("Batch"), self._spoken, tooltip=lambda summary: summary.batch.draft.customer_name
        )
        self._model: RowTableModel[BatchSummary] = RowTableModel([column], key=lambda row: row.batch.id, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(BatchDelegate(theme, self.card_at, self))
        self.setAccessibleName(self.tr("Batches"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        # What is left of the time runs on also while nothing is heard.
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    def show_batches(self, summaries: Iterable[BatchSummary]) -> None:
        """Show these and no others; the selected one stays selected where it is still among them."""
        self._by_id = {summary.batch.id: summary for summary in summaries if not is_nothing(summary)}
        self._note(self._by_id.values())
        self._arrange()

    def update_batches(self, summaries: Iterable[BatchSummary]) -> None:
        """Show these anew; all others stay as they are."""
        moved = False
        summaries = tuple(summaries)
        self._note(summaries)
        for summary in summaries:
            before = self._by_id.get(summary.batch.id)
            if before == summary or (before is None and is_nothing(summary)):
                continue
            self._by_id[summary.batch.id] = summary
            if before is None or order_of(before) != order_of(summary):
                moved = True
            elif not moved:
                position = self._position(summary.batch.id)
                self._rows[position] = summary
                self._model.replace(position, summary)
        if moved:
            self._arrange()
        self._run_clock()

    def show_connection(self, connection: Connection) -> None:
        """Say what running batches wait for."""
        self._connection = connection
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards; the last one fades where the list goes on below it."""
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            area = self.viewport().rect()
            area.setTop(area.bottom() - _FADE + 1)
            clear, full = self._theme.color("surface"), self._theme.color("surface")
            clear.setAlpha(0)
            fade = QLinearGradient(area.topLeft(), area.bottomLeft())
            fade.setColorAt(0, clear)
            fade.setColorAt(1, full)
            QPainter(self.viewport()).fillRect(area, fade)

    def select(self, batch_id: int) -> bool:
        """Select a batch and bring it into view; False when it is not in the list."""
        if batch_id not in self._by_id:
            return False
        index = self._model.index(self._position(batch_id), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Select the topmost batch, where there is one."""
        if self._rows:
            self.setCurrentIndex(self._model.index(0, 0))

    def selected(self) -> BatchSummary | None:
        """The selected batch."""
        # The keyboard's arrival makes a row the current one that nobody selected.
        current = self.currentIndex()
        return self._model.row(current.row()) if self.selectionModel().isSelected(current) else None

    def summary(self, batch_id: int) -> BatchSummary | None:
        """A batch of the list."""
        return self._by_id.get(batch_id)

    def summaries(self) -> tuple[BatchSummary, ...]:
        """All of them, in the order shown."""
        return tuple(self._rows)

    def attention(self) -> int:
        """How many need a person."""
        return sum(needs_person(summary) for summary in self._rows)

    def card_at(self, row: int) -> BatchCard | None:
        """What the card in this row says now."""
        summary = self._model.row(row)
        return None if summary is None else self._card(summary)

    def _card(self, summary: BatchSummary) -> BatchCard:
        return card_of(
            summary,
            self._connection,
            self._clock(),
            stepped_at=self._pace.stepped_at(summary),
            retry_of=self._retry_of.get(summary.batch.id),
        )

    def _note(self, summaries: Iterable[BatchSummary]) -> None:
        summaries = tuple(summaries)
        self._pace.note(summaries, self._clock())
        for summary in summaries:
            self._retry_of.update((retried.batch_id, summary.batch.id) for retried in summary.retried)

    def _arrange(self) -> None:
        before = self.verticalScrollBar().value()
        current = self.selected()
        self._rows = sorted(self._by_id.values(), key=order_of)
        # The place of the selected batch may change; the event about it is no choice of a person.
        with QSignalBlocker(self.selectionModel()):
            self._model.set_rows(self._rows)
        if current is not None and current.batch.id not in self._by_id:
            self.clearSelection()
        self.doItemsLayout()
        self.verticalScrollBar().setValue(before)
        self._run_clock()

    def _position(self, batch_id: int) -> int:
        wanted = self._by_id[batch_id]
        return next(place for place, row in enumerate(self._rows) if row.batch.id == wanted.batch.id)

    def _run_clock(self) -> None:
        runs = any(summary.shown in RUNNING and summary.started_at is not None for summary in self._rows)
        if runs and not self._tick.isActive():
            self._tick.start()
        elif not runs:
            self._tick.stop()

    def _spoken(self, summary: BatchSummary) -> str:
        card = self._card(summary)
        said = self.tr("{name}. {about}. {state}. {count}")
        return said.format(name=card.name, about=words(card.about), state=words(card.state), count=words(card.count))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row(current.row()) if current.isValid() else None
        if row is not None:
            self.chosen.emit(row.batch.id)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row.batch.id)
