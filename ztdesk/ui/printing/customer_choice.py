"""Chooses any number of customers to print cards for. Offers only those it is handed."""

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ztdesk.domain.catalogue import Customer
from ztdesk.domain.text import counted
from ztdesk.printing.documents import CustomerCard, CustomerCards
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.scan.customer_search import CustomerSearch
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words

_ID_WIDE = 136


class CustomerChoice(QWidget):
    """`changed` when other customers are chosen, or cards of another size."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = CustomerSearch(())
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name or customer number"))
        self.field.setAccessibleName(self.tr("Find a customer by any part of the name or number"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text_changed)
        columns = (
            Column[Customer](self.tr("Customer"), _name, strong=True, tooltip=_name),
            Column[Customer](self.tr("Number"), _id, width=_ID_WIDE, copy=_id),
        )
        self.model: RowTableModel[Customer] = RowTableModel(columns, parent=self)
        self.table = RowTable(theme, self.tr("Customers to print cards for"), parent=self)
        self.table.show_rows(self.model)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.chosen = Label("", "muted")
        self.all = Button(theme, self.tr("Choose all"), quiet=True)
        self.all.clicked.connect(self.table.selectAll)
        self.big = QCheckBox(self.tr("One card a page"))
        self.big.toggled.connect(self._on_big_toggled)
        self._lay_out(theme)

    def show_customers(self, customers: tuple[Customer, ...]) -> None:
        """Offer these."""
        self._search = CustomerSearch(customers)
        self.all.setEnabled(bool(customers))
        self._on_text_changed(self.field.text())

    def document(self) -> CustomerCards | None:
        """Cards for the chosen customers; None while none is chosen."""
        rows = (self.model.row(position) for position in self.table.selected_rows())
        cards = tuple(CustomerCard(row.id, row.name) for row in rows if row is not None)
        return CustomerCards(cards, big=self.big.isChecked()) if cards else None

    def lacking(self) -> str:
        """What keeps cards from being printed, in words; empty when nothing does."""
        return "" if self.table.selected_rows() else self.tr("Choose at least one customer first.")

    def _lay_out(self, theme: Theme) -> None:
        card = Card(theme, 0, self)
        card.column.addWidget(self.table)
        below = QHBoxLayout()
        below.setSpacing(Space.GAP)
        below.addWidget(self.chosen)
        below.addWidget(self.all)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT + 4)
        column.addWidget(self.field)
        column.addWidget(card, 1)
        column.addLayout(below)
        column.addWidget(self.big)

    def _on_text_changed(self, query: str) -> None:
        self.model.set_rows(self._search.find(query))
        self._tell()

    def _on_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._tell()

    def _on_big_toggled(self) -> None:
        self.changed.emit()

    def _tell(self) -> None:
        count = len(self.table.selected_rows())
        said = counted("{count} customers chosen", "{count} customer chosen", count)
        self.chosen.setText(words(said) if count else self.tr("Choose one or more"))
        self.changed.emit()


def _name(customer: Customer) -> str:
    return customer.name


def _id(customer: Customer) -> str:
    return customer.id
