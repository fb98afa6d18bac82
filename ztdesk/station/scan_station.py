"""One scan -> one verdict: reads the code, finds duplicates, writes the row, and says what became of it.

Works offline and without a window. A verdict of ADDED is only given for a row that is on disk.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from ztdesk.domain import halts
from ztdesk.domain.batch import Batch, BatchState, Item
from ztdesk.domain.box import Box
from ztdesk.domain.carton import Pairing
from ztdesk.domain.commands import Verb
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.journal import Author, Event
from ztdesk.domain.label import LONGEST, read_label
from ztdesk.domain.origin import BY_HAND, Origin
from ztdesk.domain.question import Answer, Ask, Question
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import Verdict
from ztdesk.station import scan_words
from ztdesk.station.box_bench import BoxBench, Scanned
from ztdesk.station.judge import Judge
from ztdesk.station.scan_diary import ScanDiary
from ztdesk.station.station_lock import StationLock
from ztdesk.store.batches import Batches
from ztdesk.store.boxes import Boxes
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal, storable

if TYPE_CHECKING:
    from ztdesk.domain.template import Template


class ScanStation:
    """Takes scans for the batch at hand.

    Serious errors lock it until `acknowledge`; so does a pause of `confirm_after_s` (0 for never) and a change of
    operator, until the customer is confirmed. `templates` read codes that a supervisor mapped.
    """

    def __init__(
        self,
        batches: Batches,
        items: Items,
        boxes: Boxes,
        journal: Journal,
        clock: Callable[[], float],
        author: Author,
        *,
        confirm_after_s: float = 0.0,
    ) -> None:
        self._batches = batches
        self._items = items
        self._clock = clock
        self._bench = BoxBench(boxes)
        self._judge = Judge(items, self._bench, clock)
        self._diary = ScanDiary(journal, clock, author)
        self._batch: Batch | None = None
        self._asked: tuple[Verdict, Scanned] | None = None
        self._lock = StationLock(boxes)
        self._must_confirm = False
        self._last_taken_at = 0.0
        self.confirm_after_s = confirm_after_s
        self.templates: Sequence[Template] = ()

    @property
    def batch(self) -> Batch | None:
        """The batch scans go into, with its count as of the last scan; None when none was chosen."""
        return self._batch

    @property
    def author(self) -> Author:
        """Where and by whom scans are taken; with another operator the customer must be confirmed again."""
        return self._diary.author

    @author.setter
    def author(self, author: Author) -> None:
        changed = author.operator != self._diary.author.operator
        self._diary.author = author
        if changed:
            self._asked = None
        if changed and self._batch is not None and self.confirm_after_s:
            self._must_confirm = True

    @property
    def is_locked(self) -> bool:
        """Whether nothing is taken until a person has acknowledged what was said."""
        return self._lock.is_locked

    @property
    def locking(self) -> Verdict | None:
        """The verdict that a person has still to see; None where nothing locks."""
        return self._lock.verdict

    @property
    def must_confirm(self) -> bool:
        """Whether nothing is taken until the customer of the batch at hand is confirmed."""
        return self._batch is not None and (
            self._must_confirm or 0 < self.confirm_after_s < self._clock() - self._last_taken_at
        )

    @property
    def asked(self) -> Question | None:
        """What was asked of the last scan; the next one leaves it unanswered."""
        return self._asked[0].question if self._asked is not None else None

    @property
    def is_box_begun(self) -> bool:
        """Whether a box lacks a code or a carton waits to be added."""
        return self._bench.is_begun

    @property
    def box(self) -> Box:
        """The box that is being scanned, with the codes it has so far."""
        return self._bench.box

    @property
    def has_carton(self) -> bool:
        """Whether a carton was shown and waits to be added."""
        return self._bench.carton is not None

    def choose(self, batch_id: int | None, *, resumed: bool = False) -> Batch | None:
        """Scan into this open batch from now on; None for none. Raises KeyError, StoreFailure.

        With `resumed` the pause counts from its last scan, for nobody has just chosen it. What locks the station goes on
        locking it.
        """
        self._batch = None
        self._asked = None
        self._must_confirm = False
        if batch_id is not None:
            batch = self._batches.get(batch_id)
            self._batch = batch if batch.state is BatchState.OPEN else None
        self._bench.show(self._batch)
        if self._batch is not None:
            self._lock.resume(self._batch.id)
        self._last_taken_at = self._clock()
        if resumed and self._batch is not None:
            last = self._items.last(self._batch.id)
            self._last_taken_at = last.scanned_at if last is not None else self._batch.opened_at
        return self._batch

    def reload(self) -> Batch | None:
        """Read the batch at hand again, after something else changed it; locks and questions stay. Raises StoreFailure."""
        if self._batch is None:
            return None
        batch = self._batches.get(self._batch.id)  # batches never go
        if batch.state is not BatchState.OPEN:
            return self.choose(None)
        self._batch = batch
        self._bench.show(batch)
        return batch

    def take(self, payload: str, origin: Origin = BY_HAND) -> Verdict:
        """One scan or typed number. Never raises for what was scanned, nor for a disk that fails: that is a refusal."""
        scanned = Scanned(storable(payload[: LONGEST + 1]), origin)
        return self._said_of(scanned, self._take)

    def _said_of(self, scanned: Scanned, take: Callable[[Scanned], Verdict]) -> Verdict:
        try:
            return take(scanned)
        except StoreFailure as error:
            return scan_words.refused((error.title, error.hint), scanned.payload, self._batch)

    def note(self, payload: str, verdict: Verdict, origin: Origin = BY_HAND) -> None:
        """Keep in the journal a scan that was answered without being looked at, as on hold. Never raises."""
        with suppress(StoreFailure):
            self._diary.told(verdict, Scanned(storable(payload[: LONGEST + 1]), origin))

    def next_box(self) -> Verdict:
        """Finish the box that was begun with the codes it has, or add the carton that waits. Raises StoreFailure."""
        by_next = self.asked.by_card(Verb.NEXT) if self.asked is not None else None
        if by_next is not None and (answered := self.answer(by_next)) is not None:
            return answered
        halt = self._halt()
        if halt is not None or self._batch is None:
            return scan_words.refused(halt or halts.NO_CUSTOMER, "", self._batch)
        return self._settled(self._batch, self._judge.finish(self._batch, self._diary.author))

    def answer(self, answer: Answer) -> Verdict | None:
        """Answer what was asked of the last scan: what becomes of it now; None when nothing was. Raises StoreFailure."""
        asked, self._asked = self._asked, None
        if asked is None or self._batch is None or asked[0].question is None:
            return None
        scanned = asked[1]
        halt = self._halt()
        if halt is not None:
            return scan_words.refused(halt, scanned.payload, self._batch)
        ask = asked[0].question.ask
        told = f"{ask.value}: {answer.value}"
        if ask is Ask.ONE_PHONE:
            self._diary.write(Event.ANSWERED, self._batch.id, scanned.received, told)
            return self._take_of_pair(self._batch, scanned, answer)
        if ask is Ask.APART:
            self._diary.write(Event.ANSWERED, self._batch.id, scanned.received, told)
        else:
            self._bench.answer(ask, answer, self._diary.entry(Event.ANSWERED, self._batch.id, scanned.received, told))
        said = Pairing(answer.value) if ask in {Ask.APART, Ask.PAIRING} else None
        with self._bench.hearing(said=said):
            return self.take(scanned.payload, scanned.origin)

    def leave_question(self) -> None:
        """Another scan came: what was asked of the one before stays unanswered."""
        self._asked = None

    def acknowledge(self) -> bool:
        """A person has seen what locked the station, or confirms the customer; False when neither was asked for."""
        if not self.is_locked and not self.must_confirm:
            return False
        event = Event.ACKNOWLEDGED if self.is_locked else Event.CONFIRMED
        # A disk that fails must not keep the station locked: the next scan will say so.
        with suppress(StoreFailure):
            self._diary.write(event, self._batch.id if self._batch else None)
        self._lock.release()
        self._must_confirm = False
        self._last_taken_at = self._clock()
        return True

    def lock(self, verdict: Verdict, payload: str, origin: Origin = BY_HAND) -> Verdict:
        """Take nothing more until `verdict`, the answer to a scan that was answered elsewhere, is acknowledged."""
        self._asked = None
        locking = replace(verdict, locks=True)
        self._lock.hold(locking, self._batch.id if self._batch else None)
        self.note(payload, locking, origin)
        return locking

    def undo_last(self) -> tuple[Item, ...] | None:
        """Take the newest device out again, with all others of its carton; oldest first.

        A box that was begun or a carton that waits is dropped instead: then there are no items. None when there is
        nothing to undo. Raises StoreFailure.
        """
        self._asked = None
        if self._batch is None:
            return None
        if self._bench.is_begun:
            self._bench.drop(self._diary)
            return ()
        last = self._items.last_group(self._batch.id)
        return tuple(self.remove_all([item.id for item in last])) or None

    def remove_all(self, ids: Sequence[int]) -> list[Item]:
        """Take devices out of their open batches; those that are in none are left out. Raises StoreFailure."""
        removed = self._items.remove_all(ids, self._clock(), self._diary.author)
        if self._batch is not None:
            mine = sum(item.batch_id == self._batch.id for item in removed)
            self._batch = replace(self._batch, total=self._batch.total - mine)
        return removed

    def _take(self, scanned: Scanned) -> Verdict:
        self._asked = None
        batch, halt = self._batch, self._halt()
        if halt is not None or batch is None:
            refused = scan_words.refused(halt or halts.NO_CUSTOMER, scanned.payload, self._batch)
            return self._diary.told(refused, scanned)
        return self._judged(scanned)

    def _judged(self, scanned: Scanned) -> Verdict:
        batch = self._batch
        assert batch is not None  # noqa: S101 - without one nothing is judged
        readings = read_label(scanned.payload, self.templates)
        verdict, is_told = self._judge.take(batch, scanned, readings, self._diary.author)
        verdict = self._settled(batch, verdict)
        if verdict.question is not None:
            self._asked = (verdict, scanned)
        return verdict if is_told else self._diary.told(verdict, scanned)

    def _halt(self) -> tuple[Text, Text] | None:
        """Why nothing is taken, as title and hint; None when it is."""
        if self.is_locked:
            return halts.LOCKED
        if self._batch is None:
            return halts.NO_CUSTOMER
        return halts.confirm_customer(self._batch) if self.must_confirm else None

    def _take_of_pair(self, batch: Batch, scanned: Scanned, answer: Answer) -> Verdict:
        """A second IMEI, after a person has said whether it is of the phone that was begun or of the next one."""
        if answer is Answer.ONE_PHONE:
            with self._bench.hearing(agreed=self._bench.doubted):
                return self.take(scanned.payload, scanned.origin)
        before = self._settled(batch, self._judge.finish(batch, self._diary.author))
        if not before.added:
            return scan_words.not_begun(before)
        # Also where that has just locked the station: the code was scanned before, and its answer said that it is kept.
        return scan_words.next_begun(before, self._said_of(scanned, self._judged))

    def _settled(self, batch: Batch, verdict: Verdict) -> Verdict:
        """The verdict with the batch's count, after what it brought in; one device too many locks."""
        self._last_taken_at = self._clock()
        total = batch.total + len(verdict.added)
        self._batch = replace(batch, total=total)
        verdict = replace(verdict, batch_id=batch.id, count=total)
        if verdict.added and 0 < batch.draft.expected_count < total:
            verdict = scan_words.more_than_expected(verdict, batch.draft.expected_count)
        if verdict.locks:
            self._lock.hold(verdict, batch.id)
        return verdict
