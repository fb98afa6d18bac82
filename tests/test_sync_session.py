"""The sync of one data folder: what it takes is given back whatever happens, and who is in its way is named."""

from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, imei, open_data
from tests.fake_service import Watcher
from tests.practice_service import practice_in_process
from ztdesk.domain.batch import NewItem
from ztdesk.domain.errors import TryLater
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import Found
from ztdesk.paths import DataFolder
from ztdesk.practice.failing import HELD_BY_CUSTOMER, HELD_BY_VENDOR
from ztdesk.practice.records import PARTNER_ID
from ztdesk.services import Services
from ztdesk.settings import Settings
from ztdesk.store.database import Database
from ztdesk.store.sightings import Sightings
from ztdesk.sync.engine import Engine
from ztdesk.sync.lock import SyncLock
from ztdesk.sync_session import SyncSession


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Database]:
    """The databases that were closed."""
    closed: list[Database] = []
    close = Database.close

    def noting(database: Database) -> None:
        closed.append(database)
        close(database)

    monkeypatch.setattr(Database, "close", noting)
    return closed


def is_free(folder: DataFolder) -> bool:
    lock = SyncLock(folder.sync_lock)
    taken = lock.take()
    if taken:
        lock.give_back()
    return taken


def fail(*_arguments: object) -> None:
    raise ZeroDivisionError


def test_a_session_holds_the_right_to_send_until_it_is_closed(folder: DataFolder, closed: list[Database]) -> None:
    session = SyncSession(folder, Settings(), Watcher())
    assert not is_free(folder)
    session.close()
    assert is_free(folder)
    assert len(closed) == 1


@pytest.mark.parametrize("where", [(Services, "engine"), (Engine, "refresh_customers")])
def test_what_cannot_be_built_leaves_nothing_open(
    folder: DataFolder, closed: list[Database], monkeypatch: pytest.MonkeyPatch, where: tuple[type, str]
) -> None:
    monkeypatch.setattr(*where, fail)
    with pytest.raises(ZeroDivisionError) as kept:
        SyncSession(folder, Settings(), Watcher())
    assert is_free(folder)
    assert len(closed) == 1
    assert kept.value is not None


def test_what_cannot_be_closed_leaves_nothing_else_open(
    folder: DataFolder, closed: list[Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SyncSession(folder, Settings(), Watcher())
    monkeypatch.setattr(Engine, "close", fail)
    with pytest.raises(ZeroDivisionError):
        session.close()
    assert is_free(folder)
    assert len(closed) == 1


def test_a_session_of_a_window_looks_open_batches_up_and_answers_a_person(tmp_path: Path) -> None:
    told: list[int] = []
    with practice_in_process(tmp_path / "practice") as practice:
        settings = Settings(PARTNER_ID, str(practice.key_file), practice.url)
        data = open_data(DataFolder(tmp_path / "data").database_file)
        held = [HELD_BY_CUSTOMER.imei, HELD_BY_VENDOR.imei, imei(1)]
        news = [NewItem(DeviceIdentifier(imei=number), number) for number in held]
        batch = data.batches.open_with(ACME, news, START, AUTHOR, "test")
        session = SyncSession(DataFolder(tmp_path / "data"), settings, Watcher(), None, told.append)
        for _ in range(50):
            if len(told) == len(held):
                break
            session.step()
        answer = session.look_up(DeviceIdentifier(imei=HELD_BY_CUSTOMER.imei))
        session.close()
    ids = [item.id for item in data.items.of_batch(batch.id)]
    seen = Sightings(data.database).of(ids)
    assert [seen[one].found for one in ids] == [Found.OTHER_CUSTOMER, Found.VENDOR, Found.UNCLAIMED]
    assert seen[ids[0]].customer_name == "Hansen Baumarkt KG"
    assert seen[ids[1]].company == "1800000001"
    assert told == [batch.id] * 3
    assert answer.sighting is not None
    assert (answer.sighting.found, answer.sighting.customer_name) == (Found.OTHER_CUSTOMER, "Hansen Baumarkt KG")
    data.database.close()


def test_who_is_in_the_way_is_named(folder: DataFolder) -> None:
    first = SyncSession(folder, Settings(), Watcher())
    with pytest.raises(TryLater, match="account before"):
        SyncSession(folder, Settings(), Watcher())
    (holder,) = folder.root.glob("*.holder")
    holder.write_text("Bench 4 4711", encoding="utf-8")
    with pytest.raises(TryLater, match="Another ztdesk"):
        SyncSession(folder, Settings(), Watcher())
    first.close()
    again = SyncSession(folder, Settings(), Watcher())
    again.close()
    assert [file.name for file in folder.root.glob("*.holder")] == []
