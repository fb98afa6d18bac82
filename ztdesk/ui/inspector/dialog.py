"""Shows the last scans as they arrived and copies them for support. Keeps and changes nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ztdesk.domain.label import read_label
from ztdesk.domain.template import Template
from ztdesk.domain.verdict import Verdict
from ztdesk.scanning.history import KEPT, HeardScan
from ztdesk.scanning.strokes import KEYBOARD, Scan
from ztdesk.ui.icons import VERDICT_SHAPE
from ztdesk.ui.inspector.details import ScanDetails, exact_time
from ztdesk.ui.inspector.kind_words import kind_words
from ztdesk.ui.inspector.received import named, received
from ztdesk.ui.inspector.support_text import about, support_text
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF, Space
from ztdesk.ui.wording import words

_WIDE, _HIGH = 980, 620
_LONGEST_CELL = 80


class InspectorDialog(QDialog):
    """`scans` answers what is kept, the newest first. Scans go on as always while it is open.

    `station` is this station's name, for support. `widths` are another one's `widths`, for columns as a person left them.
    """

    def __init__(
        self,
        theme: Theme,
        scans: Callable[[], Sequence[HeardScan]],
        templates: Sequence[Template] = (),
        *,
        station: str = "",
        widths: QByteArray | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scans = scans
        self._templates = templates
        self._station = station
        self.setWindowTitle(self.tr("Last scans"))
        self.table = RowTable(theme, self.tr("Last scans"), row_height=Space.LOW_BUTTON)
        self.model = RowTableModel[HeardScan](self._columns(), (), key=id, parent=self)
        self.table.show_rows(self.model)
        self.table.setSortingEnabled(False)
        if widths is not None:
            self.table.horizontalHeader().restoreState(widths)
        self.details = ScanDetails(theme, templates)
        self.copy_chosen = Button(theme, self.tr("Copy chosen for support"))
        self.copy_all = Button(theme, self.tr("Copy all for support"))
        self.copied = Label("", "muted")
        self.shut = PrimaryButton(theme, self.tr("Close"))
        self.shut.setDefault(True)
        self.table.chosen.connect(self._on_chosen)
        self.copy_chosen.clicked.connect(self._on_copy_chosen)
        self.copy_all.clicked.connect(self._on_copy_all)
        self.shut.clicked.connect(self.accept)
        self._lay_out()
        self.refresh()
        self.table.select(0)
        self.table.setFocus()

    @property
    def widths(self) -> QByteArray:
        """How wide the columns are, for the next one."""
        return self.table.horizontalHeader().saveState()

    def refresh(self) -> None:
        """Show what is kept now; what was chosen stays chosen."""
        rows = self._scans()
        self.model.set_rows(rows)
        self.copy_all.setEnabled(bool(rows))
        self.copy_chosen.setEnabled(bool(rows))

    def on_judged(self, _scan: Scan, _verdict: Verdict | None) -> None:
        """A scan came."""
        first = not self.model.rowCount()
        self.refresh()
        if first:
            self.table.select(0)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as is useful, where the screen has room."""
        super().showEvent(event)
        resize_to_fit(self, _WIDE, _HIGH)

    def _columns(self) -> tuple[Column[HeardScan], ...]:
        def taken_for(heard: HeardScan) -> str:
            if heard.scan.is_part:
                return self.tr("A part of a code")
            if heard.scan.truncated:
                return ""
            return words(kind_words(read_label(heard.scan.text, self._templates)[0].kind))

        def answer(heard: HeardScan) -> str:
            return words(heard.verdict.title) if heard.verdict is not None else self.tr("Being taught")

        def scanner(heard: HeardScan) -> str:
            return self.tr("Keyboard") if heard.scan.scanner == KEYBOARD else named(heard.scan.scanner)

        return (
            Column(self.tr("Time"), lambda heard: exact_time(heard.at), width=126),
            Column(self.tr("Scanner"), scanner, tooltip=scanner, width=140),
            Column(self.tr("Received"), lambda heard: named(received(heard.scan)[:_LONGEST_CELL]), number=True),
            Column(self.tr("Taken for"), taken_for, tooltip=taken_for, width=130),
            Column(
                self.tr("Answer"),
                answer,
                tone=lambda heard: TONE_OF[heard.verdict.kind] if heard.verdict is not None else None,
                icon=lambda heard: VERDICT_SHAPE[heard.verdict.kind] if heard.verdict is not None else None,
                tooltip=answer,
                width=260,
            ),
        )

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.details)
        halves.setChildrenCollapsible(False)
        halves.setSizes([_HIGH // 2, _HIGH // 2])
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.UNIT)
        buttons.addWidget(self.copy_chosen)
        buttons.addWidget(self.copy_all)
        buttons.addWidget(self.copied)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        hint = Label(
            self.tr("Up to {count} scans, the newest first. They are forgotten when ztdesk is closed.").format(
                count=KEPT
            ),
            "muted",
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addWidget(hint)
        column.addWidget(halves, 1)
        column.addLayout(buttons)

    def _on_chosen(self, position: int) -> None:
        self.details.show_scan(self.model.row(position))

    def _on_copy_chosen(self) -> None:
        rows = (self.model.row(position) for position in self.table.selected_rows())
        self._copy([row for row in rows if row is not None])

    def _on_copy_all(self) -> None:
        self._copy(self._scans())

    def _copy(self, rows: Sequence[HeardScan]) -> None:
        QGuiApplication.clipboard().setText("\n".join((about(self._station), support_text(rows, self._templates))))
        self.copied.setText(self.tr("%n scan(s) copied", "", len(rows)))
        announce(self, self.copied.text())
