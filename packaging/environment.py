"""The checkout's own Python environment: made once, filled with pinned packages, left alone while nothing changed.

Refuses to know what is run in it. Only the standard library is needed here.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import debian

CHECKOUT = Path(__file__).resolve().parent.parent
_CONSTRAINTS = CHECKOUT / "packaging" / "constraints.txt"
_BUILD_TOOLS = ("pip", "hatchling", "editables")


class SetUpError(Exception):
    """Setting up did not work; its text is one sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in `folder`."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """What the environment was last filled from, as JSON: `{"key": hash, "extras": [names]}`."""
        return self.folder / "ztdesk-stamp.json"

    def prepare(self, extras: Sequence[str]) -> None:
        """Make and fill the environment where it is not current. Raises SetUpError."""
        key = fingerprint()
        if self._is_current(key, extras):
            return
        if not self._works():
            self._make()
        self._fill(extras)
        self.stamp.write_text(json.dumps({"key": key, "extras": list(extras)}), encoding="utf-8")

    def run(self, arguments: Sequence[str], *, folder: Path | None = CHECKOUT, **variables: str) -> int:
        """Run this environment's Python with `arguments` in `folder` (None: where we are) and give its exit status."""
        command = [str(self.python), *arguments]
        return subprocess.run(command, cwd=folder, env={**_clean_environ(), **variables}, check=False).returncode

    def _is_current(self, key: str, extras: Sequence[str]) -> bool:
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return self.python.exists() and stamp["key"] == key and set(extras) <= set(stamp["extras"])

    def _works(self) -> bool:
        """Whether there is an environment of this Python's version with pip in it."""
        if not self.python.exists():
            return False
        probe = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
        try:
            return self.run(["-c", probe]) == 0
        except OSError:
            return False

    def _make(self) -> None:
        print(f"Making the environment {self.folder} ...", flush=True)
        version = ".".join(map(str, sys.version_info[:2]))
        if importlib.util.find_spec("ensurepip") is None and not debian.install([f"python{version}-venv"]):
            raise SetUpError(
                f"This Python comes without ensurepip, so it cannot make an environment: install it first "
                f"(on Debian and Ubuntu: sudo apt-get install python{version}-venv) and start again."
            )
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(self.folder)],
            env=_clean_environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if made.returncode:
            raise SetUpError(f"The environment {self.folder} could not be made: {_last_line(made.stdout)}")

    def _fill(self, extras: Sequence[str]) -> None:
        print("Installing what ztdesk needs (the first time some minutes and about 1 GB on disk) ...", flush=True)
        wanted = f"{CHECKOUT}[{','.join(extras)}]" if extras else str(CHECKOUT)
        self._pip(*_BUILD_TOOLS)
        # The build tools above are pinned like everything else; an isolated build would fetch its own.
        self._pip("--no-build-isolation", "--editable", wanted)

    def _pip(self, *arguments: str) -> None:
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--progress-bar", "off"]
        if self.run([*install, "--constraint", str(_CONSTRAINTS), *arguments]):
            raise SetUpError("pip could not install what ztdesk needs: see its message above, and start again.")


def fingerprint() -> str:
    """A hash over all that decides what is installed: the project file, the pinned versions, and this Python."""
    digest = hashlib.sha256(f"{sys.version}|{sys.platform}|{CHECKOUT}".encode())
    for path in (CHECKOUT / "pyproject.toml", _CONSTRAINTS):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _clean_environ() -> dict[str, str]:
    """Our environment without what would let another Python's packages shine through."""
    foreign = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if name not in foreign}


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
