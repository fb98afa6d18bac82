"""The dialog leads through three codes a scanner can read off the screen, says what they told and hands it over."""

from collections.abc import Iterator

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.strokes import Scan
from ztdesk.scanning.teach_findings import Grade
from ztdesk.scanning.teaching import CODES
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.scanners.teach_dialog import TeachDialog
from ztdesk.ui.theme import Mode, Theme


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[TeachDialog]:
    dialog = TeachDialog(Theme())
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def from_port(said: str, scanner: str = "COM4", suffix: str = "\r") -> Scan:
    return Scan(said, said + suffix, scanner)


def read_off(dialog: TeachDialog) -> str:
    picture = dialog.barcode.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(picture.constBits()).cast("B", [picture.height(), picture.bytesPerLine()])
    (code,) = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128]))
    assert code.symbology_identifier in {"]C0", "]C1"}
    return code.symbology_identifier + bytes(code.bytes).decode()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_codes_on_the_screen_can_be_read(qapp: QApplication, qtbot: QtBot, mode: Mode) -> None:
    theme = Theme(mode)
    dialog = TeachDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    for code in CODES:
        assert read_off(dialog) == ("]C1" if code.is_gs1 else "]C0") + code.said
        dialog.take(from_port(code.said))


def test_three_codes_lead_to_findings_and_to_a_profile(dialog: TeachDialog, qtbot: QtBot) -> None:
    for index, code in enumerate(CODES):
        assert f"{index + 1} of 3" in dialog.heading.text()
        assert not dialog.save.isEnabled()
        dialog.take(from_port("@" + code.said))
    assert dialog.is_complete
    assert not dialog.barcode.isVisible()
    shown = [label.text() for label in dialog.findChildren(Label)]
    assert "Puts @ before each code, which is taken off" in shown
    with qtbot.waitSignal(dialog.taught) as caught:
        dialog.save.click()
    assert caught.args is not None
    assert caught.args[0] == ScannerProfile("COM4", suffix="\r", suffix_seen=True, prefix="@", taught=True)
    assert not dialog.isVisible()


def test_what_is_bad_stands_first(dialog: TeachDialog) -> None:
    for code in CODES:
        dialog.take(from_port(code.said.replace("\x1d", ""), suffix=""))
    grades = [finding.grade for finding in dialog.found()]
    assert grades[:2] == [Grade.BAD, Grade.BAD]
    assert grades == sorted(grades, key=[Grade.BAD, Grade.ADVICE, Grade.GOOD].index)


def test_other_codes_and_other_scanners_do_not_lead_on(dialog: TeachDialog) -> None:
    dialog.take(from_port("358240112233440"))
    assert dialog.outcome.text() == "That was another code: 358240112233440. Scan the one above."
    dialog.take(from_port(CODES[0].said[:12]))
    assert dialog.outcome.text() == "Only a part of the code arrived: ZTD-TEACH-1-. Scan it again."
    dialog.take(from_port(CODES[0].said))
    dialog.take(from_port(CODES[1].said, "COM5"))
    assert "another scanner" in dialog.outcome.text()
    assert "2 of 3" in dialog.heading.text()


def test_starting_again_forgets_what_was_shown(dialog: TeachDialog) -> None:
    assert not dialog.again.isEnabled()
    for code in CODES:
        dialog.take(from_port(code.said))
    dialog.again.click()
    assert "1 of 3" in dialog.heading.text()
    assert not dialog.save.isEnabled()
    assert dialog.found() == ()
    dialog.take(from_port(CODES[0].said, "COM5"))
    assert "2 of 3" in dialog.heading.text()


def test_the_sheet_is_offered_only_where_it_can_be_printed(qtbot: QtBot, dialog: TeachDialog) -> None:
    assert not dialog.sheet.isVisible()
    other = TeachDialog(Theme(), can_print=True)
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitSignal(other.sheet_wanted):
        other.sheet.click()


def test_findings_are_drawn_anew_in_other_colours(qtbot: QtBot) -> None:
    theme = Theme(Mode.LIGHT)
    dialog = TeachDialog(theme)
    qtbot.addWidget(dialog)
    for code in CODES:
        dialog.take(from_port(code.said))
    count = len(dialog.found())
    theme.set_mode(Mode.DARK)
    qtbot.waitUntil(lambda: dialog._rows.count() == count + 1)


def test_it_is_no_larger_than_its_screen(dialog: TeachDialog) -> None:
    room = dialog.screen().availableGeometry()
    assert room.width() < 940  # else nothing is shown by this
    assert dialog.frameGeometry().width() <= room.width()
    assert dialog.frameGeometry().height() <= room.height()
