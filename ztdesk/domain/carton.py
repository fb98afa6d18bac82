"""One code that names several numbers -> the devices it means: a dual-SIM phone's label or a carton of many phones.

Decides by the label's own IMEI1/IMEI2, by counting serial numbers and by what boxes of the batch bear; where none of
them decides it says what has to be asked. Says which pairs are only guessed; whether these can be, others judge. Knows no
batch and no words for people.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.pair import tac_of
from ztdesk.domain.reading import Kind, Reading, Rule

_NO_IMEIS = frozenset({Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEI_NAMED_WRONG_LENGTH})
_CHECKED_DIGITS = 14
"""Digits of an IMEI before its check digit, which those of a number that is not clear may be."""
_SHORTEST_PIECE = 4


class Pairing(Enum):
    """The answer to whether unlabelled IMEIs of one code are one phone's two, or a phone each."""

    PAIRS = "pairs"
    SINGLES = "singles"


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The devices one code names, in its order, and those of its numbers that name none for sure (`rejected`).

    Without devices, `rejected` says why: a broken number, or else an odd number of IMEIs of phones with two each.
    `must_ask` where pairs and single phones are both possible; `devices` are then the single ones. `is_guessed` where the
    label does not name IMEI1 and IMEI2, so that its phones' pairs are those of its order; `is_parted` where between the two
    of such a pair something stands that nobody could read.
    """

    devices: tuple[DeviceIdentifier, ...]
    rejected: tuple[Reading, ...] = ()
    must_ask: bool = False
    is_guessed: bool = False
    is_parted: bool = False


def names_several(readings: Sequence[Reading]) -> bool:
    """Whether a code holds more than one number of devices, so that it is more than one code of a box.

    Beside an IMEI one number of 14 digits is a serial number or a product code of the same box; two of them, or one of 16,
    may be phones.
    """
    named = sum(reading.kind in {Kind.IMEI, Kind.MEID} for reading in readings)
    unclear = unclear_of(readings) if named == 1 else ()
    return named > 1 or len(unclear) > 1 or any(reading.rule is Rule.IMEISV for reading in unclear)


def unclear_of(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The numbers of 14 or 16 digits that may be IMEIs, but for those that are an IMEI of the code once more."""
    return tuple(spot.reading for spot in _numbers(readings) if spot.reading.kind is Kind.AMBIGUOUS)


def content_of(
    readings: Sequence[Reading],
    codes: CodesPerBox,
    maker: str,
    model: str,
    pairing: Pairing | None = None,
    said: Pairing | None = None,
) -> LabelContent:
    """What a code of several numbers means in a batch whose boxes bear `codes`.

    `pairing` is what was answered before, `said` what a person has just said of this very code.

    A broken IMEI keeps its place, and so does a number that may be one, so that no two phones' numbers close up over it;
    what stands with it in one phone is left out with it, and then no serial number or MEID is given to a phone by its
    place either. One number of 14 digits before or after all others is no phone's IMEI, unless it begins like one of them.
    """
    numbers = _numbers(readings)
    meids = _unrepeated(readings, lambda reading: reading.kind is Kind.MEID)
    if all(spot.reading.kind is Kind.AMBIGUOUS for spot in numbers):
        devices = [DeviceIdentifier(meid=spot.reading.value, manufacturer=maker, model=model) for spot in meids]
        return LabelContent(tuple(devices), tuple(spot.reading for spot in numbers))
    extra = _extra(numbers)
    numbers = [spot for spot in numbers if spot is not extra]
    likely = _unrepeated(readings, lambda reading: reading.kind is Kind.SERIAL)
    serials = [spot for spot in likely if spot.reading.certain or codes.wants_serial]
    is_asked = False
    groups = _by_slots(numbers)
    if groups is None:
        decided = said or _decided(len(numbers), len(likely), codes, pairing)
        if decided is None and sum(not spot.is_broken for spot in numbers) < 2:
            decided = Pairing.PAIRS  # one IMEI and what may be its phone's other one: no phone is whole
        is_asked = decided is None
        numbers = _with_pieces(readings, numbers) if decided is Pairing.PAIRS else numbers
        step = 2 if decided is Pairing.PAIRS else 1
        groups = [numbers[at : at + step] for at in range(0, len(numbers), step)]
        if decided is Pairing.PAIRS and len(numbers) % 2:
            return LabelContent((), tuple(spot.reading for spot in numbers))
    is_guessed = _by_slots(numbers) is None
    whole = [group for group in groups if not any(spot.is_broken for spot in group)]
    rejected = tuple(spot.reading for group in groups if group not in whole for spot in group)
    by_place = not rejected
    devices = [
        _device([spot.reading.value for spot in group], meid, serial, maker, model)
        for group, meid, serial in zip(
            whole, _beside(whole, meids, by_place), _beside(whole, serials, by_place), strict=True
        )
    ]
    if extra is not None and len(devices) > 1:
        rejected = (*rejected, extra.reading)
    is_parted = is_guessed and any(_is_parted(readings, group) for group in whole)
    return LabelContent(tuple(devices), rejected, is_asked, is_guessed, is_parted)


