"""A locked station as the scan page shows it: the reason stays until somebody has seen it, and nothing of it after that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.core import imei
from tests.pages import ScanBench
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.journal import Author
from ztdesk.domain.verdict import VerdictKind

ACK = encode(Command(Verb.ACK))
BADGE = encode(Command(Verb.OPERATOR, "JM-07"))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.show()
    yield bench
    bench.close()


def lock(bench: ScanBench) -> None:
    bench.user.choose_customer("1700000042", expected=1)
    bench.user.scan(imei(1))
    assert bench.user.scan(imei(2)).locks


def test_what_locked_stays_in_sight_whatever_is_scanned(bench: ScanBench) -> None:
    user = bench.user
    lock(bench)
    title, number, detail = user.title, user.number, user.detail
    assert user.scan(imei(3)).kind is VerdictKind.REFUSED
    assert (user.title, user.number) == (title, number)
    assert user.detail == f"{detail} Not taken since then: {group_imei(imei(3))}."
    user.scan(imei(4))
    assert group_imei(imei(3)) not in user.detail
    user.scan(encode(Command(Verb.UNDO)))
    assert user.detail == f"{detail} Nothing is taken until “Understood”."
    assert bench.heard[-1][0] is VerdictKind.REFUSED
    user.scan(ACK)
    assert user.title == "Go on scanning"
    assert user.scan(imei(3)).title.english() == "More than expected", "it locks anew, with its own number"
    assert user.number == group_imei(imei(3))


def test_the_reason_is_in_sight_again_after_a_restart(bench: ScanBench, qtbot: QtBot, tmp_path: Path) -> None:
    lock(bench)
    title, number, detail = bench.user.title, bench.user.number, bench.user.detail
    again = ScanBench(tmp_path)
    qtbot.addWidget(again.page)
    again.page.resume()
    again.page.show()
    user = again.user
    assert (user.title, user.number, user.detail) == (title, number, detail)
    user.scan(imei(3))
    assert user.detail == f"{detail} Not taken since then: {group_imei(imei(3))}."
    user.scan(ACK)
    assert user.title == "Go on scanning"
    again.close()


def test_nothing_is_offered_to_queue_while_locked_and_the_key_says_why(bench: ScanBench) -> None:
    user = bench.user
    lock(bench)
    assert not user.page.bar.queue.isEnabled()
    user.key(Qt.Key.Key_F12)
    assert user.banner.startswith("Locked until acknowledged")
    hint = user.page.banner.accessibleDescription()
    assert hint.startswith("Nothing was queued.")
    assert "scan this again" not in hint
    user.key(Qt.Key.Key_F7)
    assert (user.banner, user.title) == ("", "READY TO SCAN")
    assert user.page.bar.queue.isEnabled()


@pytest.mark.parametrize("scanned", [ACK, imei(3)])
def test_the_next_scan_takes_the_banner_away(bench: ScanBench, scanned: str) -> None:
    lock(bench)
    bench.user.key(Qt.Key.Key_F12)
    bench.user.scan(scanned)
    assert bench.user.banner == ""


def test_a_banner_about_a_box_goes_with_the_box(bench: ScanBench) -> None:
    user = bench.user
    user.choose_customer("1700000042")
    batch = bench.station.batch
    assert batch is not None
    user.scan(f"{imei(4)}\n{imei(5)}\n{imei(6)}")
    user.key(Qt.Key.Key_F12)
    assert user.banner.startswith("A box is not finished")
    user.key(Qt.Key.Key_F8)
    assert user.banner == ""


def test_a_question_closed_by_card_takes_its_words_along(bench: ScanBench) -> None:
    user = bench.user
    user.choose_customer("1700000042", expected=3)
    user.scan(imei(1))
    user.select_row(0)
    user.page.list.remove_asked.emit([bench.items.of_batch(1)[0]])
    assert user.scan(imei(2)).title.english() == "Close the open window first"
    user.scan(ACK)
    assert user.page.commands.dialog is None
    assert user.title == "READY TO SCAN"


def test_another_operator_is_told_to_confirm_the_customer(bench: ScanBench) -> None:
    user = bench.user
    bench.station.confirm_after_s = 1200.0

    def sign_on(badge: str) -> None:
        bench.station.author = replace(Author("Bench 3"), operator=badge)

    user.page.operator_named.connect(sign_on)
    user.choose_customer("1700000042")
    user.scan(imei(1))
    user.scan(BADGE)
    assert (user.title, user.number) == ("Now confirm the customer", "JM-07")
    assert "No scans are taken until" in user.detail
    assert "ACME Logistics GmbH" in user.detail
    assert not user.page.bar.queue.isEnabled()
    user.key(Qt.Key.Key_F12)
    assert "Nothing was queued." in user.page.banner.accessibleDescription()
    assert user.scan(ACK).title.english() == "Customer confirmed"
    assert (user.detail, user.banner) == ("Go on scanning for ACME Logistics GmbH.", "")
