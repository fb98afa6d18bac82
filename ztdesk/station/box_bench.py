"""The box and the carton that are being scanned in one batch, and what was answered once for all of it.

A box that was begun is on disk, so that a PC switched off at the wall forgets no code; a carton that waits for a word is
not, for nothing of it was confirmed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ztdesk.domain.batch import Batch
from ztdesk.domain.box import Box, CodesPerBox
from ztdesk.domain.carton import LabelContent, Pairing
from ztdesk.domain.digits import has_gtin_check_digit
from ztdesk.domain.identifiers import is_imei, with_check_digit
from ztdesk.domain.journal import Entry, Event
from ztdesk.domain.origin import Origin
from ztdesk.domain.question import IMEISV, SERIALS, Answer, Ask, Question, fourteen_digits
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.domain.verdict import Verdict
from ztdesk.station import scan_words
from ztdesk.station.choice_words import with_outcomes
from ztdesk.store.boxes import Boxes, BoxPart

if TYPE_CHECKING:
    from ztdesk.station.scan_diary import ScanDiary

_RULES = {Kind.IMEI: Rule.IMEI_CHECKED, Kind.MEID: Rule.MEID_HEX, Kind.SERIAL: Rule.SERIAL_SHAPED}


@dataclass(frozen=True, slots=True)
class Scanned:
    """One scan: what was understood, and where it came from."""

    payload: str
    origin: Origin

    @property
    def received(self) -> str:
        """What came in."""
        return self.origin.received or self.payload

    @property
    def understood(self) -> str:
        """What it was taken for, empty where that is what came in."""
        return self.payload if self.origin.received else ""


@dataclass(frozen=True, slots=True)
class WaitingCarton:
    """A code of many phones that was shown, with `verdict`, and waits to be added; `read_at` when it last came."""

    scanned: Scanned
    content: LabelContent
    verdict: Verdict
    read_at: float


class BoxBench:
    """What is begun in the batch at hand. Methods that read or write may raise StoreFailure."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._batch: Batch | None = None
        self._answers: dict[str, str] = {}
        # What was asked last, and the key its answer is kept under.
        self._asked: tuple[Ask, str] | None = None
        self.box = Box(CodesPerBox.ONE_IMEI)
        self.raws: tuple[str, ...] = ()
        # What is on disk of it, with what the batch no longer asks for.
        self.parts: tuple[BoxPart, ...] = ()
        self.carton: WaitingCarton | None = None
        # Two IMEIs that were asked about, and those of which a person has just said that they are one phone's. Of others
        # the devices of the batch tell.
        self.doubted: frozenset[str] = frozenset()
        self.agreed: frozenset[str] = frozenset()
        # What a person has just said of the very code that is being taken.
        self.said: Pairing | None = None

    @property
    def is_begun(self) -> bool:
        """Whether a next code or a word is waited for."""
        return self.box.is_begun or self.carton is not None

    def show(self, batch: Batch | None) -> None:
        """Turn to this batch: its box that was begun, its answers."""
        same = batch is not None and self._batch is not None and batch.id == self._batch.id
        self._batch = batch
        if not same:
            self.carton = None
        if batch is None:
            self._clear()
            return
        self._answers = self._boxes.answers(batch.id)
        self.parts = self._boxes.parts(batch.id)
        self.box = Box(batch.draft.codes_per_box)
        self.raws = ()
        raw = ""
        for part in self.parts:
            raw = part.raw or raw
            put = self.box.put(Reading(part.kind, part.value, _RULES[part.kind], certain=True, slot=part.slot))
            # What the batch no longer asks for stays on disk and is not waited for.
            if isinstance(put, Box):
                self.box = put
                self.raws = (*self.raws, raw) if raw else self.raws
                raw = ""

    def show_again(self) -> None:
        """Turn to what another window has made of the box that was begun."""
        self.show(self._batch)

    def put_by(self, box: Box, readings: Sequence[Reading], scanned: Scanned, entry: Entry) -> None:
        """Keep what one scan brought of the box that is being scanned, one code or several. Raises ScanRejected."""
        assert self._batch is not None  # noqa: S101 - codes are put by in a batch alone
        raws = (scanned.received, *[""] * (len(readings) - 1))
        parts = [BoxPart(one.kind, one.value, one.slot, raw) for one, raw in zip(readings, raws, strict=True)]
        self._boxes.put_by(self._batch.id, self.parts, parts, entry)
        self.box = box
        self.parts = (*self.parts, *parts)
        self.raws = (*self.raws, scanned.received)

    def drop(self, diary: "ScanDiary") -> None:
        """Leave the carton that waits, or else wait for no further code of this box."""
        assert self._batch is not None  # noqa: S101 - as above
        if self.carton is not None:
            diary.write(Event.DROPPED, self._batch.id, self.carton.scanned.received, "carton not added")
            self.carton = None
            return
        entry = diary.entry(Event.DROPPED, self._batch.id, "\n".join(self.raws), "box dropped")
        self._boxes.drop(self._batch.id, self.parts, entry)
        self.show_again()

    def finished(self) -> None:
        """The box became a device, or was dropped."""
        self.box = Box(self.box.codes)
        self.raws = ()
        self.parts = ()

    def answer(self, ask: Ask, answer: Answer, entry: Entry) -> None:
        """Remember an answer for the rest of the batch; one about what may be a product code for that code alone."""
        assert self._batch is not None  # noqa: S101 - questions are asked in a batch alone
        key = self._asked[1] if self._asked is not None and self._asked[0] is ask else ask.value
        self._boxes.answer(self._batch.id, key, answer.value, entry)
        self._answers[key] = answer.value
        self._asked = None

    @property
    def pairing(self) -> Pairing | None:
        """Whether the IMEIs of one code are phones with two each, once that was answered."""
        answered = self._answered(Ask.PAIRING.value)
        return Pairing(answered.value) if answered in {Answer.PAIRS, Answer.SINGLES} else None

    @contextmanager
    def hearing(self, *, agreed: frozenset[str] = frozenset(), said: Pairing | None = None) -> Iterator[None]:
        """While a code is taken once more, with what was just said of it."""
        self.agreed, self.said = agreed, said
        try:
            yield
        finally:
            self.agreed, self.said = frozenset(), None

    def begins_otherwise(self, imei: str) -> bool:
        """Whether this batch holds pairs of neighbours, and none begins on the same kind of number, even or odd."""
        assert self._batch is not None  # noqa: S101 - as above
        return self._boxes.begins_otherwise(self._batch.id, imei)

    def settled(self, reading: Reading, *, has_imeis: bool) -> Reading | Question | None:
        """An unclear reading as it was answered for this batch, or what has to be asked; None when it is to be ignored.

        `has_imeis` says whether the batch holds devices with an IMEI, beside which a serial number is a question.
        """
        assert self._batch is not None  # noqa: S101 - as above
        draft = self._batch.draft
        codes = draft.codes_per_box
        if reading.rule is Rule.FOURTEEN_DIGITS:
            takes_serials = codes.wants_serial or (codes.imeis == 1 and draft.takes_serials)
            question = fourteen_digits(takes_serials=takes_serials, takes_imeis=codes.imeis > 0)
            if codes.imeis == 0:
                return _as(reading, Kind.SERIAL, reading.value)
            if has_gtin_check_digit(reading.value):
                question = replace(question, hint=scan_words.LIKE_A_PRODUCT_CODE)
            return self._as_answered(reading, question, with_check_digit(reading.value))
        if reading.rule is Rule.IMEISV:
            if codes.imeis == 0:
                return _as(reading, Kind.SERIAL, reading.value)
            return self._as_answered(reading, IMEISV, with_check_digit(reading.value[:14]))
        if reading.kind is Kind.SERIAL and codes.imeis == 1 and draft.takes_serials and has_imeis:
            return self._as_answered(reading, SERIALS, "")
        return reading

    def _as_answered(self, reading: Reading, question: Question, imei: str) -> Reading | Question | None:
        if imei and not is_imei(imei):
            return replace(reading, kind=Kind.UNKNOWN, rule=Rule.IMEI_ALL_ZERO, certain=True)
        key = _key(question.ask, reading.value)
        answered = self._answered(key)
        if answered is None:
            self._asked = (question.ask, key)
            return with_outcomes(question, reading.value, imei)
        if answered is Answer.IMEI:
            return _as(reading, Kind.IMEI, imei)
        if answered is Answer.SERIAL:
            return _as(reading, Kind.SERIAL, reading.value)
        return None

    def _answered(self, key: str) -> Answer | None:
        kept = self._answers.get(key)
        return None if kept is None else Answer(kept)

    def _clear(self) -> None:
        self._answers = {}
        self.box = Box(CodesPerBox.ONE_IMEI)
        self.raws = ()
        self.parts = ()


def _key(ask: Ask, value: str) -> str:
    """What an answer is kept under: one in ten IMEIs looks like a GTIN-14, and of every such code it is asked anew."""
    is_alone = ask is Ask.FOURTEEN_DIGITS and has_gtin_check_digit(value)
    return f"{ask.value}:{value}" if is_alone else ask.value


def _as(reading: Reading, kind: Kind, value: str) -> Reading:
    return replace(reading, kind=kind, value=value, certain=True)
