"""`ztdesk doctor`: what works, what does not, what to do."""

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources

from ztdesk import __version__, system_libraries
from ztdesk.cli.parsing import Commands
from ztdesk.domain.errors import ZtdeskError
from ztdesk.paths import DataFolder, resource
from ztdesk.services import Services, opened
from ztdesk.store.database import check_sqlite, free_bytes
from ztdesk.sync.lock import SyncLock

_LITTLE_SPACE = 200 * 1024 * 1024
_RESOURCES = ("stylesheet.qss", "icons", "sounds", "translations")
_NO_CONNECTION = "Check this PC's network and proxy, and the service's address (ztdesk setup --api-endpoint)."
_DISCOVERY = "discovery_cache/documents/androiddeviceprovisioning.v1.json"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `advice` is empty when all is well; only what is `grave` changes the exit status."""

    subject: str
    says: str
    advice: str = ""
    grave: bool = True


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "doctor",
        help="say what works, what does not, and what to do",
        description="Check program, data and service, and say what to do. Changes nothing; asks the service for customers.",
    )
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Print the report; 3 when something that sending needs does not work."""
    sick = False
    for finding in examine(folder):
        sick = sick or bool(finding.advice and finding.grave)
        print(f"{'!!' if finding.advice else 'ok'}  {finding.subject:<13} {finding.says}")
        if finding.advice:
            print(f"    {'':<13} -> {finding.advice}")
    return 3 if sick else 0


def examine(folder: DataFolder) -> Iterator[Finding]:
    """Every finding, in the order things depend on each other."""
    yield Finding("program", f"ztdesk {__version__}, Python {platform.python_version()}, {platform.platform()}")
    yield _check_resources()
    yield _tried("database", "SQLite", check_sqlite)
    obstacle = system_libraries.obstacle()
    if obstacle is None:
        yield Finding("window", "can be shown")
    else:
        yield Finding("window", "cannot be shown here", obstacle.english(), grave=False)
    try:
        yield _check_folder(folder)
        with opened(folder) as services:
            yield from _check_services(services, folder)
    except ZtdeskError as error:
        yield Finding("data", error.title.english(), error.hint.english())
    except OSError as error:
        yield Finding("data", f"{folder.root} cannot be written to", f"{error.strerror}: check the folder's rights.")


def _check_resources() -> Finding:
    missing = [name for name in _RESOURCES if not resource(name).exists()]
    if not resources.files("googleapiclient").joinpath(_DISCOVERY).is_file():
        missing.append("the description of the reseller API")
    if missing:
        return Finding("files", f"missing: {', '.join(missing)}", "Install ztdesk again.")
    return Finding("files", "complete")


def _check_folder(folder: DataFolder) -> Finding:
    folder.create()
    with tempfile.TemporaryFile(dir=folder.root) as probe:
        probe.write(b"x")
        probe.flush()
        os.fsync(probe.fileno())
    free = free_bytes(folder.root)
    says = f"{folder.root}, {free // 1024**2:,} MB free"
    if free < _LITTLE_SPACE:
        return Finding("data", says, "Free some space: scans cannot be kept on a full disk.")
    return Finding("data", says)


def _check_services(services: Services, folder: DataFolder) -> Iterator[Finding]:
    broken = services.journal.first_broken()
    if broken is None:
        yield Finding("journal", "whole")
    else:
        yield Finding("journal", f"entry {broken} does not fit its seal", "The data was changed by hand. Tell IT.")
    work = services.outbox.workload()
    yield Finding("outbox", "nothing to send" if work.is_idle else "there is something to send or to ask for")
    lock = SyncLock(folder.sync_lock)
    if lock.take():
        lock.give_back()
        yield Finding("sending", "free")
    else:
        yield Finding("sending", "another ztdesk is at it, as it should be while a window is open")
    yield _check_account(services)


def _check_account(services: Services) -> Finding:
    settings = services.settings
    subject = f"{settings.api_endpoint}, partner {settings.partner_id or 'not set'}"
    return _tried("service", subject, lambda: _ask_service(services))


def _ask_service(services: Services) -> str:
    service = services.connect()
    try:
        page = service.customers_page("")
    finally:
        service.close()
    return f"signed in, {page.total or len(page.customers)} customers"


def _tried(name: str, subject: str, ask: Callable[[], str]) -> Finding:
    try:
        answer = ask()
    except ZtdeskError as error:
        # The usual hint says to wait, which helps neither against a wrong address nor against a closed port.
        hint = _NO_CONNECTION if error.title.source == "No connection" else error.hint.english()
        return Finding(name, f"{subject}: {error.title.english()}", hint)
    return Finding(name, f"{subject}: {answer}")
