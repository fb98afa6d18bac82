"""The manifest of a batch, asked for from a page: a file or a printer, and a banner that says how it went."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.print_room import PrintRoom, pdf_printer
from tests.print_samples import manifest
from tests.printed_pages import PrintedFile
from ztdesk.background.task import Task
from ztdesk.printing.paper import Paper
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.printing.manifest_command import ManifestCommand
from ztdesk.ui.theme import Mode, Theme


class ManifestRoom:
    """Makes the manifest of a batch of as many devices as its id says."""

    def __init__(self) -> None:
        self.room = PrintRoom()

    def save(self, batch_id: int, paper: Paper, file: Path) -> Task:
        return self.room.save(manifest(batch_id), paper, file)

    def print_on(self, batch_id: int, paper: Paper, printer: QPrinter) -> Task:
        return self.room.print_on(manifest(batch_id), paper, printer)


class Page:
    """A window with a banner and the command."""

    def __init__(self, qtbot: QtBot) -> None:
        self.press = ManifestRoom()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.banner = Banner(Theme(Mode.LIGHT), self.window)
        self.command = ManifestCommand(self.press, self.window, self.banner, paper=lambda: Paper.A4)
        self.window.show()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.press.room.close()


def test_it_is_saved_where_a_person_says(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    page.command.save(3, "ztdesk 3 ACME.pdf")
    asked = page.window.findChild(QFileDialog, "pdf_dialog")
    assert asked is not None
    assert [Path(one).name for one in asked.selectedFiles()] == ["ztdesk 3 ACME.pdf"]
    with qtbot.waitSignal(page.command.output.saved):
        asked.fileSelected.emit(str(tmp_path / "out.pdf"))
    asked.close()
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed.page().codes()) == 9
    printed.close()
    assert "saved" in page.banner.accessibleName()


def test_it_is_printed(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "out.pdf")
    with qtbot.waitSignal(page.command.output.saved):
        page.command.output.print_on(printer, lambda chosen: page.press.print_on(2, Paper.A4, chosen))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed.page().codes()) == 6
    printed.close()


def test_a_large_one_tells_how_far_it_is_and_can_be_stopped(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.command.output.progressed):
        page.command.save_to(400, tmp_path / "out.pdf")
    assert "Page" in page.banner.accessibleDescription()
    with qtbot.waitSignal(page.command.output.ended):
        page.banner.button.click()
    assert list(tmp_path.iterdir()) == []


def test_the_banner_is_others_again_when_nothing_runs(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        with qtbot.waitSignal(page.command.output.ended):
            page.command.save_to(1, tmp_path / name)
    page.banner.button.click()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.pdf", "two.pdf"]
