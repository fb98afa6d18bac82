"""What can go wrong, in families that each ask for another reaction; everything else is a bug.

A title says what happened in about five words, a hint what to do about it. Neither ever carries a token, a key or a
reply's body.
"""

from ztdesk.domain.text import Text


class ZtdeskError(Exception):
    """The world's fault, not ours: shown to a person as `title` and `hint`."""

    def __init__(self, title: Text, hint: Text) -> None:
        super().__init__(f"{title.english()}: {hint.english()}")
        self.title = title
        self.hint = hint


class ScanRejected(ZtdeskError):
    """A scan or a typed number cannot become a device."""


class Offline(ZtdeskError):
    """The service could not be reached at all: nothing left this PC."""


class TryLater(ZtdeskError):
    """The service asked for patience and took nothing. `retry_after_s` is its wish in seconds, None when it named none."""

    def __init__(self, title: Text, hint: Text, retry_after_s: float | None = None) -> None:
        super().__init__(title, hint)
        self.retry_after_s = retry_after_s


class MaybeTaken(ZtdeskError):
    """The request left this PC and no answer told what became of it: look before sending it again."""


class SignInNeeded(ZtdeskError):
    """The service refuses our credentials: a person must act before anything can be sent."""


class Refused(ZtdeskError):
    """The service read the request and said no: sending it again cannot help. `code` is its HTTP status."""

    def __init__(self, title: Text, hint: Text, *, code: int = 0, identifier: str = "", message: str = "") -> None:
        super().__init__(title, hint)
        self.code = code
        self.identifier = identifier
        self.message = message


class StoreFailure(ZtdeskError):
    """The data on this PC could not be read or written (disk full, locked, damaged, newer program)."""


class UsageError(ZtdeskError):
    """The command, file or setting given cannot be used as it stands."""
