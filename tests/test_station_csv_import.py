"""Portal files and plain lists -> judged lines -> one batch."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.errors import ScanRejected, UsageError
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author, Event
from ztdesk.station.csv_import import Importer, Judged
from ztdesk.store.batches import Batches
from ztdesk.store.database import Database
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal

CUSTOMER = "1700000042"
AUTHOR = Author("Bench 1")
HEADING = "modemtype,modemid,serial,model,manufacturer,profiletype,owner\n"
ONE = "001010120000011"
TWO = "001010120000029"


@dataclass(frozen=True, slots=True)
class Desk:
    """A data folder with an importer."""

    folder: Path
    batches: Batches
    items: Items
    journal: Journal
    importer: Importer

    def judge(self, content: str | bytes, encoding: str = "utf-8") -> Judged:
        file = self.folder / "list.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return self.importer.judge(file, CUSTOMER)

    def reason(self, row: str) -> str:
        """Why this line, alone in a file of the portal's columns, is refused."""
        judged = self.judge(HEADING + row + "\n")
        assert not judged.good
        assert [bad.line for bad in judged.bad] == [2]
        return judged.bad[0].reason.english()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = Database(tmp_path / "data" / "ztdesk.db")
    journal = Journal(database)
    batches, items = Batches(database, journal), Items(database, journal)
    yield Desk(tmp_path, batches, items, journal, Importer(batches, items, lambda: 1000.0, AUTHOR))
    database.close()


def imeis_of(judged: Judged) -> list[str]:
    return [device.imei for device in judged.good]


def portal_row(imei: str = ONE) -> str:
    return f"IMEI,{imei},,Pixel 9,Google,ZERO_TOUCH,{CUSTOMER}\n"


def imei(number: int) -> str:
    body = f"00101012{number:06d}"
    total = sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(body))
    return body + str(-total % 10)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_way_a_spreadsheet_writes_text_is_read(desk: Desk, encoding: str, separator: str, ending: str) -> None:
    rows = HEADING + f'IMEI,"{ONE}",,"Téléphone",Crosscall,ZERO_TOUCH,{CUSTOMER}\n' + portal_row(TWO)
    judged = desk.judge(rows.replace(",", separator).replace("\n", ending), encoding)
    assert imeis_of(judged) == [ONE, TWO]
    assert judged.good[0].model == "Téléphone"
    assert judged.bad == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark_in_either_byte_order(desk: Desk, encoding: str) -> None:
    assert imeis_of(desk.judge("\ufeff" + HEADING + portal_row(), encoding)) == [ONE]


@pytest.mark.parametrize(
    ("content", "device"),
    [
        (f"modemtype,modemid,profiletype,owner\nIMEI,{ONE},ZERO_TOUCH,{CUSTOMER}", DeviceIdentifier(imei=ONE)),
        (f"Owner, ModemID ,ProfileType,modemtype\n{CUSTOMER},{ONE},zero_touch,imei", DeviceIdentifier(imei=ONE)),
        (
            f"serial,model,manufacturer,profiletype,owner\nR5CT10ABCDE,VM1A,Honeywell,ZERO_TOUCH,{CUSTOMER}",
            DeviceIdentifier(serial="R5CT10ABCDE", manufacturer="Honeywell", model="VM1A"),
        ),
        (
            f"modemtype,modemid,profiletype,owner\nMEID,268435462615803205,ZERO_TOUCH,{CUSTOMER}",
            DeviceIdentifier(meid="A0000042F12345"),
        ),
        (
            f"modemtype,modemid,modemtype2,modemid2,profiletype,owner\nIMEI,{TWO},IMEI,{ONE},ZERO_TOUCH,{CUSTOMER}",
            DeviceIdentifier(imei=ONE, imei2=TWO),
        ),
        (f'modemtype,modemid,profiletype,owner\nIMEI,"=""{ONE}""",ZERO_TOUCH,{CUSTOMER}', DeviceIdentifier(imei=ONE)),
        (f"modemtype,modemid,profiletype,owner,,\nIMEI,'{ONE},ZERO_TOUCH,{CUSTOMER},,", DeviceIdentifier(imei=ONE)),
    ],
)
def test_columns_may_be_fewer_and_in_any_order(desk: Desk, content: str, device: DeviceIdentifier) -> None:
    judged = desk.judge(content)
    assert [bad.reason.english() for bad in judged.bad] == []
    assert [one.identifier for one in judged.good] == [device]


