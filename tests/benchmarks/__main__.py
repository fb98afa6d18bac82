"""Runs the benchmarks and prints their table: `python -m tests.benchmarks [--quick] [NAME ...]`.

A missed target is said, and is no failure: the exit status is 1 only when a benchmark could not run.
"""

import argparse
import os
import sys
import traceback

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import blocking, claiming, filling, flood, importing, inserting, labels, scanning, starting
from tests.benchmarks.measuring import Measurement, table

_BENCHMARKS = {
    "scanning": scanning.measure,
    "filling": filling.measure,
    "starting": starting.measure,
    "blocking": blocking.measure,
    "labels": labels.measure,
    "flood": flood.measure,
    "inserting": inserting.measure,
    "importing": importing.measure,
    "claiming": claiming.measure,
}


def main() -> int:
    """Run those asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure against the floors.")
    parser.add_argument("--quick", action="store_true", help="everything in small, within about a minute")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(_BENCHMARKS)}")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(_BENCHMARKS)
    if unknown:
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    measured: list[Measurement] = []
    broken: list[str] = []
    for name in arguments.names or _BENCHMARKS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            measured += _BENCHMARKS[name](quick=arguments.quick)
        except Exception:  # noqa: BLE001 - the others are still worth their run
            traceback.print_exc()
            broken.append(name)
    print(table(measured))
    missed = [one.what for one in measured if not one.is_met]
    for what in missed:
        print(f"Missed its target: {what}.")
    for name in broken:
        print(f"Could not run: {name}.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
