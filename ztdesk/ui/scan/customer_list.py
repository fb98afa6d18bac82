"""Customers below a field that finds them by any part of name or number. Offers only those it is handed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.catalogue import Customer
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.scan.customer_search import CustomerSearch
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_ID_WIDE = 136
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class CustomerList(QWidget):
    """`searched` when other customers are shown, `changed` when others are chosen, `picked` at Enter or a double click.

    One is chosen, the first that is found, or with `is_many` any number. `columns` come after name and number.
    """

    searched = Signal()
    changed = Signal()
    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        columns: Sequence[Column[Customer]] = (),
        is_many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = CustomerSearch(())
        self._is_many = is_many
        self.kept = 0
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name or customer number"))
        self.field.setAccessibleName(self.tr("Find a customer by any part of the name or number"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self.picked)
        self.field.installEventFilter(self)
        all_columns = (
            Column[Customer](self.tr("Customer"), _name, strong=True, tooltip=_name),
            Column[Customer](self.tr("Number"), _id, width=_ID_WIDE, copy=_id),
            *columns,
        )
        self.model: RowTableModel[Customer] = RowTableModel(all_columns, parent=self)
        self.table = RowTable(theme, name, parent=self)
        if not is_many:
            self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_rows(self.model)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.activated.connect(self._on_activated)
        card = Card(theme, 0, self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        card.column.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT + 4)
        column.addWidget(self.field)
        column.addWidget(card, 1)

    def stand_in(self, widget: QWidget) -> None:
        """Show `widget` in place of the table while there is no customer to show."""
        self._stack.addWidget(widget)

    def show_customers(self, customers: tuple[Customer, ...]) -> None:
        """Offer these, keeping what was typed."""
        self._search = CustomerSearch(customers)
        self.kept = len(customers)
        self.field.setEnabled(bool(customers))
        self._on_text_changed(self.field.text())

    def chosen(self) -> tuple[Customer, ...]:
        """The chosen customers, from the top."""
        rows = (self.model.row(position) for position in self.table.selected_rows())
        return tuple(row for row in rows if row is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.field and event.key() in _MOVES:
            QApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        before = self.chosen()
        found = self._search.find(text)
        self.model.set_rows(found)
        self._stack.setCurrentIndex(0 if found or self._stack.count() == 1 else 1)
        if found and not self._is_many:
            stays = not text and before and before[0] in found
            self.table.selectRow(found.index(before[0]) if stays else 0)
        self.searched.emit()
        self.changed.emit()

    def _on_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.changed.emit()

    def _on_activated(self) -> None:
        self.picked.emit()


def _name(customer: Customer) -> str:
    return customer.name


def _id(customer: Customer) -> str:
    return customer.id
