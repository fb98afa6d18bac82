import gzip
import json
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from google.auth import exceptions
from google.auth.credentials import Credentials
from google.oauth2 import service_account

from tests.practice_service import account_key
from tests.scripted_server import Answer, Line, ScriptedServer, reply, scripted
from ztdesk.cloud.transport import Transport
from ztdesk.domain.errors import MaybeTaken, Offline, SignInNeeded, TryLater

BODY = b'{"claims": []}'
OK = reply("200 OK", b'{"name": "operations/1"}')


class Signed(Credentials):
    """Credentials whose renewal is counted instead of asked for."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.token = "first"
        self.renewed = 0

    def refresh(self, request: object) -> None:
        self.renewed += 1
        self.token = f"token-{self.renewed}"


@pytest.fixture
def signed() -> Signed:
    return Signed()


@pytest.fixture
def transport(signed: Signed) -> Iterator[Transport]:
    transport = Transport(signed, timeout_s=0.3)
    yield transport
    transport.close()


def claim(transport: Transport, server: ScriptedServer) -> tuple[Any, bytes]:
    return transport.request(f"{server.url}/v1/partners/1/devices:claimAsync?alt=json", "POST", BODY, {})


def ask(transport: Transport, server: ScriptedServer) -> tuple[Any, bytes]:
    return transport.request(f"{server.url}/v1/operations/1?alt=json", "GET", None, {})


def test_a_request_is_signed_and_asks_for_errors_with_details(transport: Transport) -> None:
    with scripted(OK) as server:
        response, content = claim(transport, server)
    assert (response.status, content) == (200, b'{"name": "operations/1"}')
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /v1/partners/1/devices:claimAsync?alt=json HTTP/1.1\r\n")
    assert b"\r\nauthorization: Bearer first" in head
    assert b"\r\nX-GOOG-API-FORMAT-VERSION: 2" in head
    assert body == BODY


@pytest.mark.parametrize(
    "fate",
    [
        Answer.DROP,
        Answer.RESET,
        Answer.SILENCE,
        b"garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        reply("200 OK", b"\x1f\x8bnot gzip", "Content-Encoding: gzip"),
        reply("200 OK", gzip.compress(b"{}" * 500)[:-9], "Content-Encoding: gzip"),
    ],
)
def test_a_claim_without_a_whole_answer_may_be_taken_and_was_written_once(transport: Transport, fate: Line) -> None:
    with scripted(fate, OK, OK) as server:
        with pytest.raises(MaybeTaken):
            claim(transport, server)
        assert len(server.requests) == 1
        assert server.requests[0].endswith(BODY)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Moved"])
def test_a_redirection_is_an_answer_and_never_followed(transport: Transport, status: str) -> None:
    with scripted(OK) as elsewhere, scripted(reply(status, b"", f"Location: {elsewhere.url}/x")) as server:
        for call in (claim,):
            response, _ = call(transport, server)
            assert str(response.status) == status[:3]
        assert elsewhere.requests == []


@pytest.mark.parametrize("status", ["500 X", "502 X", "503 X", "504 X", "429 X", "400 X", "403 X", "408 X"])
def test_no_answer_but_401_has_a_request_sent_again(transport: Transport, status: str) -> None:
    with scripted(reply(status, b"<html>", "Retry-After: 0"), OK) as server:
        response, _ = claim(transport, server)
        assert str(response.status) == status[:3]
        assert len(server.requests) == 1


def test_a_401_has_the_token_renewed_and_the_request_sent_once_more(transport: Transport, signed: Signed) -> None:
    unauthorized = reply("401 Unauthorized", b"{}", 'WWW-Authenticate: Bearer realm="x", error="invalid_token"')
    with scripted(unauthorized, OK) as server:
        response, _ = claim(transport, server)
        assert response.status == 200
        assert [request.split(b"Bearer ")[1].split(b"\r\n")[0] for request in server.requests] == [b"first", b"token-1"]
        assert signed.renewed == 1


def test_a_second_401_is_the_answer(transport: Transport) -> None:
    unauthorized = reply("401 Unauthorized", b"{}", "WWW-Authenticate: ,,broken=")
    with scripted(unauthorized, unauthorized, OK) as server:
        response, _ = claim(transport, server)
        assert response.status == 401
        assert len(server.requests) == 2


def test_a_connection_lost_after_the_renewal_may_be_taken(transport: Transport) -> None:
    with scripted(reply("401 Unauthorized"), Answer.DROP, OK) as server:
        with pytest.raises(MaybeTaken):
            claim(transport, server)
        assert len(server.requests) == 2


def test_nobody_listening_is_offline(transport: Transport) -> None:
    with scripted() as server:
        pass
    with pytest.raises(Offline):
        claim(transport, server)
    with pytest.raises(Offline):
        ask(transport, server)


@pytest.mark.parametrize("host", ["nobody.invalid", "a" * 70 + ".invalid", "..invalid"])
def test_a_host_that_cannot_be_found_is_offline(transport: Transport, host: str) -> None:
    with pytest.raises(Offline):
        transport.request(f"http://{host}/x", "POST", BODY, {})


def test_no_network_is_offline_though_httplib2_would_try_again(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def unreachable(*arguments: object, **_: object) -> socket.socket:
        tried.append(arguments)
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    with pytest.raises(Offline):
        transport.request("http://127.0.0.1:9/x", "POST", BODY, {})
    assert len(tried) == 1


def test_connecting_that_takes_too_long_is_offline(transport: Transport, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> socket.socket:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket, "create_connection", late)
    with pytest.raises(Offline):
        transport.request("http://127.0.0.1:9/x", "POST", BODY, {})


def test_questions_share_a_connection_and_a_claim_never_takes_a_used_one(transport: Transport) -> None:
    with scripted(OK, OK, OK, OK) as server:
        ask(transport, server)
        ask(transport, server)
        assert server.connections == 1
        claim(transport, server)
        assert server.connections == 2
        claim(transport, server)
        assert server.connections == 3
        assert len(server.requests) == 4


def test_a_kept_connection_that_died_does_not_touch_a_claim(transport: Transport) -> None:
    with scripted(reply("200 OK", b"{}"), Answer.DROP, OK) as server:
        ask(transport, server)
        with pytest.raises(MaybeTaken):
            ask(transport, server)
        response, _ = claim(transport, server)
        assert response.status == 200
        assert len(server.requests) == 3


def test_a_closed_answer_is_not_kept(transport: Transport) -> None:
    with scripted(reply("200 OK", b"{}", close=True), OK) as server:
        ask(transport, server)
        assert ask(transport, server)[0].status == 200
        assert server.connections == 2


def test_a_packed_answer_is_unpacked(transport: Transport) -> None:
    with scripted(reply("200 OK", gzip.compress(b'{"a": 1}'), "Content-Encoding: gzip")) as server:
        assert ask(transport, server)[1] == b'{"a": 1}'


def test_an_answer_that_blows_up_is_none(transport: Transport) -> None:
    bomb = gzip.compress(b"0" * (65 * 1024 * 1024))
    with scripted(reply("200 OK", bomb, "Content-Encoding: gzip")) as server, pytest.raises(MaybeTaken):
        ask(transport, server)


# --- the sign-in's own requests ---


def with_sign_in(server: ScriptedServer) -> Transport:
    """A transport with a service account whose tokens come from `server`."""
    info = {**json.loads(account_key()), "token_uri": f"{server.url}/token"}
    credentials = service_account.Credentials.from_service_account_info(info, scopes=["s"])  # type: ignore[no-untyped-call]
    return Transport(credentials, timeout_s=0.3)


def failing_sign_in(*script: Line) -> tuple[Exception, list[bytes], float]:
    """What a claim raises when the sign-in answers so, what the sign-in was asked, and how long it took in seconds."""
    with scripted(*script) as sign_in, scripted(OK) as service:
        transport = with_sign_in(sign_in)
        began = time.monotonic()
        with pytest.raises(Exception) as caught:  # noqa: PT011 - told apart by the caller
            claim(transport, service)
        took_s = time.monotonic() - began
        transport.close()
        assert service.requests == []
        return caught.value, sign_in.requests, took_s


TOKEN = reply("200 OK", b'{"access_token": "abc", "expires_in": 3600, "token_type": "Bearer"}')


def test_a_token_is_asked_for_once_and_used_until_it_ends() -> None:
    with scripted(TOKEN, TOKEN) as sign_in, scripted(OK, OK) as service:
        transport = with_sign_in(sign_in)
        claim(transport, service)
        ask(transport, service)
        transport.close()
        assert len(sign_in.requests) == 1
        assert b"Bearer abc" in service.requests[0]


@pytest.mark.parametrize("error", ["invalid_grant", "invalid_client", "unauthorized_client"])
def test_a_refused_sign_in_needs_a_person(error: str) -> None:
    body = json.dumps({"error": error, "error_description": "no"}).encode()
    raised, asked, _ = failing_sign_in(reply("400 Bad Request", body), TOKEN)
    assert isinstance(raised, SignInNeeded)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        reply("500 Internal Server Error", b'{"error": "internal_failure"}'),
        reply("503 Service Unavailable", b"<html>"),
        reply("429 Too Many Requests"),
        reply("408 Request Timeout"),
        reply("400 Bad Request", b'{"error": "temporarily_unavailable"}'),
        reply("200 OK", b"<html>Welcome to the hotel</html>", content_type="text/html"),
        reply("200 OK", b"[]"),
        reply("200 OK", b'"text"'),
        reply("200 OK", b'{"access_token": "abc", "expires_in": "soon"}'),
        reply("200 OK", b'{"access_token": "abc", "expires_in": []}'),
        reply("200 OK", b"\xff\xfe"),
        reply("302 Found", b"<html>", "Location: http://127.0.0.1:1/login"),
        reply("407 Proxy Authentication Required", b"<html>"),
        reply("403 Forbidden", b"<html>blocked</html>"),
        Answer.DROP,
        Answer.RESET,
        Answer.SILENCE,
    ],
)
def test_a_sign_in_that_does_not_answer_the_question_is_tried_later_without_sleeping(answer: Line) -> None:
    raised, asked, took_s = failing_sign_in(answer, TOKEN, TOKEN)
    assert isinstance(raised, TryLater)
    assert len(asked) == 1
    assert took_s < 0.9


def test_no_way_to_the_sign_in_is_offline() -> None:
    with scripted() as gone:
        pass
    transport = with_sign_in(gone)
    with scripted(OK) as service, pytest.raises(Offline):
        claim(transport, service)
    assert service.requests == []


def test_what_google_auth_itself_cannot_do_is_tried_later(signed: Signed, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise exceptions.TransportError("x")  # type: ignore[no-untyped-call]

    failing: Callable[[object], None] = fail
    monkeypatch.setattr(signed, "refresh", failing)
    signed.token = None
    with scripted(OK) as service, pytest.raises(TryLater):
        claim(Transport(signed, 0.3), service)
