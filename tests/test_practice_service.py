"""The reseller API as Google's own client meets it: every method, every check of a request, every form of refusal."""

import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from googleapiclient.errors import HttpError

from tests.practice_service import (
    RunningPractice,
    claim_item,
    client,
    fresh_imei,
    practice,
    practice_in_process,
    reseller_client,
)
from ztdesk.practice.failing import HELD_BY_CUSTOMER, HELD_BY_RESELLER, HELD_BY_VENDOR
from ztdesk.practice.records import PARTNER_ID, ZERO_TOUCH
from ztdesk.practice.seeds import seeded_imei

__all__ = ["client", "practice"]
PARENT = f"partners/{PARTNER_ID}"
ACME = "1700000042"


def finished(client: Any, operation: dict[str, Any]) -> dict[str, Any]:
    for _ in range(500):
        answer: dict[str, Any] = client.operations().get(name=operation["name"]).execute()
        if answer.get("done"):
            return answer
    raise AssertionError("the operation never finished")


def found(client: Any, imei: str) -> list[dict[str, Any]]:
    body = {"deviceIdentifier": {"imei": imei}, "limit": "10"}
    answer = client.partners().devices().findByIdentifier(partnerId=PARTNER_ID, body=body).execute()
    devices: list[dict[str, Any]] = answer.get("devices", [])
    return devices


def refusal(call: Any) -> HttpError:
    with pytest.raises(HttpError) as caught:
        call.execute()
    return caught.value


def detail(error: HttpError) -> dict[str, Any]:
    details: Any = error.error_details
    first: dict[str, Any] = details[0]
    return first


def test_lists_own_customers_page_by_page(client: Any) -> None:
    everyone = client.partners().customers().list(partnerId=PARTNER_ID).execute()
    assert everyone["customers"][0] == {
        "name": f"{PARENT}/customers/{ACME}",
        "companyId": ACME,
        "companyName": "ACME Logistics GmbH",
        "termsStatus": "TERMS_STATUS_ACCEPTED",
    }
    assert "nextPageToken" not in everyone
    request = client.partners().customers().list(partnerId=PARTNER_ID, pageSize=4)
    pages = []
    while request is not None:
        page = request.execute()
        pages.append(page["customers"])
        assert page["totalSize"] == everyone["totalSize"]
        request = client.partners().customers().list_next(request, page)
    assert [len(page) for page in pages] == [4, 4, 3]
    assert [customer for page in pages for customer in page] == everyone["customers"]


def test_creates_a_customer_and_answers_three_members(client: Any) -> None:
    company = {"companyName": "Käse & Söhne", "ownerEmails": ["liz@example.com"], "languageCode": "de"}
    made = client.partners().customers().create(parent=PARENT, body={"customer": company}).execute()
    assert set(made) == {"companyId", "companyName", "name"}
    assert made["name"] == f"{PARENT}/customers/{made['companyId']}"
    listed = client.partners().customers().list(partnerId=PARTNER_ID).execute()["customers"]
    assert listed[-1]["companyName"] == "Käse & Söhne"
    assert listed[-1]["termsStatus"] == "TERMS_STATUS_NOT_ACCEPTED"


@pytest.mark.parametrize(
    ("company", "says"),
    [
        ({"ownerEmails": ["a@example.com"]}, "company name"),
        ({"companyName": "X"}, "owner"),
        ({"companyName": "X", "ownerEmails": ["nobody"]}, "email"),
        ({"companyName": "X", "ownerEmails": ["a@no-account.example"]}, "isn't a Google Account"),
        ({"companyName": "X", "ownerEmails": ["a@example.com"], "companyId": "5"}, "must be empty"),
        ({"companyName": "X", "ownerEmails": ["a@example.com"], "languageCode": "nb"}, "language"),
    ],
)
def test_refuses_a_customer_that_cannot_be(client: Any, company: dict[str, Any], says: str) -> None:
    error = refusal(client.partners().customers().create(parent=PARENT, body={"customer": company}))
    assert (error.status_code, says in error.reason) == (400, True)


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


def test_lists_vendors_and_their_customers(client: Any) -> None:
    vendors = client.partners().vendors().list(parent=PARENT).execute()["vendors"]
    assert set(vendors[0]) == {"name", "companyId", "companyName"}
    customers = client.partners().vendors().customers().list(parent=vendors[0]["name"]).execute()
    assert customers["totalSize"] == 2
    assert customers["customers"][0]["name"] == f"{vendors[0]['name']}/customers/1900000001"
    error = refusal(client.partners().vendors().customers().list(parent=f"{PARENT}/vendors/1"))
    assert error.status_code == 404


