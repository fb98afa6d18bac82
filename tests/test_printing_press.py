"""Every document on every paper, written and read back: all codes decode, nothing leaves the page, files are whole."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.print_samples import customer_cards, dual_sim, manifest
from tests.printed_pages import PrintedFile, page_of
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.commands import Verb, decode
from ztdesk.domain.errors import StoreFailure, UsageError
from ztdesk.domain.text import Text, text
from ztdesk.printing import ean13, practice_boxes
from ztdesk.printing.code128 import QUIET_MODULES
from ztdesk.printing.documents import (
    Badge,
    Badges,
    BatchCard,
    CommandCard,
    CustomerCard,
    CustomerCards,
    Document,
    PracticeBoxes,
    TeachCode,
    TeachSheet,
)
from ztdesk.printing.paper import EDGE_MM, Paper
from ztdesk.printing.press import layout_of, picture_of, print_on, write_pdf
from ztdesk.printing.sheet import NARROWEST_MODULE_MM

DOT_MM = 25.4 / 300
TEACH = TeachSheet(
    (
        TeachCode("ZTD-TEACH-1", False, text("Plain")),
        TeachCode("0109501101530003\x1d21ABC", True, text("With a separator")),
        TeachCode("aZ-_;:'#+*?", False, text("Signs")),
    )
)
ORDER = "PO-88213"
LONGEST_ORDER = "W" * 48
DOCUMENTS: dict[str, tuple[Document, list[list[str]]]] = {
    "commands": (
        CommandCard(),
        [
            [
                "ZTD-ACK-B",
                "ZTD-FIND-V",
                "ZTD-HOLD-2",
                "ZTD-NEXT-3",
                "ZTD-QTY-1-T",
                "ZTD-QTY-10-L",
                "ZTD-QTY-20-H",
                "ZTD-QTY-5-L",
                "ZTD-QTY-50-5",
                "ZTD-QUEUE-J",
                "ZTD-UNDO-E",
            ]
        ],
    ),
    "customers": (
        customer_cards(),
        [[f"ZTD-CUSTOMER-17000000{n}" for n in ("42-9", "43-7", "44-5", "45-3", "46-1", "47-0", "48-Y", "49-W")]],
    ),
    "big customers": (
        CustomerCards((CustomerCard("1700000042", "ACME"), CustomerCard("9" * 19, "The longest number")), big=True),
        [["ZTD-CUSTOMER-1700000042-9"], ["ZTD-CUSTOMER-9999999999999999999-U"]],
    ),
    "badges": (Badges((Badge("B17", "Karin Öztürk"),)), [["ZTD-OPERATOR-B17-Z"]]),
    "batch": (
        BatchCard(BatchDraft("1700000042", "ACME", ORDER, 48)),
        [["ZTD-CUSTOMER-1700000042-9", "ZTD-ORDER-PO-88213-B", "ZTD-QTY-48-U", "ZTD-QUEUE-J"]],
    ),
    "practice": (
        PracticeBoxes(),
        [
            sorted(
                [practice_boxes.ONE_IMEI] * 2
                + [*practice_boxes.DUAL_SIM, *practice_boxes.SECOND_DUAL_SIM, practice_boxes.BAD_CHECK_DIGIT]
                + ["ZTPRACTICE02", "ZTPRACTICE06", "9501101530003", "9501101530003"]
                + ["89049032004008882600001234567867", ",".join(practice_boxes.CARTON)]
            )
        ],
    ),
    "teach": (TEACH, [sorted(code.text for code in TEACH.codes)]),
    "manifest": (
        manifest(3),
        [sorted(number for i in (1, 2, 3) for number in (dual_sim(i).imei, dual_sim(i).imei2, dual_sim(i).serial))],
    ),
}
EVERYTHING = pytest.mark.parametrize("name", list(DOCUMENTS))
BOTH = pytest.mark.parametrize("paper", list(Paper), ids=[paper.name for paper in Paper])


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need Qt's application."""


