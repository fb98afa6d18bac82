"""One code that names several numbers -> the devices it means: a dual-SIM phone's label or a carton of many phones.

Decides by the label's own IMEI1/IMEI2, by counting serial numbers and by what boxes of the batch bear; where none of
them decides it says what has to be asked. Knows no batch and no words for people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.reading import Kind, Reading, Rule

_NO_IMEIS = frozenset({Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEI_NAMED_WRONG_LENGTH})


class Pairing(Enum):
    """The answer to whether unlabelled IMEIs of one code are one phone's two, or a phone each."""

    PAIRS = "pairs"
    SINGLES = "singles"


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The devices one code names, in its order, and those of its numbers that name none for sure (`rejected`).

    `must_ask` where pairs and single phones are both possible; `devices` are then the single ones.
    """

    devices: tuple[DeviceIdentifier, ...]
    rejected: tuple[Reading, ...] = ()
    must_ask: bool = False


def names_several(readings: Sequence[Reading]) -> bool:
    """Whether a code holds more than one number of devices, so that it is more than one code of a box."""
    return sum(reading.kind in {Kind.IMEI, Kind.MEID} for reading in readings) > 1


def content_of(
    readings: Sequence[Reading], codes: CodesPerBox, maker: str, model: str, pairing: Pairing | None = None
) -> LabelContent:
    """What a code of several numbers means in a batch whose boxes bear `codes`; `pairing` is what was answered before."""
    imeis = _unrepeated([reading for reading in readings if reading.kind is Kind.IMEI])
    likely = [reading for reading in readings if reading.kind is Kind.SERIAL]
    serials = _values([reading for reading in likely if reading.certain or codes.wants_serial])
    meids = _values([reading for reading in readings if reading.kind is Kind.MEID])
    rejected = tuple(reading for reading in readings if reading.rule in _NO_IMEIS)
    groups = _by_slots(imeis)
    if groups is None:
        numbers = [reading.value for reading in imeis]
        pairs = [numbers[at : at + 2] for at in range(0, len(numbers), 2)]
        singles = [[number] for number in numbers]
        decided = _decided(len(numbers), len(_values(likely)), codes)
        if decided is None:
            decided = pairing
        groups = pairs if decided is Pairing.PAIRS else singles
        must_ask = decided is None
    else:
        must_ask = False
    named_serials = serials if len(serials) == len(groups) else [""] * len(groups)
    named_meids = meids if len(meids) == len(groups) else [""] * len(groups)
    devices = [
        _device(group, meid, serial, maker, model)
        for group, meid, serial in zip(groups, named_meids, named_serials, strict=True)
    ]
    if not groups:
        devices = [DeviceIdentifier(meid=meid, manufacturer=maker, model=model) for meid in meids]
    return LabelContent(tuple(devices), rejected, must_ask)


def _decided(imeis: int, serials: int, codes: CodesPerBox) -> Pairing | None:
    if imeis % 2 or (serials == imeis and imeis > 2):
        return Pairing.SINGLES
    if serials * 2 == imeis:
        return Pairing.PAIRS
    if imeis == 2:
        return Pairing.PAIRS if codes.imeis == 2 else None
    # A carton of many: an even number of IMEIs is what either kind of phone gives.
    return None if codes.imeis == 2 else Pairing.SINGLES


def _by_slots(imeis: Sequence[Reading]) -> list[list[str]] | None:
    """IMEIs grouped by the label's own IMEI1/IMEI2; None when it does not name every one of them."""
    if any(reading.slot is None for reading in imeis):
        return None
    groups: list[list[str]] = []
    taken: set[int | None] = set()
    for reading in imeis:
        if not groups or reading.slot in taken or reading.slot == 1:
            groups.append([])
            taken = set()
        groups[-1].append(reading.value)
        taken.add(reading.slot)
    return groups


def _unrepeated(readings: Sequence[Reading]) -> list[Reading]:
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.value, reading)
    return list(first.values())


def _values(readings: Sequence[Reading]) -> list[str]:
    return list(dict.fromkeys(reading.value for reading in readings))


def _device(imeis: Sequence[str], meid: str, serial: str, maker: str, model: str) -> DeviceIdentifier:
    lower, higher = (*sorted(imeis), "", "")[:2]
    return DeviceIdentifier(imei=lower, imei2=higher, meid=meid, serial=serial, manufacturer=maker, model=model)
