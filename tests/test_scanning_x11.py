"""The capture against a real window system: a scanner and a person typing through an X server."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO

import pytest

TOOLS = ("Xvfb", "xdotool", "openbox")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or any(shutil.which(tool) is None for tool in TOOLS),
    reason="needs an X server of its own: " + ", ".join(TOOLS),
)

CHILD = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.keyboard import WedgeCapture
from ztdesk.scanning.listening import Listening

def say(*words):
    print(*words, flush=True)

app = QApplication([])
window = QWidget()
window.setWindowTitle("wedge")
field, button, combo = QLineEdit(), QPushButton("Queue"), QComboBox()
combo.addItems(["zero", "one", "two"])
layout = QVBoxLayout(window)
for part in (field, button, combo):
    layout.addWidget(part)
capture = WedgeCapture(WedgeFramer())
capture.scanned.connect(lambda scan: say("scan", scan.text, scan.ended_by, sum(code > 0 for code in scan.keys)))
listening = Listening(app)
listening.listening_changed.connect(lambda on: say("listening", on))
capture.install(app)
field.textChanged.connect(lambda text: say("field", text))
button.clicked.connect(lambda: say("button"))
combo.currentTextChanged.connect(lambda text: say("combo", text))
commands = {"field": field.setFocus, "button": button.setFocus, "popup": combo.showPopup, "nothing": lambda: [
    widget.clearFocus() for widget in (field, button, combo)], "hide": window.showMinimized, "quit": app.quit}

def obey():
    command = sys.stdin.readline().strip() or "quit"
    commands[command]()
    QTimer.singleShot(0, lambda: say("done", command))

from PySide6.QtCore import QSocketNotifier
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(obey)
window.show()
field.setFocus()
app.exec()
"""


class Screen:
    """An X server with a window manager and a program to type into."""

    def __init__(self, stack: ExitStack) -> None:
        read, write = os.pipe()
        self._start(stack, ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            self.env = {**os.environ, "DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self._start(stack, ["openbox"])
        program = self._start(stack, [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert program.stdout is not None
        assert program.stdin is not None
        self._said: IO[bytes] = program.stdout
        self._told: IO[bytes] = program.stdin

    def _start(self, stack: ExitStack, command: list[str], **options: object) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command,
            env=getattr(self, "env", None),
            stderr=subprocess.DEVNULL,
            bufsize=0,
            **options,  # type: ignore[call-overload]
        )

        def end() -> None:
            process.terminate()
            process.wait(10)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

        stack.callback(end)
        return process

    def type(self, text: str, delay_ms: int) -> None:
        subprocess.run(["xdotool", "type", "--delay", str(delay_ms), text], env=self.env, check=True, timeout=60)

    def enter(self) -> None:
        subprocess.run(["xdotool", "key", "Return"], env=self.env, check=True, timeout=60)

    def do(self, command: str) -> list[str]:
        """Tell the program, and answer what it said up to having done it."""
        self._told.write(f"{command}\n".encode())
        return self.until(f"done {command}")

    def until(self, line: str, timeout_s: float = 20.0) -> list[str]:
        """What the program says, up to this line."""
        said: list[str] = []
        deadline = time.monotonic() + timeout_s
        while line not in said:
            ready, _, _ = select.select([self._said], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"waited for {line!r} after {said}"
            answer = self._said.readline()
            assert answer, f"the program ended after {said}"
            said.append(answer.decode().strip())
        return said


@pytest.fixture
def screen() -> Iterator[Screen]:
    with ExitStack() as stack:
        screen = Screen(stack)
        screen.until("listening True")
        yield screen


def test_scanner_and_person_through_a_window_system(screen: Screen) -> None:
    first, second = "001010123456781", "001010123456799"
    scan = f"scan {first} suffix 16"
    screen.type(first + "\n", 5)
    assert screen.until(scan) == [scan]  # and nothing in the field
    screen.type("typed by hand", 150)
    assert not any("scan" in line for line in screen.until("field typed by hand"))
    screen.do("button")
    screen.type(f"{first}\n{second}\n", 5)
    assert screen.until(f"scan {second} suffix 16") == [scan, f"scan {second} suffix 16"]
    screen.type(first, 5)
    screen.enter()
    assert screen.until(scan) == [scan]
    screen.type(" ", 150)
    assert screen.until("button") == ["button"]
    screen.do("nothing")
    screen.type("ZTD-NEXT-A\n", 8)
    assert screen.until("scan ZTD-NEXT-A suffix 11") == ["scan ZTD-NEXT-A suffix 11"]
    screen.do("popup")
    screen.type(first + "\n", 5)
    assert screen.until(scan) == [scan]  # the open list neither moves nor closes
    screen.type("t", 150)
    screen.enter()
    assert screen.until("combo two") == ["combo two"]
    screen.do("hide")
    screen.until("listening False")
