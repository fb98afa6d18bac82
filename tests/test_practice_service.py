"""The checks every call passes, as Google's own client meets them: caller, path, request, and the forms of refusal."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from tests.practice_service import (
    RunningPractice,
    claim_item,
    client,
    detail,
    found,
    fresh_imei,
    practice,
    refusal,
    reseller_client,
)
from ztdesk.practice.records import PARTNER_ID, ZERO_TOUCH
from ztdesk.practice.seeds import seeded_imei

__all__ = ["client", "practice"]
PARENT = f"partners/{PARTNER_ID}"
ACME = "1700000042"


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
