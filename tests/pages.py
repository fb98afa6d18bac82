"""Page objects: what a person does and reads on a page, so that tests say nothing of how a page is built.

`ScanBench` builds the real scan page over a real store in a folder.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ztdesk.app.note_tasks import NoteTasks
from ztdesk.background.task import Tasks
from ztdesk.domain.batch import BatchState
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.domain.journal import Author
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.station.batch_desk import BatchDesk
from ztdesk.station.note_desk import NoteDesk
from ztdesk.station.scan_station import ScanStation
from ztdesk.store.batches import Batches
from ztdesk.store.boxes import Boxes
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.store.items import Items
from ztdesk.store.journal import Journal
from ztdesk.ui.scan.batch_dialog import BatchDialog
from ztdesk.ui.scan.note_dialog import NoteDialog
from ztdesk.ui.scan.number_dialog import NumberDialog
from ztdesk.ui.scan.page import ScanPage
from ztdesk.ui.scan.question import Question
from ztdesk.ui.table_model import RowTableModel
from ztdesk.ui.theme import Mode, Theme

AUTHOR = Author("Bench 3")
CUSTOMERS = (
    Customer("1700000042", "ACME Logistics GmbH", TermsStatus.ACCEPTED),
    Customer("1700000043", "ACME Logistics GmbH", TermsStatus.NOT_ACCEPTED),
    Customer("1700000077", "Müller & Söhne", TermsStatus.STALE),
)
D = TypeVar("D", bound=QDialog)


class ScanPageObject:
    """The scan page as a packer sees and uses it."""

    def __init__(self, page: ScanPage) -> None:
        self.page = page

    # --- what is done

    def scan(self, payload: str) -> Verdict:
        return self.page.take(payload)

    def choose_customer(
        self,
        query: str,
        *,
        order: str = "",
        expected: int = 0,
        maker: str = "",
        model: str = "",
        codes: CodesPerBox = CodesPerBox.ONE_IMEI,
    ) -> None:
        """Open a batch for the first customer found for `query`."""
        self.page.commands.choose_batch()
        dialog = self.batch_dialog
        dialog.picker.field.setText(query)
        QTest.keyClick(dialog.picker.field, Qt.Key.Key_Return)
        dialog.form.order.setText(order)
        dialog.form.expected.setText(str(expected) if expected else "")
        dialog.form.maker.setText(maker)
        dialog.form.model.setText(model)
        dialog.form.codes.show_codes(codes)
        self.press(dialog.go)

    def press(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def undo(self) -> None:
        self.press(self.page.bar.undo)

    def hold(self) -> None:
        self.press(self.page.bar.hold)

    def queue(self) -> None:
        self.press(self.page.bar.queue)

    def change_batch(self) -> BatchDialog:
        self.press(self.page.head.change)
        return self.batch_dialog

    def type_number(self) -> NumberDialog:
        self.press(self.page.bar.number)
        return self.number_dialog

    def select_row(self, position: int) -> None:
        self.page.list.table.setFocus()  # as a click does
        self.page.list.table.select(position)

    def write(self, text: str, at: QWidget) -> None:
        for letter in text:
            QTest.keyClick(at, ord(letter.upper()))

    def key(self, key: Qt.Key, at: QWidget | None = None) -> None:
        target = at or self.page
        # A screen would give the keyboard back to the window below a closed dialog by itself.
        _activate(target.window())
        QTest.keyClick(target, key)

    # --- what is read

    @property
    def title(self) -> str:
        return self.page.panel.face.title

    @property
    def number(self) -> str:
        return self.page.panel.face.code

    @property
    def detail(self) -> str:
        return self.page.panel.face.detail

    @property
    def count(self) -> int | None:
        return self.page.panel.face.count

    @property
    def expected(self) -> int | None:
        return self.page.panel.face.expected

    @property
    def customer(self) -> str:
        return "" if self.page.head.isHidden() else self.page.head.name.text()

    @property
    def facts(self) -> str:
        return self.page.head.facts.text()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Every row of the list from the top: position, number, time."""
        return table_rows(self.page.list.model)

    @property
    def numbers(self) -> list[str]:
        return [row[1] for row in self.rows]

    @property
    def second_lines(self) -> list[str]:
        """What stands below each number of the list, from the top: a second IMEI, a serial number."""
        model = self.page.list.model
        column = model.columns()[1]
        assert column.detail is not None
        rows = (model.row(position) for position in range(model.rowCount()))
        return [column.detail(row) for row in rows if row is not None]

    @property
    def queue_words(self) -> str:
        return self.page.bar.queue.text()

    @property
    def banner(self) -> str:
        """The banner's title, empty when there is none."""
        banner = self.page.banner
        return "" if banner.isHidden() else banner.accessibleName()

    @property
    def batch_dialog(self) -> BatchDialog:
        return self._dialog(BatchDialog)

    @property
    def number_dialog(self) -> NumberDialog:
        return self._dialog(NumberDialog)

    @property
    def note_dialog(self) -> NoteDialog:
        """The delivery note, by itself or over the form of its batch."""
        form = self.page.commands.batch_dialog
        if form is None:
            return self._dialog(NoteDialog)
        dialog = next(child for child in form.findChildren(NoteDialog) if child.isVisible())
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    def read_note(self, file: Path) -> None:
        """Choose this file in the dialog of the delivery note, and wait until it is read and kept, or refused."""
        self.note_dialog.read_file(file)
        self.await_note()

    def await_note(self) -> None:
        """Wait for what the dialog of the delivery note has begun."""
        dialog = self._open_note()
        loop = QEventLoop()
        # QSignalSpy.wait() would keep the interpreter from the thread that works.
        dialog.rested.connect(loop.quit)
        late = QTimer(singleShot=True, interval=5000)
        late.timeout.connect(loop.quit)
        late.start()
        while dialog.is_working and late.isActive():
            loop.exec()
        assert not dialog.is_working, "the dialog still works on the delivery note"

    def close_note(self) -> None:
        """Close the dialog of the delivery note; what lay below has the keyboard then."""
        self._open_note().reject()
        # A desktop sees to that by itself, the screenless platform gives it to nobody.
        _activate(self.page.commands.dialog or self.page.window())

    @property
    def note_counts(self) -> str:
        """What the head says of the delivery note, empty when there is none."""
        label = self.page.head.note_counts
        return "" if label.isHidden() else label.text()

    @property
    def question(self) -> Question:
        return self._dialog(Question)

    @property
    def is_busy(self) -> bool:
        return self.page.commands.is_busy

    @property
    def has_dialog(self) -> bool:
        return self.page.commands.dialog is not None

    def _open_note(self) -> NoteDialog:
        dialogs = (self.page.commands.dialog or self.page).findChildren(NoteDialog)
        (dialog,) = (
            one for one in [*dialogs, self.page.commands.dialog] if isinstance(one, NoteDialog) and one.isVisible()
        )
        return dialog

    def _dialog(self, kind: type[D]) -> D:
        dialog = self.page.commands.dialog
        assert isinstance(dialog, kind), f"{dialog} is open"
        # Until it has the keyboard a person could not have answered it.
        assert QTest.qWaitForWindowActive(dialog)
        return dialog


