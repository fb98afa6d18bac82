"""Answers of the service that are no success -> our error families.

Rules: the reseller API's error pages ("Custom error", "Usage limits"), Google's JSON error form, and the outbox's table.
"""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime

from googleapiclient.errors import HttpError

from ztdesk.domain.advice import request_advice
from ztdesk.domain.errors import MaybeTaken, Refused, SignInNeeded, TryLater
from ztdesk.domain.text import text

_RATE_REASONS = {"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"}


@contextmanager
def translated(*, changes_something: bool) -> Iterator[None]:
    """Turn the client's errors into ours. For a request that changes something, doubt is MaybeTaken, else TryLater."""
    try:
        yield
    except HttpError as error:
        raise _from_answer(error, changes_something=changes_something) from error
    except ValueError as error:
        # A proxy's or a hotel's page instead of JSON, or JSON that is no answer of this API.
        raise _doubt(changes_something=changes_something) from error
    except MaybeTaken as error:
        if changes_something:
            raise
        raise TryLater(error.title, text("It is asked again in a moment.")) from error


def _from_answer(error: HttpError, *, changes_something: bool) -> Exception:
    code = int(error.status_code)
    identifier, message = _read_body(error.content)
    advice = request_advice(code, identifier, message)
    if code == 401:
        return SignInNeeded(advice.title, advice.hint)
    if code == 429 or identifier in _RATE_REASONS:
        return TryLater(advice.title, advice.hint, _retry_after_s(error.resp))
    if code >= 500 or code == 408 or code < 400:
        return _doubt(changes_something=changes_something, retry_after_s=_retry_after_s(error.resp))
    return Refused(advice.title, advice.hint, code=code, identifier=identifier, message=message)


def _doubt(*, changes_something: bool, retry_after_s: float | None = None) -> Exception:
    title = text("The service has a problem")
    if changes_something:
        return MaybeTaken(title, text("It is looked up what became of it."))
    return TryLater(title, text("It is asked again in a moment."), retry_after_s)


def _read_body(content: bytes) -> tuple[str, str]:
    """The most telling error name and the message of a JSON error body; both empty for anything else."""
    try:
        error = json.loads(content)["error"]
        message = _storable(error.get("message", ""))[:500]
        details = [detail for detail in error.get("details") or [] if isinstance(detail, dict)]
        reasons = [_storable(entry.get("reason", "")) for entry in error.get("errors") or []]
    except (ValueError, TypeError, KeyError, AttributeError):
        return "", ""
    for detail in details:
        if str(detail.get("@type", "")).endswith("TosError"):
            return "TOS_NOT_ACCEPTED", message
        name = detail.get("reason") or detail.get("code")
        if isinstance(name, str) and name:
            return _storable(name), message
    for reason in reasons:
        if reason in _RATE_REASONS:
            return reason, message
    return _storable(error.get("status", "")), message


def _storable(value: object) -> str:
    """A text of the service; half a surrogate pair, which nothing can store, is spelled out."""
    return str(value).encode("utf-8", "backslashreplace").decode("utf-8")


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` as seconds from now, in either of its forms (RFC 9110 section 10.2.3)."""
    value = headers.get("retry-after", "")
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    # "-0000" says UTC of an unknown place, which Python reads as a time without one.
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - time.time())
