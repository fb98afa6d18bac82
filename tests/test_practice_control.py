"""The control port through its own client: faults, ledger and reset."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from tests.practice_service import RunningPractice, claim_item, client, fresh_imei, practice
from ztdesk.practice.control import ControlFailed, PracticeControl
from ztdesk.practice.faults import Fault
from ztdesk.practice.records import PARTNER_ID, ZERO_TOUCH

__all__ = ["client", "practice"]
CLAIM = "partners.devices.claim"


def test_switches_faults_on_and_off(practice: RunningPractice) -> None:
    control = practice.control
    control.switch_on("429", 2, count=3, methods=[CLAIM])
    control.switch_on("500")
    assert set(control.faults()) == {Fault("429", 2, 3, frozenset({CLAIM})), Fault("500")}
    control.switch_on("429")
    assert set(control.faults()) == {Fault("429", 5.0), Fault("500")}
    control.switch_off("500")
    assert control.faults() == (Fault("429", 5.0),)
    control.switch_off()
    assert control.faults() == ()


def test_the_ledger_tells_every_claim_and_release_in_order(practice: RunningPractice, client: Any) -> None:
    devices = client.partners().devices()
    made = devices.claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(1))).execute()
    devices.claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(1))).execute()
    devices.unclaim(partnerId=PARTNER_ID, body={"deviceId": made["deviceId"], "sectionType": ZERO_TOUCH}).execute()
    batch = {"claims": [claim_item(fresh_imei(1), "1700000043"), claim_item("001010120000000")]}
    operation = devices.claimAsync(partnerId=PARTNER_ID, body=batch).execute()["name"]
    while not client.operations().get(name=operation).execute().get("done"):
        pass
    ledger = practice.control.ledger()
    told = [(line.action, line.number(), line.customer_id, line.operation, line.again) for line in ledger.lines]
    assert told == [
        ("claim", fresh_imei(1), "1700000042", "", False),
        ("claim", fresh_imei(1), "1700000042", "", True),
        ("unclaim", fresh_imei(1), "1700000042", "", False),
        ("claim", fresh_imei(1), "1700000043", operation, False),
    ]
    assert [line.at for line in ledger.lines] == sorted(line.at for line in ledger.lines)
    assert (ledger.count(CLAIM), ledger.count("token"), ledger.count("partners.vendors.list")) == (2, 1, 0)
    assert len(ledger.claims()) == 3


def test_a_reset_empties_ledger_and_counts_and_leaves_faults(practice: RunningPractice, client: Any) -> None:
    client.partners().devices().claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(1))).execute()
    practice.control.switch_on("500")
    practice.control.reset()
    assert (practice.control.ledger().lines, practice.control.ledger().requests) == ((), ())
    assert practice.control.faults() == (Fault("500"),)


def test_answers_while_the_service_is_out_of_reach(practice: RunningPractice) -> None:
    practice.control.switch_on("offline")
    assert practice.control.faults() == (Fault("offline"),)


@pytest.mark.parametrize(
    "wire",
    [
        *(b"", b"[]", b"{}", b'{"name": "flood"}', b'{"name": "429", "count": 0}', b'{"name": "429", "value": "x"}'),
        *(b'{"name": "429", "often": 1}', b'{"name": "429", "count": "x"}'),
    ],
)
def test_refuses_a_fault_it_does_not_understand(practice: RunningPractice, wire: bytes) -> None:
    request = urllib.request.Request(f"{practice.control_url}/practice/faults", wire, method="PUT")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10)
    with caught.value as error:
        assert error.code == 400
        assert json.load(error)["error"]
    assert practice.control.faults() == ()


def test_says_so_when_it_is_refused_or_nobody_is_there(practice: RunningPractice) -> None:
    with pytest.raises(ControlFailed, match="no fault"):
        practice.control.switch_on("flood")
    url = practice.control_url
    practice.stop()
    with pytest.raises(ControlFailed, match="does not answer"):
        PracticeControl(url).faults()
