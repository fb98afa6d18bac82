"""Sheets of paper and places on them, in millimetres from the top left corner. Knows no Qt."""

from enum import Enum
from typing import NamedTuple

EDGE_MM = 12.0
"""Kept free on every side: no printer reaches the edge, and a scanner needs white around a code."""

FOOT_MM = 10.0
"""The line with the page's number, at the bottom of what the edges leave."""


class Area(NamedTuple):
    """A rectangle in millimetres."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.h

    def inset(self, across: float, down: float | None = None) -> "Area":
        """Smaller by this much on every side; `down` for above and below where it differs."""
        less = across if down is None else down
        return Area(self.x + across, self.y + less, self.w - 2 * across, self.h - 2 * less)

    def top(self, h: float) -> "Area":
        """The uppermost part of it."""
        return Area(self.x, self.y, self.w, h)

    def below(self, h: float) -> "Area":
        """All but the uppermost part of it."""
        return Area(self.x, self.y + h, self.w, self.h - h)

    def left(self, w: float) -> "Area":
        """The first part of it."""
        return Area(self.x, self.y, w, self.h)

    def after(self, w: float) -> "Area":
        """All but the first part of it."""
        return Area(self.x + w, self.y, self.w - w, self.h)

    def grid(self, columns: int, rows: int, gap: float) -> tuple["Area", ...]:
        """Equal cells with `gap` between them, row by row."""
        w = (self.w - gap * (columns - 1)) / columns
        h = (self.h - gap * (rows - 1)) / rows
        return tuple(
            Area(self.x + column * (w + gap), self.y + row * (h + gap), w, h)
            for row in range(rows)
            for column in range(columns)
        )


class Paper(Enum):
    """The sheets offices have; the value is width and height of the upright sheet."""

    A4 = (210.0, 297.0)
    LETTER = (215.9, 279.4)

    @property
    def w(self) -> float:
        """Millimetres across."""
        return self.value[0]

    @property
    def h(self) -> float:
        """Millimetres from top to bottom."""
        return self.value[1]

    @property
    def content(self) -> Area:
        """What a document may fill."""
        return Area(EDGE_MM, EDGE_MM, self.w - 2 * EDGE_MM, self.h - 2 * EDGE_MM - FOOT_MM)

    @property
    def foot(self) -> Area:
        """The line with the page's number."""
        return Area(EDGE_MM, self.h - EDGE_MM - FOOT_MM, self.w - 2 * EDGE_MM, FOOT_MM)
