"""`ztdesk sync`: send and poll without a window."""

import argparse
import math
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from ztdesk.cli.parsing import Commands
from ztdesk.domain.batch import BatchSummary
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import TryLater
from ztdesk.domain.text import text
from ztdesk.logbook import logged
from ztdesk.paths import DataFolder
from ztdesk.services import Services, opened
from ztdesk.sync.engine import Engine
from ztdesk.sync.lock import SyncLock

_PATIENCE_S = 30.0
_BAR_WIDTH = 30


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "sync",
        help="send what is queued and ask for verdicts",
        description="Send what is queued and ask for verdicts, once, or with --until-idle until everything has its own."
        " Says on standard error what failed or is still to come; silent when all went well.",
    )
    parser.add_argument("--until-idle", action="store_true", help="stay until every queued device has its verdict")
    parser.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="give up after so long, with status 3")
    parser.set_defaults(run=run)


def _seconds(given: str) -> float:
    seconds = float(given)
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{given} is not a number of seconds above 0")
    return seconds


def run(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Do what is due, or all there is to do. Raises TryLater when another process is at it."""
    with opened(folder) as services:
        lock = SyncLock(folder.sync_lock)
        if not lock.take():
            raise TryLater(text("Another ztdesk is sending"), text("Close its window, or let it finish."))
        try:
            with logged(folder, "sync"):
                return _Run(services, arguments.until_idle, arguments.timeout).run()
        finally:
            lock.give_back()


@dataclass(slots=True)
class _Touched:
    """Remembers which batches the sync had to do with."""

    batch_ids: set[int] = field(default_factory=set)

    def batch_changed(self, batch_id: int) -> None:
        self.batch_ids.add(batch_id)

    def customers_changed(self) -> None:
        pass

    def connection_changed(self, connection: Connection) -> None:
        pass


class _Run:
    def __init__(self, services: Services, until_idle: bool, timeout_s: float | None) -> None:
        self._services = services
        self._until_idle = until_idle
        self._timeout_s = timeout_s
        self._touched = _Touched()
        self._began = time.monotonic()
        self._held_up_since: float | None = None
        # Waiting on an event ends at once on Ctrl+C, on every system.
        self._nothing = threading.Event()

    def run(self) -> int:
        engine = self._services.engine(self._touched)
        if not engine.workload().is_idle:
            # Said before the first request, so that a missing account is no traceback from within.
            self._services.connect().close()
        elif not self._services.settings.has_account:
            _say("Nothing is queued. Not set up yet: run ztdesk setup before anything can be sent.")
        bar = _Bar(self._services, self._touched)
        try:
            reason = self._step_until_done(engine, bar)
        finally:
            bar.end()
            engine.close()
        if reason:
            _say(reason)
            return 3
        summaries = [self._services.batches.summary(batch_id) for batch_id in sorted(self._touched.batch_ids)]
        failed = [summary for summary in summaries if summary.counts.failed]
        if failed:
            _say(_failed_words(summaries, failed))
        elif not engine.workload().is_idle:
            _say("Not all devices have their verdict yet: ztdesk sync --until-idle waits for them.")
        return 1 if failed else 0

    def _step_until_done(self, engine: Engine, bar: "_Bar") -> str:
        """Empty when done, else the sentence that says why not."""
        while True:
            wait_s = engine.step()
            bar.show()
            idle = engine.workload().is_idle
            if idle and not engine.is_fetching:
                return _words(engine.connection) if engine.connection.link is Link.REFUSED else ""
            given_up = self._given_up(engine)
            if given_up:
                return given_up
            if wait_s <= 0:
                continue
            if not self._until_idle:
                return "" if engine.connection.link in {Link.ONLINE, Link.UNTRIED} else _words(engine.connection)
            self._nothing.wait(self._bounded(wait_s))

    def _given_up(self, engine: Engine) -> str:
        now = time.monotonic()
        if engine.connection.link is Link.SIGNED_OUT:
            return _words(engine.connection)
        if self._timeout_s is not None:
            if now - self._began >= self._timeout_s:
                why = _why(engine.connection)
                return (
                    f"Not finished after {self._timeout_s:g} seconds{why}. Everything is kept; run it again to go on."
                )
            return ""
        link = engine.connection.link
        if not (link is Link.OFFLINE or (link is Link.REFUSED and engine.is_stuck)):
            self._held_up_since = None
        elif self._held_up_since is None:
            self._held_up_since = now
        elif now - self._held_up_since >= _PATIENCE_S:
            return _words(engine.connection)
        return ""

    def _bounded(self, wait_s: float) -> float:
        if self._timeout_s is None:
            return wait_s
        return max(0.0, min(wait_s, self._began + self._timeout_s - time.monotonic()))


class _Bar:
    """A progress bar on standard error when that is a terminal."""

    def __init__(self, services: Services, touched: _Touched) -> None:
        self._services = services
        self._touched = touched
        self._shown = ""
        self._on_terminal = sys.stderr is not None and sys.stderr.isatty()

    def show(self) -> None:
        if not self._on_terminal:
            return
        summaries = [self._services.batches.summary(batch_id) for batch_id in sorted(self._touched.batch_ids)]
        total = sum(summary.counts.total for summary in summaries)
        done = sum(summary.counts.total * summary.progress // 100 for summary in summaries)
        filled = _BAR_WIDTH * done // total if total else 0
        line = f"\r[{'#' * filled}{' ' * (_BAR_WIDTH - filled)}] {done} of {total} devices"
        if line != self._shown:
            print(line, end="", file=sys.stderr, flush=True)
            self._shown = line

    def end(self) -> None:
        if self._shown:
            print(file=sys.stderr)


def _say(sentence: str) -> None:
    print(f"ztdesk: {sentence}", file=sys.stderr)


def _failed_words(summaries: Sequence[BatchSummary], failed: Sequence[BatchSummary]) -> str:
    succeeded = sum(summary.counts.succeeded for summary in summaries)
    count = sum(summary.counts.failed for summary in failed)
    lists = ", ".join(f"ztdesk items {summary.batch.id}" for summary in failed)
    return f"{succeeded} done, {count} failed. What to do: {lists}"


def _why(connection: Connection) -> str:
    """What is in the way, in brackets; empty while nothing is."""
    in_the_way = connection.link not in {Link.ONLINE, Link.UNTRIED} and connection.title.source
    return f" ({connection.title.english()})" if in_the_way else ""


def _words(connection: Connection) -> str:
    return f"{connection.title.english()}: {connection.hint.english()}"
