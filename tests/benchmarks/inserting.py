"""One scan made durable, beside a bare insert and commit with the same durability on the same disk."""

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.benchmarks.imeis import range_imeis
from tests.benchmarks.measuring import Measurement, median, ms
from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.paths import DataFolder
from ztdesk.services import opened


def measure(*, quick: bool) -> list[Measurement]:
    """The two in turn, so that a noisy disk disturbs both alike."""
    count = 300 if quick else 2000
    bare_s: list[float] = []
    ours_s: list[float] = []
    with tempfile.TemporaryDirectory() as folder, opened(DataFolder(Path(folder))) as services:
        batch = services.desk.open(BatchDraft("1700000042", "ACME Logistics GmbH"))
        with closing(sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)) as bare:
            bare.execute("PRAGMA journal_mode = WAL")
            bare.execute("PRAGMA synchronous = FULL")
            bare.execute("CREATE TABLE scan (id INTEGER PRIMARY KEY, imei TEXT, at REAL)")
            for imei in range_imeis(count):
                began = time.perf_counter()
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO scan (imei, at) VALUES (?, ?)", (imei, began))
                bare.execute("COMMIT")
                bare_s.append(time.perf_counter() - began)
                new = NewItem(DeviceIdentifier(imei=imei), imei)
                began = time.perf_counter()
                services.items.add(batch.id, new, 0.0, services.author)
                ours_s.append(time.perf_counter() - began)
    floor, ours = median(bare_s), median(ours_s)
    return [Measurement("durable insert of one scan, p50", f"bare insert, {ms(floor)}", ms(ours), ours / floor, 3)]
