"""Ports are looked at off the window's thread, again and again while wanted, and a failing look is no empty one."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.background.port_watch import PortWatch
from ztdesk.scanning.scanner_ports import PortInfo

COM4 = PortInfo("COM4")
Make = Callable[[Callable[[], tuple[PortInfo, ...]]], PortWatch]


@pytest.fixture
def make(qapp: QApplication) -> Iterator[Make]:
    made: list[PortWatch] = []

    def make(lists: Callable[[], tuple[PortInfo, ...]]) -> PortWatch:
        made.append(PortWatch(lists, every_ms=5))
        return made[-1]

    yield make
    for watch in made:
        watch.stop()


def test_it_looks_in_another_thread_until_it_rests(make: Make, qtbot: QtBot) -> None:
    threads: list[int] = []

    def lists() -> tuple[PortInfo, ...]:
        threads.append(threading.get_ident())
        return (COM4,)

    watch = make(lists)
    told: list[object] = []
    watch.seen.connect(told.append)
    watch.watch()
    assert watch.is_watching
    qtbot.waitUntil(lambda: len(told) > 2)
    assert told[0] == (COM4,)
    assert threading.get_ident() not in threads
    watch.rest()
    with qtbot.waitSignal(watch.seen):
        watch.look()


def test_only_one_look_is_under_way(make: Make, qtbot: QtBot) -> None:
    free, begun = threading.Event(), []

    def lists() -> tuple[PortInfo, ...]:
        begun.append(1)
        free.wait(5)
        return ()

    watch = make(lists)
    watch.look()
    qtbot.waitUntil(lambda: bool(begun))
    watch.look()
    with qtbot.waitSignal(watch.seen):
        free.set()
    assert len(begun) == 1


def test_a_look_that_fails_tells_nothing_and_the_next_one_does(make: Make, qtbot: QtBot) -> None:
    looks = [OSError("a driver is going away"), None]

    def lists() -> tuple[PortInfo, ...]:
        error = looks.pop(0) if looks else None
        if error is not None:
            raise error
        return (COM4,)

    watch = make(lists)
    with qtbot.waitSignal(watch.seen) as told:
        watch.watch()
    assert told.args == [(COM4,)]


def test_after_the_stop_it_neither_looks_nor_tells(make: Make, qtbot: QtBot) -> None:
    looks: list[int] = []

    def lists() -> tuple[PortInfo, ...]:
        looks.append(1)
        return ()

    watch = make(lists)
    watch.look()
    watch.stop()
    looks.clear()
    watch.look()
    watch.watch()
    with qtbot.assertNotEmitted(watch.seen, wait=30):
        pass
    assert looks == []
