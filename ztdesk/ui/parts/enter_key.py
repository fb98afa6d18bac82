"""Tells an Enter that a person pressed from the one that ends a code typed at a widget where nobody types."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SCANNED_MS = 1000


class EnterKey:
    """Watches the keys of one button or list: a scanner not met before types there, and its Enter must do nothing."""

    def __init__(self) -> None:
        self._typed_at_ms: int | None = None

    @staticmethod
    def is_enter(event: QKeyEvent) -> bool:
        """Whether this is an Enter at all."""
        return event.key() in _ENTER_KEYS

    def note(self, event: QKeyEvent) -> None:
        """Another key than Enter came."""
        if event.text().isprintable() and event.text().strip():
            self._typed_at_ms = event.timestamp()

    def is_meant(self, event: QKeyEvent) -> bool:
        """Whether a person pressed this Enter, once."""
        typed_at_ms, self._typed_at_ms = self._typed_at_ms, None
        scanned = typed_at_ms is not None and event.timestamp() - typed_at_ms < _SCANNED_MS
        return not scanned and not event.isAutoRepeat()
