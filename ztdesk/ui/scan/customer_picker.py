"""Type to find a customer, arrows to move, Enter to choose. Offers only the customers it is handed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.scan.customer_list import CustomerList
from ztdesk.ui.table_model import Column
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone

_TERMS_WIDE = 168
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
        terms = Column[Customer](
            self.tr("Terms of service"),
            self._short_terms,
            tone=_terms,
            tooltip=self.terms_words,
            muted=True,
            width=_TERMS_WIDE,
        )
        self.list = CustomerList(theme, self.tr("Customers"), columns=(terms,), parent=self)
        self.field, self.table, self.model = self.list.field, self.list.table, self.list.model
        self.empty = EmptyState(theme, Icon.CUSTOMER, self.tr("No customers on this PC yet"), "–", parent=self)
        self.empty.acted.connect(self.fetch_asked)
        self.list.stand_in(self.empty)
        self.list.searched.connect(self._on_searched)
        self.list.changed.connect(self.current_changed)
        self.list.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_customers(self, customers: tuple[Customer, ...]) -> None:
        """Offer these, keeping what was typed."""
        self.list.show_customers(customers)

    def say_fetching(self) -> None:
        """The service is being asked."""
        if not self.list.kept:
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
        return bool(self.list.kept)

    def current(self) -> Customer | None:
        """The customer the selection is on."""
        chosen = self.list.chosen()
        return chosen[0] if chosen else None

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

    def _on_searched(self) -> None:
        if self.model.rowCount():
            return
        if self.list.kept:
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

    def _on_picked(self) -> None:
        customer = self.current()
        if customer is not None:
            self.picked.emit(customer)


def _terms(customer: Customer) -> Tone | None:
    return TERMS_TONE[customer.terms]
