"""One question about a code with two or three answers, below the verdict; the next scan leaves it unanswered."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from ztdesk.domain.question import Question
from ztdesk.domain.text import text
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words


class ChoiceBar(Card):
    """Hidden until it is asked; `chosen(Answer)`. Takes no keyboard of its own: a stray Enter decides nothing."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Space.GAP, parent)
        self._theme = theme
        self.question: Question | None = None
        self.answers: list[Button] = []
        self.hint = Label("", "", self)
        self.hint.setWordWrap(True)
        self.by_card = Label(self.tr("Another scan leaves this code out."), "small", self)
        # Side by side, or on a narrow screen one below the other.
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setMinimumWidth(1)
        self._row.setSpacing(Space.UNIT)
        said = QVBoxLayout()
        said.setSpacing(Space.UNIT)
        said.addWidget(self.hint)
        said.addLayout(self._row)
        said.addWidget(self.by_card)
        self.column.addLayout(said)
        self.hide()

    def show_question(self, question: Question | None) -> None:
        """Ask; None to ask nothing."""
        if question is self.question:
            return
        self.question = question
        self._clear(self._row)
        self.answers = []
        if question is not None:
            self.hint.setText(words(question.hint))
            for choice in question.choices:
                label = choice.label if self.answers else text("ACK: {answer}", answer=choice.label)
                button = Button(self._theme, words(label).replace("&", "&&"), parent=self)
                button.clicked.connect(partial(self.chosen.emit, choice.answer))
                self._row.addWidget(button)
                self.answers.append(button)
            self._row.addStretch()
            self._fit()
        self.setVisible(question is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No answer is cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gaps = Space.UNIT * len(self.answers) + 2 * Space.GAP
        needed = sum(button.sizeHint().width() for button in self.answers) + gaps
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if needed <= self.width() else ways.TopToBottom)

    def _clear(self, row: QLayout) -> None:
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
