"""Devices of open batches are looked up at a third of the quota at most, and never before what is to be sent."""

import bisect
import itertools
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Clock, device, imei, open_data
from tests.engine_rig import Rig
from tests.fake_service import PARTNER, FakeService, Fault, busy, lost, offline, refused, signed_out
from ztdesk.domain.batch import Batch, Item
from ztdesk.domain.catalogue import ZERO_TOUCH, Customer, Device, DeviceClaim
from ztdesk.domain.connection import Link
from ztdesk.domain.errors import Offline, TryLater
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import Found, LookedUp, Sighting
from ztdesk.store.sightings import Sightings
from ztdesk.sync.engine import Engine
from ztdesk.sync.preflight import Preflight

MUELLER = Customer("1700000077", "Müller & Söhne")
VENDOR = "1800000001"


@dataclass
class Shelf(FakeService):
    """A service whose devices are what a test puts there; `asked_at` is when each look-up came."""

    devices: dict[str, tuple[Device, ...]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    asked_at: list[float] = field(default_factory=list)

    def hold(self, unit: int, owner: str, reseller: str = PARTNER, section: str = ZERO_TOUCH) -> None:
        claim = DeviceClaim(owner, reseller, section)
        self.devices[imei(unit)] = (Device(str(unit), DeviceIdentifier(imei=imei(unit)), (claim,)),)

    def find(self, identifier: DeviceIdentifier) -> tuple[Device, ...]:
        self.asked.append(identifier.imei)
        self.asked_at.append(self.clock())
        super().find(identifier)
        return self.devices.get(identifier.imei, ())


class Round:
    """A pre-flight alone, stepped as often as it may be."""

    def __init__(self, file: Path) -> None:
        self.clock = Clock()
        self.data = open_data(file, self.clock)
        self.data.catalogue.keep_customers([Customer(ACME.customer_id, "ACME"), MUELLER], START)
        self.service = Shelf(self.clock)
        self.sightings = Sightings(self.data.database)
        self.told: list[int] = []
        self.preflight = Preflight(self.sightings, self.data.catalogue, self.told.append, self.clock)

    def run(self, for_s: float = 0.0) -> None:
        """Do what is due, and go on until so many seconds have passed."""
        end = self.clock() + for_s
        while True:
            wait_s = self.preflight.wait_s(self.clock())
            if wait_s > 0:
                if self.clock() + wait_s > end:
                    self.clock.now = max(self.clock(), end)
                    return
                self.clock.pass_s(wait_s)
            else:
                self.preflight.step(self.service)

    def seen(self, batch: Batch) -> list[Sighting | None]:
        ids = [item.id for item in self.data.items.of_batch(batch.id)]
        seen = self.sightings.of(ids)
        return [seen.get(item_id) for item_id in ids]

    def found(self, batch: Batch) -> list[Found | None]:
        return [None if one is None else one.found for one in self.seen(batch)]


@pytest.fixture
def one(tmp_path: Path) -> Round:
    return Round(tmp_path / "ztdesk.db")


def test_each_device_is_told_apart_by_who_holds_it(one: Round) -> None:
    one.service.hold(2, ACME.customer_id)
    one.service.hold(3, MUELLER.id)
    one.service.hold(4, "1900000001", VENDOR)
    one.service.hold(5, MUELLER.id, section="SECTION_TYPE_SIM_LOCK")
    one.service.hold(6, "1700000999")
    one.service.script("find", Fault(lambda: refused(400)))  # the newest is asked for first
    batch = one.data.opened([1, 2, 3, 4, 5, 6, 7])
    one.run()
    assert one.seen(batch) == [
        Sighting(Found.UNCLAIMED, START),
        Sighting(Found.OURS, START, ACME.customer_id, "ACME"),
        Sighting(Found.OTHER_CUSTOMER, START, MUELLER.id, MUELLER.name),
        Sighting(Found.VENDOR, START, "1900000001", "", VENDOR),
        Sighting(Found.UNCLAIMED, START),
        Sighting(Found.OTHER_CUSTOMER, START, "1700000999"),
        Sighting(Found.FAILED, START),
    ]
    assert one.told == [batch.id] * 7
    assert one.sightings.held_count(batch.id) == 3


def test_records_that_only_look_like_the_device_say_nothing_of_it(one: Round) -> None:
    batch = one.data.opened([1])
    one.service.hold(2, MUELLER.id)
    one.service.devices[imei(1)] = one.service.devices[imei(2)]
    one.run()
    assert one.found(batch) == [Found.UNCLAIMED]


def test_of_several_records_the_own_claim_for_this_customer_counts(one: Round) -> None:
    batch = one.data.opened([1])
    claims = [(MUELLER.id, PARTNER), (ACME.customer_id, PARTNER), ("1900000001", VENDOR)]
    one.service.devices[imei(1)] = tuple(
        Device(owner, DeviceIdentifier(imei=imei(1)), (DeviceClaim(owner, reseller, ZERO_TOUCH),))
        for owner, reseller in claims
    )
    one.run()
    assert one.found(batch) == [Found.OURS]


def test_the_newest_goes_first_and_a_scan_is_noticed_between_portions(one: Round) -> None:
    batch = one.data.opened(range(25))
    assert one.preflight.wait_s(START) == 0
    one.preflight.step(one.service)
    one.data.items.add(batch.id, device(99), START, AUTHOR)
    one.run()
    assert one.service.asked[0] == imei(24)
    assert one.service.asked.index(imei(99)) == 10
    assert len(one.service.asked) == 26


def test_nothing_is_asked_twice_and_nothing_without_an_open_batch(one: Round) -> None:
    one.data.queued([1])
    one.run(120)
    assert one.service.asked == []
    batch = one.data.opened([2])
    one.run(120)
    one.run(120)
    assert one.service.asked == [imei(2)]
    assert one.data.items.remove(one.data.item(batch, 1).id, START, AUTHOR)


def test_a_device_taken_out_while_it_was_looked_up_is_told_of_no_more(one: Round) -> None:
    batch = one.data.opened([1])
    assert one.preflight.wait_s(START) == 0
    one.data.items.remove(one.data.item(batch, 1).id, START, AUTHOR)
    added = one.data.items.add(batch.id, device(2), START, AUTHOR)
    one.service.hold(1, MUELLER.id)
    one.preflight.step(one.service)
    assert isinstance(added, Item)
    assert one.told == []
    assert one.found(batch) == [None]
    one.run()
    assert one.found(batch) == [Found.UNCLAIMED]


@pytest.mark.parametrize("pages", [1, 3])
def test_it_keeps_to_a_third_of_the_quota_in_every_window(one: Round, pages: int) -> None:
    one.service.pages_a_find = pages
    one.data.opened(range(700))
    one.run(210)
    at = one.service.asked_at
    assert len(at) == 660 if pages == 1 else len(at) in range(215, 225)
    busiest = max(bisect.bisect_left(at, moment + 100) - place for place, moment in enumerate(at))
    assert busiest * pages <= 1000 / 3


def test_what_concerns_every_call_is_raised_and_the_device_comes_again(one: Round) -> None:
    batch = one.data.opened([1])
    one.service.script("find", Fault(offline), Fault(lambda: busy(20.0)))
    for error in (Offline, TryLater):
        assert one.preflight.wait_s(START) == 0
        with pytest.raises(error):
            one.preflight.step(one.service)
        assert one.found(batch) == [None]
    one.run()
    assert one.found(batch) == [Found.UNCLAIMED]


def test_trouble_of_the_service_is_asked_less_and_less(one: Round) -> None:
    batch = one.data.opened(range(20))
    one.service.script("find", *[Fault(busy)] * 5)
    one.run(100)
    asked = one.service.asked_at
    assert [round(after - before) for before, after in itertools.pairwise(asked[:6])] == [2, 4, 8, 16, 32]
    assert one.found(batch).count(Found.FAILED) == 5
    one.run(700)
    assert one.found(batch) == [Found.UNCLAIMED] * 20


def test_numbers_that_the_service_cannot_read_slow_nothing_down(one: Round) -> None:
    batch = one.data.opened(range(20))
    one.service.script("find", *[Fault(lambda: refused(400))] * 20)
    one.run()
    assert one.found(batch) == [Found.FAILED] * 20
    assert len(one.service.asked) == 20


# --- within the engine


class Flight(Rig):
    """A rig whose engine looks devices up ahead."""

    service: FakeService

    def made(self) -> Engine:
        self.told: list[int] = []
        self.sightings = Sightings(self.data.database)
        return Engine(
            batches=self.data.batches,
            outbox=self.data.outbox,
            catalogue=self.data.catalogue,
            connect=self.connect,
            observer=self.watcher,
            clock=self.pc,
            uptime=self.up,
            timing=self.timing,
            preflight=Preflight(self.sightings, self.data.catalogue, self.told.append, self.pc),
        )

    def until_seen(self, batch: Batch) -> None:
        ids = [item.id for item in self.data.items.of_batch(batch.id)]
        for _ in range(3000):
            if len(self.sightings.of(ids)) == len(ids):
                return
            self.pass_s(self.step())
        raise AssertionError("not all were looked up")


@pytest.fixture
def rig(tmp_path: Path) -> Flight:
    rig = Flight(tmp_path / "ztdesk.db")
    rig.service = Shelf(rig.true)
    return rig


def test_an_open_batch_is_looked_up_and_stays_open(rig: Flight) -> None:
    batch = rig.data.opened(range(5))
    rig.until_seen(batch)
    assert rig.engine.connection.link is Link.ONLINE
    assert rig.service.calls == {"find": 5}
    assert rig.states(batch) == ["pending"] * 5


def test_what_is_to_be_sent_goes_first(rig: Flight) -> None:
    rig.data.opened(range(300), replace(ACME, order_number="open"))
    for _ in range(10):
        rig.pass_s(rig.step())
    before = rig.service.calls["find"]
    queued = rig.data.queued([1000, 1001])
    began = rig.true()
    while "sent" not in rig.states(queued):
        rig.pass_s(rig.step())
    assert rig.true() == began, "nothing had to be waited for"
    assert rig.service.calls["find"] == before, "no look-up came in between"
    rig.until_idle()
    assert rig.states(queued) == ["succeeded"] * 2


def test_reconciling_a_lost_request_is_never_behind_it(rig: Flight) -> None:
    rig.data.opened(range(500), replace(ACME, order_number="open"))
    rig.service.script("claim", Fault(lost))
    batch = rig.data.queued(range(1000, 1100))
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 100
    service = rig.service
    assert isinstance(service, Shelf)
    doubtful = {imei(unit) for unit in range(1000, 1100)}
    places = [place for place, number in enumerate(service.asked) if number in doubtful]
    assert places == list(range(places[0], places[0] + 100)), "the look-ups of the lost request are in one piece"


def test_all_calls_together_stay_within_the_quota(rig: Flight) -> None:
    rig.data.opened(range(2000))
    rig.service.script("claim", *[Fault(lost)] * 3)
    rig.data.queued(range(3000, 3400), replace(ACME, order_number="lost"))
    for _ in range(3000):
        rig.pass_s(rig.step())
    service = rig.service
    assert isinstance(service, Shelf)
    at = service.asked_at
    assert max(bisect.bisect_left(at, moment + 100) - place for place, moment in enumerate(at)) <= 990


def test_offline_it_simply_waits(rig: Flight) -> None:
    batch = rig.data.opened(range(3))
    rig.service.script("find", *[Fault(offline)] * 3)
    rig.step()
    assert rig.watcher.links[-1] is Link.OFFLINE
    assert rig.sightings.of([item.id for item in rig.data.items.of_batch(batch.id)]) == {}
    rig.until_seen(batch)
    assert rig.engine.connection.link is Link.ONLINE
    found = rig.sightings.of([item.id for item in rig.data.items.of_batch(batch.id)])
    assert {one.found for one in found.values()} == {Found.UNCLAIMED}


def test_what_goes_wrong_with_sending_stays_said_while_devices_are_looked_up(rig: Flight) -> None:
    rig.service.script("operation", *[Fault(lambda: refused(403))] * 50)
    rig.data.queued([1000])
    for _ in range(20):
        rig.pass_s(rig.step())
    assert rig.engine.connection.link is Link.REFUSED
    batch = rig.data.opened(range(3), replace(ACME, order_number="open"))
    rig.until_seen(batch)
    assert rig.engine.connection.link is Link.REFUSED


# --- a person asks


def ask(rig: Flight, unit: int) -> LookedUp:
    return rig.engine.look_up(DeviceIdentifier(imei=imei(unit)))


def test_a_person_is_answered_at_once(rig: Flight) -> None:
    service = rig.service
    assert isinstance(service, Shelf)
    rig.data.catalogue.keep_customers([MUELLER], START)
    service.hold(1, MUELLER.id)
    assert ask(rig, 1).sighting == Sighting(Found.OTHER_CUSTOMER, START, MUELLER.id, MUELLER.name)
    assert ask(rig, 2).sighting == Sighting(Found.UNCLAIMED, START)


def test_without_a_network_a_person_is_told_so_and_nothing_is_tried_while_it_is_waited_for(rig: Flight) -> None:
    rig.service.script("find", Fault(offline))
    for _ in range(2):
        answer = ask(rig, 1)
        assert answer.sighting is None
        assert answer.title.english() == "said"
        assert rig.engine.connection.link is Link.OFFLINE
    assert rig.service.calls["find"] == 1


def test_signed_out_a_person_is_told_so(rig: Flight) -> None:
    rig.service.script("find", Fault(signed_out))
    assert ask(rig, 1).sighting is None
    assert rig.engine.connection.link is Link.SIGNED_OUT
    rig.pass_s(1000)
    assert ask(rig, 1).title.english() == "said"
    assert rig.service.calls["find"] == 1


def test_a_number_that_is_refused_holds_up_nothing_else(rig: Flight) -> None:
    rig.service.script("find", Fault(lambda: refused(400)), Fault(busy))
    batch = rig.data.queued([5])
    for _ in range(2):
        assert ask(rig, 1).sighting is None
    assert rig.engine.connection.link is Link.UNTRIED
    rig.step()
    rig.step()
    assert rig.states(batch) == ["sent"]
