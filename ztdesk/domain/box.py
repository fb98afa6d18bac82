"""The codes on one phone's box -> one device, in any order. Knows no batch, no row and no words for people.

Puts together what can be of one phone; whether two IMEIs that can be are, others must ask.

Rules: the reseller API's "Identifiers" page (with two IMEIs the lower one comes first; a serial number names a device
only together with its maker and model).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.pair import kinship
from ztdesk.domain.reading import Kind, Reading


class CodesPerBox(Enum):
    """Which codes of a box are scanned before it counts as one device; a setting of the batch."""

    ONE_IMEI = "imei"
    TWO_IMEIS = "imei_imei2"
    TWO_IMEIS_AND_SERIAL = "imei_imei2_serial"
    SERIAL = "serial"

    @property
    def imeis(self) -> int:
        """How many IMEIs a box has."""
        return {CodesPerBox.ONE_IMEI: 1, CodesPerBox.SERIAL: 0}.get(self, 2)

    @property
    def wants_serial(self) -> bool:
        """Whether the serial number is one of its codes."""
        return self in {CodesPerBox.TWO_IMEIS_AND_SERIAL, CodesPerBox.SERIAL}


class Misfit(Enum):
    """Why a code is not put into the box that was begun."""

    SAME_CODE = "already one of this box's codes"
    OTHER_TAC = "an IMEI of another model of phone"
    SAME_SLOT = "another IMEI under the number on the label that one of this box has already"
    THIRD_IMEI = "a third IMEI"
    SECOND_SERIAL = "a second serial number"
    OTHER_MEID = "a MEID and an IMEI that nothing proves to be of one phone"
    NOT_ASKED_FOR = "no code that boxes of this batch are known by"


@dataclass(frozen=True, slots=True)
class Box:
    """The codes of one box so far, in the order of the scans. `slots` are what the labels call each IMEI, or None."""

    codes: CodesPerBox
    imeis: tuple[str, ...] = ()
    slots: tuple[int | None, ...] = ()
    meid: str = ""
    serial: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether it holds a code."""
        return bool(self.imeis or self.serial or self.meid)

    @property
    def is_nameable(self) -> bool:
        """Whether what it holds names a device, should no further code come."""
        return bool(self.imeis or self.meid or (self.serial and self.codes is CodesPerBox.SERIAL))

    @property
    def is_complete(self) -> bool:
        """Whether all codes are there that a box of this batch has; a MEID alone is all a phone without IMEI has."""
        if self.codes is CodesPerBox.ONE_IMEI and self.meid:
            return True
        return len(self.imeis) >= self.codes.imeis and bool(self.serial or not self.codes.wants_serial)

    def put(self, reading: Reading) -> "Box | Misfit":
        """The box with one code more, or why that code is not this box's."""
        if reading.kind is Kind.IMEI:
            return self._put_imei(reading)
        if reading.kind is Kind.MEID:
            if self.meid:
                return Misfit.SAME_CODE if self.meid == reading.value else Misfit.THIRD_IMEI
            if not _are_of_one_phone(reading.value, self.imeis):
                return Misfit.OTHER_MEID
            return replace(self, meid=reading.value)
        if reading.kind is Kind.SERIAL and self.codes.wants_serial:
            if self.serial:
                return Misfit.SAME_CODE if self.serial == reading.value else Misfit.SECOND_SERIAL
            return replace(self, serial=reading.value)
        return Misfit.NOT_ASKED_FOR

    def put_label(self, device: DeviceIdentifier) -> "Box | Misfit":
        """The box with everything a label says that names one whole device, or why the codes so far are not of it."""
        labelled = tuple(imei for imei in (device.imei, device.imei2) if imei)
        strange = tuple(imei for imei in self.imeis if imei not in labelled)
        if labelled and not all(kinship(imei, labelled[0]).is_possible for imei in strange):
            return Misfit.OTHER_TAC
        imeis = (*strange, *labelled)
        if len(imeis) > max(len(labelled), self.codes.imeis) or (self.meid and device.meid not in {"", self.meid}):
            return Misfit.THIRD_IMEI
        if self.meid and not device.meid and not _are_of_one_phone(self.meid, labelled):
            return Misfit.OTHER_MEID
        if self.serial and device.serial not in {"", self.serial}:
            return Misfit.SECOND_SERIAL
        slots: tuple[int | None, ...] = (None,) * len(imeis)
        meid, serial = self.meid or device.meid, self.serial or device.serial
        return replace(self, imeis=imeis, slots=slots, meid=meid, serial=serial)

    def identifier(self, manufacturer: str, model: str) -> DeviceIdentifier:
        """What names the device, the lower IMEI first."""
        lower, higher = (*sorted(self.imeis), "", "")[:2]
        return DeviceIdentifier(
            imei=lower, imei2=higher, meid=self.meid, serial=self.serial, manufacturer=manufacturer, model=model
        )

    def _put_imei(self, reading: Reading) -> "Box | Misfit":
        if self.codes is CodesPerBox.SERIAL:
            return Misfit.NOT_ASKED_FOR
        if reading.value in self.imeis:
            return Misfit.SAME_CODE
        if len(self.imeis) >= self.codes.imeis:
            return Misfit.THIRD_IMEI
        if self.meid and not _are_of_one_phone(self.meid, (*self.imeis, reading.value)):
            return Misfit.OTHER_MEID
        if reading.slot is not None and reading.slot in self.slots:
            return Misfit.SAME_SLOT
        # Where the label itself says which of a phone's IMEIs it is, two ranges of numbers are no contradiction.
        paired = reading.slot is not None and all(slot not in {None, reading.slot} for slot in self.slots)
        if self.imeis and not paired and not kinship(self.imeis[0], reading.value).is_possible:
            return Misfit.OTHER_TAC
        return replace(self, imeis=(*self.imeis, reading.value), slots=(*self.slots, reading.slot))


def _are_of_one_phone(meid: str, imeis: Sequence[str]) -> bool:
    """Whether a MEID is of the phone of these IMEIs: it is the beginning of one of them, or there are none yet.

    A phone's IMEI and its hexadecimal MEID have nothing in common, and are of one phone only where one label names both.
    """
    return not imeis or any(imei.startswith(meid) for imei in imeis)
