"""Chooses any number of customers to print cards for. Offers only those it is handed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.domain.catalogue import Customer
from ztdesk.domain.text import counted
from ztdesk.printing.documents import CustomerCard, CustomerCards
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.scan.customer_list import CustomerList
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words


class CustomerChoice(QWidget):
    """`changed` when other customers are chosen, or cards of another size."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CustomerList(theme, self.tr("Customers to print cards for"), is_many=True, parent=self)
        self.field, self.table = self.list.field, self.list.table
        self.list.changed.connect(self._tell)
        self.chosen = ElidedLabel("", "muted")
        self.all = Button(theme, self.tr("Choose all"), quiet=True)
        self.all.clicked.connect(self.table.selectAll)
        self.big = QCheckBox(self.tr("One a page"))
        self.big.toggled.connect(self._on_big_toggled)
        self._lay_out()

    def show_customers(self, customers: tuple[Customer, ...]) -> None:
        """Offer these."""
        self.all.setEnabled(bool(customers))
        self.list.show_customers(customers)

    def document(self) -> CustomerCards | None:
        """Cards for the chosen customers; None while none is chosen."""
        cards = tuple(CustomerCard(one.id, one.name) for one in self.list.chosen())
        return CustomerCards(cards, big=self.big.isChecked()) if cards else None

    def lacking(self) -> str:
        """What keeps cards from being printed, in words; empty when nothing does."""
        return "" if self.list.chosen() else self.tr("Choose at least one customer first.")

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(Space.GAP)
        below.addWidget(self.chosen, 1)
        below.addWidget(self.all)
        below.addWidget(self.big)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT + 4)
        column.addWidget(self.list, 1)
        column.addLayout(below)

    def _on_big_toggled(self) -> None:
        self.changed.emit()

    def _tell(self) -> None:
        count = len(self.list.chosen())
        said = counted("{count} customers chosen", "{count} customer chosen", count)
        self.chosen.setText(words(said) if count else self.tr("Choose one or more"))
        self.changed.emit()
