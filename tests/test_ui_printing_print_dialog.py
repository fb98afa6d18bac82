"""The print dialog: what can be chosen, what is seen first, and that it ends in a file or on a printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.print_room import PrintRoom, Shelf, pdf_printer
from tests.printed_pages import PrintedFile
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.text import text
from ztdesk.printing.documents import (
    Badge,
    Badges,
    BatchCard,
    CommandCard,
    CustomerCard,
    CustomerCards,
    PracticeBoxes,
    TeachCode,
    TeachSheet,
)
from ztdesk.printing.paper import Paper
from ztdesk.ui.printing.print_dialog import Kind, PrintDialog
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import Tone

CUSTOMERS = tuple(
    Customer(str(1_700_000_042 + n), name) for n, name in enumerate(("ACME GmbH", "Müller & Söhne", "Bo"))
)
DRAFT = BatchDraft("1700000042", "ACME GmbH", "PO-88213", 48)
TEACH = TeachSheet((TeachCode("ZTD-TEACH-1", False, text("Plain")),))


class MakeDialog:
    """Opens dialogs over one press."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._theme = Theme(Mode.LIGHT)
        self.press = PrintRoom()

    def __call__(
        self,
        *,
        shelf: Shelf | None = None,
        draft: BatchDraft | None = DRAFT,
        teach: TeachSheet | None = TEACH,
        is_practice: bool = False,
    ) -> PrintDialog:
        dialog = PrintDialog(
            self._theme,
            customers=shelf or Shelf(CUSTOMERS),
            press=self.press,
            draft=draft,
            teach=teach,
            is_practice=is_practice,
        )
        self._qtbot.addWidget(dialog)
        dialog.show()
        return dialog


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[MakeDialog]:
    made = MakeDialog(qtbot)
    yield made
    made.press.close()


def save_as(dialog: PrintDialog, file: Path) -> None:
    """Press the button and answer the question where to."""
    dialog.save.click()
    asked = dialog.findChild(QFileDialog, "pdf_dialog")
    assert asked is not None
    asked.fileSelected.emit(str(file))
    asked.close()


def test_it_opens_with_the_command_card_ready_to_print(make: MakeDialog) -> None:
    dialog = make()
    assert dialog.document() == CommandCard()
    assert dialog.save.isEnabled()
    assert dialog.print.isEnabled()
    assert not dialog.preview.is_empty()
    assert "1" in dialog.print.text()


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        (Kind.COMMANDS, CommandCard()),
        (Kind.PRACTICE, PracticeBoxes()),
        (Kind.BATCH, BatchCard(DRAFT)),
        (Kind.TEACH, TEACH),
    ],
)
def test_a_click_chooses_what_needs_no_more_words(make: MakeDialog, kind: Kind, document: object) -> None:
    dialog = make()
    dialog.kinds[kind].click()
    assert dialog.document() == document
    assert dialog.save.isEnabled()
    assert dialog.note.text()


def test_what_is_not_there_is_not_offered(make: MakeDialog) -> None:
    dialog = make(draft=None, teach=None)
    assert set(dialog.kinds) == {Kind.COMMANDS, Kind.CUSTOMERS, Kind.BADGE, Kind.PRACTICE}


def test_customers_are_found_and_chosen(make: MakeDialog) -> None:
    dialog = make()
    dialog.choose(Kind.CUSTOMERS)
    assert dialog.document() is None
    assert dialog.preview.is_empty()
    assert not dialog.print.isEnabled()
    assert "at least one customer" in dialog.lacking.text()
    dialog.customers.field.setText("mueller")
    dialog.customers.table.select(0)
    assert dialog.lacking.text() == ""
    assert dialog.document() == CustomerCards((CustomerCard("1700000043", "Müller & Söhne"),))
    assert not dialog.preview.is_empty()
    dialog.customers.field.clear()
    dialog.customers.all.click()
    dialog.customers.big.setChecked(True)
    document = dialog.document()
    assert isinstance(document, CustomerCards)
    assert document.big
    assert [card.id for card in document.cards] == [customer.id for customer in CUSTOMERS]
    assert "3" in dialog.print.text()


def test_badges_need_numbers_a_code_can_say(make: MakeDialog) -> None:
    dialog = make()
    dialog.choose(Kind.BADGE)
    assert not dialog.save.isEnabled()
    assert "badge number first" in dialog.lacking.text()
    assert dialog.print.accessibleDescription() == dialog.lacking.text()
    dialog.badge.lines.setPlainText("b/17 Karin Öztürk")
    assert "Correct the badge number" in dialog.lacking.text()
    assert dialog.badge.said.text().startswith("Line 1: ")
    assert "slashes" in dialog.badge.said.text()
    assert not dialog.save.isEnabled()
    dialog.badge.lines.setPlainText(" b17   Karin  Öztürk ")
    assert dialog.badge.said.text() == "1 badge"
    assert dialog.document() == Badges((Badge("B17", "Karin  Öztürk"),))
    assert dialog.lacking.text() == dialog.print.accessibleDescription() == ""
    assert dialog.save.isEnabled()


def test_many_badges_are_typed_or_pasted_for_one_sheet(make: MakeDialog) -> None:
    dialog = make()
    dialog.choose(Kind.BADGE)
    dialog.badge.lines.setPlainText("B17\tKarin Öztürk\n\nB18 Jo\nB19")
    assert dialog.document() == Badges((Badge("B17", "Karin Öztürk"), Badge("B18", "Jo"), Badge("B19", "")))
    dialog.badge.lines.appendPlainText("b18 Somebody else")
    assert dialog.badge.said.text() == "Line 5: B18 is there already."
    assert dialog.document() is None


