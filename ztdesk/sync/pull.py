"""Fetches this reseller's own customers, a page a step, and keeps them for when there is no network."""

from collections.abc import Callable

from ztdesk.domain.errors import TryLater
from ztdesk.domain.text import text
from ztdesk.store.catalogue import Catalogue
from ztdesk.sync.service import ResellerService


class CustomerPull:
    """One fetch of the whole list. A page token that goes in circles begins it anew: some customers were never told."""

    def __init__(self, catalogue: Catalogue, clock: Callable[[], float]) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self.is_complete = False
        self._begin()

    def _begin(self) -> None:
        self._began_at = self._latest_at = self._clock()
        self._token = ""
        self._seen: set[str] = set()

    def step(self, service: ResellerService) -> None:
        """Fetch and keep one page. Raises what the service raises; the page is then fetched again.

        Raises TryLater where the list goes in circles.
        """
        page = service.customers_page(self._token)
        # A clock set back while fetching must not make fresh rows look older than the fetch.
        self._latest_at = max(self._latest_at, self._clock())
        self._catalogue.keep_customers(page.customers, self._latest_at)
        self._seen.add(self._token)
        self._token = page.next_token
        if self._token and self._token in self._seen:
            self._begin()
            raise TryLater(text("The service has a problem"), text("It is asked again in a moment."))
        if not self._token:
            self._catalogue.end_fetch(self._began_at, self._latest_at)
            self.is_complete = True
