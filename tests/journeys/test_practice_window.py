"""`ztdesk --practice` as people start it: with a service of its own, which ends with the window, and never with Google."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from tests.journeys.child import ROOT
from ztdesk.paths import DataFolder
from ztdesk.services import opened

PATIENCE_S = 40.0
GOOGLE = """[account]
partner_id = "1234567890"
service_account_file = "{key}"
api_endpoint = "https://androiddeviceprovisioning.googleapis.com"
"""


def until(holds: Callable[[], bool]) -> None:
    nothing = threading.Event()
    for _ in range(int(PATIENCE_S / 0.05)):
        if holds():
            return
        nothing.wait(0.05)
    raise AssertionError("waited in vain")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[psutil.Process]:
    """A practice window on a folder whose settings point at Google."""
    folder = DataFolder(tmp_path).practice()
    folder.create()
    key = tmp_path / "key.json"
    key.write_text("{}", encoding="utf-8")
    folder.settings_file.write_text(GOOGLE.format(key=key.as_posix()), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "ztdesk", "--data-dir", str(tmp_path), "--practice"], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    try:
        yield psutil.Process(process.pid)
    finally:
        process.kill()
        process.wait(PATIENCE_S)


def services_of(window: psutil.Process) -> list[psutil.Process]:
    """The practice services that run as children of the window."""
    return [child for child in window.children(recursive=True) if "practice-server" in child.cmdline()]


def test_practice_has_a_service_of_its_own_that_ends_with_it(window: psutil.Process, tmp_path: Path) -> None:
    until(lambda: bool(services_of(window)))
    running = services_of(window)

    def customers() -> set[str]:
        with opened(DataFolder(tmp_path).practice()) as services:
            return {customer.id for customer in services.catalogue.customers()}

    # It signed in and fetched, and all it knows is of the practice world.
    until(lambda: "1700000042" in customers())
    for process in (window, *running):
        for connection in process.net_connections(kind="inet"):
            assert connection.laddr.ip == "127.0.0.1", connection
            assert not connection.raddr or connection.raddr.ip == "127.0.0.1", connection
    assert not DataFolder(tmp_path).database_file.exists()  # the real data was not touched
    window.kill()
    _gone, alive = psutil.wait_procs(running, timeout=PATIENCE_S)
    assert not alive
