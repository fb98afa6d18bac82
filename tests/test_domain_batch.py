"""What is shown of a batch is derived from its own state, its items and its submissions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.batch import (
    BatchDraft,
    BatchState,
    BulkItem,
    Counts,
    NewItem,
    Part,
    ShownState,
    bulk_item,
    progress_of,
    shown_state,
)
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import SubmissionState

WAITING, SENDING, ACCEPTED, UNKNOWN, DONE, REFUSED = (
    Part(SubmissionState(state), 10) for state in ("waiting", "sending", "accepted", "unknown", "done", "refused")
)


@pytest.mark.parametrize(
    ("state", "counts", "parts", "shown"),
    [
        (BatchState.OPEN, Counts(10, pending=10), (), ShownState.OPEN),
        (BatchState.OPEN, Counts(), (), ShownState.OPEN),
        (BatchState.CANCELLED, Counts(10, pending=10), (WAITING,), ShownState.CANCELLED),
        (BatchState.QUEUED, Counts(10, pending=10), (), ShownState.QUEUED),
        (BatchState.QUEUED, Counts(10, pending=10), (WAITING,), ShownState.QUEUED),
        (BatchState.QUEUED, Counts(20, pending=10, sent=10), (SENDING, WAITING), ShownState.SENDING),
        (BatchState.QUEUED, Counts(20, sent=20), (ACCEPTED, SENDING), ShownState.SENDING),
        (BatchState.QUEUED, Counts(10, sent=10), (ACCEPTED,), ShownState.PROCESSING),
        (BatchState.QUEUED, Counts(10, unknown=10), (UNKNOWN,), ShownState.PROCESSING),
        (BatchState.QUEUED, Counts(20, pending=10, succeeded=10), (DONE, WAITING), ShownState.PROCESSING),
        (BatchState.QUEUED, Counts(10, succeeded=10), (DONE,), ShownState.DONE),
        (BatchState.QUEUED, Counts(10, succeeded=9, failed=1), (DONE,), ShownState.DONE_WITH_FAILURES),
        (BatchState.QUEUED, Counts(10, failed=10), (REFUSED,), ShownState.NEEDS_ATTENTION),
        (BatchState.QUEUED, Counts(20, succeeded=10, failed=10), (DONE, REFUSED), ShownState.NEEDS_ATTENTION),
        (BatchState.QUEUED, Counts(), (), ShownState.DONE),
    ],
)
def test_the_shown_state_follows_from_the_parts(
    state: BatchState, counts: Counts, parts: tuple[Part, ...], shown: ShownState
) -> None:
    assert shown_state(state, counts, parts) is shown


def test_progress_counts_what_is_decided_and_what_the_service_says() -> None:
    assert progress_of(Counts(), ()) == (0, False)
    assert progress_of(Counts(10, pending=10), (WAITING,)) == (0, False)
    halfway = Part(SubmissionState.ACCEPTED, 10, 50)
    assert progress_of(Counts(20, sent=10, succeeded=10), (DONE, halfway)) == (75, False)


def test_all_processed_without_verdicts_is_finishing_not_done() -> None:
    counts = Counts(10, sent=10)
    assert progress_of(counts, (Part(SubmissionState.ACCEPTED, 10, 100),)) == (100, True)
    assert progress_of(Counts(10, succeeded=10), (DONE,)) == (100, False)


@given(
    st.integers(min_value=0, max_value=100),
    st.integers(min_value=0, max_value=100),
    st.lists(st.builds(Part, st.sampled_from(SubmissionState), st.integers(0, 1000), st.integers(0, 100)), max_size=6),
)
def test_progress_is_a_percentage_whatever_the_parts_say(decided: int, rest: int, parts: list[Part]) -> None:
    percent, finishing = progress_of(Counts(decided + rest, succeeded=decided, pending=rest), tuple(parts))
    assert 0 <= percent <= 100
    assert not finishing or (percent == 100 and rest)


def test_serial_numbers_are_welcome_only_with_maker_and_model() -> None:
    assert BatchDraft("1", manufacturer="Honeywell", model="VM1A").takes_serials
    assert not BatchDraft("1", manufacturer="Honeywell").takes_serials
    assert not BatchDraft("1", model="VM1A").takes_serials


def test_a_bulk_item_says_what_the_new_item_said() -> None:
    identifier = DeviceIdentifier("1", "2", "3", "4", "5", "6", "7")
    item = bulk_item(NewItem(identifier, "raw", "+49"))
    assert item == BulkItem("1", "2", "3", "4", "5", "6", "7", "+49", "raw")
    assert item.identifier == identifier
