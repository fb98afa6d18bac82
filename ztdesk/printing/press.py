"""Documents -> a PDF file, a printer, or a picture to look at first. May run in any thread; reads no store.

What cannot be written is a StoreFailure, what no code can say a UsageError; nothing half written stays behind.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text, text
from ztdesk.printing.command_card import CommandCardLayout
from ztdesk.printing.documents import (
    Badges,
    BatchCard,
    CommandCard,
    CustomerCards,
    Document,
    Manifest,
    PracticeBoxes,
    TeachSheet,
)
from ztdesk.printing.layout import Layout, paint_page
from ztdesk.printing.manifest import ManifestLayout
from ztdesk.printing.name_cards import badges, customer_cards
from ztdesk.printing.paper import Paper
from ztdesk.printing.practice_boxes import PracticeBoxesLayout
from ztdesk.printing.sheet import Sheet, Words
from ztdesk.printing.step_sheets import batch_card, teach_sheet
from ztdesk.printing.typography import Faces

Report = Callable[[int, int], None]
"""Told after each page how many are done, of how many. What it raises ends the work."""

_PDF_DPI = 1200
_PREVIEW_DPI = 600
_MM_PER_INCH = 25.4
_PAGE_SIZE = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def write_pdf(
    file: Path,
    document: Document,
    paper: Paper = Paper.A4,
    *,
    words: Words = Text.english,
    report: Report | None = None,
) -> int:
    """Write `file` anew, or leave it as it was; answers how many pages. Raises StoreFailure, UsageError."""
    layout = layout_of(document, paper)
    out = QSaveFile(str(file))
    if not out.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _not_written(out.errorString())
    try:
        writer = QPdfWriter(out)
        writer.setResolution(_PDF_DPI)
        writer.setPageLayout(_page_layout(paper))
        writer.setTitle(words(layout.title))
        writer.setCreator("ztdesk")
        _paint_pages(writer, layout, paper, words, report)
    except BaseException:
        out.cancelWriting()
        out.commit()
        raise
    if not out.commit():
        raise _not_written(out.errorString())
    return layout.page_count


def print_on(
    printer: QPrinter,
    document: Document,
    paper: Paper = Paper.A4,
    *,
    words: Words = Text.english,
    report: Report | None = None,
) -> int:
    """Print on `paper`, upright, whatever the printer was set to; answers how many pages. Raises StoreFailure, UsageError.

    `printer` was made with `QPrinter.PrinterMode.HighResolution`. Its page range is obeyed.
    """
    layout = layout_of(document, paper)
    printer.setFullPage(True)
    printer.setPageLayout(_page_layout(paper))
    printer.setDocName(words(layout.title))
    printer.setCreator("ztdesk")
    _paint_pages(printer, layout, paper, words, report, _chosen_pages(printer, layout.page_count))
    return layout.page_count


def picture_of(
    document: Document, paper: Paper, width_px: int, *, page: int = 0, words: Words = Text.english
) -> QImage:
    """One page, counted from 0 (the last where there are fewer), as it will look, `width_px` wide. Raises UsageError."""
    layout = layout_of(document, paper)
    dots_wide = paper.w / _MM_PER_INCH * _PREVIEW_DPI
    scale = width_px / dots_wide
    image = QImage(width_px, round(width_px * paper.h / paper.w), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint_page(Sheet(painter, paper, _PREVIEW_DPI, words, Faces()), layout, min(page, layout.page_count - 1))
    painter.end()
    return image


def layout_of(document: Document, paper: Paper) -> Layout:
    """How `document` lies on `paper`. Raises UsageError for what no code can say."""
    match document:
        case CommandCard():
            return CommandCardLayout(document)
        case CustomerCards():
            return customer_cards(document)
        case Badges():
            return badges(document)
        case BatchCard():
            return batch_card(document)
        case PracticeBoxes():
            return PracticeBoxesLayout()
        case TeachSheet():
            return teach_sheet(document)
        case Manifest():
            return ManifestLayout(document, paper)


def _paint_pages(
    device: QPdfWriter | QPrinter,
    layout: Layout,
    paper: Paper,
    words: Words,
    report: Report | None,
    chosen: range | None = None,
) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise _not_written("")
    pages = range(layout.page_count) if chosen is None else chosen
    try:
        sheet = Sheet(painter, paper, device.resolution(), words, Faces())
        for done, page in enumerate(pages, start=1):
            if done > 1 and not device.newPage():
                raise _not_written("")
            paint_page(sheet, layout, page)
            if report is not None:
                report(done, len(pages))
    finally:
        painter.end()


def _chosen_pages(printer: QPrinter, count: int) -> range:
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(count, printer.toPage() or count))


def _page_layout(paper: Paper) -> QPageLayout:
    size = QPageSize(_PAGE_SIZE[paper])
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _not_written(reason: str) -> StoreFailure:
    if not reason:
        return StoreFailure(
            text("Could not be printed"), text("Check that the printer is on and has paper, then retry.")
        )
    return StoreFailure(
        text("File could not be written"),
        text("{reason}. Close it where it is open, or choose another name.", reason=reason),
    )
