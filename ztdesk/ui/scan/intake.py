"""Every scan of the scan page on its way to a verdict: cards, open questions, hold and look-ups come before the station.

Shows nothing. Tells the journal of what the station does not get to see.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ztdesk.domain.commands import CARD_NAMES, Command
from ztdesk.domain.origin import BY_HAND, Origin
from ztdesk.domain.verdict import Verdict
from ztdesk.ui.ports import CustomerReader, Desk, Station
from ztdesk.ui.scan.command_cards import Actions, CommandCards
from ztdesk.ui.scan.commands import CardFate, ScanCommands
from ztdesk.ui.scan.waiting import BUSY, CARD_DONE, FINDING, ON_HOLD, PART, TOO_LONG, Answer
from ztdesk.ui.wording import words


class ScanIntake(QObject):
    """`hold_changed(bool)`, `find_asked(str)` with the payload of a scan that is to be looked up, `acknowledged`,
    `went_on` when that was by hand or the batch was not queued after all, `answered(Answer)` by a card.
    """

    hold_changed = Signal(bool)
    find_asked = Signal(str)
    acknowledged = Signal()
    went_on = Signal()
    answered = Signal(object)

    def __init__(
        self, station: Station, desk: Desk, customers: CustomerReader, commands: ScanCommands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        actions = Actions(
            undo=commands.undo,
            queue=commands.queue,
            hold=self.turn_hold,
            acknowledge=self.acknowledge,
            find=self._find_next,
        )
        self.cards = CommandCards(station, desk, customers, actions, self)
        commands.went_on.connect(self.went_on)
        self._on_hold = False
        self._is_finding = False
        self._was_busy = False

    @property
    def on_hold(self) -> bool:
        """Whether scans are refused until a person goes on."""
        return self._on_hold

    def set_hold(self, on_hold: bool) -> None:
        """Take no scans, or take them again."""
        if on_hold is not self._on_hold:
            self._on_hold = on_hold
            self.hold_changed.emit(on_hold)

    def was_busy(self) -> bool:
        """Whether the last scan was refused because of an open question; asked once after that is closed."""
        was_busy, self._was_busy = self._was_busy, False
        return was_busy

    def judge(self, payload: str, origin: Origin) -> tuple[Verdict, bool]:
        """The verdict, and whether it is still to be shown: of some cards the page shows what came of them."""
        if origin.is_cut_off:
            verdict = TOO_LONG.verdict("", self._station.batch)  # not even a part of it is shown as a number
            self._station.note(payload, verdict, origin)
            return verdict, True
        if origin.is_part:
            verdict = PART.verdict("", self._station.batch)
            self._station.note(payload, verdict, origin)
            return verdict, True
        card = self.cards.read(payload)
        asked = self._station.asked
        answer = asked.by_card(card.verb) if asked is not None and isinstance(card, Command) else None
        if answer is not None and isinstance(card, Command) and not self._is_halted:
            verdict = self._done(card)
            self._station.note(payload, verdict, origin)
            self.answered.emit(answer)
            return verdict, False
        self._station.leave_question()
        if self._commands.is_busy:
            fate = self._commands.answer_by_card(card.verb) if isinstance(card, Command) else CardFate.BUSY
            if fate is CardFate.BUSY:
                self._was_busy = True
                return self._refused(BUSY, payload, origin), True
            if fate is CardFate.ANSWERED and isinstance(card, Command):
                verdict = self._done(card)
                self._station.note(payload, verdict, origin)
                return verdict, False
        self._was_busy = False
        if isinstance(card, Command):
            done = self.cards.run(card, payload, origin)
            return (self._done(card), False) if done is None else (done, True)
        if card is not None:
            self._station.note(payload, card, origin)
            return card, True
        if self._on_hold and self._station.batch is not None:
            return self._refused(ON_HOLD, payload, origin), True
        if self._is_finding:
            self._is_finding = False
            self.find_asked.emit(payload)
            return self._refused(FINDING, payload, origin), True
        return self._station.take(payload, origin), True

    def acknowledge_and_go_on(self) -> None:
        """A person has seen it by hand."""
        if self.acknowledge():
            self.went_on.emit()

    @property
    def _is_halted(self) -> bool:
        """Whether an acknowledging card means something else than the question about a code."""
        station = self._station
        return self._commands.is_busy or self._on_hold or station.is_locked or station.must_confirm

    def judge_quietly(self, payload: str) -> tuple[Verdict, bool]:
        """One of a column of numbers: what would lock the station is told in the list of those that were not added."""
        verdict, to_show = self.judge(payload, BY_HAND)
        if verdict.locks:
            self.acknowledge()
        return verdict, to_show

    def acknowledge(self) -> bool:
        """A person has seen what locked the station; False when it was not locked."""
        acknowledged = self._station.acknowledge()
        if acknowledged:
            self.acknowledged.emit()
        return acknowledged

    def _refused(self, answer: Answer, payload: str, origin: Origin) -> Verdict:
        verdict = answer.verdict(payload, self._station.batch)
        self._station.note(payload, verdict, origin)
        return verdict

    def _done(self, card: Command) -> Verdict:
        name = CARD_NAMES.get(card.verb)
        shown = words(name) if name is not None else card.verb.value
        return replace(CARD_DONE.verdict("", self._station.batch), code=shown)

    def _find_next(self) -> None:
        self._is_finding = True

    def turn_hold(self) -> bool:
        """Take no scans, or take them again: whether none are taken now."""
        self.set_hold(not self._on_hold)
        return self._on_hold
