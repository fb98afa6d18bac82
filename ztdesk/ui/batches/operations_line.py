"""The names the service gave to a batch's operations: quiet, there for whoever has to ask Google, and copyable.

A packer is not asked to know what an operation is: it is called a reference.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ztdesk.domain.text import counted, text
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import ElidedLabel, plain_tip
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words

_MOST_LISTED = 20


class OperationsLine(QWidget):
    """Hidden while there is no operation."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.label = ElidedLabel("", "small", self)
        self.copy = Button(theme, self.tr("Copy references"), Icon.COPY, quiet=True, parent=self)
        self.copy.setAccessibleName(self.tr("Copy the references"))
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
        tip = self.tr("Google's support finds the requests of this batch by these names.")
        self.setToolTip(plain_tip("\n".join((tip, *self._names[:_MOST_LISTED]))))
        if len(self._names) == 1:
            self.label.setText(words(text("Reference for Google: {name}", name=self._names[0])))
        elif self._names:
            said = counted("{count} references for Google", "{count} reference for Google", len(self._names))
            self.label.setText(words(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._theme.tokens.line))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._names))
