"""Turns at writing: one at a time, in the order of coming, and no wait without an end."""

from threading import Event, Thread

from ztdesk.store.turns import Turns

_PATIENCE_S = 30.0


def test_who_waits_goes_before_who_was_at_work() -> None:
    turns = Turns()
    order: list[str] = []
    is_coming, may_go_on = Event(), Event()

    def window() -> None:
        is_coming.set()
        with turns.taken(_PATIENCE_S):
            order.append("window")

    def sync() -> None:
        with turns.taken(_PATIENCE_S):
            order.append("first portion")
            other.start()
            is_coming.wait(_PATIENCE_S)
            # The place in line is taken in between; nothing tells when, but who has it.
            while not turns._first_in_line.locked():
                may_go_on.wait(0.001)
        with turns.taken(_PATIENCE_S):
            order.append("second portion")

    other = Thread(target=window)
    worker = Thread(target=sync)
    worker.start()
    worker.join(_PATIENCE_S)
    other.join(_PATIENCE_S)
    assert order == ["first portion", "window", "second portion"]


def test_patience_ends() -> None:
    turns = Turns()
    with turns.taken(_PATIENCE_S):
        is_through = False
        with turns.taken(0.01):
            is_through = True
    assert is_through


def test_a_turn_without_its_wait_gives_nothing_back_that_it_never_had() -> None:
    turns = Turns()
    with turns.taken(_PATIENCE_S):
        with turns.taken(0.01):
            pass
        with turns.taken(0.01):
            assert turns._at_work.locked()
    with turns.taken(0.01):
        assert turns._at_work.locked()
    assert not turns._at_work.locked()


def test_an_exception_ends_the_turn() -> None:
    turns = Turns()
    try:
        with turns.taken(_PATIENCE_S):
            raise ValueError
    except ValueError:
        pass
    assert not turns._at_work.locked()
