"""What one batch of the list says: its state in words, its shape, its count. Knows no widget; it only chooses words."""

from dataclasses import dataclass

from ztdesk.domain.batch import BatchKind, BatchSummary, ShownState
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import Amount, Text, counted, text
from ztdesk.ui.batches.moments import shown_time
from ztdesk.ui.batches.work_words import RUNNING, work_of, work_words
from ztdesk.ui.icons import SHAPE_OF, Icon
from ztdesk.ui.parts.progress import Stretch
from ztdesk.ui.tokens import Tone

FAILED = frozenset({ShownState.DONE_WITH_FAILURES, ShownState.NEEDS_ATTENTION})
"""States in which a person must look at devices of the batch."""

_WAITING_FOR = {
    Link.OFFLINE: text("Waiting for network"),
    Link.SIGNED_OUT: text("Waiting for sign-in"),
    Link.NOT_SET_UP: text("Waiting for set-up"),
    Link.ELSEWHERE: text("Waiting for another ztdesk"),
    Link.BUSY: text("Waiting for the service"),
}
_RANKS = {
    ShownState.NEEDS_ATTENTION: 0,
    ShownState.DONE_WITH_FAILURES: 0,
    ShownState.SENDING: 1,
    ShownState.PROCESSING: 1,
    ShownState.QUEUED: 1,
    ShownState.OPEN: 2,
    ShownState.DONE: 3,
    ShownState.CANCELLED: 3,
}


@dataclass(frozen=True, slots=True)
class BatchCard:
    """What to show of a batch. `about` tells it from others of its customer; `bar` is its progress line, None for none."""

    name: str
    about: Text
    tone: Tone
    icon: Icon
    state: Text
    count: Text
    bar: tuple[Stretch, ...] | None


def needs_person(summary: BatchSummary) -> bool:
    """Whether devices of this batch failed, were not retried yet, and somebody must see to them."""
    return summary.shown in FAILED and summary.open_failures > 0


def is_nothing(summary: BatchSummary) -> bool:
    """Whether this was given up before anything was scanned: there is nothing to tell of it."""
    return summary.shown is ShownState.CANCELLED and not summary.counts.total


def order_of(summary: BatchSummary) -> tuple[int, int]:
    """Sorts what needs a person first, then what runs, then open batches, then the quiet ones; newest first in each."""
    rank = 3 if summary.shown in FAILED and not needs_person(summary) else _RANKS[summary.shown]
    return rank, -summary.batch.id


def waits_for(summary: BatchSummary, connection: Connection) -> Text | None:
    """What a running batch waits for while the service cannot be reached; None when it waits for nothing."""
    return _WAITING_FOR.get(connection.link) if summary.shown in RUNNING else None


def card_of(
    summary: BatchSummary,
    connection: Connection,
    now: float,
    *,
    stepped_at: float | None = None,
    retry_of: int | None = None,
) -> BatchCard:
    """The card of a batch as things stand at `now`; it last came on at `stepped_at`, and retries batch `retry_of`."""
    draft = summary.batch.draft
    tone, state = _state(summary, connection)
    icon = {ShownState.OPEN: Icon.SCAN}.get(summary.shown, SHAPE_OF[tone])
    if summary.shown in FAILED and tone is Tone.IGNORED:
        icon = Icon.RETRY
    name = draft.customer_name or draft.customer_id
    count = _count(summary, connection, now, stepped_at)
    return BatchCard(name, _about(summary, retry_of), tone, icon, state, count, _bar(summary, tone))


def outcome_words(kind: BatchKind, count: int) -> Text:
    """How many devices went well, by what was done with them."""
    if kind is BatchKind.UNCLAIM:
        return counted("{count} released", "{count} released", count)
    if kind is BatchKind.METADATA:
        return counted("{count} updated", "{count} updated", count)
    return counted("{count} claimed", "{count} claimed", count)


def counts_words(summary: BatchSummary) -> Text:
    """All counts of a batch in one line, those at zero left out."""
    counts = summary.counts
    if summary.shown is ShownState.OPEN:
        return counted("{count} devices scanned", "{count} device scanned", counts.total)
    if summary.shown is ShownState.CANCELLED:
        return counted("{count} devices, given up", "{count} device, given up", counts.total)
    parts = [part for part in _parts(summary) if part is not None]
    return _listed(parts) if parts else counted("{count} devices", "{count} device", counts.total)


def _parts(summary: BatchSummary) -> tuple[Text | None, ...]:
    counts, failures = summary.counts, summary.open_failures
    to_go = counts.sent + counts.pending
    rest = counted("{count} to go", "{count} to go", to_go) if to_go else None
    if summary.finishing:
        rest = _verdicts_to_come(summary)
    return (
        outcome_words(summary.batch.draft.kind, counts.succeeded) if counts.succeeded else None,
        counted("{count} need you", "{count} needs you", failures) if failures else None,
        _retried_words(summary) if summary.retried else None,
        counted("{count} not known yet", "{count} not known yet", counts.unknown) if counts.unknown else None,
        rest,
    )


def _about(summary: BatchSummary, retry_of: int | None) -> Text:
    batch_id, order = summary.batch.id, summary.batch.draft.order_number
    if retry_of is not None and order:
        return text("Batch {id} · {order} · retry of batch {first}", id=batch_id, order=order, first=retry_of)
    if retry_of is not None:
        return text("Batch {id} · retry of batch {first}", id=batch_id, first=retry_of)
    if order:
        return text("Batch {id} · {order}", id=batch_id, order=order)
    return text("Batch {id}", id=batch_id)


