"""A loopback port under a WSGI application: keep-alive, refusing and coming back, and what is no request."""

import http.client
import socket
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from ztdesk.practice.listening import ConnectionDropped, Listener


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/drop":
        raise ConnectionDropped
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    return [environ["REQUEST_METHOD"].encode(), b" ", body]


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener(0)
    made.serve(application)
    yield made
    made.close()


def ask(connection: http.client.HTTPConnection, verb: str, path: str, body: bytes | None = None) -> bytes:
    connection.request(verb, path, body)
    return connection.getresponse().read()


def connected(listener: Listener) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", listener.port, timeout=10)


def test_answers_many_requests_on_one_connection(listener: Listener) -> None:
    connection = connected(listener)
    ask(connection, "GET", "/")
    first = connection.sock
    for number in range(20):
        assert ask(connection, "POST", "/x", b"%d" % number) == b"POST %d" % number
    assert connection.sock is first
    connection.close()


def test_a_large_body_and_answer_pass_whole(listener: Listener) -> None:
    connection = connected(listener)
    large = bytes(range(256)) * 40_000
    assert ask(connection, "PUT", "/", large) == b"PUT " + large
    connection.close()


def test_a_dropped_connection_has_no_answer_and_harms_no_other(listener: Listener) -> None:
    connection, other = connected(listener), connected(listener)
    ask(other, "GET", "/")
    with pytest.raises(http.client.RemoteDisconnected):
        ask(connection, "POST", "/drop", b"x")
    assert ask(other, "GET", "/") == b"GET "
    connection.close()
    other.close()


def test_refuses_until_it_serves() -> None:
    listener = Listener(0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", listener.port), timeout=10)
    listener.close()


def test_suspending_breaks_connections_and_resuming_brings_the_port_back(listener: Listener) -> None:
    connection = connected(listener)
    ask(connection, "GET", "/")
    for _ in range(5):
        listener.suspend()
        listener.suspend()
        with pytest.raises(ConnectionError):
            ask(connection, "GET", "/")
        connection.close()
        with pytest.raises(ConnectionRefusedError):
            ask(connection, "GET", "/")
        connection.close()
        listener.resume()
        listener.resume()
        assert ask(connection, "GET", "/") == b"GET "
    connection.close()


def test_closing_leaves_no_thread(listener: Listener) -> None:
    connection = connected(listener)
    ask(connection, "GET", "/")
    listener.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("practice")]
    connection.close()


def test_a_body_of_unknown_or_absurd_length_is_refused(listener: Listener) -> None:
    for header, value, status in (
        ("Transfer-Encoding", "chunked", 411),
        ("Content-Length", "99999999999", 413),
        ("Content-Length", "-1", 413),
    ):
        connection = connected(listener)
        connection.putrequest("POST", "/")
        connection.putheader(header, value)
        connection.endheaders()
        response = connection.getresponse()
        response.read()
        assert response.status == status
        connection.close()
