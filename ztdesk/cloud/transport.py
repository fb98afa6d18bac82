"""Signed HTTP for Google's client: adds the token, renews it, and never sends a request again behind our back.

Knows nothing of what is asked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import httplib2
from google.auth import exceptions as auth_exceptions
from google.auth.credentials import Credentials

from ztdesk.cloud.lines import Lines
from ztdesk.domain.errors import MaybeTaken, SignInNeeded, TryLater
from ztdesk.domain.text import text

TIMEOUT_S = 30.0
_UNAUTHENTICATED = 401
_PATIENCE_STATUSES = {408, 429}
_PATIENCE_ERRORS = {"internal_failure", "server_error", "temporarily_unavailable"}


@dataclass(frozen=True, slots=True)
class _TokenAnswer:
    """What google.auth wants to see of an answer."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class Transport:
    """What google-api-python-client calls as its `http`. For one thread; `close()` when done with it."""

    def __init__(self, credentials: Credentials, timeout_s: float = TIMEOUT_S) -> None:
        self._credentials = credentials
        self._lines = Lines(timeout_s)

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: dict[str, str] | None = None,
        **_: object,
    ) -> tuple[httplib2.Response, bytes]:
        """One signed request; only an answer of 401, which took nothing, has it signed anew and sent once more.

        Raises Offline (nothing was written), MaybeTaken (written, no answer), SignInNeeded, TryLater (no token for now).
        """
        response, content = self._signed(uri, method, body, headers or {})
        if response.status == _UNAUTHENTICATED:
            self._credentials.token = None
            response, content = self._signed(uri, method, body, headers or {})
        return response, content

    def close(self) -> None:
        """Close every connection."""
        self._lines.close()

    def _signed(
        self, uri: str, method: str, body: bytes | str | None, headers: dict[str, str]
    ) -> tuple[httplib2.Response, bytes]:
        if not self._credentials.valid:
            self._renew()
        signed = {**headers, "X-GOOG-API-FORMAT-VERSION": "2"}
        self._credentials.apply(signed)  # type: ignore[no-untyped-call]
        changes = method != "GET" and ":find" not in uri
        return self._lines.exchange(uri, method, body, signed, fresh=changes)

    def _renew(self) -> None:
        try:
            self._credentials.refresh(self._ask_for_token)  # type: ignore[no-untyped-call]
        except auth_exceptions.RefreshError as error:
            raise SignInNeeded(
                text("Sign-in refused"), text("Check the key file and this PC's clock, then try again.")
            ) from error
        except (auth_exceptions.GoogleAuthError, ValueError, TypeError) as error:
            raise _no_token_now() from error

    def _ask_for_token(
        self,
        url: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> _TokenAnswer:
        """google.auth's `request`; where that would sleep and retry, TryLater is raised right through it instead."""
        try:
            response, content = self._lines.exchange(url, method, body, headers or {}, fresh=True)
        except MaybeTaken as error:
            raise _no_token_now() from error
        status = int(response.status)
        try:
            answer = json.loads(content)
        except ValueError as error:
            # A proxy's or a hotel's page: it says nothing of the key.
            raise _no_token_now() from error
        asks_patience = status >= 500 or status in _PATIENCE_STATUSES or 300 <= status < 400
        if asks_patience or not isinstance(answer, dict) or answer.get("error") in _PATIENCE_ERRORS:
            raise _no_token_now()
        return _TokenAnswer(status, response, content)


def _no_token_now() -> TryLater:
    return TryLater(text("Sign-in is not answering"), text("It goes on by itself when the sign-in service is back."))
