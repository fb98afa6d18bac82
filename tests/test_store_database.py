import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, device, open_data
from tests.data.make_version_1 import FILE as VERSION_1
from ztdesk.domain.batch import BatchState, Retried, ShownState
from ztdesk.domain.errors import StoreFailure
from ztdesk.store import database as database_module
from ztdesk.store.database import Database
from ztdesk.store.migrations import MIGRATIONS

ROOT = Path(__file__).resolve().parent.parent
A_STEP = "ALTER TABLE batch ADD COLUMN note TEXT NOT NULL DEFAULT ';';\nCREATE INDEX note ON batch (note);"


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A second process of this program."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finished(process: subprocess.Popen[str], said: str = "") -> str:
    out, err = process.communicate(said, timeout=60)
    assert process.returncode == 0, err
    return out


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ztdesk.db"


def test_a_commit_survives_power_loss_and_references_hold(file: Path) -> None:
    database = Database(file)

    def pragma(name: str) -> object:
        return database.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 10_000
    assert pragma("user_version") == len(MIGRATIONS)
    database.close()
    database.close()


def test_a_block_that_fails_leaves_nothing(file: Path) -> None:
    database = Database(file)
    with pytest.raises(RuntimeError), database.writing() as connection:  # noqa: PT012 - the block is what fails
        connection.execute("INSERT INTO kept VALUES ('a', 'b')")
        raise RuntimeError
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    database.close()


def test_reading_inside_a_transaction_sees_it_and_does_not_end_it(file: Path) -> None:
    database = Database(file)
    with pytest.raises(RuntimeError), database.writing() as connection:  # noqa: PT012 - the block is what fails
        connection.execute("INSERT INTO kept VALUES ('a', 'b')")
        with database.reading() as inner:
            assert inner.execute("SELECT value FROM kept").fetchone() == ("b",)
        with pytest.raises(ZeroDivisionError), database.reading():
            raise ZeroDivisionError
        assert connection.in_transaction
        raise RuntimeError
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    database.close()


def test_a_fault_of_the_program_is_not_called_a_damaged_file(file: Path) -> None:
    database = Database(file)
    with pytest.raises(sqlite3.IntegrityError), database.writing() as connection:
        connection.execute("INSERT INTO item (batch_id, position, raw, scanned_at) VALUES (99, 1, '', 0)")
    database.close()
    with pytest.raises(sqlite3.ProgrammingError), database.reading():
        pass


