"""From the start of the program to a window that takes scans, beside a bare PySide6 window; whole processes, in turn.

From the parent's spawn of the process to the line the child prints when the event loop came round after its window's first
paint. Within it: interpreter, imports, Qt, data folder with its database and settings, every page, focus, key capture.
Not within it: what begins after that (sound, the sync's thread, the practice service).
"""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.measuring import Measurement, median
from tests.benchmarks.programs import programs
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.catalogue import Customer
from ztdesk.paths import DataFolder
from ztdesk.services import opened


def measure(*, quick: bool) -> list[Measurement]:
    """Medians of several starts of each, on a folder in which an open batch waits."""
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as name, programs() as run:
        folder = DataFolder(Path(name))
        with opened(folder) as services:
            services.catalogue.keep_customers([Customer("1700000042", "ACME Logistics GmbH")], time.time())
            services.desk.open(BatchDraft("1700000042", "ACME Logistics GmbH"))
        bare = ["-m", "tests.benchmarks.bare_window"]
        ours = ["-m", "tests.benchmarks.start_window", "--data-dir", name]
        for turn in range(4 if quick else 8):
            bare_took_s = run.timed_to_line(bare, "READY")
            ours_took_s = run.timed_to_line(ours, "READY")
            if turn:  # the first keeps the bytecode
                bare_s.append(bare_took_s)
                ours_s.append(ours_took_s)
    floor, ours_median = median(bare_s), median(ours_s)
    return [
        Measurement(
            "start to a window that takes scans",
            f"bare PySide6 window, {floor:.2f} s",
            f"{ours_median:.2f} s",
            ours_median / floor,
            2,
        )
    ]
