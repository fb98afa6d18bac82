"""Reads, keeps and compares delivery notes beside the window, which a note of 100,000 lines must not hold up."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from ztdesk.background.task import Job, Task, Tasks
from ztdesk.domain.delivery_note import NoteLine
from ztdesk.domain.note_words import NAMED
from ztdesk.station.note_desk import NoteDesk
from ztdesk.ui.ports import NoteDifference

_Store = TypeVar("_Store")


class NoteTasks(Generic[_Store]):
    """The notes of the window's batches: `desk_on` makes a desk on the store of a task."""

    def __init__(self, tasks: Tasks[_Store], desk_on: Callable[[_Store], NoteDesk]) -> None:
        self._tasks = tasks
        self._desk_on = desk_on

    def read(self, file: Path) -> Task:
        """Start to read what a file says is expected, a NoteFile; the task fails with UsageError and tells of lines."""
        return self._tasks.start(lambda store, job: self._desk_on(store).read(file, job.report))

    def load(self, batch_id: int, lines: Sequence[NoteLine], source: str) -> Task:
        """Start to expect these devices, none to expect none; ends with the NoteDifference, or None where nothing was
        changed because the batch is not open any more. The task fails with StoreFailure.
        """

        def work(store: _Store, _job: Job) -> NoteDifference | None:
            desk = self._desk_on(store)
            return _difference(desk, batch_id) if desk.load(batch_id, lines, source) else None

        return self._tasks.start(work)

    def compare(self, batch_id: int) -> Task:
        """Start to look what differs, a NoteDifference. The task fails with StoreFailure."""
        return self._tasks.start(lambda store, _job: _difference(self._desk_on(store), batch_id))

    def outline(self, batch_id: int) -> Task:
        """The same with the devices that are named alone, and the ids of all unexpected ones."""
        return self._tasks.start(lambda store, _job: _outline(self._desk_on(store), batch_id))


def _difference(desk: NoteDesk, batch_id: int) -> NoteDifference:
    return NoteDifference(desk.counts(batch_id), desk.missing(batch_id), tuple(desk.unexpected(batch_id)))


def _outline(desk: NoteDesk, batch_id: int) -> NoteDifference:
    counts = desk.counts(batch_id)
    missing = desk.missing(batch_id, NAMED) if counts.missing else ()
    if not counts.unexpected:
        return NoteDifference(counts, missing, ())
    ids = desk.unexpected_ids(batch_id)
    return NoteDifference(counts, missing, tuple(desk.items(ids[:NAMED])), frozenset(ids))
