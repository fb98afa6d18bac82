"""The tab of all batches, whose page is built only when somebody needs it: the first paint has no use for it.

Decides nothing about batches; what it is told before there is a page, the page reads for itself when it is built.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ztdesk.background.task import Tasks
    from ztdesk.domain.connection import Connection
    from ztdesk.services import Services
    from ztdesk.station.note_desk import NoteDesk
    from ztdesk.ui.batches.batch_commands import Queueing
    from ztdesk.ui.batches.page import BatchesPage
    from ztdesk.ui.theme import Theme


class BatchesTab(QWidget):
    """Its signals are those of its page: `attention_changed(int)`, `batch_queued(int)`, `batch_given_up(int)`,
    `scan_on(int)`.
    """

    attention_changed = Signal(int)
    batch_queued = Signal(int)
    batch_given_up = Signal(int)
    scan_on = Signal(int)

    def __init__(self, theme: Theme, services: Services, tasks: Tasks[Services], queueing: Queueing) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._tasks = tasks
        self._queueing = queueing
        self._page: BatchesPage | None = None
        self._connection: Connection | None = None

    @property
    def page(self) -> BatchesPage:
        """The page; the first call builds it."""
        if self._page is None:
            self._page = self._build()
        return self._page

    def on_batch_changed(self, batch_id: int) -> None:
        """Something of this batch changed."""
        if self._page is not None:
            self._page.on_batch_changed(batch_id)

    def on_scanned_into(self, batch_id: int) -> None:
        """A device was put into this batch, or taken out. Cheap: nothing is read at once, and nothing at all unseen."""
        if self._page is not None and self._page.isVisible():
            self._page.on_batch_changed(batch_id)

    def on_connection_changed(self, connection: Connection) -> None:
        """The service can be reached otherwise than before."""
        self._connection = connection
        if self._page is not None:
            self._page.on_connection_changed(connection)

    def stop(self) -> None:
        """Read nothing more; the window closes."""
        if self._page is not None:
            self._page.stop()

    def _note_desk(self, services: Services) -> NoteDesk:
        """On these services, which may be another thread's; the author is whoever is at this station."""
        from ztdesk.station.note_desk import NoteDesk  # late: as the page

        return NoteDesk(services.notes, services.items, time.time, lambda: self._services.desk.author)

    def _build(self) -> BatchesPage:
        from ztdesk.app.exporting import export_batch  # late: only this page writes files
        from ztdesk.app.note_tasks import NoteTasks  # late: as the page
        from ztdesk.app.printing_desk import BatchManifests  # late: as the page
        from ztdesk.ui.batches.page import BatchesPage  # late: loading it would hold up the first paint

        services = self._services
        page = BatchesPage(
            theme=self._theme,
            desk=services.desk,
            batches=services.batches,
            items=services.items,
            clock=time.time,
            export=partial(export_batch, self._tasks),
            queueing=self._queueing,
            manifests=BatchManifests(self._tasks),
            notes=NoteTasks(self._tasks, self._note_desk),
        )
        page.attention_changed.connect(self.attention_changed)
        page.batch_queued.connect(self.batch_queued)
        page.batch_given_up.connect(self.batch_given_up)
        page.scan_on.connect(self.scan_on)
        if self._connection is not None:
            page.on_connection_changed(self._connection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        return page
