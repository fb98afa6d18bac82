"""Who may do what to which device, asked of the rules directly."""

import pytest

from ztdesk.practice.identifiers import with_check_digit
from ztdesk.practice.records import ClaimWish, Identifier, MetadataWish, Outcome, Status, UnclaimWish, Wish
from ztdesk.practice.rules import grant
from ztdesk.practice.seeds import seeded_imei, seeded_world
from ztdesk.practice.world import World

ACME, OBRIEN = "1700000042", "1700000043"
IMEI, IMEI2 = with_check_digit("00101012000001"), with_check_digit("00101012000002")
TABLET = Identifier(serial_number="Ab12", manufacturer="Google", model="Tab")


@pytest.fixture
def world() -> World:
    return seeded_world(0, 0)


def claim(identifier: Identifier, customer_id: str = ACME, **members: object) -> ClaimWish:
    return ClaimWish(identifier, customer_id, **members)  # type: ignore[arg-type]


def status(world: World, wish: Wish) -> Status:
    return grant(world, wish).status


def test_one_claim_a_device(world: World) -> None:
    first = grant(world, claim(Identifier(imei=IMEI)))
    assert (first.status, first.again) == (Status.SUCCESS, False)
    other = grant(world, claim(Identifier(imei=IMEI), OBRIEN))
    assert (other.status, other.error_identifier) == (Status.SECTION_NOT_YOURS, "DEVICE_ALREADY_EXISTS")


def test_claiming_again_for_the_same_customer_succeeds_and_updates_metadata(world: World) -> None:
    grant(world, claim(Identifier(imei=IMEI), entries={"ordernumber": "1", "phonenumber": "2"}))
    again = grant(world, claim(Identifier(imei=IMEI, imei2=IMEI2), entries={"ordernumber": "3"}))
    assert again.again
    assert again.device is not None
    assert again.device.metadata == {"ordernumber": "3", "phonenumber": "2"}
    # What the second claim knew beyond the first now finds the device too.
    assert world.search(Identifier(imei=IMEI2)) == [again.device]


@pytest.mark.parametrize(
    "identifier",
    [
        Identifier(),
        Identifier(manufacturer="Google", model="Tab"),
        Identifier(imei="001010120000000"),
        Identifier(imei=IMEI[:14]),
        Identifier(imei=IMEI + "3"),
        Identifier(imei="00101012000001٣"),
        Identifier(imei=IMEI, imei2=IMEI),
        Identifier(imei2=IMEI),
        Identifier(imei=IMEI, imei2="123"),
        Identifier(meid="A000000000000"),
        Identifier(meid="293608736500703710"),
        Identifier(serial_number="Ab12"),
        Identifier(serial_number="Ab12", manufacturer="Google"),
        Identifier(imei=seeded_imei(1), imei2=seeded_imei(2)),
        Identifier(imei=seeded_imei(1), manufacturer="Nokia"),
    ],
)
def test_refuses_identifiers_that_name_no_device(world: World, identifier: Identifier) -> None:
    assert status(world, claim(identifier)) is Status.INVALID_DEVICE_IDENTIFIER


@pytest.mark.parametrize("identifier", [Identifier(meid="a0000000000001"), TABLET, Identifier(imei=IMEI, imei2=IMEI2)])
def test_takes_every_kind_of_device(world: World, identifier: Identifier) -> None:
    assert status(world, claim(identifier)) is Status.SUCCESS
    assert len(world.search(identifier)) == 1


def test_a_serials_case_matters_for_a_claim_but_not_for_a_search(world: World) -> None:
    shouted = Identifier(serial_number="AB12", manufacturer="Google", model="Tab")
    first, second = grant(world, claim(TABLET)), grant(world, claim(shouted, OBRIEN))
    assert (first.status, second.status) == (Status.SUCCESS, Status.SUCCESS)
    assert world.search(Identifier(serial_number="ab12")) == [first.device, second.device]


def test_no_claim_for_a_vendors_or_an_unknown_customer(world: World) -> None:
    for customer_id in ("1900000001", "999", ""):
        outcome = grant(world, claim(Identifier(imei=IMEI), customer_id))
        assert (outcome.status, outcome.error_identifier) == (Status.PERMISSION_DENIED, "INVALID_CUSTOMER_ID")


def test_only_the_zero_touch_section_can_be_claimed_or_released(world: World) -> None:
    for section in ("", "SECTION_TYPE_SIM_LOCK"):
        assert status(world, claim(Identifier(imei=IMEI), section_type=section)) is Status.INVALID_SECTION_TYPE
        assert status(world, UnclaimWish(None, Identifier(imei=IMEI), section)) is Status.INVALID_SECTION_TYPE


def test_tokens_are_for_chromebooks_which_are_not_practised(world: World) -> None:
    wished = {"workspace_customer_id": "C1", "pre_provisioning_token": "x"}
    assert status(world, claim(TABLET, "", **wished)) is Status.INVALID_TOKEN
    assert status(world, claim(Identifier(imei=IMEI), pre_provisioning_token="x")) is Status.INVALID_TOKEN
    wished["pre_provisioning_token"] = "REVOKED"
    assert status(world, claim(TABLET, "", **wished)) is Status.REVOKED_TOKEN


def test_a_release_is_by_id_or_by_what_is_printed(world: World) -> None:
    device = grant(world, claim(Identifier(imei=IMEI, imei2=IMEI2))).device
    assert device is not None
    assert status(world, UnclaimWish(device.device_id, None)) is Status.SUCCESS
    assert device.claim is None
    assert status(world, UnclaimWish(None, Identifier(imei=IMEI2))) is Status.SECTION_NOT_YOURS
    assert status(world, claim(Identifier(imei=IMEI2), OBRIEN)) is Status.SUCCESS


@pytest.mark.parametrize(
    "wish", [UnclaimWish(5, None), UnclaimWish(None, Identifier(imei=IMEI)), UnclaimWish(None, None)]
)
def test_what_does_not_exist_cannot_be_released(world: World, wish: UnclaimWish) -> None:
    assert status(world, wish) is Status.INVALID_DEVICE_IDENTIFIER


def test_a_serial_that_names_several_devices_releases_none(world: World) -> None:
    for model in ("Tab", "Tab 2"):
        grant(world, claim(Identifier(serial_number="S", manufacturer="Google", model=model)))
    assert status(world, UnclaimWish(None, Identifier(serial_number="S"))) is Status.INVALID_DEVICE_IDENTIFIER
    exact = Identifier(serial_number="S", manufacturer="Google", model="Tab")
    assert status(world, UnclaimWish(None, exact)) is Status.SUCCESS


def test_metadata_only_of_what_this_reseller_claimed(world: World) -> None:
    def described(imei: str) -> Outcome:
        return grant(world, MetadataWish(None, Identifier(imei=imei), {"ordernumber": "9"}))

    assert described(seeded_imei(1)).status is Status.SUCCESS
    assert described(seeded_imei(0)).status is Status.PERMISSION_DENIED  # a vendor's
    grant(world, UnclaimWish(None, Identifier(imei=seeded_imei(1))))
    assert described(seeded_imei(1)).status is Status.PERMISSION_DENIED  # nobody's
