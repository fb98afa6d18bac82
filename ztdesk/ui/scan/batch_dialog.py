"""Opens a batch, changes the one at hand, or goes on with another. Never changes whose batch it is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch, BatchDraft
from ztdesk.domain.catalogue import Customer
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text, counted
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.ports import BatchReader, CustomerReader, Desk
from ztdesk.ui.scan.batch_form import BatchForm
from ztdesk.ui.scan.customer_picker import CustomerPicker
from ztdesk.ui.scan.open_batches import OpenBatches
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 1000, 600
_CHOOSE, _FORM = 0, 1


class BatchDialog(QDialog):
    """Two steps: whose (or which open batch), then the fields. With `change` it begins with the fields of that batch.

    `chosen` with the id of the batch to scan into from now on, `changed` with the id of the one that was changed,
    `fetch_asked` when customers are to be fetched, `note_asked` when the delivery note is wanted: of a new batch after it
    was opened, of another over this dialog, in which nothing is kept by that.
    """

    chosen = Signal(int)
    changed = Signal(int)
    fetch_asked = Signal()
    note_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        desk: Desk,
        batches: BatchReader,
        customers: CustomerReader,
        current: Batch | None,
        change: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._batches = batches
        self._customers = customers
        self._current = current
        self._changing = current if change else None
        self.banner = Banner(theme, self)
        self.picker = CustomerPicker(theme, self)
        self.open_ones = OpenBatches(theme, self)
        self.form = BatchForm(theme, self)
        self.fetch = Button(theme, self.tr("Fetch customers again"), quiet=True, parent=self)
        self.back = Button(theme, "", quiet=True, parent=self)
        self.cancel = Button(theme, self.tr("Cancel"), parent=self)
        self.go = PrimaryButton(theme, "", parent=self)
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        resize_to_fit(self, _WIDE, _HIGH)
        self.show_customers()
        self._show_open_ones()
        if self._changing is not None:
            self._show_form(self.tr("CHANGE THIS BATCH"), self._changing.draft, self._facts_of(self._changing))
        else:
            self._show_choice()

    @property
    def is_changing(self) -> bool:
        """Whether fields of an open batch are being changed, which would be lost."""
        return self._changing is not None

    def show_note(self) -> None:
        """The batch that is being changed has another delivery note, or none: its count stands in the form."""
        if self._changing is None:
            return
        try:
            kept = self._batches.get(self._changing.id)
        except StoreFailure as error:
            self._say(error)
            return
        self.form.show_note(kept.draft.expected_count, has_note=kept.has_note)

    def show_customers(self) -> None:
        """Read the kept customers again."""
        try:
            kept = self._customers.customers()
        except StoreFailure as error:
            self._say(error)
            kept = ()
        else:
            self.banner.clear()
        self.picker.show_customers(kept)
        self.fetch.setEnabled(True)
        self._show_fetch()
        self._on_current_changed()

    def say_not_fetched(self, title: Text, hint: Text) -> None:
        """The customers asked for do not come; those that are kept stay."""
        self.fetch.setEnabled(True)
        if self.picker.has_customers:
            self.banner.say(Tone.DUPLICATE, words(title), words(hint))
        else:
            self.picker.say_not_fetched(words(title), words(hint))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is cancelling."""
        self.reject()
        event.accept()

    def _lay_out(self) -> None:
        choice = QWidget(self)
        both = QHBoxLayout(choice)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(Space.GAP)
        both.addWidget(self.picker, 8)
        both.addWidget(self.open_ones, 4)
        self._stack.addWidget(choice)
        self._stack.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.fetch)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addWidget(self.banner)
        column.addLayout(self._stack, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.picker.picked.connect(self._on_customer_picked)
        self.picker.current_changed.connect(self._on_current_changed)
        self.picker.fetch_asked.connect(self._on_fetch_asked)
        self.fetch.clicked.connect(self._on_fetch_asked)
        self.open_ones.picked.connect(self._on_batch_picked)
        self.form.confirmed.connect(self._on_form_confirmed)
        self.form.note_asked.connect(self._on_note_asked)
        self.back.clicked.connect(self._show_choice)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go_clicked)

    def _show_open_ones(self) -> None:
        here = self._current.id if self._current is not None else None
        try:
            open_ones = tuple(batch for batch in self._batches.open_ones() if batch.id != here)
        except StoreFailure as error:
            self._say(error)
            open_ones = ()
        self.open_ones.show_batches(open_ones)
        self.open_ones.setVisible(bool(open_ones))

    def _show_choice(self) -> None:
        self._changing = None
        self.setWindowTitle(self.tr("New batch: whose devices?"))
        self._stack.setCurrentIndex(_CHOOSE)
        self._show_fetch()
        self.back.hide()
        self.go.setText(self.tr("Continue with this customer"))
        self._on_current_changed()
        self.picker.field.setFocus()

    def _show_form(self, caption: str, draft: BatchDraft, facts: str) -> None:
        changing = self._changing is not None
        has_note = self._changing is not None and self._changing.has_note
        self.form.show_draft(caption, draft, facts, is_new=not changing, has_note=has_note)
        self._stack.setCurrentIndex(_FORM)
        self._show_fetch()
        self.back.show()
        self.back.setText(self.tr("Another or a new batch …") if changing else self.tr("Another customer …"))
        self.go.setText(self.tr("Save changes") if changing else self.tr("Open batch"))
        self.go.setEnabled(True)
        self.setWindowTitle(self.tr("Change batch") if changing else self.tr("New batch"))
        self.form.begin()

    def _facts_of(self, batch: Batch) -> str:
        held = words(counted("{count} devices in it", "{count} device in it", batch.total))
        line = self.tr("Customer {id}  ·  {devices}. The customer of a batch never changes.")
        return line.format(id=batch.draft.customer_id, devices=held)

    def _keep(self) -> bool:
        """False, and said, when nothing was kept."""
        draft = self.form.draft()
        try:
            if self._changing is not None:
                if not self._desk.change(self._changing.id, draft):
                    self._say_closed()
                    return False
                self.changed.emit(self._changing.id)
            else:
                self.chosen.emit(self._desk.open(draft).id)
        except StoreFailure as error:
            self._say(error)
            return False
        self.accept()
        return True

    def _show_fetch(self) -> None:
        self.fetch.setVisible(self._stack.currentIndex() == _CHOOSE and self.picker.has_customers)

    def _say(self, error: StoreFailure) -> None:
        self.banner.say(Tone.REFUSED, words(error.title), words(error.hint))

    def _say_closed(self) -> None:
        self.banner.say(
            Tone.REFUSED,
            self.tr("Nothing was changed"),
            self.tr("This batch was queued or given up meanwhile. Open another one for what is still to be scanned."),
        )

    def _on_current_changed(self) -> None:
        if self._stack.currentIndex() == _CHOOSE:
            self.go.setEnabled(self.picker.current() is not None)

    def _on_customer_picked(self, customer: Customer) -> None:
        facts = self.tr("Customer {id}  ·  {terms}").format(id=customer.id, terms=self.picker.terms_words(customer))
        self._show_form(self.tr("NEW BATCH FOR"), self._new_draft(customer), facts)

    def _new_draft(self, customer: Customer) -> BatchDraft:
        try:
            return BatchDraft(customer.id, customer.name, codes_per_box=self._desk.usual_codes())
        except StoreFailure as error:
            self._say(error)
            return BatchDraft(customer.id, customer.name)

    def _on_batch_picked(self, batch: Batch) -> None:
        self.chosen.emit(batch.id)
        self.accept()

    def _on_fetch_asked(self) -> None:
        self.fetch.setEnabled(False)
        self.picker.say_fetching()
        self.fetch_asked.emit()

    def _on_form_confirmed(self) -> None:
        if self.form.is_complete():
            self._keep()

    def _on_note_asked(self) -> None:
        if self._changing is not None or (self.form.is_complete() and self._keep()):
            self.note_asked.emit()

    def _on_go_clicked(self) -> None:
        if self._stack.currentIndex() == _FORM:
            self._on_form_confirmed()
            return
        customer = self.picker.current()
        if customer is not None:
            self._on_customer_picked(customer)
