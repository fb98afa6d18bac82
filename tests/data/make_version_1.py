"""Writes `version-1.db`, a small data folder's file as schema version 1 left it: `python -m tests.data.make_version_1`.

To be run once, by a program whose newest migration is number 1; the file it wrote is kept for ever.
"""

from pathlib import Path

from tests.core import ACME, AUTHOR, START, Clock, Data, device, open_data
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.catalogue import Customer, DeviceVerdict
from ztdesk.domain.outbox import SubmissionState
from ztdesk.store.migrations import MIGRATIONS

FILE = Path(__file__).with_name("version-1.db")


def main() -> None:
    """Every kind of row there is: batches done, under way, open and given up, a refusal, customers, a small thing kept."""
    assert len(MIGRATIONS) == 1
    FILE.unlink(missing_ok=True)
    data = open_data(FILE, Clock())
    _finish(data)
    data.queued([11, 12], BatchDraft("1700000043", "Globex"))
    refused = data.outbox.assign()
    assert refused is not None
    data.outbox.refuse(refused, START, 403, "AUTHORIZATION_FAIL", "The caller does not have permission.")
    data.queued([21, 22, 23])
    waiting = data.outbox.assign()
    assert waiting is not None
    data.outbox.begin_sending(waiting, START)
    data.batches.cancel(data.queued([31]).id, START, AUTHOR)
    open_batch = data.batches.open(BatchDraft("1700000042", expected_count=5), START, AUTHOR)
    data.items.add(open_batch.id, device(41), START, AUTHOR)
    data.catalogue.keep_customers((Customer("1700000042", "ACME"), Customer("1700000043", "Globex")), START)
    data.catalogue.end_fetch(START, START)
    data.desk.remember(open_batch.id)
    data.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data.database.connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    data.database.close()


def _finish(data: Data) -> None:
    batch = data.queued([1, 2, 3], ACME)
    submission = data.outbox.assign()
    assert submission is not None
    data.outbox.begin_sending(submission, START)
    (sending,) = data.outbox.in_state(SubmissionState.SENDING)
    data.outbox.accept(sending, "operations/apibatchoperation/2600000000000000001", START, START)
    (accepted,) = data.outbox.in_state(SubmissionState.ACCEPTED)
    ids = [item.id for item in data.items.of_batch(batch.id)]
    statuses = ["SUCCESS", "SUCCESS", "SECTION_NOT_YOURS"]
    verdicts = [
        (item_id, DeviceVerdict(device(unit).identifier, f"SINGLE_DEVICE_STATUS_{status}", str(unit)))
        for unit, (item_id, status) in enumerate(zip(ids, statuses, strict=True), 1)
    ]
    data.outbox.decide(accepted, verdicts, START + 5)


if __name__ == "__main__":
    main()
