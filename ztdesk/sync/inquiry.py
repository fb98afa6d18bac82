"""Answers a person who asks for one device now, before anything else is done. Knows no rows but the customers' names."""

from collections.abc import Callable

from ztdesk.domain.errors import Offline, Refused, SignInNeeded, TryLater, ZtdeskError
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.sighting import LookedUp
from ztdesk.store.catalogue import Catalogue
from ztdesk.sync.line import Line
from ztdesk.sync.sight import sight


class Inquiry:
    """Asks over `line`. `react` is told of failures that concern every call."""

    def __init__(
        self,
        line: Line,
        catalogue: Catalogue,
        react: Callable[[ZtdeskError], object],
        clock: Callable[[], float],
    ) -> None:
        self._line = line
        self._catalogue = catalogue
        self._react = react
        self._clock = clock

    def look_up(self, identifier: DeviceIdentifier) -> LookedUp:
        """Whose the device is, or why that is not known. Raises StoreFailure, UsageError."""
        now = self._clock()
        try:
            with self._line.look_up(now) as service:
                return LookedUp(identifier, sight(service, self._catalogue, identifier, "", now))
        except (Offline, SignInNeeded, TryLater, Refused) as error:
            concerns_one = isinstance(error, Refused) or (isinstance(error, TryLater) and error.retry_after_s is None)
            if not concerns_one:
                self._react(error)
            return LookedUp(identifier, None, error.title, error.hint)
