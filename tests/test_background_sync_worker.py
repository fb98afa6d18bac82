"""The sync's thread: steps, waits, is woken, tells what changed, and ends when asked."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.background import sync_worker
from ztdesk.background.sync_worker import SyncThread, Telling
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import StoreFailure, TryLater, ZtdeskError
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import Found, LookedUp, Sighting
from ztdesk.domain.text import text

LONG_S = 60.0
SEEN = Sighting(Found.UNCLAIMED, 0.0)
PHONE = DeviceIdentifier(imei="001010120000003")


@dataclass
class Folder:
    """What sessions are opened on; `opening` and `stepping` raise what they hold, one after the other."""

    opening: list[ZtdeskError] = field(default_factory=list)
    stepping: list[ZtdeskError] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    connection: Connection = field(default_factory=lambda: Connection(Link.ONLINE))

    def open(self, telling: Telling) -> "Session":
        if self.opening:
            raise self.opening.pop(0)
        return Session(self, telling)


class Session:
    def __init__(self, folder: Folder, telling: Telling) -> None:
        self._folder = folder
        self._telling = telling
        self._note("open")

    @property
    def connection(self) -> Connection:
        return self._folder.connection

    def step(self) -> float:
        self._note("step")
        if self._folder.stepping:
            raise self._folder.stepping.pop(0)
        self._telling.batch_changed(7)
        return LONG_S

    def try_again(self) -> None:
        self._note("try again")

    def refresh_customers(self) -> None:
        self._note("refresh")
        self._telling.customers_changed()

    def look_up(self, identifier: DeviceIdentifier) -> LookedUp:
        self._note("look up")
        if self._folder.stepping:
            raise self._folder.stepping.pop(0)
        self._telling.sightings_changed(7)
        return LookedUp(identifier, SEEN)

    def close(self) -> None:
        self._note("close")

    def _note(self, what: str) -> None:
        self._folder.done.append(what)
        self._folder.threads.add(threading.get_ident())


Start = Callable[[Folder], SyncThread]


@pytest.fixture
def start(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setattr(sync_worker, "_RETRY_OPEN_MS", 5)
    started: list[SyncThread] = []

    def start(folder: Folder) -> SyncThread:
        sync = SyncThread(folder.open)
        started.append(sync)
        return sync

    yield start
    for sync in started:
        sync.stop()


def test_steps_in_a_thread_of_its_own_and_closes_there(start: Start, qtbot: QtBot) -> None:
    folder = Folder()
    sync = start(folder)
    heard_in: list[int] = []
    sync.batch_changed.connect(lambda _id: heard_in.append(threading.get_ident()))
    with qtbot.waitSignal(sync.batch_changed) as told:
        sync.start()
    assert told.args == [7]
    sync.stop()
    assert folder.done == ["open", "step", "close"]
    assert len(folder.threads) == 1
    assert folder.threads.isdisjoint({threading.get_ident()})
    assert heard_in == [threading.get_ident()]


def test_is_woken_from_its_wait(start: Start, qtbot: QtBot) -> None:
    folder = Folder()
    sync = start(folder)
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    for ask, what in ((sync.wake, []), (sync.try_again, ["try again"]), (sync.refresh_customers, ["refresh"])):
        folder.done.clear()
        with qtbot.waitSignal(sync.batch_changed):
            ask()
        assert folder.done == [*what, "step"]


def test_a_person_who_asks_for_a_device_is_answered_from_that_thread(start: Start, qtbot: QtBot) -> None:
    folder = Folder()
    sync = start(folder)
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    with qtbot.waitSignal(sync.sightings_changed) as changed, qtbot.waitSignal(sync.looked_up) as told:
        sync.look_up(PHONE)
    assert (changed.args, told.args) == ([7], [LookedUp(PHONE, SEEN)])
    assert folder.done == ["open", "step", "look up"]
    assert folder.threads.isdisjoint({threading.get_ident()})


def test_a_look_up_that_fails_says_why(start: Start, qtbot: QtBot) -> None:
    folder = Folder()
    sync = start(folder)
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    folder.stepping.append(StoreFailure(text("Data could not be read"), text("Call IT.")))
    with qtbot.waitSignal(sync.looked_up) as told:
        sync.look_up(PHONE)
    assert told.args == [LookedUp(PHONE, None, text("Data could not be read"), text("Call IT."))]


def test_while_another_program_sends_a_look_up_says_so(start: Start, qtbot: QtBot) -> None:
    in_the_way = TryLater(text("Another ztdesk is sending"), text("Wait."))
    sync = start(Folder(opening=[in_the_way] * 10_000))
    with qtbot.waitSignal(sync.connection_changed):
        sync.start()
    with qtbot.waitSignal(sync.looked_up) as told:
        sync.look_up(PHONE)
    assert told.args == [LookedUp(PHONE, None, in_the_way.title, in_the_way.hint)]


def test_another_program_that_sends_is_waited_for(start: Start, qtbot: QtBot) -> None:
    folder = Folder(opening=[TryLater(text("Another ztdesk is sending"), text("Wait."))] * 2)
    sync = start(folder)
    links: list[Link] = []
    sync.connection_changed.connect(lambda connection: links.append(connection.link))
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    qtbot.waitUntil(lambda: links[-1] is Link.ONLINE)
    assert links == [Link.ELSEWHERE, Link.ELSEWHERE, Link.ONLINE]


@pytest.mark.parametrize("where", ["opening", "stepping"])
def test_trouble_with_the_disk_is_told_and_told_to_be_over(start: Start, qtbot: QtBot, where: str) -> None:
    trouble: list[ZtdeskError] = [StoreFailure(text("Data could not be written"), text("The disk is full."))]
    folder = Folder(opening=trouble) if where == "opening" else Folder(stepping=trouble)
    sync = start(folder)
    links: list[Link] = []
    sync.connection_changed.connect(lambda connection: links.append(connection.link))
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    qtbot.waitUntil(lambda: len(links) == 2)
    assert links == [Link.BUSY, Link.ONLINE]


def test_nothing_is_told_after_the_stop(start: Start, qtbot: QtBot) -> None:
    folder = Folder()
    sync = start(folder)
    told: list[int] = []
    sync.batch_changed.connect(told.append)
    with qtbot.waitSignal(sync.batch_changed):
        sync.start()
    sync.wake()  # what this brings is still on its way when the thread has ended
    sync.stop()
    sync.stop()  # again is as good
    told.clear()
    with qtbot.assertNotEmitted(sync.batch_changed, wait=50):
        pass
    assert told == []
    assert folder.done[-1] == "close"
