"""`ztdesk label`: what a barcode's text is, as JSON lines."""

import argparse
import codecs
import json
import re
import sys
from collections.abc import Iterator

from ztdesk.cli.parsing import Commands
from ztdesk.domain.commands import decode
from ztdesk.domain.errors import ScanRejected
from ztdesk.domain.label import Kind, Reading, read_label
from ztdesk.paths import DataFolder

# Python's escapes (language reference, "String literals"); a backslash before anything else stands for itself.
_ESCAPE = re.compile(
    r"""\\(?:[\\'"abfnrtv]|[0-3]?[0-7]{1,2}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[A-Z0-9 -]+\})"""
)


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("label", help="say what a barcode's text is, as JSON lines")
    parser.add_argument(
        "text",
        nargs="+",
        help="one payload each; - reads one a line, with Python's backslash escapes for control characters",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, _folder: DataFolder) -> int:
    """Print a line of JSON a payload."""
    payloads = _from_stdin() if arguments.text == ["-"] else iter(arguments.text)
    for payload in payloads:
        readings = [_to_json(reading) for reading in read_label(payload)]
        print(json.dumps({"payload": payload, "readings": readings}, ensure_ascii=False))
    return 0


def _to_json(reading: Reading) -> dict[str, object]:
    refusal = _refusal(reading)
    return {
        "kind": reading.kind.value,
        "value": reading.value,
        "slot": reading.slot,
        "rule": refusal or reading.rule.value,
        "certain": reading.certain and not refusal,
    }


def _refusal(reading: Reading) -> str:
    """Why a command would not be obeyed; empty where it would be, and for whatever is none."""
    if reading.kind is not Kind.COMMAND:
        return ""
    try:
        decode(reading.value)
    except ScanRejected as error:
        return f"begins like a command of this program, but is refused: {error.title.english()}. {error.hint.english()}"
    return ""


def _from_stdin() -> Iterator[str]:
    for line in sys.stdin:
        yield _unescaped(line.rstrip("\r\n"))


def _unescaped(line: str) -> str:
    return _ESCAPE.sub(_meant, line)


def _meant(escape: re.Match[str]) -> str:
    try:
        return codecs.decode(escape[0].encode("ascii"), "unicode_escape")
    except UnicodeDecodeError:
        return escape[0]
