"""Opens what is printed, and has pages written or printed beside the window. Knows no page's look.

Everything that prints is loaded when somebody prints for the first time: no scan and no start needs it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ztdesk.background.task import Job, Task, Tasks
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.text import text
from ztdesk.services import Services
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ztdesk.printing.documents import Document, Manifest, TeachSheet
    from ztdesk.printing.paper import Paper
    from ztdesk.ui.printing.print_dialog import PrintDialog

_CODES = (
    text("Letters and digits"),
    text("Signs that keyboard layouts move"),
    text("A GS1 code; <GS> stands for its separator"),
)


class DocumentPress:
    """Writes and prints documents in a pool's thread."""

    def __init__(self, tasks: Tasks[Services]) -> None:
        self._tasks = tasks

    def save(self, document: Document, paper: Paper, file: Path) -> Task:
        """Start to write `file`; the task fails with StoreFailure."""
        return self._tasks.start(lambda _services, job: _write(document, paper, file, job))

    def print_on(self, document: Document, paper: Paper, printer: QPrinter) -> Task:
        """Start to print; the task fails with StoreFailure."""
        return self._tasks.start(lambda _services, job: _print(document, paper, printer, job))


class BatchManifests:
    """Reads batches and writes or prints their manifests in a pool's thread."""

    def __init__(self, tasks: Tasks[Services]) -> None:
        self._tasks = tasks

    def save(self, batch_id: int, paper: Paper, file: Path) -> Task:
        """Start to write `file`; the task fails with StoreFailure."""
        return self._tasks.start(lambda services, job: _write(_manifest(services, batch_id), paper, file, job))

    def print_on(self, batch_id: int, paper: Paper, printer: QPrinter) -> Task:
        """Start to print; the task fails with StoreFailure."""
        return self._tasks.start(lambda services, job: _print(_manifest(services, batch_id), paper, printer, job))


class PrintingDesk(QObject):
    """Opens the print dialog over the window; `draft` answers what the batch at hand is."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        services: Services,
        tasks: Tasks[Services],
        draft: Callable[[], BatchDraft | None],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._customers = services.catalogue
        self._is_practice = services.is_for_practice
        self._press = DocumentPress(tasks)
        self._draft = draft

    def open(self) -> PrintDialog:
        """Show what can be printed."""
        return self._open(self._window)

    def open_teach_sheet(self, over: QWidget) -> PrintDialog:
        """Show the same over another dialog, with the sheet of teach codes chosen."""
        from ztdesk.ui.printing.print_dialog import Kind  # late: as the module says

        dialog = self._open(over)
        dialog.choose(Kind.TEACH)
        return dialog

    def _open(self, over: QWidget) -> PrintDialog:
        from ztdesk.ui.printing.print_dialog import PrintDialog  # late: as the module says

        dialog = PrintDialog(
            self._theme,
            customers=self._customers,
            press=self._press,
            draft=self._draft(),
            teach=teach_sheet(),
            is_practice=self._is_practice,
            parent=over,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def teach_sheet() -> TeachSheet:
    """The codes that teaching a scanner asks for."""
    from ztdesk.printing.documents import TeachCode, TeachSheet  # late: as the module says
    from ztdesk.scanning.teaching import CODES  # late: as the module says

    return TeachSheet(tuple(TeachCode(code.said, code.is_gs1, what) for code, what in zip(CODES, _CODES, strict=True)))


def _manifest(services: Services, batch_id: int) -> Manifest:
    from ztdesk.printing.documents import Manifest, ManifestNote  # late: as the module says
    from ztdesk.station.csv_export import items_in_order  # late: as the module says

    items = tuple(items_in_order(services.items, batch_id))
    summary, notes = services.batches.summary(batch_id), services.notes
    note = None
    if summary.batch.has_note:
        counts = notes.counts(batch_id)
        missing = notes.missing(batch_id, max(1, counts.expected))
        note = ManifestNote(counts, missing, frozenset(notes.unexpected_ids(batch_id)))
    return Manifest(summary, items, time.time(), note, services.is_for_practice)


def _write(document: Document, paper: Paper, file: Path, job: Job) -> int:
    from ztdesk.printing.press import write_pdf  # late: as the module says

    return write_pdf(file, document, paper, words=words, report=job.report)


def _print(document: Document, paper: Paper, printer: QPrinter, job: Job) -> int:
    from ztdesk.printing.press import print_on  # late: as the module says

    return print_on(printer, document, paper, words=words, report=job.report)