@pytest.mark.parametrize("heading", ["", "IMEI\n", "imei1\n", "Device number\n", "# from the carrier\n\nIMEI\n"])
def test_a_plain_list_needs_no_heading(desk: Desk, heading: str) -> None:
    judged = desk.judge(f"{heading}{ONE}\n\n# and\n   \n00-101012-000002-9\nA0000042F12345\n")
    assert [device.identifier.plain() for device in judged.good] == [ONE, TWO, "A0000042F12345"]
    assert judged.bad == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (f"IMEI,3.58E+14,,,,ZERO_TOUCH,{CUSTOMER}", "spreadsheet rounded"),
        (f'IMEI,"3,58240112233E+14",,,,ZERO_TOUCH,{CUSTOMER}', "spreadsheet rounded"),
        (f",,1.23E+14,VM1A,Honeywell,ZERO_TOUCH,{CUSTOMER}", "spreadsheet rounded"),
        (f"IMEI,001010120000012,,,,ZERO_TOUCH,{CUSTOMER}", "check digit"),
        (f"IMEI,000000000000000,,,,ZERO_TOUCH,{CUSTOMER}", "zeros"),
        (f"IMEI,1010120000011,,,,ZERO_TOUCH,{CUSTOMER}", "lost zeros"),
        (f"IMEI,35824011223344,,,,ZERO_TOUCH,{CUSTOMER}", "this has 14"),
        (f"IMEI,3582401122334403,,,,ZERO_TOUCH,{CUSTOMER}", "IMEISV"),
        (f"IMEI,89049032004008882600001234567867,,,,ZERO_TOUCH,{CUSTOMER}", "this has 32"),
        (f"IMEI,A0000042F12345,,,,ZERO_TOUCH,{CUSTOMER}", "This is a MEID"),
        (f"IMEI,{ONE} 001010120000029,,,,ZERO_TOUCH,{CUSTOMER}", "more than one number"),
        (f"IMEI,R5CT10ABCDE,,,,ZERO_TOUCH,{CUSTOMER}", "not an IMEI"),
        (f"MEID,{ONE},,,,ZERO_TOUCH,{CUSTOMER}", "no MEID"),
        (f"WIFI,{ONE},,,,ZERO_TOUCH,{CUSTOMER}", "“WIFI”"),
        (f",{ONE},,,,ZERO_TOUCH,{CUSTOMER}", "IMEI or MEID"),
        (f"IMEI,,,,,ZERO_TOUCH,{CUSTOMER}", "number is missing"),
        (f",,,VM1A,Honeywell,ZERO_TOUCH,{CUSTOMER}", "neither"),
        (f",,R5CT10ABCDE,,Honeywell,ZERO_TOUCH,{CUSTOMER}", "needs manufacturer and model"),
        (f"IMEI,{ONE},R5CT10ABCDE,VM1A,,ZERO_TOUCH,{CUSTOMER}", "needs manufacturer and model"),
        (f",,?,VM1A,Honeywell,ZERO_TOUCH,{CUSTOMER}", "cannot be a serial"),
        (f"IMEI,{ONE},,,,SIM_LOCK,{CUSTOMER}", "“SIM_LOCK”"),
        (f"IMEI,{ONE},,,,ZERO_TOUCH,1700000043", "1700000043"),
        (f"IMEI,{ONE},,,,ZERO_TOUCH,", "owner"),
        (f"IMEI,{ONE},ZERO_TOUCH,{CUSTOMER}", "4 cells, the line of headings 7"),
        (f"IMEI,{ONE},,,,ZERO_TOUCH,{CUSTOMER},more", "8 cells"),
        (f"IMEI,{ONE},,Pixel\a,Google,ZERO_TOUCH,{CUSTOMER}", "cannot be shown"),
        (f"IMEI,{ONE},,{'x' * 300},Google,ZERO_TOUCH,{CUSTOMER}", "longer than 200"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_a_reason(desk: Desk, row: str, words: str) -> None:
    assert words in desk.reason(row)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "nothing in"),
        ("\n\n# no device\n", "no line with a device"),
        (HEADING, "nothing below"),
        (
            f"modemtype,modemid,imeitype,owner\nIMEI,{ONE},,{CUSTOMER}\n",
            "Line 1 should name the columns. Unknown: imeitype.",
        ),
        ("\nmodemtype,modemid,owner\n", "Line 2 names no column profiletype."),
        ("serial,profiletype,owner\n", "model, manufacturer"),
        ("profiletype,owner\n", "modemtype, modemid"),
        ("modemtype,modemid,modemid,profiletype,owner\n", "twice: modemid"),
        (f"{ONE},{TWO}\n", "should name the columns"),
        (HEADING + portal_row() + f'IMEI,"{TWO},,,,ZERO_TOUCH,{CUSTOMER}\n' + portal_row() * 3, "line 3"),
        (HEADING + portal_row() + f'IMEI,"{TWO}\n",,,,ZERO_TOUCH,{CUSTOMER}\n', "line 3"),
        (HEADING + portal_row() * 5000 + '"' + portal_row() * 5000, "line 5002"),
        (b"\x89\x00\x01rubbish\x00" * 50, "not text"),
        (bytes(range(1, 256)) * 20, "not text"),
        (b"\xde\xad,\xbe\xef\n" * 20, "Unknown: "),
        (b"\xff\xfe\x00", "not text"),
        (b"PK\x03\x04 a workbook", "Excel workbook"),
        (b"8" * 200_000, "more than 65536 bytes"),
    ],
)
def test_a_file_that_is_no_list_of_devices_is_refused_as_a_whole(desk: Desk, content: str | bytes, words: str) -> None:
    with pytest.raises(UsageError) as refusal:
        desk.judge(content)
    assert words in str(refusal.value)


