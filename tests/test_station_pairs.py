"""Two IMEIs of one box that the numbers do not show to be one phone's: asked about, never put together silently."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core import AUTHOR, Data, imei, open_data
from tests.packing import ask_of, chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.journal import Event
from ztdesk.domain.question import Answer, Ask
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.practice.identifiers import with_check_digit

BOTH = CodesPerBox.TWO_IMEIS
ALL_THREE = CodesPerBox.TWO_IMEIS_AND_SERIAL
SERIAL = "R5CT10ABCDE"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def answered(data: Data, answer: Answer) -> Verdict:
    verdict = data.station.answer(answer)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize(("first", "second"), [(20, 30), (25, 31), (30, 20)])
def test_numbers_of_one_model_that_do_not_follow_each_other_are_asked_about(
    data: Data, first: int, second: int
) -> None:
    batch = chosen(data, BOTH)
    assert kinds(data, imei(first), imei(second)) == ["part", "asked"]
    assert held(data, batch) == []
    verdict = answered(data, Answer.ONE_PHONE)
    assert verdict.kind is VerdictKind.ADDED
    assert held(data, batch) == [(*sorted((imei(first), imei(second))), "")]


def test_a_constant_distance_is_asked_about_once_for_a_batch(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(100), imei(150))
    answered(data, Answer.ONE_PHONE)
    assert kinds(data, imei(101), imei(151), imei(152), imei(102)) == ["part", "added"] * 2
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert kinds(again, imei(103), imei(153), imei(104), imei(155)) == ["part", "added", "part", "asked"]
    other = chosen(again, BOTH)
    assert other.id != batch.id
    assert kinds(again, imei(200), imei(250)) == ["part", "asked"], "another batch asks again"


def test_a_label_that_names_both_shows_how_this_maker_counts(data: Data) -> None:
    chosen(data, BOTH)
    assert kinds(data, f"IMEI1:{imei(1)};IMEI2:{imei(41)}", imei(2), imei(42)) == ["added", "part", "added"]


def test_a_wrong_answer_that_was_taken_back_teaches_nothing(data: Data) -> None:
    chosen(data, BOTH)
    kinds(data, imei(20), imei(30))
    answered(data, Answer.ONE_PHONE)
    data.station.undo_last()
    assert kinds(data, imei(20), imei(30)) == ["part", "asked"]


def test_the_second_begins_the_next_box(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(20), imei(30))
    verdict = answered(data, Answer.TWO_PHONES)
    assert (verdict.kind, verdict.count, len(verdict.added)) == (VerdictKind.PART, 1, 1)
    assert verdict.detail.english().startswith("The box before was added as it was. Kept.")
    assert held(data, batch) == [(imei(20), "", "")]
    assert data.station.box.imeis == (imei(30),)
    assert kinds(data, imei(31)) == ["added"]
    assert held(data, batch) == [(imei(20), "", ""), (imei(30), imei(31), "")]
    assert kinds(data, imei(40), imei(50)) == ["part", "asked"], "of two phones it is asked each time"


def test_finishing_by_hand_answers_too_and_undo_drops_both(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(20), imei(30))
    assert data.station.next_box().kind is VerdictKind.PART
    assert kinds(data, imei(40)) == ["asked"]
    assert data.station.undo_last() == ()
    assert (data.station.asked, data.station.is_box_begun) == (None, False)
    assert held(data, batch) == [(imei(20), "", "")]


def test_one_too_many_locks_and_the_next_box_is_begun_all_the_same(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(1), imei(2))
    data.desk.change(batch.id, replace(batch.draft, expected_count=1))
    data.station.reload()
    assert kinds(data, imei(20), imei(30)) == ["part", "asked"]
    verdict = answered(data, Answer.TWO_PHONES)
    assert (verdict.kind, verdict.locks, verdict.title.english()) == (
        VerdictKind.UNEXPECTED,
        True,
        "More than expected",
    )
    assert verdict.detail.english().endswith("The other IMEI begins the next box; the first “Undo” drops that one.")
    assert data.station.is_locked
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert again.station.box.imeis == (imei(30),), "what its answer promised is on disk"
    data.station.acknowledge()
    assert data.station.undo_last() == ()
    assert [item.identifier.imei for item in data.station.undo_last() or ()] == [imei(20)]


def test_what_locks_of_the_other_imei_is_said_too(data: Data) -> None:
    elsewhere = chosen(data)
    data.station.take(imei(30))
    batch = chosen(data, BOTH)
    data.station.take(imei(20))
    other = open_data(data.file, data.clock)
    other.station.choose(elsewhere.id)
    assert kinds(data, imei(30)) == ["duplicate"], "asked about only where it is in no batch"
    data.station.acknowledge()
    other.station.undo_last()
    assert kinds(data, imei(30)) == ["asked"]
    other.station.take(imei(30))
    verdict = answered(data, Answer.TWO_PHONES)
    assert (verdict.kind, verdict.locks, len(verdict.added)) == (VerdictKind.DUPLICATE, True, 1)
    assert held(data, batch) == [(imei(20), "", "")]


def test_nothing_is_begun_where_the_box_before_cannot_be_finished(data: Data) -> None:
    batch = chosen(data, BOTH)
    kinds(data, imei(20), imei(30))
    other = open_data(data.file, data.clock)
    other.station.choose(batch.id)
    other.station.undo_last()
    verdict = answered(data, Answer.TWO_PHONES)
    assert (verdict.kind, verdict.locks) == (VerdictKind.REFUSED, False)
    assert verdict.detail.english().endswith("The IMEI scanned last was not taken.")
    assert not data.station.is_box_begun
    assert data.boxes.parts(batch.id) == ()


def test_a_serial_number_may_come_between(data: Data) -> None:
    batch = chosen(data, ALL_THREE)
    assert kinds(data, imei(20), SERIAL, imei(30)) == ["part", "part", "asked"]
    assert answered(data, Answer.ONE_PHONE).kind is VerdictKind.ADDED
    assert held(data, batch) == [(imei(20), imei(30), SERIAL)]
    assert kinds(data, imei(40), imei(51)) == ["part", "asked"]
    assert answered(data, Answer.ONE_PHONE).kind is VerdictKind.PART
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert again.station.box.imeis == (imei(40), imei(51)), "what was answered outlives the program"
    assert kinds(again, "R5CT10ABCDF") == ["added"]
    assert kinds(again, imei(60), "R5CT10ABCDG", imei(80)) == ["part", "part", "asked"]
    verdict = again.station.answer(Answer.TWO_PHONES)
    assert verdict is not None
    assert held(again, batch)[-1] == (imei(60), "", "R5CT10ABCDG")
    assert list(again.station.box.imeis) == [imei(80)]


def test_names_on_two_labels_prove_nothing_and_two_ranges_are_asked_about(data: Data) -> None:
    chosen(data, BOTH)
    assert ask_of([data.station.take(code) for code in (f"IMEI1:{imei(1)}", f"IMEI2:{imei(9)}")][-1]) is Ask.ONE_PHONE
    data.station.undo_last()
    alike = with_check_digit("00101099000001")
    assert kinds(data, imei(1), alike) == ["part", "asked"]
    assert answered(data, Answer.ONE_PHONE).kind is VerdictKind.ADDED
    assert kinds(data, imei(2), with_check_digit("00101099000002")) == ["part", "added"]


def test_a_label_with_a_meid_does_not_close_over_another_phone(data: Data) -> None:
    chosen(data, BOTH)
    assert kinds(data, imei(20), f"IMEI2:{imei(30)};MEID:A0000012345678") == ["part", "asked"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True))
def test_no_device_is_of_numbers_apart_unless_somebody_said_so(units: list[int]) -> None:
    with TemporaryDirectory() as folder:
        data = open_data(Path(folder) / "ztdesk.db")
        batch = chosen(data, BOTH)
        kinds(data, *map(imei, units))
        numbers = {imei(unit): unit for unit in units}
        devices = [pair for pair in held(data, batch) if pair[1]]
        assert all(numbers[higher] - numbers[lower] == 1 for lower, higher, _ in devices)
        neighbours = any(abs(a - b) == 1 for a, b in pairwise(units))
        assert bool(devices) <= neighbours or len(units) > 2
        data.database.close()


def test_who_answered_is_in_the_journal(data: Data) -> None:
    chosen(data, BOTH)
    kinds(data, imei(20), imei(30))
    answered(data, Answer.ONE_PHONE)
    entries = [entry for entry in data.journal.entries() if entry.event is Event.ANSWERED]
    assert [(entry.verdict, entry.author) for entry in entries] == [("one_phone: one_phone", AUTHOR)]
