from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, open_data
from ztdesk.domain.catalogue import Customer, TermsStatus

ONE = Customer("1", "Zoë", TermsStatus.ACCEPTED)
TWO = Customer("2", "acme", TermsStatus.STALE)
YEAR_S = 31_536_000


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def test_customers_are_kept_by_name_and_renewed(data: Data) -> None:
    assert data.catalogue.customers_fetched_at() is None
    data.catalogue.keep_customers((ONE, TWO), START)
    assert data.catalogue.customers() == (TWO, ONE)
    renamed = replace(ONE, name="Aaa")
    data.catalogue.keep_customers((renamed,), START)
    assert data.catalogue.customers() == (renamed, TWO)
    assert data.catalogue.customer("1") == renamed
    assert data.catalogue.customer("3") is None


def test_the_end_of_a_fetch_drops_who_was_not_in_it(data: Data) -> None:
    data.catalogue.keep_customers((ONE, TWO), START)
    data.catalogue.keep_customers((TWO,), START + 10)
    data.catalogue.end_fetch(START + 10, START + 10)
    assert data.catalogue.customers() == (TWO,)
    assert data.catalogue.customers_fetched_at() == START + 10


def test_rows_from_a_clock_that_was_a_year_ahead_do_not_stay(data: Data) -> None:
    data.catalogue.keep_customers((ONE, TWO), START + YEAR_S)
    data.catalogue.end_fetch(START + YEAR_S, START + YEAR_S)
    data.catalogue.keep_customers((TWO,), START)
    data.catalogue.end_fetch(START, START)
    assert data.catalogue.customers() == (TWO,)
    assert data.catalogue.customers_fetched_at() == START


def test_customers_of_batches_opened_with_an_id_alone(data: Data) -> None:
    unnamed = replace(ACME, customer_name="")
    assert data.catalogue.unnamed_customer_ids() == ()
    data.queued([1], unnamed)
    data.opened([2], unnamed)
    data.queued([3], replace(ACME, customer_id="5"))
    gone = data.opened([4], replace(unnamed, customer_id="6"))
    data.batches.cancel(gone.id, START, AUTHOR)
    assert data.catalogue.unnamed_customer_ids() == ("1700000042",)


def test_small_things_are_remembered_by_name(data: Data) -> None:
    assert data.catalogue.kept("x") is None
    data.catalogue.keep("x", "1")
    data.catalogue.keep("x", "")
    assert data.catalogue.kept("x") == ""
