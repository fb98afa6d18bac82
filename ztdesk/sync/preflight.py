"""Looks the devices of open batches up before anybody sends them: one call a step, at most a third of the quota.

Knows no request that is to be sent; whoever steps it does so only when none is due. Waiting is told, never done.
"""

import math
from collections.abc import Callable

from ztdesk.domain.errors import Refused, TryLater
from ztdesk.domain.outbox import LONGEST_BACK_OFF_S, back_off_s
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.sightings import Sightings, Wanted
from ztdesk.sync.pace import Pace
from ztdesk.sync.service import ResellerService
from ztdesk.sync.sight import sight

_BURST = 30.0
_PER_SECOND = 3.0
_PORTION = 10  # few, so that what is scanned meanwhile is soon among the newest
_AGAIN_AFTER_S = 600.0
_LOOK_AGAIN_S = 1.0
_REST_S = 60.0
_BAD_REQUEST = 400


class Preflight:
    """The look-ups ahead of sending. `told` is called with a batch's id whenever something of it was found.

    With 30 calls at once and 3 a second no window of 100 s ever holds more than 330, a third of what the service allows.
    """

    def __init__(
        self, sightings: Sightings, catalogue: Catalogue, told: Callable[[int], None], clock: Callable[[], float]
    ) -> None:
        self._sightings = sightings
        self._catalogue = catalogue
        self._told = told
        self._clock = clock
        self._pace = Pace(_BURST, _PER_SECOND)
        self._portion: list[Wanted] = []  # the next one last
        self._looked_at = -math.inf
        self._failures = 0
        self._quiet_until = 0.0

    def wait_s(self, now: float) -> float:
        """Seconds until a device may be looked up; a minute where there is none to look up. Raises StoreFailure."""
        quiet_s = self._quiet_until - now
        if 0 < quiet_s <= LONGEST_BACK_OFF_S:
            return quiet_s
        if not self._portion and not 0 <= now - self._looked_at < _LOOK_AGAIN_S:
            self._looked_at = now
            self._portion = self._sightings.wanted(now, _AGAIN_AFTER_S, _PORTION)[::-1]
        return self._pace.wait_s(now) if self._portion else _REST_S

    def step(self, service: ResellerService) -> None:
        """Look the next device up, if there is one. Raises what concerns every call, such as Offline, and StoreFailure.

        What goes wrong with this one alone is kept as such.
        """
        if not self._portion:
            return
        wanted = self._portion[-1]
        pages = service.pages
        try:
            sighting = sight(service, self._catalogue, wanted.item.identifier, wanted.customer_id, self._clock())
            self._failures = 0
        except (TryLater, Refused) as error:
            if isinstance(error, TryLater) and error.retry_after_s is not None:
                raise
            self._be_quiet(error)
            sighting = Sighting(Found.FAILED, self._clock())
        finally:
            self._pace.take(self._clock(), max(1, service.pages - pages))
        self._portion.pop()
        if not self._portion:
            self._looked_at = -math.inf  # there may be more
        if self._sightings.keep(wanted.item, sighting):
            self._told(wanted.item.batch_id)

    def _be_quiet(self, error: TryLater | Refused) -> None:
        """Ask less and less often where the service has a problem, but for a number that it merely cannot read."""
        if isinstance(error, Refused) and error.code == _BAD_REQUEST:
            return
        self._failures += 1
        self._quiet_until = self._clock() + back_off_s(self._failures, 1.0)
