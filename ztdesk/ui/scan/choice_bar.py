"""One question about a code with two or three answers, below the verdict; the next scan leaves it unanswered."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ztdesk.domain.commands import CARD_NAMES
from ztdesk.domain.question import Question
from ztdesk.domain.text import text
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words

_MOST_ANSWERS = 3


class ChoiceBar(Card):
    """Hidden until it is asked; `chosen(Answer)`, `asked` when a question came or went.

    Takes no keyboard of its own: a stray Enter decides nothing.
    """

    chosen = Signal(object)
    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Space.GAP, parent)
        self._theme = theme
        self.question: Question | None = None
        self.answers: list[Button] = []
        self.hint = Label("", "", self)
        self.hint.setWordWrap(True)
        self.by_card = Label(self.tr("Another scan leaves this code out."), "small", self)
        self._shown: list[list[Button]] = []
        self._lines = [QHBoxLayout() for _ in range(_MOST_ANSWERS)]
        self._high = Space.BUTTON
        self.setMinimumWidth(1)
        self.column.setSpacing(Space.UNIT)
        self.column.addWidget(self.hint)
        for line in self._lines:
            line.setSpacing(Space.UNIT)
            self.column.addLayout(line)
        self.column.addWidget(self.by_card)
        self.hide()

    def show_question(self, question: Question | None) -> None:
        """Ask; None to ask nothing."""
        if question is self.question:
            return
        self.question = question
        for answer in self.answers:
            answer.hide()
            answer.deleteLater()
        self.answers = []
        if question is not None:
            self.hint.setText(words(question.hint))
            for choice in question.choices:
                label = choice.label
                if choice.card is not None:
                    label = text("{card}: {answer}", card=CARD_NAMES[choice.card], answer=label)
                button = Button(self._theme, words(label).replace("&", "&&"), parent=self)
                button.set_height(self._high)
                button.clicked.connect(partial(self.chosen.emit, choice.answer))
                self.answers.append(button)
        self._fit()
        self.setVisible(question is not None)
        self.asked.emit()

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height."""
        self._high = Space.LOW_BUTTON if low else Space.BUTTON
        for answer in self.answers:
            answer.set_height(self._high)
        self.by_card.setVisible(not low)
        above = Space.UNIT if low else Space.GAP
        self.column.setContentsMargins(Space.GAP, above, Space.GAP, above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No answer is cut: what has no room in a line begins the next."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = self.width() - 2 * Space.GAP + Space.UNIT
        lines: list[list[Button]] = []
        left = 0
        for answer in self.answers:
            needed = answer.sizeHint().width() + Space.UNIT
            if needed > left:
                lines.append([])
                left = whole
            lines[-1].append(answer)
            left -= needed
        if lines == self._shown:
            return
        self._shown = lines
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
        for line, answers in zip(self._lines, lines, strict=False):
            for answer in answers:
                line.addWidget(answer)
            line.addStretch()
