"""The built program put to work: it must answer, claim five devices at its own practice service and keep a window open.

Refuses to know Qt, Google and the program's modules: it only runs commands and reads what they print.
"""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

PARTNER_ID = "1100000001"
CUSTOMER_ID = "1700000042"
DEVICES = 5
_COMMAND_TIMEOUT_S = 120
_START_TIMEOUT_S = 60
_WINDOW_STAYS_S = 10


class CheckError(Exception):
    """The built program did not do what it must; says which command and what came of it."""


@dataclass(frozen=True, slots=True)
class BuiltProgram:
    """The two faces of the program (one file where the system needs no second) and a folder for what they write."""

    command_line: Path
    window: Path
    scratch: Path

    def check(self) -> None:
        """Run all checks. Raises CheckError at the first that fails."""
        with self._practice_server() as (endpoint, key):
            account = ("--partner-id", PARTNER_ID, "--service-account", key, "--api-endpoint", endpoint)
            self._run("setup", *account)
            self._run("doctor")
            self._claim()
        self._check_window()

    def _claim(self) -> None:
        devices = self.scratch / "devices.csv"
        rows = "\n".join(practice_imei(number) for number in range(1, DEVICES + 1))
        devices.write_text(f"imei\n{rows}\n", encoding="utf-8")
        self._run("import", str(devices), "--customer", CUSTOMER_ID, "--queue")
        self._run("sync", "--until-idle", "--timeout", "60")
        printed = self._run("batches", "--json")
        try:
            claimed = [batch["counts"]["succeeded"] for batch in json.loads(printed)]
        except (ValueError, TypeError, KeyError) as error:
            raise CheckError(f"ztdesk batches --json printed something else: {printed.strip()[:200]}") from error
        if claimed != [DEVICES]:
            raise CheckError(f"one batch of {DEVICES} claimed devices was expected, not {claimed}")
        print(f"{DEVICES} devices claimed at the practice service.", flush=True)

    def _run(self, *arguments: str) -> str:
        command = [str(self.command_line), "--data-dir", str(self.scratch / "data"), *arguments]
        shown = f"ztdesk {arguments[0]}"
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                env=environ(),
                timeout=_COMMAND_TIMEOUT_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CheckError(f"{shown}: {error}") from error
        if done.returncode != 0:
            raise CheckError(f"{shown} ended with {done.returncode}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    @contextmanager
    def _practice_server(self) -> Iterator[tuple[str, str]]:
        """The practice service of the built program: its address and the path of the key it made."""
        folder = str(self.scratch / "practice")
        command = [str(self.command_line), "practice-server", "--port", "0", "--data", folder]
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environ()
        ) as server:
            try:
                yield _first_lines(server)
            finally:
                server.terminate()

    def _check_window(self) -> None:
        """Opened without a screen, the window must simply stay."""
        command = [str(self.window), "--data-dir", str(self.scratch / "window"), "--practice"]
        variables = environ() | {"QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=variables
        ) as process:
            try:
                _, said = process.communicate(timeout=_WINDOW_STAYS_S)
            except subprocess.TimeoutExpired:
                print("The window opens and stays.", flush=True)
                return
            finally:
                process.terminate()
        raise CheckError(f"the window ended by itself with {process.returncode}: {said.strip()}")


def practice_imei(number: int) -> str:
    """An IMEI of the range kept for tests, `number` in its serial part, with its Luhn check digit."""
    body = f"00101012{number:06d}"
    doubled = (int(digit) * (1 + position % 2) for position, digit in enumerate(body))
    total = sum(value // 10 + value % 10 for value in doubled)
    return f"{body}{-total % 10}"


def environ() -> dict[str, str]:
    """Our environment, with everything printed as UTF-8 whatever the console speaks."""
    return {**os.environ, "PYTHONUTF8": "1"}


def _first_lines(server: "subprocess.Popen[str]") -> tuple[str, str]:
    """The address and the key's path it prints. Raises CheckError when it ends or keeps silent instead."""
    lines: SimpleQueue[str | None] = SimpleQueue()
    stdout = server.stdout
    assert stdout is not None

    def read() -> None:
        for line in stdout:
            lines.put(line.strip())
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    try:
        address = lines.get(timeout=_START_TIMEOUT_S)
        key = None if address is None else lines.get(timeout=_START_TIMEOUT_S)
    except Empty:
        raise CheckError(f"the practice service said nothing for {_START_TIMEOUT_S} s") from None
    if address is None or key is None:
        raise CheckError(f"the practice service ended by itself with {server.wait(_START_TIMEOUT_S)}")
    return address, key
