"""Exported files say what became of every device, and a spreadsheet can neither spoil nor run what is in them."""

import csv
import io
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from ztdesk.domain.batch import (
    Batch,
    BatchDraft,
    BatchState,
    BatchSummary,
    Counts,
    Item,
    ItemState,
    ShownState,
)
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.station.csv_export import ENCODING, items_in_order, save_items, write_items

IMEI = "001010123456788"
FAILED = "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"


def summary(**draft: str) -> BatchSummary:
    usual = BatchDraft("1700000042", "ACME", "PO-88213")
    batch = Batch(
        7,
        replace(usual, **draft),  # type: ignore[arg-type]
        BatchState.QUEUED,
        "Bench 3",
        "",
        0.0,
        1.0,
        1,
    )
    return BatchSummary(batch, Counts(1), ShownState.DONE, 100, False, ("operations/a/1", "operations/a/2"), None)


def item(position: int = 1, **fields: object) -> Item:
    device = Item(
        position, 7, position, DeviceIdentifier(imei=IMEI), "", "", scanned_at=1_790_000_000.5, state=ItemState.PENDING
    )
    return replace(device, **fields)  # type: ignore[arg-type]


def written(*items: Item, of: BatchSummary | None = None) -> str:
    out = io.StringIO(newline="")
    assert write_items(items, of or summary(), out) == len(items)
    return out.getvalue()


def rows(*items: Item, of: BatchSummary | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(*items, of=of), newline="")))


def test_a_failed_device_says_what_happened_and_what_to_do() -> None:
    failed = item(
        3, state=ItemState.FAILED, status=FAILED, error_identifier="DEVICE_ALREADY_EXISTS", error_message="Held."
    )
    (row,) = rows(failed)
    assert row == {
        "Position": "3",
        "IMEI": f"\t{IMEI}",
        "IMEI 2": "",
        "MEID": "",
        "MEID 2": "",
        "Serial number": "",
        "Manufacturer": "",
        "Model": "",
        "Order number": "PO-88213",
        "Customer id": "\t1700000042",
        "Customer name": "ACME",
        "State": "failed",
        "Verdict": "Already claimed elsewhere",
        "What to do": (
            "Set the phone aside and look it up in the portal. Whoever holds it there must release it; then retry."
        ),
        "Status": FAILED,
        "Error identifier": "DEVICE_ALREADY_EXISTS",
        "Error message": "Held.",
        "Device id": "",
        "Scanned at": row["Scanned at"],
        "Operations": "operations/a/1 operations/a/2",
        "Delivery note": "",
    }


def test_what_is_not_on_the_delivery_note_says_so() -> None:
    out, noted = io.StringIO(newline=""), summary()
    noted = replace(noted, batch=replace(noted.batch, has_note=True))
    write_items((item(1), item(2)), noted, out, unexpected_ids={2})
    told = [row["Delivery note"] for row in csv.DictReader(io.StringIO(out.getvalue(), newline=""))]
    assert told == ["On the note", "Not on the note"]


def test_the_time_is_local_and_names_its_offset() -> None:
    (row,) = rows(item())
    moment = datetime.fromisoformat(row["Scanned at"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", row["Scanned at"])
    assert moment.timestamp() == 1_790_000_000
    assert moment.utcoffset() == datetime.fromtimestamp(1_790_000_000).astimezone().utcoffset()


def test_lines_end_as_excel_expects() -> None:
    text = written(item(), item(2))
    assert text.count("\r\n") == text.count("\n") == 3


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+49 30 1", "'+49 30 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\n@x", "'@x"),
        ("  =1", "'  =1"),
        ("A=1", "A=1"),
        ("two\r\nlines", "two lines"),
        ('quoted "name", with comma', 'quoted "name", with comma'),
        ("日本物流株式会社", "日本物流株式会社"),
    ],
)
def test_no_name_can_act_as_a_formula(name: str, cell: str) -> None:
    assert rows(item(), of=summary(customer_name=name))[0]["Customer name"] == cell


