"""Any number of operators' badges, typed one a line. Says at once which line no code can say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import Text, counted, text
from ztdesk.printing.documents import Badge, Badges
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words


class BadgeForm(QWidget):
    """`changed` at every letter. A line is a badge's number, a blank, and the person's name, which may be left out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges: tuple[Badge, ...] = ()
        self.lines = QPlainTextEdit(self)
        self.lines.setTabChangesFocus(True)
        # The same examples in every language: they show an order, not words.
        self.lines.setPlaceholderText("B17 Karin\nB18 Jo")
        self.lines.textChanged.connect(self._on_text_changed)
        caption = Label(self.tr("Badges, one a line: number, then name"), "label")
        caption.setBuddy(self.lines)
        self.lines.setAccessibleName(caption.text())
        hint = Label(
            self.tr("A number has capital letters, digits and hyphens. Eight badges fit on a page."), "small", self
        )
        hint.setWordWrap(True)
        self.said = Label("", "small", self)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT)
        column.addWidget(caption)
        column.addWidget(self.lines, 1)
        column.addWidget(hint)
        # Its place is kept: what is typed must not move the field.
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        column.addWidget(self.said)
        self._trouble: Text | None = None

    def document(self) -> Badges | None:
        """The badges; None while there is none, or a code cannot say one of them."""
        return Badges(self._badges) if self._badges and self._trouble is None else None

    def lacking(self) -> str:
        """What keeps badges from being printed, in words; empty when nothing does."""
        if self._trouble is not None:
            return self.tr("Correct the badge number first.")
        return "" if self._badges else self.tr("Type the badge number first: the code on the badge says it.")

    def _on_text_changed(self) -> None:
        self._badges, self._trouble = badges_of(self.lines.toPlainText())
        count = len(self._badges)
        said = self._trouble or (counted("{count} badges", "{count} badge", count) if count else None)
        self.said.set_tone(Tone.REFUSED if self._trouble is not None else None)
        self.said.setText(words(said) if said is not None else "")
        self.changed.emit()


def badges_of(typed: str) -> tuple[tuple[Badge, ...], Text | None]:
    """The badges of these lines, and what is wrong with the first line that is none."""
    badges: dict[str, Badge] = {}
    for place, line in enumerate(typed.splitlines(), start=1):
        parts = line.split(maxsplit=1)
        if not parts:
            continue
        number, name = parts[0].upper(), " ".join(parts[1:]).strip()
        if number in badges:
            return tuple(badges.values()), text("Line {line}: {number} is there already.", line=place, number=number)
        try:
            encode(Command(Verb.OPERATOR, number))
        except UsageError as error:
            return tuple(badges.values()), text("Line {line}: {reason}", line=place, reason=error.hint)
        badges[number] = Badge(number, name)
    return tuple(badges.values()), None
