"""The desk as the scan page needs it: one that remembers which batch was at hand."""

from typing import Protocol

from ztdesk.ui.ports import Desk


class RememberingDesk(Desk, Protocol):
    """A desk that also knows which batch was at hand when the program last ran."""

    def remembered(self) -> int | None:
        """That batch; None when there was none. May raise StoreFailure."""
