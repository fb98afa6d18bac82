"""Finds every text of the program that is marked for translation, by reading its source, never running it.

Qt's own extractor is not used: it takes `page.tr(...)` for a class of its own, loses the arguments of an alias, and
passes over texts that are not literal. Here whatever cannot be found exactly is an error. Refuses to know any language.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

DOMAIN = "domain"
"""The context of texts from code without Qt."""
_MARKERS_MODULE = "ztdesk.domain.text"
_NO_TEXTS = frozenset({"domain/text.py", "ui/wording.py"})  # they define the marks and pass texts on at run time


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text: `plural` when it is asked for with a number, `one` its English singular where the source gives it."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False
    one: str = ""


class MarkError(Exception):
    """Texts that cannot be extracted; one line for each, with file and line."""


@dataclass(slots=True)
class _Found:
    messages: set[Message] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    subclasses: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def marked_texts(package: Path) -> tuple[Message, ...]:
    """Every marked text below `package`, sorted. Raises MarkError when some mark cannot be read."""
    found = _Found()
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name not in _NO_TEXTS:
            _Reader(name, found).visit(ast.parse(path.read_text(encoding="utf-8"), name))
    messages = found.messages | set(_inherited(found))
    found.errors += _two_minds(messages)
    if found.errors:
        raise MarkError("\n".join(found.errors))
    return tuple(sorted(messages))


def _inherited(found: _Found) -> Iterator[Message]:
    """Plurals again under each subclass: PySide asks for the object's own class first and takes the bare source with
    its number put in for an answer, so the base class's forms are never reached."""
    for message in found.messages:
        if message.plural:
            for name in _descendants(message.context, found.subclasses):
                yield replace(message, context=name)


def _descendants(name: str, subclasses: defaultdict[str, set[str]]) -> set[str]:
    below = set(subclasses[name])
    return below.union(*(_descendants(child, subclasses) for child in below))


def _two_minds(messages: Iterable[Message]) -> Iterator[str]:
    seen: dict[tuple[str, str, str], Message] = {}
    for message in sorted(messages):
        key = (message.context, message.source, message.comment)
        if key in seen:
            yield f"{message.context}: marked both with and without a number, or with two singulars: {message.source!r}"
        seen[key] = message


class _Reader(ast.NodeVisitor):
    """Reads one file."""

    def __init__(self, name: str, found: _Found) -> None:
        self._name = name
        self._found = found
        self._classes: list[str] = []
        self._marks: dict[str, str] = {}  # what text, counted and Text are called here

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.module == _MARKERS_MODULE:
            self._marks |= {alias.asname or alias.name: alias.name for alias in node.names}

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for base in node.bases:
            named = base.value if isinstance(base, ast.Subscript) else base
            if isinstance(named, ast.Name | ast.Attribute):
                self._found.subclasses[_last_name(named)].add(node.name)
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if _is_translate(node) or node.attr == "tr":
            self._refuse(node, f"{ast.unparse(node)} must be called where it stands, with a literal text")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "tr":
            self._read_tr(node, function)
        elif _is_translate(function) or _last_name(function) == "QT_TRANSLATE_NOOP":
            self._add_qt(node, self._literal(node, 0), node.args[1:])
        elif isinstance(function, ast.Name) and function.id in self._marks:
            self._read_mark(node, self._marks[function.id])
        else:
            self.visit(function)
        for argument in (*node.args, *node.keywords):
            self.visit(argument)

    def _read_tr(self, node: ast.Call, function: ast.Attribute) -> None:
        if isinstance(function.value, ast.Name) and function.value.id in {"self", "cls"} and self._classes:
            self._add_qt(node, self._classes[-1], node.args)
        else:
            self._refuse(node, f"the class of {ast.unparse(function)} is not known here, use self.tr")

    def _add_qt(self, node: ast.Call, context: str | None, arguments: Sequence[ast.expr]) -> None:
        """`arguments` are (source, comment, number) as both tr and translate take them after the context."""
        source = self._text(node, arguments[0] if arguments else None)
        if source is None or context is None:
            return
        plural = len(arguments) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
        if ("%n" in source) != plural:
            self._refuse(node, "a text has %n exactly when a number is given")
            return
        comment = self._text(node, arguments[1]) if len(arguments) > 1 and not _is_none(arguments[1]) else ""
        if comment is not None:
            self._found.messages.add(Message(context, source, comment, plural))

    def _read_mark(self, node: ast.Call, mark: str) -> None:
        if mark == "Text":
            self._refuse(node, "use text(...) or counted(...)")
        elif mark == "text" and not _is_marked_elsewhere(node):
            source = self._literal(node, 0)
            if source is not None:
                self._found.messages.add(Message(DOMAIN, source))
        elif mark == "counted":
            other, one = self._literal(node, 0), self._literal(node, 1)
            if other is not None and one is not None:
                self._found.messages.add(Message(DOMAIN, other, plural=True, one=one))

    def _literal(self, node: ast.Call, position: int) -> str | None:
        return self._text(node, node.args[position] if len(node.args) > position else None)

    def _text(self, node: ast.Call, argument: ast.expr | None) -> str | None:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
            return argument.value
        if isinstance(argument, ast.Constant) and argument.value == "" and argument is not node.args[0]:
            return ""  # an empty comment
        shown = "nothing" if argument is None else ast.unparse(argument)
        self._refuse(node, f"a text must be a literal, not {shown}")
        return None

    def _refuse(self, node: ast.expr, why: str) -> None:
        self._found.errors.append(f"{self._name}:{node.lineno}: {why}")


def _is_translate(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute) and node.attr == "translate" and _last_name(node.value).endswith("Application")
    )


def _is_marked_elsewhere(node: ast.Call) -> bool:
    """`text("")` says nothing, and `text(other.source, name=...)` puts values into a text that has its mark already."""
    source = node.args[0] if node.args else None
    empty = isinstance(source, ast.Constant) and source.value == ""
    return empty or (isinstance(source, ast.Attribute) and source.attr == "source")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
