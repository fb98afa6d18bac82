"""The service's verdicts in plain words."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.engine_rig import Rig
from tests.fake_service import Fault
from ztdesk.domain.advice import device_advice, refusal_identifier, request_advice
from ztdesk.domain.batch import NO_VERDICT_STATUS, REFUSED_STATUS, BatchDraft, BatchState, Item, ItemState
from ztdesk.domain.errors import Refused
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.text import text


def item(state: ItemState, status: str = "", identifier: str = "", message: str = "") -> Item:
    device = DeviceIdentifier(imei="001010012345672")
    return Item(1, 1, 1, device, "", "", 0.0, state, "", status, identifier, message)


def failed(status: str, identifier: str = "", message: str = "") -> str:
    return device_advice(item(ItemState.FAILED, f"SINGLE_DEVICE_STATUS_{status}", identifier, message)).title.english()


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (ItemState.PENDING, "Waiting to be sent"),
        (ItemState.SENT, "At the service"),
        (ItemState.UNKNOWN, "Not known yet"),
        (ItemState.SUCCEEDED, "Claimed"),
    ],
)
def test_what_has_not_failed_is_told_by_where_it_stands(state: ItemState, title: str) -> None:
    assert device_advice(item(state)).title.english() == title


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (BatchState.OPEN, "Scanned, not queued yet"),
        (BatchState.QUEUED, "Waiting to be sent"),
        (BatchState.CANCELLED, "Given up, not claimed"),
    ],
)
def test_what_was_not_sent_is_told_by_what_a_person_did_with_its_batch(state: BatchState, title: str) -> None:
    assert device_advice(item(ItemState.PENDING), state).title.english() == title
    assert device_advice(item(ItemState.SUCCEEDED), state).title.english() == "Claimed"


def test_an_unknown_device_is_never_to_be_sent_again_by_hand() -> None:
    assert "do not send it again" in device_advice(item(ItemState.UNKNOWN)).hint.english()


@pytest.mark.parametrize(
    ("status", "identifier", "title"),
    [
        ("SECTION_NOT_YOURS", "", "Already claimed elsewhere"),
        ("PERMISSION_DENIED", "", "Not allowed"),
        ("INVALID_DEVICE_IDENTIFIER", "", "Identifier refused"),
        ("INVALID_DEVICE_IDENTIFIER", "INVALID_MANUFACTURER", "Maker not known"),
        ("INVALID_DEVICE_IDENTIFIER", "INVALID_IMEI", "IMEI refused"),
        ("DEVICE_LIMIT_EXCEEDED", "", "Device limit reached"),
        ("OTHER_ERROR", "INVALID_IMEI", "Refused by the service"),
        ("OF_TOMORROW", "", "Not claimed"),
    ],
)
def test_a_failed_device_is_told_by_the_most_specific_thing_known(status: str, identifier: str, title: str) -> None:
    assert failed(status, identifier) == title


def test_what_the_service_said_is_passed_on_where_nothing_better_is_known() -> None:
    other = device_advice(item(ItemState.FAILED, "SINGLE_DEVICE_STATUS_OTHER_ERROR", "", "Locked {by} carrier"))
    assert other.hint.english().endswith("Locked {by} carrier")
    new = device_advice(item(ItemState.FAILED, "SINGLE_DEVICE_STATUS_OF_TOMORROW"))
    assert "SINGLE_DEVICE_STATUS_OF_TOMORROW" in new.hint.english()


@pytest.mark.parametrize(
    ("code", "identifier", "title"),
    [
        (403, "TosError/TOS_NOT_ACCEPTED", "Terms not accepted"),
        (403, "SERVICE_DISABLED", "API not enabled"),
        (403, "AUTHORIZATION_FAIL", "No right to do this"),
        (403, "", "No right to do this"),
        (404, "", "Not found at the service"),
        (400, "INVALID_CUSTOMER_ID", "Customer not known"),
        (409, "", "Already claimed elsewhere"),
    ],
)
def test_a_device_of_a_request_that_was_refused_is_told_why(
    tmp_path: Path, code: int, identifier: str, title: str
) -> None:
    rig = Rig(tmp_path / "ztdesk.db")
    batch = rig.data.queued([1])
    said = Refused(text("Refused"), text(""), code=code, identifier=identifier, message="No.")
    rig.service.script("claim", Fault(lambda: said))
    rig.until_idle()
    assert device_advice(rig.data.item(batch, 1)).title.english() == title


def test_a_device_of_a_customer_that_is_not_ours_is_told_so(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "ztdesk.db")
    batch = rig.data.queued([1], BatchDraft("1900000001"))
    rig.until_idle()
    assert device_advice(rig.data.item(batch, 1)).title.english() == "Customer not known"


@pytest.mark.parametrize(
    ("code", "identifier", "message", "title"),
    [
        (400, "", "Precondition check failed.", "Known under another maker"),
        (400, "", "Something else.", "Request refused"),
        (401, "", "", "Sign-in refused"),
        (403, "", "", "No right to do this"),
        (403, "SERVICE_DISABLED", "", "API not enabled"),
        (404, "", "", "Not found at the service"),
        (409, "", "", "Already claimed elsewhere"),
        (429, "", "", "The service asks for patience"),
        (503, "", "", "The service has a problem"),
    ],
)
def test_a_request_is_told_by_identifier_message_and_status(
    code: int, identifier: str, message: str, title: str
) -> None:
    assert request_advice(code, identifier, message).title.english() == title


def test_refusals_are_kept_with_their_status() -> None:
    assert refusal_identifier(403, "AUTHORIZATION_FAIL") == "HTTP_403/AUTHORIZATION_FAIL"
    assert refusal_identifier(500, "") == "HTTP_500"


@given(
    st.sampled_from(ItemState),
    st.sampled_from(["", REFUSED_STATUS, NO_VERDICT_STATUS, "SINGLE_DEVICE_STATUS_OTHER_ERROR", "{x}"])
    | st.text(max_size=9),
    st.text(max_size=12) | st.sampled_from(["HTTP_", "HTTP_²", "HTTP_9x", "{message}"]),
    st.text(max_size=20) | st.just("{status}"),
)
@example(ItemState.FAILED, REFUSED_STATUS, "HTTP_²", "")
def test_whatever_the_service_says_there_are_words_for_it(
    state: ItemState, status: str, identifier: str, message: str
) -> None:
    advice = device_advice(item(state, status, identifier, message))
    assert advice.title.english()
    advice.hint.english()
