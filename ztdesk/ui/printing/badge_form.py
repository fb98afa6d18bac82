"""The name and number of one operator's badge. Says at once what a code cannot say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ztdesk.domain.commands import LONGEST_ARGUMENT, Command, Verb, encode
from ztdesk.domain.errors import UsageError
from ztdesk.printing.documents import Badge, Badges
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words


class BadgeForm(QWidget):
    """`changed` at every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("As colleagues know this person"))
        self.number = QLineEdit(self)
        self.number.setPlaceholderText(self.tr("Capital letters, digits and hyphens"))
        self.number.setMaxLength(LONGEST_ARGUMENT)
        self.trouble = Label("", "small", self)
        self.trouble.setWordWrap(True)
        self.trouble.set_tone(Tone.REFUSED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT)
        for caption, field in ((self.tr("Name"), self.name), (self.tr("Badge number"), self.number)):
            label = Label(caption, "label")
            label.setBuddy(field)
            field.setAccessibleName(caption)
            field.textChanged.connect(self._on_text_changed)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(Space.UNIT)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def document(self) -> Badges | None:
        """The badge; None while its number is missing or cannot be said by a code."""
        number = self.number.text().strip().upper()
        if not number or self.trouble.text():
            return None
        return Badges((Badge(number, self.name.text().strip()),))

    def lacking(self) -> str:
        """What keeps the badge from being printed, in words; empty when nothing does."""
        if not self.number.text().strip():
            return self.tr("Type the badge number first: the code on the badge says it.")
        return self.tr("Correct the badge number first.") if self.trouble.text() else ""

    def _on_text_changed(self) -> None:
        number = self.number.text().strip().upper()
        said = ""
        if number:
            try:
                encode(Command(Verb.OPERATOR, number))
            except UsageError as error:
                said = words(error.hint)
        self.trouble.setText(said)
        self.changed.emit()
