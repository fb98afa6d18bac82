"""A hundred scans a second from two scanners for a minute: none lost, none doubled, and the panel keeps up.

Two pseudo-terminals stand for the scanners' serial ports; a thread writes an IMEI to each in turn, fifty times a second.
A scan counts from the moment its bytes were written until its verdict was painted. Where there are no pseudo-terminals
nothing is measured.
"""

import itertools
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject

from tests.benchmarks.bench_window import BenchWindow, bench_window, wait_until
from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median, ms, percentile
from tests.pseudo_scanner import PseudoScanner
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.settings import Settings

_A_SECOND = 100
_AT_ONCE_S = 0.1
"""What a person takes for at once (Card, Moran and Newell, "The Psychology of Human-Computer Interaction", 1983)."""


class _Answers(QObject):
    """When each verdict was painted, by the number that was scanned."""

    def __init__(self, window: BenchWindow) -> None:
        super().__init__()
        self.painted_at: dict[str, float] = {}
        self.count = 0
        window.desktop.scan_page.verdict_given.connect(self._on_verdict_given)

    def _on_verdict_given(self, verdict: Verdict) -> None:
        assert verdict.kind is VerdictKind.ADDED, f"{verdict.code}: {verdict.title}"
        self.painted_at[verdict.code.replace("-", "")] = time.perf_counter()
        self.count += 1


def measure(*, quick: bool) -> list[Measurement]:
    """One minute, or in small five seconds."""
    if sys.platform == "win32":
        return []
    seconds = 5 if quick else 60
    codes = list(range_imeis(seconds * _A_SECOND, 5_000_000))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scanners = [PseudoScanner(folder / f"ttyACM{number}") for number in range(2)]
        settings = Settings(serial_ports=tuple(scanner.device for scanner in scanners), suffix="cr")
        try:
            with bench_window(folder / "data", settings=settings) as window:
                answers = _Answers(window)
                wait_until(lambda: window.desktop.scan_desk.has_serial)
                sent_at = _flood(scanners, codes, answers)
                window.count += answers.count
                items = window.desktop.services.items.of_batch(window.batch_id)
        finally:
            for scanner in scanners:
                scanner.unplug()
    assert Counter(item.identifier.imei for item in items) == Counter(codes), "scans were lost or doubled"
    taken_s = [answers.painted_at[code] - sent_at[code] for code in codes]
    p99 = percentile(taken_s, 99)
    ours = f"{ms(p99)} (p50 {ms(median(taken_s))}, worst {ms(max(taken_s))})"
    what = f"{_A_SECOND} scans a second from two scanners for {seconds} s, sent to painted, p99; none lost or doubled"
    return [Measurement(what, f"at once, {ms(_AT_ONCE_S)}", ours, p99 / _AT_ONCE_S, 1)]


def _flood(scanners: list[PseudoScanner], codes: list[str], answers: _Answers) -> dict[str, float]:
    sent_at: dict[str, float] = {}
    began, clock = time.perf_counter(), threading.Event()

    def send() -> None:
        for number, (code, scanner) in enumerate(zip(codes, itertools.cycle(scanners), strict=False)):
            clock.wait(max(0.0, began + number / _A_SECOND - time.perf_counter()))
            sent_at[code] = time.perf_counter()
            scanner.send(f"{code}\r".encode("ascii"))

    sender = threading.Thread(target=send)
    sender.start()
    try:
        wait_until(lambda: answers.count >= len(codes) and not sender.is_alive())
    finally:
        sender.join()
    return sent_at
