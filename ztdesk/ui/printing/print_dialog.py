"""What is to be printed, on which paper, and whether it goes to a printer or into a PDF."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ztdesk.background.task import Task
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.errors import StoreFailure, UsageError
from ztdesk.printing.documents import BatchCard, CommandCard, CustomerCards, Document, PracticeBoxes, TeachSheet
from ztdesk.printing.paper import Paper
from ztdesk.printing.press import layout_of, picture_of
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.printing.answers import Answers
from ztdesk.ui.printing.badge_form import BadgeForm
from ztdesk.ui.printing.customer_choice import CustomerChoice
from ztdesk.ui.printing.output import Output, usual_paper
from ztdesk.ui.printing.preview import PagePreview
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 1160, 704
_KINDS_WIDE = 224
_PREVIEW_WIDE, _LOW_PREVIEW_WIDE = 352, 240
_ROOMY = 1150
"""Pixels of a screen's width from which on the page is shown in its usual size."""
_ROOMY_HIGH = 520
_SHOWN_CARDS = 8


class Kind(Enum):
    """What can be printed here; the value is the beginning of the file's name."""

    COMMANDS = "command-card"
    CUSTOMERS = "customer-cards"
    BADGE = "badge"
    BATCH = "batch-card"
    PRACTICE = "practice-boxes"
    TEACH = "teach-sheet"


class Press(Protocol):
    """Starts the work beside the window; tasks fail with StoreFailure."""

    def save(self, document: Document, paper: Paper, file: Path) -> Task:
        """Write `document` into `file`."""

    def print_on(self, document: Document, paper: Paper, printer: QPrinter) -> Task:
        """Print `document`."""


class KeptCustomers(Protocol):
    """Reads the customers kept on this PC."""

    def customers(self) -> tuple[Customer, ...]:
        """All own customers, by name. Raises StoreFailure."""


