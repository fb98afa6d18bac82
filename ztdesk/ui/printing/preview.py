"""Shows one page small, as it will look. Knows no document."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.ui.theme import Theme

_A4 = 1.415
"""Times as high as wide."""


class PagePreview(QWidget):
    """A sheet of paper in the middle of its room; an empty one while there is nothing to print."""

    def __init__(self, theme: Theme, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = width_px
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("How the first page looks"))
        theme.changed.connect(self.update)

    @property
    def width_px(self) -> int:
        """How many of the screen's own dots the picture of a page is wide."""
        return round(self._wide * self.devicePixelRatioF())

    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._image.isNull()

    def show_page(self, image: QImage | None) -> None:
        """Show this picture, `width_px` wide; None for nothing."""
        self._image = image if image is not None else QImage()
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the page with its edge, as high as an A4 sheet."""
        return QSize(self._wide + 2, round(self._wide * _A4) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page at the top, with a hairline around it."""
        size = QSize(self._wide, round(self._wide * _A4))
        if not self._image.isNull():
            size = self._image.deviceIndependentSize().toSize()
        place = QRect((self.width() - size.width()) // 2, 1, size.width(), size.height())
        painter = QPainter(self)
        if not self._image.isNull():
            painter.drawImage(place.topLeft(), self._image)
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.line if self._image.isNull() else tokens.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
