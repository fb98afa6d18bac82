from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.cloud import codec
from ztdesk.domain.catalogue import ClaimRequest, Customer, TermsStatus
from ztdesk.domain.identifiers import DeviceIdentifier

IMEI = "001010120000015"
DONE: dict[str, Any] = {
    "done": True,
    "metadata": {"@type": "x", "processingStatus": "BATCH_PROCESS_PROCESSED", "progress": 100, "devicesCount": 2},
    "name": "operations/apibatchoperation/2600000000000000001",
    "response": {
        "successCount": 1,
        "perDeviceStatus": [
            {
                "result": {"status": "SINGLE_DEVICE_STATUS_SUCCESS", "deviceId": "9007199254740993"},
                "claim": {"deviceIdentifier": {"imei": IMEI, "manufacturer": "X"}, "sectionType": "Z"},
            },
            {"result": {"status": "S", "errorIdentifier": "E", "errorMessage": "\ud800"}, "claim": {}},
        ],
    },
}


def test_a_claim_is_what_the_service_takes_and_no_more() -> None:
    requests = [
        ClaimRequest(DeviceIdentifier(imei=IMEI, imei2="2"), "1700000042", "PO-1", "+49"),
        ClaimRequest(DeviceIdentifier(serial="S", manufacturer="M", model="X"), "1700000042"),
    ]
    assert codec.claims_to_json(requests) == {
        "claims": [
            {
                "deviceIdentifier": {"imei": IMEI, "imei2": "2"},
                "sectionType": "SECTION_TYPE_ZERO_TOUCH",
                "customerId": "1700000042",
                "deviceMetadata": {"entries": {"ordernumber": "PO-1", "phonenumber": "+49"}},
            },
            {
                "deviceIdentifier": {"serialNumber": "S", "manufacturer": "M", "model": "X"},
                "sectionType": "SECTION_TYPE_ZERO_TOUCH",
                "customerId": "1700000042",
            },
        ]
    }


def test_a_finished_operation_with_what_was_left_out() -> None:
    operation = codec.operation_from_json(DONE)
    assert (operation.done, operation.progress) == (True, 100)
    first, second = operation.verdicts
    assert first.identifier == DeviceIdentifier(imei=IMEI, manufacturer="X")
    assert (first.succeeded, first.device_id) == (True, "9007199254740993")
    assert (second.identifier, second.error_message) == (DeviceIdentifier(), "\\ud800")


@pytest.mark.parametrize("extra", [{}, {"done": False}, {"metadata": {}}, {"metadata": None, "response": None}])
def test_a_running_operation_leaves_out_what_is_zero(extra: dict[str, Any]) -> None:
    operation = codec.operation_from_json({"name": "operations/1", **extra})
    assert (operation.done, operation.progress, operation.verdicts) == (False, 0, ())


@pytest.mark.parametrize(("said", "kept"), [(-5, 0), (250, 100), ("40", 40)])
def test_progress_stays_within_its_bounds(said: object, kept: int) -> None:
    assert codec.operation_from_json({"name": "operations/1", "metadata": {"progress": said}}).progress == kept


@pytest.mark.parametrize(
    "body",
    [
        "<html>hotel</html>",
        [],
        5,
        None,
        {},
        {"name": ""},
        {"name": 7},
        {"name": "apibatchoperation/1"},
        {"name": "operations/1", "metadata": []},
        {"name": "operations/1", "metadata": {"progress": "half"}},
        {"name": "operations/1", "metadata": {"progress": float("inf")}},
        {"name": "operations/1", "metadata": {"progress": {}}},
        {"name": "operations/1", "response": "x"},
        {"name": "operations/1", "response": {"perDeviceStatus": {"a": 1}}},
        {"name": "operations/1", "response": {"perDeviceStatus": ["x"]}},
        {"name": "operations/1", "response": {"perDeviceStatus": [{"claim": "x"}]}},
    ],
)
def test_what_is_no_operation_is_a_value_error(body: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        codec.operation_from_json(body)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "done", "metadata", "progress", "response", "perDeviceStatus", "result", "claim"])
            | st.sampled_from(["devices", "claims", "customers", "deviceIdentifier", "imei", "deviceMetadata"])
            | st.sampled_from(["entries", "totalSize", "termsStatus", "companyId", "status"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(ANYTHING)
def test_any_json_at_all_is_read_or_a_value_error(body: object) -> None:
    for read in (codec.operation_from_json, codec.devices_from_json, codec.customer_page_from_json):
        try:
            read(body)
        except ValueError:
            continue


def test_no_device_found_is_an_empty_object() -> None:
    assert codec.devices_from_json({}) == ()


def test_a_device_with_its_claims_and_metadata() -> None:
    claim = {"ownerCompanyId": "1", "resellerId": "2", "sectionType": "SECTION_TYPE_ZERO_TOUCH"}
    body = {"deviceId": "5", "deviceIdentifier": {"imei": IMEI}, "claims": [claim]}
    (device,) = codec.devices_from_json({"devices": [{**body, "deviceMetadata": {"entries": {"ordernumber": "PO"}}}]})
    assert device.is_claimed_for("1", "2")
    assert not device.is_claimed_for("2", "1")
    assert device.metadata == {"ordernumber": "PO"}


def test_a_page_of_customers_without_those_that_have_no_id() -> None:
    body = {
        "customers": [
            {"companyId": "1", "companyName": "A", "termsStatus": "TERMS_STATUS_ACCEPTED"},
            {"companyId": "2", "companyName": "B", "termsStatus": "TERMS_STATUS_OF_TOMORROW"},
            {"companyName": "C"},
        ],
        "nextPageToken": "t",
        "totalSize": 3,
    }
    page = codec.customer_page_from_json(body)
    assert page.customers == (Customer("1", "A", TermsStatus.ACCEPTED), Customer("2", "B", TermsStatus.UNSPECIFIED))
    assert (page.next_token, page.total) == ("t", 3)


def test_a_serial_number_beside_an_imei_is_sent_only_with_maker_and_model() -> None:
    known = DeviceIdentifier(imei="001010120000002", serial="R5CT10ABCDE", manufacturer="samsung", model="SM-X200")
    assert codec.identifier_to_json(known)["serialNumber"] == "R5CT10ABCDE"
    for lacking in (replace(known, model=""), replace(known, manufacturer="")):
        assert "serialNumber" not in codec.identifier_to_json(lacking)
    assert codec.identifier_to_json(DeviceIdentifier(serial="R5CT10ABCDE")) == {"serialNumber": "R5CT10ABCDE"}
