"""From the last key of a scan to its colour: 99 of 100 within one frame of the display.

From just before the window's handle gets the key press of the suffix, stamped by the window system, until the verdict
panel was painted into the window and the window's surface flushed. Within it: event filter, framing, reading the code,
the duplicates' look-up, row and journal entry committed with `synchronous=FULL` on this disk, the list's new row, the
panel's paint. The second figure ends later, when the event loop came round after the list was painted too. Not within it:
the scanner, the keyboard's driver, the sound and the screen; the painting is Qt's raster engine without a screen.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bench_window import ScanTiming, bench_window
from tests.benchmarks.measuring import Measurement, median, ms, percentile
from tests.practice_service import ChildPractice
from ztdesk.practice.records import PARTNER_ID
from ztdesk.settings import Settings

_FRAME_S = 1 / 60
_BATCH = 10_000


def measure(*, quick: bool) -> list[Measurement]:
    """Scans into a quiet window, then into one that claims other batches meanwhile."""
    count = 200 if quick else 2000
    with tempfile.TemporaryDirectory() as name, bench_window(Path(name)) as window:
        quiet = [window.scan() for _ in range(count)]
    return [*_rows(f"last key to colour, p99 of {count:,}", quiet), *_while_claiming(count)]


def _while_claiming(count: int) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tempo = ("--pending", "0", "--devices-per-second", "100000", "--finishing", "0")
        practice = ChildPractice(folder / "service", *tempo)
        try:
            settings = Settings(
                partner_id=PARTNER_ID,
                service_account_file=str(practice.key_file),
                api_endpoint=practice.url,
                poll_shortest_s=0.5,
            )
            with bench_window(folder / "data", settings=settings, first=2_000_000) as window:
                timings: list[ScanTiming] = []
                while len(timings) < count:
                    if not window.desktop.services.batches.running():
                        window.queue_another(_BATCH)
                    timings += [window.scan() for _ in range(min(20, count - len(timings)))]
        finally:
            practice.stop()
    return _rows(f"the same while {_BATCH:,} devices a batch are claimed", timings)


def _rows(what: str, timings: Sequence[ScanTiming]) -> list[Measurement]:
    rows: list[Measurement] = []
    for until, taken_s in (
        ("", [one.verdict_s for one in timings]),
        (", list too", [one.window_s for one in timings]),
    ):
        p99 = percentile(taken_s, 99)
        ours = f"{ms(p99)} (p50 {ms(median(taken_s))}, worst {ms(max(taken_s))})"
        rows.append(Measurement(what + until, f"one frame, {ms(_FRAME_S)}", ours, p99 / _FRAME_S, 1))
    return rows
