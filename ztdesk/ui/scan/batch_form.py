"""The fields of a batch under its customer's name, which stands there large and cannot be changed."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.box import CodesPerBox
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.scan.codes_choice import CodesChoice
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone

_LONGEST = 100


class BatchForm(QWidget):
    """Order number, expected count, codes per box, maker and model. `confirmed` when Enter was pressed in a field,
    `note_asked` when its delivery note is wanted.
    """

    confirmed = Signal()
    note_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = BatchDraft("")
        self.caption = Label("", "label", self)
        self.name = Label("", "title", self)
        self.name.setWordWrap(True)
        self.facts = Label("", "muted", self)
        self.order = self._field(self.tr("Order number"), self.tr("as on the delivery note, may be left empty"))
        self.expected = self._field(self.tr("Expected number of devices"), self.tr("may be left empty"))
        self.expected.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), self))
        self.codes = CodesChoice(self)
        self.codes.currentIndexChanged.connect(self._on_serials_concerned)
        self.codes.confirmed.connect(self.confirmed)
        self.serials = Label("", "small", self)
        self.serials.setWordWrap(True)
        self.delivery = Button(theme, parent=self)
        self.delivery.clicked.connect(self.note_asked)
        self.maker = self._field(self.tr("Maker"), self.tr("such as samsung"))
        self.model = self._field(self.tr("Model"), self.tr("such as SM-X200"))
        for field in (self.maker, self.model):
            field.textChanged.connect(self._on_serials_concerned)
        self.note = Label("", "small", self)
        self.note.setWordWrap(True)
        self._lay_out()

    def show_draft(self, caption: str, draft: BatchDraft, facts: str, *, is_new: bool, has_note: bool = False) -> None:
        """Show what is known; `caption` says what is being done, `facts` stand below the customer's name."""
        self._draft = draft
        self.caption.setText(caption)
        self.name.setText(draft.customer_name or draft.customer_id)
        self.facts.setText(facts)
        self.order.setText(draft.order_number)
        self.show_note(draft.expected_count, has_note=has_note)
        if is_new:
            self.delivery.setText(self.tr("Open with delivery note …"))
            self.delivery.setToolTip(
                self.tr("Opens this batch, then lets you choose a file of expected IMEIs or serial numbers")
            )
        else:
            self.delivery.setText(self.tr("Delivery note …"))
            self.delivery.setToolTip(self.tr("What was changed here stays as it is, and is kept only by Save changes"))
        self.maker.setText(draft.manufacturer)
        self.model.setText(draft.model)
        self.codes.show_codes(draft.codes_per_box)
        self._on_serials_concerned()

    def show_note(self, expected_count: int, *, has_note: bool) -> None:
        """With a delivery note the count is the note's and cannot be changed here."""
        self.expected.setEnabled(not has_note)
        self.expected.setToolTip(self.tr("The delivery note says how many.") if has_note else "")
        self.expected.setText(str(expected_count) if expected_count else "")

    def draft(self) -> BatchDraft:
        """The batch as it stands in the fields."""
        return BatchDraft(
            self._draft.customer_id,
            self._draft.customer_name,
            order_number=" ".join(self.order.text().split()),
            expected_count=int(self.expected.text() or "0"),
            manufacturer=" ".join(self.maker.text().split()),
            model=" ".join(self.model.text().split()),
            kind=self._draft.kind,
            codes_per_box=self.codes.codes(),
        )

    def is_complete(self) -> bool:
        """Whether this can be kept; otherwise says in place what is missing and goes there."""
        draft = self.draft()
        wants_both = bool(draft.manufacturer or draft.model) or draft.codes_per_box is CodesPerBox.SERIAL
        missing = wants_both and not draft.takes_serials
        self._explain(draft, missing=missing)
        if missing:
            (self.model if draft.manufacturer else self.maker).setFocus()
        return not missing

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.order.setFocus()
        self.order.selectAll()

    def _explain(self, draft: BatchDraft, *, missing: bool) -> None:
        self.note.set_tone(Tone.REFUSED if missing else None)
        if draft.codes_per_box is CodesPerBox.SERIAL:
            self.note.setText(
                self.tr("A serial number alone names a device only together with its maker and model: give both.")
            )
            return
        if missing:
            self.note.setText(self.tr("Give maker and model, or neither: a serial number needs both."))
            return
        self.note.setText(
            self.tr(
                "Both are sent with every device and help against mistyped IMEIs. Serial numbers are sent only with them."
            )
        )

    def _on_serials_concerned(self) -> None:
        draft = self.draft()
        self._explain(draft, missing=False)
        unsent = draft.codes_per_box is CodesPerBox.TWO_IMEIS_AND_SERIAL and not draft.takes_serials
        self.serials.set_tone(Tone.DUPLICATE if unsent else None)
        self.serials.setText(
            self.tr(
                "Serial numbers are kept here, but go to Google only together with maker and model:"
                " fill in both fields below."
            )
            if unsent
            else ""
        )
        self.serials.setVisible(unsent)
        self.codes.setAccessibleDescription(self.serials.text())

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        field.setMaxLength(_LONGEST)
        field.returnPressed.connect(self.confirmed)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.GAP)
        grid.setVerticalSpacing(6)
        places = (
            (self.tr("&Order number"), self.order, 0, 0),
            (self.tr("&Expected devices"), self.expected, 0, 1),
            (self.tr("Codes per &box"), self.codes, 3, 0),
            (self.tr("&Maker"), self.maker, 7, 0),
            (self.tr("Mo&del"), self.model, 7, 1),
        )
        for words, field, row, side in places:
            label = Label(words, "label", self)
            label.setBuddy(field)
            grid.addWidget(label, row, side)
            grid.addWidget(field, row + 1, side)
        grid.addWidget(self.delivery, 4, 1)
        grid.addWidget(self.serials, 5, 0, 1, 2)
        for row in (2, 6):
            grid.setRowMinimumHeight(row, Space.GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addSpacing(Space.EDGE)
        rows = QVBoxLayout()
        rows.setSpacing(Space.UNIT)
        rows.addLayout(grid)
        rows.addWidget(self.note)
        rows.addStretch()
        column.addWidget(Scrolling(rows, self), 1)
