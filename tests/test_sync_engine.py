import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, device, imei
from tests.engine_rig import Rig
from tests.fake_service import Crash, FakeService, Fault, busy, lost, offline, refused, signed_out
from ztdesk.domain.batch import ShownState
from ztdesk.domain.catalogue import Customer, Device, Operation
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import Refused, StoreFailure
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import SubmissionState
from ztdesk.domain.text import text
from ztdesk.sync.timing import Timing

YEAR_S = 31_536_000.0


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "ztdesk.db")


def claimed_once(rig: Rig, units: range | list[int]) -> bool:
    return rig.service.claims == Counter({imei(unit): 1 for unit in units})


def test_a_queued_batch_is_claimed(rig: Rig) -> None:
    batch = rig.data.queued(range(5))
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 5
    assert claimed_once(rig, range(5))
    assert rig.engine.connection.link is Link.ONLINE
    assert batch.id in rig.watcher.changed
    assert rig.data.journal.first_broken() is None


def test_nothing_to_do_is_a_long_wait_and_no_call(rig: Rig) -> None:
    assert [rig.step() for _ in range(3)] == [60.0] * 3
    assert rig.service.calls.total() == 0


def test_the_row_is_sending_on_disk_before_the_request_leaves(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.script("claim", Fault(Crash, taken=True))
    with pytest.raises(Crash):
        rig.until_idle()
    rig.restart()
    assert rig.data.outbox.workload().sending == 1
    rig.step()
    assert rig.data.outbox.workload().unknown == 1
    rig.until_idle()
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("taken", [True, False])
def test_a_lost_answer_is_looked_up_after_its_grace_and_never_sent_blindly(rig: Rig, taken: bool) -> None:
    batch = rig.data.queued(range(3))
    rig.service.script("claim", Fault(lost, taken=taken))
    while rig.service.calls["claim"] == 0:
        rig.pass_s(rig.step())
    assert rig.states(batch) == ["unknown"] * 3
    sent_at = rig.true()
    while rig.service.calls["find"] == 0:
        rig.pass_s(rig.step())
    assert rig.true() - sent_at >= 30
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 3
    assert claimed_once(rig, range(3))
    assert rig.service.calls["claim"] == (1 if taken else 2)


def test_offline_counts_no_attempt_and_goes_on_by_itself(rig: Rig) -> None:
    batch = rig.data.queued([1])
    rig.service.script("claim", *[Fault(offline)] * 20)
    while rig.service.calls["claim"] < 20:
        rig.pass_s(rig.step())
    (waiting,) = rig.data.outbox.in_state(SubmissionState.WAITING)
    assert (waiting.attempts, rig.engine.connection.link) == (0, Link.OFFLINE)
    took_s = rig.until_idle()
    assert took_s < 60
    assert rig.states(batch) == ["succeeded"]
    assert rig.watcher.links[-1] is Link.ONLINE


@pytest.mark.parametrize("retry_after_s", [200.0, 1800.0])
def test_retry_after_is_kept_to_also_over_a_restart(rig: Rig, retry_after_s: float) -> None:
    rig.data.queued([1])
    rig.service.script("claim", Fault(lambda: busy(retry_after_s)))
    while rig.service.calls["claim"] == 0:
        rig.step()
    asked_at = rig.true()
    rig.restart()
    while (wait_s := rig.step()) or rig.service.calls["claim"] == 1:
        if rig.service.calls["claim"] == 2:
            break
        rig.pass_s(wait_s)
    assert retry_after_s <= rig.true() - asked_at <= retry_after_s + 1
    rig.until_idle()
    assert claimed_once(rig, [1])


def test_a_clock_set_back_while_waiting_leaves_what_remains_of_the_wait(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.script("claim", Fault(lambda: busy(1800.0)))
    while rig.service.calls["claim"] == 0:
        rig.step()
    asked_at = rig.true()
    rig.pass_s(600.0)
    rig.step()
    rig.pc.pass_s(-7200.0)
    while rig.service.calls["claim"] == 1:
        rig.pass_s(rig.step())
    assert 1800 <= rig.true() - asked_at <= 1900


def test_a_huge_retry_after_is_cut_to_an_hour(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.script("claim", Fault(lambda: busy(1e20)))
    assert rig.until_idle() < 3700


def test_busy_without_a_time_backs_off_more_and_more(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.script("claim", *[Fault(busy)] * 8)
    assert rig.until_idle() > 60
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("call", ["claim", "operation", "find"])
def test_a_refused_sign_in_pauses_everything_keeps_the_rows_and_goes_on_when_told(rig: Rig, call: str) -> None:
    batch = rig.data.queued([1])
    if call == "find":
        rig.service.script("claim", Fault(lost, taken=True))
    rig.service.script(call, Fault(signed_out))
    while rig.engine.connection.link is not Link.SIGNED_OUT:
        rig.pass_s(rig.step())
    calls = rig.service.calls.total()
    assert [rig.step() for _ in range(5)] == [60.0] * 5
    assert rig.service.calls.total() == calls
    assert "failed" not in rig.states(batch)
    rig.engine.try_again()
    rig.until_idle()
    assert claimed_once(rig, [1])


def test_a_key_that_cannot_be_read_leaves_the_row_waiting(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise signed_out()

    rig.data.queued([1])
    monkeypatch.setattr(rig, "connect", fail)
    rig.restart()
    rig.pass_s(rig.step())
    rig.step()
    assert rig.engine.connection.link is Link.SIGNED_OUT
    assert rig.data.outbox.workload().waiting == 1


@pytest.mark.parametrize("code", [400, 403, 404])
def test_a_refusal_rests_its_devices_which_can_be_retried(rig: Rig, code: int) -> None:
    batch = rig.data.queued([1, 2])
    rig.service.script("claim", Fault(lambda: refused(code)))
    rig.until_idle()
    assert rig.states(batch) == ["failed"] * 2
    assert rig.data.batches.summary(batch.id).shown is ShownState.NEEDS_ATTENTION
    assert rig.service.calls["claim"] == 1
    retry = rig.data.desk.retry_failed(batch.id)
    rig.until_idle()
    assert rig.states(retry.batch) == ["succeeded"] * 2


def test_an_operation_that_is_not_found_has_its_devices_looked_up(rig: Rig) -> None:
    batch = rig.data.queued(range(3))
    rig.service.lost_operations = True
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 3
    assert claimed_once(rig, range(3))


def test_rows_missing_in_the_answer_are_looked_up(rig: Rig) -> None:
    batch = rig.data.queued(range(5))
    rig.service.hidden_rows = 2
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 5
    assert claimed_once(rig, range(5))


def test_a_device_that_never_gets_a_verdict_fails_in_the_end(rig: Rig) -> None:
    batch = rig.data.queued([1, 2])
    rig.service.failing[imei(2)] = "SINGLE_DEVICE_STATUS_UNSPECIFIED"
    rig.until_idle()
    assert rig.states(batch) == ["succeeded", "failed"]
    assert rig.service.claims == Counter({imei(1): 1})


@pytest.mark.parametrize("call", ["operation", "find"])
def test_every_trouble_while_asking_passes(rig: Rig, call: str) -> None:
    batch = rig.data.queued(range(3))
    if call == "find":
        rig.service.script("claim", Fault(lost, taken=True))
    troubles = [offline, busy, lambda: busy(7.0), lambda: refused(403), lambda: refused(500), offline, offline]
    rig.service.script(call, *[Fault(trouble) for trouble in troubles])
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 3
    assert claimed_once(rig, range(3))


def test_four_operations_run_at_once_and_waiting_for_them_never_spins(rig: Rig) -> None:
    rig.data.queued(range(8000))
    rig.service.takes_s = 40.0
    rig.service.never_done = True
    for _ in range(30):
        rig.pass_s(rig.step())
    assert rig.engine.workload().accepted == 4
    for _ in range(50):
        # One step a submission in flight, and then a wait.
        waits = [rig.step() for _ in range(5)]
        assert max(waits) > 0
        rig.pass_s(max(waits))
    rig.service.never_done = False
    rig.until_idle()
    assert rig.service.sizes == [1000] * 8
    assert claimed_once(rig, range(8000))


def test_a_batch_withdrawn_while_it_is_about_to_be_sent_is_not_sent(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = rig.data.queued([1])
    begin = rig.data.outbox.begin_sending

    def withdrawn_first(*arguments: object) -> None:
        assert rig.data.batches.cancel(batch.id, rig.pc(), AUTHOR)
        begin(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(rig.data.outbox, "begin_sending", withdrawn_first)
    rig.until_idle()
    assert rig.service.calls["claim"] == 0
    assert rig.step() == 60


@pytest.mark.parametrize("move", ["accept", "doubt", "put_back", "refuse"])
def test_a_disk_that_fails_after_the_request_left_is_recovered_without_a_restart(rig: Rig, move: str) -> None:
    batch = rig.data.queued([1])
    faults = {"doubt": Fault(lost, taken=True), "put_back": Fault(offline), "refuse": Fault(lambda: refused(400))}
    rig.service.script("claim", faults.get(move))
    connection = rig.data.database.connection
    connection.execute(
        "CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON submission WHEN old.state = 'sending'"
        " BEGIN SELECT zeroblob(2000000000) || zeroblob(2000000000); END"
    )
    with pytest.raises((StoreFailure, sqlite3.Error)):
        rig.until_idle()
    with pytest.raises((StoreFailure, sqlite3.Error)):
        rig.step()
    connection.execute("DROP TRIGGER full")
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"]
    assert claimed_once(rig, [1])


def test_a_bug_in_the_client_leaves_the_row_to_be_looked_up(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.script("claim", Fault(ZeroDivisionError, taken=True))
    with pytest.raises(ZeroDivisionError):
        rig.until_idle()
    assert rig.data.outbox.workload().unknown == 1
    rig.until_idle()
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("leap_s", [YEAR_S, -YEAR_S, 7200.0, -7200.0, -10.0])
@pytest.mark.parametrize("moment", ["unknown", "accepted", "waiting", "blocked"])
def test_a_clock_that_is_set_neither_sends_twice_nor_stops_anything(rig: Rig, moment: str, leap_s: float) -> None:
    batch = rig.data.queued(range(3))
    rig.service.takes_s = 25.0
    if moment == "unknown":
        rig.service.script("claim", Fault(lost, taken=True))
    if moment == "blocked":
        rig.service.script("claim", Fault(lambda: busy(500.0)))
    while rig.service.calls["claim"] == 0 and moment != "waiting":
        rig.pass_s(rig.step())
    rig.pc.pass_s(leap_s)
    assert rig.until_idle() < 1200
    assert rig.states(batch) == ["succeeded"] * 3
    assert claimed_once(rig, range(3))


@pytest.mark.parametrize("away", ["asleep", "set", "offline"])
def test_a_round_of_look_ups_that_was_interrupted_begins_anew(rig: Rig, away: str) -> None:
    batch = rig.data.queued([1, 2])
    rig.service.takes_s = 600.0
    rig.service.failing[imei(2)] = "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"
    rig.service.script("claim", Fault(lost, taken=True))
    while rig.service.calls["find"] == 0:
        rig.pass_s(rig.step())
    if away == "offline":
        rig.service.script("find", *[Fault(offline)] * 60)
        while rig.service.calls["find"] < 61:
            rig.pass_s(rig.step())
    else:
        rig.true.pass_s(3600)
        rig.pc.pass_s(3600 if away == "asleep" else -3600)
    rig.until_idle()
    assert rig.states(batch) == ["succeeded", "failed"]
    assert claimed_once(rig, [1])


def test_a_service_that_is_asked_slowly_still_lets_a_round_of_look_ups_end(rig: Rig) -> None:
    batch = rig.data.queued(range(20))
    rig.service.script("claim", Fault(lost))
    rig.service.script("find", *[Fault(lambda: busy(60.0)), None] * 400)
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 20


def lost_claim(rig: Rig, units: range | list[int]) -> None:
    """Send these devices, and lose the answer; what was sent claims them after 25 s."""
    rig.data.queued(units)
    rig.service.takes_s = 25.0
    rig.service.script("claim", Fault(lost, taken=True))
    while rig.service.calls["claim"] == 0:
        rig.pass_s(rig.step())


def test_what_was_looked_up_is_journalled_whole(rig: Rig) -> None:
    lost_claim(rig, range(5))
    rig.until_idle()
    done = [entry.verdict for entry in rig.data.journal.entries() if entry.event is Event.DONE]
    assert done == ["5 of 5 claimed"]


def arriving(rig: Rig, at_s: list[float]) -> None:
    """The lost request claims one device after another, each so many seconds after now."""
    lost_claim(rig, range(len(at_s)))
    (running,) = rig.service.running.values()
    running.settled = True
    for place, arrives_s in enumerate(at_s):
        number = f"operations/arrival/{place}"
        one = [running.requests[place]]
        rig.service.running[number] = replace(running, name=number, requests=one, done_at=rig.true() + arrives_s)
        rig.service.running[number].settled = False


@pytest.mark.parametrize("steps_after", [0, 1])
def test_a_restart_in_a_round_of_look_ups_remembers_that_some_had_arrived(rig: Rig, steps_after: int) -> None:
    arriving(rig, [25.0, 25.0, 25.0, *[45.0] * 20])
    while rig.service.calls["find"] < 3 + steps_after:
        rig.pass_s(rig.step())
    rig.restart()
    rig.until_idle()
    assert claimed_once(rig, range(23))
    assert rig.service.calls["claim"] == 1


def test_a_question_the_service_does_not_take_is_no_answer(rig: Rig) -> None:
    lost_claim(rig, [1])
    rig.service.takes_s = 60.0
    rig.service.script("find", *[Fault(lambda: refused(400))] * 3)
    while rig.service.calls["find"] < 3:
        rig.pass_s(rig.step())
    assert rig.engine.connection.link is Link.REFUSED
    rig.until_idle()
    assert claimed_once(rig, [1])
    assert rig.service.calls["claim"] == 1


@pytest.mark.parametrize("trouble", [busy, lambda: busy(20.0), lambda: refused(403)])
@pytest.mark.parametrize("taken", [True, False])
def test_one_device_that_cannot_be_looked_up_holds_none_of_the_others_up(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, taken: bool, trouble: Callable[[], Exception]
) -> None:
    batch = rig.data.queued(range(5))
    rig.service.script("claim", Fault(lost, taken=taken))
    whole = rig.service.find

    def find(identifier: DeviceIdentifier) -> tuple[Device, ...]:
        if identifier.imei == imei(2):
            raise trouble()
        return whole(identifier)

    monkeypatch.setattr(rig.service, "find", find)
    began = rig.true()
    while rig.states(batch).count("succeeded") < 4:
        rig.pass_s(rig.step())
        assert rig.true() - began < 600
    while not rig.engine.is_stuck:
        rig.pass_s(rig.step())
        assert rig.true() - began < 1200
    for _ in range(20):
        rig.pass_s(rig.step())
        assert rig.engine.connection.link is Link.REFUSED
    assert rig.states(batch) == ["succeeded", "succeeded", "unknown", "succeeded", "succeeded"]
    rig.restart()
    monkeypatch.setattr(rig.service, "find", whole)
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"] * 5
    assert claimed_once(rig, range(5))


def test_operations_that_the_service_does_not_tell_of_let_others_be_sent(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = [rig.data.queued([unit]) for unit in range(6)]

    def refuse(_name: str) -> Operation:
        raise refused(403)

    whole = rig.service.operation
    monkeypatch.setattr(rig.service, "operation", refuse)
    began = rig.true()
    while not rig.engine.is_stuck:
        rig.pass_s(rig.step())
        assert rig.true() - began < 600
    assert rig.engine.workload().accepted == 6
    assert rig.engine.connection.link is Link.REFUSED
    assert 0 < rig.step() <= 60
    monkeypatch.setattr(rig.service, "operation", whole)
    rig.until_idle()
    assert [rig.states(batch) for batch in batches] == [["succeeded"]] * 6
    assert claimed_once(rig, range(6))


def test_a_claim_that_is_lost_again_and_again_is_looked_up_later_and_later(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "z.db", Timing(grace_s=1.0))
    rig.data.queued([1])
    rig.service.script("claim", *[Fault(lost)] * 8)
    waits: list[float] = []
    for lost_before in range(8):
        while rig.service.calls["claim"] == lost_before:
            rig.pass_s(rig.step())
        lost_at, looked = rig.true(), rig.service.calls["find"]
        while rig.service.calls["find"] == looked:
            rig.pass_s(rig.step())
        waits.append(rig.true() - lost_at)
    assert waits == pytest.approx([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0], abs=0.2)
    rig.until_idle()
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("leap_s", [-20.0, -60.0, -900.0, -3000.0])
def test_a_clock_set_back_a_little_does_not_put_the_next_poll_off(rig: Rig, leap_s: float) -> None:
    rig.data.queued([1])
    rig.service.takes_s = 25.0
    while rig.service.calls["operation"] == 0:
        rig.pass_s(rig.step())
    rig.pc.pass_s(leap_s)
    assert rig.until_idle() < 45
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("leap_s", [-20.0, -900.0])
def test_a_clock_set_back_over_a_restart_does_not_put_the_next_poll_off(rig: Rig, leap_s: float) -> None:
    rig.data.queued([1])
    rig.service.takes_s = 25.0
    while rig.service.calls["operation"] == 0:
        rig.pass_s(rig.step())
    rig.pc.pass_s(leap_s)
    rig.restart()
    assert rig.until_idle() < 45


def test_a_clock_set_back_in_a_round_of_look_ups_begins_it_anew(rig: Rig) -> None:
    batch = rig.data.queued([1, 2])
    rig.service.takes_s = 45.0
    rig.service.failing[imei(2)] = "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"
    rig.service.script("claim", Fault(lost, taken=True))
    while rig.service.calls["find"] == 0:
        rig.pass_s(rig.step())
    # By the clock, the round goes on so soon after its first answer that this could be taken for fresh.
    rig.pc.pass_s(-3.0)
    rig.until_idle()
    assert rig.states(batch) == ["succeeded", "failed"]
    assert claimed_once(rig, [1])


@pytest.mark.parametrize("leap_s", [5.0, 31.0, 120.0, 179.0, 181.0, -31.0])
def test_a_clock_set_a_little_within_the_grace_lets_it_begin_anew(rig: Rig, leap_s: float) -> None:
    lost_claim(rig, [1])
    rig.pass_s(1)
    rig.pc.pass_s(leap_s)
    began = rig.true()
    while rig.service.calls["find"] == 0:
        rig.pass_s(rig.step())
    assert rig.true() - began >= 30
    rig.until_idle()
    assert claimed_once(rig, [1])
    assert rig.service.calls["claim"] == 1


@pytest.mark.parametrize("leap_s", [-YEAR_S, YEAR_S, 5000.0, 3500.0, 1800.0, 60.0, 31.0, -1800.0])
@pytest.mark.parametrize("steps_before", [0, 1])
@pytest.mark.parametrize("boots", [False, True])
def test_a_clock_set_over_a_restart_still_leaves_grace(rig: Rig, leap_s: float, steps_before: int, boots: bool) -> None:
    lost_claim(rig, [1])
    for _ in range(steps_before):
        rig.step()
    rig.pass_s(1)
    rig.pc.pass_s(leap_s)
    if boots:
        rig.up.now = 3.0
    rig.restart()
    rig.until_idle()
    assert claimed_once(rig, [1])
    assert rig.service.calls["claim"] == 1


@pytest.mark.parametrize("boots", [False, True])
@pytest.mark.parametrize("every_s", [7.0, 3600.0])
def test_starts_again_and_again_do_not_renew_the_grace_for_ever(rig: Rig, every_s: float, boots: bool) -> None:
    lost_claim(rig, [1])
    rig.step()
    lost_at = rig.true()
    for _ in range(6):
        rig.pass_s(every_s)
        if boots and rig.true() - lost_at < 10:
            rig.up.now = 3.0
        rig.restart()
        while rig.step() == 0:
            pass
        if rig.service.calls["find"]:
            break
    assert 30 <= rig.true() - lost_at <= max(every_s, 42)
    assert claimed_once(rig, [1])


def test_what_waited_longer_than_its_grace_is_not_hurried_by_a_restart(rig: Rig) -> None:
    lost_claim(rig, [1])
    rig.service.script("find", *[Fault(busy)] * 6)
    while rig.service.calls["find"] < 6:
        rig.pass_s(rig.step())
    (doubt,) = rig.data.outbox.doubts.all()
    assert doubt.due_at > rig.pc() + 10
    rig.restart()
    rig.step()
    assert rig.data.outbox.doubts.all() == (doubt,)


def test_where_operations_take_long_here_a_lost_one_is_given_longer(rig: Rig) -> None:
    rig.data.queued([1])
    rig.service.takes_s = 100.0
    rig.until_idle()
    rig.data.queued([2])
    rig.service.script("claim", Fault(lost, taken=True))
    rig.until_idle()
    assert claimed_once(rig, [1, 2])


def test_the_pace_is_kept_while_very_many_are_looked_up(rig: Rig) -> None:
    rig.data.queued(range(400))
    rig.service.script("claim", Fault(lost, taken=True))
    took_s = rig.until_idle()
    assert took_s > 30 + 299 / 9
    assert claimed_once(rig, range(400))


def test_the_pace_counts_every_page_of_a_look_up(rig: Rig) -> None:
    rig.data.queued(range(200))
    rig.service.pages_a_find = 5
    rig.service.script("claim", Fault(lost, taken=True))
    assert rig.until_idle() > 30 + 899 / 9


UNNAMED = replace(ACME, customer_name="")


def test_a_batch_opened_with_an_id_alone_gets_its_name_first(rig: Rig) -> None:
    batch = rig.data.queued([1], UNNAMED)
    rig.service.customers = (Customer("1", "Other"), Customer("1700000042", "ACME Logistics"))
    rig.until_idle()
    assert rig.data.batches.get(batch.id).draft.customer_name == "ACME Logistics"
    assert rig.watcher.fetched == 1
    assert claimed_once(rig, [1])


def test_a_kept_customer_is_not_fetched_again(rig: Rig) -> None:
    rig.data.catalogue.keep_customers((Customer("1700000042", "ACME"),), rig.pc())
    rig.data.queued([1], UNNAMED)
    rig.until_idle()
    assert rig.service.calls["customers"] == 0
    assert claimed_once(rig, [1])


def test_a_customer_that_is_not_ours_is_refused_but_found_once_it_was_made(rig: Rig) -> None:
    rig.service.customers = (Customer("1", "Other"),)
    batch = rig.data.queued([1], UNNAMED)
    rig.until_idle()
    assert rig.states(batch) == ["failed"]
    assert rig.service.calls["claim"] == 0
    rig.service.customers = (Customer("1", "Other"), Customer("1700000042", "ACME"))
    retry = rig.data.desk.retry_failed(batch.id)
    rig.until_idle()
    assert rig.states(retry.batch) == ["succeeded"]


@pytest.mark.parametrize("kept_before", [False, True])
def test_a_list_that_is_refused_leaves_the_judgement_to_the_service(rig: Rig, kept_before: bool) -> None:
    if kept_before:
        rig.engine.refresh_customers()
        rig.service.customers = (Customer("1", "Other"),)
        rig.until_idle()
    batch = rig.data.queued([1], UNNAMED)
    rig.service.script("customers", Fault(lambda: refused(403)))
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"]


def test_troubles_while_fetching_customers_pass(rig: Rig) -> None:
    rig.engine.refresh_customers()
    rig.service.customers = tuple(Customer(str(number), f"C{number}") for number in range(5))
    rig.service.script("customers", None, Fault(offline), None, Fault(busy))
    rig.until_idle()
    assert len(rig.data.catalogue.customers()) == 5
    assert not rig.engine.is_fetching


def test_a_list_of_customers_that_goes_in_circles_deletes_none(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.service.customers = tuple(Customer(str(number), f"C{number}") for number in range(5))
    rig.engine.refresh_customers()
    rig.until_idle()
    rig.pass_s(3600)
    whole = rig.service.customers_page
    first = replace(whole(""), next_token="round")
    monkeypatch.setattr(rig.service, "customers_page", lambda _token: first)
    rig.engine.refresh_customers()
    for _ in range(20):
        rig.pass_s(rig.step())
    assert rig.engine.is_fetching
    assert len(rig.data.catalogue.customers()) == 5
    monkeypatch.setattr(rig.service, "customers_page", whole)
    rig.until_idle()
    assert len(rig.data.catalogue.customers()) == 5


def test_closing_and_going_on_is_possible_at_any_time(rig: Rig) -> None:
    rig.data.queued(range(3))
    for _ in range(200):
        rig.engine.close()
        rig.pass_s(rig.step())
        if rig.engine.workload().is_idle:
            break
    assert claimed_once(rig, range(3))
    assert rig.service.closed > 0


def test_a_very_short_poll_is_still_no_spinning(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "z.db", Timing(grace_s=0, poll_shortest_s=0.05, poll_longest_s=0.05, in_flight=1))
    rig.data.queued(range(1500))
    rig.service.script("claim", Fault(lost, taken=False))
    rig.until_idle()
    assert rig.data.items.find_live(device(1).identifier) is None
    assert claimed_once(rig, range(1500))


def test_what_another_account_sent_is_left_to_it_and_a_person_is_told(rig: Rig) -> None:
    batch = rig.data.queued([1])
    rig.service.takes_s = 5.0
    rig.step()
    while rig.service.calls["claim"] == 0:
        rig.step()
    asked = rig.service.calls["operation"]
    mine, theirs = rig.service, FakeService(rig.true, partner_id="2200000002")
    rig.service = theirs
    rig.restart()
    mine.lost_operations = True
    other = rig.data.queued([2])
    rig.until_idle()
    rig.step()
    assert rig.states(other) == ["succeeded"]
    assert rig.states(batch) == ["sent"]
    assert theirs.claims == Counter({imei(2): 1})
    assert theirs.calls["find"] == 0
    assert rig.engine.connection.link is Link.REFUSED
    assert mine.account in rig.engine.connection.hint.english()
    assert rig.step() == 60
    rig.service, mine.lost_operations = mine, False
    rig.restart()
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"]
    assert mine.calls["operation"] > asked
    assert mine.claims == Counter({imei(1): 1})
    assert rig.watcher.links[-1] is Link.ONLINE


def test_what_was_not_taken_may_be_sent_by_another_account(rig: Rig) -> None:
    batch = rig.data.queued([1])
    rig.service.script("claim", Fault(offline))
    while rig.service.calls["claim"] == 0:
        rig.step()
    rig.service = FakeService(rig.true, partner_id="2200000002")
    rig.restart()
    rig.until_idle()
    assert rig.states(batch) == ["succeeded"]


def test_one_customer_that_cannot_be_looked_up_holds_no_other_batch_up(rig: Rig) -> None:
    stuck = rig.data.queued([1], replace(ACME, customer_id="999", customer_name=""))
    rig.pass_s(1)
    batch = rig.data.queued([2])
    rig.service.script("customers", *[Fault(busy)] * 10_000)
    began = rig.true()
    while rig.states(batch) != ["succeeded"]:
        rig.pass_s(rig.step())
        assert rig.true() - began < 60
    while rig.true() - began < 3600:
        rig.pass_s(max(rig.step(), 0.01))
    assert rig.service.calls["customers"] < 60
    assert rig.states(stuck) == ["pending"]
    rig.service.faults.clear()
    rig.until_idle()
    assert rig.states(stuck) == ["failed"]


@pytest.mark.parametrize("call", ["operation", "find"])
def test_a_refusal_that_does_not_pass_asks_for_a_person(rig: Rig, call: str) -> None:
    batch = rig.data.queued([1])
    if call == "find":
        rig.service.script("claim", Fault(lost, taken=True))
    rig.service.script(call, *[Fault(lambda: refused(403))] * 10_000)
    while rig.service.calls[call] < 3:
        rig.pass_s(rig.step())
    assert rig.engine.connection.link is Link.REFUSED
    assert rig.engine.connection.title.english() == "said"
    assert rig.engine.is_stuck
    other = rig.data.queued([2])
    while rig.states(other) != ["succeeded"]:
        if call == "operation" and rig.engine.workload().accepted == 2:
            break
        rig.pass_s(rig.step())
    assert rig.watcher.links[-1] is Link.REFUSED
    rig.service.faults.clear()
    rig.engine.try_again()
    calls = rig.service.calls[call]
    rig.step()
    assert rig.service.calls[call] == calls + 1
    rig.until_idle()
    assert rig.states(batch) + rig.states(other) == ["succeeded"] * 2
    assert rig.watcher.links[-1:] == [Link.ONLINE]


@pytest.mark.parametrize("trouble", [offline, busy, lambda: busy(20.0), lambda: refused(403)])
def test_whether_it_is_the_customers_that_do_not_come_is_told(rig: Rig, trouble: Callable[[], Exception]) -> None:
    rig.data.queued([1])
    rig.service.script("operation", *[Fault(lambda: refused(403))] * 3)
    while not rig.service.calls["operation"]:
        rig.pass_s(rig.step())
    assert rig.engine.connection.link is Link.REFUSED
    lacking = [rig.engine.connection.is_without_customers]
    rig.engine.refresh_customers()
    rig.service.script("customers", Fault(trouble))
    while not rig.service.calls["customers"]:
        rig.pass_s(rig.step())
    lacking.append(rig.engine.connection.is_without_customers)
    assert lacking == [False, True]
    rig.engine.refresh_customers()
    rig.until_idle()
    assert rig.engine.connection == Connection(Link.ONLINE, text("Online"))


def test_the_log_never_holds_what_the_service_said(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    rig.engine.refresh_customers()
    said = Refused(text("No right to do this"), text("{said}", said="IMEI 001010120000017"), code=403)
    rig.service.script("customers", Fault(lambda: said))
    rig.step()
    assert "No right to do this (403)" in caplog.text
    assert "001010120000017" not in caplog.text
