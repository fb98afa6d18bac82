"""Scan to verify: a delivery note loaded into a batch, counted along with the scans, and asked about before queueing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench, ScanPageObject, table_rows
from ztdesk.domain.batch import BatchState
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.verdict import VerdictKind
from ztdesk.ui.tokens import Tone

ONE, TWO, THREE, OTHER = "001010120000003", "001010120000011", "001010120000029", "001010120000037"
SHOWN = "00-101012-000001-1"
ACK, QUEUE = encode(Command(Verb.ACK)), encode(Command(Verb.QUEUE))


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[ScanBench]:
    with closing(ScanBench(tmp_path)) as made:
        qtbot.addWidget(made.page)
        made.page.resize(1000, 620)
        with qtbot.waitExposed(made.page):
            made.page.show()
        yield made
        made.page.hide()


@pytest.fixture
def user(bench: ScanBench) -> ScanPageObject:
    return bench.user


def write(folder: Path, *lines: str) -> Path:
    file = folder / "note.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def load(user: ScanPageObject, file: Path) -> None:
    user.press(user.change_batch().form.delivery)
    user.read_note(file)
    user.close_note()
    user.press(user.batch_dialog.cancel)


def test_a_note_is_loaded_into_the_batch_and_counted_along(user: ScanPageObject, qtbot: QtBot, tmp_path: Path) -> None:
    user.choose_customer("1700000042", order="PO-1")
    user.scan(ONE)
    assert user.note_counts == ""
    load(user, write(tmp_path, "imei", ONE, TWO, THREE))
    assert user.expected == 3
    qtbot.waitUntil(lambda: user.note_counts == "Delivery note: 1 of 3 found · 0 not on the note · 2 missing")
    assert user.scan(OTHER).kind is VerdictKind.UNEXPECTED
    qtbot.waitUntil(lambda: user.note_counts == "Delivery note: 1 of 3 found · 1 not on the note · 2 missing")
    user.undo()
    user.scan(TWO)
    user.scan(THREE)
    qtbot.waitUntil(lambda: user.note_counts == "Delivery note: all 3 found, nothing else scanned")
    user.queue()
    qtbot.waitUntil(lambda: user.note_counts == "")
    assert not user.has_dialog


def test_what_is_not_on_the_note_brings_the_count_no_further_and_is_marked(
    user: ScanPageObject, qtbot: QtBot, tmp_path: Path
) -> None:
    user.choose_customer("1700000042")
    load(user, write(tmp_path, "imei", ONE, TWO, THREE))
    user.scan(ONE)
    user.scan(OTHER)
    qtbot.waitUntil(lambda: user.note_counts == "Delivery note: 1 of 3 found · 1 not on the note · 2 missing")
    assert (user.page.panel.face.count, user.page.panel.face.expected) == (1, 3)
    model = user.page.list.model
    tone, told = model.columns()[2].tone, model.columns()[1].tooltip
    assert tone is not None
    assert told is not None
    rows = [row for place in range(2) if (row := model.row(place)) is not None]
    assert [tone(row) for row in rows] == [Tone.DUPLICATE, Tone.OK]
    assert ["Not on the delivery note" in told(row) for row in rows] == [True, False]


def test_a_new_batch_can_have_its_note_at_once(bench: ScanBench, user: ScanPageObject, tmp_path: Path) -> None:
    bench.page.commands.choose_batch()
    dialog = user.batch_dialog
    dialog.picker.field.setText("1700000042")
    user.press(dialog.go)
    dialog.form.order.setText("PO-7")
    user.press(dialog.form.delivery)
    assert "Order PO-7" in user.facts
    note = user.note_dialog
    user.press(note.choose)
    chosen = note.findChild(QFileDialog, "note_dialog")
    assert chosen is not None
    chosen.fileSelected.emit(str(write(tmp_path, ONE, TWO)))
    chosen.close()
    user.await_note()
    assert [row[0] for row in table_rows(note.missing.model)] == ["00-101012-000000-3", SHOWN]
    user.close_note()
    assert user.expected == 2


def test_the_note_keeps_nothing_else_of_the_form(bench: ScanBench, user: ScanPageObject, tmp_path: Path) -> None:
    user.choose_customer("1700000042", order="PO-1", expected=7)
    dialog = user.change_batch()
    dialog.form.order.setText("PO-2")
    user.press(dialog.form.delivery)
    user.close_note()
    assert dialog.form.expected.text() == "7"
    user.press(dialog.form.delivery)
    user.read_note(write(tmp_path, ONE, TWO))
    user.close_note()
    assert bench.station.batch is not None
    assert bench.station.batch.draft.order_number == "PO-1"
    assert (dialog.form.order.text(), dialog.form.expected.text()) == ("PO-2", "2")
    assert not dialog.form.expected.isEnabled()
    assert user.scan(ONE).kind is VerdictKind.REFUSED  # the form is still open
    user.press(dialog.go)
    assert "Order PO-2" in user.facts
    assert user.expected == 2


def test_an_incomplete_form_opens_no_note(user: ScanPageObject) -> None:
    user.choose_customer("1700000042", codes=CodesPerBox.SERIAL)
    user.press(user.batch_dialog.form.delivery)
    assert "give both" in user.batch_dialog.form.note.text()


def test_bad_lines_are_refused_one_by_one_and_the_others_kept_only_if_a_person_says_so(
    user: ScanPageObject, tmp_path: Path
) -> None:
    user.choose_customer("1700000042")
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    user.read_note(write(tmp_path, ONE, "001010120000012", TWO))
    assert [row[:2] for row in table_rows(dialog.bad.model)] == [("2", "00-101012-000001-2")]
    assert dialog.take_away.isHidden()
    assert dialog.counts.text() == "note.csv is not loaded: 1 of 3 lines names no device."
    assert dialog.keep_good.text() == "Use the other 2 lines"
    user.press(dialog.keep_good)
    user.await_note()
    assert dialog.counts.text().startswith("Delivery note: 0 of 2 found")
    user.read_note(tmp_path)
    assert dialog.banner.accessibleName() == "A folder, not a file"
    user.press(dialog.take_away)
    user.await_note()
    assert user.batch_dialog.form.expected.isEnabled()
    assert not user.expected


def test_nothing_moves_under_the_finger_when_lines_are_refused(
    user: ScanPageObject, qtbot: QtBot, tmp_path: Path
) -> None:
    user.choose_customer("1700000042")
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    before = dialog.choose.geometry(), dialog.close_it.geometry()
    user.read_note(write(tmp_path, ONE, "001010120000012", TWO))
    qtbot.waitUntil(lambda: dialog.keep_good.isVisible() and dialog.keep_good.width() > 0)
    assert (dialog.choose.geometry(), dialog.close_it.geometry()) == before
    assert not dialog.keep_good.geometry().intersects(before[0])


def test_a_file_of_bad_lines_alone_says_what_is_expected_now(user: ScanPageObject, tmp_path: Path) -> None:
    user.choose_customer("1700000042")
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    bad = write(tmp_path, "imei", "001010120000012", "nonsense")
    user.read_note(bad)
    assert dialog.counts.text() == "No line of note.csv names a device. Nothing was loaded."
    assert dialog.keep_good.isHidden()
    user.read_note(write(tmp_path, ONE, TWO))
    user.read_note(write(tmp_path, "imei", "001010120000012", "nonsense"))
    assert dialog.counts.text() == "No line of note.csv names a device. The delivery note of before stays."
    assert user.expected == 2


def test_a_file_is_read_beside_the_window_and_left_alone_when_its_dialog_is_closed(
    bench: ScanBench, user: ScanPageObject, qtbot: QtBot, tmp_path: Path
) -> None:
    user.choose_customer("1700000042", expected=9)
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    dialog.read_file(write(tmp_path, ONE, TWO))
    assert dialog.is_working
    assert dialog.banner.accessibleName() == "Reading note.csv …"
    assert not dialog.choose.isEnabled()
    assert dialog.close_it.isEnabled()
    user.close_note()
    qtbot.waitUntil(lambda: not bench.tasks.count)
    assert user.expected == 9


def test_a_note_that_is_being_kept_is_kept_though_its_dialog_is_closed(
    user: ScanPageObject, qtbot: QtBot, tmp_path: Path
) -> None:
    user.choose_customer("1700000042")
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    user.read_note(write(tmp_path, ONE, "001010120000012", TWO))
    user.press(dialog.keep_good)
    assert dialog.banner.accessibleName() == "Keeping the delivery note …"
    user.close_note()
    qtbot.waitUntil(lambda: user.expected == 2)
    assert user.batch_dialog.form.expected.text() == "2"


def test_the_count_is_the_notes_while_there_is_one(user: ScanPageObject, tmp_path: Path) -> None:
    user.choose_customer("1700000042", expected=9)
    load(user, write(tmp_path, ONE, TWO))
    form = user.change_batch().form
    assert not form.expected.isEnabled()
    user.press(user.batch_dialog.go)
    assert user.expected == 2


def test_what_differs_can_be_copied(user: ScanPageObject, tmp_path: Path) -> None:
    user.choose_customer("1700000042")
    load(user, write(tmp_path, ONE, TWO))
    user.scan(ONE)
    user.scan(OTHER)
    user.press(user.page.head.note)
    dialog = user.note_dialog
    user.await_note()
    assert dialog.counts.text().endswith("1 of 2 found · 1 not on the note · 1 missing")
    user.press(dialog.missing.copy)
    assert QGuiApplication.clipboard().text() == f"{TWO}\t2"
    user.press(dialog.unexpected.copy)
    assert QGuiApplication.clipboard().text() == f"{OTHER}\t2"


@pytest.mark.parametrize(("card", "state"), [(ACK, BatchState.OPEN), (QUEUE, BatchState.QUEUED)])
def test_queueing_with_a_difference_asks_and_a_card_answers(
    bench: ScanBench, user: ScanPageObject, qtbot: QtBot, tmp_path: Path, card: str, state: BatchState
) -> None:
    user.choose_customer("1700000042")
    load(user, write(tmp_path, ONE, TWO))
    user.scan(ONE)
    batch_id = user.scan(OTHER).batch_id
    assert batch_id is not None
    user.scan(QUEUE)
    qtbot.waitUntil(lambda: user.has_dialog)
    assert user.question.title.text() == "1 missing, 1 not on the delivery note"
    assert user.question.hint.text().splitlines()[:2] == [f"Missing: {SHOWN}.", "Not on the note: 00-101012-000003-7."]
    user.scan(card)
    qtbot.waitUntil(lambda: bench.state_of(batch_id) is state)
    assert not user.has_dialog


def test_it_opens_ready_to_choose_a_file_and_no_scan_does_that(user: ScanPageObject) -> None:
    user.choose_customer("1700000042")
    user.press(user.change_batch().form.delivery)
    dialog = user.note_dialog
    assert dialog.focusWidget() is dialog.choose
    user.write(ONE, dialog.choose)
    QTest.keyClick(dialog.choose, Qt.Key.Key_Return)  # of a scanner that was not met before
    assert dialog.findChild(QFileDialog, "note_dialog") is None
    QTest.keyClick(dialog.choose, Qt.Key.Key_Return)
    asked = dialog.findChild(QFileDialog, "note_dialog")
    assert asked is not None
    asked.close()


@pytest.mark.parametrize("keeps", [False, True])
def test_a_note_over_a_form_that_is_closed_is_left_as_if_it_were_closed_itself(
    bench: ScanBench, user: ScanPageObject, qtbot: QtBot, tmp_path: Path, keeps: bool
) -> None:
    user.choose_customer("1700000042", expected=9)
    form = user.change_batch()
    user.press(form.form.delivery)
    dialog = user.note_dialog
    if keeps:
        user.read_note(write(tmp_path, ONE, "001010120000012", TWO))
        user.press(dialog.keep_good)
    else:
        dialog.read_file(write(tmp_path, ONE, TWO))
    assert dialog.is_working
    left: list[object] = []
    dialog.left.connect(left.append)
    form.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(left) == keeps
    qtbot.waitUntil(lambda: not bench.tasks.count)
    assert user.expected == (2 if keeps else 9)
