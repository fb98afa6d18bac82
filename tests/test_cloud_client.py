"""The client and the engine over Google's own client against a running practice service; its ledger is the proof."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from httplib2 import Response

from tests.core import ACME, imei, open_data
from tests.engine_rig import MOST_STEPS, Rig
from tests.practice_service import AT_ONCE, PracticeClock, RunningPractice, practice_in_process
from ztdesk.cloud.client import ResellerClient, account_of
from ztdesk.cloud.transport import Transport
from ztdesk.domain.catalogue import ClaimRequest
from ztdesk.domain.connection import Link
from ztdesk.domain.errors import MaybeTaken, Offline, Refused, SignInNeeded, TryLater
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.practice.records import PARTNER_ID
from ztdesk.sync.engine import Engine
from ztdesk.sync.timing import Timing

CLAIM = "partners.devices.claimAsync"
UNITS = range(100, 150)


@pytest.fixture
def clock() -> PracticeClock:
    return PracticeClock()


@pytest.fixture
def practice(tmp_path: Path, clock: PracticeClock) -> Iterator[RunningPractice]:
    with practice_in_process(tmp_path / "practice", tempo=AT_ONCE, clock=clock) as running:
        yield running


@pytest.fixture
def client(practice: RunningPractice) -> Iterator[ResellerClient]:
    client = ResellerClient(PARTNER_ID, practice.key_file, practice.url, timeout_s=5)
    yield client
    client.close()


def request(unit: int, customer_id: str = ACME.customer_id) -> ClaimRequest:
    return ClaimRequest(DeviceIdentifier(imei=imei(unit)), customer_id, "PO-1")


def test_a_claim_is_taken_and_found(client: ResellerClient, clock: PracticeClock) -> None:
    operation = client.claim_async([request(1)])
    assert not operation.done
    clock.pass_s(5)
    done = client.operation(operation.name)
    assert done.done
    assert done.verdicts[0].succeeded
    (device,) = client.find(DeviceIdentifier(imei=imei(1)))
    assert device.is_claimed_for(ACME.customer_id, PARTNER_ID)
    assert device.metadata == {"ordernumber": "PO-1"}
    assert client.find(DeviceIdentifier(imei=imei(2))) == ()


def answering(monkeypatch: pytest.MonkeyPatch, *pages: Mapping[str, object]) -> list[dict[str, str]]:
    """Have the service answer with these, one a request, the last one for ever; the bodies it was asked with."""
    asked: list[dict[str, str]] = []

    def request(_transport: Transport, _uri: str, _method: str, body: str, **_named: object) -> tuple[Response, bytes]:
        asked.append(json.loads(body))
        page = pages[min(len(asked), len(pages)) - 1]
        return Response({"status": "200", "content-type": "application/json"}), json.dumps(page).encode()

    monkeypatch.setattr(Transport, "request", request)
    return asked


def test_every_page_of_what_is_found_is_read(client: ResellerClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {"devices": [{"deviceId": "1"}], "nextPageToken": "more"}
    asked = answering(monkeypatch, first, {"devices": [{"deviceId": "2"}]})
    assert [device.id for device in client.find(DeviceIdentifier(imei=imei(1)))] == ["1", "2"]
    assert [body.get("pageToken") for body in asked] == [None, "more"]
    assert client.pages == 2


def test_a_list_of_found_devices_without_an_end_is_no_answer(
    client: ResellerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, {"nextPageToken": "more"})
    with pytest.raises(TryLater):
        client.find(DeviceIdentifier(imei=imei(1)))
    assert len(asked) < 10


@pytest.mark.parametrize(
    ("endpoint", "account"),
    [
        ("https://androiddeviceprovisioning.googleapis.com", "11@androiddeviceprovisioning.googleapis.com"),
        ("https://Proxy.example:8443/path", "11@proxy.example:8443"),
        ("http://127.0.0.1:4711", "11@localhost"),
        ("http://[::1]:4712", "11@localhost"),
    ],
)
def test_an_account_is_the_partner_at_a_service(endpoint: str, account: str) -> None:
    assert account_of("11", endpoint) == account


def test_customers_come_page_by_page(client: ResellerClient) -> None:
    page = client.customers_page("")
    assert ACME.customer_id in [customer.id for customer in page.customers]
    while page.next_token:
        page = client.customers_page(page.next_token)


@pytest.mark.parametrize(
    ("fault", "family"),
    [
        ("401", SignInNeeded),
        ("403", Refused),
        ("429", TryLater),
        ("500", MaybeTaken),
        ("503", MaybeTaken),
        ("drop-before", MaybeTaken),
        ("drop-after", MaybeTaken),
        ("token-refused", SignInNeeded),
    ],
)
def test_every_fault_has_its_family(
    client: ResellerClient, practice: RunningPractice, fault: str, family: type[Exception]
) -> None:
    practice.control.switch_on(fault)
    with pytest.raises(family):
        client.claim_async([request(1)])
    practice.control.switch_off()
    assert len(practice.control.ledger().claims()) <= 1


def test_a_service_that_is_gone_is_offline(client: ResellerClient, practice: RunningPractice) -> None:
    client.customers_page("")
    practice.stop()
    with pytest.raises(Offline):
        client.claim_async([request(1)])


def test_a_file_that_is_no_key_needs_a_person(tmp_path: Path) -> None:
    for content in ("", "[]", "{}", '{"client_email": "x"}'):
        (tmp_path / "key.json").write_text(content, encoding="utf-8")
        with pytest.raises(SignInNeeded):
            ResellerClient("1", tmp_path / "key.json", "http://127.0.0.1:1")
    with pytest.raises(SignInNeeded):
        ResellerClient("1", tmp_path / "none.json", "http://127.0.0.1:1")


@pytest.mark.parametrize("token_uri", ["http://example.com/token", "ftp://127.0.0.1/token", 5, None])
def test_a_key_that_signs_in_over_an_open_line_is_not_used(
    practice: RunningPractice, tmp_path: Path, token_uri: object
) -> None:
    key = json.loads(practice.key_file.read_text(encoding="utf-8"))
    (tmp_path / "key.json").write_text(json.dumps(key | {"token_uri": token_uri}), encoding="utf-8")
    with pytest.raises(SignInNeeded):
        ResellerClient("1", tmp_path / "key.json", "http://127.0.0.1:1")


class Shipping(Rig):
    """The same rig with Google's client and the practice service in place of the scripted one."""

    def __init__(self, file: Path, practice: RunningPractice, clock: PracticeClock) -> None:
        self.practice = practice
        self.clock = clock
        super().__init__(file, Timing(grace_s=5.0, poll_shortest_s=0.5, poll_longest_s=1.0))

    def made(self) -> Engine:
        return Engine(
            batches=self.data.batches,
            outbox=self.data.outbox,
            catalogue=self.data.catalogue,
            connect=lambda: ResellerClient(PARTNER_ID, self.practice.key_file, self.practice.url, timeout_s=5),
            observer=self.watcher,
            clock=self.clock,
            uptime=self.clock,
            timing=self.timing,
        )

    def pass_s(self, seconds: float) -> None:
        super().pass_s(seconds)
        self.clock.pass_s(seconds)


