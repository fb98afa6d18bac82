"""A data folder with batches in every state, made through the store as the program makes them."""

from collections.abc import Sequence
from pathlib import Path

from stdnum import luhn

from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author
from ztdesk.domain.outbox import Submission, SubmissionState
from ztdesk.station.batch_desk import BatchDesk
from ztdesk.store.batches import Batches
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal
from ztdesk.store.outbox import Outbox

NOW = 1_790_000_000.0
STATUS = "SINGLE_DEVICE_STATUS_"
HELD = (f"{STATUS}SECTION_NOT_YOURS", "DEVICE_ALREADY_EXISTS", "Held.")
LIMIT = (f"{STATUS}DEVICE_LIMIT_EXCEEDED", "", "")
_AUTHOR = Author("Bench 3", "Kim")


class BatchesWorld:
    """Batches over a real file; `clock` stands still at NOW."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "ztdesk.db"
        self.database = Database(self.file)
        self.journal = journal = Journal(self.database)
        self.batches = Batches(self.database, journal)
        self.items = Items(self.database, journal)
        self.outbox = Outbox(self.database, journal, _AUTHOR)
        self.desk = BatchDesk(self.batches, Catalogue(self.database), self.clock, _AUTHOR)
        self._imeis = 0

    def clock(self) -> float:
        return NOW

    def close(self) -> None:
        self.database.close()

    def open(self, count: int = 3, *, name: str = "ACME Logistics", order: str = "PO-1", expected: int = 0) -> int:
        draft = BatchDraft("1700000042", name, order, expected)
        news = [NewItem(DeviceIdentifier(imei=imei), imei) for imei in (self._imei() for _ in range(count))]
        return self.batches.open_with(draft, news, NOW - 600, _AUTHOR, "test").id

    def queued(self, count: int = 3, **draft: str) -> int:
        batch_id = self.open(count, **draft)  # type: ignore[arg-type]
        assert self.batches.queue(batch_id, NOW - 500, _AUTHOR)
        return batch_id

    def cancelled(self) -> int:
        batch_id = self.open()
        assert self.batches.cancel(batch_id, NOW - 400, _AUTHOR)
        return batch_id

    def sent(self) -> list[Submission]:
        """Everything queued, as requests under way."""
        while (submission := self.outbox.assign()) is not None:
            self.outbox.begin_sending(submission, NOW - 400)
        return list(self.outbox.in_state(SubmissionState.SENDING))

    def accepted(self, at: float = NOW - 300) -> list[Submission]:
        """Everything queued, accepted by the service."""
        for submission in self.sent():
            self.outbox.accept(submission, f"operations/apibatchoperation/{submission.id:019d}", at, at)
        return list(self.outbox.in_state(SubmissionState.ACCEPTED))

    def processing(self, count: int = 10, *, progress: int = 50, at: float = NOW - 40) -> int:
        batch_id = self.queued(count)
        for submission in self.accepted(at):
            if submission.batch_id == batch_id:
                self.outbox.note_progress(submission, progress, NOW)
        return batch_id

    def done(self, count: int = 3, failures: Sequence[tuple[str, str, str]] = (), **draft: str) -> int:
        """A finished batch whose first devices failed in these ways: (status, identifier, message)."""
        batch_id = self.queued(count, **draft)
        self.decide(self.accepted(), failures)
        return batch_id

    def decide(self, submissions: Sequence[Submission], failures: Sequence[tuple[str, str, str]] = ()) -> None:
        for submission in submissions:
            verdicts = []
            for place, item in enumerate(self.outbox.items(submission.id)):
                status, identifier, message = failures[place] if place < len(failures) else (f"{STATUS}SUCCESS", "", "")
                device = "" if place < len(failures) else str(item.id)
                verdicts.append((item.id, DeviceVerdict(item.identifier, status, device, identifier, message)))
            self.outbox.decide(submission, verdicts, NOW - 100)

    def refused(self, code: int, identifier: str = "", message: str = "", count: int = 3) -> int:
        """A batch whose whole request was refused."""
        batch_id = self.queued(count)
        for submission in self.sent():
            self.outbox.refuse(submission, NOW - 100, code, identifier, message)
        return batch_id

    def unknown(self, count: int = 3) -> int:
        """A batch of which nobody knows whether it was taken."""
        batch_id = self.queued(count)
        for submission in self.sent():
            self.outbox.doubt(submission, NOW - 100, NOW, "timeout")
        return batch_id

    def _imei(self) -> str:
        self._imeis += 1
        body = f"00101012{self._imeis:06d}"
        return body + str(luhn.calc_check_digit(body))
