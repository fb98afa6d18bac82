"""The shipped description of the API, and the speed of the checks made with it."""

import time

import pytest

from tests.practice_service import claim_item, fresh_imei
from ztdesk.practice.discovery import reseller_api
from ztdesk.practice.schemas import SchemaMismatch


def test_describes_the_fifteen_methods_of_the_resellers_half() -> None:
    assert sorted(reseller_api().methods) == [
        "operations.get",
        "partners.customers.create",
        "partners.customers.list",
        "partners.devices.claim",
        "partners.devices.claimAsync",
        "partners.devices.findByIdentifier",
        "partners.devices.findByOwner",
        "partners.devices.get",
        "partners.devices.getSimLockState",
        "partners.devices.metadata",
        "partners.devices.unclaim",
        "partners.devices.unclaimAsync",
        "partners.devices.updateMetadataAsync",
        "partners.vendors.customers.list",
        "partners.vendors.list",
    ]


def test_checks_a_thousand_claims_quickly() -> None:
    api = reseller_api()
    method = api.methods["partners.devices.claimAsync"]
    body = {"claims": [claim_item(fresh_imei(unit)) for unit in range(1_000)]}
    spent = []
    for _ in range(7):
        began = time.process_time()
        checked = api.check_request(method, body)
        spent.append(time.process_time() - began)
    assert checked == body
    assert min(spent) < 0.03


def test_an_answer_leaves_out_what_holds_its_default() -> None:
    api = reseller_api()
    company = {"companyId": "5", "companyName": "", "termsStatus": "TERMS_STATUS_UNSPECIFIED", "adminEmails": []}
    answer = {"customers": [company], "nextPageToken": "", "totalSize": 0}
    assert api.check_response(api.methods["partners.customers.list"], answer) == {"customers": [{"companyId": "5"}]}


@pytest.mark.parametrize(
    "operation",
    [
        {"done": "yes"},
        {"metadata": {"@type": "type.googleapis.com/google.protobuf.Nothing"}},
        {"metadata": {"@type": "x.DevicesLongRunningOperationMetadata", "progress": "100"}},
        {
            "response": {
                "@type": "x.DevicesLongRunningOperationResponse",
                "perDeviceStatus": [{"result": {"deviceId": 5}}],
            }
        },
    ],
)
def test_an_answer_that_does_not_fit_is_a_bug_that_shows(operation: dict[str, object]) -> None:
    api = reseller_api()
    with pytest.raises(SchemaMismatch):
        api.check_response(api.methods["operations.get"], operation)
