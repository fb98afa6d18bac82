"""The allowed moves of a submission and how long it waits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.outbox import (
    ForbiddenMoveError,
    SubmissionState,
    back_off_s,
    check_move,
    offline_wait_s,
    poll_wait_s,
    remaining_s,
)

ALLOWED = {
    "waiting": {"sending", "refused", "withdrawn"},
    "sending": {"accepted", "waiting", "unknown", "refused"},
    "accepted": {"done", "unknown"},
    "unknown": {"done", "waiting"},
    "done": set(),
    "refused": set(),
    "withdrawn": set(),
}


@pytest.mark.parametrize("before", list(SubmissionState))
@pytest.mark.parametrize("after", list(SubmissionState))
def test_only_the_moves_of_the_table_are_allowed(before: SubmissionState, after: SubmissionState) -> None:
    if after.value in ALLOWED[before.value]:
        check_move(before, after)
    else:
        with pytest.raises(ForbiddenMoveError, match=f"from {before.value} to {after.value}"):
            check_move(before, after)


def test_what_was_accepted_or_may_have_been_taken_is_never_sent_straight_again() -> None:
    for before in (SubmissionState.ACCEPTED, SubmissionState.UNKNOWN, SubmissionState.DONE):
        with pytest.raises(ForbiddenMoveError):
            check_move(before, SubmissionState.SENDING)


@given(st.integers(min_value=0, max_value=10_000), st.floats(min_value=0, max_value=1))
def test_back_off_is_never_nothing_and_never_longer_than_five_minutes(attempts: int, chance: float) -> None:
    assert 1.0 <= back_off_s(attempts, chance) <= 300.0


def test_back_off_doubles_and_jitter_takes_up_to_half() -> None:
    assert [back_off_s(attempts, 1.0) for attempts in (1, 2, 3, 4)] == [2.0, 4.0, 8.0, 16.0]
    assert back_off_s(3, 0.0) == 4.0
    assert back_off_s(99, 1.0) == 300.0


@given(st.integers(min_value=0, max_value=10_000), st.floats(min_value=0, max_value=1))
def test_an_offline_pc_looks_again_within_half_a_minute(failures: int, chance: float) -> None:
    assert 0.25 <= offline_wait_s(failures, chance) <= 30.0


def test_an_operation_is_asked_again_when_it_should_be_done() -> None:
    assert poll_wait_s(8.0, 50, 2.0, 10.0) == 8.0
    assert poll_wait_s(3.0, 90, 2.0, 10.0) == 2.0
    assert poll_wait_s(60.0, 10, 2.0, 10.0) == 10.0
    assert poll_wait_s(60.0, 0, 2.0, 10.0) == 2.0
    assert poll_wait_s(60.0, 100, 2.0, 10.0) == 2.0


@given(st.floats(min_value=0, max_value=1e6), st.integers(min_value=-5, max_value=150))
def test_polls_stay_within_the_bounds_of_the_service(elapsed_s: float, progress: int) -> None:
    assert 2.0 <= poll_wait_s(elapsed_s, progress, 2.0, 10.0) <= 10.0


def test_the_time_that_remains_is_told_only_when_it_can_be_known() -> None:
    assert remaining_s(30.0, 75) == 10.0
    assert remaining_s(30.0, 0) is None
    assert remaining_s(0.5, 50) is None
    assert remaining_s(30.0, 100) == 0.0
