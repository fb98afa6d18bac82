"""A field for one number that hands several pasted lines on instead of running them together."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget


class NumberField(QLineEdit):
    """`column_pasted` with the text when what was pasted has more than one line or cell."""

    column_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

    def take_clipboard(self) -> None:
        """Paste: one number into the field, a column to whoever listens."""
        pasted = QGuiApplication.clipboard().text()
        if "\n" in pasted.strip() or "\r" in pasted.strip() or "\t" in pasted.strip():
            self.column_pasted.emit(pasted)
        else:
            self.insert(pasted.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key that pastes comes here."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, pasting our way."""
        menu = QMenu(self)
        menu.addAction(self.tr("Cut"), self.cut).setEnabled(self.hasSelectedText())
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(self.hasSelectedText())
        menu.addAction(self.tr("Paste"), self.take_clipboard)
        menu.popup(event.globalPos())
        menu.aboutToHide.connect(menu.deleteLater)
