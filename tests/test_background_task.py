"""One-shot work runs beside the window, with a store of its own that is always closed, and can be called off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread, current_thread

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ztdesk.background.task import Job, Task, Tasks
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import text

WAIT_MS = 5000


class Store:
    """Remembers which threads opened and closed one, and whether any is still open."""

    def __init__(self) -> None:
        self.opened: list[Thread] = []
        self.closed: list[Thread] = []

    @contextmanager
    def open(self) -> Iterator["Store"]:
        self.opened.append(current_thread())
        try:
            yield self
        finally:
            self.closed.append(current_thread())


class Told:
    """Every signal of a task, in order."""

    def __init__(self, task: Task) -> None:
        self.all: list[object] = []
        task.finished.connect(lambda result: self.all.append(("finished", result)))
        task.failed.connect(lambda error: self.all.append(("failed", error)))
        task.broke.connect(lambda error: self.all.append(("broke", error)))
        task.cancelled.connect(lambda: self.all.append("cancelled"))
        task.progressed.connect(lambda done, total: self.all.append((done, total)))
        task.ended.connect(lambda: self.all.append("ended"))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def tasks(qtbot: QtBot, store: Store) -> Iterator[Tasks[Store]]:
    tasks = Tasks(store.open)
    yield tasks
    assert tasks.stop(WAIT_MS)


def test_the_result_arrives_in_the_windows_thread(qtbot: QtBot, tasks: Tasks[Store], store: Store) -> None:
    main, threads = QThread.currentThread(), []
    task = tasks.start(lambda given, _job: given)
    told = Told(task)
    task.finished.connect(lambda _result: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(task.ended, timeout=WAIT_MS):
        pass
    assert told.all == [("finished", store), "ended"]
    assert threads == [main]
    assert store.opened == store.closed
    assert store.opened[0] is not current_thread()
    assert not task.is_running
    assert tasks.count == 0


def test_progress_is_told_once_a_percent(qtbot: QtBot, tasks: Tasks[Store]) -> None:
    def work(_store: Store, job: Job) -> None:
        for done in range(1, 10_001):
            job.report(done, 10_000)

    told = _ran(qtbot, tasks, work)
    assert told.all[0] == (1, 10_000)
    assert told.all[100] == (10_000, 10_000)
    assert len(told.all) == 101 + 2


def test_the_worlds_fault_is_told_with_its_words(qtbot: QtBot, tasks: Tasks[Store], store: Store) -> None:
    error = StoreFailure(text("Disk is full"), text("Free some space."))

    def work(_store: Store, _job: Job) -> None:
        raise error

    assert _ran(qtbot, tasks, work).all == [("failed", error), "ended"]
    assert store.closed == store.opened


def test_a_store_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    error = StoreFailure(text("Data file is damaged"), text("Call IT."))

    def broken() -> Store:
        raise error

    tasks: Tasks[Store] = Tasks(broken)  # type: ignore[arg-type]
    assert _ran(qtbot, tasks, lambda _store, _job: None).all == [("failed", error), "ended"]
    assert tasks.stop(WAIT_MS)


def test_a_bug_reaches_whoever_shows_bugs(qtbot: QtBot, tasks: Tasks[Store]) -> None:
    bugs: list[object] = []
    tasks.broke.connect(bugs.append)

    def work(_store: Store, _job: Job) -> None:
        raise ZeroDivisionError

    told = _ran(qtbot, tasks, work)
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert told.all == [("broke", bugs[0]), "ended"]


def test_cancelled_work_tells_no_result(qtbot: QtBot, tasks: Tasks[Store], store: Store) -> None:
    began = Event()
    task = tasks.start(lambda _store, job: _until_cancelled(began, job))
    told = Told(task)
    assert began.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.ended, timeout=WAIT_MS):
        pass
    assert told.all == ["cancelled", "ended"]
    assert store.closed == store.opened != []


def test_work_that_reports_ends_where_it_reports_and_tidies_up(qtbot: QtBot, tasks: Tasks[Store], store: Store) -> None:
    began, release, tidied = Event(), Event(), Event()

    def work(_store: Store, job: Job) -> None:
        try:
            job.report(1, 3)
            began.set()
            release.wait(5)
            job.report(2, 3)
            pytest.fail("must not go on")
        finally:
            tidied.set()

    task = tasks.start(work)
    told = Told(task)
    assert began.wait(5)
    task.cancel()
    release.set()
    with qtbot.waitSignal(task.ended, timeout=WAIT_MS):
        pass
    assert [one for one in told.all if one != (1, 3)] == ["cancelled", "ended"]
    assert tidied.is_set()
    assert store.closed == store.opened


def test_stopping_waits_until_every_store_is_closed(qtbot: QtBot, store: Store) -> None:
    tasks = Tasks(store.open)
    begun = [Event(), Event()]
    tasks.start(lambda _store, job: _until_cancelled(begun[0], job))
    tasks.start(lambda _store, job: _until_cancelled(begun[1], job))
    waiting = tasks.start(_must_not_begin)
    assert all(began.wait(5) for began in begun)
    assert tasks.stop(WAIT_MS)
    assert len(store.closed) == 2
    told = Told(waiting)
    late = tasks.start(_must_not_begin)
    with qtbot.waitSignals([waiting.ended, late.ended], timeout=WAIT_MS):
        pass
    assert told.all == ["cancelled", "ended"]
    assert len(store.opened) == 2


def test_stopping_says_when_it_took_too_long(qtbot: QtBot, store: Store) -> None:
    tasks = Tasks(store.open)
    began, release = Event(), Event()

    def stubborn(_store: Store, _job: Job) -> None:
        began.set()
        release.wait(5)

    tasks.start(stubborn)
    assert began.wait(5)
    assert not tasks.stop(20)
    release.set()
    assert tasks.stop(WAIT_MS)


def _until_cancelled(began: Event, job: Job) -> None:
    began.set()
    while not job.is_cancelled:
        Event().wait(0.001)


def _must_not_begin(_store: Store, _job: Job) -> None:
    pytest.fail("must not begin")


def _ran(qtbot: QtBot, tasks: Tasks[Store], work: Callable[[Store, Job], object]) -> Told:
    task = tasks.start(work)
    told = Told(task)
    with qtbot.waitSignal(task.ended, timeout=WAIT_MS):
        pass
    return told
