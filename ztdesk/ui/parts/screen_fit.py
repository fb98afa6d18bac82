"""Sizes windows so that they fit on the screen they are on. Knows no window's meaning."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""What a system's own title bar and edges take at most."""


def resize_to_fit(window: QWidget, wide: int, high: int) -> None:
    """Give `window` this size in device-independent pixels, or as much of it as its screen has."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(QSize(wide, high).boundedTo(room))


def grow_to_fit(window: QWidget, high: int) -> None:
    """Make an open `window` this high, as far as its screen has room; moves it up only where it would be cut."""
    resize_to_fit(window, window.width(), high)
    screen = window.screen().availableGeometry()
    over = window.frameGeometry().bottom() - screen.bottom()
    if over > 0:
        window.move(window.x(), max(screen.top(), window.y() - over))
