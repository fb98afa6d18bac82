"""Rows of the tables -> the domain's objects. Knows the order of columns, nothing of when they are read."""

from collections.abc import Sequence
from typing import Any

from ztdesk.domain.batch import Batch, BatchDraft, BatchKind, BatchState, Counts, Item, ItemState, Part
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import Submission, SubmissionState

Row = tuple[Any, ...]

BATCH_COLUMNS = (
    "batch.id, batch.kind, batch.customer_id, batch.customer_name, batch.order_number, batch.expected_count,"
    " batch.manufacturer, batch.model, batch.station, batch.operator, batch.opened_at, batch.closed_at, batch.state,"
    " batch.total, batch.codes_per_box, batch.has_note"
)
ITEM_COLUMNS = (
    "item.id, item.batch_id, item.position, item.imei, item.imei2, item.meid, item.meid2, item.serial,"
    " item.manufacturer, item.model, item.phone_number, item.raw, item.scanned_at, item.state, item.device_id,"
    " item.status, item.error_identifier, item.error_message, item.retried_in, item.carton"
)
SUBMISSION_COLUMNS = (
    "submission.id, submission.batch_id, batch.customer_id, submission.state, submission.size,"
    " submission.operation_name, submission.progress, submission.attempts, submission.due_at, submission.sent_at,"
    " submission.accepted_at, submission.error_code, submission.error_identifier, submission.error_message"
)

# Looked up a thousand times when the list of batches is read; an Enum's own look-up takes several times as long.
_BATCH_KINDS = {kind.value: kind for kind in BatchKind}
_BATCH_STATES = {state.value: state for state in BatchState}
_CODES_PER_BOX = {codes.value: codes for codes in CodesPerBox}
_SUBMISSION_STATES = {state.value: state for state in SubmissionState}


def batch_of(row: Row) -> Batch:
    """A row of BATCH_COLUMNS."""
    draft = BatchDraft(
        customer_id=row[2],
        customer_name=row[3],
        order_number=row[4],
        expected_count=row[5],
        manufacturer=row[6],
        model=row[7],
        kind=_BATCH_KINDS[row[1]],
        codes_per_box=_CODES_PER_BOX[row[14]],
    )
    state, has_note = _BATCH_STATES[row[12]], bool(row[15])
    return Batch(row[0], draft, state, row[8], row[9], row[10], row[11], row[13], has_note)


def item_of(row: Row) -> Item:
    """A row of ITEM_COLUMNS."""
    identifier = DeviceIdentifier(row[3] or "", row[4] or "", row[5] or "", row[6] or "", row[7] or "", row[8], row[9])
    return Item(
        row[0],
        row[1],
        row[2],
        identifier,
        row[10],
        row[11],
        row[12],
        ItemState(row[13]),
        row[14],
        row[15],
        row[16],
        row[17],
        row[18],
        row[19],
    )


def submission_of(row: Row) -> Submission:
    """A row of SUBMISSION_COLUMNS."""
    return Submission(row[0], row[1], row[2], SubmissionState(row[3]), *row[4:])


def counts_of(rows: Sequence[Row]) -> Counts:
    """Rows of (item state, how many)."""
    by_state: dict[str, int] = {row[0]: row[1] for row in rows}
    return Counts(sum(by_state.values()), **by_state)


def parts_of(rows: Sequence[Row]) -> tuple[tuple[Part, ...], float | None]:
    """Rows of (state, size, progress, operation name, accepted at): the parts, and when the first was accepted."""
    parts = tuple([Part(_SUBMISSION_STATES[row[0]], row[1], row[2], row[3]) for row in rows])
    return parts, min([row[4] for row in rows if row[4] is not None], default=None)
