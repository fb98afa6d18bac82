"""Reads the command, runs it, and turns what goes wrong into one sentence and an exit status.

0 all well, 1 done but some devices failed, 2 wrong usage, 3 could not finish.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import NoReturn

from ztdesk import __version__
from ztdesk.cli import window
from ztdesk.cli.parsing import Commands
from ztdesk.domain.errors import Refused, UsageError, ZtdeskError
from ztdesk.logbook import logged
from ztdesk.paths import DataFolder, data_folder

_log = logging.getLogger(__name__)


class ExitStatus(IntEnum):
    """What the command line answers its caller."""

    WELL = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    NOT_FINISHED = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; without one, open the window. Answers the exit status and never lets a traceback out."""
    _speak_utf8()
    arguments = _read(sys.argv[1:] if argv is None else argv)
    folder = data_folder(arguments.data_dir)
    try:
        status: int = arguments.run(arguments, folder)
        # Here, where it can be said, rather than at the interpreter's end.
        _flush()
    except ZtdeskError as error:
        _complain(f"{error.title.english()}: {error.hint.english()}")
        wrong = isinstance(error, UsageError | Refused)
        return ExitStatus.WRONG_USAGE if wrong else ExitStatus.NOT_FINISHED
    except KeyboardInterrupt:
        _complain("Stopped. Everything is kept; the same command goes on where it was.")
        return ExitStatus.NOT_FINISHED
    except BrokenPipeError:
        # Who read the output has gone, as `| head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.NOT_FINISHED
    except Exception as error:  # noqa: BLE001 - a bug: its traceback belongs into the log
        _complain(_told_bug(folder, error))
        return ExitStatus.NOT_FINISHED
    return status


def _read(argv: Sequence[str]) -> argparse.Namespace:
    parser = _parser(_command(argv))
    arguments, rest = parser.parse_known_args(argv)
    if rest and not arguments.takes_rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    arguments.rest = rest
    if arguments.practice and arguments.run is not window.run:
        # It would work on the real data, which is not what was meant.
        parser.error("--practice opens a window and goes with no command")
    return arguments


class _Parser(argparse.ArgumentParser):
    """One that says in one sentence what it cannot read."""

    def error(self, message: str) -> NoReturn:
        _complain(f"{message}. See {self.prog} --help.")
        sys.exit(ExitStatus.WRONG_USAGE)


def _command(argv: Sequence[str]) -> str | None:
    """The word that names the command, empty when there is none; None when there is more to tell than one command's."""
    words = iter(argv)
    for word in words:
        if word == "--data-dir":
            next(words, None)
        elif not word.startswith("-"):
            return word
        elif word != "--practice" and not word.startswith("--data-dir="):
            return None
    return ""


def _parser(command: str | None) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="ztdesk",
        description="Scan phones and claim them for a customer in Android zero-touch enrolment.",
        epilog="Exit status: 0 all well, 1 done but some devices failed, 2 wrong usage, 3 could not finish.",
    )
    parser.add_argument("--version", action="version", version=f"ztdesk {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help="the folder that holds everything (also ZTDESK_DATA_DIR)")
    parser.add_argument("--practice", action="store_true", help="open the window on a practice service of its own")
    parser.set_defaults(run=window.run, takes_rest=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add(commands, command)
    return parser


def _add(commands: Commands, command: str | None) -> None:
    """Add the one command that was named, or all of them to tell of; none where the window is wanted."""
    if command == "":
        return
    adders = {
        "setup": _add_setup,
        "import": _add_import,
        "sync": _add_sync,
        "batches": _add_listing,
        "label": _add_label,
        "doctor": _add_doctor,
        "practice-server": _add_practice,
    }
    named = {"items": "batches", "journal": "batches"}.get(command or "", command)
    if named in adders:
        adders[named](commands)
    else:
        for add in adders.values():
            add(commands)


def _add_setup(commands: Commands) -> None:
    from ztdesk.cli import setup  # late: each command loads what it needs itself

    setup.add_to(commands)


def _add_import(commands: Commands) -> None:
    from ztdesk.cli import import_file  # late: each command loads what it needs itself

    import_file.add_to(commands)


def _add_sync(commands: Commands) -> None:
    from ztdesk.cli import sync  # late: each command loads what it needs itself

    sync.add_to(commands)


def _add_listing(commands: Commands) -> None:
    from ztdesk.cli import listing  # late: each command loads what it needs itself

    listing.add_to(commands)


def _add_label(commands: Commands) -> None:
    from ztdesk.cli import label  # late: each command loads what it needs itself

    label.add_to(commands)


def _add_doctor(commands: Commands) -> None:
    from ztdesk.cli import doctor  # late: each command loads what it needs itself

    doctor.add_to(commands)


def _add_practice(commands: Commands) -> None:
    from ztdesk.cli import practice  # late: each command loads what it needs itself

    practice.add_to(commands)


def _told_bug(folder: DataFolder, error: Exception) -> str:
    with logged(folder, "faults"):
        _log.error("a bug", exc_info=error)
    return f"A fault of this program ({type(error).__name__}). {folder.logs / 'faults.log'} says more."


def _complain(sentence: str) -> None:
    # Absent in a windowed build.
    if sys.stderr is not None:
        print(f"ztdesk: {' '.join(sentence.split())}", file=sys.stderr)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _speak_utf8() -> None:
    """Customers' names must not fail on a console or pipe of another encoding."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Absent in a windowed build.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
