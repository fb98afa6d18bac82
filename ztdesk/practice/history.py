"""The file that keeps the practice world: how it was seeded, then everything that was asked of it, one JSON a line.

Appending is all that happens while practising, whatever the size of the world; a restart seeds and asks again. Knows
nothing of what the lines mean.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

_FORMAT = 1


class HistoryUnreadable(Exception):
    """The file is damaged or of another program version: one sentence saying so."""


@dataclass(frozen=True, slots=True)
class Seed:
    """What the world was made of: this many customers and devices beyond the usual ones."""

    customers: int = 0
    devices: int = 0


class History:
    """One world's file. Open it with `load` or `begin`, then `append`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def exists(self) -> bool:
        """Whether there is a world to go on with."""
        return self._path.exists()

    def seed(self) -> Seed:
        """What the kept world was made of. Raises HistoryUnreadable, OSError."""
        with self._path.open("rb") as file:
            header = self._parsed(file.readline())
        if header.get("format") != _FORMAT:
            raise HistoryUnreadable(f"{self._path.name} is of format {header.get('format')}, not {_FORMAT}.")
        return Seed(int(header["customers"]), int(header["devices"]))

    def begin(self, seed: Seed) -> None:
        """Start a new world's file in place of any other. Raises OSError."""
        self.close()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(_line({"format": _FORMAT, **asdict(seed)}))
        fresh.replace(self._path)
        self._file = self._path.open("ab")

    def load(self) -> Iterator[dict[str, Any]]:
        """What was asked so far, in order; then the file is ready for more. A last line cut short is dropped."""
        whole = 0
        with self._path.open("rb") as file:
            for number, line in enumerate(file):
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
                if number:
                    yield self._parsed(line)
        self._file = self._path.open("r+b")
        self._file.truncate(whole)
        self._file.seek(whole)

    def append(self, event: dict[str, Any]) -> None:
        """Keep one more thing that was asked. Handed to the system before this returns. Raises OSError."""
        if self._file is None:
            raise ValueError("the history is closed")
        self._file.write(_line(event))
        self._file.flush()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _parsed(self, line: bytes) -> dict[str, Any]:
        try:
            event = json.loads(line)
        except ValueError:
            event = None
        if not isinstance(event, dict):
            raise HistoryUnreadable(f"{self._path.name} is damaged.")
        return event


def _line(event: dict[str, Any]) -> bytes:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
