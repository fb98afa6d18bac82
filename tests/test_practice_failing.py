"""The devices that fail: each fails as its table says, every status has one, and the trainers' page lists them all."""

from pathlib import Path

import pytest

from ztdesk.practice.failing import (
    FAILING,
    HELD_BY_CUSTOMER,
    HELD_BY_RESELLER,
    HELD_BY_VENDOR,
    HOLDER_ID,
    FailingDevice,
)
from ztdesk.practice.faults import FAULTS
from ztdesk.practice.identifiers import is_imei
from ztdesk.practice.records import ClaimWish, Identifier, Outcome, Status, UnclaimWish
from ztdesk.practice.rules import grant
from ztdesk.practice.seeds import OWN_CUSTOMERS, VENDOR_CUSTOMERS, VENDORS, seeded_world
from ztdesk.practice.world import World

PAGE = Path(__file__).resolve().parent.parent / "docs" / "practice.md"


def claimed(world: World, imei: str, customer_id: str = "1700000042") -> Outcome:
    return grant(world, ClaimWish(Identifier(imei=imei), customer_id))


def released(world: World, imei: str) -> Outcome:
    return grant(world, UnclaimWish(None, Identifier(imei=imei)))


@pytest.mark.parametrize("device", FAILING, ids=lambda device: device.imei)
def test_each_fails_as_its_table_says(device: FailingDevice) -> None:
    assert is_imei(device.imei)
    outcome = claimed(seeded_world(0, 0), device.imei)
    assert outcome.status is device.status
    assert outcome.device is None
    if not device.held:
        assert (outcome.error_identifier, outcome.error_message) == (device.error_identifier, device.error_message)


def test_every_status_but_success_has_a_device() -> None:
    assert {device.status for device in FAILING} == set(Status) - {Status.SUCCESS}
    assert len({device.imei for device in FAILING}) == len(FAILING)


def test_held_devices_can_be_moved_unless_another_reseller_holds_them() -> None:
    world = seeded_world(0, 0)
    assert claimed(world, HELD_BY_CUSTOMER.imei, HOLDER_ID).again
    for device in (HELD_BY_CUSTOMER, HELD_BY_VENDOR):
        assert released(world, device.imei).status is Status.SUCCESS
        assert claimed(world, device.imei).status is Status.SUCCESS
    assert released(world, HELD_BY_RESELLER.imei).status is Status.PERMISSION_DENIED


def test_the_page_for_trainers_lists_every_device_fault_and_company() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for device in FAILING:
        line = next(line for line in page.splitlines() if device.imei in line)
        assert f"`{device.status.name}`" in line
        assert device.says.english() in line
    for kind in FAULTS:
        line = next(line for line in page.splitlines() if line.startswith(f"| `{kind.name}` "))
        assert kind.title.english() in line
    for company in (*OWN_CUSTOMERS, *VENDORS, *VENDOR_CUSTOMERS):
        assert any(company.company_id in line and company.company_name in line for line in page.splitlines())
