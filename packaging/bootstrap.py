"""Sets up all that ztdesk needs in a fresh checkout, then does one thing: open it in practice mode, test or check it.

Runs on a bare Python 3.11 or newer, on Windows, Linux and macOS, from any folder, and refuses to know what ztdesk does.

    python3 packaging/bootstrap.py practice [options of ztdesk]
    python3 packaging/bootstrap.py tests [options of pytest]
    python3 packaging/bootstrap.py checks
    python3 packaging/bootstrap.py benchmarks [options of the benchmarks]
"""

import os
import subprocess
import sys

# First of all, and in words every Python 3 understands: what follows is beyond older ones.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        f"ztdesk needs Python 3.11 or newer and this is Python {sys.version_info[0]}.{sys.version_info[1]}: "
        "install a newer one and call it by its name, for example python3.11"
    )

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import debian
from environment import CHECKOUT, Environment, SetUpError

sys.path.insert(0, str(CHECKOUT))
from ztdesk import system_libraries  # pure Python: nothing needs to be installed for it


@dataclass(frozen=True, slots=True)
class Command:
    """What one word on the command line needs and does: `run(environment, arguments)` gives the exit status."""

    extras: tuple[str, ...]
    run: Callable[[Environment, Sequence[str]], int]


def main(arguments: Sequence[str]) -> int:
    """Set up, then run the named command. The exit status is the command's; 1 when setting up failed, 2 on misuse."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    command = COMMANDS[arguments[0]]
    environment = Environment(CHECKOUT / ".venv")
    try:
        environment.prepare(command.extras)
        return command.run(environment, arguments[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _practice(environment: Environment, arguments: Sequence[str]) -> int:
    if sys.platform == "linux":
        platforms = system_libraries.platforms(os.environ)
        if platforms and not any(system_libraries.missing(platform) == () for platform in platforms):
            _provide_libraries(platforms[0])
        obstacle = system_libraries.obstacle()
        if obstacle is not None:
            raise SetUpError(str(obstacle))
    # The caller's folder stays current: a relative --data-dir means what it says.
    return environment.run(["-P", "-m", "ztdesk", "--practice", *arguments], folder=None)


def _tests(environment: Environment, arguments: Sequence[str]) -> int:
    if sys.platform == "linux":
        _provide_libraries("offscreen")
        _provide_virtual_screen()
    return environment.run(["-m", "pytest", *arguments], QT_QPA_PLATFORM="offscreen")


def _checks(environment: Environment, arguments: Sequence[str]) -> int:
    tools = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy", *arguments])
    return max([environment.run(["-m", *tool]) for tool in tools])


def _benchmarks(environment: Environment, arguments: Sequence[str]) -> int:
    if sys.platform == "linux":
        _provide_libraries("offscreen")
    return environment.run(["-m", "tests.benchmarks", "--quick", *arguments], QT_QPA_PLATFORM="offscreen")


def _provide_libraries(platform: str) -> None:
    """Install what Qt needs of the system where we may, else say what is missing. Raises SetUpError."""
    lacking = system_libraries.missing(platform)
    if not lacking:
        return
    debian.install(sorted({library.debian for library in lacking}))
    still = system_libraries.missing(platform)
    if still:
        raise SetUpError(str(system_libraries.sentence(still)))


def _provide_virtual_screen() -> None:
    """A screen in memory for the journeys that press real keys. They are skipped where it cannot be had."""
    wanted = debian.programs_lacking({"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox"})
    libraries = {library.debian for library in system_libraries.missing("xcb")}
    if (wanted or libraries) and not debian.install([*wanted, *sorted(libraries)]):
        print("Without Xvfb, xdotool and openbox the journeys on a virtual screen are skipped.", flush=True)


COMMANDS = {
    "practice": Command((), _practice),
    "tests": Command(("dev",), _tests),
    "checks": Command(("dev",), _checks),
    "benchmarks": Command(("dev",), _benchmarks),
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.SubprocessError as failure:
        sys.exit(str(failure))
