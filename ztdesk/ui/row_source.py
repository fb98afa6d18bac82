"""Where a table's rows come from: all in memory, or a page at a time from somewhere slower. Knows no Qt."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final, Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_PAGE_ROWS: Final = 128
_PAGES_KEPT: Final = 16


class RowSource(Protocol[T_co]):
    """Rows in the order they are shown."""

    def count(self) -> int:
        """How many there are now."""

    def rows(self, start: int, stop: int) -> Sequence[T_co | None]:
        """Those at positions `start` to `stop`, the last left out; None in the place of one that is gone meanwhile."""


class ListRows(Generic[T]):
    """Rows in memory."""

    def __init__(self, rows: Iterable[T] = ()) -> None:
        # Kept last first: what is shown is newest first, and adding at a list's end costs the same at any length.
        self._backwards = list(rows)[::-1]

    def count(self) -> int:
        """How many there are."""
        return len(self._backwards)

    def rows(self, start: int, stop: int) -> Sequence[T]:
        """Those at positions `start` to `stop`, the last left out."""
        length = len(self._backwards)
        return self._backwards[max(0, length - stop) : length - start][::-1]

    def position(self, row: T) -> int | None:
        """Where a row equal to `row` is, the first from the top."""
        return next((place for place, one in enumerate(reversed(self._backwards)) if one == row), None)

    def prepend(self, row: T) -> None:
        """Put `row` first."""
        self._backwards.append(row)

    def replace(self, position: int, row: T) -> None:
        """Put `row` in the place of the one at `position`. Raises IndexError."""
        self._backwards[len(self._backwards) - 1 - position] = row

    def remove(self, position: int) -> None:
        """Take the row at `position` out. Raises IndexError."""
        del self._backwards[len(self._backwards) - 1 - position]


class RowPages(Generic[T]):
    """The rows lately looked at. Counted from the last row, so that one added on top moves none of the pages."""

    def __init__(self, source: RowSource[T]) -> None:
        self.source = source
        self.count = source.count()
        self._pages: OrderedDict[int, list[T | None]] = OrderedDict()  # each last row first

    def row(self, position: int) -> T | None:
        """The row at `position`, None when the source no longer has it."""
        if not 0 <= position < self.count:
            return None
        number, place = divmod(self.count - 1 - position, _PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def add_on_top(self, row: T | None) -> None:
        """The source has one row more, before all others; `row` when it is known, which saves reading it."""
        number, place = divmod(self.count, _PAGE_ROWS)
        self.count += 1
        page = self._pages.get(number)
        if row is not None and place == 0:
            self._keep(number, [row])
        elif row is not None and page is not None and len(page) == place:
            page.append(row)
        else:
            self._pages.pop(number, None)

    def change(self, position: int) -> None:
        """The row at `position` reads differently now."""
        self._pages.pop((self.count - 1 - position) // _PAGE_ROWS, None)

    def remove(self, position: int) -> None:
        """The source no longer has the row that was at `position`."""
        first = (self.count - 1 - position) // _PAGE_ROWS
        for number in [number for number in self._pages if number >= first]:
            del self._pages[number]
        self.count -= 1

    def forget(self) -> None:
        """Read everything again."""
        self._pages.clear()

    def _read(self, number: int) -> list[T | None]:
        stop = self.count - number * _PAGE_ROWS
        page: list[T | None] = list(self.source.rows(max(0, stop - _PAGE_ROWS), stop))[::-1]
        self._keep(number, page)
        return page

    def _keep(self, number: int, page: list[T | None]) -> None:
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
