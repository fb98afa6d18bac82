"""How far work is, and how long it should still take, in words that do not flicker."""

import pytest

from ztdesk.domain.batch import Batch, BatchDraft, BatchState, BatchSummary, Counts, ShownState
from ztdesk.ui.batches.work_words import Pace, Work, overall, overall_words, work_of, work_words

NOW = 1_790_000_000.0


def summary(
    total: int,
    progress: int,
    *,
    shown: ShownState = ShownState.PROCESSING,
    started: float | None = NOW - 60,
    **counts: int,
) -> BatchSummary:
    batch = Batch(1, BatchDraft("1", "ACME"), BatchState.QUEUED, "", "", NOW - 100, NOW - 90, total)
    return BatchSummary(batch, Counts(total, **counts), shown, progress, progress == 100, (), started)


@pytest.mark.parametrize(
    ("left_s", "said"),
    [
        (None, "5 of 10"),
        (0.2, "5 of 10 · about 5 s left"),
        (38.0, "5 of 10 · about 40 s left"),
        (89.0, "5 of 10 · about 90 s left"),
        (91.0, "5 of 10 · about 2 min left"),
        (3600.0, "5 of 10 · about 60 min left"),
        (7200.0, "5 of 10 · about 2 h left"),
    ],
)
def test_the_rest_is_rounded_to_what_a_person_needs(left_s: float | None, said: str) -> None:
    assert str(work_words(Work(5, 10, left_s))) == said
    assert str(overall_words(Work(5, 10, left_s))) == said.replace("10", "10 devices", 1)


def test_one_device_is_not_many() -> None:
    assert str(overall_words(Work(0, 1, None))) == "0 of 1 device"


def test_a_batch_is_as_far_as_its_verdicts_at_least() -> None:
    assert work_of(summary(200, 10, succeeded=50), NOW) == Work(50, 200, 540.0)
    assert work_of(summary(488, 64), NOW) == Work(312, 488, 60 * 36 / 64)


@pytest.mark.parametrize(("progress", "started"), [(0, NOW - 60), (100, NOW - 60), (50, None), (50, NOW)])
def test_nothing_is_promised_without_a_pace(progress: int, started: float | None) -> None:
    assert work_of(summary(10, progress, started=started), NOW).left_s is None


def test_all_running_batches_count_together() -> None:
    running = [
        summary(100, 50, started=NOW - 30),
        summary(100, 0, shown=ShownState.QUEUED, started=None),
        summary(50, 100, shown=ShownState.DONE),
        summary(50, 0, shown=ShownState.OPEN, started=None),
        summary(50, 0, shown=ShownState.CANCELLED, started=None),
    ]
    assert overall(running, NOW) == Work(50, 200, 90.0)
    assert overall(running[2:], NOW) is None
    assert overall([], NOW) is None


def test_a_batch_without_devices_is_no_work() -> None:
    assert Work(0, 0, None).percent == 0


def test_no_time_is_promised_while_devices_are_looked_up() -> None:
    stuck = summary(25, 96, started=NOW - 100, succeeded=24, unknown=1)
    assert work_of(stuck, NOW) == Work(24, 25, None, looked_up=1)
    assert str(work_words(work_of(stuck, NOW))) == "24 of 25 · 1 being looked up"
    together = overall([stuck, summary(75, 50)], NOW)
    assert together is not None
    assert str(overall_words(together)) == "61 of 100 devices · 1 being looked up"


def test_a_time_runs_down_and_is_not_promised_again_without_a_step() -> None:
    pace = Pace()
    running = summary(100, 50, started=NOW - 30)
    pace.note([running], NOW)
    assert work_of(running, NOW, pace.stepped_at(running)).left_s == 30
    pace.note([running], NOW + 20)
    assert work_of(running, NOW + 20, pace.stepped_at(running)).left_s == 10
    assert work_of(running, NOW + 30, pace.stepped_at(running)).left_s is None
    together = overall([running], NOW + 20, pace)
    assert together is not None
    assert together.left_s == 10
    further = summary(100, 60, started=NOW - 30)
    pace.note([further], NOW + 30)
    assert work_of(further, NOW + 30, pace.stepped_at(further)).left_s == 40
    pace.note([summary(100, 100, shown=ShownState.DONE)], NOW + 31)
    assert pace.stepped_at(further) is None
