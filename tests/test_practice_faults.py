"""What goes wrong when it is made to: each fault seen from outside, and the table they come from."""

import http.client
import json
import socket
import urllib.error
import urllib.request
from typing import Any

import pytest
from google.auth.exceptions import RefreshError
from googleapiclient.errors import HttpError

from tests.practice_service import (
    PracticeClock,
    RunningPractice,
    claim_item,
    client,
    fresh_imei,
    practice,
    practice_in_process,
    reseller_client,
)
from ztdesk.practice.faults import FAULTS, Fault, Faults, UnknownFault, fault, fault_from_option
from ztdesk.practice.operations import Tempo
from ztdesk.practice.records import PARTNER_ID

__all__ = ["client", "practice"]
CLAIM_ASYNC = "partners.devices.claimAsync"
GET = "operations.get"


def customers(client: Any) -> Any:
    return client.partners().customers().list(partnerId=PARTNER_ID, pageSize=1).execute()


def start_claims(client: Any, count: int = 1) -> str:
    claims = [claim_item(fresh_imei(unit)) for unit in range(count)]
    name: str = client.partners().devices().claimAsync(partnerId=PARTNER_ID, body={"claims": claims}).execute()["name"]
    return name


def token_of(practice: RunningPractice) -> str:
    client = reseller_client(practice)
    customers(client)
    token: str = client._http.credentials.token
    client.close()
    return token


def post_claims(practice: RunningPractice, token: str, unit: int = 1) -> http.client.HTTPResponse:
    """One claimAsync without a transport that might send it again by itself."""
    connection = http.client.HTTPConnection(practice.url.removeprefix("http://"), timeout=20)
    try:
        body = json.dumps({"claims": [claim_item(fresh_imei(unit))]})
        path = f"/v1/partners/{PARTNER_ID}/devices:claimAsync"
        connection.request("POST", path, body, {"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        response.read()
        return response
    finally:
        connection.close()


@pytest.mark.parametrize(("name", "http_status"), [("403", 403), ("500", 500), ("401", 401)])
def test_answers_with_an_error_until_switched_off(
    practice: RunningPractice, client: Any, name: str, http_status: int
) -> None:
    practice.control.switch_on(name)
    with pytest.raises(HttpError) as caught:
        customers(client)
    assert caught.value.status_code == http_status
    practice.control.switch_off(name)
    assert customers(client)["totalSize"] == 11


def test_429_says_how_long_to_wait_and_takes_nothing(practice: RunningPractice, client: Any) -> None:
    practice.control.switch_on("429", 7)
    with pytest.raises(HttpError) as caught:
        start_claims(client)
    assert caught.value.status_code == 429
    assert caught.value.resp["retry-after"] == "7"
    assert practice.control.ledger().lines == ()


def test_503_has_a_page_instead_of_json(practice: RunningPractice, client: Any) -> None:
    practice.control.switch_on("503")
    with pytest.raises(HttpError) as caught:
        customers(client)
    assert caught.value.status_code == 503
    assert caught.value.resp["content-type"].startswith("text/html")
    assert b"<html" in caught.value.content


def test_a_fault_meets_only_so_many_requests_of_its_methods(practice: RunningPractice, client: Any) -> None:
    practice.control.switch_on("500", count=2, methods=[CLAIM_ASYNC])
    customers(client)
    for _ in range(2):
        with pytest.raises(HttpError):
            start_claims(client)
    assert start_claims(client).startswith("operations/")
    assert practice.control.faults() == ()
    assert practice.control.ledger().count(CLAIM_ASYNC) == 3


def test_offline_refuses_connections_and_comes_back_on_the_same_port(practice: RunningPractice, client: Any) -> None:
    customers(client)
    url = practice.url
    practice.control.switch_on("offline")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=10)
    with pytest.raises(ConnectionRefusedError):
        customers(client)
    practice.control.switch_off("offline")
    assert practice.url == url
    assert customers(client)["totalSize"] == 11


def test_offline_keeps_its_port_from_others(practice: RunningPractice) -> None:
    practice.control.switch_on("offline")
    with socket.socket() as other, pytest.raises(OSError, match=r"(?i)in use|only one usage"):
        other.bind(("127.0.0.1", int(practice.url.rpartition(":")[2])))


def test_drop_before_takes_nothing(practice: RunningPractice) -> None:
    token = token_of(practice)
    practice.control.switch_on("drop-before", count=1, methods=[CLAIM_ASYNC])
    with pytest.raises(ConnectionError):
        post_claims(practice, token)
    assert practice.control.ledger().claims() == ()
    assert post_claims(practice, token).status == 200


def test_drop_after_takes_the_request_and_says_nothing(practice: RunningPractice, client: Any) -> None:
    token = token_of(practice)
    practice.control.switch_on("drop-after", count=1, methods=[CLAIM_ASYNC])
    with pytest.raises(ConnectionError):
        post_claims(practice, token, unit=5)
    body = {"deviceIdentifier": {"imei": fresh_imei(5)}, "limit": 1}
    answer = client.partners().devices().findByIdentifier(partnerId=PARTNER_ID, body=body).execute()
    assert answer["devices"][0]["claims"][0]["ownerCompanyId"] == "1700000042"
    assert [line.number() for line in practice.control.ledger().claims()] == [fresh_imei(5)]


def test_slow_outlasts_a_short_patience_but_not_the_service(practice: RunningPractice) -> None:
    practice.control.switch_on("slow", 600)
    request = urllib.request.Request(f"{practice.url}/v1/partners/{PARTNER_ID}/customers")
    with pytest.raises(TimeoutError):
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=0.2)
    # Stopping the service must not wait for the ten minutes: the test's own time limit says whether it did.


