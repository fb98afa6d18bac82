"""The batches page as a person uses it."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton

from tests.batches_world import NOW, BatchesWorld
from ztdesk.app.note_tasks import NoteTasks
from ztdesk.background.task import Tasks
from ztdesk.services import Services
from ztdesk.station.note_desk import NoteDesk
from ztdesk.station.scan_station import ScanStation
from ztdesk.store.boxes import Boxes
from ztdesk.store.database import Database
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal
from ztdesk.ui.batches.batch_commands import Queueing
from ztdesk.ui.batches.page import BatchesPage
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.scan.question import Question
from ztdesk.ui.scan.queueing import BatchQueueing
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import words


def queueing_of(world: "BatchesWorld | Services") -> Queueing:
    """What queues a batch of this world as the scan page does, with no batch at hand there."""
    boxes = Boxes(world.database, world.journal)
    station = ScanStation(world.batches, world.items, boxes, world.journal, _now, world.desk.author)
    notes = note_tasks_of(world)
    return lambda show, parent: BatchQueueing(
        Theme(), station, world.desk, notes, show, parent, read=world.batches.get, by_card=False
    )


def note_tasks_of(world: "BatchesWorld | Services") -> NoteTasks[Database]:
    """The delivery notes of this world, compared beside the window."""
    file = Path(world.database.connection.execute("PRAGMA database_list").fetchone()[2])

    def desk_on(database: Database) -> NoteDesk:
        journal = Journal(database)
        return NoteDesk(DeliveryNotes(database, journal), Items(database, journal), _now, lambda: world.desk.author)

    return NoteTasks(Tasks(lambda: closing(Database(file))), desk_on)


def _now() -> float:
    return NOW


class BatchesPageObject:
    """Reads and presses what stands on a `BatchesPage` that is shown."""

    def __init__(self, page: BatchesPage) -> None:
        self.page = page

    def names(self) -> list[str]:
        """The customers of the list, from the top."""
        return [summary.batch.draft.customer_name for summary in self.page.summaries()]

    def ids(self) -> list[int]:
        """The batches of the list, from the top."""
        return [summary.batch.id for summary in self.page.summaries()]

    def selected_id(self) -> int | None:
        """The batch shown beside the list."""
        selected = self.page.list.selected()
        return None if selected is None else selected.batch.id

    def card(self, batch_id: int) -> tuple[str, str]:
        """What a batch says: its state and its count."""
        card = self.page.list.card_at(self.ids().index(batch_id))
        assert card is not None
        return words(card.state), words(card.count)

    def about(self, batch_id: int) -> str:
        """What tells a batch from others of its customer."""
        card = self.page.list.card_at(self.ids().index(batch_id))
        assert card is not None
        return words(card.about)

    def choose(self, batch_id: int) -> None:
        """Click a batch of the list."""
        index = self.page.list.model().index(self.ids().index(batch_id), 0)
        self.page.list.scrollTo(index)
        place = self.page.list.visualRect(index).center()
        QTest.mouseClick(self.page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def devices(self) -> list[tuple[str, str, str]]:
        """Number, verdict and what to do of every device shown."""
        model = self.page.details.devices.model()
        columns = self.page.details.devices.columns_shown()
        number, verdict = columns[0], columns[1]
        rows = (self.page.details.devices.item(row) for row in range(model.rowCount()))
        return [
            (number.display(row), verdict.display(row), verdict.detail(row) if verdict.detail else "")
            for row in rows
            if row is not None
        ]

    def head(self) -> tuple[str, str, str]:
        """Name, what it is about, and its history."""
        head = self.page.details.head
        return head.name.text(), head.about.text(), head.history.text()

    def buttons(self) -> set[str]:
        """The words of the buttons in the head that can be seen."""
        return {one.text() for one in self.page.details.head.findChildren(QPushButton) if one.isVisible()}

    def press(self, text: str) -> None:
        """Press the button with these words."""
        found = [one for one in self.page.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
        assert len(found) == 1, [one.text() for one in self.page.findChildren(QAbstractButton) if one.isVisible()]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def answer(self, text: str) -> None:
        """Answer the question that is asked."""
        box = self._asked()
        assert box is not None
        button = next(one for one in (box.yes, box.no) if one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def question(self) -> str | None:
        """What is asked, None when nothing is."""
        box = self._asked()
        return box.title.text() if box is not None else None

    def hint(self) -> str:
        """What is said below the question."""
        box = self._asked()
        assert box is not None
        return box.hint.text()

    def _asked(self) -> Question | None:
        return next((box for box in self.page.window().findChildren(Question) if box.isVisible()), None)

    def file_dialog(self) -> QFileDialog | None:
        """The dialog that asks where to export to."""
        return self.page.findChild(QFileDialog, "export_dialog")

    def notice(self) -> tuple[str, str] | None:
        """What is said about what was just asked."""
        return _said(self.page.details.notice)

    def clipboard(self) -> str:
        """What was copied."""
        return QGuiApplication.clipboard().text()


def _said(banner: Banner) -> tuple[str, str] | None:
    return (banner.accessibleName(), banner.accessibleDescription()) if banner.isVisible() else None
