"""The codes of one box, as the station takes them one after the other or from one label."""

import sqlite3
from pathlib import Path

import pytest

from tests.core import Data, imei, open_data
from tests.packing import carton, chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.journal import Event
from ztdesk.domain.question import Answer
from ztdesk.domain.verdict import VerdictKind
from ztdesk.practice.identifiers import with_check_digit

OTHER_TAC = with_check_digit("00101099000099")


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_the_codes_of_a_box_come_in_any_order_and_make_one_device(data: Data, order: tuple[int, int, int]) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    codes = (imei(4), imei(3), "R5CT10ABCDE")
    assert kinds(data, *(codes[place] for place in order)) == ["part", "part", "added"]
    assert held(data, batch) == [(imei(3), imei(4), "R5CT10ABCDE")]
    assert data.item(batch, 1).raw.split("\n") == [codes[place] for place in order]
    assert not data.station.is_box_begun


def test_a_box_that_was_begun_outlives_the_program(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, imei(1)) == ["part"]
    data.database.close()
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert again.station.is_box_begun
    assert kinds(again, imei(2)) == ["added"]
    assert held(again, batch) == [(imei(1), imei(2), "")]
    assert again.boxes.parts(batch.id) == ()


def test_the_next_box_begun_too_early_is_said(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, imei(1), imei(1), OTHER_TAC) == ["part", "duplicate", "refused"]
    assert data.station.take(OTHER_TAC).title.english() == "Another phone's IMEI"
    assert kinds(data, imei(2)) == ["added"]
    assert held(data, batch) == [(imei(1), imei(2), "")]


def test_two_labels_that_both_say_imei1_are_two_phones(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, f"IMEI1:{imei(1)}", f"IMEI1:{imei(2)}", f"IMEI1:{imei(1)}") == ["part", "refused", "duplicate"]
    assert data.station.take(f"IMEI1:{imei(2)}").title.english() == "Another phone's IMEI"
    assert kinds(data, f"IMEI2:{imei(2)}") == ["added"]
    assert held(data, batch) == [(imei(1), imei(2), "")]


def test_a_piece_of_an_imei_is_not_kept_as_the_serial(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    verdict = data.station.take(imei(1)[:11])
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "Digits alone: not clear")
    assert kinds(data, imei(1), imei(2), imei(2)[4:], "SN:22140523021") == ["part", "part", "refused", "added"]
    assert held(data, batch) == [(imei(1), imei(2), "22140523021")]


def test_a_third_imei_and_a_second_serial_are_said(data: Data) -> None:
    chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    assert kinds(data, imei(1), imei(2), imei(3)) == ["part", "part", "refused"]
    data.station.undo_last()
    assert kinds(data, "R5CT10ABCDE", "R5CT10ABCDF", imei(1)) == ["part", "refused", "part"]


