"""How far work is and how long it should still take, in words. Knows neither widgets nor rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from ztdesk.domain.batch import BatchSummary, ShownState
from ztdesk.domain.outbox import remaining_s
from ztdesk.domain.text import Amount, Text, counted, text

RUNNING = frozenset({ShownState.QUEUED, ShownState.SENDING, ShownState.PROCESSING})
"""States in which a batch moves on without a person."""

_MINUTE_S = 60
_HOUR_S = 3600
_MOST_SECONDS = 90
_MOST_MINUTES = 90


@dataclass(frozen=True, slots=True)
class Work:
    """`processed` of `total` devices; `left_s` is None while nothing can be said about the rest.

    `looked_up` of them were sent without an answer and are being looked up, which has no pace to go by.
    """

    processed: int
    total: int
    left_s: float | None
    looked_up: int = 0

    @property
    def percent(self) -> int:
        """0..100, rounded down: 100 only when all are processed."""
        return self.processed * 100 // self.total if self.total else 0


class Pace:
    """Remembers when each running batch last came on: a time that has passed since without a step was no estimate."""

    def __init__(self) -> None:
        self._steps: dict[int, tuple[int, float]] = {}

    def note(self, summaries: Iterable[BatchSummary], now: float) -> None:
        """These run, and stand so at `now`."""
        for summary in summaries:
            batch_id = summary.batch.id
            if summary.shown not in RUNNING:
                self._steps.pop(batch_id, None)
            elif self._steps.get(batch_id, (-1, now))[0] != summary.progress:
                self._steps[batch_id] = summary.progress, now

    def stepped_at(self, summary: BatchSummary) -> float | None:
        """When this batch last came on, None when nobody saw it."""
        step = self._steps.get(summary.batch.id)
        return None if step is None else step[1]


def work_of(summary: BatchSummary, now: float, stepped_at: float | None = None) -> Work:
    """How far one batch is; `stepped_at` is when it last came on, None for just now."""
    total, unknown = summary.counts.total, summary.counts.unknown
    processed = max(summary.counts.decided, total * summary.progress // 100)
    left_s = None
    if summary.started_at is not None and summary.progress < 100 and not unknown:
        left_s = _left_s(summary.started_at, summary.progress, now, stepped_at)
    return Work(processed, total, left_s, unknown)


def overall(summaries: Iterable[BatchSummary], now: float, pace: Pace | None = None) -> Work | None:
    """How far all running batches are together; None when none runs."""
    running = [summary for summary in summaries if summary.shown in RUNNING]
    if not running:
        return None
    each = [work_of(summary, now) for summary in running]
    unknown = sum(work.looked_up for work in each)
    whole = Work(sum(work.processed for work in each), sum(work.total for work in each), None, unknown)
    starts = [summary.started_at for summary in running if summary.started_at is not None]
    if not starts or whole.percent >= 100 or unknown:
        return whole
    steps = [step for summary in running if pace is not None and (step := pace.stepped_at(summary)) is not None]
    left_s = _left_s(min(starts), whole.percent, now, max(steps, default=None))
    return Work(whole.processed, whole.total, left_s)


def _left_s(started_at: float, percent: int, now: float, stepped_at: float | None) -> float | None:
    """What the pace up to the last step promises, less what has gone by since; None when that is over."""
    seen_at = now if stepped_at is None else min(stepped_at, now)
    left_s = remaining_s(seen_at - started_at, percent)
    if left_s is None or left_s <= now - seen_at:
        return None
    return left_s - (now - seen_at)


def work_words(work: Work) -> Text:
    """`312 of 488 · about 40 s left`."""
    done, total = Amount(work.processed), Amount(work.total)
    if work.looked_up:
        return counted(
            "{done} of {total} · {count} being looked up",
            "{done} of {total} · {count} being looked up",
            work.looked_up,
            done=done,
            total=total,
        )
    if work.left_s is None:
        return text("{done} of {total}", done=done, total=total)
    unit, number = _rounded(work.left_s)
    if unit == "s":
        return counted(
            "{done} of {total} · about {count} s left",
            "{done} of {total} · about {count} s left",
            number,
            done=done,
            total=total,
        )
    if unit == "min":
        return counted(
            "{done} of {total} · about {count} min left",
            "{done} of {total} · about {count} min left",
            number,
            done=done,
            total=total,
        )
    return counted(
        "{done} of {total} · about {count} h left",
        "{done} of {total} · about {count} h left",
        number,
        done=done,
        total=total,
    )


def overall_words(work: Work) -> Text:
    """`312 of 488 devices · about 40 s left`."""
    devices = counted("{count} devices", "{count} device", work.total)
    if work.looked_up:
        done, unknown = Amount(work.processed), Amount(work.looked_up)
        return text("{done} of {devices} · {unknown} being looked up", done=done, devices=devices, unknown=unknown)
    if work.left_s is None:
        return text("{done} of {devices}", done=Amount(work.processed), devices=devices)
    unit, number = _rounded(work.left_s)
    if unit == "s":
        return text(
            "{done} of {devices} · about {left} s left", done=Amount(work.processed), devices=devices, left=number
        )
    if unit == "min":
        return text(
            "{done} of {devices} · about {left} min left", done=Amount(work.processed), devices=devices, left=number
        )
    return text("{done} of {devices} · about {left} h left", done=Amount(work.processed), devices=devices, left=number)


def _rounded(seconds: float) -> tuple[str, int]:
    # In steps of five seconds: a number that changes with every look is read as nervous, not as exact.
    if seconds < _MOST_SECONDS:
        return "s", max(5, round(seconds / 5) * 5)
    if seconds < _MOST_MINUTES * _MINUTE_S:
        return "min", round(seconds / _MINUTE_S)
    return "h", round(seconds / _HOUR_S)
