"""The floor of an import: the csv module and one executemany, committed with the same durability. Run as a program."""

import csv
import sqlite3
import sys
from contextlib import closing
from pathlib import Path


def main(file: str, database: str) -> None:
    """Read `file` and insert its columns."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, kind TEXT, imei TEXT UNIQUE, serial TEXT, model TEXT,"
            " manufacturer TEXT, profile TEXT, owner TEXT)"
        )
        with Path(file).open(encoding="utf-8-sig", newline="") as text:
            rows = csv.reader(text)
            next(rows)
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO item (kind, imei, serial, model, manufacturer, profile, owner) VALUES (?,?,?,?,?,?,?)",
                rows,
            )
            connection.execute("COMMIT")


if __name__ == "__main__":
    main(*sys.argv[1:])
