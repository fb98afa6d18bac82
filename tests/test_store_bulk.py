from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, imei, open_data
from ztdesk.domain.batch import BulkItem, ItemState
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.identifiers import DeviceIdentifier

_MAKER = ("Google", "Pixel 9")


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def kept(data: Data, devices: list[BulkItem]) -> int:
    return data.batches.open_with_many(ACME, devices, START, AUTHOR, "devices.csv").id


@pytest.mark.parametrize("how_many", [1, 99, 100, 101, 250])
def test_every_device_is_kept_in_order(data: Data, how_many: int) -> None:
    devices = [BulkItem(imei=imei(unit), raw=f" {imei(unit)}") for unit in range(how_many)]
    items = data.items.of_batch(kept(data, devices))
    assert [item.position for item in items] == list(range(1, how_many + 1))
    assert [item.identifier.imei for item in items] == [device.imei for device in devices]
    assert [item.raw for item in items] == [device.raw for device in devices]
    assert {(item.scanned_at, item.state, item.phone_number) for item in items} == {(START, ItemState.PENDING, "")}


def test_each_cell_goes_into_its_own_column(data: Data) -> None:
    devices = [
        BulkItem(imei(1), imei(2), "", "", "", "", "", "+49170", "one"),
        BulkItem("", "", "A0000012345678", "A0000012345679", "", *_MAKER, "", "two"),
        BulkItem("", "", "", "", "SN-42", *_MAKER, "", ""),
    ]
    items = data.items.of_batch(kept(data, devices))
    assert [item.identifier for item in items] == [device.identifier for device in devices]
    assert [(item.phone_number, item.raw) for item in items] == [("+49170", "one"), ("", "two"), ("", "")]


def test_a_number_that_a_device_does_not_have_is_no_number(data: Data) -> None:
    batch_id = kept(data, [BulkItem(imei=imei(1)), BulkItem(serial="SN-42", manufacturer="G", model="P")])
    rows = data.database.connection.execute(
        "SELECT imei IS NULL, imei2 IS NULL, meid IS NULL, meid2 IS NULL, serial IS NULL FROM item WHERE batch_id = ?",
        (batch_id,),
    )
    assert rows.fetchall() == [(0, 1, 1, 1, 1), (1, 1, 1, 1, 0)]
    # Which two devices without a second IMEI would be if it were one.
    assert data.items.find_live(DeviceIdentifier(imei2=imei(9))) is None


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (BulkItem(imei(1)), BulkItem(imei(2), imei(1))),
        (BulkItem(imei(1), imei(2)), BulkItem(imei(2))),
        (BulkItem(imei(1), imei(2)), BulkItem(imei(3), imei(2))),
        (BulkItem(meid="A0000012345678"), BulkItem(meid="A0000012345670", meid2="A0000012345678")),
        (BulkItem(meid="A0000012345678", meid2="A0000012345679"), BulkItem(meid="A0000012345679")),
        (BulkItem(meid="99000012345678"), BulkItem("990000123456782")),
        (BulkItem("990000123456782"), BulkItem(imei(1), meid2="99000012345678")),
        (BulkItem(imei(1), "990000123456782"), BulkItem(meid="99000012345678")),
        (
            BulkItem(serial="SN-42", manufacturer="Google", model="Pixel 9"),
            BulkItem(serial="SN-42", manufacturer="google", model="PIXEL 9"),
        ),
    ],
)
def test_a_device_is_in_one_live_batch_under_whatever_number(data: Data, there: BulkItem, new: BulkItem) -> None:
    first = kept(data, [there])
    with pytest.raises(ScanRejected):
        kept(data, [BulkItem(imei(9)), new])
    assert [batch.id for batch in data.batches.open_ones()] == [first]
    assert data.batches.cancel(first, START, AUTHOR)
    assert kept(data, [BulkItem(imei(9)), new])


def test_numbers_that_others_share_keep_no_other_device_out(data: Data) -> None:
    """Of a file from before that was looked at; its own number in both places names one device."""
    first = kept(data, [BulkItem(imei(1))])
    data.database.connection.execute(
        "INSERT INTO item (batch_id, position, imei, imei2, raw, scanned_at) VALUES (?, 2, ?, ?, '', 0)",
        (first, imei(2), imei(1)),
    )
    assert kept(data, [BulkItem(imei(3), imei(3)), BulkItem(serial="SN-42", manufacturer="G", model="P")])


def test_a_device_that_is_live_elsewhere_keeps_all_of_them_out(data: Data) -> None:
    kept(data, [BulkItem(imei=imei(150))])
    with pytest.raises(ScanRejected):
        kept(data, [BulkItem(imei=imei(unit)) for unit in range(250)])
    assert data.items.live_imeis() == {imei(150)}
    assert len(data.batches.open_ones()) == 1
