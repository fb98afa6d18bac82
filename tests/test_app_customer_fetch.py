"""Customers that were asked for come, or it is said why not."""

import pytest

from ztdesk.app.customer_fetch import CustomerFetch
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import Text, text

OFFLINE = Connection(Link.OFFLINE, text("No network"), text("Check the cable."))
ONLINE = Connection(Link.ONLINE, text("Online"))


class Sync:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def refresh_customers(self) -> None:
        self.asked.append("refresh")

    def try_again(self) -> None:
        self.asked.append("try again")


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def fetch(told: list[tuple[str, str]]) -> CustomerFetch:
    def tell(title: Text, hint: Text) -> None:
        told.append((str(title), str(hint)))

    fetch = CustomerFetch()
    fetch.failed.connect(tell)
    return fetch


def test_what_goes_wrong_while_they_are_wanted_is_told_once(fetch: CustomerFetch, told: list[tuple[str, str]]) -> None:
    sync = Sync()
    fetch.on_connection_changed(ONLINE)
    fetch.begin(sync)
    assert (sync.asked, told) == (["refresh"], [])
    fetch.on_connection_changed(OFFLINE)
    fetch.on_connection_changed(Connection(Link.BUSY, text("Busy")))
    assert told == [("Customers could not be fetched", "No network. Check the cable.")]


def test_a_service_that_could_not_be_reached_is_tried_anew(fetch: CustomerFetch, told: list[tuple[str, str]]) -> None:
    sync = Sync()
    fetch.on_connection_changed(OFFLINE)
    fetch.begin(sync)
    assert (sync.asked, told) == (["try again"], [])
    fetch.on_connection_changed(Connection())
    assert told == []
    fetch.on_connection_changed(OFFLINE)
    assert len(told) == 1


@pytest.mark.parametrize("link", [Link.REFUSED, Link.BUSY])
def test_what_goes_wrong_with_something_else_is_no_failure_to_fetch(
    fetch: CustomerFetch, told: list[tuple[str, str]], link: Link
) -> None:
    fetch.begin(Sync())
    fetch.on_connection_changed(Connection(link, text("Claims of another account wait"), text("Set it up.")))
    assert told == []
    refused = Connection(link, text("No right to do this"), text("Ask IT."), is_without_customers=True)
    fetch.on_connection_changed(refused)
    assert told == [("Customers could not be fetched", "No right to do this. Ask IT.")]


def test_once_they_came_nothing_is_told(fetch: CustomerFetch, told: list[tuple[str, str]]) -> None:
    fetch.begin(Sync())
    fetch.on_customers_changed()
    fetch.on_connection_changed(OFFLINE)
    assert told == []


def test_without_a_sync_it_is_told_at_once(fetch: CustomerFetch, told: list[tuple[str, str]]) -> None:
    fetch.begin(None)
    fetch.on_connection_changed(Connection(Link.NOT_SET_UP, text("No account yet"), text("Set it.")))
    fetch.begin(None)
    assert [hint for _, hint in told] == [
        "The service has not been reached yet. Try again in a moment.",
        "No account yet. Set it.",
    ]


def test_another_process_that_sends_is_named_at_once(fetch: CustomerFetch, told: list[tuple[str, str]]) -> None:
    sync = Sync()
    fetch.on_connection_changed(Connection(Link.ELSEWHERE, text("Another ztdesk is sending")))
    fetch.begin(sync)
    assert (sync.asked, told) == ([], [("Customers could not be fetched", "Another ztdesk is sending.")])
