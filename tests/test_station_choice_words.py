"""Every answer says what it makes of the very code that is asked about, and then that is what it makes."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, Data, imei, open_data
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.question import Answer, pairing
from ztdesk.domain.verdict import VerdictKind
from ztdesk.station.choice_words import with_phones

SHOWN = group_imei(imei(5))


@pytest.fixture
def data(tmp_path: Path) -> Data:
    data = open_data(tmp_path / "ztdesk.db")
    draft = replace(ACME, manufacturer="samsung", model="SM-X200")
    data.station.choose(data.desk.open(draft).id)
    return data


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            imei(5)[:14],
            {
                Answer.IMEI: f"IMEI {SHOWN}, check digit added",
                Answer.SERIAL: f"Serial number {imei(5)[:14]}",
                Answer.NEITHER: "Neither: ignore it",
            },
        ),
        (
            imei(5)[:14] + "07",
            {Answer.IMEI: f"IMEI {SHOWN}, software version left out", Answer.NEITHER: "No: ignore it"},
        ),
        (
            f"{imei(1)},{imei(2)}",
            {Answer.PAIRS: "One phone with two IMEIs", Answer.SINGLES: "Two phones"},
        ),
    ],
)
def test_each_answer_names_what_becomes_of_the_code(data: Data, code: str, said: dict[Answer, str]) -> None:
    verdict = data.station.take(code)
    assert verdict.kind is VerdictKind.ASKED
    assert verdict.question is not None
    assert {one.answer: one.label.english() for one in verdict.question.choices} == said


def test_a_code_of_many_imeis_is_answered_by_the_number_of_phones() -> None:
    labels = [choice.label.english() for choice in with_phones(pairing(6), 6).choices]
    assert labels == ["3 phones with two IMEIs each", "6 phones with one IMEI each"]


def test_the_imei_an_answer_names_is_the_one_that_is_added(data: Data) -> None:
    data.station.take(imei(5)[:14])
    answered = data.station.answer(Answer.IMEI)
    assert answered is not None
    assert (answered.kind, answered.code) == (VerdictKind.ADDED, SHOWN)


def test_a_serial_number_among_imeis_is_named_in_its_answer(data: Data) -> None:
    data.station.take(imei(1))
    question = data.station.take("R5CT10ABCDE").question
    assert question is not None
    assert question.choices[-1].label.english() == "A device without IMEI: add R5CT10ABCDE"
