"""`ztdesk import` of a large portal file, beside the csv module and one executemany; whole processes, in turn."""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median
from tests.benchmarks.programs import programs
from ztdesk.domain.catalogue import Customer
from ztdesk.paths import DataFolder
from ztdesk.services import opened

_CUSTOMER = "1700000042"


def measure(*, quick: bool) -> list[Measurement]:
    """Medians of several runs of each."""
    rows, runs = (20_000, 3) if quick else (100_000, 5)
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as name, programs() as run:
        folder = Path(name)
        file = folder / "devices.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            out.write("modemtype,modemid,serial,model,manufacturer,profiletype,owner\r\n")
            out.writelines(f"IMEI,{imei},,,,ZERO_TOUCH,{_CUSTOMER}\r\n" for imei in range_imeis(rows))
        for turn in range(runs + 1):
            data = folder / f"data{turn}"
            with opened(DataFolder(data)) as services:
                services.catalogue.keep_customers([Customer(_CUSTOMER, "ACME Logistics GmbH")], time.time())
            bare_took_s = run.timed(["-m", "tests.benchmarks.bare_import", str(file), str(folder / f"bare{turn}.db")])
            ours_took_s = run.timed(
                ["-m", "ztdesk", "--data-dir", str(data), "import", str(file), "--customer", _CUSTOMER]
            )
            if turn:  # the first keeps the bytecode
                bare_s.append(bare_took_s)
                ours_s.append(ours_took_s)
    floor, ours = median(bare_s), median(ours_s)
    return [
        Measurement(f"import of {rows:,} rows", f"csv + executemany, {floor:.2f} s", f"{ours:.2f} s", ours / floor, 3)
    ]
