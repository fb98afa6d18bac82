import inspect
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import AUTHOR, START, Data, open_data
from ztdesk.domain.batch import NO_VERDICT_STATUS, REFUSED_STATUS, Batch
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.journal import Event
from ztdesk.domain.outbox import LONGEST_WAIT_S, ForbiddenMoveError, Submission, SubmissionState
from ztdesk.store import outbox as outbox_module
from ztdesk.store import portions as portions_module
from ztdesk.store import retrying as retrying_module
from ztdesk.store.outbox import MovedOn

SUCCESS = "SINGLE_DEVICE_STATUS_SUCCESS"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def now_as(data: Data, submission: Submission) -> Submission:
    """The submission as its row stands."""
    found = [one for state in SubmissionState for one in data.outbox.in_state(state) if one.id == submission.id]
    return found[0]


def waiting(data: Data) -> Submission:
    submission = data.outbox.assign()
    assert submission is not None
    return submission


def sending(data: Data) -> Submission:
    submission = waiting(data)
    data.outbox.begin_sending(submission, START)
    return now_as(data, submission)


def accepted(data: Data) -> Submission:
    submission = sending(data)
    data.outbox.accept(submission, f"operations/{submission.id}", START, START + 2)
    return now_as(data, submission)


def unknown(data: Data) -> Submission:
    submission = sending(data)
    data.outbox.doubt(submission, START, START + 30, "lost")
    return now_as(data, submission)


def verdicts(data: Data, submission: Submission, *statuses: str) -> list[tuple[int, DeviceVerdict]]:
    items = data.outbox.items(submission.id)
    return [(item.id, DeviceVerdict(item.identifier, status)) for item, status in zip(items, statuses, strict=False)]


def last_event(data: Data) -> Event:
    return list(data.journal.entries())[-1].event


def test_devices_are_cut_into_submissions_of_a_thousand_in_their_order(data: Data) -> None:
    batch = data.queued(range(2500))
    assert data.outbox.workload().unassigned == 1
    cut = [waiting(data) for _ in range(3)]
    assert [submission.size for submission in cut] == [1000, 1000, 500]
    assert data.outbox.assign() is None
    positions = [item.position for submission in cut for item in data.outbox.items(submission.id)]
    assert positions == list(range(1, 2501))
    assert {submission.batch_id for submission in cut} == {batch.id}
    assert data.outbox.workload().waiting == 3


def test_several_queued_batches_go_in_the_order_they_were_queued_never_mixed(data: Data) -> None:
    first, second, opened = data.opened([1, 2]), data.opened([3]), data.opened([4])
    data.batches.queue(second.id, START, AUTHOR)
    data.batches.queue(first.id, START + 1, AUTHOR)
    assert [waiting(data).batch_id for _ in range(2)] == [second.id, first.id]
    assert data.outbox.assign() is None
    assert data.states(opened) == ["pending"]


def test_the_whole_way_to_done_with_its_times_and_journal(data: Data) -> None:
    batch = data.queued([1, 2])
    submission = sending(data)
    assert data.states(batch) == ["sent", "sent"]
    assert (submission.sent_at, last_event(data)) == (START, Event.SENT)
    data.outbox.accept(submission, "operations/a/1", START + 1, START + 3)
    submission = now_as(data, submission)
    assert (submission.operation_name, submission.accepted_at, submission.due_at) == (
        "operations/a/1",
        START + 1,
        START + 3,
    )
    assert data.outbox.due(SubmissionState.ACCEPTED, START + 2) is None
    data.outbox.note_progress(submission, 40, START + 9)
    assert now_as(data, submission).progress == 40
    data.outbox.decide(submission, verdicts(data, submission, SUCCESS, "SINGLE_DEVICE_STATUS_OTHER_ERROR"), START + 9)
    assert now_as(data, submission).state is SubmissionState.DONE
    assert data.states(batch) == ["succeeded", "failed"]
    assert data.outbox.workload().is_idle
    assert data.outbox.slowest_operation_s() == 8
    assert last_event(data) is Event.DONE
    assert data.journal.first_broken() is None


def test_a_verdict_once_given_is_never_overwritten(data: Data) -> None:
    batch = data.queued([1, 2])
    submission = accepted(data)
    data.outbox.decide(submission, verdicts(data, submission, SUCCESS), START)
    data.outbox.decide(submission, verdicts(data, submission, "LATER", "LATER"), START)
    assert data.states(batch) == ["succeeded", "failed"]


