"""The starting world: the same every time, of the size asked for, and with nothing in it twice."""

from ztdesk.practice.failing import FAILING
from ztdesk.practice.identifiers import is_imei
from ztdesk.practice.records import PARTNER_ID, Device, Terms
from ztdesk.practice.seeds import BIG_CUSTOMER_ID, OWN_CUSTOMERS, SEEDED_DEVICES, VENDORS, seeded_world
from ztdesk.practice.wire import device_to
from ztdesk.practice.world import World


def devices(world: World) -> list[Device]:
    return [device for customer_id in world.customers for device in world.held_after(customer_id, 0)]


def test_is_the_same_every_time() -> None:
    first, second = seeded_world(3, 50), seeded_world(3, 50)
    assert first.customers == second.customers
    assert [device_to(device) for device in devices(first)] == [device_to(device) for device in devices(second)]


def test_has_devices_of_every_kind() -> None:
    seeded = [device for device in devices(seeded_world(0, 0)) if device.identifier.serial_number]
    assert len(seeded) == SEEDED_DEVICES
    imeis = {device.identifier.imei for device in seeded}
    assert len(imeis) == SEEDED_DEVICES
    assert all(map(is_imei, imeis))
    resellers = {device.claim.reseller_id for device in seeded if device.claim}
    assert resellers == {PARTNER_ID, *(vendor.company_id for vendor in VENDORS)}
    assert 0 < sum(bool(device.metadata) for device in seeded) < SEEDED_DEVICES


def test_has_customers_of_every_kind() -> None:
    names = [company.company_name for company in OWN_CUSTOMERS]
    assert len(OWN_CUSTOMERS) >= 8
    assert len(set(names)) < len(names)
    assert {company.terms for company in OWN_CUSTOMERS} == set(Terms)
    world = seeded_world(0, 0)
    assert all(world.customers_of(vendor.company_id) for vendor in VENDORS)


def test_can_be_made_bigger_without_anything_twice() -> None:
    world = seeded_world(20, 2_000)
    assert len(world.customers_of("")) == len(OWN_CUSTOMERS) + 20
    assert world.held_count([BIG_CUSTOMER_ID]) == 2_000
    imeis = [device.identifier.imei for device in devices(world)]
    assert len(set(imeis)) == len(imeis)
    assert all(map(is_imei, imeis))
    free = {device.imei for device in FAILING if not device.held}
    assert not free & set(imeis)