class PrintDialog(QDialog):
    """Stays open, so that several things can be printed. `draft` is of the batch at hand, `teach` the scanner codes;
    with `is_practice` customers are invented ones, which their cards say.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        customers: KeptCustomers,
        press: Press,
        draft: BatchDraft | None = None,
        teach: TeachSheet | None = None,
        is_practice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._press = press
        self._draft = draft
        self._teach = teach
        self._is_practice = is_practice
        self.setWindowTitle(self.tr("Print cards and sheets"))
        self.banner = Banner(theme, self)
        self.output = Output(self)
        self._answers = Answers(self.output, self.banner)
        self.kinds: dict[Kind, QRadioButton] = {}
        self.customers = CustomerChoice(theme, self)
        self.badge = BadgeForm(self)
        self.note = Label("", "muted", self)
        self.note.setWordWrap(True)
        is_roomy = self.screen().availableGeometry().width() >= _ROOMY
        self.preview = PagePreview(theme, _PREVIEW_WIDE if is_roomy else _LOW_PREVIEW_WIDE, self)
        self.paper = QComboBox(self)
        for paper, name in ((Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))):
            self.paper.addItem(name, paper)
        self.paper.setCurrentIndex(self.paper.findData(usual_paper()))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.lacking = Label("", "small", self)
        self.lacking.setWordWrap(True)
        self.lacking.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.close_it = Button(theme, self.tr("Close"), parent=self)
        self.save = Button(theme, self.tr("Save PDF …"), parent=self)
        self.print = PrimaryButton(theme, parent=self)
        self._stack = QStackedLayout()
        self._lay_out(theme)
        self._connect()
        resize_to_fit(self, _WIDE, _HIGH)
        self.choose(Kind.COMMANDS)
        self._read_customers(customers)
        self.kinds[Kind.COMMANDS].setFocus()

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def choose(self, kind: Kind) -> None:
        """Show what there is to say about `kind`, and its first page."""
        self.kinds[kind].setChecked(True)
        if not self.output.is_running:
            self.banner.clear()
        page = {Kind.CUSTOMERS: self.customers, Kind.BADGE: self.badge}.get(kind)
        self._stack.setCurrentIndex(0 if page is None else self._stack.indexOf(page))
        self.note.setText(self._notes().get(kind, ""))
        self._refresh()

    def document(self) -> Document | None:
        """What would be printed now; None while something is missing."""
        if self.kind is Kind.CUSTOMERS:
            cards = self.customers.document()
            return replace(cards, is_practice=self._is_practice) if cards is not None else None
        if self.kind is Kind.BADGE:
            return self.badge.document()
        if self.kind is Kind.BATCH:
            return BatchCard(self._draft, self._is_practice) if self._draft is not None else None
        if self.kind is Kind.TEACH:
            return self._teach
        return PracticeBoxes() if self.kind is Kind.PRACTICE else CommandCard()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody waits any more for what is still being made."""
        self.output.cancel()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the banner's place, so that nothing moves under the finger; but not on a screen that lacks the room."""
        super().resizeEvent(event)
        place = self.banner.sizePolicy()
        place.setRetainSizeWhenHidden(self.height() >= _ROOMY_HIGH)
        self.banner.setSizePolicy(place)

    def _names(self) -> dict[Kind, str]:
        names = {
            Kind.COMMANDS: self.tr("Command card"),
            Kind.CUSTOMERS: self.tr("Customer cards"),
            Kind.BADGE: self.tr("Operator badges"),
        }
        if self._draft is not None:
            names[Kind.BATCH] = self.tr("Card of this batch")
        names[Kind.PRACTICE] = self.tr("Practice boxes")
        if self._teach is not None:
            names[Kind.TEACH] = self.tr("Teach sheet")
        return names

    def _notes(self) -> dict[Kind, str]:
        return {
            Kind.COMMANDS: self.tr(
                "Everything an operator does at the bench, by scanning alone. Hang it at each bench."
            ),
            Kind.BATCH: self.tr("Customer, order number and count of the batch at hand, for whoever scans it."),
            Kind.PRACTICE: self.tr("Invented boxes, good and bad, to learn with in practice mode."),
            Kind.TEACH: self.tr("Three codes by which ztdesk finds out how a scanner is set up."),
        }

    def _lay_out(self, theme: Theme) -> None:
        kinds = Card(theme, Space.INSET, self)
        kinds.setFixedWidth(_KINDS_WIDE)
        kinds.column.setSpacing(Space.UNIT)
        group = QButtonGroup(self)
        for kind, name in self._names().items():
            button = self.kinds[kind] = QRadioButton(name)
            button.setMinimumHeight(Space.BUTTON)
            group.addButton(button)
            kinds.column.addWidget(button)
        self.kinds[Kind.COMMANDS].setChecked(True)
        kinds.column.addStretch(1)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for page in (self.note, self.customers, self.badge):
            self._stack.addWidget(page)
        middle = QHBoxLayout()
        middle.setSpacing(Space.GAP)
        middle.addWidget(kinds)
        middle.addLayout(self._stack, 1)
        middle.addWidget(self.preview)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.paper)
        row.addWidget(self.lacking, 1)
        for doing in (self.close_it, self.save, self.print):
            row.addWidget(doing)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addLayout(middle, 1)
        column.addWidget(self.banner)
        column.addLayout(row)

    def _connect(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(self._choosing(kind))
        self.customers.changed.connect(self._refresh)
        self.badge.changed.connect(self._refresh)
        self.paper.currentIndexChanged.connect(self._refresh)
        self.output.started.connect(self._refresh)
        self.output.ended.connect(self._refresh)
        self.close_it.clicked.connect(self.close)
        self.save.clicked.connect(self._on_save_clicked)
        self.print.clicked.connect(self._on_print_clicked)

    def _choosing(self, kind: Kind) -> Callable[[], None]:
        return lambda: self.choose(kind)

    def _read_customers(self, customers: KeptCustomers) -> None:
        try:
            self.customers.show_customers(customers.customers())
        except StoreFailure as error:
            self.banner.say(Tone.REFUSED, words(error.title), words(error.hint))

    def _refresh(self) -> None:
        document, paper = self.document(), self.paper.currentData()
        pages = 0
        if document is not None:
            try:
                pages = layout_of(document, paper).page_count
                shown = _beginning(document)
                self.preview.show_page(picture_of(shown, paper, self.preview.width_px, words=words))
            except UsageError as error:
                document = None
                self.banner.say(Tone.REFUSED, words(error.title), words(error.hint))
        if document is None:
            self.preview.show_page(None)
        self._say_lacking()
        ready = document is not None and not self.output.is_running
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        self.print.setText(self.tr("Print %n page(s) …", "", pages) if pages else self.tr("Print …"))

    def _say_lacking(self) -> None:
        forms: dict[Kind, CustomerChoice | BadgeForm] = {Kind.CUSTOMERS: self.customers, Kind.BADGE: self.badge}
        form = forms.get(self.kind)
        self.lacking.setText(form.lacking() if form is not None else "")
        for button in (self.save, self.print):
            button.setAccessibleDescription(self.lacking.text())

    def _on_save_clicked(self) -> None:
        document, paper = self.document(), self.paper.currentData()
        if document is not None:
            name = f"ztdesk {self.kind.value}.pdf"
            self.output.ask_file(name, lambda file: self._press.save(document, paper, file))

    def _on_print_clicked(self) -> None:
        document, paper = self.document(), self.paper.currentData()
        if document is not None:
            self.output.ask_printer(lambda printer: self._press.print_on(document, paper, printer))


def _beginning(document: Document) -> Document:
    """Enough of it for its first page."""
    if isinstance(document, CustomerCards):
        return replace(document, cards=document.cards[:_SHOWN_CARDS])
    return document
