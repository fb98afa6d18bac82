"""What a measurement is, and how figures are taken from many timings. Knows nothing of what is measured."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the table. `floor` and `ours` are figures with their unit; `target` is what the ratio may reach."""

    what: str
    floor: str
    ours: str
    ratio: float
    target: float

    @property
    def is_met(self) -> bool:
        """Whether the target was reached in this run."""
        return self.ratio <= self.target


def percentile(timings_s: Sequence[float], percent: float) -> float:
    """The timing that `percent` of all do not exceed, in seconds."""
    ordered = sorted(timings_s)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def median(timings_s: Sequence[float]) -> float:
    """The middle timing, in seconds."""
    return statistics.median(timings_s)


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.2f} ms"


def table(measurements: Sequence[Measurement]) -> str:
    """The table, as Markdown."""
    lines = ["| what | floor | ours | ratio | target | |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {one.what} | {one.floor} | {one.ours} | {one.ratio:.2f} | <= {one.target:g} |"
        f" {'met' if one.is_met else 'MISSED'} |"
        for one in measurements
    ]
    return "\n".join(lines)
