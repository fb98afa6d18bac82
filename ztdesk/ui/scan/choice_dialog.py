"""One question about a code with two or three answers, asked once for a batch. Remembers nothing itself."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ztdesk.domain.commands import Verb
from ztdesk.domain.question import Answer, Question
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.scan.card_dialog import CardDialog
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type
from ztdesk.ui.wording import words

_WIDE = 560
_ICON = 32


class ChoiceDialog(CardDialog):
    """`chosen(Answer)`; Escape answers nothing, and the code has to be scanned again."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, question: Question, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setWindowTitle(words(question.title))
        hint = words(question.hint)
        self.setAccessibleDescription(hint)
        self.title = Label(words(question.title), "heading", self)
        self.code = Label(code, "strong", self)
        self.code.setFont(theme.number_font(Type.PAGE))
        self.hint = Label(hint, "", self)
        self.by_card = Label(self.tr("By scanner: ACK chooses the first answer."), "small", self)
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            label.setMinimumWidth(_WIDE)
        self.answers: list[QPushButton] = [
            Button(theme, words(choice.label).replace("&", "&&"), parent=self) for choice in question.choices
        ]
        for button, choice in zip(self.answers, question.choices, strict=True):
            button.clicked.connect(partial(self.choose, choice.answer))
        self._lay_out(theme)

    def choose(self, answer: Answer) -> None:
        """Answer."""
        self.accept()
        self.chosen.emit(answer)

    def answer_by_card(self, verb: Verb) -> bool:
        """An acknowledging card chooses the first answer."""
        if verb is Verb.ACK:
            self.choose(self.question.choices[0].answer)
        return verb is Verb.ACK

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on no answer at all: a stray Enter must not decide for a whole batch."""
        super().showEvent(event)
        self.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        picture = QLabel(self)
        ink = theme.tokens.ink(Tone.ACCENT)
        picture.setPixmap(theme.icons.pixmap(Icon.SCAN, _ICON, ink, self.devicePixelRatioF()))
        said = QVBoxLayout()
        said.setSpacing(Space.UNIT)
        for label in (self.title, self.code, self.hint):
            said.addWidget(label)
        said.addSpacing(Space.UNIT)
        for button in self.answers:
            button.setAutoDefault(False)
            said.addWidget(button)
        said.addWidget(self.by_card)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        row.setSpacing(Space.GAP)
        column = QVBoxLayout()
        column.addWidget(picture)
        column.addStretch()
        row.addLayout(column)
        row.addLayout(said, 1)