def test_nothing_taken_goes_back_with_or_without_counting(data: Data) -> None:
    batch = data.queued([1])
    submission = sending(data)
    data.outbox.put_back(submission, START, START + 9, counted=True, reason="busy")
    submission = now_as(data, submission)
    assert (submission.state, submission.attempts, submission.due_at) == (SubmissionState.WAITING, 1, START + 9)
    assert data.states(batch) == ["pending"]
    data.outbox.begin_sending(submission, START + 9)
    data.outbox.put_back(now_as(data, submission), START, START, counted=False, reason="offline")
    assert now_as(data, submission).attempts == 1


def test_a_refusal_rests_all_devices_and_frees_them(data: Data) -> None:
    batch = data.queued([1, 2])
    submission = sending(data)
    data.outbox.refuse(submission, START, 403, "AUTHORIZATION_FAIL", "No.")
    submission = now_as(data, submission)
    assert (submission.state, submission.error_code) == (SubmissionState.REFUSED, 403)
    item = data.item(batch, 1)
    kept = (item.status, item.error_identifier, item.error_message)
    assert kept == (REFUSED_STATUS, "HTTP_403/AUTHORIZATION_FAIL", "No.")
    assert data.states(batch) == ["failed", "failed"]
    assert data.items.find_live(item.identifier) is None


def test_a_verdict_is_kept_whole_whatever_characters_the_service_sends(data: Data) -> None:
    batch = data.queued([1])
    submission = accepted(data)
    said = DeviceVerdict(
        data.item(batch, 1).identifier, "SINGLE_DEVICE_STATUS_X", "", "A\0B", "C\0D \ud800 ü \U0001f4f1"
    )
    data.outbox.decide(submission, [(data.item(batch, 1).id, said)], START)
    item = data.item(batch, 1)
    assert (item.status, item.error_identifier) == ("SINGLE_DEVICE_STATUS_X", "AB")
    assert item.error_message == "CD \\ud800 ü \U0001f4f1"


def test_statements_are_of_an_sqlite_that_every_supported_system_has() -> None:
    # "->>" came with SQLite 3.38, after the one that the program asks for.
    for module in (outbox_module, portions_module, retrying_module):
        assert "->>" not in inspect.getsource(module)


def test_a_whole_submission_not_found_is_sent_again_under_no_name(data: Data) -> None:
    batch = data.queued([1, 2])
    submission = accepted(data)
    data.outbox.doubt(submission, START, START, "operation not found")
    assert data.states(batch) == ["unknown", "unknown"]
    data.outbox.release(now_as(data, submission), START, START + 4)
    submission = now_as(data, submission)
    assert (submission.state, submission.operation_name, submission.due_at) == (SubmissionState.WAITING, "", START + 4)
    assert data.states(batch) == ["pending", "pending"]


def test_the_rest_of_a_partial_answer_leaves_for_a_submission_of_its_own(data: Data) -> None:
    batch = data.queued([1, 2, 3])
    submission = accepted(data)
    data.outbox.decide(submission, verdicts(data, submission, SUCCESS), START)
    data.outbox.doubt(submission, START, START, "2 devices without a verdict")
    data.outbox.release(now_as(data, submission), START, START)
    done = now_as(data, submission)
    assert (done.state, done.size) == (SubmissionState.DONE, 1)
    rest = waiting(data)
    assert rest.id != submission.id
    assert [item.position for item in data.outbox.items(rest.id)] == [2, 3]
    assert data.states(batch) == ["succeeded", "pending", "pending"]


def test_a_device_without_a_verdict_three_times_fails_instead_of_going_round_for_ever(data: Data) -> None:
    batch = data.queued([1])
    submission = waiting(data)
    for _ in range(3):
        data.outbox.begin_sending(submission, START)
        data.outbox.accept(now_as(data, submission), "operations/1", START, START)
        data.outbox.doubt(now_as(data, submission), START, START, "no verdict")
        data.outbox.release(now_as(data, submission), START, START)
        submission = now_as(data, submission)
    assert data.states(batch) == ["failed"]
    assert data.item(batch, 1).status == NO_VERDICT_STATUS
    assert data.outbox.workload().is_idle


def test_a_due_time_too_far_off_comes_from_a_wrong_clock_and_is_due(data: Data) -> None:
    data.queued([1])
    submission = sending(data)
    data.outbox.put_back(submission, START, START + LONGEST_WAIT_S, counted=True, reason="busy")
    assert data.outbox.due(SubmissionState.WAITING, START) is None
    assert data.outbox.due(SubmissionState.WAITING, START - 86_400) is not None
    assert data.outbox.workload().next_waiting_at == START + LONGEST_WAIT_S


