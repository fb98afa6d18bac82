import subprocess
import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ztdesk.app.warming import Warming

_LOADED = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
import ztdesk.app.desktop
from ztdesk.app.warming import pieces
wanted = {"biip", "ztdesk.ui.scan.batch_dialog", "ztdesk.ui.scan.number_dialog", "ztdesk.ui.scan.question"}
wanted |= {"ztdesk.domain.label_rules", "ztdesk.domain.gs1", "ztdesk.domain.template"}
print(sorted(wanted & set(sys.modules)))
for piece in pieces(app):
    piece()
print(sorted(wanted - set(sys.modules)))
"""


def test_each_piece_is_done_once_and_in_order(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    warming = Warming([lambda: done.append(1), lambda: done.append(2), lambda: done.append(3)], parent)
    with qtbot.waitSignal(warming.done):
        warming.begin()
    assert done == [1, 2, 3]


def test_nothing_more_is_done_once_it_is_stopped(qtbot: QtBot) -> None:
    done: list[int] = []

    def stop() -> None:
        done.append(1)
        warming.stop()

    parent = QObject()
    warming = Warming([stop, lambda: done.append(2)], parent)
    with qtbot.assertNotEmitted(warming.done, wait=50):
        warming.begin()
    assert done == [1]


def test_dialogs_and_check_digits_are_loaded_after_the_first_paint_and_not_before() -> None:
    ran = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert ran.stdout.splitlines() == ["[]", "[]"], ran.stderr
