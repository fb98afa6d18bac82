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
    """`processed` of `total` devices; `left_s` is None while nothing can be said about the rest."""

    processed: int
    total: int
    left_s: float | None

    @property
    def percent(self) -> int:
        """0..100, rounded down: 100 only when all are processed."""
        return self.processed * 100 // self.total if self.total else 0


def work_of(summary: BatchSummary, now: float) -> Work:
    """How far one batch is."""
    total = summary.counts.total
    processed = max(summary.counts.decided, total * summary.progress // 100)
    left_s = None
    if summary.started_at is not None and summary.progress < 100:
        left_s = remaining_s(now - summary.started_at, summary.progress)
    return Work(processed, total, left_s)


def overall(summaries: Iterable[BatchSummary], now: float) -> Work | None:
    """How far all running batches are together; None when none runs."""
    running = [summary for summary in summaries if summary.shown in RUNNING]
    if not running:
        return None
    each = [work_of(summary, now) for summary in running]
    whole = Work(sum(work.processed for work in each), sum(work.total for work in each), None)
    starts = [summary.started_at for summary in running if summary.started_at is not None]
    if not starts or whole.percent >= 100:
        return whole
    return Work(whole.processed, whole.total, remaining_s(now - min(starts), whole.percent))


def work_words(work: Work) -> Text:
    """`312 of 488 · about 40 s left`."""
    done, total = Amount(work.processed), Amount(work.total)
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
