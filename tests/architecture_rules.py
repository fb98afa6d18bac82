"""The rules of the house, one function each: given the modules, it yields what breaks the rule. Knows no particular file
beyond those a rule names."""

import ast
import re
import sys
from collections.abc import Callable, Iterator

from tests.source_tree import Import, Tree

Rule = Callable[[Tree], Iterator[str]]

# Which parts of ztdesk each part may import. Only the roots, which build everything, are not listed.
ALLOWED = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "station": {"station", "store", "domain"},
    "cloud": {"cloud", "domain", "settings", "paths"},
    "sync": {"sync", "store", "domain"},
    "scanning": {"scanning", "domain"},
    "printing": {"printing", "domain", "paths"},
    "practice": {"practice", "domain", "paths"},
    "background": {"background", "sync", "store", "scanning", "domain"},
    "ui": {"ui", "domain", "scanning", "background", "printing", "settings", "paths"},
    "settings": {"settings", "domain", "paths"},
    "paths": {"paths"},
    "logbook": {"logbook", "paths"},
    "system_libraries": {"system_libraries", "domain"},
    "": set(),  # ztdesk/__init__.py
}
ROOTS = {"app", "cli", "__main__", "services", "sync_session"}  # they put the parts together
QT_FREE = {"domain", "store", "station", "cloud", "sync", "practice", "cli", "services", "sync_session"} | {
    "settings",
    "paths",
    "logbook",
    "system_libraries",
}
GOOGLE = ("googleapiclient", "google", "httplib2", "google_auth_httplib2", "google_auth_oauthlib", "keyring")
OUTSIDE: dict[str, set[str]] = {
    "domain": {"stdnum", "biip"},
    "store": set(),
    "station": {"filelock", "platformdirs"},
    "sync": {"filelock"},
}
IMPURE = ("asyncio", "http", "io", "logging", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile")
CLOCK = ("threading", "time", "urllib")
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
NEVER_CALLED = ("processEvents", "terminate", "sleep")
MOST_LINES = 300


def parts_import_only_what_they_may(tree: Tree) -> Iterator[str]:
    """The arrows of the design; the roots may import everything."""
    for module in tree.values():
        if module.part in ROOTS:
            continue
        allowed = ALLOWED.get(module.part)
        if allowed is None:
            yield f"{module.name}: say in ALLOWED what {module.part} may import"
            continue
        for one in _of_ztdesk(module.imports):
            part = one.target.split(".")[1] if "." in one.target else ""
            if part and part not in allowed:
                yield str(one)


def parts_use_only_their_libraries(tree: Tree) -> Iterator[str]:
    """The inner parts live on the standard library and very little else."""
    for module in tree.values():
        if module.part in OUTSIDE:
            for one in module.imports:
                top = one.target.split(".")[0]
                if top not in sys.stdlib_module_names | OUTSIDE[module.part] | {"ztdesk"}:
                    yield str(one)


def domain_is_pure(tree: Tree) -> Iterator[str]:
    """No input or output, no clock."""
    for module in tree.values():
        if module.part == "domain":
            yield from (str(one) for one in module.imports if one.reaches(*IMPURE, *CLOCK))
            for call, line in module.calls():
                if call == "open" or re.search(r"\.(now|utcnow|today)$", call):
                    yield f"{module.name}:{line} calls {call}"


def the_inside_is_free_of_qt(tree: Tree) -> Iterator[str]:
    """Only window, workers, printing and scanners know Qt."""
    for module in tree.values():
        if module.part in QT_FREE:
            yield from (str(one) for one in module.imports if one.reaches("PySide6"))


def the_command_line_never_loads_qt(tree: Tree) -> Iterator[str]:
    """Nothing that starting the command line imports imports Qt, however far away."""
    seen: set[str] = set()
    todo = [name for name, module in tree.items() if module.part in {"cli", "__main__"}]
    while todo:
        name = todo.pop()
        if name in seen or name not in tree:
            continue
        seen.add(name)
        for one in tree[name].imports:
            if one.late or one.for_typing:
                continue
            if one.reaches("PySide6"):
                yield str(one)
            todo.append(one.target)


def libraries_stay_where_they_belong(tree: Tree) -> Iterator[str]:
    """Google in cloud, SQL in store, serial ports in one file, threads of Qt in background."""
    for module in tree.values():
        for one in module.imports:
            if (
                (one.reaches(*GOOGLE) and module.part != "cloud")
                or (one.reaches("sqlite3") and module.part != "store")
                or (one.reaches("serial") and module.name != "ztdesk.scanning.serial_port")
                or (one.name in {"QThread", "QThreadPool", "QRunnable"} and module.part != "background")
            ):
                yield str(one)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "QThread" and module.part != "background":
                yield f"{module.name}:{node.lineno} uses {ast.unparse(node)}"


def the_window_takes_only_data_from_scanning(tree: Tree) -> Iterator[str]:
    """What touches devices or Qt's events in scanning is joined to the window by app."""
    for module in tree.values():
        for one in module.imports if module.part == "ui" else ():
            wanted = tree.get(one.target)
            if wanted and wanted.part == "scanning" and any(x.reaches("PySide6", "serial") for x in wanted.imports):
                yield str(one)


def no_import_cycles(tree: Tree) -> Iterator[str]:
    """A cycle means a missing third module."""
    graph = {
        name: {one.target for one in module.imports if one.target in tree and not one.late and not one.for_typing}
        for name, module in tree.items()
    }
    done: set[str] = set()
    for start in graph:
        yield from _cycles(start, graph, done, ())


def late_imports_say_why(tree: Tree) -> Iterator[str]:
    """An import inside a function carries `# late: why` on its line."""
    for module in tree.values():
        for one in module.imports:
            if one.late and not re.search(r"#\s*late: \S", module.lines[one.line - 1]):
                yield f"{one} inside a function without `# late: why` on its line"


def modules_are_nouns_of_the_trade(tree: Tree) -> Iterator[str]:
    """Names that could hold anything hold everything after a while."""
    yield from (name for name in tree if VAGUE & set(name.split(".")))


def modules_stay_short(tree: Tree) -> Iterator[str]:
    """A file that passes 300 lines hides a second noun."""
    for module in tree.values():
        if len(module.lines) > MOST_LINES:
            yield f"{module.name} has {len(module.lines)} lines"


def modules_say_what_they_are_for(tree: Tree) -> Iterator[str]:
    """Every module opens with its job."""
    yield from (name for name, module in tree.items() if not ast.get_docstring(module.tree))


def nothing_waits_or_kills(tree: Tree) -> Iterator[str]:
    """No nested event loop, no killed thread, no sleep."""
    for module in tree.values():
        for call, line in module.calls():
            if call.rpartition(".")[2] in NEVER_CALLED:
                yield f"{module.name}:{line} calls {call}"


def nobody_fetches_the_application(tree: Tree) -> Iterator[str]:
    """What a part needs is handed to it."""
    for module in tree.values():
        for call, line in module.calls():
            if re.search(r"Application\.instance$", call):
                yield f"{module.name}:{line} calls {call}"


def workers_never_loop_forever(tree: Tree) -> Iterator[str]:
    """A step does one bounded piece and says when to come back."""
    for module in tree.values():
        if module.part in {"sync", "background"}:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.While) and isinstance(node.test, ast.Constant):
                    yield f"{module.name}:{node.lineno} loops while {ast.unparse(node.test)}"


RULES: tuple[Rule, ...] = (
    parts_import_only_what_they_may,
    parts_use_only_their_libraries,
    domain_is_pure,
    the_inside_is_free_of_qt,
    the_command_line_never_loads_qt,
    libraries_stay_where_they_belong,
    the_window_takes_only_data_from_scanning,
    no_import_cycles,
    late_imports_say_why,
    modules_are_nouns_of_the_trade,
    modules_stay_short,
    modules_say_what_they_are_for,
    nothing_waits_or_kills,
    nobody_fetches_the_application,
    workers_never_loop_forever,
)


def _of_ztdesk(imports: tuple[Import, ...]) -> Iterator[Import]:
    return (one for one in imports if one.reaches("ztdesk"))


def _cycles(name: str, graph: dict[str, set[str]], done: set[str], above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        yield " -> ".join((*above[above.index(name) :], name))
        return
    if name in done:
        return
    for target in sorted(graph[name]):
        yield from _cycles(target, graph, done, (*above, name))
    done.add(name)
