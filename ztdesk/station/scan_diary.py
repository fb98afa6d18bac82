"""What the journal is told of one station's scans and of what was done between them. Judges nothing."""

from collections.abc import Callable

from ztdesk.domain.journal import Author, Entry, Event
from ztdesk.domain.verdict import Verdict
from ztdesk.station.box_bench import Scanned
from ztdesk.store.journal import Journal


class ScanDiary:
    """Writes in the name of `author`, who can be another one later. Every method raises StoreFailure."""

    def __init__(self, journal: Journal, clock: Callable[[], float], author: Author) -> None:
        self._journal = journal
        self._clock = clock
        self.author = author

    def entry(self, event: Event, batch_id: int | None, received: str = "", what: str = "") -> Entry:
        """An entry of now, not written yet."""
        return Entry(self._clock(), self.author, event, batch_id, received, what)

    def write(self, event: Event, batch_id: int | None, received: str = "", what: str = "") -> None:
        """The same, written."""
        self._journal.write(self.entry(event, batch_id, received, what))

    def told(self, verdict: Verdict, scanned: Scanned) -> Verdict:
        """The same verdict, after its journal entry is on disk."""
        said = f"{verdict.kind.value}: {verdict.title.english()}"
        at, batch_id, scanner = self._clock(), verdict.batch_id, scanned.origin.scanner
        received, understood = scanned.received, scanned.understood
        self._journal.write(Entry(at, self.author, Event.SCANNED, batch_id, received, said, scanner, understood))
        return verdict
