from pathlib import Path

import pytest

from tests.core import AUTHOR, START, Data, open_data
from ztdesk.domain.journal import Author, Entry, Event

COPIED = (
    "INSERT INTO journal SELECT {}, at, station, operator, event, batch_id, raw, verdict, hash, scanner, understood"
    " FROM journal WHERE id = {}"
)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    data = open_data(tmp_path / "ztdesk.db")
    for number in range(10):
        data.journal.write(Entry(START + number, AUTHOR, Event.SCANNED, None, f"raw {number}", "refused"))
    return data


def test_entries_come_back_as_they_were_written_oldest_first(data: Data) -> None:
    entries = list(data.journal.entries())
    assert [entry.raw for entry in entries] == [f"raw {number}" for number in range(10)]
    assert entries[3] == Entry(START + 3, AUTHOR, Event.SCANNED, None, "raw 3", "refused")
    assert data.journal.first_broken() is None


@pytest.mark.parametrize(
    ("tampering", "first"),
    [
        ("UPDATE journal SET raw = 'other' WHERE id = 4", 4),
        ("UPDATE journal SET at = at + 1 WHERE id = 1", 1),
        ("UPDATE journal SET operator = 'eve' WHERE id = 10", 10),
        ("UPDATE journal SET event = 'never_happened' WHERE id = 5", 5),
        ("UPDATE journal SET batch_id = 7 WHERE id = 6", 6),
        ("UPDATE journal SET scanner = 'Zebra COM4' WHERE id = 6", 6),
        ("UPDATE journal SET understood = 'x' WHERE id = 7", 7),
        ("UPDATE journal SET hash = zeroblob(32) WHERE id = 2", 2),
        ("DELETE FROM journal WHERE id = 1", 1),
        ("DELETE FROM journal WHERE id = 5", 5),
        ("DELETE FROM journal WHERE id = 10", 10),
        ("DELETE FROM journal WHERE id > 3", 4),
        ("DELETE FROM journal", 1),
        (COPIED.format(99, 10), 11),
        (COPIED.format(0, 1), 2),
    ],
)  # fmt: skip
def test_a_changed_removed_or_inserted_row_is_found(data: Data, tampering: str, first: int) -> None:
    data.database.connection.execute(tampering)
    assert data.journal.first_broken() == first


def test_going_on_after_rows_were_cut_off_does_not_hide_it(data: Data) -> None:
    data.database.connection.execute("DELETE FROM journal WHERE id > 8")
    data.journal.write(Entry(START, AUTHOR, Event.SCANNED, None, "later", "refused"))
    assert data.journal.first_broken() is not None


def test_an_entry_rolled_back_leaves_no_gap(data: Data) -> None:
    with pytest.raises(ZeroDivisionError), data.database.writing():  # noqa: PT012 - the block is what fails
        data.journal.append(Entry(START, AUTHOR, Event.SCANNED, None, "gone", ""))
        raise ZeroDivisionError
    data.journal.write(Entry(START, AUTHOR, Event.SCANNED, None, "kept", ""))
    assert data.journal.first_broken() is None


def test_whole_seconds_and_strange_texts_keep_the_chain_whole(data: Data) -> None:
    author = Author("Bench \ud800", "\x00ana")
    data.journal.write(Entry(1_790_000_000, author, Event.SCANNED, 3, "\udc80", "é\ud83d"))
    assert data.journal.first_broken() is None
    assert list(data.journal.entries())[-1].author.operator == "\x00ana"


def test_reading_does_not_keep_from_writing_and_sees_what_was_written_meanwhile(data: Data) -> None:
    for number in range(2000):
        with data.database.writing():
            data.journal.append(Entry(START, AUTHOR, Event.SCANNED, None, str(number), ""))
    entries = data.journal.entries()
    assert next(entries).raw == "raw 0"
    data.journal.write(Entry(START, AUTHOR, Event.SCANNED, None, "meanwhile", ""))
    assert not data.database.connection.in_transaction
    rest = list(entries)
    assert len(rest) == 2010
    assert rest[-1].raw == "meanwhile"
    assert data.journal.first_broken() is None


def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    data = open_data(tmp_path / "new.db")
    assert data.journal.first_broken() is None
    assert list(data.journal.entries()) == []
