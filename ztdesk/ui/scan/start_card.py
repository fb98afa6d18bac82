"""Stands where the list will be while no batch is open: choose a customer, or the same one again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import BatchDraft
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.parts.labels import ElidedLabel, Label, plain_tip
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space


class StartCard(Card):
    """`choose_asked` for a dialog, `same_asked` for the next batch of the customer named."""

    choose_asked = Signal()
    same_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 0, parent)
        self.first = EmptyState(
            theme,
            Icon.CUSTOMER,
            self.tr("Choose a customer to begin"),
            self.tr("All boxes you scan then are claimed for this customer.\nUntil then scans are refused."),
            self.tr("Choose a customer …"),
            parent=self,
        )
        self.first.button.setToolTip(plain_tip(self.tr("Choose whose devices are scanned (F2)")))
        self.first.acted.connect(self.choose_asked)
        self.name = ElidedLabel("", "page", self)
        self.facts = Label("", "muted", self)
        self.same = PrimaryButton(theme, self.tr("New batch for this customer"), Icon.PLUS, parent=self)
        self.same.setToolTip(plain_tip(self.tr("Open it at once, without an order number (F9)")))
        self.same.clicked.connect(self.same_asked)
        self.other = Button(theme, self.tr("Another customer …"), parent=self)
        self.other.setToolTip(plain_tip(self.tr("Choose whose devices are scanned (F2)")))
        self.other.clicked.connect(self.choose_asked)
        again = QWidget(self)
        self._fill_again(QVBoxLayout(again))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.first)
        self._stack.addWidget(again)
        self.column.addLayout(self._stack)
        # On a narrow screen the panel beside it needs the room more than the words' margins here do.
        self.setMinimumWidth(1)
        margins = self.first.layout()
        if margins is not None:
            margins.setContentsMargins(0, 0, 0, 0)

    def show_first(self) -> None:
        """Ask for a customer."""
        self._stack.setCurrentIndex(0)

    def show_again(self, draft: BatchDraft) -> None:
        """Offer the next batch for the customer of `draft`."""
        self.name.setText(draft.customer_name or draft.customer_id)
        self.facts.setText(self.tr("Customer {id}").format(id=draft.customer_id))
        self._stack.setCurrentIndex(1)

    def primary(self) -> QPushButton:
        """The button for what most often comes next."""
        return self.first.button if self._stack.currentIndex() == 0 else self.same

    def _fill_again(self, column: QVBoxLayout) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        for label in (self.name, self.facts):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(Space.UNIT)
        column.addStretch(2)
        column.addWidget(Label(self.tr("What comes next?"), "label"), 0, middle)
        column.addWidget(self.name)
        column.addWidget(self.facts, 0, middle)
        column.addSpacing(Space.GAP)
        column.addWidget(self.same, 0, middle)
        column.addWidget(self.other, 0, middle)
        column.addStretch(3)
