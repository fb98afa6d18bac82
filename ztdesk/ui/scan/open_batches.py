"""The batches that are still open, to go on with one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch
from ztdesk.domain.text import counted
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words


class OpenBatches(QWidget):
    """`picked` with the Batch to go on with."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowTableModel[Batch] = RowTableModel(
            (Column(self.tr("Still open"), _customer, detail=self._detail, strong=True, tooltip=self._whole, width=0),),
            parent=self,
        )
        self.table = RowTable(theme, self.tr("Batches still open"), row_height=Space.TALL_ROW, parent=self)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_rows(self.model)
        self.table.activated.connect(self._on_go_on)
        self.table.chosen.connect(self._on_row_chosen)
        self.go_on = Button(theme, self.tr("Go on with this batch"), parent=self)
        self.go_on.clicked.connect(self._on_go_on)
        self.go_on.setEnabled(False)
        card = Card(theme, 0, self)
        card.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT + 4)
        column.addWidget(card, 1)
        column.addWidget(self.go_on)

    def show_batches(self, batches: tuple[Batch, ...]) -> None:
        """Offer these."""
        self.model.set_rows(batches)
        self.go_on.setEnabled(False)

    def current(self) -> Batch | None:
        """The batch the selection is on."""
        rows = self.table.selected_rows()
        return self.model.row(rows[0]) if rows else None

    def _detail(self, batch: Batch) -> str:
        held = words(counted("{count} devices", "{count} device", batch.total))
        if batch.draft.order_number:
            line = self.tr("{devices} · Order {number} · Batch {batch}")
            return line.format(devices=held, number=batch.draft.order_number, batch=batch.id)
        return self.tr("{devices} · Batch {batch}").format(devices=held, batch=batch.id)

    def _whole(self, batch: Batch) -> str:
        line = self.tr("{name} · Customer {id}")
        return line.format(name=batch.draft.customer_name, id=batch.draft.customer_id)

    def _on_row_chosen(self, _row: int) -> None:
        self.go_on.setEnabled(True)

    def _on_go_on(self) -> None:
        batch = self.current()
        if batch is not None:
            self.picked.emit(batch)


def _customer(batch: Batch) -> str:
    return batch.draft.customer_name or batch.draft.customer_id
