"""What the sync needs from the reseller's service, and what it tells of itself. Knows no HTTP and no Google."""

from collections.abc import Sequence
from typing import Protocol

from ztdesk.domain.catalogue import ClaimRequest, CustomerPage, Device, Operation
from ztdesk.domain.connection import Connection
from ztdesk.domain.identifiers import DeviceIdentifier


class ResellerService(Protocol):
    """The calls the sync makes. Each may raise Offline, TryLater, SignInNeeded, Refused; claim_async also MaybeTaken."""

    partner_id: str
    account: str
    """Partner and service, by which requests of one account are told from another's."""
    pages: int
    """How many pages of answers were asked for so far; a look-up may need up to five."""

    def claim_async(self, requests: Sequence[ClaimRequest]) -> Operation:
        """Hand over up to 1,000 claims."""
        ...

    def operation(self, name: str) -> Operation:
        """How far an operation is."""
        ...

    def find(self, identifier: DeviceIdentifier) -> tuple[Device, ...]:
        """The records an identifier names."""
        ...

    def customers_page(self, token: str) -> CustomerPage:
        """One page of own customers; `token` is empty for the first."""
        ...

    def close(self) -> None:
        """Close every connection."""
        ...


class Observer(Protocol):
    """Told what changed, in the thread that steps the engine."""

    def batch_changed(self, batch_id: int) -> None:
        """Something of this batch changed."""
        ...

    def customers_changed(self) -> None:
        """The whole list of customers was fetched."""
        ...

    def connection_changed(self, connection: Connection) -> None:
        """The service can be reached otherwise than before."""
        ...
