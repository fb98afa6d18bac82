"""One call of an API method, checked and ready, and the paging that several methods share."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ztdesk.practice.errors import invalid_argument

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `method` by the reseller itself: `path` has the rest of the path's parameters, by the document's names."""

    method: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]


def page_token(position: str) -> str:
    """An opaque token for where the next page begins."""
    return base64.urlsafe_b64encode(f"page:{position}".encode()).decode().rstrip("=")


def position_of(token: str) -> str:
    """Where a page begins; empty for the first. Raises ApiError 400."""
    if not token:
        return ""
    try:
        decoded = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        decoded = ""
    if not decoded.startswith("page:"):
        raise invalid_argument("Invalid page token.", "INVALID_PAGE_TOKEN")
    return decoded.removeprefix("page:")


def listed_page(call: Call, rows: Sequence[Row]) -> tuple[Sequence[Row], str]:
    """The page of a `list` method that the query asks for, all rows when it names no size, and the next one's token."""
    size = call.query.get("pageSize", 0)
    if size < 0:
        raise invalid_argument("Invalid page size.")
    position = position_of(call.query.get("pageToken", ""))
    if position and not position.isdecimal():
        raise invalid_argument("Invalid page token.", "INVALID_PAGE_TOKEN")
    start = int(position or 0)
    end = start + size if size else len(rows)
    return rows[start:end], page_token(str(end)) if end < len(rows) else ""