def test_a_folder_and_a_missing_file_are_refused_in_words(desk: Desk) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        desk.importer.judge(desk.folder, CUSTOMER)
    with pytest.raises(UsageError, match="cannot be read"):
        desk.importer.judge(desk.folder / "none.csv", CUSTOMER)


def test_a_device_named_twice_is_told_with_the_other_line(desk: Desk) -> None:
    rows = [imei(number) for number in range(2500)]
    judged = desk.judge(HEADING + "".join(map(portal_row, [*rows, rows[7]])))
    assert len(judged.good) == 2500
    assert [(bad.line, bad.reason.english()) for bad in judged.bad] == [
        (2502, "The same device is named in line 9."),
    ]


def test_numbers_of_one_phone_are_not_taken_for_another(desk: Desk) -> None:
    judged = desk.judge(
        "modemtype,modemid,modemtype2,modemid2,profiletype,owner\n"
        f"IMEI,{ONE},IMEI,{TWO},ZERO_TOUCH,{CUSTOMER}\n"
        f"IMEI,{TWO},,,ZERO_TOUCH,{CUSTOMER}\n"
        f"IMEI,{imei(9)},IMEI,{imei(9)},ZERO_TOUCH,{CUSTOMER}\n"
    )
    assert [bad.line for bad in judged.bad] == [3, 4]
    assert judged.bad[0].reason.english() == "The same device is named in line 2."


def test_a_serial_number_counts_with_its_maker_and_model(desk: Desk) -> None:
    row = f",,R5CT10ABCDE,VM1A,Honeywell,ZERO_TOUCH,{CUSTOMER}\n"
    judged = desk.judge(HEADING + row + row.replace("VM1A", "VM2A") + row + row.replace("VM1A", "vm1a"))
    assert [(bad.line, bad.reason.english()) for bad in judged.bad] == [
        (4, "The same device is named in line 2."),
        (5, "The same device is named in line 2."),
    ]


def test_a_device_of_a_live_batch_is_told_with_that_batch(desk: Desk) -> None:
    there = desk.batches.open(BatchDraft("1", "ACME"), 1.0, AUTHOR)
    desk.items.add(there.id, NewItem(DeviceIdentifier(imei=TWO), TWO), 2.0, AUTHOR)
    desk.items.add(there.id, NewItem(DeviceIdentifier(meid="A0000042F12345"), "A0000042F12345"), 2.0, AUTHOR)
    both = DeviceIdentifier(meid="A0000042F12346", meid2="A0000042F12347")
    desk.items.add(there.id, NewItem(both, "A0000042F12346"), 2.0, AUTHOR)
    judged = desk.judge(f"{ONE}\n{TWO}\nA0000042F12345\nA0000042F12347\n")
    assert imeis_of(judged) == [ONE]
    assert [(bad.line, bad.value, bad.reason.english()) for bad in judged.bad] == [
        (2, "00-101012-000002-9", f"Already number 1 of the open batch {there.id} for ACME."),
        (3, "A0000042F12345", f"Already number 2 of the open batch {there.id} for ACME."),
        (4, "A0000042F12347", f"Already number 3 of the open batch {there.id} for ACME."),
    ]
    desk.batches.queue(there.id, 3.0, AUTHOR)
    assert "queued batch" in desk.judge(f"{TWO}\n").bad[0].reason.english()
    desk.batches.cancel(there.id, 4.0, AUTHOR)
    assert imeis_of(desk.judge(f"{TWO}\n")) == [TWO]