@pytest.mark.parametrize(
    ("fault", "count", "methods"),
    [
        ("drop-after", 1, [CLAIM]),
        ("drop-before", 2, [CLAIM]),
        ("503", 2, [CLAIM]),
        ("429", 2, []),
        ("500", 4, []),
        ("operation-lost", 2, []),
        ("rows-missing", 1, []),
        ("progress-stuck", None, []),
        ("drop-after", 6, []),
    ],
)
def test_each_of_fifty_devices_is_claimed_exactly_once(
    tmp_path: Path, practice: RunningPractice, clock: PracticeClock, fault: str, count: int | None, methods: list[str]
) -> None:
    rig = Shipping(tmp_path / "ztdesk.db", practice, clock)
    batch = rig.data.queued(UNITS)
    practice.control.switch_on(fault, count=count, methods=methods)
    rig.until_idle(most_s=1800)
    rig.engine.close()
    claims = practice.control.ledger().claims()
    assert sorted(claim.number() for claim in claims) == sorted(imei(unit) for unit in UNITS)
    assert not [claim for claim in claims if claim.again]
    assert rig.states(batch) == ["succeeded"] * 50


def test_offline_from_the_start_goes_on_when_the_service_comes(
    tmp_path: Path, practice: RunningPractice, clock: PracticeClock
) -> None:
    rig = Shipping(tmp_path / "ztdesk.db", practice, clock)
    batch = rig.data.queued(UNITS)
    practice.stop()
    for _ in range(MOST_STEPS):
        rig.pass_s(rig.step())
        if len(rig.watcher.links) and rig.engine.connection.link is Link.OFFLINE:
            break
    practice.restart()
    rig.until_idle(most_s=1800)
    rig.engine.close()
    assert len(practice.control.ledger().claims()) == 50
    assert rig.states(batch) == ["succeeded"] * 50
    assert open_data(rig.data.file).journal.first_broken() is None
