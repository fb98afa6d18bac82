"""From a customer chosen by keys to every device claimed: the whole window in this process, the service beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.bench import OBRIEN, bench, claimed_once, set_up
from tests.practice_service import RunningPractice, fresh_imei, practice
from ztdesk.domain.batch import ShownState
from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.ui.wording import words

__all__ = ["practice"]

IMEIS = [fresh_imei(unit) for unit in range(50)]
BAD = ("001010120000000", "00101012000001", "000000000000000")


def test_fifty_scans_become_fifty_claims(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice
) -> None:
    set_up(DataFolder(tmp_path / "station"), practice)
    with bench(qapp, qtbot, tmp_path / "station") as station:
        page, user = station.desktop.scan_page, station.user
        station.choose_customer("brien", order="8213")
        assert user.customer == "O'Brien & Sons"
        for number, imei in enumerate(IMEIS, 1):
            verdict = station.scan(imei)
            assert verdict.kind is VerdictKind.ADDED
            assert (user.title, user.count) == (words(verdict.title), number)
            assert user.number.replace("-", "") == imei
        assert [row.replace("-", "") for row in user.numbers] == IMEIS[::-1]

        for bad in BAD:
            verdict = station.scan(bad)
            assert verdict.kind is (VerdictKind.ASKED if len(bad) == 14 else VerdictKind.REFUSED)
            assert words(verdict.title)
            assert words(verdict.detail)
            assert (user.title, user.count) == (words(verdict.title), 50)
        again = station.scan(IMEIS[0])
        assert again.kind is VerdictKind.DUPLICATE
        assert len(user.rows) == 50

        batch_id = station.queue()
        summary = station.wait_for_verdicts(batch_id)
        assert summary.shown is ShownState.DONE
        station.key(Qt.Key.Key_Escape)
        station.desktop.window.show_page(1)
        assert station.scan(IMEIS[1]).kind is VerdictKind.REFUSED  # no customer chosen; said on this page too
        batches = station.desktop.batches_page
        batches.show_batch(batch_id)
        station.until(lambda: batches.list.selected() is not None)
        table = batches.details.devices.model()
        station.until(lambda: table.rowCount() == 50)
        shown = [
            " ".join(str(table.index(row, column).data()) for column in range(table.columnCount())) for row in range(50)
        ]
        assert all("laimed" in row for row in shown), shown[:3]
        station.until(lambda: station.desktop.window.connection_pill.text() == "Online")
        assert page.banner.isHidden()
    claimed_once(practice, IMEIS, OBRIEN)
    assert practice.control.ledger().count("partners.devices.claimAsync") == 1
