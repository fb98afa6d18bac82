"""The scan page: takes every scan, shows what became of it, and offers what a packer does with the batch at hand.

Holds no rule of its own: the station judges, the commands act, the parts show.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch, Item
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.origin import BY_HAND, Origin
from ztdesk.domain.question import Answer
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.ports import BatchReader, CustomerReader, Desk, ItemReader, Notes, Station
from ztdesk.ui.scan.batch_view import BatchView
from ztdesk.ui.scan.commands import ScanCommands
from ztdesk.ui.scan.function_keys import set_keys
from ztdesk.ui.scan.intake import ScanIntake
from ztdesk.ui.scan.panel_state import PanelState
from ztdesk.ui.scan.waiting import LEARNED
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class ScanPage(QWidget):
    """`batch_opened` and `batch_queued` with a batch's id, `customers_wanted` to fetch them from the service again,
    `verdict_given` after every scan, `devices_changed` with the id of the batch that holds more or fewer of them,
    `readiness_changed` when scans are no longer taken or taken again, `operator_named` with what a badge says,
    `find_asked` with the payload of a scan that is to be looked up.
    """

    batch_opened = Signal(int)
    batch_queued = Signal(int)
    customers_wanted = Signal()
    verdict_given = Signal(object)
    devices_changed = Signal(int)
    readiness_changed = Signal()
    operator_named = Signal(str)
    find_asked = Signal(str)

    def __init__(
        self,
        *,
        theme: Theme,
        station: Station,
        desk: Desk,
        batches: BatchReader,
        items: ItemReader,
        customers: CustomerReader,
        notes: Notes,
        play: Callable[[Verdict], None],
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._desk = desk
        self._play = play
        self._queued: Batch | None = None
        self._view = BatchView(theme, items, notes, clock, self)
        self.head, self.banner, self.panel = self._view.head, self._view.banner, self._view.panel
        self.state = PanelState(self._view, station, self)
        self.choices = self._view.choices
        self.list, self.start, self.bar = self._view.list, self._view.start, self._view.bar
        self.commands = ScanCommands(
            theme,
            self,
            station=station,
            desk=desk,
            batches=batches,
            customers=customers,
            take=self.take,
            take_quietly=self._judge_quietly,
            notes=notes,
        )
        self.intake = ScanIntake(station, desk, customers, self.commands, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._connect()
        set_keys(self, self._keys())
        self._show_batch(None)

    def take(self, payload: str, origin: Origin = BY_HAND) -> Verdict:
        """One scan, from whichever tab: judged, on disk when it was added, shown, then heard."""
        verdict = self._judge(payload, origin)
        self._give(verdict)
        return verdict

    def resume(self) -> None:
        """Go on with the batch that was at hand when the program last ran, if it is still open."""
        try:
            self._choose(self._desk.remembered(), resumed=True)
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)

    def refresh(self) -> None:
        """Read everything shown again."""
        try:
            self._station.reload()
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)
        self._show_batch(self._station.batch)

    def on_batch_changed(self, batch_id: int) -> None:
        """Something else changed a batch."""
        batch = self._station.batch
        if batch is not None and batch.id == batch_id:
            self.refresh()

    def say_scanner_learned(self) -> None:
        """A scan by a scanner not met before passed as typing; the next one will be caught."""
        verdict = LEARNED.verdict("", self._station.batch)
        self.panel.show_verdict(verdict)
        self._give(verdict)

    def _on_hold_changed(self, on_hold: bool) -> None:
        self.bar.show_hold(on_hold=on_hold)
        self.state.set_hold(on_hold)

    def _judge(self, payload: str, origin: Origin) -> Verdict:
        """Everything but the sound. Nothing here may cost more the more devices a batch holds."""
        verdict, is_to_show = self.intake.judge(payload, origin)
        if is_to_show:
            self._show(verdict)
        return verdict

    def _judge_quietly(self, payload: str) -> Verdict:
        verdict, is_to_show = self.intake.judge_quietly(payload)
        if is_to_show:
            self._show(verdict)
        return verdict

    def _show(self, verdict: Verdict) -> None:
        if verdict.added:
            for item_id in verdict.added:
                self.list.add(item_id)
            self._count_again()
        if verdict.kind is VerdictKind.REFUSED:
            self._look_whether_closed()
        self.state.show_verdict(verdict)

    def _look_whether_closed(self) -> None:
        """What refused a scan may be that the batch was queued or given up elsewhere."""
        before = self._station.batch
        with suppress(StoreFailure):
            if before is not None and self._station.reload() is None:
                self._show_batch(None)
                self._desk.remember(None)

    def _on_answered(self, answer: Answer) -> None:
        self._show_outcome(partial(self._station.answer, answer))

    def _on_finish_asked(self) -> None:
        self._show_outcome(self._station.next_box)

    def _show_outcome(self, decide: Callable[[], Verdict | None]) -> None:
        try:
            verdict = decide()
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)
            return
        if verdict is not None:
            self._show(verdict)
            self._give(verdict)

    def _give(self, verdict: Verdict) -> None:
        # The colour must not come after the sound: paint now, not when the event loop comes round.
        self.panel.repaint()
        self._play(verdict)
        dialog = self.commands.number_dialog
        if dialog is not None:
            dialog.show_verdict(verdict)
        self.verdict_given.emit(verdict)

    def _on_dialog_closed(self) -> None:
        self.readiness_changed.emit()
        if self.intake.was_busy():
            self.state.show_waiting()

    def _choose(self, batch_id: int | None, *, resumed: bool = False) -> bool:
        self.intake.set_hold(False)
        try:
            batch = self._station.choose(batch_id, resumed=resumed)
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
        self.state.set_queued(self._queued)
        self.state.show_waiting()
        try:
            self._view.show_batch(batch, self._queued)
        except StoreFailure as error:
            self._on_failed(error.title, error.hint)

    def _connect(self) -> None:
        commands = self.commands
        self.head.change_asked.connect(commands.change_batch)
        self.head.note_asked.connect(commands.show_note)
        self.start.choose_asked.connect(commands.choose_batch)
        self.start.same_asked.connect(self._on_same_asked)
        self.bar.undo_asked.connect(commands.undo)
        self.bar.hold_asked.connect(self.intake.turn_hold)
        self.bar.number_asked.connect(commands.type_number)
        self.bar.queue_asked.connect(commands.queue)
        self.bar.finish_asked.connect(self._on_finish_asked)
        self.list.remove_asked.connect(commands.ask_to_remove)
        self.list.failed.connect(self._on_failed)
        self.banner.acted.connect(self.banner.clear)
        commands.chosen.connect(self.go_on_with)
        commands.changed.connect(self.refresh)
        commands.removed.connect(self._on_removed)
        commands.queued.connect(self._on_queued)
        commands.failed.connect(self._on_failed)
        commands.halted.connect(self.state.say_halted)
        self.choices.chosen.connect(self._on_answered)
        commands.opened.connect(self.state.show_lock)
        commands.closed.connect(self._on_dialog_closed)
        intake = self.intake
        intake.hold_changed.connect(self._on_hold_changed)
        intake.find_asked.connect(self.find_asked)
        intake.acknowledged.connect(self.state.show_lock)
        intake.answered.connect(self._on_answered)
        self.state.changed.connect(self.readiness_changed)
        intake.cards.chosen.connect(self.go_on_with)
        intake.cards.changed.connect(self.refresh)
        intake.cards.operator_named.connect(self.operator_named)
        self.panel.acknowledged.connect(intake.acknowledge_and_go_on)
        intake.went_on.connect(self.state.show_waiting)
        commands.customers_wanted.connect(self.customers_wanted)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "F2": self.commands.choose_batch,
            "F3": self.bar.number.click,
            "F4": self.bar.hold.click,
            "F5": self.bar.finish.click,
            "F6": self.commands.change_batch,
            "F7": self.intake.acknowledge_and_go_on,
            "F8": self.bar.undo.click,
            "F9": self._on_same_asked,
            "F12": self.commands.queue,
        }

    def _on_same_asked(self) -> None:
        if self._queued:
            self.commands.open_same_again(self._queued.draft)

    def go_on_with(self, batch_id: int) -> None:
        """Scan into this open batch from now on."""
        self.banner.clear()
        if self._choose(batch_id):
            self._remember(batch_id)
            self.batch_opened.emit(batch_id)

    def _on_removed(self, items: Sequence[Item]) -> None:
        for item in items:
            self.list.forget(item.id)
        self.banner.clear()
        self._count_again()
        self.state.show_taken_out(items)

    def _count_again(self) -> None:
        batch = self._station.batch
        self._view.show_count(batch)
        if batch is not None:
            self.devices_changed.emit(batch.id)

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
