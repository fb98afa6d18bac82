"""Two IMEIs of one code or of two scans that may be two phones: asked about or refused, never merged silently."""

from pathlib import Path

import pytest

from tests.core import Data, imei, open_data
from tests.packing import ask_of, carton, chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.question import Answer, Ask
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.practice.identifiers import with_check_digit

BOTH = CodesPerBox.TWO_IMEIS
A, C = imei(1), imei(501)
OTHER = with_check_digit("00101099000700")


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def answered(data: Data, answer: Answer) -> Verdict:
    verdict = data.station.answer(answer)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize("label", [f"{A},{C}", f"{A};(no);{C};(no)", f"{A};(no);{imei(2)}", f"22140523021234,{A},{C}"])
def test_a_code_of_two_imeis_apart_is_asked_about(data: Data, label: str) -> None:
    batch = chosen(data, BOTH)
    assert ask_of(data.station.take(label)) is Ask.APART
    assert held(data, batch) == []
    assert answered(data, Answer.PAIRS).kind is VerdictKind.ADDED
    assert [bool(second) for _, second, _ in held(data, batch)] == [True]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        (f"{A},{OTHER}", "IMEIs of different phones"),
        (f"{A},00101012000,{C},0010101200", "An IMEI is not whole in this code"),
        (f"{A},00101012000,{imei(2)},0010101200", "An IMEI is not whole in this code"),
    ],
)
def test_what_can_be_no_phone_is_refused(data: Data, label: str, title: str) -> None:
    batch = chosen(data, BOTH)
    verdict = data.station.take(label)
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, title)
    assert held(data, batch) == []


def test_a_number_without_its_check_digit_is_not_silently_gone(data: Data) -> None:
    batch = chosen(data, BOTH)
    assert kinds(data, f"{imei(700)[:14]},{A},{C}") == ["asked"]
    assert answered(data, Answer.PAIRS).kind is VerdictKind.REFUSED
    assert held(data, batch) == []


def test_a_label_that_names_both_is_believed(data: Data) -> None:
    batch = chosen(data, BOTH)
    assert kinds(data, f"IMEI1:{A},IMEI2:{OTHER}") == ["added"]
    assert held(data, batch) == [(*sorted((A, OTHER)), "")]


def test_two_phones_of_one_code_are_shown_as_such_and_asked_about_again(data: Data) -> None:
    batch = chosen(data, BOTH)
    data.station.take(f"{A},{C}")
    shown = answered(data, Answer.SINGLES)
    assert (shown.kind, shown.title.english()) == (VerdictKind.PART, "A carton of 2 phones")
    data.station.next_box()
    assert held(data, batch) == [(A, "", ""), (C, "", "")]
    assert kinds(data, f"{imei(3)},{imei(4)}", f"{imei(5)},{imei(505)}") == ["added", "asked"]


def test_one_phone_of_one_code_teaches_until_it_is_taken_out(data: Data) -> None:
    chosen(data, BOTH)
    data.station.take(f"{A},{C}")
    answered(data, Answer.PAIRS)
    assert kinds(data, f"{imei(2)},{imei(502)}", f"{imei(3)},{imei(504)}") == ["added", "asked"]
    data.station.undo_last()
    data.station.undo_last()
    assert kinds(data, f"{imei(2)},{imei(502)}") == ["asked"]


def test_what_was_just_answered_of_a_code_is_not_asked_again(data: Data) -> None:
    batch = chosen(data)
    assert ask_of(data.station.take(f"{A},{C}")) is Ask.PAIRING
    assert answered(data, Answer.PAIRS).kind is VerdictKind.ADDED
    assert ask_of(data.station.take(f"{imei(2)},{imei(900)}")) is Ask.APART, "but of other numbers it is"
    assert data.station.take(f"{imei(2)},{OTHER}").kind is VerdictKind.REFUSED
    assert held(data, batch) == [(A, C, "")]


def test_a_box_that_was_begun_is_not_closed_by_a_code_of_two_phones(data: Data) -> None:
    batch = chosen(data, BOTH)
    assert kinds(data, A, f"{A},{imei(700)}") == ["part", "asked"]
    assert held(data, batch) == []
    assert answered(data, Answer.PAIRS).kind is VerdictKind.ADDED
    assert held(data, batch) == [(A, imei(700), "")]


def test_a_carton_of_pairs_that_are_not_alike_is_refused(data: Data) -> None:
    batch = chosen(data, BOTH)
    assert ask_of(data.station.take(carton(1, 501, 502, 803))) is Ask.PAIRING
    verdict = answered(data, Answer.PAIRS)
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "IMEIs of different phones")
    assert ask_of(data.station.take(carton(11, 511, 12, 512))) is Ask.APART
    assert answered(data, Answer.PAIRS).title.english() == "A carton of 2 phones"
    data.station.next_box()
    assert held(data, batch) == [(imei(11), imei(511), ""), (imei(12), imei(512), "")]


def test_neighbours_that_begin_otherwise_than_all_before_are_asked_about(data: Data) -> None:
    batch = chosen(data, BOTH)
    assert kinds(data, imei(2), imei(3), imei(8), imei(9)) == ["part", "added"] * 2
    assert kinds(data, imei(11)) == ["part"]
    asked = data.station.take(imei(12))
    assert ask_of(asked) is Ask.ONE_PHONE
    assert asked.question is not None
    assert "even numbers" in asked.question.hint.english()
    answered(data, Answer.TWO_PHONES)
    assert kinds(data, imei(13)) == ["added"]
    assert held(data, batch)[2:] == [(imei(11), "", ""), (imei(12), imei(13), "")]
    assert ask_of(data.station.take(f"{imei(21)},{imei(22)}")) is Ask.APART
    answered(data, Answer.PAIRS)
    assert kinds(data, imei(31), imei(32)) == ["part", "added"], "a batch that holds both is asked no more"


def test_another_model_may_begin_otherwise(data: Data) -> None:
    chosen(data, BOTH)
    kinds(data, imei(2), imei(3))
    assert kinds(data, *(with_check_digit(f"0010109900000{unit}") for unit in (1, 2))) == ["part", "added"]
