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
from ztdesk.cli import doctor, import_file, label, listing, practice, setup, sync, window
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
    parser = _parser()
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


def _parser() -> argparse.ArgumentParser:
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
    for module in (setup, import_file, sync, listing, label, doctor):
        module.add_to(commands)
    practice.add_to(commands)
    return parser


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
