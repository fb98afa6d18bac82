"""`ztdesk import` of a large portal file, beside the csv module and one executemany; whole processes, in turn."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median
from ztdesk.domain.catalogue import Customer
from ztdesk.paths import DataFolder
from ztdesk.services import opened

_CUSTOMER = "1700000042"
_ROOT = Path(__file__).resolve().parents[2]


def measure(*, quick: bool) -> list[Measurement]:
    """Medians of several runs of each."""
    rows, runs = (20_000, 3) if quick else (100_000, 5)
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "devices.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            out.write("modemtype,modemid,serial,model,manufacturer,profiletype,owner\r\n")
            out.writelines(f"IMEI,{imei},,,,ZERO_TOUCH,{_CUSTOMER}\r\n" for imei in range_imeis(rows))
        for run in range(runs):
            bare_s.append(_timed(["-m", "tests.benchmarks.bare_import", str(file), str(folder / f"bare{run}.db")]))
            data = folder / f"data{run}"
            with opened(DataFolder(data)) as services:
                services.catalogue.keep_customers([Customer(_CUSTOMER, "ACME Logistics GmbH")], time.time())
            ours_s.append(
                _timed(["-m", "ztdesk", "--data-dir", str(data), "import", str(file), "--customer", _CUSTOMER])
            )
    floor, ours = median(bare_s), median(ours_s)
    return [
        Measurement(f"import of {rows:,} rows", f"csv + executemany, {floor:.2f} s", f"{ours:.2f} s", ours / floor, 3)
    ]


def _timed(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        cwd=_ROOT,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )
    return time.perf_counter() - began
