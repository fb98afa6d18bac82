"""What this PC claimed is found under every number of a device."""

from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, imei, open_data
from ztdesk.domain.batch import NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.store.claims import Claims, PastClaim

PHONE = DeviceIdentifier(
    imei=imei(1), imei2=imei(2), meid="A0000000000001", serial="SN1", manufacturer="Google", model="Pixel 8a"
)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    data = open_data(tmp_path / "ztdesk.db")
    data.batches.open_with(ACME, [NewItem(PHONE, "raw")], START, AUTHOR, "test")
    data.database.connection.execute("UPDATE item SET state = 'succeeded', live = 0, decided_at = ?", (START + 5,))
    return data


@pytest.mark.parametrize(
    "asked",
    [
        DeviceIdentifier(imei=imei(1)),
        DeviceIdentifier(imei=imei(2)),
        DeviceIdentifier(imei=imei(3), imei2=imei(1)),
        DeviceIdentifier(meid="A0000000000001"),
        DeviceIdentifier(serial="SN1", manufacturer="GOOGLE", model="pixel 8A"),
    ],
)
def test_a_claim_is_found_by_each_number(data: Data, asked: DeviceIdentifier) -> None:
    assert Claims(data.database).last(asked) == PastClaim("ACME", ACME.customer_id, START + 5)


@pytest.mark.parametrize(
    "asked",
    [
        DeviceIdentifier(imei=imei(3)),
        DeviceIdentifier(serial="sn1", manufacturer="Google", model="Pixel 8a"),
        DeviceIdentifier(serial="SN1", manufacturer="Honeywell", model="CT45"),
    ],
)
def test_another_device_was_not_claimed(data: Data, asked: DeviceIdentifier) -> None:
    assert Claims(data.database).last(asked) is None


def test_what_failed_or_waits_was_not_claimed(data: Data) -> None:
    for state in ("failed", "pending", "unknown"):
        data.database.connection.execute("UPDATE item SET state = ?", (state,))
        assert Claims(data.database).last(PHONE) is None
