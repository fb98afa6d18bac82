"""A loopback port that serves a WSGI application with keep-alive, and that can be closed and opened again unchanged.

Knows sockets and HTTP framing, nothing of what is served. Every connection has a thread of its own, joined on closing.
Werkzeug's own server will not do: it closes each connection after one answer.
"""

import contextlib
import io
import os
import selectors
import socket
import threading
from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer
from typing import Any, cast
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication

HOST = "127.0.0.1"
_BACKLOG = 128
_IDLE_S = 120.0
_LARGEST_BODY = 64 * 1024 * 1024
_REBIND_TRIES = 50
_REBIND_WAIT_S = 0.02


class ConnectionDropped(Exception):
    """Raised by an application that wants the connection closed without an answer."""


class Listener:
    """One port, held from the start; 0 lets the system choose, `port` says which. It refuses until `serve`."""

    def __init__(self, port: int) -> None:
        """Take the port. Raises OSError."""
        self._socket: socket.socket | None = None
        self._placeholder: socket.socket | None = _bound(port)
        self.port: int = self._placeholder.getsockname()[1]
        self.application: WSGIApplication | None = None
        self._thread: threading.Thread | None = None
        self._wake: socket.socket | None = None
        self._connections: dict[socket.socket, threading.Thread] = {}
        self._lock = threading.Lock()

    def serve(self, application: WSGIApplication) -> None:
        """Answer requests with `application` from now on."""
        self.application = application
        self.resume()

    def suspend(self) -> None:
        """Refuse connections and break the open ones, while keeping the port from others."""
        if self._placeholder is not None or self._socket is None:
            return
        self._stop_listening()
        self._break_connections()
        # A port that is bound and not listened to refuses connections, and nobody else can take it.
        self._placeholder = self._rebound()

    def resume(self) -> None:
        """Listen again on the same port. Raises OSError if it was lost meanwhile."""
        if self._socket is None:
            bound, self._placeholder = self._placeholder or _bound(self.port), None
            self._listen(bound)

    def close(self) -> None:
        """Stop serving; no thread of this port is left."""
        self._stop_listening()
        for thread in self._break_connections():
            thread.join()
        if self._placeholder is not None:
            self._placeholder.close()
            self._placeholder = None

    def _listen(self, bound: socket.socket) -> None:
        bound.listen(_BACKLOG)
        bound.settimeout(0)
        self._socket = bound
        self._wake, woken = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, args=(bound, woken), name="practice port", daemon=True)
        self._thread.start()

    def _stop_listening(self) -> None:
        if self._thread is None or self._wake is None or self._socket is None:
            return
        self._wake.send(b"x")
        self._thread.join()
        self._wake.close()
        self._socket.close()
        self._thread = self._wake = self._socket = None

    def _break_connections(self) -> list[threading.Thread]:
        with self._lock:
            broken = dict(self._connections)
        for connection in broken:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        return list(broken.values())

    def _accept(self, listening: socket.socket, woken: socket.socket) -> None:
        with selectors.DefaultSelector() as selector, woken:
            selector.register(listening, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _events in selector.select()]
                if woken in ready:
                    return
                try:
                    connection, address = listening.accept()
                except OSError:
                    continue  # gone before it was accepted
                self._start(connection, address)

    def _start(self, connection: socket.socket, address: Any) -> None:
        connection.settimeout(_IDLE_S)
        thread = threading.Thread(
            target=self._serve, args=(connection, address), name="practice connection", daemon=True
        )
        with self._lock:
            self._connections[connection] = thread
        thread.start()

    def _serve(self, connection: socket.socket, address: Any) -> None:
        try:
            # The handler only ever asks its server for the application and the port.
            _Handler(connection, address, cast("BaseServer", self))
        except (OSError, ConnectionDropped):
            pass  # the other side went away, or was meant to see us go
        finally:
            with self._lock:
                self._connections.pop(connection, None)
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _rebound(self) -> socket.socket | None:
        pause = threading.Event()
        for _ in range(_REBIND_TRIES):
            with contextlib.suppress(OSError):
                return _bound(self.port)
            pause.wait(_REBIND_WAIT_S)
        return None  # it refuses all the same; coming back will tell if somebody took it


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Elsewhere this option would let two programs share the port; here it only skips the wait after a restart.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
    except BaseException:
        made.close()
        raise
    return made


class _Handler(BaseHTTPRequestHandler):
    """Reads one request after another from a connection and hands each to the application, body and all."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one write a response: head and body leave together
    server: Any

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing: a practice log would only drown the three lines at the start."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._run
        raise AttributeError(name)

    def version_string(self) -> str:
        """What the Server header says."""
        return "ztdesk-practice"

    def _run(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal() or int(length) > _LARGEST_BODY:
            self.close_connection = True
            self.send_error(411 if "Transfer-Encoding" in self.headers else 413)
            return
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return
        result = self.server.application(self._environ(body), self._start_response)
        payload = b"".join(result)
        if hasattr(result, "close"):
            result.close()
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(payload)

    def _start_response(self, status: str, headers: list[tuple[str, str]], _exc_info: object = None) -> Any:
        code, _, reason = status.partition(" ")
        self.send_response(int(code), reason)
        for name, value in headers:
            if name.lower() != "content-length":
                self.send_header(name, value)
        return self.wfile.write

    def _environ(self, body: bytes) -> dict[str, Any]:
        path, _, query = self.path.partition("?")
        environ = {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": HOST,
            "SERVER_PORT": str(self.server.port),
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            environ.setdefault("HTTP_" + name.upper().replace("-", "_"), value)
        return environ
