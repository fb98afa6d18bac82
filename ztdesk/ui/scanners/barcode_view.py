"""One barcode on the screen, black on white whatever the window's colours, in bars of whole pixels. Knows no meaning."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.printing.code128 import QUIET_MODULES, Bars, bars

_HIGH = 200
_EDGE = 12  # white above and below


class BarcodeView(QWidget):
    """Shows a Code 128. A scanner needs bars of the same width each, so the code is never stretched to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = Bars(0, ())
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_code(self, said: str, *, is_gs1: bool) -> None:
        """Draw this from now on. Raises UsageError for what no barcode can say."""
        self._bars = bars(said, is_gs1=is_gs1)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for bars of one pixel and the white at both ends."""
        return QSize(self._bars.wide + 2 * QUIET_MODULES, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in device pixels: half a pixel would make bars of grey."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.scale(1 / ratio, 1 / ratio)
        wide, high = round(self.width() * ratio), round(self.height() * ratio)
        modules = self._bars.wide + 2 * QUIET_MODULES
        module = max(1, wide // modules)
        left = (wide - modules * module) // 2 + QUIET_MODULES * module
        top = round(_EDGE * ratio)
        for at, modules_wide in self._bars.black:
            black = QRect(left + at * module, top, modules_wide * module, high - 2 * top)
            painter.fillRect(black, Qt.GlobalColor.black)
