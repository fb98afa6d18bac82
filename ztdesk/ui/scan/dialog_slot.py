"""Holds the one dialog of the page that may be open. Knows no dialog's meaning."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget


class DialogSlot(QObject):
    """Shows dialogs over `owner`'s window without waiting for them.

    `opened` when one is shown, `closed` when the open one was answered or closed.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._dialog: QDialog | None = None

    @property
    def dialog(self) -> QDialog | None:
        """The open dialog, None when there is none."""
        return self._dialog

    def show(self, dialog: QDialog) -> None:
        """Open `dialog`; another one that is open is closed first."""
        if self._dialog is not None:
            self._dialog.reject()
        dialog.setParent(self._owner.window(), Qt.WindowType.Dialog)
        self._dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.opened.emit()

    def _on_finished(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
            self.closed.emit()
