"""Fetches the customers, and judges by them whether a batch that was opened with a customer's id alone may be sent.

Knows no pace and no waits: whoever steps it decides when.
"""

from collections.abc import Callable
from contextlib import suppress

from ztdesk.domain.errors import Refused
from ztdesk.domain.outbox import Submission
from ztdesk.store.batches import Batches
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.outbox import MovedOn, Outbox
from ztdesk.sync.pull import CustomerPull
from ztdesk.sync.service import Observer, ResellerService


class Customers:
    """The customers as far as sending needs them. Remembers for which batches the whole list was searched."""

    def __init__(
        self,
        batches: Batches,
        outbox: Outbox,
        catalogue: Catalogue,
        observer: Observer,
        clock: Callable[[], float],
    ) -> None:
        self._batches = batches
        self._outbox = outbox
        self._catalogue = catalogue
        self._observer = observer
        self._clock = clock
        self._pull: CustomerPull | None = None
        self._seeking: set[int] = set()
        self._may_send: dict[int, bool] = {}

    @property
    def is_fetching(self) -> bool:
        """Whether a list is being fetched."""
        return self._pull is not None

    def refresh(self) -> None:
        """Fetch the whole list, beginning anew."""
        self._pull = CustomerPull(self._catalogue, self._clock)

    def fetch_page(self, service: ResellerService) -> None:
        """Fetch the next page. Raises what the service raises."""
        if self._pull is None:
            return
        try:
            self._pull.step(service)
        except Refused:
            # Nothing can be learned here; claims go on, and the service itself judges their customers.
            self._pull = None
            self._may_send.update(dict.fromkeys(self._seeking, True))
            raise
        if self._pull.is_complete:
            self._pull = None
            self._name_batches()
            self._may_send.update(dict.fromkeys(self._seeking, False))
            self._observer.customers_changed()

    def may_send(self, submission: Submission) -> bool | None:
        """Whether the customer is one of this reseller's; None while that is being found out, by `fetch_page`."""
        batch_id = submission.batch_id
        if self._batches.get(batch_id).draft.customer_name:
            return True
        if self._catalogue.customer(submission.customer_id) is not None:
            self._name_batches()
            return True
        if batch_id not in self._may_send and (batch_id not in self._seeking or self._pull is None):
            # A list that was begun before may have missed a customer made since.
            self._seeking.add(batch_id)
            self.refresh()
        return self._may_send.get(batch_id)

    def turn_away(self, submission: Submission) -> None:
        """Refuse what is for a customer that is not one of this reseller's."""
        message = "The customer is not one of this reseller's."
        with suppress(MovedOn):
            self._outbox.refuse(submission, self._clock(), 404, "INVALID_CUSTOMER_ID", message)

    def _name_batches(self) -> None:
        for customer_id in self._catalogue.unnamed_customer_ids():
            customer = self._catalogue.customer(customer_id)
            if customer is not None and customer.name:
                self._batches.name_customer(customer_id, customer.name)
