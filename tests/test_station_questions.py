"""What the station asks of codes that are not clear, once for a batch, and what the answers do."""

from pathlib import Path

import pytest

from tests.core import ACME, Data, imei, open_data
from tests.packing import ask_of, chosen, held, kinds
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.question import Answer, Ask
from ztdesk.domain.verdict import VerdictKind


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def test_two_bare_imeis_in_one_code_are_asked_about_once(data: Data) -> None:
    batch = chosen(data)
    verdict = data.station.take(f"{imei(2)},{imei(1)}")
    assert verdict.question is not None
    assert verdict.question.ask is Ask.PAIRING
    answered = data.station.answer(Answer.PAIRS)
    assert answered is not None
    assert answered.kind is VerdictKind.ADDED
    assert kinds(data, f"{imei(3)},{imei(4)}") == ["added"]
    assert held(data, batch) == [(imei(1), imei(2), ""), (imei(3), imei(4), "")]
    assert data.station.answer(Answer.PAIRS) is None


def test_with_two_imeis_a_box_two_bare_imeis_are_one_phone(data: Data) -> None:
    batch = chosen(data, CodesPerBox.TWO_IMEIS)
    assert kinds(data, f"{imei(1)},{imei(2)}") == ["added"]
    assert held(data, batch) == [(imei(1), imei(2), "")]


def test_fourteen_digits_are_asked_about_once_for_a_batch(data: Data) -> None:
    batch = chosen(data)
    first, second = imei(1)[:14], imei(2)[:14]
    assert ask_of(data.station.take(first)) is Ask.FOURTEEN_DIGITS
    answered = data.station.answer(Answer.IMEI)
    assert answered is not None
    assert answered.kind is VerdictKind.ADDED
    again = open_data(data.file, data.clock)
    again.station.choose(batch.id)
    assert kinds(again, second) == ["added"]
    assert [device for device, *_ in held(again, batch)] == [imei(1), imei(2)]
    other = again.desk.open(ACME)
    again.station.choose(other.id)
    assert ask_of(again.station.take(imei(3)[:14])) is Ask.FOURTEEN_DIGITS, "another batch asks again"
    ignored = again.station.answer(Answer.NEITHER)
    assert ignored is not None
    assert ignored.kind is VerdictKind.IGNORED


def test_what_may_be_a_product_code_is_asked_about_each_time(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(1)[:14])
    data.station.answer(Answer.IMEI)
    asked = data.station.take("10614141000415")
    assert asked.question is not None
    assert "this code alone" in asked.question.hint.english()
    ignored = data.station.answer(Answer.NEITHER)
    assert ignored is not None
    assert ignored.kind is VerdictKind.IGNORED
    assert ask_of(data.station.take(imei(9)[:14])) is Ask.FOURTEEN_DIGITS, "it fits a GTIN-14 too"
    data.station.answer(Answer.IMEI)
    assert kinds(data, imei(2)[:14], "10614141000415") == ["added", "ignored"]
    assert [device for device, *_ in held(data, batch)] == [imei(1), imei(9), imei(2)]


def test_zeros_never_become_an_imei(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(1)[:14])
    data.station.answer(Answer.IMEI)
    data.station.take(imei(2)[:14] + "03")
    data.station.answer(Answer.IMEI)
    for zeros in ("0" * 14, "0" * 16, "0" * 14 + "03"):
        verdict = data.station.take(zeros)
        assert (verdict.kind, verdict.question) == (VerdictKind.REFUSED, None)
    assert [device for device, *_ in held(data, batch)] == [imei(1), imei(2)]


def test_sixteen_digits_get_their_check_digit_back(data: Data) -> None:
    batch = chosen(data)
    assert ask_of(data.station.take(imei(1)[:14] + "03")) is Ask.IMEISV
    data.station.answer(Answer.IMEI)
    assert held(data, batch) == [(imei(1), "", "")]


def test_a_serial_among_imeis_is_asked_about(data: Data) -> None:
    batch = chosen(data, manufacturer="samsung", model="SM-X200")
    assert kinds(data, "R5CT10ABCDE", imei(1)) == ["added", "added"]
    assert ask_of(data.station.take("R5CT10ABCDF")) is Ask.SERIALS
    data.station.answer(Answer.NEITHER)
    assert kinds(data, "R5CT10ABCDG") == ["ignored"]
    assert len(held(data, batch)) == 2
