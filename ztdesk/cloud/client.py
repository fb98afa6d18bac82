"""The reseller API through Google's own client. One object a thread; every call has a timeout and none is resent."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from googleapiclient.discovery import build

from ztdesk.cloud import codec
from ztdesk.cloud.failures import translated
from ztdesk.cloud.sign_in import load_credentials
from ztdesk.cloud.transport import TIMEOUT_S, Transport
from ztdesk.domain.catalogue import ClaimRequest, CustomerPage, Device, Operation
from ztdesk.domain.identifiers import DeviceIdentifier

_API = ("androiddeviceprovisioning", "v1")
PAGE_SIZE = 100
"""The largest page of every list of the API ("Usage limits")."""
_MOST_PAGES = 5
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def account_of(partner_id: str, api_endpoint: str) -> str:
    """Whose requests these are, as `partner@host`. A service on this PC may come back on any port."""
    parts = urlsplit(api_endpoint)
    return f"{partner_id}@{'localhost' if parts.hostname in _LOOPBACK else parts.netloc.lower()}"


class ResellerClient:
    """Calls of the reseller API, in the domain's objects.

    Every call may raise Offline, TryLater, SignInNeeded or Refused; those that change something also MaybeTaken.
    """

    def __init__(self, partner_id: str, key_file: Path, api_endpoint: str, timeout_s: float = TIMEOUT_S) -> None:
        """Raises SignInNeeded when the key file cannot be used."""
        self.partner_id = partner_id
        self.account = account_of(partner_id, api_endpoint)
        self.pages = 0
        self._transport = Transport(load_credentials(key_file), timeout_s)
        self._service: Any = build(
            *_API,
            http=self._transport,  # type: ignore[call-overload]
            client_options={"api_endpoint": api_endpoint},
            static_discovery=True,
            cache_discovery=False,
        )

    def claim_async(self, requests: Sequence[ClaimRequest]) -> Operation:
        """partners.devices.claimAsync: hand over up to 1,000 claims."""
        body = codec.claims_to_json(requests)
        with translated(changes_something=True):
            call = self._service.partners().devices().claimAsync(partnerId=self.partner_id, body=body)
            return codec.operation_from_json(call.execute())

    def operation(self, name: str) -> Operation:
        """operations.get: how far an operation is, and its verdicts once done."""
        with translated(changes_something=False):
            return codec.operation_from_json(self._service.operations().get(name=name).execute())

    def find(self, identifier: DeviceIdentifier) -> tuple[Device, ...]:
        """partners.devices.findByIdentifier: all records of the service that this identifier names.

        A list of more than a few pages is none that one device's number can have: TryLater.
        """
        body = {"deviceIdentifier": codec.identifier_to_json(identifier), "limit": str(PAGE_SIZE)}
        found: tuple[Device, ...] = ()
        with translated(changes_something=False):
            for _ in range(_MOST_PAGES):
                call = self._service.partners().devices().findByIdentifier(partnerId=self.partner_id, body=body)
                self.pages += 1
                page = call.execute()
                found += codec.devices_from_json(page)
                token = codec.next_token_from_json(page)
                if not token:
                    return found
                body["pageToken"] = token
            raise ValueError("a list of one device's records without an end")

    def customers_page(self, token: str) -> CustomerPage:
        """partners.customers.list: one page of this reseller's own customers; `token` is empty for the first."""
        with translated(changes_something=False):
            call = (
                self._service.partners()
                .customers()
                .list(partnerId=self.partner_id, pageSize=PAGE_SIZE, pageToken=token or None)
            )
            return codec.customer_page_from_json(call.execute())

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()