def test_operation_lost_is_not_found(practice: RunningPractice, client: Any) -> None:
    name = start_claims(client)
    practice.control.switch_on("operation-lost")
    with pytest.raises(HttpError) as caught:
        client.operations().get(name=name).execute()
    assert caught.value.status_code == 404


def test_rows_missing_leaves_rows_out_from_the_front(tmp_path: Any) -> None:
    clock = PracticeClock()
    with practice_in_process(tmp_path, clock=clock) as practice:
        client = reseller_client(practice)
        name = start_claims(client, 3)
        clock.pass_s(1)
        practice.control.switch_on("rows-missing", 2)
        operation = client.operations().get(name=name).execute()
        client.close()
    rows = operation["response"]["perDeviceStatus"]
    assert [row["claim"]["deviceIdentifier"]["imei"] for row in rows] == [fresh_imei(2)]
    assert (operation["metadata"]["devicesCount"], operation["response"]["successCount"]) == (1, 3)


def test_progress_stuck_says_100_long_before_it_is_done(tmp_path: Any) -> None:
    clock = PracticeClock()
    with practice_in_process(tmp_path, clock=clock, tempo=Tempo(1, 1, 0)) as practice:
        client = reseller_client(practice)
        name = start_claims(client, 10)
        practice.control.switch_on("progress-stuck", 30)
        clock.pass_s(1.5)
        early = client.operations().get(name=name).execute()
        clock.pass_s(38)
        late = client.operations().get(name=name).execute()
        clock.pass_s(3)
        last = client.operations().get(name=name).execute()
        client.close()
    assert (early["metadata"]["progress"], early.get("done"), late.get("done"), last["done"]) == (100, None, None, True)


def test_token_refused_stops_the_sign_in(practice: RunningPractice, client: Any) -> None:
    practice.control.switch_on("token-refused")
    with pytest.raises(RefreshError, match="invalid_grant"):
        customers(client)
    practice.control.switch_off()
    assert customers(client)["totalSize"] == 11


def test_other_faults_leave_the_sign_in_alone_unless_they_name_it() -> None:
    assert not Fault("500").concerns("token")
    assert Fault("500").concerns(GET)
    assert Fault("500", methods=frozenset({"token"})).concerns("token")
    assert Fault("token-refused").concerns("token")


def test_every_fault_has_a_title_and_can_be_made() -> None:
    names = [kind.name for kind in FAULTS]
    assert len(set(names)) == len(names) == 13
    for kind in FAULTS:
        assert kind.title.english()
        assert (kind.default is None) == (kind.value_title is None)
        assert fault(kind.name).value == (kind.default or 0.0)


def test_reads_faults_from_options() -> None:
    assert fault_from_option("slow=0.5") == Fault("slow", 0.5)
    assert fault_from_option("offline") == Fault("offline")


@pytest.mark.parametrize("option", ["flood", "slow=fast", "offline=3", "slow=-1", "slow=nan"])
def test_refuses_faults_that_cannot_be(option: str) -> None:
    with pytest.raises(UnknownFault):
        fault_from_option(option)


def test_tells_when_something_was_switched() -> None:
    told: list[str] = []
    faults = Faults(lambda: told.append("switched"))
    faults.switch_on(fault("offline"))
    faults.switch_off("offline")
    faults.switch_off()
    assert len(told) == 3
    assert faults.take("offline", GET) is None
    assert not faults.is_on("offline")
