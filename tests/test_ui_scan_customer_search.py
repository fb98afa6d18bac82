"""Customers are found however their names were typed."""

import pytest

from ztdesk.domain.catalogue import Customer
from ztdesk.ui.scan.customer_search import CustomerSearch

NAMES = ("ACME Logistics GmbH", "Müller & Söhne", "O’Brien Bros", "Łódź Telekom", "Straße 7 Handel", "Big ACME")
CUSTOMERS = [Customer(str(1700000040 + number), name) for number, name in enumerate(NAMES)]


def found(query: str) -> list[str]:
    return [customer.name for customer in CustomerSearch(CUSTOMERS).find(query)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("logi", "ACME Logistics GmbH"),
        ("gmbh acme", "ACME Logistics GmbH"),
        ("müller", "Müller & Söhne"),
        ("MULLER", "Müller & Söhne"),
        ("mueller soehne", "Müller & Söhne"),
        ("mu\u0308ller", "Müller & Söhne"),
        ("o'brien", "O’Brien Bros"),
        ("obrien", "O’Brien Bros"),
        ("o`brien", "O’Brien Bros"),
        ("lodz", "Łódź Telekom"),
        ("strasse", "Straße 7 Handel"),
        ("0043", "Łódź Telekom"),
    ],
)
def test_a_customer_is_found(query: str, name: str) -> None:
    assert found(query) == [name]


def test_names_that_begin_with_it_come_first_and_nothing_finds_all() -> None:
    assert found("acme") == ["ACME Logistics GmbH", "Big ACME"]
    assert found("big") == ["Big ACME"]
    assert found("  ") == list(NAMES)
    assert found("acme telekom") == []
