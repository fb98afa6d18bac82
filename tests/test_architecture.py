"""The program keeps the rules of the house, and each rule would notice if it did not."""

from pathlib import Path

import pytest

from tests import architecture_rules as rules
from tests.source_tree import Tree, read_tree

PACKAGE = Path(__file__).resolve().parent.parent / "ztdesk"
DOC = '"""Says what it is for."""\n'


@pytest.fixture(scope="module")
def program() -> Tree:
    return read_tree(PACKAGE)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rule(program: Tree, rule: rules.Rule) -> None:
    assert list(rule(program)) == [], rule.__doc__


BREACHES: tuple[tuple[rules.Rule, dict[str, str]], ...] = (
    (rules.parts_import_only_what_they_may, {"domain/batch.py": "from ztdesk.store import rows", "store/rows.py": ""}),
    (rules.parts_import_only_what_they_may, {"ui/page.py": "import ztdesk.sync.engine"}),
    (
        rules.parts_import_only_what_they_may,
        {"ui/page.py": "def f():\n    from ztdesk.cloud import client  # late: no"},
    ),
    (rules.parts_import_only_what_they_may, {"station/desk.py": "from ..sync import engine", "sync/engine.py": ""}),
    (rules.parts_import_only_what_they_may, {"extras/thing.py": "x = 1"}),
    (rules.parts_use_only_their_libraries, {"domain/batch.py": "import werkzeug"}),
    (rules.parts_use_only_their_libraries, {"station/desk.py": "from platformdirs import x\nimport psutil"}),
    (rules.domain_is_pure, {"domain/batch.py": "from pathlib import Path"}),
    (rules.domain_is_pure, {"domain/batch.py": "from datetime import datetime\nx = datetime.now()"}),
    (rules.domain_is_pure, {"domain/batch.py": "x = open('f')"}),
    (rules.the_inside_is_free_of_qt, {"sync/engine.py": "from PySide6.QtCore import QTimer"}),
    (rules.the_inside_is_free_of_qt, {"cli/sync.py": "def f():\n    import PySide6  # late: no"}),
    (
        rules.the_command_line_never_loads_qt,
        {
            "cli/sync.py": "from ztdesk import app",
            "app.py": "from ztdesk.ui import page",
            "ui/page.py": "import PySide6",
        },
    ),
    (rules.the_command_line_never_loads_qt, {"__main__.py": "from PySide6 import QtCore"}),
    (rules.libraries_stay_where_they_belong, {"practice/server.py": "import googleapiclient.discovery"}),
    (rules.libraries_stay_where_they_belong, {"sync/push.py": "from google.auth import exceptions"}),
    (rules.libraries_stay_where_they_belong, {"app.py": "import sqlite3"}),
    (rules.libraries_stay_where_they_belong, {"scanning/ports.py": "from serial.tools import list_ports"}),
    (rules.libraries_stay_where_they_belong, {"ui/page.py": "from PySide6.QtCore import QThread"}),
    (rules.libraries_stay_where_they_belong, {"app.py": "from PySide6 import QtCore\nx = QtCore.QThread()"}),
    (
        rules.the_window_takes_only_data_from_scanning,
        {"ui/page.py": "from ztdesk.scanning.keys import Keys", "scanning/keys.py": "import PySide6"},
    ),
    (rules.no_import_cycles, {"domain/a.py": "from ztdesk.domain import b", "domain/b.py": "import ztdesk.domain.a"}),
    (rules.late_imports_say_why, {"app.py": "def f():\n    import json"}),
    (rules.late_imports_say_why, {"app.py": "def f():\n    import json  # late"}),
    (rules.modules_are_nouns_of_the_trade, {"ui/helpers.py": ""}),
    (rules.modules_are_nouns_of_the_trade, {"common/batch.py": ""}),
    (rules.modules_stay_short, {"app.py": "x = 1\n" * 300}),
    (rules.nothing_waits_or_kills, {"app.py": "import time\ntime.sleep(1)"}),
    (rules.nothing_waits_or_kills, {"app.py": "from time import sleep\nsleep(1)"}),
    (rules.nothing_waits_or_kills, {"app.py": "thread.terminate()"}),
    (rules.nothing_waits_or_kills, {"app.py": "QApplication.processEvents()"}),
    (rules.nobody_fetches_the_application, {"ui/page.py": "x = QApplication.instance()"}),
    (rules.workers_never_loop_forever, {"sync/engine.py": "while True:\n    pass"}),
)


@pytest.mark.parametrize(("rule", "files"), BREACHES)
def test_a_breach_is_noticed(tmp_path: Path, rule: rules.Rule, files: dict[str, str]) -> None:
    assert list(rule(_written(tmp_path, files, DOC)))


def test_a_module_without_a_docstring_is_noticed(tmp_path: Path) -> None:
    assert list(rules.modules_say_what_they_are_for(_written(tmp_path, {"app.py": "x = 1"}, "")))


def test_what_is_allowed_is_not_a_breach(tmp_path: Path) -> None:
    files = {
        "domain/batch.py": "from datetime import datetime\nfrom stdnum import imei",
        "store/rows.py": "import sqlite3\nfrom ztdesk.domain.batch import Batch",
        "cloud/client.py": "import googleapiclient",
        "scanning/serial_port.py": "import serial",
        "scanning/framing.py": "",
        "ui/page.py": "from PySide6.QtCore import QTimer\nfrom ztdesk.scanning.framing import Scan",
        "background/worker.py": "from PySide6.QtCore import QThread",
        "app.py": "from ztdesk.ui import page\nfrom ztdesk.cloud import client",
        "cli/window.py": "def f():\n    from ztdesk import app  # late: the command line starts without Qt",
        "practice/a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ztdesk.practice.b import B",
        "practice/b.py": "from ztdesk.practice.a import A",
        "__init__.py": "",
    }
    tree = _written(tmp_path, files, DOC)
    assert [breach for rule in rules.RULES for breach in rule(tree)] == []


def _written(folder: Path, files: dict[str, str], head: str) -> Tree:
    for name, text in files.items():
        path = folder / "ztdesk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head + text, encoding="utf-8")
    return read_tree(folder / "ztdesk")
