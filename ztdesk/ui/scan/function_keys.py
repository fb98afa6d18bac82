"""Ties function keys to commands: no scanner types them, whatever is in a barcode."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def set_keys(page: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Each key (`F8`) does its command while `page` is seen; holding it down does it once."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
