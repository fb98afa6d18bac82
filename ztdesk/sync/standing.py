"""How the sync stands with the service: what went wrong last, which requests cannot go on without a person, and the
words for it. Knows no rows.
"""

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import Offline, Refused, SignInNeeded, TryLater, ZtdeskError
from ztdesk.domain.outbox import Submission, back_off_s, offline_wait_s
from ztdesk.domain.text import text
from ztdesk.sync.service import Observer

_log = logging.getLogger(__name__)
_TROUBLED = {Link.OFFLINE, Link.BUSY, Link.SIGNED_OUT}


class Standing:
    """Tells its observer of every change. `failures` is how many calls in a row went wrong.

    `customers_failed` while the latest page of customers did not come.
    """

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self._refusals: dict[int, Connection] = {}
        self.failures = 0
        self.connection = Connection()
        self.customers_failed = False

    @property
    def refused_ids(self) -> frozenset[int]:
        """The submissions whose fate the service will not tell; they are asked after again all the same."""
        return frozenset(self._refusals)

    def note_success(self, submission: Submission | None, foreign_account: str) -> None:
        """A call went well; `foreign_account` is one whose requests only that account can ask after, or empty."""
        self.failures = 0
        if submission is not None:
            self._refusals.pop(submission.id, None)
        self.say(self._in_the_way(foreign_account) or Connection(Link.ONLINE, text("Online"), text("")))

    def note_rest(self, foreign_account: str) -> None:
        """Nothing is due: say what a person must see to, unless something worse is said."""
        in_the_way = self._in_the_way(foreign_account)
        if in_the_way is not None and self.connection.link not in _TROUBLED:
            self.say(in_the_way)

    def note_trouble(self, error: ZtdeskError, link: Link, submission: Submission | None = None) -> None:
        """A call went wrong, which says this of the link."""
        self.failures += 1
        connection = Connection(Link.REFUSED if isinstance(error, Refused) else link, error.title, error.hint)
        if submission is not None and connection.link is Link.REFUSED:
            self._refusals[submission.id] = connection
        self.say(connection)

    def note_error(self, error: ZtdeskError) -> float:
        """A call went wrong in a way that concerns them all; the seconds to wait. Raises what is no trouble of the kind."""
        if isinstance(error, SignInNeeded):
            self.say(Connection(Link.SIGNED_OUT, error.title, error.hint))
            return 0.0
        if isinstance(error, Offline):
            self.note_trouble(error, Link.OFFLINE)
            wait_s = offline_wait_s(self.failures, random.random())  # noqa: S311 - jitter
        elif isinstance(error, TryLater | Refused):
            self.note_trouble(error, Link.BUSY)
            retry_after_s = error.retry_after_s if isinstance(error, TryLater) else None
            wait_s = self.back_off_s() if retry_after_s is None else retry_after_s
        else:
            raise error
        # Never the hint: it may hold what the service said, and with it a device or a customer.
        code = error.code if isinstance(error, Refused) else 0
        _log.info("%s (%d); next try in %.1f s", error.title.english(), code, wait_s)
        return wait_s

    def back_off_s(self) -> float:
        """Seconds to wait after so many failures."""
        return back_off_s(self.failures, random.random())  # noqa: S311 - jitter

    @contextmanager
    def fetching_customers(self) -> Iterator[None]:
        """What goes wrong meanwhile keeps the customers away, until it goes well or they are asked for anew."""
        try:
            yield
        except ZtdeskError:
            self.customers_failed = True
            raise
        self.customers_failed = False

    def begin_anew(self) -> None:
        """A person acted: nothing that was found out before counts."""
        self.failures = 0
        self.customers_failed = False
        self._refusals.clear()
        if self.connection.link is not Link.ONLINE:
            self.say(Connection())

    def say(self, connection: Connection) -> None:
        """The service can be reached in this way from now on."""
        connection = replace(connection, is_without_customers=self.customers_failed)
        if connection != self.connection:
            self.connection = connection
            self._observer.connection_changed(connection)

    def _in_the_way(self, foreign_account: str) -> Connection | None:
        refusal = next(iter(self._refusals.values()), None)
        if refusal is not None or not foreign_account:
            return refusal
        return Connection(
            Link.REFUSED,
            text("Claims of another account wait"),
            text(
                "They were sent as {account}. Set up that account again to learn what became of them.",
                account=foreign_account,
            ),
        )
