"""Devices and batches of them as Google's own client meets them."""

from pathlib import Path
from typing import Any

import pytest

from tests.practice_service import (
    claim_item,
    client,
    detail,
    finished,
    found,
    fresh_imei,
    practice,
    practice_in_process,
    refusal,
    reseller_client,
)
from ztdesk.practice.failing import HELD_BY_CUSTOMER, HELD_BY_RESELLER, HELD_BY_VENDOR
from ztdesk.practice.records import PARTNER_ID, ZERO_TOUCH
from ztdesk.practice.seeds import seeded_imei

__all__ = ["client", "practice"]
PARENT = f"partners/{PARTNER_ID}"
ACME = "1700000042"


def test_claims_and_releases_one_device(client: Any) -> None:
    devices = client.partners().devices()
    made = devices.claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(1))).execute()
    assert made["deviceName"] == f"{PARENT}/devices/{made['deviceId']}"
    got = devices.get(name=made["deviceName"]).execute()
    assert got == {
        "name": made["deviceName"],
        "deviceId": made["deviceId"],
        "deviceIdentifier": {"imei": fresh_imei(1)},
        "claims": [{"ownerCompanyId": ACME, "resellerId": PARTNER_ID, "sectionType": ZERO_TOUCH}],
    }
    wish = {"deviceId": made["deviceId"], "sectionType": ZERO_TOUCH}
    assert devices.unclaim(partnerId=PARTNER_ID, body=wish).execute() == {}
    assert "claims" not in devices.get(name=made["deviceName"]).execute()


def test_claims_a_batch_and_answers_in_the_order_of_the_request(client: Any) -> None:
    claims = [
        claim_item(fresh_imei(2), deviceMetadata={"entries": {"ordernumber": "PO-1"}}),
        claim_item(HELD_BY_CUSTOMER.imei),
        claim_item("001010120000000"),
    ]
    started = client.partners().devices().claimAsync(partnerId=PARTNER_ID, body={"claims": claims}).execute()
    assert started["name"].startswith("operations/apibatchoperation/")
    assert len(started["name"].rpartition("/")[2]) == 19
    operation = finished(client, started)
    assert operation["metadata"] == {
        "@type": "type.googleapis.com/google.android.device.provisioning.v1.DevicesLongRunningOperationMetadata",
        "devicesCount": 3,
        "processingStatus": "BATCH_PROCESS_PROCESSED",
        "progress": 100,
    }
    response = operation["response"]
    assert response["@type"].endswith(".DevicesLongRunningOperationResponse")
    assert response["successCount"] == 1
    rows = response["perDeviceStatus"]
    assert [row["claim"] for row in rows] == claims
    assert rows[0]["result"]["status"] == "SINGLE_DEVICE_STATUS_SUCCESS"
    assert rows[0]["result"]["deviceId"] == found(client, fresh_imei(2))[0]["deviceId"]
    assert rows[1]["result"]["status"] == "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"
    assert rows[2]["result"]["errorIdentifier"] == "INVALID_IMEI"
    assert "deviceId" not in rows[2]["result"]


def test_releases_a_batch_without_naming_device_ids(client: Any) -> None:
    unclaims = [{"deviceIdentifier": {"imei": seeded_imei(1)}, "sectionType": ZERO_TOUCH}]
    body = {"unclaims": unclaims}
    operation = finished(client, client.partners().devices().unclaimAsync(partnerId=PARTNER_ID, body=body).execute())
    assert operation["response"]["perDeviceStatus"] == [
        {"result": {"status": "SINGLE_DEVICE_STATUS_SUCCESS"}, "unclaim": unclaims[0]}
    ]


def test_sets_merges_and_removes_metadata(client: Any) -> None:
    device_id = found(client, seeded_imei(1))[0]["deviceId"]
    entries = {"ordernumber": "", "note": "x"}
    answer = (
        client.partners()
        .devices()
        .metadata(metadataOwnerId=PARTNER_ID, deviceId=device_id, body={"deviceMetadata": {"entries": entries}})
        .execute()
    )
    assert answer == {"entries": {"phonenumber": "+49 30 55500001", "note": "x"}}


