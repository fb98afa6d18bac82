"""Prints the manifest of a batch, or saves it as a PDF. Reads no batch itself: that is done beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ztdesk.background.task import Task
from ztdesk.printing.paper import Paper
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.printing.answers import Answers
from ztdesk.ui.printing.output import Output, usual_paper


class ManifestPress(Protocol):
    """Starts the work beside the window; tasks fail with StoreFailure."""

    def save(self, batch_id: int, paper: Paper, file: Path) -> Task:
        """Write the manifest of this batch into `file`."""

    def print_on(self, batch_id: int, paper: Paper, printer: QPrinter) -> Task:
        """Print the manifest of this batch."""


class ManifestCommand(QObject):
    """Over `window`; how it goes stands in `banner`."""

    def __init__(
        self, press: ManifestPress, window: QWidget, banner: Banner, *, paper: Callable[[], Paper] = usual_paper
    ) -> None:
        super().__init__(window)
        self._press = press
        self._paper = paper
        self.output = Output(window)
        self._answers = Answers(self.output, banner)

    def save(self, batch_id: int, suggested: str) -> None:
        """Ask where to, `suggested` being the file's name, then write the manifest."""
        self.output.ask_file(suggested, lambda file: self._press.save(batch_id, self._paper(), file))

    def save_to(self, batch_id: int, file: Path) -> None:
        """Write the manifest into `file`."""
        self.output.save_to(file, lambda chosen: self._press.save(batch_id, self._paper(), chosen))

    def print(self, batch_id: int) -> None:
        """Ask which printer, then print the manifest."""
        self.output.ask_printer(lambda printer: self._press.print_on(batch_id, self._paper(), printer))