def _activate(window: QWidget) -> None:
    # isActiveWindow() is also true while a dialog of this window has the keyboard, so it cannot be waited for.
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    changed = QSignalSpy(app.focusWindowChanged)
    window.activateWindow()
    while QApplication.activeWindow() is not window:
        assert changed.wait(2000), f"{window} is not given the keyboard"


def table_rows(model: RowTableModel[Any]) -> list[tuple[str, ...]]:
    """What a table shows, row by row."""
    columns = range(model.columnCount())
    return [tuple(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())]


@dataclass
class Now:
    """A clock that stands until it is moved."""

    at: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.at


class ScanBench:
    """A store in `folder`, a station and a desk over it, and the page. `heard` is every sound with the panel's title
    at that moment."""

    def __init__(self, folder: Path, *, with_customers: bool = True) -> None:
        self.now = Now()
        self.database = Database(folder / "ztdesk.db")
        self.journal = Journal(self.database)
        self.batches = Batches(self.database, self.journal)
        self.items = Items(self.database, self.journal)
        self.catalogue = Catalogue(self.database)
        self.station = ScanStation(
            self.batches, self.items, Boxes(self.database, self.journal), self.journal, self.now, AUTHOR
        )
        self.desk = BatchDesk(self.batches, self.catalogue, self.now, AUTHOR)
        self._file = folder / "ztdesk.db"
        self.tasks: Tasks[Database] = Tasks(lambda: closing(Database(self._file)))
        self.notes = NoteTasks(self.tasks, self._note_desk)
        self.heard: list[tuple[VerdictKind, str]] = []
        self.theme = Theme(Mode.LIGHT, reduced_motion=True)
        if with_customers:
            self.catalogue.keep_customers(CUSTOMERS, self.now())
        self.page = self.build()
        self.user = ScanPageObject(self.page)

    def build(self) -> ScanPage:
        """Another page over the same store, as after a restart."""
        return ScanPage(
            theme=self.theme,
            station=self.station,
            desk=self.desk,
            batches=self.batches,
            items=self.items,
            customers=self.catalogue,
            notes=self.notes,
            play=self._play,
            clock=self.now,
        )

    def state_of(self, batch_id: int) -> BatchState:
        return self.batches.get(batch_id).state

    def on_disk(self, batch_id: int) -> list[str]:
        """The plain numbers of a batch, oldest first."""
        return [item.identifier.plain() for item in self.items.of_batch(batch_id)]

    def fill_disk(self) -> None:
        """From now on nothing can be written."""
        self.database.connection.execute("PRAGMA query_only = ON")

    def free_disk(self) -> None:
        self.database.connection.execute("PRAGMA query_only = OFF")

    def close(self) -> None:
        self.tasks.stop()
        self.database.close()

    def _note_desk(self, database: Database) -> NoteDesk:
        journal = Journal(database)
        notes, items = DeliveryNotes(database, journal), Items(database, journal)
        return NoteDesk(notes, items, self.now, lambda: self.desk.author)

    def _play(self, verdict: Verdict) -> None:
        self.heard.append((verdict.kind, self.page.panel.face.title))
