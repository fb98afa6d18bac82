"""Claiming many devices to the end, beside a bare `requests` script against the same practice service."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median
from tests.practice_service import ChildPractice

_CUSTOMER = "1700000042"
_ROOT = Path(__file__).resolve().parents[2]


def measure(*, quick: bool) -> list[Measurement]:
    """Whole processes in turn, other devices each time."""
    count, runs = (2000, 1) if quick else (10_000, 3)
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tempo = ("--pending", "0.2", "--devices-per-second", "400", "--finishing", "0.2")
        practice = ChildPractice(folder / "service", *tempo)
        try:
            for run in range(runs):
                bare_s.append(_bare(practice, folder, _imei_file(folder, f"bare{run}", count, 2 * run * count)))
                ours_s.append(
                    _ours(practice, folder / f"data{run}", _imei_file(folder, "ours", count, (2 * run + 1) * count))
                )
        finally:
            practice.stop()
    floor, ours = median(bare_s), median(ours_s)
    return [
        Measurement(
            f"claim {count:,} devices to the end", f"bare requests, {floor:.2f} s", f"{ours:.2f} s", ours / floor, 1.15
        )
    ]


def _imei_file(folder: Path, name: str, count: int, first: int) -> Path:
    file = folder / f"{name}.txt"
    # Far from the devices of the starting world.
    file.write_text("\n".join(range_imeis(count, 5_000_000 + first)), encoding="utf-8")
    return file


def _bare(practice: ChildPractice, folder: Path, file: Path) -> float:
    arguments = [practice.url, str(practice.key_file), str(file), _CUSTOMER]
    return _timed(["-m", "tests.benchmarks.bare_claim", *arguments], folder)


def _ours(practice: ChildPractice, data: Path, file: Path) -> float:
    ztdesk = ["-m", "ztdesk", "--data-dir", str(data)]
    account = ["--partner-id", "1100000001", "--service-account", str(practice.key_file)]
    _timed([*ztdesk, "setup", *account, "--api-endpoint", practice.url], data.parent)
    _timed([*ztdesk, "import", str(file), "--customer", _CUSTOMER, "--queue"], data.parent)
    return _timed([*ztdesk, "sync", "--until-idle"], data.parent)


def _timed(arguments: list[str], folder: Path) -> float:
    began = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    subprocess.run([sys.executable, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began
