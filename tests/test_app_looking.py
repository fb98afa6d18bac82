"""A look-up is answered in the panel: by this PC at once, then by the service, unless something else is shown by then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.pages import ScanBench
from ztdesk.app.looking import Looking
from ztdesk.background.sync_worker import SyncThread
from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import Found, LookedUp, Sighting
from ztdesk.domain.text import text
from ztdesk.domain.verdict import VerdictKind

FIND = encode(Command(Verb.FIND))
FIRST, SECOND = "001010120000003", "001010120000011"
PHONE = DeviceIdentifier(imei=FIRST)
HELD = Sighting(Found.OTHER_CUSTOMER, 0.0, "1700000077", "Müller & Söhne")


class Sync(QObject):
    """Remembers what it is asked."""

    sightings_changed = Signal(int)
    looked_up = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[DeviceIdentifier] = []

    def look_up(self, identifier: DeviceIdentifier) -> None:
        self.asked.append(identifier)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[ScanBench]:
    bench = ScanBench(tmp_path)
    qtbot.addWidget(bench.page)
    bench.page.resize(1366, 700)
    bench.page.show()
    bench.user.choose_customer("0042")
    yield bench
    bench.close()


@pytest.fixture
def looking(bench: ScanBench) -> Looking:
    return Looking(bench.page, bench.station, bench.items, bench.database, bench.now, bench.page)


def follow(looking: Looking) -> Sync:
    sync = Sync()
    looking.follow(sync)  # type: ignore[arg-type]
    return sync


def find(qtbot: QtBot, bench: ScanBench, payload: str) -> None:
    bench.user.scan(FIND)
    assert bench.user.scan(payload).kind is VerdictKind.DONE
    assert bench.user.title == "Looking it up"
    qtbot.waitUntil(lambda: bench.user.title != "Looking it up")


def test_a_sync_thread_is_what_is_followed() -> None:
    assert all(hasattr(SyncThread, name) for name in ("sightings_changed", "looked_up", "look_up"))


def test_this_pc_answers_first_and_the_service_completes_it(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    bench.user.scan(FIRST)
    find(qtbot, bench, FIRST)
    assert bench.user.title == "In an open batch"
    assert bench.user.detail == "Here: number 1 of batch 1 for ACME Logistics GmbH (1700000042). The service is asked …"
    assert bench.user.number.replace("-", "") == FIRST
    assert sync.asked == [PHONE]
    sync.looked_up.emit(LookedUp(PHONE, HELD))
    assert bench.user.title == "Claimed by us"
    assert bench.user.detail.startswith("The service has it claimed for Müller & Söhne (1700000077). Here: number 1")
    assert bench.user.count == 1, "nothing was added"


def test_a_look_up_adds_nothing_and_the_next_scan_is_a_scan(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    find(qtbot, bench, FIRST)
    assert bench.user.title == "Not known on this PC"
    assert bench.on_disk(1) == []
    assert bench.user.scan(SECOND).kind is VerdictKind.ADDED
    sync.looked_up.emit(LookedUp(PHONE, HELD))
    assert bench.user.title == "Added", "an answer that comes late covers no verdict"


def test_only_the_answer_to_the_last_question_is_shown(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    find(qtbot, bench, FIRST)
    find(qtbot, bench, SECOND)
    sync.looked_up.emit(LookedUp(PHONE, HELD))
    assert bench.user.title == "Not known on this PC"
    sync.looked_up.emit(LookedUp(DeviceIdentifier(imei=SECOND), HELD))
    assert bench.user.title == "Claimed by us"
    assert bench.user.number.replace("-", "") == SECOND


def test_offline_it_says_so(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    find(qtbot, bench, FIRST)
    sync.looked_up.emit(LookedUp(PHONE, None, text("No connection"), text("Wait.")))
    assert bench.user.title == "Not known on this PC"
    assert bench.user.detail.endswith("The service was not asked: No connection.")


def test_without_an_account_it_says_so(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    looking.follow(None)
    find(qtbot, bench, FIRST)
    assert bench.user.detail.endswith("The service was not asked: no account is set up yet.")
    assert sync.asked == []


def test_a_code_that_names_no_device_is_explained(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    find(qtbot, bench, "001010120000000")
    assert bench.user.title == "Not a valid IMEI"
    assert sync.asked == []


def test_the_list_follows_what_the_sync_found(qtbot: QtBot, bench: ScanBench, looking: Looking) -> None:
    sync = follow(looking)
    item_id = bench.user.scan(FIRST).item_id
    bench.database.connection.execute(
        "INSERT INTO sighting (item_id, found, looked_up_at) VALUES (?, 'vendor', 0)", (item_id,)
    )
    note = bench.page.list.sightings.note
    assert note.text == ""
    sync.sightings_changed.emit(1)
    qtbot.waitUntil(lambda: note.text.startswith("1 device is claimed for somebody else"))
