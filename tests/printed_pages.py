"""Printed pages as a scanner sees them: a PDF drawn at 300 dpi, its codes decoded and the white around measured."""

from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

DPI = 300
POINTS_PER_INCH = 72
MM_PER_INCH = 25.4
DARK = 128


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A code that was read back. Its place is in pixels of 300 dpi: left, right, top and bottom of its bars."""

    text: str
    is_gs1: bool
    is_ean: bool
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page in grey, a byte a pixel, row by row."""

    width: int
    height: int
    stride: int
    grey: bytes

    def codes(self) -> list[PrintedCode]:
        """Every Code 128 and EAN-13 on the page."""
        kinds = (zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.EAN13)
        pixels = memoryview(self.grey).cast("B", shape=(self.height, self.stride))
        return [_printed(one) for one in zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats(kinds))]

    def texts(self) -> list[str]:
        """What they say, in no order that matters."""
        return sorted(code.text for code in self.codes())

    def is_dark(self, x: int, y: int) -> bool:
        return self.grey[y * self.stride + x] < DARK

    def quiet_mm(self, code: PrintedCode) -> tuple[float, float]:
        """The white before and behind the bars of `code`, in millimetres."""
        y = (code.top + code.bottom) // 2
        left, right = self._edges(code, y)
        before = next((step for step in range(1, left) if self.is_dark(left - step, y)), left)
        beyond = self.width - right
        behind = next((step for step in range(1, beyond) if self.is_dark(right + step, y)), beyond)
        return before * MM_PER_INCH / DPI, behind * MM_PER_INCH / DPI

    def narrowest_mm(self, code: PrintedCode) -> float:
        """The thinnest bar of `code`."""
        y = (code.top + code.bottom) // 2
        left, right = self._edges(code, y)
        widths, run = [], 0
        for x in range(left, right + 2):
            if self.is_dark(x, y):
                run += 1
            elif run:
                widths.append(run)
                run = 0
        return min(widths) * MM_PER_INCH / DPI

    def ink_box_mm(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that is printed."""
        rows = (self.grey[y * self.stride : y * self.stride + self.width] for y in range(self.height))
        inked = [y for y, row in enumerate(rows) if min(row) < DARK]
        columns = [x for x in range(self.width) if min(self.grey[x :: self.stride]) < DARK]
        scale = MM_PER_INCH / DPI
        return columns[0] * scale, inked[0] * scale, columns[-1] * scale, inked[-1] * scale

    def _edges(self, code: PrintedCode, y: int) -> tuple[int, int]:
        near = range(max(0, code.left - 6), min(self.width, code.right + 7))
        dark = [x for x in near if self.is_dark(x, y)]
        return dark[0], dark[-1]


class PrintedFile:
    """A PDF that was written."""

    def __init__(self, file: Path) -> None:
        self._document = QPdfDocument()
        assert self._document.load(str(file)) is QPdfDocument.Error.None_

    def __len__(self) -> int:
        return self._document.pageCount()

    def size_mm(self, page: int = 0) -> tuple[float, float]:
        size = self._document.pagePointSize(page)
        return size.width() * MM_PER_INCH / POINTS_PER_INCH, size.height() * MM_PER_INCH / POINTS_PER_INCH

    def words(self, page: int = 0) -> str:
        """The words of a page, with single blanks between."""
        return " ".join(self._document.getAllText(page).text().split())

    def page(self, number: int = 0, dpi: int = DPI) -> PrintedPage:
        """A page as a scanner of `dpi` sees it; places on it are in millimetres only at DPI."""
        size = self._document.pagePointSize(number)
        pixels = QSize(round(size.width() * dpi / POINTS_PER_INCH), round(size.height() * dpi / POINTS_PER_INCH))
        return page_of(self._document.render(number, pixels))

    def close(self) -> None:
        """Give the file back."""
        self._document.close()


def page_of(drawn: QImage) -> PrintedPage:
    """A picture on white paper."""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    return PrintedPage(grey.width(), grey.height(), grey.bytesPerLine(), bytes(grey.constBits()))


def _printed(one: zxingcpp.Barcode) -> PrintedCode:
    place = one.position
    xs = (place.top_left.x, place.top_right.x, place.bottom_left.x, place.bottom_right.x)
    ys = (place.top_left.y, place.top_right.y, place.bottom_left.y, place.bottom_right.y)
    is_gs1 = one.symbology_identifier == "]C1"
    text = bytes(one.bytes).decode("ascii")
    is_ean = one.format == zxingcpp.BarcodeFormat.EAN13
    return PrintedCode(text, is_gs1, is_ean, min(xs), max(xs), min(ys), max(ys))
