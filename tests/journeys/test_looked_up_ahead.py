"""A pile with other people's phones in it: said in the list before anything is sent, and a single one asked for by card."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.bench import LONG_MS, bench, set_up
from tests.practice_service import RunningPractice, fresh_imei, practice
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import DataFolder
from ztdesk.practice.failing import HELD_BY_CUSTOMER, HELD_BY_VENDOR

__all__ = ["practice"]


def test_what_others_hold_is_shown_before_it_is_sent(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice: RunningPractice
) -> None:
    set_up(DataFolder(tmp_path / "station"), practice)
    with bench(qapp, qtbot, tmp_path / "station") as station:
        page, user = station.desktop.scan_page, station.user
        station.choose_customer("brien")
        for imei in (fresh_imei(1), HELD_BY_CUSTOMER.imei, HELD_BY_VENDOR.imei, fresh_imei(2)):
            assert station.scan(imei).kind is VerdictKind.ADDED
        note = page.list.sightings.note
        qtbot.waitUntil(lambda: note.text.startswith("2 devices are claimed for somebody else"), timeout=LONG_MS)
        column = page.list.model.column(3)
        rows = [page.list.model.row(place) for place in range(4)]

        def told() -> list[str]:
            return [column.plain(row) for row in rows if row is not None]

        qtbot.waitUntil(lambda: "Not looked up yet" not in told(), timeout=LONG_MS)
        assert told() == [
            "Not known yet: it can be claimed",
            "Claimed through a vendor: 1800000001",
            "Claimed for another customer of ours: Hansen Baumarkt KG (1700000051)",
            "Not known yet: it can be claimed",
        ]

        station.scan(encode(Command(Verb.FIND)))
        assert station.scan(HELD_BY_CUSTOMER.imei).kind is VerdictKind.DONE
        qtbot.waitUntil(lambda: user.title == "Claimed by us", timeout=LONG_MS)
        assert "Hansen Baumarkt KG" in user.detail
        assert "number 2 of batch 1" in user.detail
        assert user.count == 4
