"""Lines to a host: one request written, one answer read, directly or through the system's proxy.

httplib2 and urllib3 silently write a request again when a kept connection is stale or dropped. For a claim that would be
a second claim, so here a request is written at most once, and the error tells whether it was. Knows no credentials.
"""

import base64
import http.client
import io
import socket
import ssl
import time
import urllib.request
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit

import httplib2

from ztdesk.domain.errors import MaybeTaken, Offline
from ztdesk.domain.text import text

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

CONNECT_TIMEOUT_S = 10.0
_KEPT_S = 20.0
_LARGEST_ANSWER = 64 * 1024 * 1024
_PIECE = 65536
_WHOLE = 2.0  # times the longest silence
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}

_Place = tuple[str, str, int]


class Lines:
    """The connections of one thread, one a host; kept a few seconds for the next question."""

    def __init__(self, timeout_s: float) -> None:
        """`timeout_s` is how long an answer may be silent; it may take twice that in all, however it trickles in.

        Connecting has its own, shorter patience.
        """
        self._timeout_s = timeout_s
        self._open: dict[_Place, tuple[http.client.HTTPConnection, float]] = {}
        self._context: ssl.SSLContext | None = None

    def exchange(
        self, uri: str, method: str, body: bytes | str | None, headers: Mapping[str, str], *, fresh: bool
    ) -> tuple[httplib2.Response, bytes]:
        """Write one request and read its answer, whatever it says; redirections are not followed.

        `fresh` asks for a new connection: a kept one may be dead, which would make the request's fate a question. Raises
        Offline when not one byte was written, MaybeTaken when some may have been and no whole answer came.
        """
        parts = urlsplit(uri)
        place = (parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
        connection = self._connected(place, fresh=fresh)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        payload = body.encode("utf-8") if isinstance(body, str) else body
        deadline = time.monotonic() + _WHOLE * self._timeout_s
        try:
            connection.request(method, target, payload, {**headers, "accept-encoding": "gzip"})
            connection.response_class = _ending_by(deadline, self._timeout_s)
            answer = connection.getresponse()
            content = _read(answer)
            response = httplib2.Response(answer)
            if response.pop("content-encoding", "identity").lower() == "gzip":
                content = _inflated(content)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            connection.close()
            raise MaybeTaken(text("No answer from the service"), text("It is looked up what became of it.")) from error
        if connection.sock is not None:
            connection.sock.settimeout(self._timeout_s)
            self._open[place] = (connection, time.monotonic())
        return response, content

    def close(self) -> None:
        """Close every connection."""
        for connection, _used_at in self._open.values():
            connection.close()
        self._open.clear()

    def _connected(self, place: _Place, *, fresh: bool) -> http.client.HTTPConnection:
        kept, used_at = self._open.pop(place, (None, 0.0))
        if kept is not None:
            if not fresh and time.monotonic() - used_at < _KEPT_S:
                return kept
            kept.close()
        connection = self._made(place)
        try:
            connection.connect()
        except (OSError, http.client.HTTPException, ValueError) as error:
            connection.close()
            raise _offline(error) from error
        # From here on a request can only be written to this very socket.
        connection.auto_open = 0
        connection.sock.settimeout(self._timeout_s)
        return connection

    def _made(self, place: _Place) -> http.client.HTTPConnection:
        scheme, host, port = place
        patience_s = min(CONNECT_TIMEOUT_S, self._timeout_s)
        if scheme != "https":
            return http.client.HTTPConnection(host, port, timeout=patience_s)
        if self._context is None:
            self._context = _trusting_context()
        proxy = _proxy(host)
        if proxy is None:
            return http.client.HTTPSConnection(host, port, timeout=patience_s, context=self._context)
        through = http.client.HTTPSConnection(
            proxy.hostname or "", proxy.port or 80, timeout=patience_s, context=self._context
        )
        through.set_tunnel(host, port, _proxy_headers(proxy))
        return through


class _Timed(io.RawIOBase):
    """What a socket receives, read until the deadline; a socket's own timeout begins anew with every byte."""

    def __init__(self, connection: socket.socket, deadline: float, timeout_s: float) -> None:
        self._socket = connection
        self._raw = connection.makefile("rb", buffering=0)
        self._deadline = deadline
        self._timeout_s = timeout_s

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer", /) -> int | None:
        left_s = self._deadline - time.monotonic()
        if left_s <= 0:
            raise TimeoutError("the answer takes too long")
        self._socket.settimeout(min(left_s, self._timeout_s))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _ending_by(deadline: float, timeout_s: float) -> type[http.client.HTTPResponse]:
    """Answers that must be whole by `deadline`, a time of time.monotonic()."""

    class Answer(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *arguments: Any, **named: Any) -> None:
            super().__init__(sock, *arguments, **named)
            self.fp.close()
            self.fp = io.BufferedReader(_Timed(sock, deadline, timeout_s))

    return Answer


def _read(answer: http.client.HTTPResponse) -> bytes:
    """The whole body. Raises HTTPException when it is cut short or too large."""
    pieces, size = list[bytes](), 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > _LARGEST_ANSWER:
            raise http.client.HTTPException("the answer is too large")
        pieces.append(piece)
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(pieces)


def _trusting_context() -> ssl.SSLContext:
    """Trusts what the system trusts, so that a firm's own authority works, and the authorities that come with us."""
    context = ssl.create_default_context()
    context.load_verify_locations(httplib2.CA_CERTS)
    return context


def _proxy(host: str) -> SplitResult | None:
    """The system's proxy for https (environment, Windows' or macOS' settings); None when `host` is reached directly."""
    url = urllib.request.getproxies().get("https", "")
    if not url or host in _LOOPBACK or urllib.request.proxy_bypass(host):
        return None
    return urlsplit(url if "//" in url else f"http://{url}")


def _proxy_headers(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode('utf-8')).decode('ascii')}"}


def _inflated(content: bytes) -> bytes:
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    inflated = unpacking.decompress(content, _LARGEST_ANSWER)
    if not unpacking.eof:
        raise zlib.error("cut short or too large")
    return inflated


def _offline(error: Exception) -> Offline:
    if isinstance(error, ssl.SSLCertVerificationError):
        return Offline(
            text("Connection not trusted"),
            text(
                "The service's certificate was refused ({reason}). Check this PC's clock; a proxy that looks into traffic"
                " must be trusted by this PC.",
                reason=error.verify_message,
            ),
        )
    if isinstance(error, ssl.SSLError):
        return Offline(
            text("No secure connection"),
            text("Something between this PC and the service answers. Ask IT for the proxy."),
        )
    if str(error).startswith("Tunnel connection failed"):
        return Offline(text("The proxy refuses"), text("{reason}. Ask IT to let ztdesk through.", reason=str(error)))
    return Offline(text("No connection"), text("Scanning goes on; everything is sent when the network is back."))
