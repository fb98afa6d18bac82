"""One question with two answers, the harmless one ready under Enter."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ztdesk.domain.commands import Verb
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.scan.card_dialog import CardDialog
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone

_WIDE = 480
_ICON = 32


class Question(CardDialog):
    """Asks `title`. `confirmed` when the answer was `yes`; `no` and Escape only close it.

    By scanner the card of `yes_card` says yes and an acknowledging one says no.
    """

    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        hint: str,
        *,
        yes: str,
        no: str,
        parent: QWidget | None,
        yes_card: Verb | None = None,
    ) -> None:
        super().__init__(parent)
        self._yes_card = yes_card
        self.setWindowTitle(title)
        self.setAccessibleDescription(hint)
        self.title = Label(title, "heading", self)
        self.hint = Label(hint, "", self)
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            label.setMinimumWidth(_WIDE)
        picture = QLabel(self)
        ink = theme.tokens.ink(Tone.DUPLICATE)
        picture.setPixmap(theme.icons.pixmap(Icon.DUPLICATE, _ICON, ink, self.devicePixelRatioF()))
        self.yes = Button(theme, yes, parent=self)
        self.no = PrimaryButton(theme, no, parent=self)
        self.no.setDefault(True)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(Space.UNIT)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        top = QHBoxLayout()
        top.setSpacing(Space.GAP)
        top.addWidget(picture)
        top.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.EDGE)
        column.addLayout(top)
        if yes_card is Verb.QUEUE:
            by_card = self.tr("By scanner: “Queue batch” again queues, “Understood” goes on scanning.")
            column.addWidget(Label(by_card, "small", self))
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the harmless answer."""
        super().showEvent(event)
        self.no.setFocus()

    def answer_by_card(self, verb: Verb) -> bool:
        """The card that asked says yes when it is scanned again."""
        if verb is Verb.ACK:
            self.no.click()
        elif verb is self._yes_card:
            self.yes.click()
        else:
            return False
        return True

    def _on_yes(self) -> None:
        self.confirmed.emit()
        self.accept()
