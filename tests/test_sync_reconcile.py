from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Clock, device, imei, open_data
from tests.fake_service import PARTNER, FakeService, Fault, offline, refused
from ztdesk.domain.batch import ItemState, NewItem
from ztdesk.domain.catalogue import ZERO_TOUCH, Device, DeviceClaim
from ztdesk.domain.errors import Offline, Refused
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import Submission, SubmissionState
from ztdesk.sync.reconcile import Reconciler


class Round:
    def __init__(self, file: Path, size: int, *more: NewItem, operation: str = "") -> None:
        self.clock = Clock()
        self.data = open_data(file, self.clock)
        new = [*map(device, range(size)), *more]
        self.batch = self.data.batches.open_with(ACME, new, START, AUTHOR, "test")
        assert self.data.batches.queue(self.batch.id, START, AUTHOR)
        waiting = self.data.outbox.assign()
        assert waiting is not None
        self.data.outbox.begin_sending(waiting, START)
        sent = replace(waiting, state=SubmissionState.SENDING)
        if operation:
            self.data.outbox.accept(sent, operation, START, START)
            sent = replace(sent, state=SubmissionState.ACCEPTED)
        self.data.outbox.doubt(sent, START, START, "lost")
        self.service = FakeService(self.clock)
        self.reconciler = Reconciler(self.data.outbox, self.clock)

    def submission(self) -> Submission | None:
        return next(iter(self.data.outbox.in_state(SubmissionState.UNKNOWN)), None)

    def step(self) -> None:
        submission = self.submission()
        assert submission is not None
        self.reconciler.step(self.service, submission, 30.0)


def test_all_found_is_done_one_call_a_step(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 3)
    one.service.claims.update(imei(unit) for unit in range(3))
    for calls in (1, 2, 3):
        one.step()
        assert one.service.calls["find"] == calls
    assert one.submission() is None
    assert one.data.states(one.batch) == ["succeeded"] * 3


def test_none_found_goes_back_to_waiting_after_the_last_look(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 2)
    for _ in range(3):
        assert one.submission() is not None
        one.step()
    assert one.data.states(one.batch) == ["pending"] * 2
    assert one.data.outbox.workload().waiting == 1


def test_what_was_lost_several_times_is_sent_again_later_and_later(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 1)
    for attempts in range(1, 5):
        one.step()
        one.step()
        (waiting,) = one.data.outbox.in_state(SubmissionState.WAITING)
        assert waiting.attempts == attempts
        assert waiting.due_at - one.clock() == (0.0 if attempts == 1 else 2.0 ** (attempts - 1))
        one.data.outbox.begin_sending(waiting, START)
        one.data.outbox.doubt(replace(waiting, state=SubmissionState.SENDING), START, START, "lost")


def test_some_found_means_the_rest_may_still_come_and_gets_another_grace(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 2)
    one.service.claims[imei(0)] += 1
    for _ in range(3):
        one.step()
    left = one.submission()
    assert left is not None
    assert left.due_at == START + 30
    one.service.claims[imei(1)] += 1
    one.step()
    assert one.data.states(one.batch) == ["succeeded"] * 2


def test_a_round_that_takes_far_longer_than_its_calls_explain_begins_anew(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 3)
    for wait_s in (20.0, 15.0):
        one.step()
        one.clock.pass_s(wait_s)
    for _ in range(3):
        assert one.submission() is not None
        one.step()
    assert one.service.calls["find"] == 5
    assert one.submission() is not None
    one.step()
    assert one.submission() is None


def test_what_arrived_in_a_round_that_begins_anew_still_gives_the_rest_another_grace(tmp_path: Path) -> None:
    one = Round(tmp_path / "z.db", 3)
    one.service.claims[imei(1)] += 1
    for wait_s in (20.0, 15.0):
        one.step()
        one.clock.pass_s(wait_s)
    for _ in range(3):
        one.step()
    left = one.submission()
    assert left is not None
    assert left.due_at == one.clock() + 30
    assert one.data.states(one.batch) == ["unknown", "succeeded", "unknown"]


UNREADABLE = [("INVALID_IMEI", ""), ("INVALID_ARGUMENT", "Invalid deviceIdentifier: IMEI.")]


@pytest.mark.parametrize(("identifier", "message"), UNREADABLE)
def test_what_cannot_be_read_is_missing_and_other_troubles_keep_the_place(
    tmp_path: Path, identifier: str, message: str
) -> None:
    one = Round(tmp_path / "z.db", 1)
    unreadable = Fault(lambda: refused(400, identifier, message))
    one.service.script("find", Fault(offline), Fault(lambda: refused(403, identifier)), unreadable)
    with pytest.raises(Offline):
        one.step()
    with pytest.raises(Refused):
        one.step()
    one.step()
    one.step()
    assert one.data.states(one.batch) == ["pending"]


@pytest.mark.parametrize(
    ("identifier", "message"),
    [("", ""), ("INVALID_ARGUMENT", "Invalid JSON payload received."), ("FAILED_PRECONDITION", "IMEI"), ("SAID", "")],
)
def test_a_question_that_is_refused_says_nothing_of_the_device(tmp_path: Path, identifier: str, message: str) -> None:
    one = Round(tmp_path / "z.db", 1)
    one.service.script("find", Fault(lambda: refused(400, identifier, message)))
    with pytest.raises(Refused):
        one.step()
    one.service.claims[imei(0)] += 1
    one.step()
    assert one.data.states(one.batch) == ["succeeded"]


@pytest.mark.parametrize(("identifier", "message"), UNREADABLE)
def test_what_an_operation_took_and_nobody_can_read_now_is_not_sent_again(
    tmp_path: Path, identifier: str, message: str
) -> None:
    one = Round(tmp_path / "z.db", 1, operation="operations/1")
    one.service.script("find", Fault(lambda: refused(400, identifier, message)))
    one.step()
    (item,) = one.data.items.of_batch(one.batch.id)
    assert (item.state, item.error_identifier) == (ItemState.FAILED, identifier)
    assert one.submission() is None


ASKED = DeviceIdentifier(serial="ab12", manufacturer="Acme", model="T1")


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (ASKED, "succeeded"),
        (replace(ASKED, manufacturer="ACME", imei=imei(7)), "succeeded"),
        (replace(ASKED, serial="AB12"), "unknown"),
        (replace(ASKED, model="T2"), "unknown"),
        (DeviceIdentifier(imei=imei(7)), "unknown"),
    ],
)
def test_only_a_record_of_the_very_number_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: DeviceIdentifier, state: str
) -> None:
    one = Round(tmp_path / "z.db", 0, NewItem(ASKED, "ab12"))
    record = Device("77", found, (DeviceClaim("1700000042", PARTNER, ZERO_TOUCH),))
    monkeypatch.setattr(one.service, "find", lambda _identifier: (record,))
    one.step()
    assert one.data.states(one.batch) == [state]
