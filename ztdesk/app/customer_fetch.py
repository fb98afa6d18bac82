"""Has the customers fetched when a person asks for them, and says why when nothing comes of it."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text

_MAY_COME = {Link.ONLINE, Link.UNTRIED}
_COME_NOT = {Link.OFFLINE, Link.SIGNED_OUT, Link.ELSEWHERE, Link.NOT_SET_UP}
"""Nothing comes then. Where the service is busy or refuses something, that may be something else than the customers."""


class Fetcher(Protocol):
    """The sync, as far as this needs it."""

    def refresh_customers(self) -> None:
        """Fetch the customers again."""

    def try_again(self) -> None:
        """Reach the service anew, and fetch the customers."""


class CustomerFetch(QObject):
    """`failed(Text, Text)` with title and hint when customers that were asked for do not come."""

    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = Connection()
        self._is_wanted = False

    def begin(self, sync: Fetcher | None) -> None:
        """A person asked; `sync` is None while there is none."""
        if sync is None or self._connection.link is Link.ELSEWHERE:
            self._fail()
            return
        self._is_wanted = True
        if self._connection.link in _MAY_COME:
            sync.refresh_customers()
        else:
            # A state that stays as it is would not be told a second time.
            sync.try_again()

    def on_customers_changed(self) -> None:
        """They came."""
        self._is_wanted = False

    def on_connection_changed(self, connection: Connection) -> None:
        """The service can be reached otherwise than before."""
        self._connection = connection
        if self._is_wanted and (connection.is_without_customers or connection.link in _COME_NOT):
            self._fail()

    def _fail(self) -> None:
        self._is_wanted = False
        why, hint = self._connection.title, self._connection.hint
        title = text("Customers could not be fetched")
        if not why.source:
            self.failed.emit(title, text("The service has not been reached yet. Try again in a moment."))
        elif not hint.source:
            self.failed.emit(title, text("{reason}.", reason=why))
        else:
            self.failed.emit(title, text("{reason}. {hint}", reason=why, hint=hint))
