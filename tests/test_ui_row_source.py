"""Rows are read by the page, few pages are kept, and one added on top moves none."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ztdesk.ui.row_source import ListRows, RowPages


class Store:
    """Numbers, the largest first; counts how often it was asked."""

    def __init__(self, count: int) -> None:
        self.newest = count
        self.reads: list[tuple[int, int]] = []

    def count(self) -> int:
        return self.newest

    def rows(self, start: int, stop: int) -> Sequence[int]:
        self.reads.append((start, stop))
        return range(self.newest - start, self.newest - min(stop, self.newest), -1)


def test_every_row_is_found() -> None:
    pages = RowPages(Store(1_000))
    assert [pages.row(position) for position in range(1_000)] == list(range(1_000, 0, -1))


def test_a_page_is_read_once() -> None:
    store = Store(100_000)
    pages = RowPages(store)
    for _ in range(3):
        assert [pages.row(position) for position in range(20)] == list(range(100_000, 99_980, -1))
    assert len(store.reads) <= 2
    assert all(stop - start <= 128 for start, stop in store.reads)


def test_a_row_added_on_top_is_not_read_again() -> None:
    store = Store(100_000)
    pages = RowPages(store)
    pages.row(0)
    read = len(store.reads)
    for _ in range(300):
        store.newest += 1
        pages.add_on_top(store.newest)
        assert pages.row(0) == store.newest
        assert pages.row(1) == store.newest - 1
    assert len(store.reads) == read


def test_a_row_added_without_its_contents_is_read() -> None:
    store = Store(10)
    pages = RowPages(store)
    pages.row(0)
    store.newest += 1
    pages.add_on_top(None)
    assert [pages.row(position) for position in range(11)] == list(range(11, 0, -1))


def test_pages_long_out_of_sight_are_dropped() -> None:
    store = Store(100_000)
    pages = RowPages(store)
    for position in range(0, 100_000, 100):
        pages.row(position)
    read = len(store.reads)
    pages.row(0)
    assert len(store.reads) == read + 1


def test_outside_there_is_nothing() -> None:
    pages = RowPages(Store(3))
    assert (pages.row(-1), pages.row(3)) == (None, None)
    assert RowPages(Store(0)).row(0) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=60), st.integers(0, 300))
def test_pages_tell_the_same_as_the_list(steps: list[int | None], count: int) -> None:
    source = ListRows(range(count))
    pages = RowPages(source)
    new = 1_000
    for step in steps:
        if step is None:
            source.prepend(new)
            pages.add_on_top(new)
            new += 1
        elif step < source.count():
            source.remove(step)
            pages.remove(step)
        probe = range(0, source.count(), 37)
        assert [pages.row(at) for at in probe] == [source.rows(at, at + 1)[0] for at in probe]


def test_a_list_keeps_its_order() -> None:
    rows = ListRows("abcde")
    rows.prepend("z")
    rows.replace(1, "A")
    rows.remove(5)
    assert list(rows.rows(0, 10)) == ["z", "A", "b", "c", "d"]
    assert list(rows.rows(2, 4)) == ["b", "c"]
    assert (rows.position("c"), rows.position("x")) == (3, None)
