"""The scan page over a real store: scans, holds, undoes, removes, queues, and says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.pages import CUSTOMERS, ScanBench
from tests.pseudo_language import is_translated, spoken
from ztdesk.domain.batch import BatchDraft, BatchState
from ztdesk.domain.text import text
from ztdesk.domain.verdict import VerdictKind
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words

FIRST, SECOND, THIRD = "001010120000003", "001010120000011", "001010120000029"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.resize(1366, 700)
    bench.page.show()
    QTest.qWaitForWindowActive(bench.page)
    yield bench
    bench.close()


@pytest.fixture
def open_bench(bench: ScanBench) -> ScanBench:
    bench.user.choose_customer("0042", order="PO-88213", expected=3)
    return bench


def test_without_a_batch_scans_are_refused_and_a_customer_is_asked_for(bench: ScanBench) -> None:
    bench.page.resume()
    verdict = bench.user.scan(FIRST)
    assert verdict.kind is VerdictKind.REFUSED
    assert bench.user.title == "No customer chosen"
    assert bench.user.count is None
    assert bench.page.start.first.button.text() == "Choose a customer …"
    assert not bench.page.bar.queue.isEnabled()
    bench.user.press(bench.page.start.first.button)
    assert bench.user.batch_dialog.isVisible()


def test_a_batch_is_opened_by_the_keyboard_alone(bench: ScanBench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.page.batch_opened) as opened:
        bench.user.key(Qt.Key.Key_F2)
        dialog = bench.user.batch_dialog
        bench.user.write("acme", dialog.picker.field)
        bench.user.key(Qt.Key.Key_Down, dialog.picker.field)
        bench.user.key(Qt.Key.Key_Return, dialog.picker.field)
        assert dialog.form.name.text() == "ACME Logistics GmbH"
        assert "1700000043" in dialog.form.facts.text()
        assert "Terms not accepted" in dialog.form.facts.text()
        bench.user.write("PO-1", dialog.form.order)
        bench.user.key(Qt.Key.Key_Return, dialog.form.order)
    assert opened.args is not None
    batch = bench.batches.get(opened.args[0])
    assert (batch.draft.customer_id, batch.draft.order_number) == ("1700000043", "PO-1")
    assert bench.user.customer == "ACME Logistics GmbH"
    assert "1700000043" in bench.user.facts
    assert bench.user.title == "READY TO SCAN"
    assert not bench.user.has_dialog


def test_a_scan_is_on_disk_in_the_list_on_the_panel_and_then_heard(open_bench: ScanBench, qtbot: QtBot) -> None:
    user = open_bench.user
    with qtbot.waitSignal(open_bench.page.verdict_given) as given:
        verdict = user.scan(FIRST)
    assert given.args == [verdict]
    user.scan(SECOND)
    assert verdict.batch_id is not None
    assert open_bench.on_disk(verdict.batch_id) == [FIRST, SECOND]
    assert user.numbers == ["00-101012-000001-1", "00-101012-000000-3"]
    assert (user.title, user.number, user.count, user.expected) == ("Added", "00-101012-000001-1", 2, 3)
    assert open_bench.heard == [(VerdictKind.ADDED, "Added")] * 2
    assert "2" in user.queue_words
    assert open_bench.page.bar.queue.isEnabled()


@pytest.mark.parametrize(
    ("payload", "kind", "title"),
    [
        (FIRST, VerdictKind.DUPLICATE, "Already in this batch"),
        ("001010120000004", VerdictKind.REFUSED, "Not a valid IMEI"),
        ("9501101530003", VerdictKind.IGNORED, "Product code"),
    ],
)
def test_what_is_not_added_adds_no_row(open_bench: ScanBench, payload: str, kind: VerdictKind, title: str) -> None:
    open_bench.user.scan(FIRST)
    assert open_bench.user.scan(payload).kind is kind
    assert open_bench.user.title == title
    assert open_bench.user.numbers == ["00-101012-000000-3"]
    assert open_bench.user.count == 1
    assert open_bench.heard[-1] == (kind, title)


def test_on_hold_scans_are_refused_and_told_to_the_journal(open_bench: ScanBench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_bench.page.readiness_changed):
        open_bench.user.key(Qt.Key.Key_F4)
    assert open_bench.page.intake.on_hold
    assert open_bench.user.title == "ON HOLD"
    assert open_bench.user.scan(FIRST).kind is VerdictKind.REFUSED
    assert (open_bench.user.title, open_bench.user.number) == ("On hold", "00-101012-000000-3")
    assert "F4" in open_bench.user.detail
    *_, last = open_bench.journal.entries()
    assert (last.raw, last.verdict) == (FIRST, "refused: On hold")
    open_bench.user.hold()
    assert open_bench.user.title == "READY TO SCAN"
    assert open_bench.user.scan(FIRST).kind is VerdictKind.ADDED


def test_an_open_question_refuses_scans(open_bench: ScanBench) -> None:
    open_bench.user.scan(FIRST)
    open_bench.user.queue()
    assert open_bench.user.question.isVisible()
    assert open_bench.user.scan(SECOND).kind is VerdictKind.REFUSED
    assert open_bench.user.title == "Close the open window first"
    open_bench.user.press(open_bench.user.question.no)
    assert not open_bench.page.commands.is_busy
    assert open_bench.user.scan(SECOND).kind is VerdictKind.ADDED


def test_undo_takes_the_newest_out(open_bench: ScanBench) -> None:
    verdict = open_bench.user.scan(FIRST)
    open_bench.user.scan(SECOND)
    open_bench.user.key(Qt.Key.Key_F8)
    assert open_bench.user.numbers == ["00-101012-000000-3"]
    assert open_bench.user.count == 1
    assert (open_bench.user.title, "00-101012-000001-1" in open_bench.user.detail) == ("Taken out", True)
    open_bench.user.undo()
    assert open_bench.user.rows == []
    assert verdict.batch_id is not None
    assert open_bench.on_disk(verdict.batch_id) == []
    assert not open_bench.page.bar.undo.isEnabled()


def test_a_row_is_removed_after_a_question_that_names_it(open_bench: ScanBench) -> None:
    user = open_bench.user
    for payload in (FIRST, SECOND, THIRD):
        user.scan(payload)
    user.select_row(1)
    assert "00-101012-000001-1" in open_bench.page.list.remove_action.text()
    user.key(Qt.Key.Key_Delete, open_bench.page.list.table)
    assert "number 2, 00-101012-000001-1" in user.question.title.text()
    user.key(Qt.Key.Key_Return, user.question.no)
    assert len(user.rows) == 3
    user.key(Qt.Key.Key_Delete, open_bench.page.list.table)
    user.press(user.question.yes)
    assert user.numbers == ["00-101012-000002-9", "00-101012-000000-3"]
    assert user.count == 2


def test_the_expected_count_queues_at_once_and_the_next_batch_is_one_key_away(
    open_bench: ScanBench, qtbot: QtBot
) -> None:
    user = open_bench.user
    for payload in (FIRST, SECOND, THIRD):
        verdict = user.scan(payload)
    with qtbot.waitSignal(open_bench.page.batch_queued) as queued:
        user.key(Qt.Key.Key_F12)
    assert queued.args == [verdict.batch_id]
    assert verdict.batch_id is not None
    assert open_bench.state_of(verdict.batch_id) is BatchState.QUEUED
    assert "3" in user.title
    assert "ACME Logistics GmbH" in user.detail
    assert user.rows == []
    assert user.scan("001010120000037").kind is VerdictKind.REFUSED
    user.key(Qt.Key.Key_F9)
    assert user.customer == "ACME Logistics GmbH"
    assert "PO-88213" not in user.facts
    assert user.scan("001010120000037").kind is VerdictKind.ADDED
    assert user.expected is None


def test_another_count_than_expected_asks_first(open_bench: ScanBench) -> None:
    verdict = open_bench.user.scan(FIRST)
    assert verdict.batch_id is not None
    open_bench.user.queue()
    question = open_bench.user.question
    assert question.title.text() == "1 scanned, 3 expected"
    assert question.no.isDefault()
    open_bench.user.key(Qt.Key.Key_Return, question.no)
    assert open_bench.state_of(verdict.batch_id) is BatchState.OPEN
    open_bench.user.queue()
    open_bench.user.press(open_bench.user.question.yes)
    assert open_bench.state_of(verdict.batch_id) is BatchState.QUEUED


def test_changing_a_batch_never_changes_whose_it_is(open_bench: ScanBench) -> None:
    verdict = open_bench.user.scan(FIRST)
    dialog = open_bench.user.change_batch()
    assert dialog.form.name.text() == "ACME Logistics GmbH"
    dialog.form.order.setText("PO-2")
    dialog.form.maker.setText("samsung")
    open_bench.user.press(dialog.go)
    assert open_bench.user.has_dialog, "a maker alone is not enough"
    dialog.form.model.setText("SM-X200")
    open_bench.user.press(dialog.go)
    assert verdict.batch_id is not None
    draft = open_bench.batches.get(verdict.batch_id).draft
    assert draft == BatchDraft("1700000042", "ACME Logistics GmbH", "PO-2", 3, "samsung", "SM-X200")
    assert "PO-2" in open_bench.user.facts
    assert open_bench.user.scan("S/N: R5CT10ABCDE").kind is VerdictKind.ADDED
    assert open_bench.user.count == 2


def test_a_change_that_comes_too_late_is_said_where_it_was_made(open_bench: ScanBench) -> None:
    verdict = open_bench.user.scan(FIRST)
    assert verdict.batch_id is not None
    dialog = open_bench.user.change_batch()
    dialog.form.order.setText("PO-9")
    assert open_bench.desk.queue(verdict.batch_id)  # as another window would
    open_bench.user.press(dialog.go)
    assert open_bench.user.has_dialog
    assert dialog.banner.accessibleName() == "Nothing was changed"
    assert open_bench.batches.get(verdict.batch_id).draft.order_number != "PO-9"


def test_another_open_batch_can_be_gone_on_with(open_bench: ScanBench) -> None:
    user = open_bench.user
    first = user.scan(FIRST)
    dialog = user.change_batch()
    user.press(dialog.back)
    dialog.picker.field.setText("mueller")
    user.key(Qt.Key.Key_Return, dialog.picker.field)
    user.press(dialog.go)
    assert user.customer == "Müller & Söhne"
    assert user.rows == []
    dialog = user.change_batch()
    user.press(dialog.back)
    dialog.open_ones.table.selectRow(0)
    user.press(dialog.open_ones.go_on)
    assert user.customer == "ACME Logistics GmbH"
    assert user.numbers == ["00-101012-000000-3"]
    assert open_bench.desk.remembered() == first.batch_id


def test_the_batch_at_hand_is_there_again_after_a_restart(open_bench: ScanBench, qtbot: QtBot) -> None:
    verdict = open_bench.user.scan(FIRST)
    assert verdict.batch_id is not None
    again = open_bench.build()
    qtbot.addWidget(again)
    again.resume()
    assert again.head.name.text() == "ACME Logistics GmbH"
    assert again.list.model.rowCount() == 1
    open_bench.desk.queue(verdict.batch_id)
    later = open_bench.build()
    qtbot.addWidget(later)
    later.resume()
    assert later.head.isHidden()


def test_a_batch_given_up_elsewhere_is_no_longer_at_hand(open_bench: ScanBench) -> None:
    verdict = open_bench.user.scan(FIRST)
    assert verdict.batch_id is not None
    open_bench.page.on_batch_changed(verdict.batch_id + 1)
    assert open_bench.user.count == 1
    open_bench.desk.cancel(verdict.batch_id, 1)
    open_bench.page.on_batch_changed(verdict.batch_id)
    assert open_bench.user.customer == ""
    assert open_bench.user.rows == []


def test_a_batch_that_is_not_open_any_more_is_not_queued(open_bench: ScanBench) -> None:
    for payload in (FIRST, SECOND, THIRD):
        verdict = open_bench.user.scan(payload)
    assert verdict.batch_id is not None
    open_bench.desk.cancel(verdict.batch_id, 3)
    open_bench.user.queue()
    assert open_bench.user.banner == "Batch is not open any more"
    assert open_bench.user.customer == ""
    assert open_bench.state_of(verdict.batch_id) is BatchState.CANCELLED


def test_a_disk_that_fails_refuses_the_scan_and_says_so_of_commands(open_bench: ScanBench) -> None:
    user = open_bench.user
    user.scan(FIRST)
    open_bench.fill_disk()
    assert user.scan(SECOND).kind is VerdictKind.REFUSED
    assert user.title == "Data could not be written"
    assert user.count == 1
    user.undo()
    assert user.banner == "Data could not be written"
    assert user.numbers == ["00-101012-000000-3"]
    user.press(open_bench.page.banner.button)
    assert user.banner == ""
    dialog = user.change_batch()
    user.press(dialog.go)
    assert dialog.banner.accessibleName() == "Data could not be written"
    open_bench.free_disk()
    user.press(dialog.go)
    assert not user.has_dialog
    assert user.scan(SECOND).kind is VerdictKind.ADDED


def test_rows_that_cannot_be_read_are_told_of_and_break_nothing(open_bench: ScanBench, qtbot: QtBot) -> None:
    open_bench.user.scan(FIRST)
    open_bench.database.connection.execute("ALTER TABLE item RENAME TO elsewhere")
    open_bench.page.list.model.refresh()
    qtbot.waitUntil(lambda: open_bench.user.banner != "")
    open_bench.database.connection.execute("ALTER TABLE elsewhere RENAME TO item")


def test_it_says_when_nobody_listens(open_bench: ScanBench) -> None:
    open_bench.page.state.set_listening(False)
    assert open_bench.user.title == "NOT LISTENING"
    assert open_bench.heard == []
    open_bench.page.state.set_listening(True)
    assert open_bench.user.title == "READY TO SCAN"


def test_customers_that_do_not_come_end_the_wait_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    bench = ScanBench(tmp_path, with_customers=False)
    qtbot.addWidget(bench.page)
    bench.page.show()
    title, hint = text("Customers could not be fetched"), text("No network. Check the cable.")
    bench.page.commands.on_customers_failed(title, hint)
    bench.page.commands.choose_batch()
    dialog = bench.user.batch_dialog
    bench.user.press(dialog.picker.empty.button)
    assert dialog.picker.empty.accessibleName() == "Asking the service …"
    assert not dialog.picker.empty.button.isVisible()
    bench.page.commands.on_customers_failed(title, hint)
    empty = dialog.picker.empty
    assert (empty.accessibleName(), empty.accessibleDescription()) == (words(title), words(hint))
    with qtbot.waitSignal(bench.page.customers_wanted):
        bench.user.press(empty.button)
    bench.catalogue.keep_customers(CUSTOMERS, bench.now())
    bench.page.commands.on_customers_changed()
    bench.user.press(dialog.fetch)
    assert not dialog.fetch.isEnabled()
    bench.page.commands.on_customers_failed(title, hint)
    assert dialog.fetch.isEnabled()
    assert dialog.banner.accessibleName() == words(title)
    assert dialog.picker.model.rowCount() == len(CUSTOMERS)
    bench.page.commands.on_customers_changed()
    assert dialog.banner.isHidden()
    bench.close()


def test_enter_goes_on_while_there_is_no_batch_and_does_nothing_while_there_is_one(bench: ScanBench) -> None:
    user, page = bench.user, bench.page
    assert page.start.first.button.hasFocus()
    user.key(Qt.Key.Key_Return, page.focusWidget())
    user.batch_dialog.reject()
    user.choose_customer("0042")
    assert page.focusWidget() is page.panel
    user.scan(FIRST)
    user.key(Qt.Key.Key_Return, page.focusWidget())
    assert (user.count, user.has_dialog) == (1, False)
    page.bar.undo.setFocus()
    page.refresh()
    assert page.focusWidget() is page.bar.undo, "the batch is the same"
    user.queue()
    assert page.focusWidget() is page.start.same
    user.key(Qt.Key.Key_Return, page.focusWidget())
    assert user.customer == "ACME Logistics GmbH"


def test_a_page_that_is_not_seen_takes_the_keyboard_when_it_is(qtbot: QtBot, bench: ScanBench) -> None:
    bench.page.hide()
    bench.page.go_on_with(bench.desk.open(BatchDraft("1700000042")).id)
    assert bench.page.focusWidget() is not bench.page.panel
    with qtbot.waitActive(bench.page):
        bench.page.show()
    assert bench.page.focusWidget() is bench.page.panel


def test_a_slow_scanner_that_was_learned_is_said_without_adding_anything(open_bench: ScanBench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_bench.page.verdict_given):
        open_bench.page.say_scanner_learned()
    assert (open_bench.user.title, open_bench.user.detail) == ("Scanner learned", "Scan this box again.")
    assert open_bench.page.panel.face.tone is Tone.IGNORED
    assert open_bench.heard[-1] == (VerdictKind.IGNORED, "Scanner learned")
    assert open_bench.user.count == 0


def test_without_customers_they_are_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    bench = ScanBench(tmp_path, with_customers=False)
    qtbot.addWidget(bench.page)
    bench.page.show()
    bench.page.commands.choose_batch()
    dialog = bench.user.batch_dialog
    assert dialog.picker.empty.button.text() == "Fetch customers"
    assert not dialog.go.isEnabled()
    with qtbot.waitSignal(bench.page.customers_wanted):
        bench.user.press(dialog.picker.empty.button)
    bench.catalogue.keep_customers(CUSTOMERS, bench.now())
    bench.page.commands.on_customers_changed()
    assert dialog.picker.model.rowCount() == len(CUSTOMERS)
    assert dialog.go.isEnabled()
    bench.close()


def test_everything_can_be_reached_and_is_named(open_bench: ScanBench) -> None:
    open_bench.user.scan(FIRST)
    buttons = [button for button in open_bench.page.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 5
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.text()
        assert button.toolTip()
    assert open_bench.page.list.table.accessibleName()
    assert open_bench.page.panel.accessibleName().startswith("Added")


def test_it_fits_a_small_screen(open_bench: ScanBench) -> None:
    # 1024 x 700 without the window's tabs and the practice stripe.
    assert open_bench.page.minimumSizeHint().width() <= 1024
    assert open_bench.page.minimumSizeHint().height() <= 608


def test_no_imei_is_cut_on_a_small_screen(open_bench: ScanBench, qtbot: QtBot) -> None:
    for payload in (FIRST, SECOND, THIRD):
        open_bench.user.scan(payload)
    open_bench.page.resize(1024, 608)
    table = open_bench.page.list.table
    qtbot.waitUntil(lambda: open_bench.page.width() == 1024 and table.verticalScrollBar().maximum() == 0)
    wide = QFontMetrics(open_bench.theme.number_font()).horizontalAdvance("00-101012-000000-3")
    assert table.columnWidth(1) - table.verticalScrollBar().sizeHint().width() >= wide + 24


def test_every_text_can_be_translated(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with spoken(qapp):
        bench = ScanBench(tmp_path)
        qtbot.addWidget(bench.page)
        bench.page.show()
        bench.page.resume()
        _assert_translated(bench)
        bench.user.choose_customer("0077", maker="samsung", model="SM-X200", expected=2)
        bench.user.scan(FIRST)
        _assert_translated(bench)
        bench.user.type_number()
        _assert_translated(bench)
        bench.user.number_dialog.reject()
        bench.user.change_batch()
        _assert_translated(bench)
        bench.user.batch_dialog.reject()
        bench.user.queue()
        _assert_translated(bench)
        bench.user.press(bench.user.question.yes)
        _assert_translated(bench)
        bench.close()


def _assert_translated(bench: ScanBench) -> None:
    parts = [bench.page, *([bench.page.commands.dialog] if bench.page.commands.dialog else [])]
    shown = {bench.user.title, bench.user.detail, bench.page.panel.face.count_words}
    for part in parts:
        widgets: list[QLabel | QPushButton] = [*part.findChildren(QLabel), *part.findChildren(QPushButton)]
        shown |= {words for widget in widgets if widget.isVisible() for words in (widget.text(), widget.toolTip())}
    data = {customer.name for customer in bench.catalogue.customers()}
    assert [words for words in shown - data if not is_translated(words)] == []
