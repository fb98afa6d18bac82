"""Keys as the window system sends them: to the window that has the keyboard, stamped with real time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest


def press(key: Qt.Key) -> None:
    """One key, down and up."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window, key)


def press_all(text: str) -> None:
    """Small letters and digits one right after the other, as a scanner sends them and nobody types."""
    for character in text:
        press(Qt.Key(ord(character.upper())))
