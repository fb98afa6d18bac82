from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core import ACME, Data, imei, open_data
from ztdesk.domain.batch import Batch
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def chosen(data: Data, **changes: str) -> Batch:
    batch = data.desk.open(replace(ACME, **changes))  # type: ignore[arg-type]
    assert data.station.choose(batch.id) == batch
    return batch


def test_added_means_on_disk_and_counted(data: Data) -> None:
    batch = chosen(data)
    verdict = data.station.take(imei(1))
    assert (verdict.kind, verdict.count, verdict.batch_id) == (VerdictKind.ADDED, 1, batch.id)
    other = open_data(data.file)
    assert [item.id for item in other.items.of_batch(batch.id)] == [verdict.item_id]


def test_a_second_scan_says_where_it_is(data: Data) -> None:
    chosen(data)
    first = data.station.take(imei(1))
    data.clock.pass_s(7200)
    again = data.station.take(imei(1))
    assert (again.kind, again.item_id, again.count) == (VerdictKind.DUPLICATE, first.item_id, 1)
    assert "2 hours" in again.detail.english()
    chosen(data)
    elsewhere = data.station.take(imei(1))
    assert (elsewhere.kind, elsewhere.count) == (VerdictKind.DUPLICATE, 0)
    assert "ACME" in elsewhere.detail.english()


def test_without_a_customer_nothing_is_taken_but_the_scan_is_in_the_journal(data: Data) -> None:
    assert data.station.take(imei(1)).kind is VerdictKind.REFUSED
    assert [entry.raw for entry in data.journal.entries()] == [imei(1)]


def test_a_serial_needs_maker_and_model(data: Data) -> None:
    chosen(data)
    assert data.station.take("ABC12345").kind is VerdictKind.REFUSED
    batch = chosen(data, manufacturer="Google", model="P9")
    assert data.station.take("ABC12345").kind is VerdictKind.ADDED
    identifier = data.item(batch, 1).identifier
    assert (identifier.serial, identifier.manufacturer, identifier.model) == ("ABC12345", "Google", "P9")


@pytest.mark.parametrize("code", ["SM-X200", "sm-x200", "samsung", "SAMSUNG", " SM-X200\r"])
def test_the_model_on_the_box_of_a_serial_is_ignored(data: Data, code: str) -> None:
    batch = chosen(data, manufacturer="samsung", model="SM-X200")
    verdict = data.station.take(code)
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.IGNORED, "Model name")
    assert data.station.take("R5CT10ABCDE").kind is VerdictKind.ADDED
    assert [item.identifier.serial for item in data.items.of_batch(batch.id)] == ["R5CT10ABCDE"]


@pytest.mark.parametrize("piece", ["123", "358240", "1234567", "3582401122", "358240112233"])
def test_a_torn_piece_of_digits_is_no_serial_number(data: Data, piece: str) -> None:
    batch = chosen(data, manufacturer="samsung", model="SM-X200")
    assert data.station.take(piece).kind is VerdictKind.REFUSED
    assert data.station.take(f"S/N: {piece}").kind is VerdictKind.ADDED, "the label says that it is one"
    assert data.batches.get(batch.id).total == 1


def test_undo_takes_the_newest_out_again(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(1))
    data.station.take(imei(2))
    removed = data.station.undo_last()
    assert removed is not None
    assert [item.identifier.imei for item in removed] == [imei(2)]
    assert data.station.batch is not None
    assert data.station.batch.total == 1 == data.batches.get(batch.id).total
    data.station.undo_last()
    assert data.station.undo_last() is None


def test_a_batch_queued_elsewhere_takes_nothing_more_and_the_scan_is_in_the_journal(data: Data) -> None:
    batch = chosen(data)
    data.station.take(imei(1))
    other = open_data(data.file)
    assert other.desk.queue(batch.id)
    verdict = data.station.take(imei(2))
    assert (verdict.kind, verdict.title.english()) == (VerdictKind.REFUSED, "Batch is closed")
    assert [entry.raw for entry in data.journal.entries()][-1] == imei(2)
    assert data.station.reload() is None


def test_a_disk_that_fails_refuses_and_later_goes_on(data: Data) -> None:
    chosen(data)
    data.database.connection.execute("PRAGMA query_only = ON")
    assert data.station.take(imei(1)).kind is VerdictKind.REFUSED
    assert data.station.take("nothing").kind is VerdictKind.REFUSED
    data.database.connection.execute("PRAGMA query_only = OFF")
    assert data.station.take(imei(1)).kind is VerdictKind.ADDED


def test_a_look_back_that_fails_does_not_refuse_what_is_on_disk(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise StoreFailure(text("a"), text("b"))

    chosen(data)
    monkeypatch.setattr(data.items, "claimed_before", fail)
    assert data.station.take(imei(1)).kind is VerdictKind.ADDED


@settings(max_examples=150, deadline=None)
@given(payload=st.one_of(st.text(st.characters()), st.text("\ud800\x00\x1d0123456789", max_size=40), st.binary()))
def test_no_payload_at_all_raises_and_the_journal_stays_whole(
    tmp_path_factory: pytest.TempPathFactory, payload: str | bytes
) -> None:
    said = payload if isinstance(payload, str) else payload.decode("utf-8", "surrogateescape")
    data = open_data(tmp_path_factory.mktemp("scan") / "z.db")
    assert isinstance(data.station.take(said), Verdict)
    chosen(data, manufacturer="M", model="X")
    assert isinstance(data.station.take(said), Verdict)
    assert data.journal.first_broken() is None
    data.database.close()


def test_half_a_surrogate_pair_and_a_megabyte_are_kept_as_far_as_they_can_be(data: Data) -> None:
    chosen(data)
    assert data.station.take("\ud800").kind is VerdictKind.REFUSED
    assert data.station.take("1" * 1_000_000).kind is VerdictKind.REFUSED
    raws = [entry.raw for entry in data.journal.entries()]
    assert raws[-2] == "\\ud800"
    assert len(raws[-1]) < 5000