def test_cards_of_practice_say_so(make: MakeDialog) -> None:
    dialog = make(is_practice=True)
    dialog.choose(Kind.CUSTOMERS)
    dialog.customers.all.click()
    cards = dialog.document()
    assert isinstance(cards, CustomerCards)
    assert cards.is_practice
    dialog.choose(Kind.BATCH)
    assert dialog.document() == BatchCard(DRAFT, is_practice=True)


def test_what_is_said_moves_nothing(make: MakeDialog) -> None:
    dialog = make()
    dialog.choose(Kind.CUSTOMERS)
    before = dialog.customers.geometry(), dialog.preview.geometry(), dialog.print.y()
    dialog.banner.say(Tone.OK, "PDF was saved", "cards.pdf")
    QApplication.sendPostedEvents()
    assert (dialog.customers.geometry(), dialog.preview.geometry(), dialog.print.y()) == before
    assert dialog.banner.isVisible()


def test_the_preview_follows_the_paper(make: MakeDialog) -> None:
    dialog = make()
    seen: list[QImage] = []
    for paper in Paper:
        dialog.paper.setCurrentIndex(dialog.paper.findData(paper))
        seen.append(dialog.grab().toImage())
    assert seen[0] != seen[1]


def test_save_asks_where_to_and_writes_the_file(make: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make()
    dialog.paper.setCurrentIndex(dialog.paper.findData(Paper.LETTER))
    with qtbot.waitSignal(dialog.output.ended):
        save_as(dialog, tmp_path / "cards.pdf")
        assert not dialog.save.isEnabled()  # one at a time
    printed = PrintedFile(tmp_path / "cards.pdf")
    assert printed.size_mm() == pytest.approx((Paper.LETTER.w, Paper.LETTER.h), abs=0.2)
    assert len(printed.page().codes()) == 11
    printed.close()
    assert "cards.pdf" in dialog.banner.accessibleDescription()
    assert dialog.save.isEnabled()


def test_a_file_that_cannot_be_written_is_told_with_what_to_do(make: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.output.failed):
        save_as(dialog, tmp_path / "nowhere" / "cards.pdf")
    assert "could not be written" in dialog.banner.accessibleName()
    assert "another name" in dialog.banner.accessibleDescription()
    qtbot.waitUntil(dialog.save.isEnabled)


def test_print_asks_which_printer(make: MakeDialog, qtbot: QtBot) -> None:
    dialog = make()
    dialog.print.click()
    asked = dialog.findChild(QPrintDialog, "printer_dialog")
    assert asked is not None
    asked.reject()
    assert not dialog.output.is_running


def test_what_is_printed_is_what_was_chosen(make: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make()
    dialog.choose(Kind.BATCH)
    document = dialog.document()
    assert document is not None
    printer = pdf_printer(tmp_path / "out.pdf")
    with qtbot.waitSignal(dialog.output.saved):
        dialog.output.print_on(printer, lambda chosen: make.press.print_on(document, Paper.A4, chosen))
    assert dialog.banner.accessibleName() == "PDF was saved"  # nothing was sent to a printer
    assert dialog.banner.accessibleDescription() == str(tmp_path / "out.pdf")
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "ZTD-QTY-48-U" in printed.page().texts()
    printed.close()


def test_the_banner_can_stop_it_and_nothing_is_left(make: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make()
    many = CustomerCards(tuple(CustomerCard(str(n), "ACME") for n in range(1, 400)), big=True)
    with qtbot.waitSignal(dialog.output.cancelled):
        dialog.output.save_to(tmp_path / "out.pdf", lambda file: make.press.save(many, Paper.A4, file))
        dialog.banner.button.click()
    assert list(tmp_path.iterdir()) == []
    assert dialog.banner.isHidden()


def test_closing_stops_what_nobody_waits_for(make: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make()
    many = CustomerCards(tuple(CustomerCard(str(n), "ACME") for n in range(1, 400)), big=True)
    with qtbot.waitSignal(dialog.output.cancelled):
        dialog.output.save_to(tmp_path / "out.pdf", lambda file: make.press.save(many, Paper.A4, file))
        dialog.close_it.click()
    assert list(tmp_path.iterdir()) == []


def test_customers_that_cannot_be_read_are_told(make: MakeDialog) -> None:
    dialog = make(shelf=Shelf((), broken=True))
    assert "Disk cannot be read" in dialog.banner.accessibleName()


def test_an_id_that_is_no_number_is_told_and_not_printed(make: MakeDialog) -> None:
    dialog = make(shelf=Shelf((Customer("12A", "Odd"),)))
    dialog.choose(Kind.CUSTOMERS)
    dialog.customers.table.select(0)
    assert "No barcode" in dialog.banner.accessibleName()
    assert not dialog.save.isEnabled()
    dialog.choose(Kind.PRACTICE)
    assert dialog.banner.isHidden()


def test_it_fits_a_small_screen(make: MakeDialog, qapp: QApplication) -> None:
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    try:
        dialog = make()
        for kind in dialog.kinds:
            dialog.choose(kind)
            dialog.resize(874, 433)
            QApplication.sendPostedEvents()
            least = dialog.minimumSizeHint()
            assert (least.width() <= 874, least.height() <= 433) == (True, True), (kind, least)
    finally:
        qapp.setStyleSheet("")
