"""HTTP for Google's client, signed and never resent behind our back.

httplib2 silently sends a request again when a kept connection turns out to be stale or is dropped. For a claim that would
be a second claim, so here every request is written to a socket at most once, and the error tells whether it was.
"""

import http.client
import ssl
import time
from typing import Any

import google_auth_httplib2
import httplib2
from google.auth import exceptions as auth_exceptions
from google.auth.credentials import Credentials

from ztdesk.domain.errors import MaybeTaken, Offline, SignInNeeded, TryLater
from ztdesk.domain.text import text

TIMEOUT_S = 30.0
_KEPT_CONNECTION_S = 20.0
_UNAUTHENTICATED = 401


class _SentAlreadyError(httplib2.HttpLib2Error):
    """httplib2 tried to write a request a second time."""


class _Once:
    """Mixed into a connection: writes one request, then refuses until `rearm()`."""

    spent = False

    def request(self, *args: Any, **keywords: Any) -> None:
        if self.spent:
            raise _SentAlreadyError
        self.spent = True
        super().request(*args, **keywords)  # type: ignore[misc]


class _OnceHttp(_Once, httplib2.HTTPConnectionWithTimeout):
    pass


class _OnceHttps(_Once, httplib2.HTTPSConnectionWithTimeout):
    pass


class Transport:
    """What google-api-python-client calls as its `http`. For one thread; `close()` when done with it."""

    def __init__(self, credentials: Credentials, timeout_s: float = TIMEOUT_S) -> None:
        self._credentials = credentials
        self._http = httplib2.Http(timeout=timeout_s)
        self._http.follow_redirects = False
        self._last_used = 0.0

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: dict[str, str] | None = None,
        **_: object,
    ) -> tuple[httplib2.Response, bytes]:
        """One signed request; a refused token is renewed once.

        Raises Offline (nothing was written), MaybeTaken (written, no answer), SignInNeeded, TryLater (no token for now).
        """
        response, content = self._signed(uri, method, body, headers or {})
        if response.status == _UNAUTHENTICATED:
            self._credentials.token = None
            response, content = self._signed(uri, method, body, headers or {})
        return response, content

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def _signed(
        self, uri: str, method: str, body: bytes | str | None, headers: dict[str, str]
    ) -> tuple[httplib2.Response, bytes]:
        if not self._credentials.valid:
            self._renew()
        signed = {**headers, "X-GOOG-API-FORMAT-VERSION": "2"}
        self._credentials.apply(signed)  # type: ignore[no-untyped-call]
        # A stale connection would turn a claim's fate into a question, so requests that change something get a new one.
        changes = method != "GET" and ":find" not in uri
        if changes or time.monotonic() - self._last_used > _KEPT_CONNECTION_S:
            self._drop_connections()
        self._last_used = time.monotonic()
        return self._once(uri, method, body, signed)

    def _once(
        self, uri: str, method: str, body: bytes | str | None, headers: dict[str, str]
    ) -> tuple[httplib2.Response, bytes]:
        for connection in self._http.connections.values():
            connection.spent = False
        kind = _OnceHttps if uri.startswith("https:") else _OnceHttp
        try:
            answer: tuple[httplib2.Response, bytes] = self._http.request(
                uri, method, body=body, headers=headers, connection_type=kind
            )
        except (OSError, httplib2.HttpLib2Error, http.client.HTTPException, ssl.SSLError) as error:
            written = any(connection.spent for connection in self._http.connections.values())
            self._drop_connections()
            if written:
                raise MaybeTaken(
                    text("No answer from the service"), text("It is looked up what became of it.")
                ) from error
            raise _offline() from error
        return answer

    def _renew(self) -> None:
        self._drop_connections()
        try:
            self._credentials.refresh(google_auth_httplib2.Request(self._http))  # type: ignore[no-untyped-call]
        except auth_exceptions.RefreshError as error:
            if error.retryable:
                raise TryLater(
                    text("Sign-in is not answering"), text("It goes on by itself when the sign-in service is back.")
                ) from error
            raise SignInNeeded(
                text("Sign-in refused"), text("Check the key file and this PC's clock, then try again.")
            ) from error
        except (auth_exceptions.GoogleAuthError, OSError, httplib2.HttpLib2Error, http.client.HTTPException) as error:
            raise _offline() from error
        finally:
            self._drop_connections()

    def _drop_connections(self) -> None:
        for connection in self._http.connections.values():
            connection.close()
        self._http.connections.clear()


def _offline() -> Offline:
    return Offline(text("No connection"), text("Scanning goes on; everything is sent when the network is back."))
