"""Whose batch this is, largest of all words on the page: the wrong customer is the dearest mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch, BatchDraft
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.delivery_note import NoteCounts
from ztdesk.domain.note_words import counts_words
from ztdesk.domain.text import counted
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import ElidedLabel, plain_tip
from ztdesk.ui.scan.codes_choice import codes_words
from ztdesk.ui.scan.wanted_codes import unsent_serials
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words


class BatchHead(QWidget):
    """Customer, order and expected count of the batch at hand. `change_asked`, `note_asked` when their buttons
    were pressed."""

    change_asked = Signal()
    note_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", "title", self)
        self.facts = ElidedLabel("", "muted", self)
        self.change = Button(theme, self.tr("Change batch …"), parent=self)
        self.change.setToolTip(plain_tip(self.tr("Order number, expected count, another or a new batch (F6)")))
        self.change.clicked.connect(self.change_asked)
        self.note = Button(theme, self.tr("Delivery note …"), parent=self)
        self.note.setToolTip(plain_tip(self.tr("What is missing, and what is not on the note")))
        self.note.clicked.connect(self.note_asked)
        self.note_counts = ElidedLabel("", "muted", self)
        self.serials = ElidedLabel("", "small", self)
        self.serials.set_tone(Tone.DUPLICATE)
        self._operator = ""
        self._batch: Batch | None = None
        self._lines = lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.name)
        lines.addWidget(self.facts)
        lines.addWidget(self.note_counts)
        lines.addWidget(self.serials)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.EDGE)
        row.addLayout(lines, 1)
        row.addWidget(self.note)
        row.addWidget(self.change)
        self.show_batch(None)

    def show_batch(self, batch: Batch | None) -> None:
        """Name the batch at hand; hidden while there is none."""
        self._batch = batch
        self.setVisible(batch is not None)
        for widget in (self.note, self.note_counts):
            widget.setVisible(batch is not None and batch.has_note)
        if batch is None:
            self.name.setText("")
            self.facts.setText("")
            self.serials.hide()
            return
        draft = batch.draft
        self.name.setText(draft.customer_name or draft.customer_id)
        self._show_facts(batch)
        said = unsent_serials(draft)
        self.serials.setVisible(said is not None)
        self.serials.setText(words(said) if said is not None else "")

    def show_operator(self, operator: str) -> None:
        """Who scans; empty while nobody has shown a badge."""
        if operator != self._operator:
            self._operator = operator
            if self._batch is not None:
                self._show_facts(self._batch)

    def show_note(self, counts: NoteCounts) -> None:
        """How far the batch agrees with its delivery note."""
        self.note_counts.setText(words(counts_words(counts)))

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height; the name stays the largest text of the page."""
        self._lines.setSpacing(0 if low else 2)
        self.name.set_role("page" if low else "title")
        for button in (self.note, self.change):
            button.set_height(Space.LOW_BUTTON if low else Space.BUTTON)

    def _show_facts(self, batch: Batch) -> None:
        self.facts.setText("  ·  ".join(self._facts(batch.id, batch.draft)))

    def _facts(self, batch_id: int, draft: BatchDraft) -> list[str]:
        facts = [self.tr("Customer {id}").format(id=draft.customer_id)]
        if self._operator:
            facts.append(self.tr("Operator {name}").format(name=self._operator))
        else:
            facts.append(self.tr("No badge scanned"))
        if draft.order_number:
            facts.append(self.tr("Order {number}").format(number=draft.order_number))
        if draft.expected_count:
            facts.append(words(counted("{count} expected", "{count} expected", draft.expected_count)))
        if draft.codes_per_box is not CodesPerBox.ONE_IMEI:
            facts.append(self.tr("Each box: {codes}").format(codes=words(codes_words(draft.codes_per_box))))
        facts.append(self.tr("Batch {number}").format(number=batch_id))
        if draft.takes_serials:
            serials = self.tr("Serial numbers of {maker} {model}")
            facts.append(serials.format(maker=draft.manufacturer, model=draft.model))
        return facts
