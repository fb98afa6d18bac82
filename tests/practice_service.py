"""A running practice service for tests: inside this process (quick to start), or as a child process (the real thing).

Use `practice_in_process(tmp_path)` or `practice_as_child(tmp_path)`, or import the fixture `practice`.
"""

import functools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httplib2
import pytest
from google.oauth2.service_account import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError
from googleapiclient.http import HttpRequest

from ztdesk.practice.control import PracticeControl
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.practice.operations import Tempo
from ztdesk.practice.options import PracticeOptions
from ztdesk.practice.records import PARTNER_ID
from ztdesk.practice.server import KEY_FILE, PracticeServer
from ztdesk.practice.tokens import SCOPE, AccountKey

AT_ONCE = Tempo(pending_s=0.0, devices_per_second=100_000.0, finishing_s=0.0)
"""Operations are done as good as at once."""
_CHILD_TIMEOUT_S = 30


class PracticeClock:
    """A clock tests turn by hand, so that operations take as long as a test says. Seconds since 1970."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now

    def pass_s(self, seconds: float) -> None:
        self.now += seconds


class RunningPractice:
    """A service in this process. `url` stays the same over `restart`, which keeps the world (or not) and the key."""

    def __init__(self, options: PracticeOptions, clock: Callable[[], float] = time.time) -> None:
        self._options = options
        self._clock = clock
        self._server = PracticeServer(options, clock)
        self._server.start()

    @property
    def url(self) -> str:
        return self._server.url

    @property
    def key_file(self) -> Path:
        return self._server.key_file

    @property
    def control_url(self) -> str:
        return self._server.control_url

    @property
    def control(self) -> PracticeControl:
        return PracticeControl(self._server.control_url)

    def stop(self) -> None:
        self._server.stop()

    def restart(self, *, reset: bool = False, tempo: Tempo | None = None) -> None:
        port = int(self.url.rpartition(":")[2])
        self.stop()
        self._options = replace(self._options, port=port, reset=reset, tempo=tempo or self._options.tempo)
        self._server = PracticeServer(self._options, self._clock)
        self._server.start()


class ChildPractice:
    """A service in a process of its own, ended when its standard input closes."""

    def __init__(self, data: Path, *arguments: str) -> None:
        command = [
            sys.executable,
            "-m",
            "ztdesk.practice.server",
            "--data",
            str(data),
            "--exit-with-parent",
            *arguments,
        ]
        root = Path(__file__).resolve().parent.parent
        path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH", ""))))
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )
        assert self.process.stdout is not None
        self.url, key_file, self.control_url = (self.process.stdout.readline().rstrip("\n") for _ in range(3))
        self.key_file = Path(key_file)

    @property
    def control(self) -> PracticeControl:
        return PracticeControl(self.control_url)

    def stop(self) -> int:
        """Close its standard input and wait for the end; its exit status."""
        try:
            self.process.communicate(timeout=_CHILD_TIMEOUT_S)
        finally:
            self.process.kill()
        return self.process.returncode


def reseller_client(practice: RunningPractice | ChildPractice, *, format_2: bool = True) -> Any:
    """Google's own client, signed in with the service's key. `format_2` asks for errors with details."""
    load: Any = Credentials.from_service_account_file  # untyped in the library
    credentials = load(str(practice.key_file), scopes=[SCOPE])
    transport = AuthorizedHttp(credentials, http=httplib2.Http(timeout=30, proxy_info=None))

    def request(http: Any, *arguments: Any, **named: Any) -> HttpRequest:
        if format_2:
            named["headers"] = {**(named.get("headers") or {}), "X-GOOG-API-FORMAT-VERSION": "2"}
        return HttpRequest(http, *arguments, **named)

    return build(
        "androiddeviceprovisioning",
        "v1",
        http=transport,
        requestBuilder=request,
        client_options={"api_endpoint": practice.url},
        static_discovery=True,
    )


def claim_item(imei: str, customer_id: str = "1700000042", **members: Any) -> dict[str, Any]:
    """A PartnerClaim of one IMEI."""
    return {
        "deviceIdentifier": {"imei": imei},
        "customerId": customer_id,
        "sectionType": "SECTION_TYPE_ZERO_TOUCH",
        **members,
    }


def fresh_imei(unit: int) -> str:
    """An IMEI nobody has claimed in the starting world."""
    return with_check_digit(f"00101012{unit:06d}")


def finished(client: Any, operation: dict[str, Any]) -> dict[str, Any]:
    """Poll until an operation is done; with `AT_ONCE` it is by the second time."""
    for _ in range(500):
        answer: dict[str, Any] = client.operations().get(name=operation["name"]).execute()
        if answer.get("done"):
            return answer
    raise AssertionError("the operation never finished")


def found(client: Any, imei: str) -> list[dict[str, Any]]:
    """The devices findByIdentifier answers for an IMEI."""
    body = {"deviceIdentifier": {"imei": imei}, "limit": "10"}
    answer = client.partners().devices().findByIdentifier(partnerId=PARTNER_ID, body=body).execute()
    devices: list[dict[str, Any]] = answer.get("devices", [])
    return devices


def refusal(call: Any) -> HttpError:
    """The error a call must end in."""
    with pytest.raises(HttpError) as caught:
        call.execute()
    return caught.value


def detail(error: HttpError) -> dict[str, Any]:
    """Its first detail."""
    details: Any = error.error_details
    first: dict[str, Any] = details[0]
    return first


@functools.cache
def account_key() -> str:
    """One service-account file's text for the whole run: making a key takes longer than all the rest."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / KEY_FILE
        AccountKey(file).write("http://127.0.0.1/token")
        return file.read_text(encoding="utf-8")


@contextmanager
def practice_in_process(
    data: Path,
    *,
    tempo: Tempo = AT_ONCE,
    clock: Callable[[], float] = time.time,
    customers: int | None = None,
    devices: int | None = None,
    token_lifetime_s: int = 3600,
) -> Iterator[RunningPractice]:
    """A service on threads of this process, with its world in `data`."""
    _put_key(data)
    running = RunningPractice(
        PracticeOptions(
            data=data, tempo=tempo, customers=customers, devices=devices, token_lifetime_s=token_lifetime_s
        ),
        clock,
    )
    try:
        yield running
    finally:
        running.stop()


@contextmanager
def practice_as_child(data: Path, *arguments: str) -> Iterator[ChildPractice]:
    """`python -m ztdesk.practice.server` with operations done at once, unless `arguments` say otherwise."""
    _put_key(data)
    child = ChildPractice(data, "--pending", "0", "--devices-per-second", "100000", "--finishing", "0", *arguments)
    try:
        yield child
    finally:
        if child.process.poll() is None:
            child.stop()


@pytest.fixture
def client(practice: RunningPractice) -> Iterator[Any]:
    """Google's client of `practice`."""
    made = reseller_client(practice)
    yield made
    made.close()


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[RunningPractice]:
    """A fresh world whose operations are done at once."""
    with practice_in_process(tmp_path / "practice") as running:
        yield running


def _put_key(data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)
    file = data / KEY_FILE
    if not file.exists():
        file.write_text(account_key(), encoding="utf-8")
