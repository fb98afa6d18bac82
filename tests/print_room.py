"""A press that works as the window's does: in a pool's thread, on nothing but what it is handed."""

from contextlib import nullcontext
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ztdesk.background.task import Job, Task, Tasks
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import text
from ztdesk.printing.documents import Document
from ztdesk.printing.paper import Paper
from ztdesk.printing.press import print_on, write_pdf


class PrintRoom:
    """Starts what the dialog asks for."""

    def __init__(self, owner: QWidget | None = None) -> None:
        self.tasks: Tasks[None] = Tasks(nullcontext, owner)

    def save(self, document: Document, paper: Paper, file: Path) -> Task:
        def work(_store: None, job: Job) -> int:
            return write_pdf(file, document, paper, report=job.report)

        return self.tasks.start(work)

    def print_on(self, document: Document, paper: Paper, printer: QPrinter) -> Task:
        def work(_store: None, job: Job) -> int:
            return print_on(printer, document, paper, report=job.report)

        return self.tasks.start(work)

    def close(self) -> None:
        self.tasks.stop()


class Shelf:
    """The customers kept on this PC, or a disk that cannot be read."""

    def __init__(self, customers: tuple[Customer, ...], *, broken: bool = False) -> None:
        self._customers = customers
        self._broken = broken

    def customers(self) -> tuple[Customer, ...]:
        if self._broken:
            raise StoreFailure(text("Disk cannot be read"), text("Ask IT."))
        return self._customers


def pdf_printer(file: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer
