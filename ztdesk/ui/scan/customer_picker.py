"""Type to find a customer, arrows to move, Enter to choose. Offers only the customers it is handed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.scan.customer_search import CustomerSearch
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone

_ID_WIDE = 136
_TERMS_WIDE = 168
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
TERMS_TONE = {
    TermsStatus.ACCEPTED: Tone.OK,
    TermsStatus.NOT_ACCEPTED: Tone.DUPLICATE,
    TermsStatus.STALE: Tone.DUPLICATE,
    TermsStatus.UNSPECIFIED: Tone.IGNORED,
}


class CustomerPicker(QWidget):
    """`picked` with a Customer when one was chosen, `current_changed` as the selection moves, `fetch_asked` for more."""

    picked = Signal(object)
    current_changed = Signal()
    fetch_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = CustomerSearch(())
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name or customer number"))
        self.field.setAccessibleName(self.tr("Find a customer by any part of the name or number"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.installEventFilter(self)
        self.model: RowTableModel[Customer] = RowTableModel(self._columns(), parent=self)
        self.table = RowTable(theme, self.tr("Customers"), parent=self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_rows(self.model)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.activated.connect(self._on_activated)
        self.empty = EmptyState(theme, Icon.CUSTOMER, self.tr("No customers on this PC yet"), "–", parent=self)
        self.empty.acted.connect(self.fetch_asked)
        card = Card(theme, 0, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        card.column.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT + 4)
        column.addWidget(self.field)
        column.addWidget(card, 1)
        self._kept = 0

    def show_customers(self, customers: tuple[Customer, ...]) -> None:
        """Offer these, keeping what was typed."""
        self._search = CustomerSearch(customers)
        self._kept = len(customers)
        self.field.setEnabled(bool(customers))
        self._on_text_changed(self.field.text())

    def say_fetching(self) -> None:
        """The service is being asked."""
        if not self._kept:
            self.empty.say(
                self.tr("Asking the service …"),
                self.tr("The list appears here as soon as it arrives."),
                icon=Icon.CUSTOMER,
            )

    def say_not_fetched(self, title: str, hint: str) -> None:
        """The service did not give the customers asked for."""
        self.empty.say(title, hint, self.tr("Fetch customers"), Icon.OFFLINE)

    @property
    def has_customers(self) -> bool:
        """Whether any are kept at all."""
        return bool(self._kept)

    def current(self) -> Customer | None:
        """The customer the selection is on."""
        rows = self.table.selected_rows()
        return self.model.row(rows[0]) if rows else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.field and event.key() in _MOVES:
            QApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(watched, event)

    def terms_words(self, customer: Customer) -> str:
        """Whether the customer accepted the terms of service."""
        return {
            TermsStatus.ACCEPTED: self.tr("Terms accepted"),
            TermsStatus.NOT_ACCEPTED: self.tr("Terms not accepted"),
            TermsStatus.STALE: self.tr("New terms to accept"),
            TermsStatus.UNSPECIFIED: self.tr("Terms not known"),
        }[customer.terms]

    def _short_terms(self, customer: Customer) -> str:
        return {
            TermsStatus.ACCEPTED: self.tr("Accepted"),
            TermsStatus.NOT_ACCEPTED: self.tr("Not accepted"),
            TermsStatus.STALE: self.tr("New terms"),
            TermsStatus.UNSPECIFIED: self.tr("Not known"),
        }[customer.terms]

    def _columns(self) -> tuple[Column[Customer], ...]:
        return (
            Column(self.tr("Customer"), _name, strong=True, tooltip=_name),
            Column(self.tr("Number"), _id, width=_ID_WIDE, copy=_id),
            Column(
                self.tr("Terms of service"),
                self._short_terms,
                tone=_terms,
                tooltip=self.terms_words,
                muted=True,
                width=_TERMS_WIDE,
            ),
        )

    def _on_text_changed(self, text: str) -> None:
        before = self.current()
        found = self._search.find(text)
        self.model.set_rows(found)
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            place = found.index(before) if before in found and not text else 0
            self.table.selectRow(place)
        elif self._kept:
            self.empty.say(
                self.tr("No customer found"),
                self.tr("Nothing kept on this PC matches what was typed. A new customer must be fetched first."),
                self.tr("Fetch customers"),
                Icon.SEARCH,
            )
        else:
            self.empty.say(
                self.tr("No customers on this PC yet"),
                self.tr("They are fetched from the service once and then kept, so that you can scan offline."),
                self.tr("Fetch customers"),
                Icon.CUSTOMER,
            )
        self.current_changed.emit()

    def _on_return_pressed(self) -> None:
        customer = self.current()
        if customer is not None:
            self.picked.emit(customer)

    def _on_activated(self) -> None:
        self._on_return_pressed()

    def _on_row_chosen(self, _row: int) -> None:
        self.current_changed.emit()


def _name(customer: Customer) -> str:
    return customer.name


def _id(customer: Customer) -> str:
    return customer.id


def _terms(customer: Customer) -> Tone | None:
    return TERMS_TONE[customer.terms]