def test_says_no_device_is_sim_locked(client: Any) -> None:
    def ask(imei: str) -> Any:
        body = {"deviceIdentifier": {"imei": imei}}
        return client.partners().devices().getSimLockState(partnerId=PARTNER_ID, body=body)

    assert ask(seeded_imei(0)).execute() == {"simLockState": "UNLOCKED"}
    assert refusal(ask(fresh_imei(9))).status_code == 404


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"customer": "1"}, "Unknown name \"customer\" at 'claims[0]': Cannot find field."),
        ({"customerId": "12x"}, "claims[0].customerId"),
        ({"customerId": 2**63}, "TYPE_INT64"),
        ({"sectionType": "ZERO_TOUCH"}, "enumeration"),
        ({"deviceIdentifier": []}, "Expected an object"),
        ({"deviceIdentifier": {"imei": 1}}, "claims[0].deviceIdentifier.imei"),
        ({"deviceIdentifier": {"imei": "1", "meid": "2"}}, "Only one of imei, meid"),
        ({"googleWorkspaceCustomerId": "C1"}, "Only one of customerId, googleWorkspaceCustomerId"),
        ({"deviceMetadata": {"entries": {"ordernumber": 5}}}, "entries"),
    ],
)
def test_refuses_a_request_that_does_not_fit_the_document(client: Any, change: dict[str, Any], says: str) -> None:
    item = claim_item(fresh_imei(3)) | change
    error = refusal(client.partners().devices().claimAsync(partnerId=PARTNER_ID, body={"claims": [item]}))
    assert error.status_code == 400
    assert says in error.reason
    assert detail(error)["@type"] == "type.googleapis.com/google.rpc.BadRequest"


def test_takes_an_int64_as_a_number_and_nulls_as_unset(client: Any) -> None:
    body = claim_item(fresh_imei(4)) | {"customerId": int(ACME), "deviceMetadata": None}
    client.partners().devices().claim(partnerId=PARTNER_ID, body=body).execute()
    assert found(client, fresh_imei(4))[0]["claims"][0]["ownerCompanyId"] == ACME


@pytest.mark.parametrize("limit", [None, 0, "101", -1])
def test_refuses_a_limit_out_of_range(client: Any, limit: object) -> None:
    body = {"deviceIdentifier": {"imei": seeded_imei(1)}, "limit": limit}
    error = refusal(client.partners().devices().findByIdentifier(partnerId=PARTNER_ID, body=body))
    assert error.status_code == 400
    assert detail(error)["code"] == "INVALID_PARAMETER"


def test_refuses_page_tokens_it_never_gave(client: Any) -> None:
    owner = {"customerId": [ACME], "limit": 1, "sectionType": ZERO_TOUCH, "pageToken": "%%%"}
    calls = (
        client.partners().customers().list(partnerId=PARTNER_ID, pageToken="nonsense"),
        client.partners().devices().findByOwner(partnerId=PARTNER_ID, body=owner),
    )
    for call in calls:
        assert detail(refusal(call))["code"] == "INVALID_PAGE_TOKEN"


def test_refuses_an_empty_batch_and_an_unknown_query_parameter(practice: RunningPractice, client: Any) -> None:
    assert refusal(client.partners().devices().claimAsync(partnerId=PARTNER_ID, body={})).status_code == 400
    request = client.partners().customers().list(partnerId=PARTNER_ID)
    request.uri += "&size=3"
    assert 'Unknown name "size"' in refusal(request).reason


def test_refuses_another_partners_paths(client: Any) -> None:
    error = refusal(client.partners().customers().list(partnerId="1100000002"))
    assert (error.status_code, detail(error)["code"]) == (403, "AUTHORIZATION_FAIL")


def test_knows_no_other_operation_device_or_method(practice: RunningPractice, client: Any) -> None:
    assert refusal(client.operations().get(name="operations/apibatchoperation/1")).status_code == 404
    assert refusal(client.partners().devices().get(name=f"{PARENT}/devices/5")).status_code == 404
    request = client.partners().customers().list(partnerId=PARTNER_ID)
    request.uri = f"{practice.url}/v1/partners/{PARTNER_ID}/gadgets"
    assert refusal(request).status_code == 404


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


def test_gives_details_only_to_who_asks_for_format_2(practice: RunningPractice) -> None:
    older = reseller_client(practice, format_2=False)
    request = older.partners().customers().list(partnerId="5")
    error = json.loads(refusal(request).content)["error"]
    assert error["errors"][0]["reason"] == "forbidden"
    assert "details" not in error
    request.uri += "&%24.xgafv=2"
    assert "details" in json.loads(refusal(request).content)["error"]
    older.close()


@pytest.mark.parametrize("authorization", ["", "Bearer x", "Bearer practice.99999999999.00", "Basic eDp5"])
def test_a_call_without_a_valid_token_is_not_authenticated(practice: RunningPractice, authorization: str) -> None:
    request = urllib.request.Request(f"{practice.url}/v1/{PARENT}/customers", headers={"Authorization": authorization})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10)
    with caught.value as error:
        assert error.code == 401
        assert json.load(error)["error"]["status"] == "UNAUTHENTICATED"


def test_a_body_that_is_no_json_is_refused(client: Any) -> None:
    request = client.partners().devices().claimAsync(partnerId=PARTNER_ID, body={"claims": []})
    request.body, request.headers["content-length"] = "{", "1"
    assert refusal(request).status_code == 400


def test_a_hundred_thousand_devices_are_there_in_seconds(tmp_path: Path) -> None:
    with practice_in_process(tmp_path, customers=1_000, devices=100_000) as running:
        client = reseller_client(running)
        assert client.partners().customers().list(partnerId=PARTNER_ID, pageSize=1).execute()["totalSize"] == 1_011
        body = {"customerId": ["1700000052"], "limit": 100, "sectionType": ZERO_TOUCH}
        answer = client.partners().devices().findByOwner(partnerId=PARTNER_ID, body=body).execute()
        assert (len(answer["devices"]), answer["totalSize"]) == (100, 100_000)
        client.close()