@EVERYTHING
@BOTH
def test_every_code_is_read_back_from_the_page_at_300_dpi(name: str, paper: Paper, tmp_path: Path) -> None:
    document, expected = DOCUMENTS[name]
    assert write_pdf(tmp_path / "out.pdf", document, paper) == len(expected)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed) == len(expected)
    for number, texts in enumerate(expected):
        page = printed.page(number)
        assert page.texts() == texts
        for code in page.codes():
            module = page.narrowest_mm(code)
            assert module >= NARROWEST_MODULE_MM - 0.001
            assert min(page.quiet_mm(code)) >= QUIET_MODULES * module - DOT_MM
    printed.close()


@EVERYTHING
@BOTH
def test_every_code_is_read_back_at_200_dpi_too(name: str, paper: Paper, tmp_path: Path) -> None:
    document, expected = DOCUMENTS[name]
    write_pdf(tmp_path / "out.pdf", document, paper)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert [printed.page(number, 200).texts() for number in range(len(printed))] == expected
    printed.close()


def test_the_practice_boxes_bear_product_numbers_as_products_do(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", PracticeBoxes())
    printed = PrintedFile(tmp_path / "out.pdf")
    assert [code.text for code in printed.page().codes() if code.is_ean] == ["9501101530003"] * 2
    printed.close()


@pytest.mark.parametrize("number", ["9501101530004", "950110153000", "950110153000A", ""])
def test_a_product_number_that_does_not_check_is_refused(number: str) -> None:
    with pytest.raises(UsageError):
        ean13.bars(number)


@EVERYTHING
@BOTH
def test_nothing_leaves_the_paper_or_its_edges(name: str, paper: Paper, tmp_path: Path) -> None:
    document, _ = DOCUMENTS[name]
    write_pdf(tmp_path / "out.pdf", document, paper)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert printed.size_mm() == pytest.approx((paper.w, paper.h), abs=0.2)
    left, top, right, bottom = printed.page().ink_box_mm()
    assert left >= EDGE_MM - 0.5
    assert top >= EDGE_MM - 0.5
    assert right <= paper.w - EDGE_MM + 0.5
    assert bottom <= paper.h - EDGE_MM + 0.5
    printed.close()


def test_every_command_that_stands_alone_is_on_the_card(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", CommandCard())
    printed = PrintedFile(tmp_path / "out.pdf")
    commands = [decode(said) for said in printed.page().texts()]
    assert {command.verb for command in commands} == {verb for verb in Verb if not verb.takes_argument} | {Verb.QTY}
    assert {command.quantity for command in commands if command.verb is Verb.QTY} == {1, 5, 10, 20, 50}
    assert "Page 1 of 1" in printed.words()
    printed.close()


def test_only_the_teach_code_that_is_gs1_is_printed_as_one(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", TEACH)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert [code.text for code in printed.page().codes() if code.is_gs1] == [TEACH.codes[1].text]
    printed.close()


def test_the_longest_order_still_fits_across_the_page(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", BatchCard(BatchDraft("1700000042", "ACME", LONGEST_ORDER)))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert any(LONGEST_ORDER in said for said in printed.page().texts())
    printed.close()


def test_an_order_no_code_can_say_is_printed_in_words_with_the_reason(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", BatchCard(BatchDraft("1700000042", "ACME", "po 88/213")))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert not any("ORDER" in said for said in printed.page().texts())
    assert "po 88/213" in printed.words()
    assert "no blanks, slashes" in printed.words()
    printed.close()


def test_a_code_too_long_for_the_page_is_told_not_squeezed(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", TeachSheet((TeachCode("W" * 120, False, text("Too long")),)))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert printed.page().codes() == []
    assert "Too long for a code" in printed.words()
    printed.close()


def test_names_are_whole_whatever_they_are_written_in(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", customer_cards())
    printed = PrintedFile(tmp_path / "out.pdf")
    words = printed.words()
    assert "ACME Logistics GmbH" in words
    assert "Zubehör mbH & Co." in words
    assert "<b>Phones</b>" in words
    assert words.replace(" ", "").count("X" * 80) == 1
    printed.close()


def test_cards_and_batch_cards_of_practice_say_so(tmp_path: Path) -> None:
    for document in (replace(customer_cards(), is_practice=True), BatchCard(BatchDraft("1", "ACME"), is_practice=True)):
        write_pdf(tmp_path / "out.pdf", document)
        printed = PrintedFile(tmp_path / "out.pdf")
        assert "PRACTICE" in printed.words()
        printed.close()


def test_a_separator_is_seen_in_what_a_code_says(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", TEACH)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "0109501101530003<GS>21ABC" in printed.words()
    printed.close()


def test_nobody_chosen_is_a_page_that_says_so(tmp_path: Path) -> None:
    assert write_pdf(tmp_path / "out.pdf", CustomerCards(())) == 1
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "Nobody was chosen" in printed.words()
    printed.close()


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_eight_cards_fill_a_page(count: int, pages: int) -> None:
    cards = tuple(CustomerCard(str(number), "ACME") for number in range(1, count + 1))
    assert layout_of(CustomerCards(cards), Paper.A4).page_count == pages
    assert layout_of(CustomerCards(cards, big=True), Paper.A4).page_count == count


@pytest.mark.parametrize(
    "document", [CustomerCards((CustomerCard("12A", "ACME"),)), Badges((Badge("b 17", "Karin"),))], ids=type
)
def test_what_no_code_can_say_is_refused_and_no_file_is_left(document: Document, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_pdf(tmp_path / "out.pdf", document)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreFailure):
        write_pdf(tmp_path / "nowhere" / "out.pdf", CommandCard())


def test_stopped_work_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StoppedError

    file = tmp_path / "out.pdf"
    file.write_bytes(b"as it was")
    with pytest.raises(StoppedError):
        write_pdf(file, customer_cards(big=True), report=stop)
    assert file.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [file]


def test_a_pdf_can_be_written_in_another_thread(tmp_path: Path) -> None:
    pages: list[int] = []
    thread = threading.Thread(target=lambda: pages.append(write_pdf(tmp_path / "out.pdf", customer_cards())))
    thread.start()
    thread.join()
    assert pages == [1]
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed.page().codes()) == 8
    printed.close()


def test_words_come_in_the_language_of_whoever_asks(tmp_path: Path) -> None:
    def shouted(said: Text) -> str:
        return said.english().upper()

    write_pdf(tmp_path / "out.pdf", CommandCard(), words=shouted)
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "TAKE THE LAST SCAN BACK." in printed.words()
    printed.close()


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_a_printer_gets_the_same_page_in_its_own_dots(dpi: int, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(dpi)
    assert print_on(printer, CommandCard(), Paper.LETTER) == 1
    printed = PrintedFile(tmp_path / "out.pdf")
    assert printed.size_mm() == pytest.approx((Paper.LETTER.w, Paper.LETTER.h), abs=0.2)
    assert printed.page().texts() == DOCUMENTS["commands"][1][0]
    printed.close()


def test_a_printer_prints_only_the_pages_asked_for(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_on(printer, customer_cards(big=True))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed) == 2
    assert printed.page().texts() == ["ZTD-CUSTOMER-1700000043-7"]
    assert "Page 2 of 8" in printed.words()
    printed.close()


def test_a_picture_is_the_page_in_small(qtbot: QtBot) -> None:
    picture = picture_of(CommandCard(), Paper.A4, 1240)
    assert picture.width() == 1240
    assert picture.height() == pytest.approx(1240 * 297 / 210, abs=1)
    assert "ZTD-ACK-B" in page_of(picture).texts()
