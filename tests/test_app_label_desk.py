"""A label that no rule understands is mapped once, shown before it is kept, and understood from then on."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench
from ztdesk.app.label_desk import LabelDesk
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.scanning.strokes import Scan
from ztdesk.station.label_templates import LabelTemplates
from ztdesk.ui.labels.teach_dialog import Field, TeachLabelDialog

ONE, TWO = "001010120000003", "001010120000011"
LABEL, NEXT_LABEL = f"PN~{ONE}~R5CT10ABCDE~BOX7", f"PN~{TWO}~R5CT10ABCDF~BOX8"
OFFER = "No rule understands this label"


class Bench(ScanBench):
    """With the desk that teaches labels."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.templates = LabelTemplates(self.catalogue)
        self.labels = LabelDesk(self.theme, self.page, self.station, self.templates)

    def scanned(self, payload: str) -> Verdict:
        """As a scanner's scan, of which the window tells the desk."""
        verdict = self.user.scan(payload)
        self.labels.on_judged(Scan(payload, payload), verdict)
        return verdict

    @property
    def dialog(self) -> TeachLabelDialog:
        found = [one for one in self.page.findChildren(TeachLabelDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    with closing(Bench(tmp_path)) as made:
        qtbot.addWidget(made.page)
        made.page.resize(1000, 620)
        with qtbot.waitExposed(made.page):
            made.page.show()
        yield made


def choose(dialog: TeachLabelDialog, *fields: Field) -> None:
    for choice, field in zip(dialog.choices, fields, strict=True):
        choice.setCurrentIndex(choice.findData(field))


def test_a_label_is_taught_once_and_understood_from_then_on(bench: Bench) -> None:
    bench.user.choose_customer("1700000042", maker="samsung", model="SM-X200")
    assert bench.scanned(LABEL).kind is VerdictKind.REFUSED
    assert bench.user.banner == OFFER
    bench.user.press(bench.page.banner.button)
    dialog = bench.dialog
    assert [choice.currentData() for choice in dialog.choices] == [
        Field.IGNORED,
        Field.IMEI,
        Field.IGNORED,
        Field.IGNORED,
    ]
    assert dialog.example.text() == "It will be read as 00-101012-000000-3"
    choose(dialog, Field.IGNORED, Field.IMEI, Field.SERIAL, Field.IGNORED)
    assert dialog.example.text() == "It will be read as 00-101012-000000-3, R5CT10ABCDE"
    assert not dialog.save.isEnabled()
    assert dialog.missing.isVisible()
    dialog.name.setText("Box label")
    assert not dialog.missing.isVisible()
    assert not dialog.serial_hint.isVisible()
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert bench.user.banner == "Such labels are understood from now on"
    assert bench.scanned(NEXT_LABEL).kind is VerdictKind.ADDED
    assert bench.user.banner == ""
    assert bench.user.second_lines == ["R5CT10ABCDF"]
    assert [template.name for template in LabelTemplates(bench.catalogue).all()] == ["Box label"]


def test_a_serial_number_that_will_not_be_sent_is_told(bench: Bench) -> None:
    bench.user.choose_customer("1700000042")
    dialog = bench.labels.open(LABEL)
    assert not dialog.serial_hint.isVisible()
    choose(dialog, Field.IGNORED, Field.IMEI, Field.SERIAL, Field.IGNORED)
    assert "kept here" in dialog.serial_hint.text()
    choose(dialog, Field.IGNORED, Field.IGNORED, Field.SERIAL, Field.IGNORED)
    assert "cannot be added" in dialog.serial_hint.text()
    assert dialog.serial_hint.isVisible()
    dialog.reject()


def test_a_scan_while_a_label_is_taught_is_told_to_wait(bench: Bench) -> None:
    bench.user.choose_customer("1700000042")
    dialog = bench.labels.open(LABEL)
    assert bench.scanned(NEXT_LABEL).title.english() == "Close the open window first"
    assert bench.scanned(ONE).kind is VerdictKind.REFUSED
    dialog.reject()
    assert bench.scanned(ONE).kind is VerdictKind.ADDED


def test_what_was_taught_is_understood_after_a_restart_and_can_be_deleted(bench: Bench) -> None:
    bench.user.choose_customer("1700000042")
    dialog = bench.labels.open(LABEL)
    dialog.name.setText("Box label")
    bench.user.press(dialog.save)
    bench.station.templates = ()
    again = LabelDesk(bench.theme, bench.page, bench.station, bench.templates)
    assert bench.scanned(LABEL).kind is VerdictKind.ADDED
    dialog = again.open(NEXT_LABEL)
    assert dialog.kept.currentText() == "Box label"
    bench.user.press(dialog.delete)
    assert not dialog.delete.isEnabled()
    dialog.reject()
    assert bench.scanned(NEXT_LABEL).kind is VerdictKind.REFUSED


def test_no_two_fields_are_the_same_number_and_no_field_is_what_it_cannot_be(bench: Bench) -> None:
    dialog = bench.labels.open(LABEL)
    dialog.name.setText("Box label")
    choose(dialog, Field.SERIAL, Field.IMEI, Field.SERIAL, Field.IGNORED)
    assert "same number" in dialog.example.text()
    assert not dialog.save.isEnabled()
    choose(dialog, Field.IGNORED, Field.IGNORED, Field.IMEI, Field.IGNORED)
    assert not dialog.save.isEnabled()
    choose(dialog, *[Field.IGNORED] * 4)
    assert dialog.example.text().startswith("Choose the field")
    assert not dialog.save.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("payload", ["9501101530003", "001010120000004", f"{ONE};{TWO}"])
def test_nothing_is_offered_for_other_codes(bench: Bench, payload: str) -> None:
    bench.user.choose_customer("1700000042")
    bench.scanned(LABEL)
    bench.scanned(payload)
    assert bench.user.banner == ""


def test_an_offer_is_taken_back_by_the_next_scan(bench: Bench) -> None:
    bench.user.choose_customer("1700000042")
    bench.scanned(LABEL)
    bench.scanned(ONE)
    assert bench.user.banner == ""


def test_what_cannot_be_read_of_what_was_kept_stays_kept(bench: Bench) -> None:
    bench.catalogue.keep("label_templates", '{"version": 99}')
    dialog = bench.labels.open(LABEL)
    dialog.name.setText("Box label")
    bench.user.press(dialog.save)
    assert [template.name for template in bench.templates.all()] == ["Box label"]
    assert '{"version": 99}' in (bench.catalogue.kept("label_templates") or "").splitlines()
