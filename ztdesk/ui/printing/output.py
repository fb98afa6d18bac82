"""Asks for a file or a printer and has the work done beside the window. Knows nothing of what is printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ztdesk.background.task import Task
from ztdesk.printing.paper import Paper


def usual_paper() -> Paper:
    """What lies in the printers of this system's country."""
    us = QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QLocale.system().measurementSystem() is us else Paper.A4


class Output(QObject):
    """One piece of work at a time, over `window`. After `started` one of the next four follows, then `ended`."""

    started = Signal()
    saved = Signal(str)  # the file, also one that a printer was told to print into
    printed = Signal(str)  # the printer
    failed = Signal(object)  # the ZtdeskError that says why
    broke = Signal()  # a fault of this program
    cancelled = Signal()
    progressed = Signal(int, int)  # pages done, of how many
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        self._tell: Callable[[], None] | None = None
        self._printer: QPrinter | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being written or printed."""
        return self._task is not None

    def ask_file(self, suggested: str, start: Callable[[Path], Task]) -> None:
        """Ask where to, `suggested` being the file's name; then `start` the work."""
        dialog = QFileDialog(self._window, self.tr("Save PDF"))
        dialog.setObjectName("pdf_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(suggested)
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file), start))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_printer(self, start: Callable[[QPrinter], Task]) -> None:
        """Ask which printer, then `start` the work."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("printer_dialog")
        dialog.accepted.connect(lambda: self.print_on(printer, start))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def save_to(self, file: Path, start: Callable[[Path], Task]) -> None:
        """Write `file`, unless something else is under way."""
        if self._task is None:
            self._follow(start(file), lambda: self.saved.emit(str(file)))

    def print_on(self, printer: QPrinter, start: Callable[[QPrinter], Task]) -> None:
        """Print, unless something else is under way."""
        if self._task is None:
            self._printer = printer  # it must outlive the thread that paints on it
            self._follow(start(printer), lambda: self._tell_printed(printer))

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _tell_printed(self, printer: QPrinter) -> None:
        file = printer.outputFileName()  # not empty where it prints into a file instead of on paper
        if file:
            self.saved.emit(file)
        else:
            self.printed.emit(printer.printerName())

    def _follow(self, task: Task, tell: Callable[[], None]) -> None:
        self._task, self._tell = task, tell
        task.finished.connect(self._on_finished)  # no lambda: it would be called also when this is gone
        task.failed.connect(self.failed)
        task.broke.connect(self._on_broke)
        task.cancelled.connect(self.cancelled)
        task.progressed.connect(self.progressed)
        task.ended.connect(self._on_ended)
        self.started.emit()

    def _on_finished(self, _result: object) -> None:
        if self._tell is not None:
            self._tell()

    def _on_broke(self, _error: Exception) -> None:
        self.broke.emit()

    def _on_ended(self) -> None:
        self._task = None
        self._tell = None
        self._printer = None
        self.ended.emit()
