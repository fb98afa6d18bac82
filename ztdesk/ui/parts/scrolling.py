"""Lets what is too high for a small screen be scrolled, so that the buttons below it stay in sight."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ztdesk.ui.tokens import Space

_LEAST_HIGH = 120
_BAR_WIDE = 14


class Scrolling(QScrollArea):
    """Shows `rows` whole where there is room. What gets the keyboard is scrolled into view."""

    def __init__(self, rows: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner = QWidget()
        inner.setLayout(rows)
        rows.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(Space.ROW)
        for field in inner.findChildren(QWidget):
            field.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As much as the rows want."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the rows need with the bar beside them, and a few rows high."""
        least = self._inner.minimumSizeHint()
        return QSize(least.width() + _BAR_WIDE, min(least.height(), _LEAST_HIGH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard; a wheel that turns here moves the rows and changes no field's value."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, Space.GAP)
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
