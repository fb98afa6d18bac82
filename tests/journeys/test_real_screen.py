"""The program itself on a screen of its own, a scanner and a person on its keys, and no mouse at all."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.journeys.bench import OBRIEN, claimed_once, set_up
from tests.journeys.child import ROOT
from tests.practice_service import RunningPractice, fresh_imei, practice
from ztdesk.paths import DataFolder
from ztdesk.ui.tokens import LIGHT, Tone

__all__ = ["practice"]
TOOLS = ("Xvfb", "xdotool", "openbox")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or any(shutil.which(tool) is None for tool in TOOLS),
    reason="needs an X server of its own: " + ", ".join(TOOLS),
)
PATIENCE_S = 30.0
SEES = shutil.which("import") is not None  # ImageMagick takes the pictures
IMEIS = [fresh_imei(unit) for unit in range(50)]
INTRUDER = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("another program")
field.textChanged.connect(lambda text: print(text, flush=True))
field.show()
app.exec()
"""


def until(holds: Callable[[], bool]) -> None:
    nothing = threading.Event()
    for _ in range(int(PATIENCE_S / 0.05)):
        if holds():
            return
        nothing.wait(0.05)
    raise AssertionError("waited in vain")


class Screen:
    """An X server with a window manager; what is started on it ends with it."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self.env = dict(os.environ)
        read, write = os.pipe()
        self.start(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            self.env |= {"DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self.start(["openbox"])

    def start(self, command: list[str], **options: Any) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command, env=self.env, cwd=ROOT, stderr=subprocess.DEVNULL, **options
        )

        def end() -> None:
            process.kill()
            process.wait(PATIENCE_S)
            if process.stdout is not None:
                process.stdout.close()

        self._stack.callback(end)
        return process

    def do(self, *arguments: str) -> str:
        """One command of xdotool; what it answers."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.env, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
        return done.stdout.strip()

    def scan(self, *codes: str) -> None:
        """A scanner's burst each, with Enter."""
        self.do("type", "--delay", "5", "".join(f"{code}\n" for code in codes))

    def press(self, key: str) -> None:
        self.do("key", key)

    def windows(self, title: str) -> list[str]:
        """The ids of the windows of this title that can be seen."""
        return self.do("search", "--onlyvisible", "--name", title).split()

    def active_title(self) -> str:
        return self.do("getactivewindow", "getwindowname")


@pytest.fixture
def screen() -> Iterator[Screen]:
    with ExitStack() as stack:
        yield Screen(stack)


def test_no_mouse_no_click(screen: Screen, practice: RunningPractice, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "station")
    set_up(folder, practice, appearance="light")

    def batches() -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "ztdesk", "--data-dir", str(folder.root), "batches", "--json"]
        answered = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True)
        listed: list[dict[str, Any]] = json.loads(answered.stdout)
        return listed

    def total() -> int:
        return sum(batch["counts"]["total"] for batch in batches())

    screen.start([sys.executable, "-m", "ztdesk", "--data-dir", str(folder.root)])
    until(lambda: screen.active_title().startswith("ztdesk"))
    until(lambda: practice.control.ledger().count("partners.customers.list") > 0)
    screen.press("F2")
    until(lambda: "New batch" in screen.active_title())
    screen.do("type", "--delay", "150", "brien")
    screen.press("Return")
    until(lambda: screen.active_title() == "New batch")
    screen.press("Return")
    until(lambda: screen.active_title().startswith("ztdesk"))
    assert [batch["customer_id"] for batch in batches()] == [OBRIEN]

    screen.scan(*IMEIS[:25])
    screen.scan("001010120000000")  # refused: the check digit does not fit
    until(lambda: total() == 25)

    # Another program has the keyboard: what is scanned then goes there, and the window says so.
    other = screen.start([sys.executable, "-c", INTRUDER], stdout=subprocess.PIPE)
    until(lambda: screen.active_title() == "another program")
    screen.scan(fresh_imei(99))
    assert other.stdout is not None
    while fresh_imei(99) not in other.stdout.readline().decode():
        pass
    file = tmp_path / "screen.png"
    if SEES:
        until(lambda: head_holds(picture(screen, file), Tone.REFUSED))  # NOT LISTENING
    assert total() == 25
    other.kill()
    until(lambda: screen.active_title().startswith("ztdesk"))
    if SEES:
        until(lambda: not head_holds(picture(screen, file), Tone.REFUSED))

    screen.scan(*IMEIS[25:])
    until(lambda: total() == 50)
    screen.press("F12")
    until(lambda: [batch["state"] for batch in batches()] == ["done"])
    if SEES:
        picture(screen, file)  # to be looked at by whoever wonders
    claimed_once(practice, IMEIS, OBRIEN)


def picture(screen: Screen, file: Path) -> QImage:
    """What the screen shows."""
    subprocess.run(["import", "-window", "root", str(file)], env=screen.env, timeout=60, check=True)
    return QImage(str(file))


def head_holds(image: QImage, tone: Tone) -> bool:
    """Whether a state at the window's head has the ground of this tone."""
    wanted = QColor(LIGHT.ground(tone)).rgb()
    seen = sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 4) for y in range(80, 150, 4))
    return seen > 50
