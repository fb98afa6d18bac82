"""Runs whole programs for the benchmarks as they run where they are installed: with their bytecode kept.

Knows nothing of what the programs do.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Programs:
    """Programs of this checkout that share one set of kept bytecode."""

    environment: Mapping[str, str]

    def timed(self, arguments: Sequence[str], folder: Path = ROOT) -> float:
        """How long `python ARGUMENTS` takes from its start to its end, in seconds. Raises CalledProcessError."""
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, env=self.environment
        )
        return time.perf_counter() - began

    def timed_to_line(self, arguments: Sequence[str], line: str) -> float:
        """How long `python ARGUMENTS` takes from its start until it prints `line`; it has to end by itself then.

        Raises RuntimeError when it ends without.
        """
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, env=self.environment, encoding="utf-8"
        ) as child:
            assert child.stdout is not None
            for said in child.stdout:
                if said.strip() == line:
                    took_s = time.perf_counter() - began
                    break
            else:
                raise RuntimeError(f"{arguments} never said {line}")
            child.communicate(timeout=60)
        if child.returncode != 0:
            raise RuntimeError(f"{arguments} ended with status {child.returncode}")
        return took_s


@contextmanager
def programs() -> Iterator[Programs]:
    """A place for bytecode of its own, which leaves the checkout clean; run each program once before it is timed."""
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield Programs(
            {
                **environment,
                "PYTHONPATH": str(ROOT),
                "PYTHONPYCACHEPREFIX": bytecode,
                "QT_QPA_PLATFORM": "offscreen",
            }
        )
