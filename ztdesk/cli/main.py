"""Reads the command, runs it, and turns what goes wrong into one sentence and an exit status.

0 all well, 1 done but some devices failed, 2 wrong usage, 3 could not finish.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from enum import IntEnum

from ztdesk import __version__
from ztdesk.cli import doctor, import_file, label, listing, practice, setup, sync, window
from ztdesk.domain.errors import Refused, UsageError, ZtdeskError
from ztdesk.paths import data_folder


class ExitStatus(IntEnum):
    """What the command line answers its caller."""

    WELL = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    NOT_FINISHED = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; without one, open the window. Answers the exit status and never lets a traceback out."""
    arguments_given = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    if arguments_given[:1] == ["practice-server"]:
        return practice.run(arguments_given[1:])
    arguments = _parser().parse_args(arguments_given)
    try:
        status: int = arguments.run(arguments, data_folder(arguments.data_dir))
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
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ztdesk",
        description="Scan phones and claim them for a customer in Android zero-touch enrolment.",
        epilog="Exit status: 0 all well, 1 done but some devices failed, 2 wrong usage, 3 could not finish.",
    )
    parser.add_argument("--version", action="version", version=f"ztdesk {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help="the folder that holds everything (also ZTDESK_DATA_DIR)")
    parser.add_argument("--practice", action="store_true", help="open the window on a practice service of its own")
    parser.set_defaults(run=window.run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (setup, import_file, sync, listing, label, doctor):
        module.add_to(commands)
    practice.add_to(commands)
    return parser


def _complain(sentence: str) -> None:
    print(f"ztdesk: {' '.join(sentence.split())}", file=sys.stderr)


def _speak_utf8() -> None:
    """Customers' names must not fail on a console or pipe of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        # Absent in a windowed build.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
