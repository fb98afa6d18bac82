"""A station in a process of its own for journeys: what it confirmed, what it is told, and that it ends."""

import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 60.0


class StationChild:
    """`tests.journeys.station_driver` as a child process; killed at the end of a block if it still runs."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.station_driver", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.said: list[str] = []
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    @property
    def confirmed(self) -> list[str]:
        """The codes that were given the verdict ADDED, in order."""
        return [line.removeprefix("confirmed ") for line in list(self.said) if line.startswith("confirmed ")]

    def has_confirmed(self) -> bool:
        """Whether it takes scans by now."""
        return bool(self.confirmed)

    def tell(self, *lines: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        self.process.kill()
        self.process.wait(PATIENCE_S)
        self._reading.join(PATIENCE_S)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def __enter__(self) -> "StationChild":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.kill()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):  # half a line was never said
                self.said.append(line.strip())
