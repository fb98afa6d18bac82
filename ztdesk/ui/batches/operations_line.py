"""The names the service gave to a batch's operations: quiet, there for whoever has to ask Google, and copyable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ztdesk.domain.text import counted
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words


class OperationsLine(QWidget):
    """Hidden while there is no operation."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.label = ElidedLabel("", "small", self)
        self.copy = Button(theme, self.tr("Copy names"), Icon.COPY, quiet=True, parent=self)
        self.copy.setAccessibleName(self.tr("Copy the names of the operations"))
        self.copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.INSET, 0, Space.UNIT, 0)
        row.setSpacing(Space.UNIT)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.copy)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names as the service says them (`operations/...`)."""
        self._names = tuple(names)
        self.setVisible(bool(names))
        if len(self._names) == 1:
            self.label.setText(self._names[0])
        elif self._names:
            listed = ", ".join(self._names)
            said = counted("{count} operations: {names}", "{count} operation: {names}", len(self._names), names=listed)
            self.label.setText(words(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._theme.tokens.line))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._names))
