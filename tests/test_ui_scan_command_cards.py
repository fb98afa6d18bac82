"""Command cards on the scan page, scanned as a packer scans them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core import imei
from tests.pages import ScanBench, ScanPageObject
from ztdesk.domain.batch import BatchState
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.verdict import VerdictKind


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.show()
    yield bench
    bench.close()


def card(verb: Verb, argument: str = "") -> str:
    return encode(Command(verb, argument))


CUSTOMER = card(Verb.CUSTOMER, "1700000042")
ACK, NEXT, UNDO, QUEUE, HOLD = (card(verb) for verb in (Verb.ACK, Verb.NEXT, Verb.UNDO, Verb.QUEUE, Verb.HOLD))


def kinds(user: ScanPageObject, *codes: str) -> list[str]:
    return [user.scan(code).kind.value for code in codes]


def test_a_whole_batch_by_cards_alone(bench: ScanBench, qtbot: QtBot) -> None:
    user = bench.user
    order, quantity = card(Verb.ORDER, "PO-88213"), card(Verb.QTY, "2")
    assert kinds(user, CUSTOMER, order, quantity, imei(1), imei(2)) == ["done", "done", "done", "added", "added"]
    batch = bench.station.batch
    assert batch is not None
    assert (batch.draft.customer_name, batch.draft.order_number, batch.draft.expected_count) == (
        "ACME Logistics GmbH",
        "PO-88213",
        2,
    )
    with qtbot.waitSignal(bench.page.batch_queued):
        user.scan(QUEUE)
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_a_card_never_becomes_a_device_and_a_misread_one_does_nothing(bench: ScanBench) -> None:
    user = bench.user
    user.scan(CUSTOMER)
    wrong = UNDO[:-1] + ("A" if UNDO[-1] != "A" else "B")
    assert kinds(user, imei(1), wrong, "ZTD-NOTHING-X", f"]C0{NEXT}") == ["added", "refused", "refused", "ignored"]
    assert user.count == 1
    assert [entry.raw for entry in bench.journal.entries()][-3:] == [wrong, "ZTD-NOTHING-X", f"]C0{NEXT}"]


def test_undo_by_card_takes_the_newest_out(bench: ScanBench) -> None:
    user = bench.user
    kinds(user, CUSTOMER, imei(1), imei(2))
    user.scan(UNDO)
    assert (user.count, user.title) == (1, "Taken out")
    user.scan(UNDO)
    assert user.scan(UNDO).kind is VerdictKind.IGNORED


def test_the_card_of_another_customer_locks_a_batch_with_devices(bench: ScanBench) -> None:
    user = bench.user
    other = card(Verb.CUSTOMER, "1700000043")
    kinds(user, CUSTOMER, other)
    batch = bench.station.batch
    assert batch is not None
    assert batch.draft.customer_id == "1700000043", "nothing was in it: it may be another's"
    user.scan(imei(1))
    locking = user.scan(CUSTOMER)
    assert (locking.kind, locking.locks) == (VerdictKind.REFUSED, True)
    assert kinds(user, imei(2), UNDO, QUEUE, CUSTOMER) == ["refused"] * 4
    assert user.count == 1
    assert user.scan(ACK).kind is VerdictKind.DONE
    assert kinds(user, imei(2)) == ["added"]
    assert bench.station.batch is not None
    assert bench.station.batch.draft.customer_id == "1700000043"


def test_a_lock_is_acknowledged_by_the_button_too(bench: ScanBench) -> None:
    user = bench.user
    kinds(user, CUSTOMER, imei(1), card(Verb.CUSTOMER, "1700000043"))
    assert bench.page.panel.go_on.isVisible()
    bench.page.panel.go_on.click()
    assert not bench.page.panel.go_on.isVisible()
    assert user.title == "READY TO SCAN"


@pytest.mark.parametrize(
    ("customer_id", "said"),
    [
        ("1700000042", "They have accepted the terms of service."),
        ("1700000043", "They have not accepted the terms of service yet."),
        ("1700000077", "There are new terms of service that they have to accept."),
    ],
)
def test_a_customer_chosen_by_card_is_told_with_the_terms(bench: ScanBench, customer_id: str, said: str) -> None:
    verdict = bench.user.scan(card(Verb.CUSTOMER, customer_id))
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.DONE, "Customer")
    assert bench.user.detail.endswith(said)


def test_an_unknown_customer_is_refused(bench: ScanBench) -> None:
    assert bench.user.scan(card(Verb.CUSTOMER, "1700009999")).kind is VerdictKind.REFUSED
    assert bench.station.batch is None


def test_queueing_fewer_than_expected_asks_and_the_same_card_says_yes(bench: ScanBench, qtbot: QtBot) -> None:
    user = bench.user
    kinds(user, CUSTOMER, card(Verb.QTY, "3"), imei(1))
    user.scan(QUEUE)
    asking = [user.has_dialog]
    assert kinds(user, imei(2), UNDO) == ["refused", "refused"]
    user.scan(ACK)
    asking.append(user.has_dialog)
    assert asking == [True, False]
    assert kinds(user, imei(2)) == ["added"]
    user.scan(QUEUE)
    with qtbot.waitSignal(bench.page.batch_queued):
        user.scan(QUEUE)


def test_hold_by_card_and_back(bench: ScanBench) -> None:
    user = bench.user
    assert kinds(user, CUSTOMER, HOLD, imei(1), HOLD, imei(1)) == ["done", "done", "refused", "done", "added"]


def test_what_is_not_clear_is_asked_below_and_answered_by_card(bench: ScanBench) -> None:
    user, choices = bench.user, bench.page.choices
    user.scan(CUSTOMER)
    assert user.scan(imei(1)[:14]).kind is VerdictKind.ASKED
    assert choices.isVisible()
    assert (user.title, user.detail) == ("14 digits: what are they?", "Nothing was added yet. Answer below.")
    assert choices.hint.text() not in {user.title, user.detail}
    shown = group_imei(imei(1))
    assert [one.text() for one in choices.answers] == [
        f"Understood: IMEI {shown}, check digit added",
        "Neither: ignore it",
    ]
    assert user.scan(imei(2)).kind is VerdictKind.ADDED, "a question keeps nobody from the next box"
    assert not choices.isVisible()
    user.scan(imei(1)[:14])
    user.scan(ACK)
    assert (user.count, user.title) == (2, "Added")
    assert not choices.isVisible()
    user.scan(imei(3)[:14] + "07")
    choices.answers[-1].click()
    assert (user.count, user.title) == (2, "Ignored in this batch")


@pytest.mark.parametrize("verb", [Verb.UNDO, Verb.QUEUE, Verb.HOLD])
def test_a_card_that_means_something_else_leaves_the_question_out(bench: ScanBench, verb: Verb) -> None:
    user, choices = bench.user, bench.page.choices
    kinds(user, CUSTOMER, card(Verb.QTY, "3"), imei(1), imei(2)[:14])
    asked = [choices.isVisible()]
    user.scan(card(verb))
    asked.append(choices.isVisible())
    assert asked == [True, False]
    assert bench.station.asked is None


def test_a_box_that_is_not_finished_is_not_queued(bench: ScanBench) -> None:
    user = bench.user
    user.scan(CUSTOMER)
    batch = bench.station.batch
    assert batch is not None
    bench.desk.change(batch.id, replace(batch.draft, codes_per_box=CodesPerBox.TWO_IMEIS))
    bench.page.refresh()
    assert kinds(user, imei(1), imei(2), imei(3), QUEUE) == ["part", "added", "part", "refused"]
    assert user.scan(NEXT).kind is VerdictKind.ADDED
    user.scan(QUEUE)
    assert bench.state_of(batch.id) is BatchState.QUEUED


def test_the_next_scan_after_find_is_looked_up_and_not_added(bench: ScanBench, qtbot: QtBot) -> None:
    user = bench.user
    user.scan(CUSTOMER)
    user.scan(card(Verb.FIND))
    with qtbot.waitSignal(bench.page.find_asked) as asked:
        user.scan(imei(1))
    assert asked.args == [imei(1)]
    assert user.scan(imei(1)).kind is VerdictKind.ADDED


def test_a_badge_names_the_operator_at_any_time(bench: ScanBench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.page.operator_named) as named:
        bench.user.scan(card(Verb.OPERATOR, "ANA-7"))
    assert named.args == ["ANA-7"]


def test_ack_answers_no_old_question_once_something_else_came(bench: ScanBench) -> None:
    user = bench.user
    kinds(user, CUSTOMER, imei(1), imei(2)[:14], card(Verb.CUSTOMER, "1700000043"))
    user.scan(ACK)
    assert not bench.station.is_locked
    assert bench.station.asked is None
    kinds(user, imei(2)[:14], HOLD, ACK)
    assert user.count == 1
    kinds(user, HOLD, imei(2)[:14])
    bench.user.change_batch()
    assert user.scan(ACK).kind is VerdictKind.REFUSED
    assert user.count == 1


def test_the_card_of_another_customer_brings_no_order_along(bench: ScanBench) -> None:
    user = bench.user
    kinds(user, CUSTOMER, card(Verb.ORDER, "PO-1"), card(Verb.QTY, "7"), card(Verb.CUSTOMER, "1700000043"))
    batch = bench.station.batch
    assert batch is not None
    assert (batch.draft.customer_id, batch.draft.order_number, batch.draft.expected_count) == ("1700000043", "", 0)


def test_a_box_is_finished_dropped_and_not_queued_by_hand(bench: ScanBench) -> None:
    user, bar = bench.user, bench.page.bar
    user.scan(CUSTOMER)
    batch = bench.station.batch
    assert batch is not None
    bench.desk.change(batch.id, replace(batch.draft, codes_per_box=CodesPerBox.TWO_IMEIS))
    bench.page.refresh()
    user.scan(imei(1))
    assert bar.finish.isVisible()
    assert bar.undo.isEnabled()
    bar.undo.click()
    assert not bar.finish.isVisible()
    kinds(user, imei(1), imei(2), imei(3))
    bench.page.commands.queue()
    assert user.banner == "A box is not finished"
    bar.finish.click()
    assert (user.count, bar.finish.isVisible()) == (2, False)


def test_two_imeis_apart_are_one_phone_or_two_by_card(bench: ScanBench) -> None:
    user = bench.user
    user.choose_customer("1700000042", codes=CodesPerBox.TWO_IMEIS)
    choices = user.page.choices
    assert kinds(user, imei(20), imei(30)) == ["part", "asked"]
    assert [one.text() for one in choices.answers] == [
        "Understood: One phone with both IMEIs",
        "Next box: Two phones: this one begins the next box",
    ]
    user.scan(NEXT)
    assert (user.title, user.number, user.count) == ("First IMEI of this box", group_imei(imei(30)), 1)
    assert (choices.isHidden(), user.numbers) == (True, [group_imei(imei(20))])
    assert kinds(user, imei(40)) == ["asked"]
    user.scan(ACK)
    assert (user.title, user.count) == ("Added", 2)
    assert kinds(user, imei(50), imei(70)) == ["part", "asked"]
    user.page.bar.finish.click()
    assert (user.title, user.number, user.count) == ("First IMEI of this box", group_imei(imei(70)), 3)
    assert kinds(user, imei(90)) == ["asked"]
    user.undo()
    assert (choices.isHidden(), user.title, user.count) == (True, "Box dropped", 3)
    assert kinds(user, imei(100), imei(130), UNDO) == ["part", "asked", "done"]
    assert (choices.isHidden(), user.title) == (True, "Box dropped")


def test_no_card_answers_while_on_hold(bench: ScanBench) -> None:
    user = bench.user
    user.choose_customer("1700000042", codes=CodesPerBox.TWO_IMEIS)
    kinds(user, imei(20), imei(30))
    user.hold()
    user.scan(ACK)
    assert user.count == 0
    assert bench.station.box.imeis == (imei(20),)