def lone_serials(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The serial numbers of a code that names no IMEI and no MEID: the labelled ones, or else what looks like one."""
    if any(reading.kind in {Kind.IMEI, Kind.MEID} for reading in readings):
        return ()
    serials = [reading for reading in readings if reading.kind is Kind.SERIAL]
    labelled = [reading for reading in serials if reading.certain]
    return tuple(dict.fromkeys(reading.value for reading in labelled or serials))


def carton_of_serials(
    serials: Sequence[str], maker: str, model: str, unclear: tuple[Reading, ...] = ()
) -> LabelContent:
    """A device for each serial number; `unclear` are the code's numbers of which nobody knows what they are."""
    devices = (DeviceIdentifier(serial=serial, manufacturer=maker, model=model) for serial in serials)
    return LabelContent(tuple(devices), unclear)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A reading and its place in the code, counted from 0."""

    place: int
    reading: Reading

    @property
    def is_broken(self) -> bool:
        return self.reading.kind is not Kind.IMEI


def _numbers(readings: Sequence[Reading]) -> list[_Spot]:
    """What is or may be an IMEI, or should have been one; none twice."""
    wholes = {reading.value[:_CHECKED_DIGITS] for reading in readings if reading.kind is Kind.IMEI}

    def is_meant(reading: Reading) -> bool:
        if reading.kind is Kind.AMBIGUOUS:
            return reading.slot is not None or reading.value[:_CHECKED_DIGITS] not in wholes
        return reading.kind is Kind.IMEI or reading.rule in _NO_IMEIS

    return _unrepeated(readings, is_meant)


def _extra(numbers: Sequence[_Spot]) -> _Spot | None:
    """The one number of 14 digits that stands before or after all others and begins like none of them."""
    unclear = [spot for spot in numbers if spot.reading.kind is Kind.AMBIGUOUS]
    if len(unclear) != 1 or unclear[0].reading.rule is not Rule.FOURTEEN_DIGITS:
        return None
    is_at_edge = unclear[0] in {numbers[0], numbers[-1]}
    is_meant = unclear[0].reading.slot is not None or _begins_like(unclear[0].reading.value, numbers)
    return unclear[0] if is_at_edge and not is_meant else None


def _begins_like(digits: str, numbers: Sequence[_Spot]) -> bool:
    """Whether these digits may be a piece of an IMEI of the same model as one of `numbers`."""
    codes = {tac_of(spot.reading.value) for spot in numbers if not spot.is_broken}
    return len(digits) >= _SHORTEST_PIECE and any(digits.startswith(tac) or tac.startswith(digits) for tac in codes)


def _with_pieces(readings: Sequence[Reading], numbers: Sequence[_Spot]) -> list[_Spot]:
    """The numbers, and in their places the digits that may be what is left of one.

    These stand among the IMEIs or begin like one, so that no two phones close up over them.
    """
    places = [spot.place for spot in numbers if not spot.is_broken]
    pieces = [
        _Spot(place, replace(reading, kind=Kind.UNKNOWN, rule=Rule.LONG_RUN))
        for place, reading in enumerate(readings)
        if (reading.kind is Kind.UNKNOWN or (reading.kind is Kind.SERIAL and not reading.certain))
        and reading.value.isdigit()
        and reading.rule not in _NO_IMEIS
        and (places[0] < place < places[-1] or _begins_like(reading.value, numbers))
    ]
    return sorted((*numbers, *pieces), key=lambda spot: spot.place)


def _is_parted(readings: Sequence[Reading], group: Sequence[_Spot]) -> bool:
    between = readings[group[0].place + 1 : group[-1].place]
    return any(reading.kind is Kind.UNKNOWN for reading in between)


def _decided(imeis: int, serials: int, codes: CodesPerBox, answered: Pairing | None) -> Pairing | None:
    if serials == imeis and imeis > 2:
        return Pairing.SINGLES
    if serials * 2 == imeis:
        return Pairing.PAIRS
    if imeis == 2:
        return Pairing.PAIRS if codes.imeis == 2 else answered
    # A carton of many: an even number of IMEIs is what either kind of phone gives, an odd one in a batch of phones with
    # two IMEIs says that one was not read.
    return answered if codes.imeis == 2 or answered is Pairing.PAIRS else Pairing.SINGLES


def _by_slots(numbers: Sequence[_Spot]) -> list[list[_Spot]] | None:
    """Numbers grouped by the label's own IMEI1/IMEI2; None when it does not name every IMEI.

    A broken one has the slot that the label names, or fits any.
    """
    slots = {spot.reading.slot for spot in numbers if not spot.is_broken or spot.reading.slot is not None}
    if None in slots:
        return None
    if len(slots) == 1:
        return [[spot] for spot in numbers]
    groups = _by_repeated_slot(numbers, first_is_one=False)
    if len({tuple(spot.reading.slot for spot in group) for group in groups}) > 1:
        # Phones with one and with two IMEIs, or a field that is missing: only IMEI1 says for sure where a phone begins.
        groups = _by_repeated_slot(numbers, first_is_one=True)
    return groups


def _by_repeated_slot(numbers: Sequence[_Spot], *, first_is_one: bool) -> list[list[_Spot]]:
    groups: list[list[_Spot]] = []
    for spot in numbers:
        slot = spot.reading.slot
        begins = not groups or len(groups[-1]) == 2 or (first_is_one and slot == 1)
        if begins or (slot is not None and slot in {one.reading.slot for one in groups[-1]}):
            groups.append([])
        groups[-1].append(spot)
    return groups


def _beside(groups: Sequence[Sequence[_Spot]], others: Sequence[_Spot], by_place: bool) -> list[str]:
    """The one of `others` that belongs to each group: the only one, or those that alternate with the groups; else none."""
    none = [""] * len(groups)
    if not by_place or len(others) != len(groups):
        return none
    values = [other.reading.value for other in others]
    if len(groups) == 1:
        return values
    order = sorted(
        [(spot.place, number) for number, group in enumerate(groups) for spot in group]
        + [(other.place, -1) for other in others]
    )
    alternating = [number for number, _ in groupby(number for _, number in order)]
    after = [number for group in range(len(groups)) for number in (group, -1)]
    before = [number for group in range(len(groups)) for number in (-1, group)]
    return values if alternating in (after, before) else none


def _unrepeated(readings: Sequence[Reading], is_meant: Callable[[Reading], bool]) -> list[_Spot]:
    first: dict[str, _Spot] = {}
    for place, reading in enumerate(readings):
        if is_meant(reading):
            first.setdefault(reading.value, _Spot(place, reading))
    return list(first.values())


def _device(imeis: Sequence[str], meid: str, serial: str, maker: str, model: str) -> DeviceIdentifier:
    lower, higher = (*sorted(imeis), "", "")[:2]
    return DeviceIdentifier(imei=lower, imei2=higher, meid=meid, serial=serial, manufacturer=maker, model=model)
