"""By which numbers two identifiers name one device. Knows neither rows nor requests."""

from ztdesk.domain.identifiers import DeviceIdentifier

Number = tuple[str, ...]


def numbers_of(identifier: DeviceIdentifier) -> set[Number]:
    """Every number that names this device for sure: two identifiers that share one name the same device.

    A serial number is only one together with its maker and model ("Identifiers" page of the reseller API), and its case
    counts; that of a MEID's digits, a maker and a model does not.
    """
    numbers: set[Number] = {("imei", imei) for imei in (identifier.imei, identifier.imei2) if imei}
    numbers |= {("meid", meid.upper()) for meid in (identifier.meid, identifier.meid2) if meid}
    if identifier.serial:
        numbers.add(("serial", identifier.serial, identifier.manufacturer.casefold(), identifier.model.casefold()))
    return numbers


def folded(number: Number) -> Number:
    """The number without regard to case: it names a device for sure only where no other folds to the same."""
    return tuple(part.casefold() for part in number)
