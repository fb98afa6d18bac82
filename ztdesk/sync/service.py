"""What the sync needs from the reseller's service, and what it tells of itself. Knows no HTTP and no Google."""

from collections.abc import Sequence
from typing import Protocol

from ztdesk.domain.catalogue import ClaimRequest, CustomerPage, Device, Operation
from ztdesk.domain.connection import Connection
from ztdesk.domain.identifiers import DeviceIdentifier


class ResellerService(Protocol):
    """The calls the sync makes. Each may raise Offline, TryLater, SignInNeeded, Refused; claim_async also MaybeTaken."""

    partner_id: str

    def claim_async(self, requests: Sequence[ClaimRequest]) -> Operation: ...

    def operation(self, name: str) -> Operation: ...

    def find(self, identifier: DeviceIdentifier) -> tuple[Device, ...]: ...

    def customers_page(self, token: str) -> CustomerPage: ...

    def close(self) -> None: ...


class Observer(Protocol):
    """Told what changed, in the thread that steps the engine."""

    def batch_changed(self, batch_id: int) -> None: ...

    def customers_changed(self) -> None: ...

    def connection_changed(self, connection: Connection) -> None: ...