def _verdicts_to_come(summary: BatchSummary) -> Text:
    rest = summary.counts.total - summary.counts.decided
    return counted("{count} verdicts to come", "{count} verdict to come", rest)


def _retried_words(summary: BatchSummary) -> Text:
    count = summary.retried_count
    if len(summary.retried) == 1:
        batch_id = summary.retried[0].batch_id
        return counted("{count} retried in batch {batch}", "{count} retried in batch {batch}", count, batch=batch_id)
    batches = len(summary.retried)
    return counted(
        "{count} retried in {batches} batches", "{count} retried in {batches} batches", count, batches=batches
    )


def _all_retried_words(summary: BatchSummary) -> Text:
    count, total = Amount(summary.retried_count), Amount(summary.counts.total)
    if len(summary.retried) == 1:
        batch_id = summary.retried[0].batch_id
        return text("{count} of {total} retried in batch {batch}", count=count, total=total, batch=batch_id)
    batches = len(summary.retried)
    return text("{count} of {total} retried in {batches} batches", count=count, total=total, batches=batches)


def _listed(parts: list[Text]) -> Text:
    listed = parts[0]
    for part in parts[1:]:
        listed = text("{some}, {more}", some=listed, more=part)
    return listed


def _state(summary: BatchSummary, connection: Connection) -> tuple[Tone, Text]:
    shown, counts = summary.shown, summary.counts
    waiting = waits_for(summary, connection)
    if waiting is not None:
        return Tone.DUPLICATE, waiting
    if needs_person(summary):
        failures = summary.open_failures
        return Tone.REFUSED, counted(
            "{count} of {total} need you", "{count} of {total} needs you", failures, total=Amount(counts.total)
        )
    if shown in FAILED:
        return Tone.IGNORED, _all_retried_words(summary)
    if _only_looked_up(summary):
        return Tone.DUPLICATE, text("Being looked up")
    if shown is ShownState.PROCESSING and summary.finishing:
        return Tone.ACCENT, text("Finishing …")
    return _PLAIN[shown]


def _only_looked_up(summary: BatchSummary) -> bool:
    counts = summary.counts
    return bool(counts.unknown) and not counts.sent and not counts.pending


_PLAIN = {
    ShownState.OPEN: (Tone.IGNORED, text("Open")),
    ShownState.QUEUED: (Tone.ACCENT, text("Queued")),
    ShownState.SENDING: (Tone.ACCENT, text("Sending")),
    ShownState.PROCESSING: (Tone.ACCENT, text("Processing")),
    ShownState.DONE: (Tone.OK, text("Done")),
    ShownState.CANCELLED: (Tone.IGNORED, text("Given up")),
}


def _count(summary: BatchSummary, connection: Connection, now: float, stepped_at: float | None) -> Text:
    batch, counts, shown = summary.batch, summary.counts, summary.shown
    if shown is ShownState.OPEN:
        expected = batch.draft.expected_count
        if expected:
            return text("{count} of {expected} scanned", count=Amount(counts.total), expected=Amount(expected))
        return counted("{count} scanned", "{count} scanned", counts.total)
    if shown is ShownState.CANCELLED:
        return counted("{count} not sent", "{count} not sent", counts.total)
    if shown in FAILED:
        return _failed_count(summary)
    if shown not in RUNNING:
        return outcome_words(batch.draft.kind, counts.succeeded)
    if shown is ShownState.QUEUED and batch.closed_at is not None:
        at = shown_time(batch.closed_at, now)
        return counted("{count} queued at {time}", "{count} queued at {time}", counts.total, time=at)
    work = work_of(summary, now, stepped_at)
    if summary.finishing and waits_for(summary, connection) is None:
        return _verdicts_to_come(summary)
    if waits_for(summary, connection) is not None or _only_looked_up(summary):
        return text("{done} of {total}", done=Amount(work.processed), total=Amount(work.total))
    return work_words(work)


def _failed_count(summary: BatchSummary) -> Text:
    """What else became of the devices of a batch some of which failed."""
    claimed = outcome_words(summary.batch.draft.kind, summary.counts.succeeded) if summary.counts.succeeded else None
    retried = None
    if summary.retried and summary.open_failures:
        count, others = summary.retried_count, len(summary.retried)
        if others == 1:
            batch_id = summary.retried[0].batch_id
            retried = counted("{count} in batch {batch}", "{count} in batch {batch}", count, batch=batch_id)
        else:
            retried = counted("{count} in {batches} batches", "{count} in {batches} batches", count, batches=others)
    parts = [part for part in (claimed, retried) if part is not None]
    return _listed(parts) if parts else text("")


def _bar(summary: BatchSummary, tone: Tone) -> tuple[Stretch, ...] | None:
    """How far it is, or, when some of its devices failed, how many went well, were retried, and need a person."""
    counts = summary.counts
    if summary.shown is ShownState.OPEN:
        expected = summary.batch.draft.expected_count
        return (Stretch(min(1.0, counts.total / expected), tone),) if expected else None
    if summary.shown is ShownState.CANCELLED:
        return None
    if summary.shown not in FAILED:
        return (Stretch(summary.progress / 100, tone),)
    parts = (
        (counts.succeeded, Tone.OK),
        (summary.retried_count, Tone.IGNORED),
        (summary.open_failures, Tone.REFUSED),
    )
    return tuple(Stretch(count / counts.total, of) for count, of in parts if count)
