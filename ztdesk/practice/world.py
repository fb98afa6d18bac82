"""Companies, devices and claims of the practice world, found by any of their names.

Holds and finds; who may do what to whom is for `rules`. Keeps no time and no file. Not safe across threads.
"""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ztdesk.practice.records import Claim, Company, Device, Identifier

_FIRST_DEVICE_ID = 10_000_000_000_000_001  # above 2**53, as real ids may be: a float would lose it


class World:
    """Everything the service knows. Devices keep their place in the index of whoever holds them."""

    def __init__(self) -> None:
        self.customers: dict[str, Company] = {}
        self.vendors: dict[str, Company] = {}
        self._devices: dict[int, Device] = {}
        self._by_modem: dict[str, Device] = {}
        self._by_serial: dict[str, list[Device]] = {}
        self._held: dict[str, list[int]] = {}
        self._next_device_id = _FIRST_DEVICE_ID

    def add_customer(self, company: Company) -> None:
        """A customer of the reseller, or of the vendor it names."""
        self.customers[company.company_id] = company

    def customers_of(self, vendor_id: str) -> list[Company]:
        """The customers of a vendor; of the reseller itself for an empty id."""
        return [company for company in self.customers.values() if company.vendor_id == vendor_id]

    def next_customer_id(self) -> str:
        """An id no customer has."""
        own = (int(company.company_id) for company in self.customers.values() if not company.vendor_id)
        return str(max(own, default=1_700_000_000) + 1)

    def add_device(self, identifier: Identifier, claim: Claim | None = None) -> Device:
        """A new record."""
        device = Device(self._next_device_id, identifier)
        self._next_device_id += 1
        self._devices[device.device_id] = device
        self._index(device)
        if claim is not None:
            self.hold(device, claim)
        return device

    def complete(self, device: Device, identifier: Identifier) -> None:
        """Add to a record what `identifier` knows beyond it."""
        missing = {
            name: value
            for name in Identifier.__slots__
            if (value := getattr(identifier, name)) and not getattr(device.identifier, name)
        }
        if missing:
            device.identifier = replace(device.identifier, **missing)
            self._index(device)

    def hold(self, device: Device, claim: Claim | None) -> None:
        """Give a device to a customer, or to nobody."""
        if device.claim is not None:
            held = self._held[device.claim.customer_id]
            del held[bisect.bisect_left(held, device.device_id)]
        device.claim = claim
        if claim is not None:
            bisect.insort(self._held.setdefault(claim.customer_id, []), device.device_id)

    def device(self, device_id: int) -> Device | None:
        """The record of that id."""
        return self._devices.get(device_id)

    def matching(self, identifier: Identifier) -> list[Device]:
        """The records a claim of `identifier` means: by any modem id, else by serial, manufacturer and model exactly."""
        found = {
            device.device_id: device
            for number in (identifier.imei, identifier.imei2, identifier.meid.upper(), identifier.meid2.upper())
            if number and (device := self._by_modem.get(number)) is not None
        }
        if not found and identifier.serial_number and identifier.manufacturer and identifier.model:
            for device in self._by_serial.get(identifier.serial_number.casefold(), ()):
                known = device.identifier
                if (
                    known.serial_number == identifier.serial_number
                    and known.manufacturer == identifier.manufacturer
                    and known.model == identifier.model
                ):
                    found[device.device_id] = device
        return list(found.values())

    def search(self, identifier: Identifier) -> list[Device]:
        """The records a search means. The case of a serial does not matter here."""
        found = self.matching(replace(identifier, serial_number=""))
        if not found:
            found = list(self._by_serial.get(identifier.serial_number.casefold(), ()))
        return [device for device in found if _agrees(device.identifier, identifier)]

    def held_after(self, customer_id: str, device_id: int) -> Iterator[Device]:
        """The devices of a customer with a greater id than `device_id`, in order."""
        held = self._held.get(customer_id, [])
        for position in range(bisect.bisect_right(held, device_id), len(held)):
            yield self._devices[held[position]]

    def held_count(self, customer_ids: Iterable[str]) -> int:
        """How many devices these customers hold."""
        return sum(len(self._held.get(customer_id, ())) for customer_id in customer_ids)

    def _index(self, device: Device) -> None:
        known = device.identifier
        for number in (known.imei, known.imei2, known.meid.upper(), known.meid2.upper()):
            if number:
                self._by_modem[number] = device
        if known.serial_number:
            same = self._by_serial.setdefault(known.serial_number.casefold(), [])
            if device not in same:
                same.append(device)


def _agrees(known: Identifier, asked: Identifier) -> bool:
    return all(
        not wanted or not has or wanted.casefold() == has.casefold()
        for wanted, has in (
            (asked.manufacturer, known.manufacturer),
            (asked.model, known.model),
            (asked.serial_number, known.serial_number),
        )
    )