def test_a_clock_set_while_an_operation_ran_does_not_make_it_slow(data: Data) -> None:
    for unit, seconds in ((1, 31_536_000.0), (2, -50.0), (3, 12.0)):
        data.queued([unit])
        submission = accepted(data)
        data.outbox.decide(submission, verdicts(data, submission, SUCCESS), START + seconds)
    assert data.outbox.slowest_operation_s() == 12


MAKERS: dict[SubmissionState, Callable[[Data], Submission]] = {
    SubmissionState.WAITING: waiting,
    SubmissionState.SENDING: sending,
    SubmissionState.ACCEPTED: accepted,
    SubmissionState.UNKNOWN: unknown,
}
MOVES: dict[str, tuple[Callable[[Data, Submission], None], set[SubmissionState]]] = {
    "begin_sending": (lambda data, one: data.outbox.begin_sending(one, START), {SubmissionState.WAITING}),
    "accept": (lambda data, one: data.outbox.accept(one, "operations/9", START, START), {SubmissionState.SENDING}),
    "put_back": (
        lambda data, one: data.outbox.put_back(one, START, START, counted=True, reason=""),
        {SubmissionState.SENDING},
    ),
    "doubt": (
        lambda data, one: data.outbox.doubt(one, START, START, ""),
        {SubmissionState.SENDING, SubmissionState.ACCEPTED},
    ),
    "refuse": (
        lambda data, one: data.outbox.refuse(one, START, 400, "", ""),
        {SubmissionState.WAITING, SubmissionState.SENDING},
    ),
    "release": (lambda data, one: data.outbox.release(one, START, START), {SubmissionState.UNKNOWN}),
    "decide": (
        lambda data, one: data.outbox.decide(one, verdicts(data, one, SUCCESS), START),
        {SubmissionState.ACCEPTED, SubmissionState.UNKNOWN},
    ),
}


def everything(data: Data) -> list[object]:
    tables = ("batch", "item", "submission", "journal")
    return [data.database.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


@pytest.mark.parametrize("state", MAKERS)
@pytest.mark.parametrize("move", MOVES)
def test_only_the_moves_of_the_table_happen_and_each_with_its_journal_entry_or_not_at_all(
    data: Data, move: str, state: SubmissionState
) -> None:
    data.queued([1])
    submission = MAKERS[state](data)
    do, allowed = MOVES[move]
    before = everything(data)
    entries = len(list(data.journal.entries()))
    if state not in allowed:
        with pytest.raises(ForbiddenMoveError):
            do(data, submission)
        assert everything(data) == before
        return
    # The journal fails: the move must not have happened either.
    data.database.connection.execute(
        "CREATE TEMP TRIGGER no BEFORE INSERT ON journal BEGIN SELECT raise(ABORT, ''); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        do(data, submission)
    data.database.connection.execute("DROP TRIGGER no")
    assert everything(data) == before
    do(data, submission)
    assert len(list(data.journal.entries())) == entries + 1
    assert now_as(data, submission).state is not state
    with pytest.raises((MovedOn, ForbiddenMoveError)):
        do(data, submission)


def test_withdrawing_and_sending_at_once_never_both_succeed(data: Data) -> None:
    batches = [data.queued([unit]) for unit in range(40)]
    submissions = [waiting(data) for _ in batches]
    withdrawn: dict[int, bool] = {}

    def withdraw() -> None:
        other = open_data(data.file)
        for batch in batches:
            withdrawn[batch.id] = other.batches.cancel(batch.id, START, AUTHOR)
        other.database.close()

    def send(submission: Submission) -> bool:
        try:
            data.outbox.begin_sending(submission, START)
        except MovedOn:
            return False
        return True

    thread = threading.Thread(target=withdraw)
    thread.start()
    left = {submission.batch_id: send(submission) for submission in reversed(submissions)}
    thread.join(30)
    assert {batch.id: not left[batch.id] for batch in batches} == withdrawn
    assert data.journal.first_broken() is None


def test_looking_for_work_stays_quick_beside_a_hundred_thousand_waiting_devices(data: Data) -> None:
    batch: Batch = data.queued(range(100_000))
    while data.outbox.assign() is not None:
        pass
    assert data.outbox.workload().waiting == 100
    began = time.perf_counter()
    for _ in range(100):
        assert data.outbox.workload().unassigned == 0
    assert time.perf_counter() - began < 0.5
    first = data.outbox.due(SubmissionState.WAITING, START)
    assert first is not None
    assert replace(first, due_at=0.0).size == 1000
    assert data.batches.get(batch.id).total == 100_000
