"""The program's modules as text and syntax: who imports whom and which names are called. Runs none of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Import:
    """One import of `target` (module, or module and name where the name is no module), by `module` at `line`."""

    module: str
    target: str
    name: str
    line: int
    late: bool
    for_typing: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}{'.' + self.name if self.name else ''}"

    def reaches(self, *packages: str) -> bool:
        """Whether the target is one of `packages` or lies inside one."""
        return any(self.target == package or self.target.startswith(f"{package}.") for package in packages)


@dataclass(frozen=True, slots=True)
class Module:
    """One file: its dotted name, its text by lines, its syntax and its imports."""

    name: str
    lines: tuple[str, ...]
    tree: ast.Module
    imports: tuple[Import, ...]

    @property
    def part(self) -> str:
        """The first name below the package: domain, ui, app ..."""
        return self.name.split(".")[1] if "." in self.name else ""

    def calls(self) -> Iterator[tuple[str, int]]:
        """Every call as (dotted name as written, line)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node.lineno


Tree = dict[str, Module]


def read_tree(package: Path) -> Tree:
    """All modules below the folder `package`, by dotted name that begins with the folder's own."""
    files = {_dotted(path, package): path for path in sorted(package.rglob("*.py"))}
    return {name: _read(name, path, frozenset(files)) for name, path in files.items()}


def _dotted(path: Path, package: Path) -> str:
    parts = [package.name, *path.relative_to(package).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _read(name: str, path: Path, known: frozenset[str]) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, str(path))
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = tuple(_imports(tree, name, package, known))
    return Module(name, tuple(text.splitlines()), tree, found)


def _imports(tree: ast.Module, name: str, package: str, known: frozenset[str]) -> Iterator[Import]:
    for node, late, for_typing in _statements(tree, late=False, for_typing=False):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(name, alias.name, "", node.lineno, late, for_typing)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                target, rest = (inner, "") if inner in known else (base, alias.name)
                yield Import(name, target, rest, node.lineno, late, for_typing)


def _statements(node: ast.AST, *, late: bool, for_typing: bool) -> Iterator[tuple[ast.AST, bool, bool]]:
    for child in ast.iter_child_nodes(node):
        inside = late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        typing = for_typing or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test))
        yield child, late, for_typing
        yield from _statements(child, late=inside, for_typing=typing)
