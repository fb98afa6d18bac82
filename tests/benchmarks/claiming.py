"""Claiming many devices to the end, beside a bare `requests` script against the same practice service."""

import tempfile
from pathlib import Path

from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median
from tests.benchmarks.programs import Programs, programs
from tests.practice_service import ChildPractice
from ztdesk.practice.records import PARTNER_ID

_CUSTOMER = "1700000042"


def measure(*, quick: bool) -> list[Measurement]:
    """Whole processes in turn, other devices each time."""
    count, runs = (2000, 1) if quick else (10_000, 3)
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as name, programs() as run:
        folder = Path(name)
        tempo = ("--pending", "0.2", "--devices-per-second", "400", "--finishing", "0.2")
        practice = ChildPractice(folder / "service", *tempo)
        try:
            warm = _imei_file(folder, "warm", 2, 10 * count)
            _bare(run, practice, folder, warm)  # the first keeps the bytecode
            _ours(run, practice, folder / "warm", _imei_file(folder, "warm", 2, 10 * count + 2))
            for turn in range(runs):
                bare_file = _imei_file(folder, "bare", count, 2 * turn * count)
                bare_s.append(_bare(run, practice, folder, bare_file))
                ours_file = _imei_file(folder, "ours", count, (2 * turn + 1) * count)
                ours_s.append(_ours(run, practice, folder / f"data{turn}", ours_file))
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


def _bare(run: Programs, practice: ChildPractice, folder: Path, file: Path) -> float:
    arguments = [practice.url, str(practice.key_file), str(file), _CUSTOMER]
    return run.timed(["-m", "tests.benchmarks.bare_claim", *arguments], folder)


def _ours(run: Programs, practice: ChildPractice, data: Path, file: Path) -> float:
    ztdesk = _ztdesk(data)
    account = ["--partner-id", PARTNER_ID, "--service-account", str(practice.key_file)]
    run.timed([*ztdesk, "setup", *account, "--api-endpoint", practice.url])
    run.timed([*ztdesk, "import", str(file), "--customer", _CUSTOMER, "--queue"])
    return run.timed([*ztdesk, "sync", "--until-idle"])


def _ztdesk(data: Path) -> list[str]:
    return ["-m", "ztdesk", "--data-dir", str(data)]
