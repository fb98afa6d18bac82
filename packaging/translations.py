"""Brings the translation files up to date with the texts marked in the program, or says that they are not (`--check`).

The English file is written wholly from the source and `english_plurals.toml`; nobody edits it. Refuses to know how a
text is used.

    python packaging/translations.py [--check]
"""

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from marked_texts import MarkError, Message, marked_texts

_CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = _CHECKOUT / "ztdesk"
FOLDER = _CHECKOUT / "resources" / "translations"
PLURALS = _CHECKOUT / "packaging" / "english_plurals.toml"
_NAME = "ztdesk_en"
_EITHER_NUMBER = re.compile(r"\((e?s)\)")  # device(s), batch(es)


class MissingSingularError(Exception):
    """Texts with %n whose English singular nobody wrote; one line for each, ready to be put in the table."""


def main(arguments: Sequence[str]) -> int:
    """Write or check the files. Exit status 1 when they are not current or the texts cannot be read."""
    parser = argparse.ArgumentParser(description="Bring the translation files up to date with the program.")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the files are current")
    options = parser.parse_args(arguments)
    try:
        if not options.check:
            write(FOLDER)
            return 0
        stale = out_of_date(FOLDER)
    except (MarkError, MissingSingularError) as error:
        print(error, file=sys.stderr)
        return 1
    if stale:
        print(f"Not current: {', '.join(stale)}. Run: python packaging/translations.py", file=sys.stderr)
    return 1 if stale else 0


def write(folder: Path) -> None:
    """Write the English .ts and .qm into `folder`. Raises MarkError, MissingSingularError."""
    source = english(marked_texts(PACKAGE), tomllib.loads(PLURALS.read_text(encoding="utf-8")))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{_NAME}.ts"
    target.write_text(source, encoding="utf-8", newline="\n")
    compile_messages(target, folder / f"{_NAME}.qm")


def out_of_date(folder: Path) -> tuple[str, ...]:
    """The names of the files in `folder` that differ from what the program's texts make now."""
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch))
        return tuple(
            path.name for path in sorted(Path(scratch).iterdir()) if _bytes(path) != _bytes(folder / path.name)
        )


def english(messages: Iterable[Message], singulars: Mapping[str, str]) -> str:
    """The .ts file of English: both forms of every plural; other texts are their own translation and stay open."""
    lacking = sorted({m.source for m in messages if m.plural and not _forms(m, singulars)})
    if lacking:
        lines = "\n".join(f'"{source}" = "{source}"' for source in lacking)
        raise MissingSingularError(f"Put the singular of these texts into packaging/english_plurals.toml:\n{lines}")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="en" sourcelanguage="en">'
    parts = [head]
    for context, group in groupby(sorted(messages), key=lambda message: message.context):
        parts += ["<context>", f"    <name>{escape(context)}</name>"]
        for message in group:
            parts += _message(message, _forms(message, singulars))
        parts.append("</context>")
    return "\n".join((*parts, "</TS>", ""))


def compile_messages(source: Path, target: Path) -> None:
    """Compile a .ts into the .qm that Qt loads, with PySide's lrelease. Raises subprocess.CalledProcessError."""
    command = [str(linguist_tool("lrelease")), "-silent", "-nounfinished", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def linguist_tool(name: str) -> Path:
    """The path of one of Qt's translation tools, which PySide6 brings along."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed here: run python packaging/bootstrap.py checks once.")
    return Path(spec.origin).parent / (f"{name}.exe" if os.name == "nt" else name)


def _message(message: Message, forms: tuple[str, ...]) -> list[str]:
    lines = ['    <message numerus="yes">' if message.plural else "    <message>"]
    lines.append(f"        <source>{escape(message.source)}</source>")
    if message.comment:
        lines.append(f"        <comment>{escape(message.comment)}</comment>")
    if forms:
        lines.append("        <translation>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
        lines.append("        </translation>")
    else:
        lines.append('        <translation type="unfinished"></translation>')
    return [*lines, "    </message>"]


def _forms(message: Message, singulars: Mapping[str, str]) -> tuple[str, ...]:
    """English for one and for many; empty where there is no plural or its singular is not known."""
    if not message.plural:
        return ()
    if message.one:
        return message.one, message.source
    if _EITHER_NUMBER.search(message.source):
        return _EITHER_NUMBER.sub("", message.source), _EITHER_NUMBER.sub(r"\1", message.source)
    one = singulars.get(message.source)
    return () if one is None else (one, message.source)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
