"""A TCP server that answers each request with the next line of a script, and keeps every byte it was sent."""

import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum


class Answer(Enum):
    """What may happen instead of an answer."""

    DROP = "close the connection without a word"
    RESET = "reset the connection"
    SILENCE = "say nothing until the other side gives up"
    REFUSE = "close before anything is read"


Line = bytes | Answer


def reply(
    status: str, body: bytes = b"{}", *headers: str, content_type: str = "application/json", close: bool = False
) -> bytes:
    """An HTTP answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}", *headers]
    if close:
        lines.append("Connection: close")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class ScriptedServer:
    """Takes the script's lines in order, one a request; after the last one it is REFUSE."""

    def __init__(self, script: list[Line], context: ssl.SSLContext | None = None) -> None:
        self._script = list(script)
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[bytes] = []
        self.connections = 0
        self._stopping = False
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        # A listener is only woken from accept() by a caller.
        self._stopping = True
        self._script.clear()
        socket.create_connection(("127.0.0.1", self.port)).close()
        for connection in self._open:
            # Only a shutdown wakes the thread that reads from it.
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._accepting.join(10)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopping:
                connection.close()
                return
            self.connections += 1
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            while self._script and self._script[0] is not Answer.REFUSE:
                request = _read_request(connection)
                if not request:
                    break
                self.requests.append(request)
                line = self._script.pop(0) if self._script else Answer.DROP
                if isinstance(line, bytes):
                    connection.sendall(line)
                    if b"Connection: close" in line:
                        break
                    continue
                if line is Answer.SILENCE:
                    connection.recv(1)
                if line is Answer.RESET:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                break
            else:
                if self._script:
                    self._script.pop(0)
        except OSError:
            pass
        finally:
            connection.close()


def _read_request(connection: socket.socket) -> bytes:
    """One request, head and body; empty when the other side closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        more = connection.recv(65536)
        if not more:
            break
        body += more
    return head + b"\r\n\r\n" + body


@contextmanager
def scripted(*script: Line, context: ssl.SSLContext | None = None) -> Iterator[ScriptedServer]:
    """A running server with this script."""
    server = ScriptedServer(list(script), context)
    try:
        yield server
    finally:
        server.stop()
