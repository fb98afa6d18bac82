"""The longest time the window could not answer while thousands of devices were claimed in it.

A timer of the window's thread that is due every millisecond tells: the longest time between two of its calls, from the
queueing of the batch until the page of batches, with this batch shown, says that every device is claimed. The window may
not be blocked for more than 50 ms; the sync's thread, the practice service (a process of its own) and whatever else runs
here share the machine with it.
"""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from tests.benchmarks.bench_window import bench_window, pause, wait_until
from tests.benchmarks.measuring import Measurement, ms, percentile
from tests.practice_service import ChildPractice
from ztdesk.practice.records import PARTNER_ID
from ztdesk.settings import Settings

_MOST_S = 0.05
_START_MS = 1500


def measure(*, quick: bool) -> list[Measurement]:
    """One batch, from queued to done."""
    count = 2000 if quick else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        practice = ChildPractice(
            folder / "service", "--pending", "0.2", "--devices-per-second", "400", "--finishing", "0.2"
        )
        try:
            gaps_s = _gaps(folder / "data", practice, count)
        finally:
            practice.stop()
    longest = max(gaps_s)
    ours = f"{ms(longest)} (p99.9 {ms(percentile(gaps_s, 99.9))})"
    return [
        Measurement(
            f"longest block while {count:,} devices are claimed", f"at most {ms(_MOST_S)}", ours, longest / _MOST_S, 1
        )
    ]


def _gaps(folder: Path, practice: ChildPractice, count: int) -> list[float]:
    settings = Settings(partner_id=PARTNER_ID, service_account_file=str(practice.key_file), api_endpoint=practice.url)
    with bench_window(folder, settings=settings, first=5_000_000) as window:
        desktop = window.desktop
        # Who queues thousands of devices opened the window longer ago than its start goes on: the sound, for one.
        pause(_START_MS)
        desktop.status_line.batches_wanted.emit()
        gaps = _Gaps()
        batch_id = window.queue_another(count)
        gaps.begin()
        desktop.batches_page.show_batch(batch_id)

        def is_claimed() -> bool:
            # By what the page shows: reading the file here would hold the window up by itself.
            shown = desktop.batches_page.list.summary(batch_id)
            return shown is not None and shown.counts.succeeded == count

        wait_until(is_claimed)
        gaps.stop()
    return gaps.gaps_s


class _Gaps(QObject):
    """Keeps the time between two calls of a timer."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_s: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_timeout(self) -> None:
        now = time.perf_counter()
        self.gaps_s.append(now - self._last)
        self._last = now
