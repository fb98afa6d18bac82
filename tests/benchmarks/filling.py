"""The same scan in a batch that is full already, beside one that is nearly empty: it may not cost more.

Two windows on two data folders in one process take their scans in turn, a few each; timed as in `scanning`, until the
list is painted too.
"""

import tempfile
from pathlib import Path

from tests.benchmarks.bench_window import BenchWindow, bench_window
from tests.benchmarks.measuring import Measurement, median, ms, percentile

_LITTLE = 100
_IN_A_ROW = 20


def measure(*, quick: bool) -> list[Measurement]:
    """Medians decide; the 99th centiles are told."""
    much, turns = (20_000, 5) if quick else (100_000, 25)
    empty_s: list[float] = []
    full_s: list[float] = []
    with (
        tempfile.TemporaryDirectory() as name,
        bench_window(Path(name) / "empty", filled=_LITTLE) as empty,
        bench_window(Path(name) / "full", filled=much) as full,
    ):
        empty.step_back()
        full.step_back()
        for _ in range(turns):
            empty_s += _scans(empty)
            full_s += _scans(full)
    floor, ours = median(empty_s), median(full_s)
    return [
        Measurement(
            f"a scan with {much:,} in the batch, p50",
            f"with {_LITTLE}, {ms(floor)} (p99 {ms(percentile(empty_s, 99))})",
            f"{ms(ours)} (p99 {ms(percentile(full_s, 99))})",
            ours / floor,
            1.2,
        )
    ]


def _scans(window: BenchWindow) -> list[float]:
    window.come_forward()
    try:
        return [window.scan().window_s for _ in range(_IN_A_ROW)]
    finally:
        window.step_back()
