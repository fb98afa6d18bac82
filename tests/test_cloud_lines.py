import base64
import datetime
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.scripted_server import Answer, ScriptedServer, reply, scripted
from ztdesk.cloud import lines as lines_module
from ztdesk.cloud.lines import Lines
from ztdesk.domain.errors import MaybeTaken, Offline

YEAR = datetime.timedelta(days=365)


def certificate(folder: Path, *, ended: bool = False) -> tuple[ssl.SSLContext, Path]:
    """A server's context for 127.0.0.1 and the file of who vouches for it, which nobody trusts unasked."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 2 * YEAR)
        .not_valid_after(now - YEAR if ended else now + YEAR)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "cert.pem", folder / "key.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def post(url: str) -> tuple[object, bytes]:
    lines = Lines(0.5)
    try:
        return lines.exchange(f"{url}/v1/x", "POST", b"{}", {}, fresh=True)
    finally:
        lines.close()


def test_a_certificate_nobody_vouches_for_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    context, _ = certificate(tmp_path)
    with scripted(reply("200 OK"), context=context) as server:
        with pytest.raises(Offline, match="not trusted") as caught:
            post(f"https://127.0.0.1:{server.port}")
        assert server.requests == []
    assert "clock" in caught.value.hint.english()
    assert "proxy" in caught.value.hint.english()


def test_a_certificate_the_system_trusts_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with scripted(reply("200 OK"), context=context) as server:
        _, content = post(f"https://127.0.0.1:{server.port}")
        assert content == b"{}"


def test_a_certificate_that_ended_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certificate(tmp_path, ended=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with scripted(reply("200 OK"), context=context) as server, pytest.raises(Offline, match="expired"):
        post(f"https://127.0.0.1:{server.port}")


def test_somebody_who_does_not_speak_tls_is_said() -> None:
    with scripted(b"HTTP/1.1 400 Bad Request\r\n\r\n") as server, pytest.raises(Offline):
        post(f"https://127.0.0.1:{server.port}")


def test_a_connection_lost_over_tls_may_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    with scripted(Answer.DROP, reply("200 OK"), context=context) as server:
        with pytest.raises(MaybeTaken):
            post(f"https://127.0.0.1:{server.port}")
        assert len(server.requests) == 1


def through_proxy(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch, account: str = "") -> None:
    monkeypatch.setenv("https_proxy", f"http://{account}127.0.0.1:{server.port}")


def test_the_systems_proxy_is_asked_for_a_tunnel(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(reply("403 Forbidden", b"")) as proxy:
        through_proxy(proxy, monkeypatch, "ana:p%40ss@")
        with pytest.raises(Offline, match="proxy refuses"):
            post("https://service.invalid")
        assert proxy.requests[0].startswith(b"CONNECT service.invalid:443 ")
        assert b"Basic " + base64.b64encode(b"ana:p@ss") in proxy.requests[0]
        assert b"/v1/x" not in b"".join(proxy.requests)


@pytest.mark.parametrize("fate", [Answer.DROP, Answer.RESET, Answer.SILENCE, b"garbage\r\n\r\n"])
def test_a_proxy_that_fails_before_the_tunnel_stands_is_offline(
    fate: bytes | Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted(fate) as proxy:
        through_proxy(proxy, monkeypatch)
        with pytest.raises(Offline):
            post("https://service.invalid")


def test_this_pc_and_excepted_hosts_are_reached_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(reply("200 OK")) as proxy, scripted(reply("200 OK")) as server:
        through_proxy(proxy, monkeypatch)
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        post(server.url)
        monkeypatch.setenv("no_proxy", "service.invalid")
        with pytest.raises(Offline, match="No connection"):
            post("https://service.invalid")
        assert proxy.requests == []


@contextmanager
def trickling(head: bytes) -> Iterator[str]:
    """A server that sends `head` at once and then a byte twenty times a second, for ten seconds at most."""
    listener, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.recv(65536)
            connection.sendall(head)
            for _ in range(200):
                if over.wait(0.05):
                    return
                connection.sendall(b"x")

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        thread.join(10)
        listener.close()


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\nX-Long: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"],
)
def test_an_answer_that_trickles_in_is_given_up_in_time(head: bytes) -> None:
    with trickling(head) as url:
        began = time.monotonic()
        with pytest.raises(MaybeTaken):
            post(url)
        assert 0.9 < time.monotonic() - began < 5


@pytest.mark.parametrize("headers", [(), ("Connection: close",)])
def test_an_answer_that_is_too_large_or_cut_short_is_none(
    headers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "_LARGEST_ANSWER", 200_000)
    whole = reply("200 OK", b"x" * 200_000, *headers)
    with scripted(whole, reply("200 OK", b"x" * 200_001, *headers), whole[:-1]) as server:
        assert len(post(server.url)[1]) == 200_000
        for _ in range(2):
            with pytest.raises(MaybeTaken):
                post(server.url)