def test_a_code_of_two_codes_is_kept_whole_and_told_once(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    code = f"IMEI:{imei(1)};SN:R5CT10ABCDE"
    assert kinds(data, code, code) == ["part", "duplicate"]
    told = [entry.verdict for entry in data.journal.entries() if entry.event is Event.PUT_BY]
    assert told == ["put by: imei, serial"]
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert kinds(again, imei(2)) == ["added"]
    assert held(again, batch) == [(imei(1), imei(2), "R5CT10ABCDE")]
    assert again.item(batch, 1).raw == f"{code}\n{imei(2)}"


def test_a_code_brings_what_is_new_beside_what_is_kept(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    assert kinds(data, imei(1), f"IMEI:{imei(1)};SN:R5CT10ABCDE", imei(2)) == ["part", "part", "added"]
    assert held(data, batch) == [(imei(1), imei(2), "R5CT10ABCDE")]


def test_a_write_that_fails_in_the_middle_keeps_no_half_of_a_code(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    code = f"IMEI:{imei(1)};SN:R5CT10ABCDE"
    with data.database.writing() as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON box_part WHEN NEW.kind = 'serial'"
            " BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(sqlite3.IntegrityError):
        data.station.take(code)
    assert data.boxes.parts(batch.id) == ()
    with data.database.writing() as connection:
        connection.execute("DROP TRIGGER full")
    assert kinds(data, code, imei(2)) == ["part", "added"]
    assert held(data, batch) == [(imei(1), imei(2), "R5CT10ABCDE")]


def test_next_finishes_a_box_with_one_imei(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert data.station.next_box().kind is VerdictKind.IGNORED
    data.station.take(imei(1))
    verdict = data.station.next_box()
    assert (verdict.kind, verdict.count, len(verdict.added)) == (VerdictKind.ADDED, 1, 1)
    assert held(data, batch) == [(imei(1), "", "")]


def test_a_serial_alone_names_no_phone(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    data.station.take("R5CT10ABCDE")
    assert data.station.next_box().kind is VerdictKind.REFUSED
    assert data.station.undo_last() == ()
    assert not data.station.is_box_begun
    assert held(data, batch) == []


def test_a_device_of_another_box_is_found_at_its_first_code(data: Data) -> None:
    chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, imei(1), imei(2), imei(2)) == ["part", "added", "duplicate"]
    assert not data.station.is_box_begun


def test_a_label_that_names_both_imeis_needs_no_setting(data: Data) -> None:
    batch = chosen(data)
    verdict = data.station.take(f"IMEI1:{imei(9)}\nIMEI2:{imei(4)}\nSN:R5CT10ABCDE\nEAN:9501101530003")
    assert verdict.kind is VerdictKind.ADDED
    assert held(data, batch) == [(imei(4), imei(9), "R5CT10ABCDE")]


def test_a_label_finishes_the_box_its_imei_began(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    label = f"IMEI1={imei(1)}|IMEI2={imei(2)}"
    assert kinds(data, imei(2), label) == ["part", "added"]
    assert held(data, batch) == [(imei(1), imei(2), "")]
    assert kinds(data, imei(5), f"IMEI1={imei(6)}|IMEI2={imei(7)}") == ["part", "refused"]


def test_a_meid_of_the_box_before_is_not_merged_with_the_imeis_of_the_next(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, "A0000012345678", imei(1), f"IMEI1:{imei(1)};IMEI2:{imei(2)}") == ["part", "refused", "refused"]
    assert data.station.take(imei(1)).title.english() == "Another phone's number"
    assert data.station.next_box().kind is VerdictKind.ADDED
    assert kinds(data, imei(1), "A0000012345679", imei(2)) == ["part", "refused", "added"]
    identifiers = [item.identifier for item in data.items.of_batch(batch.id)]
    assert [(one.meid, one.imei, one.imei2) for one in identifiers] == [
        ("A0000012345678", "", ""),
        ("", imei(1), imei(2)),
    ]


def test_a_label_of_both_imeis_takes_in_the_serial_number_that_was_kept(data: Data) -> None:
    kept = "R5CT10ABCDE"
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    label = f"IMEI1:{imei(1)};IMEI2:{imei(2)}"
    assert kinds(data, kept, label) == ["part", "added"]
    item = data.item(batch, 1)
    assert (item.identifier.imei, item.identifier.imei2) == (imei(1), imei(2))
    assert item.identifier.serial == kept
    assert item.raw == f"{kept}\n{label}"
    assert not data.station.is_box_begun


def test_a_label_that_says_otherwise_than_what_was_kept_is_refused(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    assert kinds(data, "R5CT10ABCDE", f"IMEI1:{imei(1)};IMEI2:{imei(2)};SN:R5CT10ABCDF") == ["part", "refused"]
    assert data.station.is_box_begun
    assert kinds(data, carton(5, 6, 7)) == ["asked"]
    answered = data.station.answer(Answer.SINGLES)
    assert answered is not None
    assert (answered.kind, answered.title.english()) == (VerdictKind.REFUSED, "A code of several phones")
    assert held(data, batch) == []


def test_a_label_with_one_imei_misread_adds_nothing(data: Data) -> None:
    batch = chosen(data)
    assert data.station.take(f"IMEI1:{imei(1)}\nIMEI2:{imei(2)[:-1]}0").kind is VerdictKind.REFUSED
    assert held(data, batch) == []


def test_in_a_batch_of_serials_an_imei_is_refused(data: Data) -> None:
    batch = chosen(data, CodesPerBox.SERIAL, manufacturer="samsung", model="SM-X200")
    assert kinds(data, imei(1), "R5CT10ABCDE", "22140523021234") == ["refused", "added", "added"]
    assert [serial for *_, serial in held(data, batch)] == ["R5CT10ABCDE", "22140523021234"]
