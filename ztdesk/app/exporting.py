"""Writes a batch into a CSV file beside the window."""

from pathlib import Path

from ztdesk.background.task import Job, Task, Tasks
from ztdesk.services import Services
from ztdesk.station.csv_export import items_in_order, save_items
from ztdesk.ui.wording import translate


class _GivenUpError(Exception):
    """Nobody waits for the file any more."""


def export_batch(tasks: Tasks[Services], batch_id: int, file: Path) -> Task:
    """Start to write `file`; the task fails with StoreFailure, and leaves nothing behind when it is cancelled."""

    def write(services: Services, job: Job) -> int:
        def report(done: int, total: int) -> None:
            if job.is_cancelled:
                raise _GivenUpError
            job.report(done, total)

        rows = items_in_order(services.items, batch_id, report)
        summary = services.batches.summary(batch_id)
        unexpected = services.notes.unexpected_ids(batch_id) if summary.batch.has_note else ()
        try:
            return save_items(file, rows, summary, translate=translate, unexpected_ids=unexpected)
        except _GivenUpError:
            return 0

    return tasks.start(write)
