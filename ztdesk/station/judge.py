"""What becomes of the readings of one code in the batch at hand: a device, a code of a box, a carton, or a refusal.

Writes what is to be kept before it says so. Knows no lock and no pause.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from ztdesk.domain.batch import Batch, Item, NewItem
from ztdesk.domain.box import Box, Misfit
from ztdesk.domain.carton import LabelContent, carton_of_serials, content_of, lone_serials, names_several, unclear_of
from ztdesk.domain.errors import ScanRejected, StoreFailure
from ztdesk.domain.explain import shown_code
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.label import beside_batch
from ztdesk.domain.origin import BY_HAND
from ztdesk.domain.question import Question, pairing
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.domain.text import Text, text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.station import carton_words, scan_words
from ztdesk.station.box_bench import BoxBench, Scanned, WaitingCarton
from ztdesk.station.choice_words import with_phones
from ztdesk.station.pair_doubt import PairDoubt
from ztdesk.station.wanted import (
    BAD_IMEIS,
    alone,
    explanation_of,
    identifier_of,
    is_wanted,
    most_telling,
    still_expected,
)
from ztdesk.store.items import Items
from ztdesk.store.live_places import Place

Told = tuple[Verdict, bool]
"""A verdict, and whether the journal tells of its scan already."""

_READ_TWICE_S = 1.0
"""Scanners read a code twice within about 0.3 s; nobody reads what a carton holds and scans it again within a second."""
_NO_CODE = Reading(Kind.UNKNOWN, "", Rule.EMPTY, certain=True)


class Judge:
    """Judges codes for one station. Methods may raise StoreFailure."""

    def __init__(self, items: Items, bench: BoxBench, clock: Callable[[], float]) -> None:
        self._items = items
        self._bench = bench
        self._clock = clock
        self._doubt = PairDoubt(items, bench)

    def take(self, batch: Batch, scanned: Scanned, readings: Sequence[Reading], author: Author) -> Told:
        """What becomes of a code that was read as `readings`, at least one."""
        carton = self._bench.carton
        if carton is not None:
            if carton.scanned.payload == scanned.payload:
                return self._confirm(batch, carton, author)
            return _said(VerdictKind.REFUSED, *scan_words.CARTON_WAITS, readings[0]), False
        draft = batch.draft
        readings = [beside_batch(reading, draft.manufacturer, draft.model) for reading in readings]
        if names_several(readings):
            return self._take_label(batch, scanned, readings, author)
        settled = self._settled(batch, readings)
        if isinstance(settled, Question):
            return _asked(settled, readings[0]), False
        if settled is None:
            return _said(VerdictKind.IGNORED, *scan_words.IGNORED_BEFORE, readings[0]), False
        wanted = [reading for reading in settled if is_wanted(reading, batch)]
        bad = [reading for reading in settled if reading.rule in BAD_IMEIS]
        if not wanted or bad:
            told = (bad or most_telling(settled))[0]
            explanation = explanation_of(told, draft)
            return _said(explanation.kind, explanation.title, explanation.detail, told), False
        serials = lone_serials(wanted)
        unclear = unclear_of(settled)
        if len(serials) > 1 or (serials and len(unclear) > 1 and not wanted[0].certain):
            if draft.codes_per_box.imeis == 2:
                return _said(VerdictKind.REFUSED, *scan_words.SEVERAL_SERIALS, wanted[0]), False
            content = carton_of_serials(serials, draft.manufacturer, draft.model, unclear)
            return self._show_carton(batch, scanned, content, wanted[0])
        if draft.codes_per_box.imeis == 2 or draft.codes_per_box.wants_serial:
            return self._take_codes(batch, scanned, wanted, author)
        return self._add_one(batch, scanned, identifier_of(wanted, batch), wanted[0], author)

    def finish(self, batch: Batch, author: Author) -> Verdict:
        """Add the carton that waits, or the box that was begun with the codes it has."""
        carton, self._bench.carton = self._bench.carton, None
        if carton is not None:
            return self._add_carton(batch, carton, author)
        box = self._bench.box
        if not box.is_begun:
            return _said(VerdictKind.IGNORED, *scan_words.NOTHING_BEGUN, _NO_CODE)
        if not box.is_nameable:
            return _said(VerdictKind.REFUSED, *scan_words.NOT_NAMEABLE, _NO_CODE)
        return self._complete(batch, box, Scanned("", BY_HAND), (), author)[0]

    # --- a code with the numbers of one device or of many

    def _take_label(self, batch: Batch, scanned: Scanned, readings: Sequence[Reading], author: Author) -> Told:
        draft = batch.draft
        content = content_of(
            readings, draft.codes_per_box, draft.manufacturer, draft.model, self._bench.pairing, self._bench.said
        )
        first = readings[0]
        if content.must_ask:
            count = len(content.devices)
            return _asked(with_phones(pairing(count), count), first), False
        if not content.devices:
            broken = next((one for one in content.rejected if one.kind is not Kind.IMEI), None)
            if broken is None or broken.rule is Rule.LONG_RUN:
                words = scan_words.ODD_IMEIS if broken is None else scan_words.TORN_IMEIS
                return _said(VerdictKind.REFUSED, *words, first), False
            explanation = explanation_of(broken, draft)
            return _said(explanation.kind, explanation.title, explanation.detail, broken), False
        doubt = self._doubt.of_label(batch, content)
        if doubt is not None:
            told = _asked(doubt, first) if isinstance(doubt, Question) else _said(VerdictKind.REFUSED, *doubt, first)
            return told, False
        box = self._bench.box
        if len(content.devices) == 1 and not content.rejected:
            device = content.devices[0]
            if not box.is_begun:
                return self._add_one(batch, scanned, device, first, author)
            whole = box.put_label(device)
            if isinstance(whole, Misfit):
                return _said(VerdictKind.REFUSED, *scan_words.misfit_words(whole), first), False
            strange = [imei for imei in box.imeis if imei not in {device.imei, device.imei2}]
            if strange and device.imei and (doubt := self._doubt.of_two(batch, strange[0], device.imei)):
                return _asked(doubt, first), False
            return self._complete(batch, whole, scanned, readings, author)
        if box.is_begun:
            return _said(VerdictKind.REFUSED, *scan_words.CARTON_AMID_BOX, first), False
        return self._show_carton(batch, scanned, content, first)

    def _show_carton(self, batch: Batch, scanned: Scanned, content: LabelContent, first: Reading) -> Told:
        places = [place for device in content.devices if (place := self._items.find_live(device)) is not None]
        new = len(content.devices) - len(places)
        if not new:
            return self._already(places[0], batch, first), False
        title, detail = carton_words.carton_words(new, len(places), len(content.rejected), still_expected(batch))
        verdict = replace(_said(VerdictKind.PART, title, detail, first), code="")
        self._bench.carton = WaitingCarton(scanned, content, verdict, self._clock())
        return verdict, False

    def _confirm(self, batch: Batch, carton: WaitingCarton, author: Author) -> Told:
        """The carton that waits was scanned again; a scanner that reads twice at once has confirmed nothing."""
        now = self._clock()
        if 0 <= now - carton.read_at < _READ_TWICE_S:
            self._bench.carton = replace(carton, read_at=now)
            return replace(carton.verdict, kind=VerdictKind.IGNORED), False
        return self.finish(batch, author), True

    def _add_carton(self, batch: Batch, carton: WaitingCarton, author: Author) -> Verdict:
        news = [self._new(batch, carton.scanned, device) for device in carton.content.devices]
        try:
            results = self._items.add_carton(batch.id, news, self._clock(), author)
        except ScanRejected as error:
            return _said(VerdictKind.REFUSED, error.title, error.hint, _NO_CODE)
        added = [result for result in results if isinstance(result, Item)]
        places = [result for result in results if isinstance(result, Place)]
        here = [new.identifier.shown() for new, result in zip(news, results, strict=True) if isinstance(result, Place)]
        unclear = [shown_code(reading.value) for reading in carton.content.rejected]
        title, detail = carton_words.carton_added_words(len(added), here, unclear)
        kind = VerdictKind.UNEXPECTED if any(item.is_unexpected for item in added) else VerdictKind.ADDED
        locks = scan_words.elsewhere(places, batch) is not None
        verdict = replace(_said(kind, title, detail, _NO_CODE), added=tuple(item.id for item in added), locks=locks)
        return replace(verdict, item_id=added[-1].id) if added else verdict

    # --- the codes of one box, one after the other

    def _take_codes(self, batch: Batch, scanned: Scanned, wanted: Sequence[Reading], author: Author) -> Told:
        box = self._bench.box
        fresh: list[Reading] = []
        for reading in wanted:
            if reading.kind is not Kind.SERIAL:
                place = self._items.find_live(alone(reading))
                if place is not None:
                    return self._already(place, batch, reading), False
            put = box.put(reading)
            if put is Misfit.SAME_CODE:
                continue
            if isinstance(put, Misfit):
                return _said(VerdictKind.REFUSED, *scan_words.misfit_words(put), reading), False
            is_second = reading.kind is Kind.IMEI and box.imeis
            if is_second and (doubt := self._doubt.of_two(batch, box.imeis[0], reading.value)):
                return _asked(doubt, reading), False
            box = put
            fresh.append(reading)
        title, detail = scan_words.part_words(box)
        if not fresh:
            return _said(VerdictKind.DUPLICATE, text("Already in this box"), detail, wanted[0]), False
        if box.is_complete:
            return self._complete(batch, box, scanned, fresh, author)
        told = "put by: " + ", ".join(reading.kind.value for reading in fresh)
        scanner = scanned.origin.scanner
        entry = Entry(
            self._clock(), author, Event.PUT_BY, batch.id, scanned.received, told, scanner, scanned.understood
        )
        try:
            self._bench.put_by(box, fresh, scanned, entry)
        except ScanRejected as error:
            return self._elsewhere(error, fresh[-1])
        return _said(VerdictKind.PART, title, detail, fresh[-1]), True

    def _complete(self, batch: Batch, box: Box, scanned: Scanned, wanted: Sequence[Reading], author: Author) -> Told:
        draft = batch.draft
        raws = self._bench.raws if not wanted else (*self._bench.raws, scanned.received)
        new = replace(self._new(batch, scanned, box.identifier(draft.manufacturer, draft.model)), raw="\n".join(raws))
        shown = Reading(Kind.IMEI, new.identifier.plain(), Rule.IMEI_CHECKED, certain=True)
        try:
            added = self._items.add_box(batch.id, new, self._bench.parts, self._clock(), author)
        except ScanRejected as error:
            return self._elsewhere(error, shown)
        if isinstance(added, Place):
            return self._already(added, batch, shown), True
        self._bench.finished()
        return self._added(added, scan_words.completed_words(box, new.identifier), shown), True

    def _elsewhere(self, error: ScanRejected, reading: Reading) -> Told:
        """Another window has changed the box or closed the batch."""
        self._bench.show_again()
        return _said(VerdictKind.REFUSED, error.title, error.hint, reading), False

    # --- one device

    def _add_one(
        self, batch: Batch, scanned: Scanned, device: DeviceIdentifier, first: Reading, author: Author
    ) -> Told:
        shown = first if first.value == device.plain() else replace(first, kind=Kind.IMEI, value=device.plain())
        new = self._new(batch, scanned, device)
        try:
            added = self._items.add(batch.id, new, self._clock(), author)
        except ScanRejected as error:
            return _said(VerdictKind.REFUSED, error.title, error.hint, shown), False
        if isinstance(added, Place):
            return self._already(added, batch, shown), True
        return self._added(added, self._added_words(shown, device), shown), True

    def _added(self, item: Item, detail: Text, shown: Reading) -> Verdict:
        kind, title = VerdictKind.ADDED, text("Added")
        if item.is_unexpected:
            kind = VerdictKind.UNEXPECTED
            title, detail = scan_words.ON_NO_NOTE
        return replace(_said(kind, title, detail, shown), item_id=item.id, added=(item.id,))

    def _added_words(self, reading: Reading, device: DeviceIdentifier) -> Text:
        before = None
        # The device is on disk: a look back that fails must not call it refused.
        with suppress(StoreFailure):
            before = self._items.claimed_before(device.imei) if device.imei else None
        if before is not None:
            return text("IMEI. This PC claimed it before, for {name}.", name=before[0])
        carried = scan_words.carried_words(device)
        if carried is not None and (device.imei or device.meid):
            return carried
        name = scan_words.KIND_NAMES[reading.kind]
        return text("{kind} · {symbology}", kind=name, symbology=reading.symbology) if reading.symbology else name

    def _already(self, place: Place, batch: Batch, reading: Reading) -> Verdict:
        title, detail = scan_words.duplicate_words(place, batch, self._clock())
        verdict = _said(VerdictKind.DUPLICATE, title, detail, reading)
        return replace(verdict, item_id=place.item_id, locks=place.batch_id != batch.id)

    def _new(self, batch: Batch, scanned: Scanned, device: DeviceIdentifier) -> NewItem:
        return NewItem(
            device,
            scanned.received,
            scanner=scanned.origin.scanner,
            understood=scanned.understood,
            is_looked_for=batch.has_note,
        )

    def _settled(self, batch: Batch, readings: Sequence[Reading]) -> list[Reading] | Question | None:
        """The readings with what was answered before put in; None when all there is was answered to be ignored."""
        settled: list[Reading] = []
        for reading in readings:
            unclear = reading.kind is Kind.AMBIGUOUS or (reading.kind is Kind.SERIAL and not reading.certain)
            if not unclear or len(readings) > 1:
                settled.append(reading)
                continue
            has_imeis = reading.kind is Kind.SERIAL and self._items.has_imeis(batch.id)
            answered = self._bench.settled(reading, has_imeis=has_imeis)
            if isinstance(answered, Question):
                return answered
            if answered is not None:
                settled.append(answered)
        return settled or None


def _asked(question: Question, reading: Reading) -> Verdict:
    return replace(_said(VerdictKind.ASKED, question.title, scan_words.ASKED, reading), question=question)


def _said(kind: VerdictKind, title: Text, detail: Text, reading: Reading) -> Verdict:
    return Verdict(kind, title, detail, shown_code(reading.value) if reading.value else "")