def test_updates_metadata_in_a_batch(client: Any) -> None:
    own, vendors = found(client, seeded_imei(1))[0]["deviceId"], found(client, seeded_imei(0))[0]["deviceId"]
    metadata = {"entries": {"ordernumber": "PO-2"}}
    updates = [{"deviceId": device_id, "deviceMetadata": metadata} for device_id in (own, vendors)]
    call = client.partners().devices().updateMetadataAsync(partnerId=PARTNER_ID, body={"updates": updates})
    rows = finished(client, call.execute())["response"]["perDeviceStatus"]
    assert [row["updateMetadata"] for row in rows] == updates
    assert rows[0]["result"] == {"status": "SINGLE_DEVICE_STATUS_SUCCESS", "deviceId": own}
    assert rows[1]["result"]["status"] == "SINGLE_DEVICE_STATUS_PERMISSION_DENIED"


def test_finds_what_the_reseller_may_see(client: Any) -> None:
    assert found(client, fresh_imei(77)) == []
    assert found(client, HELD_BY_RESELLER.imei) == []
    assert found(client, HELD_BY_VENDOR.imei)[0]["claims"][0]["resellerId"] == "1800000001"


def test_finds_a_serial_whatever_its_case(client: Any) -> None:
    body = {"deviceIdentifier": {"serialNumber": "ztp000004"}, "limit": 1}
    answer = client.partners().devices().findByIdentifier(partnerId=PARTNER_ID, body=body).execute()
    assert answer["devices"][0]["deviceIdentifier"]["serialNumber"] == "ZTP000004"
    assert "nextPageToken" not in answer


def test_pages_through_the_records_of_one_serial(client: Any) -> None:
    devices = client.partners().devices()
    for model in ("M1", "M2", "M3"):
        identifier = {"serialNumber": "SAME", "manufacturer": "Google", "model": model}
        body = {"deviceIdentifier": identifier, "customerId": ACME, "sectionType": ZERO_TOUCH}
        devices.claim(partnerId=PARTNER_ID, body=body).execute()
    request = devices.findByIdentifier(
        partnerId=PARTNER_ID, body={"deviceIdentifier": {"serialNumber": "SAME"}, "limit": 2}
    )
    models = []
    while request is not None:
        page = request.execute()
        models += [device["deviceIdentifier"]["model"] for device in page["devices"]]
        request = devices.findByIdentifier_next(request, page)
    assert models == ["M1", "M2", "M3"]


def test_pages_through_the_devices_of_customers(client: Any) -> None:
    devices = client.partners().devices()
    owners = [ACME, "1900000001"]
    request = devices.findByOwner(
        partnerId=PARTNER_ID, body={"customerId": owners, "limit": 20, "sectionType": ZERO_TOUCH}
    )
    seen, total = [], 0
    while request is not None:
        page = request.execute()
        assert len(page["devices"]) <= 20
        seen += [(device["claims"][0]["ownerCompanyId"], device["deviceId"]) for device in page["devices"]]
        total = page["totalSize"]
        request = devices.findByOwner_next(request, page)
    assert len(set(seen)) == len(seen) == total > 40
    assert {owner for owner, _device_id in seen} == set(owners)


def test_says_no_device_is_sim_locked(client: Any) -> None:
    def ask(imei: str) -> Any:
        body = {"deviceIdentifier": {"imei": imei}}
        return client.partners().devices().getSimLockState(partnerId=PARTNER_ID, body=body)

    assert ask(seeded_imei(0)).execute() == {"simLockState": "UNLOCKED"}
    assert refusal(ask(fresh_imei(9))).status_code == 404


@pytest.mark.parametrize(
    ("imei", "http", "code"),
    [
        (HELD_BY_CUSTOMER.imei, 409, "DEVICE_ALREADY_EXISTS"),
        ("001010120000000", 400, "INVALID_IMEI"),
    ],
)
def test_a_single_claim_fails_with_a_custom_error(client: Any, imei: str, http: int, code: str) -> None:
    error = refusal(client.partners().devices().claim(partnerId=PARTNER_ID, body=claim_item(imei)))
    assert (error.status_code, detail(error)["code"]) == (http, code)


def test_a_hundred_thousand_devices_are_there_in_seconds(tmp_path: Path) -> None:
    with practice_in_process(tmp_path, customers=1_000, devices=100_000) as running:
        client = reseller_client(running)
        assert client.partners().customers().list(partnerId=PARTNER_ID, pageSize=1).execute()["totalSize"] == 1_011
        body = {"customerId": ["1700000052"], "limit": 100, "sectionType": ZERO_TOUCH}
        answer = client.partners().devices().findByOwner(partnerId=PARTNER_ID, body=body).execute()
        assert (len(answer["devices"]), answer["totalSize"]) == (100, 100_000)
        client.close()
