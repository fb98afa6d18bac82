"""Printing as the window does it: cards and sheets from its head, a batch's manifest from the page of all batches."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.page_batches import BatchesPageObject, queueing_of
from tests.printed_pages import PrintedFile
from ztdesk.app.batches_tab import BatchesTab
from ztdesk.app.printing_desk import BatchManifests, PrintingDesk, teach_sheet
from ztdesk.background.task import Tasks
from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.delivery_note import NoteLine
from ztdesk.domain.identifiers import DeviceIdentifier, group_imei
from ztdesk.domain.journal import Author
from ztdesk.paths import DataFolder
from ztdesk.printing.documents import BatchCard
from ztdesk.printing.paper import Paper
from ztdesk.scanning.teaching import CODES
from ztdesk.services import Services, open_services, opened
from ztdesk.settings import Settings
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.printing.print_dialog import Kind, PrintDialog
from ztdesk.ui.theme import Mode, Theme

MISSING = "001010120000037"
IMEIS = ("001010120000003", "001010120000011", "001010120000029")
DRAFT = BatchDraft("1700000042", "ACME GmbH", "PO-88213", 3)


class Office:
    """A window over a data folder with one batch."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.services: Services = open_services(DataFolder(folder), Settings())
        news = [NewItem(DeviceIdentifier(imei=imei), imei) for imei in IMEIS]
        self.batch = self.services.batches.open_with(DRAFT, news, 1_790_000_000.0, Author("Bench 3"), "test")
        self.tasks: Tasks[Services] = Tasks(lambda: opened(DataFolder(folder), Settings()))
        self.theme = Theme(Mode.LIGHT, reduced_motion=True)
        self.window = MainWindow(self.theme, practice=False)
        qtbot.addWidget(self.window)
        self.tab = BatchesTab(self.theme, self.services, self.tasks, queueing_of(self.services))
        self.window.add_page("Batches", self.tab)
        self.desk = PrintingDesk(self.theme, self.window, self.services, self.tasks, lambda: self.batch.draft)
        self.window.print_wanted.connect(self.desk.open)
        self.window.resize(1366, 728)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def close(self) -> None:
        self.tasks.stop()
        self.tab.stop()
        self.services.close()

    def choose_file(self, qtbot: QtBot, file: Path) -> None:
        qtbot.waitUntil(lambda: self.window.findChild(QFileDialog, "pdf_dialog") is not None)
        dialog = self.window.findChild(QFileDialog, "pdf_dialog")
        assert dialog is not None
        dialog.fileSelected.emit(str(file))
        dialog.close()


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    made = Office(tmp_path / "data", qtbot)
    yield made
    made.close()


def codes(file: Path) -> list[str]:
    printed = PrintedFile(file)
    try:
        return [code.text for code in printed.page().codes()]
    finally:
        printed.close()


def test_cards_are_printed_from_any_page(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    office.window.print_button.click()
    dialog = office.window.findChild(PrintDialog)
    assert dialog is not None
    dialog.choose(Kind.BATCH)
    assert dialog.document() == BatchCard(DRAFT)
    with qtbot.waitSignal(dialog.output.saved):
        dialog.save.click()
        office.choose_file(qtbot, tmp_path / "card.pdf")
    assert any(code.startswith("ZTD-CUSTOMER-1700000042-") for code in codes(tmp_path / "card.pdf"))
    dialog.close()


def test_the_teach_sheet_bears_what_teaching_asks_for(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = office.desk.open_teach_sheet(office.window)
    assert dialog.kind is Kind.TEACH
    assert [code.text for code in teach_sheet().codes] == [code.said for code in CODES]
    with qtbot.waitSignal(dialog.output.saved):
        dialog.save.click()
        office.choose_file(qtbot, tmp_path / "sheet.pdf")
    assert CODES[0].said in codes(tmp_path / "sheet.pdf")
    dialog.close()


def test_a_manifest_is_saved_from_the_page_of_all_batches(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    page = office.tab.page
    qtbot.waitUntil(page.isVisible)
    page.refresh()
    shown = BatchesPageObject(page)
    shown.choose(office.batch.id)
    shown.press("Manifest …")
    menu = page.findChild(QMenu, "manifest_menu")
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Print …", "Save PDF …"]
    menu.actions()[1].trigger()
    menu.close()
    office.choose_file(qtbot, tmp_path / "manifest.pdf")
    qtbot.waitUntil(lambda: (shown.notice() or ("",))[0] == "PDF was saved")
    assert set(IMEIS) <= set(codes(tmp_path / "manifest.pdf"))
    page.commands.dismiss_notice()
    assert shown.notice() is None


def test_a_manifest_tells_what_differs_from_the_delivery_note(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    lines = (NoteLine(1, IMEIS[:1]), NoteLine(2, (MISSING,)))
    assert office.services.notes.load(office.batch.id, lines, 1_790_000_001.0, Author("Bench 3"), "note.csv")
    press = BatchManifests(office.tasks)
    with qtbot.waitSignal(press.save(office.batch.id, Paper.A4, tmp_path / "manifest.pdf").ended):
        pass
    printed = PrintedFile(tmp_path / "manifest.pdf")
    assert "Delivery note: 1 of 2 found · 2 not on the note · 1 missing" in printed.words()
    assert f"{group_imei(MISSING)} (line 2)" in printed.words()
    assert printed.words().count("Not on the delivery note") == 2
    assert "NOT FINAL · The batch is open" in printed.words()
    assert "PRACTICE" not in printed.words()
    printed.close()


def test_a_manifest_of_practice_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path).practice()
    with closing(open_services(folder, Settings())) as services:
        news = [NewItem(DeviceIdentifier(imei=imei), imei) for imei in IMEIS]
        batch = services.batches.open_with(DRAFT, news, 1_790_000_000.0, Author("Bench 3"), "test")
    tasks: Tasks[Services] = Tasks(lambda: opened(folder, Settings()))
    with ExitStack() as at_the_end:
        at_the_end.callback(tasks.stop)
        task = BatchManifests(tasks).save(batch.id, Paper.A4, tmp_path / "manifest.pdf")
        with qtbot.waitSignal(task.ended):
            pass
    printed = PrintedFile(tmp_path / "manifest.pdf")
    assert printed.words().count("PRACTICE · Invented devices.") == 2
    printed.close()


def test_an_export_waits_for_the_manifest(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    page = office.tab.page
    qtbot.waitUntil(page.isVisible)
    page.refresh()
    BatchesPageObject(page).choose(office.batch.id)
    page.commands.save_manifest()
    office.choose_file(qtbot, tmp_path / "manifest.pdf")
    page.commands.export_to(tmp_path / "devices.csv")
    qtbot.waitUntil((tmp_path / "manifest.pdf").exists)
    assert not (tmp_path / "devices.csv").exists()
