"""Codes of many phones, as the station shows them, adds them and takes them out again."""

from pathlib import Path

import pytest

from tests.core import Data, imei, open_data
from tests.packing import ask_of, carton, chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.question import Answer, Ask
from ztdesk.domain.verdict import VerdictKind


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def test_a_carton_is_shown_before_it_is_added_and_undone_as_one(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(100))
    shown = data.station.take(carton(1, 2, 3))
    assert (shown.kind, shown.count, shown.added) == (VerdictKind.PART, 1, ())
    assert data.batches.get(batch.id).total == 1
    added = data.station.next_box()
    assert (added.kind, added.count, len(added.added)) == (VerdictKind.ADDED, 4, 3)
    removed = data.station.undo_last()
    assert removed is not None
    assert [item.identifier.imei for item in removed] == [imei(1), imei(2), imei(3)]
    assert [device for device, *_ in held(data, batch)] == [imei(100)]


@pytest.mark.parametrize("codes", [CodesPerBox.ONE_IMEI, CodesPerBox.SERIAL])
def test_a_code_of_several_serials_is_a_carton(data: Data, codes: CodesPerBox) -> None:
    batch = chosen(data, codes, manufacturer="samsung", model="SM-X200")
    code = "SN:R5CT10ABCDE;SN:R5CT10ABCDF;SN:R5CT10ABCDE;SN:R5CT10ABCDG"
    shown = data.station.take(code)
    assert (shown.kind, shown.title.english()) == (VerdictKind.PART, "A carton of 3 phones")
    data.clock.pass_s(2)
    assert kinds(data, code) == ["added"]
    assert [serial for *_, serial in held(data, batch)] == ["R5CT10ABCDE", "R5CT10ABCDF", "R5CT10ABCDG"]


def test_several_serials_of_one_code_are_no_box_with_imeis(data: Data) -> None:
    chosen(data, CodesPerBox.TWO_IMEIS_AND_SERIAL)
    verdict = data.station.take("SN:R5CT10ABCDE;SN:R5CT10ABCDF")
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "Several serial numbers in one code")
    assert not data.station.is_box_begun


def test_each_phone_of_a_carton_is_judged_alone(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(2))
    code = "\n".join([imei(1), imei(2), imei(3)[:-1] + str((int(imei(3)[-1]) + 1) % 10), imei(4)])
    shown = data.station.take(code)
    assert shown.title.english() == "A carton: 3 phones can be read"
    assert shown.detail.english().startswith(
        "1 phone is in a batch already. 1 more of its numbers is broken or not clear."
    )
    data.clock.pass_s(2)
    added = data.station.take(code)
    bad = group_imei(code.split("\n")[2])
    assert added.detail.english() == (
        f"Left out: {group_imei(imei(2))} (in a batch already), {bad} (broken or not clear)."
    )
    assert (added.kind, len(added.added)) == (VerdictKind.ADDED, 2)
    assert [device for device, *_ in held(data, batch)] == [imei(2), imei(1), imei(4)]


def test_a_scanner_that_reads_twice_confirms_nothing(data: Data) -> None:
    batch = chosen(data)
    shown = data.station.take(carton(1, 2, 3))
    for _ in range(4):
        data.clock.pass_s(0.3)
        again = data.station.take(carton(1, 2, 3))
        assert (again.kind, again.title, again.detail) == (VerdictKind.IGNORED, shown.title, shown.detail)
    assert data.station.has_carton
    assert held(data, batch) == []
    data.clock.pass_s(1)
    assert kinds(data, carton(1, 2, 3)) == ["added"]
    assert len(held(data, batch)) == 3


def test_a_clock_that_was_set_back_does_not_keep_a_carton_out(data: Data) -> None:
    chosen(data)
    assert kinds(data, carton(1, 2)) == ["asked"]
    data.station.answer(Answer.SINGLES)
    data.clock.pass_s(-3600)
    assert kinds(data, carton(1, 2)) == ["added"]


def test_what_is_scanned_while_a_carton_waits_is_refused(data: Data) -> None:
    chosen(data)
    assert kinds(data, carton(1, 2, 3), imei(9)) == ["part", "refused"]
    assert data.station.undo_last() == ()
    assert kinds(data, imei(9)) == ["added"]


def test_a_carton_that_is_there_already_is_a_duplicate(data: Data) -> None:
    chosen(data)
    data.station.take(carton(1, 2, 3))
    data.station.next_box()
    assert kinds(data, carton(1, 2, 3)) == ["duplicate"]


def test_a_carton_of_pairs_with_an_imei_missing_is_refused(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert ask_of(data.station.take(carton(1, 2, 3))) is Ask.PAIRING
    answered = data.station.answer(Answer.PAIRS)
    assert answered is not None
    assert (answered.kind, answered.title.english()) == (VerdictKind.REFUSED, "An IMEI is missing in this code")
    assert held(data, batch) == []


def test_a_carton_without_one_whole_phone_is_refused(data: Data) -> None:
    batch = chosen(data)
    wrong = [imei(unit)[:-1] + str((int(imei(unit)[-1]) + 1) % 10) for unit in (2, 3)]
    verdict = data.station.take(f"IMEI1:{imei(1)};IMEI2:{wrong[0]};IMEI1:{wrong[1]};IMEI2:{imei(4)}")
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "IMEI2 is not valid")
    assert held(data, batch) == []


def test_a_number_of_a_carton_that_is_not_clear_is_said_and_left_out(data: Data) -> None:
    batch = chosen(data)
    shown = data.station.take("\n".join([imei(1), imei(2), imei(3)[:14], imei(4)[:14] + "03"]))
    assert shown.title.english() == "A carton: 2 phones can be read"
    assert shown.detail.english().startswith("2 more of its numbers are broken or not clear.")
    added = data.station.next_box()
    left_out = f"{imei(3)[:14]}, {imei(4)[:14]}03"
    assert added.detail.english() == f"Left out, broken or not clear: {left_out}."
    assert [device for device, *_ in held(data, batch)] == [imei(1), imei(2)]


def test_a_code_of_one_phone_and_numbers_that_are_not_clear_is_a_carton(data: Data) -> None:
    batch = chosen(data)
    shown = data.station.take("\n".join([imei(1), imei(2)[:14], imei(3)[:14]]))
    assert (shown.kind, shown.title.english()) == (VerdictKind.PART, "A carton: 1 phone can be read")
    assert shown.detail.english().startswith("2 more of its numbers")
    assert held(data, batch) == []


def test_serials_of_a_carton_that_are_not_clear_are_said(data: Data) -> None:
    chosen(data, CodesPerBox.SERIAL, manufacturer="samsung", model="SM-X200")
    for serials in ("R5CT10ABCDE\nR5CT10ABCDF\n22140523021234", "R5CT10ABCDE\n22140523021234\n22140523021242"):
        shown = data.station.take(serials)
        assert shown.kind is VerdictKind.PART
        assert "more of its numbers" in shown.detail.english()
        data.station.undo_last()


def test_phones_of_two_imeis_one_of_which_is_not_clear_are_refused(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    verdict = data.station.take("\n".join([imei(1), imei(2)[:14] + "03"]))
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "16 digits: an IMEISV")
    assert held(data, batch) == []
    assert not data.station.is_box_begun
