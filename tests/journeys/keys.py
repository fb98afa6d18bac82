"""Keys as the window system sends them: to the window that has the keyboard.

A scanner's keys bear the times at which it pressed them, so that a starved process delivers them late and tears no code.
"""

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest

_GAP_MS = 5
_APART_MS = 20_000_000  # from the stamps that QTest counts from the program's start


def press(key: Qt.Key) -> None:
    """One key of a person, down and up, stamped with real time."""
    QTest.keyClick(_window(), key)


def press_all(text: str) -> None:
    """Small letters and digits one right after the other, as a scanner sends them and nobody types."""
    _send([(Qt.Key(ord(character.upper())), character) for character in text])


def scan(text: str, suffix: Qt.Key = Qt.Key.Key_Return) -> None:
    """The same with the suffix of a scanner."""
    keys = [(Qt.Key(ord(character.upper())), character) for character in text]
    _send([*keys, (suffix, "\t" if suffix is Qt.Key.Key_Tab else "\r")])


def _send(keys: list[tuple[Qt.Key, str]]) -> None:
    """All at once, as pressed until now: nothing else runs between two keys."""
    QTest.qWait(_GAP_MS * (len(keys) + 1))  # so long did the scanner need
    stamp_ms = _APART_MS + time.monotonic_ns() // 1_000_000 - _GAP_MS * len(keys)
    for key, character in keys:
        stamp_ms += _GAP_MS
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(stamp_ms)
            QCoreApplication.sendEvent(_window(), event)


def _window() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window
