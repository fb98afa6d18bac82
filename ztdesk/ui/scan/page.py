"""The scan page: takes every scan, shows what became of it, and offers what a packer does with the batch at hand.

Holds no rule of its own: the station judges, the commands act, the parts show.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch, Item
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import Icon
from ztdesk.ui.ports import BatchReader, CustomerReader, Desk, ItemReader, Station
from ztdesk.ui.scan.batch_view import BatchView
from ztdesk.ui.scan.commands import ScanCommands
from ztdesk.ui.scan.function_keys import set_keys
from ztdesk.ui.scan.waiting import BUSY, LEARNED, NOT_LISTENING, ON_HOLD, Answer, waiting
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words

_START, _LIST = 0, 1


class ScanPage(QWidget):
    """`batch_opened` and `batch_queued` with a batch's id, `customers_wanted` to fetch them from the service again,
    `verdict_given` after every scan, `hold_changed` when scans are no longer taken or taken again.
    """

    batch_opened = Signal(int)
    batch_queued = Signal(int)
    customers_wanted = Signal()
    verdict_given = Signal(object)
    hold_changed = Signal(bool)

    def __init__(
        self,
        *,
        theme: Theme,
        station: Station,
        desk: Desk,
        batches: BatchReader,
        items: ItemReader,
        customers: CustomerReader,
        play: Callable[[VerdictKind], None],
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._desk = desk
        self._play = play
        self._on_hold = False
        self._listening = True
        self._queued: Batch | None = None
        self._view = BatchView(theme, items, clock, self)
        self.head, self.banner, self.panel = self._view.head, self._view.banner, self._view.panel
        self.list, self.start, self.bar = self._view.list, self._view.start, self._view.bar
        self.commands = ScanCommands(
            theme,
            self,
            station=station,
            desk=desk,
            batches=batches,
            customers=customers,
            take=self.take,
            take_quietly=self._judge,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._connect()
        set_keys(self, self._keys())
        self._show_batch(None)

    @property
    def on_hold(self) -> bool:
        """Whether scans are refused until a person goes on."""
        return self._on_hold

    @property
    def is_busy(self) -> bool:
        """Whether an open question refuses scans."""
        return self.commands.is_busy

    def take(self, payload: str) -> Verdict:
        """One scan, from whichever tab: judged, on disk when it was added, shown, then heard."""
        verdict = self._judge(payload)
        # The colour must not come after the sound: paint now, not when the event loop comes round.
        self.panel.repaint()
        self._play(verdict.kind)
        dialog = self.commands.number_dialog
        if dialog is not None:
            dialog.show_verdict(verdict)
        self.verdict_given.emit(verdict)
        return verdict

    def resume(self) -> None:
        """Go on with the batch that was at hand when the program last ran, if it is still open."""
        try:
            self._choose(self._desk.remembered())
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)

    def refresh(self) -> None:
        """Read everything shown again."""
        batch = self._station.batch
        self._choose(batch.id if batch is not None else None)

    def on_batch_changed(self, batch_id: int) -> None:
        """Something else changed a batch."""
        batch = self._station.batch
        if batch is not None and batch.id == batch_id:
            self.refresh()

    def on_customers_changed(self) -> None:
        """Other customers are kept now, or the same ones were fetched again."""
        dialog = self.commands.batch_dialog
        if dialog is not None:
            dialog.show_customers()

    def on_customers_failed(self, title: Text, hint: Text) -> None:
        """The customers that were asked for do not come."""
        dialog = self.commands.batch_dialog
        if dialog is not None:
            dialog.say_not_fetched(title, hint)

    def go_on_with(self, batch_id: int) -> None:
        """Scan into this open batch from now on."""
        self._on_chosen(batch_id)

    def say_scanner_learned(self) -> None:
        """A scan by a scanner not met before passed as typing; the next one will be caught."""
        batch = self._station.batch
        verdict = LEARNED.verdict("", batch)
        self.panel.show_verdict(verdict)
        self._play(verdict.kind)
        self.verdict_given.emit(verdict)

    def set_listening(self, listening: bool) -> None:
        """Whether a keyboard scanner's keys reach this window."""
        if listening is not self._listening:
            self._listening = listening
            self._show_waiting()

    def set_hold(self, on_hold: bool) -> None:
        """Take no scans, or take them again."""
        if on_hold is not self._on_hold:
            self._on_hold = on_hold
            self.bar.show_hold(on_hold=on_hold)
            self._show_waiting()
            self.hold_changed.emit(on_hold)

    def _judge(self, payload: str) -> Verdict:
        """Everything but the sound. Nothing here may cost more the more devices a batch holds."""
        refusal = self._refusal()
        batch = self._station.batch
        if refusal is None:
            verdict = self._station.take(payload)
        else:
            verdict = refusal.verdict(payload, batch)
            self._station.note(payload, verdict)
        if verdict.kind is VerdictKind.ADDED and verdict.item_id is not None:
            self.list.add(verdict.item_id)
            self._view.show_count(self._station.batch)
        self.panel.show_verdict(verdict)
        return verdict

    def _refusal(self) -> Answer | None:
        if self.commands.is_busy:
            return BUSY
        return ON_HOLD if self._on_hold and self._station.batch is not None else None

    def _choose(self, batch_id: int | None) -> bool:
        try:
            batch = self._station.choose(batch_id)
        except KeyError:
            batch = self._station.choose(None)
        except StoreFailure as error:
            # What is shown as the batch at hand must be what scans go into.
            self._show_batch(self._station.batch)
            self._on_failed(error.title, error.hint)
            return False
        self._show_batch(batch)
        return True

    def _show_batch(self, batch: Batch | None) -> None:
        if batch is not None:
            self._queued = None
        self._show_waiting()
        try:
            self._view.show_batch(batch, self._queued)
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)

    def _show_waiting(self) -> None:
        batch = self._station.batch
        if not self._listening:
            self.panel.show_verdict(NOT_LISTENING.verdict("", batch))
            return
        state = waiting(batch, self._queued, on_hold=self._on_hold)
        self.panel.show_idle(words(state.title), words(state.hint), state.icon)

    def _connect(self) -> None:
        commands = self.commands
        self.head.change_asked.connect(commands.change_batch)
        self.start.choose_asked.connect(commands.choose_batch)
        self.start.same_asked.connect(self._on_same_asked)
        self.bar.undo_asked.connect(commands.undo)
        self.bar.hold_asked.connect(self._on_hold_asked)
        self.bar.number_asked.connect(commands.type_number)
        self.bar.queue_asked.connect(commands.queue)
        self.list.remove_asked.connect(commands.ask_to_remove)
        self.list.failed.connect(self._on_failed)
        self.banner.acted.connect(self.banner.clear)
        commands.chosen.connect(self._on_chosen)
        commands.changed.connect(self.refresh)
        commands.removed.connect(self._on_removed)
        commands.queued.connect(self._on_queued)
        commands.failed.connect(self._on_failed)
        commands.customers_wanted.connect(self.customers_wanted)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "F2": self.commands.choose_batch,
            "F3": self.bar.number.click,
            "F4": self.bar.hold.click,
            "F6": self.commands.change_batch,
            "F8": self.bar.undo.click,
            "F9": self._on_same_asked,
            "F12": self.bar.queue.click,
        }

    def _on_hold_asked(self) -> None:
        self.set_hold(not self._on_hold)

    def _on_same_asked(self) -> None:
        if self._queued is not None:
            self.commands.open_same_again(self._queued.draft)

    def _on_chosen(self, batch_id: int) -> None:
        self.banner.clear()
        if self._choose(batch_id):
            self._remember(batch_id)
            self.batch_opened.emit(batch_id)

    def _on_removed(self, items: Sequence[Item]) -> None:
        for item in items:
            self.list.forget(item.id)
        self.banner.clear()
        self._view.show_count(self._station.batch)
        if len(items) == 1:
            line = self.tr("Number {position}, {number}, is no longer in this batch.")
            hint = line.format(position=items[0].position, number=items[0].identifier.shown())
        else:
            hint = self.tr("%n devices are no longer in this batch.", "", len(items))
        self.panel.show_idle(self.tr("Taken out"), hint, Icon.UNDO)

    def _on_queued(self, batch: Batch) -> None:
        self.banner.clear()
        self._queued = batch
        self._choose(None)
        self._remember(None)
        self.batch_queued.emit(batch.id)

    def _remember(self, batch_id: int | None) -> None:
        try:
            self._desk.remember(batch_id)
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)

    def _on_failed(self, title: Text, hint: Text) -> None:
        self.banner.say(Tone.REFUSED, words(title), words(hint), self.tr("Close"))
