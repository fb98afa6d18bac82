"""Looks devices up for the scan page: what the sync found of those in the batch, and the one a person asks for.

Knows nothing of how the service is asked.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from ztdesk.domain.batch import Batch
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.sighting import LookedUp
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.station import finding_words
from ztdesk.station.finding import Finder, Finding
from ztdesk.store.claims import Claims
from ztdesk.store.database import Database
from ztdesk.store.items import Items
from ztdesk.store.sightings import Sightings
from ztdesk.ui.scan.page import ScanPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ztdesk.background.sync_worker import SyncThread
    from ztdesk.domain.template import Template


class AtHand(Protocol):
    """The station, as far as this needs it."""

    templates: "Sequence[Template]"

    @property
    def batch(self) -> Batch | None:
        """The batch scans go into."""


class Looking(QObject):
    """Answers each look-up in the panel twice: what this PC knows at once, what the service knows when it has said it."""

    def __init__(
        self,
        page: ScanPage,
        station: AtHand,
        items: Items,
        database: Database,
        clock: "Callable[[], float]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._station = station
        self._finder = Finder(items, Claims(database), clock)
        self._sync: SyncThread | None = None
        self._asked: Finding | None = None
        self._shown: tuple[str, ...] = ()
        page.list.sightings.show_from(Sightings(database))
        # Later than the page's own word that it is being looked up.
        page.find_asked.connect(self._on_find_asked, Qt.ConnectionType.QueuedConnection)

    def follow(self, sync: "SyncThread | None") -> None:
        """Ask by this sync from now on; None while there is none."""
        self._sync = sync
        self._asked = None
        if sync is not None:
            sync.sightings_changed.connect(self._page.list.sightings.on_sightings_changed)
            sync.looked_up.connect(self._on_looked_up)

    def _on_find_asked(self, payload: str) -> None:
        self._asked = None
        try:
            finding = self._finder.find(payload, self._station.batch, self._station.templates)
        except StoreFailure as error:
            finding = Finding(VerdictKind.REFUSED, error.title, error.hint, "")
        if finding.identifier is None:
            self._show(finding, finding.title, finding.detail)
        elif self._sync is None:
            detail = finding_words.not_asked(finding.detail, finding_words.NO_ACCOUNT)
            self._show(finding, finding.title, detail)
        else:
            self._show(finding, finding.title, finding_words.asking(finding.detail))
            self._asked = finding
            self._sync.look_up(finding.identifier)

    def _on_looked_up(self, answer: LookedUp) -> None:
        asked, self._asked = self._asked, None
        if asked is None or asked.identifier != answer.identifier:
            self._asked = asked
            return
        if self._words() != self._shown:
            # Something else was scanned meanwhile, and is what the panel tells of.
            return
        self._show(asked, *finding_words.answered(asked.title, asked.detail, answer))

    def _show(self, finding: Finding, title: Text, detail: Text) -> None:
        batch = self._station.batch
        verdict = Verdict(finding.kind, title, detail, finding.code)
        if batch is not None:
            verdict = replace(verdict, batch_id=batch.id, count=batch.total)
        self._page.panel.show_verdict(verdict)
        self._shown = self._words()

    def _words(self) -> tuple[str, ...]:
        face = self._page.panel.face
        return face.title, face.code, face.detail