@pytest.mark.parametrize("name", ["ztdesk.db", "Zoë 100%? #1.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    Database(tmp_path / "new" / "folders" / name).close()
    assert (tmp_path / "new" / "folders" / name).is_file()


def test_an_sqlite_that_is_too_old_is_said_before_a_file_is_made(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")
    with pytest.raises(StoreFailure) as caught:
        Database(file)
    assert "3.36.0" in caught.value.hint.english()
    assert "3.37" in caught.value.hint.english()
    assert not file.exists()


def test_a_newer_file_is_refused_with_both_numbers_and_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE other (x)")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreFailure) as caught:
        Database(file)
    assert "99" in caught.value.hint.english()
    assert str(len(MIGRATIONS)) in caught.value.hint.english()
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_version_1_is_migrated_with_everything_in_it(file: Path) -> None:
    shutil.copy(VERSION_1, file)
    data = open_data(file)
    shown = [summary.shown for summary in data.batches.summaries()]
    assert shown == [
        ShownState.OPEN,
        ShownState.CANCELLED,
        ShownState.SENDING,
        ShownState.NEEDS_ATTENTION,
        ShownState.DONE_WITH_FAILURES,
    ]
    assert data.journal.first_broken() is None
    assert [customer.name for customer in data.catalogue.customers()] == ["ACME", "Globex"]
    remembered = data.desk.remembered()
    assert remembered is not None
    assert data.batches.get(remembered).state is BatchState.OPEN
    data.items.add(remembered, device(77), START, AUTHOR)
    refused = data.batches.summaries()[3]
    assert (refused.open_failures, refused.retried) == (2, ())
    retry = data.desk.retry_failed(refused.batch.id)
    assert data.batches.summary(refused.batch.id).retried == (Retried(retry.batch.id, 2),)
    assert data.journal.first_broken() is None
    data.database.close()


def test_version_1_is_copied_before_it_is_migrated(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(VERSION_1, file)
    newest = len(MIGRATIONS) + 1
    monkeypatch.setattr(database_module, "MIGRATIONS", (*MIGRATIONS, A_STEP))
    Database(file).close()
    copy = file.with_name(f"ztdesk.before-{newest}.db")
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM item").fetchone() == (10,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newest,)
        assert connection.execute("SELECT note FROM batch LIMIT 1").fetchone() == (";",)
    connection.close()
    kept = copy.read_bytes()
    Database(file).close()
    assert copy.read_bytes() == kept
    assert not list(file.parent.glob("*.new"))


def test_a_migration_that_fails_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(VERSION_1, file)
    monkeypatch.setattr(database_module, "MIGRATIONS", (*MIGRATIONS, A_STEP + "\nINSERT INTO nowhere VALUES (1);"))
    with pytest.raises(StoreFailure):
        Database(file)
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert "note" not in [row[1] for row in connection.execute("PRAGMA table_info(batch)")]
    connection.close()


def test_a_new_file_is_not_copied(file: Path) -> None:
    Database(file).close()
    assert not list(file.parent.glob("*before*"))


OPENING = """
import sys
from pathlib import Path
from ztdesk.store import database
database.MIGRATIONS += (sys.argv[2],)
print("ready", flush=True)
sys.stdin.readline()
database.Database(Path(sys.argv[1])).close()
print("opened")
"""


@pytest.mark.parametrize("old", [False, True])
def test_processes_that_open_at_once_all_get_in(file: Path, old: bool) -> None:
    if old:
        shutil.copy(VERSION_1, file)
    processes = [child(OPENING, file, A_STEP) for _ in range(4)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [finished(process) for process in processes] == ["opened\n"] * 4
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    connection.close()
    if old:
        with sqlite3.connect(file.with_name(f"ztdesk.before-{len(MIGRATIONS) + 1}.db")) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        connection.close()


WRITING = """
import sys
from pathlib import Path
from tests.core import ACME, AUTHOR, START, device, open_data
data = open_data(Path(sys.argv[1]))
for unit in range(int(sys.argv[3]), int(sys.argv[4])):
    data.items.add(int(sys.argv[2]), device(unit), START, AUTHOR)
"""


def test_two_processes_write_at_once_and_the_journal_stays_whole(file: Path) -> None:
    data = open_data(file)
    batch = data.batches.open(ACME, START, AUTHOR)
    other = child(WRITING, file, batch.id, 0, 300)
    for unit in range(200, 500):
        data.items.add(batch.id, device(unit), START, AUTHOR)
    finished(other)
    items = data.items.of_batch(batch.id)
    assert len({item.identifier.imei for item in items}) == len(items) == 500
    assert [item.position for item in items] == list(range(1, 501))
    assert data.batches.get(batch.id).total == 500
    assert data.journal.first_broken() is None
    data.database.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.core import ACME, AUTHOR, START, device, open_data
data = open_data(Path(sys.argv[1]))
for unit in range(50):
    data.items.add(int(sys.argv[2]), device(unit), START, AUTHOR)
connection = data.database.connection
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO kept VALUES ('half', 'done')")
print("written", flush=True)
sys.stdin.read()
"""


def test_what_was_confirmed_outlives_a_killed_process_and_nothing_else_does(file: Path) -> None:
    data = open_data(file)
    batch = data.batches.open(ACME, START, AUTHOR)
    data.database.close()
    process = child(KILLED, file, batch.id)
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.kill()
    process.communicate()
    assert file.with_name("ztdesk.db-wal").stat().st_size > 0
    data = open_data(file)
    assert len(data.items.of_batch(batch.id)) == 50
    assert data.catalogue.kept("half") is None
    assert data.journal.first_broken() is None
    data.database.close()


def test_a_full_disk_says_so_keeps_what_was_confirmed_and_goes_on_later(file: Path) -> None:
    data = open_data(file)
    batch = data.batches.open(ACME, START, AUTHOR)
    connection = data.database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    added = 0
    with pytest.raises(StoreFailure) as caught:  # noqa: PT012 - the block is what fails
        for unit in range(1000):
            data.items.add(batch.id, device(unit), START, AUTHOR)
            added += 1
    assert "full" in caught.value.hint.english()
    assert not connection.in_transaction
    assert data.batches.get(batch.id).total == len(data.items.of_batch(batch.id)) == added > 0
    connection.execute("PRAGMA max_page_count = 1000000")
    data.items.add(batch.id, device(5000), START, AUTHOR)
    assert data.journal.first_broken() is None
    data.database.close()


LIMITED = """
import resource, sys
from pathlib import Path
from tests.core import ACME, AUTHOR, START, device, open_data
from ztdesk.domain.errors import StoreFailure
data = open_data(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
added = 0
try:
    for unit in range(100_000):
        data.items.add(int(sys.argv[2]), device(unit), START, AUTHOR)
        added += 1
except StoreFailure as error:
    print(added, "disk" in error.hint.english())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is POSIX")
def test_a_file_that_may_not_grow_fails_cleanly_and_loses_nothing_confirmed(file: Path) -> None:
    data = open_data(file)
    batch = data.batches.open(ACME, START, AUTHOR)
    added, told = finished(child(LIMITED, file, batch.id)).split()
    assert told == "True"
    assert len(data.items.of_batch(batch.id)) == int(added) > 0
    assert data.journal.first_broken() is None
    data.database.close()


def test_a_folder_that_cannot_be_made_or_written_is_a_store_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreFailure):
        Database(tmp_path / "file" / "ztdesk.db")
    with pytest.raises(StoreFailure):
        Database(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs rights that can be taken away")
def test_a_read_only_folder_is_a_store_failure(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreFailure):
            Database(folder / "ztdesk.db")
    finally:
        folder.chmod(0o700)


def test_a_file_whose_writes_are_refused_says_that_it_cannot_be_written_to(file: Path) -> None:
    database = Database(file)
    database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreFailure, match="cannot be written"), database.writing() as connection:
        connection.execute("INSERT INTO kept VALUES ('a', 'b')")
    database.close()


def test_a_file_that_is_no_database_is_called_damaged_and_left_alone(file: Path) -> None:
    file.write_bytes(b"not a database at all, but long enough to look at" * 100)
    before = file.read_bytes()
    with pytest.raises(StoreFailure, match="damaged"):
        Database(file)
    assert file.read_bytes() == before


def test_damage_in_the_middle_is_told_when_it_is_met(file: Path) -> None:
    data = open_data(file)
    batch = data.opened(range(2000))
    data.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data.database.close()
    content = bytearray(file.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 2000] = b"\xa5" * 2000
    file.write_bytes(content)
    with pytest.raises(StoreFailure):
        open_data(file).items.of_batch(batch.id)


def test_another_that_holds_the_data_too_long_is_said(file: Path) -> None:
    holder = Database(file)
    waiting = Database(file)
    waiting.connection.execute("PRAGMA busy_timeout = 20")
    with holder.writing(), pytest.raises(StoreFailure, match="Another program holds"), waiting.writing():
        pass
    with waiting.writing() as connection:
        connection.execute("INSERT INTO kept VALUES ('a', 'b')")
    holder.close()
    waiting.close()


def test_a_connection_of_another_thread_is_a_bug_not_a_damaged_file(file: Path) -> None:
    database = Database(file)
    caught: list[BaseException] = []

    def use() -> None:
        try:
            with database.writing():
                pass
        except BaseException as error:  # noqa: BLE001 - looked at below
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join(10)
    assert [type(error) for error in caught] == [sqlite3.ProgrammingError]
    database.close()


def test_a_writer_is_not_held_up_by_somebody_reading_and_a_reader_sees_one_moment(file: Path) -> None:
    reader, writer = Database(file), Database(file)
    with reader.reading() as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
        with writer.writing() as other:
            other.execute("INSERT INTO kept VALUES ('a', 'b')")
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    with reader.reading() as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)
    writer.checkpoint()
    reader.close()
    writer.close()