@pytest.mark.parametrize("field", ["order_number", "customer_id", "customer_name"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\t\t-"])
def test_no_cell_of_the_batch_begins_a_formula(field: str, start: str) -> None:
    for cell in rows(item(), of=summary(**{field: f"{start}1+1"}))[0].values():
        assert not re.match(r"[\s\t]*[=+\-@]", cell)


def test_messages_of_the_service_cannot_act_as_a_formula() -> None:
    bad = item(state=ItemState.FAILED, status="=1", error_identifier="+1", error_message="@1", device_id="-1")
    row = rows(bad)[0]
    assert [row[title] for title in ("Status", "Error identifier", "Error message", "Device id")] == [
        "'=1",
        "'+1",
        "'@1",
        "'-1",
    ]


@pytest.mark.parametrize("number", ["0012", "4500017", "12E5", "1-2", "3/4", "MAR12", "Sept-24", "1.50", ".5"])
def test_numbers_that_are_names_stay_text(number: str) -> None:
    row = rows(item(identifier=DeviceIdentifier(serial=number, manufacturer="m", model=number)))[0]
    assert row["Serial number"] == row["Model"] == f"\t{number}"
    assert rows(item(), of=summary(order_number=number))[0]["Order number"] == f"\t{number}"


@pytest.mark.parametrize("number", ["PO-88213", "R5CT10ABCDE", "A0000012345678"])
def test_what_no_spreadsheet_mistakes_stays_as_it_is(number: str) -> None:
    assert rows(item(), of=summary(order_number=number))[0]["Order number"] == number


def test_both_imeis_and_the_device_id_keep_every_digit() -> None:
    both = item(identifier=DeviceIdentifier(imei=IMEI, imei2="990000862471854"), device_id="8800000000000000123")
    row = rows(both)[0]
    assert [row[title].strip() for title in ("IMEI", "IMEI 2", "Device id")] == [
        IMEI,
        "990000862471854",
        "8800000000000000123",
    ]
    # A reader that takes a tab for the end of a cell must find it inside quotes.
    assert f'"\t{IMEI}"' in written(both)


def test_words_are_put_into_the_given_language() -> None:
    out = io.StringIO(newline="")
    write_items([item()], summary(), out, translate=lambda source, _count: f"<{source}>")
    head, line = out.getvalue().splitlines()
    assert '"<IMEI>"' in head
    assert '"<Waiting to be sent>"' in line


def test_a_file_begins_with_its_mark_and_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "Zürich.csv"
    file.write_text("before", encoding="utf-8")
    assert save_items(file, [item(), item(2)], summary()) == 2
    assert file.read_bytes().startswith(b"\xef\xbb\xbf" + b'"Position"')
    assert len(file.read_text(encoding=ENCODING).splitlines()) == 3
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_could_not_be_finished_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("before", encoding="utf-8")

    def breaking() -> Iterator[Item]:
        yield item()
        raise InterruptedByTestError

    with pytest.raises(InterruptedByTestError):
        save_items(file, breaking(), summary())
    assert file.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreFailure) as caught:
        save_items(tmp_path / "missing" / "a.csv", [item()], summary())
    assert str(caught.value.title) == "File could not be written"
    assert "choose another name" in str(caught.value.hint)


def test_rows_are_read_by_the_chunk_in_the_order_of_the_scans() -> None:
    reader = Reader(2500)
    told: list[tuple[int, int]] = []
    found = [one.position for one in items_in_order(reader, 7, lambda done, total: told.append((done, total)))]
    assert found == list(range(1, 2501))
    assert reader.largest == 1000
    assert told == [(1000, 2500), (2000, 2500), (2500, 2500)]


def test_many_rows_cost_little_more_than_writing_them() -> None:
    many = [
        item(
            position,
            identifier=DeviceIdentifier(imei=f"{position:015d}"),
            state=ItemState.SUCCEEDED,
            device_id=str(8_800_000_000_000_000_000 + position),
            scanned_at=1_790_000_000.0 + position,
        )
        for position in range(1, 20_001)
    ]
    ready = [tuple(row) for row in csv.reader(io.StringIO(written(*many), newline=""))]
    bare = min(_seconds(lambda: csv.writer(io.StringIO(newline="")).writerows(ready)) for _ in range(5))
    ours = min(_seconds(lambda: write_items(many, summary(), io.StringIO(newline=""))) for _ in range(5))
    # Three times is what it should be; the rest is for machines that do other things meanwhile.
    assert ours < 6 * bare


class InterruptedByTestError(Exception):
    pass


class Reader:
    """Items that exist only when asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.largest = 0

    def ids(self, _batch_id: int, *, newest_first: bool = True) -> list[int]:
        assert not newest_first
        return list(range(1, self._count + 1))

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        self.largest = max(self.largest, len(ids))
        return [item(one) for one in ids]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