def test_good_lines_become_one_batch_in_the_order_of_the_file(desk: Desk) -> None:
    judged = desk.judge(
        "modemtype,modemid,manufacturer,profiletype,owner,phonenumber,ordernumber\n"
        f"IMEI,{TWO},Google,ZERO_TOUCH,{CUSTOMER},+49 30 1234,PO-1\nIMEI,{ONE},,ZERO_TOUCH,{CUSTOMER},,PO-1\n"
        f"IMEI,{imei(5)},,ZERO_TOUCH,{CUSTOMER},,PO-2\n"
    )
    assert [(bad.line, bad.reason.english()) for bad in judged.bad] == [
        (4, "The order number is “PO-2”, above it was “PO-1”. Import one file for each order.")
    ]
    batch = desk.importer.keep(judged, BatchDraft(CUSTOMER, "ACME"), "list.csv")
    assert batch == desk.batches.get(batch.id)
    assert (batch.total, batch.draft.order_number, batch.opened_at) == (2, "PO-1", 1000.0)
    items = desk.items.of_batch(batch.id)
    assert [(item.position, item.identifier, item.phone_number, item.raw) for item in items] == [
        (1, DeviceIdentifier(imei=TWO, manufacturer="Google"), "+49 30 1234", TWO),
        (2, DeviceIdentifier(imei=ONE), "", ONE),
    ]
    assert [(entry.event, entry.raw) for entry in desk.journal.entries()] == [
        (Event.OPENED, CUSTOMER),
        (Event.IMPORTED, "list.csv"),
    ]


def test_two_order_numbers_and_an_empty_batch_are_refused(desk: Desk) -> None:
    judged = desk.judge(f"modemtype,modemid,profiletype,owner,ordernumber\nIMEI,{ONE},ZERO_TOUCH,{CUSTOMER},PO-1\n")
    with pytest.raises(UsageError, match="Two order numbers"):
        desk.importer.keep(judged, BatchDraft(CUSTOMER, order_number="PO-2"), "list.csv")
    with pytest.raises(UsageError, match="No device to import"):
        desk.importer.keep(desk.judge("12\n"), BatchDraft(CUSTOMER), "list.csv")
    assert desk.batches.summaries() == ()


def test_nothing_is_kept_when_a_device_came_into_another_batch_meanwhile(desk: Desk) -> None:
    judged = desk.judge(f"{ONE}\n{TWO}\n")
    there = desk.batches.open(BatchDraft("1"), 1.0, AUTHOR)
    desk.items.add(there.id, NewItem(DeviceIdentifier(imei=TWO), TWO), 2.0, AUTHOR)
    with pytest.raises(ScanRejected, match="in another batch"):
        desk.importer.keep(judged, BatchDraft(CUSTOMER), "list.csv")
    assert [summary.batch.id for summary in desk.batches.summaries()] == [there.id]
    assert Event.IMPORTED not in {entry.event for entry in desk.journal.entries()}


def test_a_page_with_a_bad_line_is_judged_as_the_lines_alone_would_be(desk: Desk) -> None:
    rows = [portal_row(imei(number)) for number in range(3000)]
    rows[1500] = portal_row("3.58E+14")
    judged = desk.judge(HEADING + "".join(rows))
    assert imeis_of(judged) == [imei(number) for number in range(3000) if number != 1500]
    assert [bad.line for bad in judged.bad] == [1502]
    assert {(device.manufacturer, device.model) for device in judged.good} == {("Google", "Pixel 9")}


def test_a_file_of_nothing_but_bad_lines_is_counted_and_told_in_part(desk: Desk) -> None:
    judged = desk.judge("12\n" * 10_500)
    assert judged.bad_count == 10_500
    assert (len(judged.bad), judged.bad[-1].line) == (10_000, 10_000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda rows: (HEADING + rows).encode())))
def test_no_content_breaks_the_importer(desk: Desk, content: bytes) -> None:
    with suppress(UsageError):
        judged = desk.judge(content)
        assert len(judged.good) + judged.bad_count > 0
        assert all(bad.reason.english() and bad.value.isprintable() for bad in judged.bad)
