"""Numbers typed or pasted, one after the other; says while typing what a number is and keeps a list of what was not added.

Judges nothing: each number goes the way of a scan.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ztdesk.domain.explain import shown_code
from ztdesk.domain.verdict import Verdict
from ztdesk.ui.icons import SHAPE_OF, Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.scan.number_field import NumberField
from ztdesk.ui.scan.typed_number import EXCEL_HINT, EXCEL_TITLE, hint_for, is_rounded, pasted_numbers
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF, Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 920, 600
_NUMBER_WIDE = 240
_MARK = 20
_A_GO = 10  # numbers of a column judged before the window gets its turn


@dataclass(frozen=True, slots=True)
class NotAdded:
    """A number that became no device, and why."""

    number: str
    title: str
    detail: str
    tone: Tone


class NumberDialog(QDialog):
    """Stays open for the next number until it is closed. `take` judges one number, `take_quietly` without a sound."""

    def __init__(
        self,
        theme: Theme,
        *,
        take: Callable[[str], Verdict],
        take_quietly: Callable[[str], Verdict],
        takes_serials: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._take = take
        self._take_quietly = take_quietly
        self._takes_serials = takes_serials
        self._waiting: deque[str] = deque()
        self._added = 0
        self.setWindowTitle(self.tr("Type a number"))
        self.field = NumberField(self)
        self.field.setFont(theme.number_font(22))
        self.field.setAccessibleName(self.tr("IMEI, MEID or serial number"))
        self.mark = QLabel(self)
        self.mark.setFixedSize(_MARK, _MARK)
        self.hint = Label("", "", self)
        self.add = PrimaryButton(theme, self.tr("Add"), parent=self)
        self.paste = Button(theme, self.tr("Paste a column"), Icon.COPY, parent=self)
        self.shut = Button(theme, self.tr("Close"), parent=self)
        self.outcome = Label("", "strong", self)
        self.model: RowTableModel[NotAdded] = RowTableModel(self._columns(), parent=self)
        self.table = RowTable(theme, self.tr("Numbers that were not added"), row_height=Space.TALL_ROW, parent=self)
        self.table.show_rows(self.model)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next_due)
        self._lay_out()
        self._connect()
        resize_to_fit(self, _WIDE, _HIGH)
        self._on_text_changed("")
        self._show_result()

    def show_verdict(self, verdict: Verdict) -> None:
        """A number or a scan was judged while this is open."""
        self._count(verdict)
        self._show_result()

    @property
    def is_at_work(self) -> bool:
        """Whether numbers of a pasted column are still to be judged."""
        return bool(self._waiting)

    def done_with(self) -> tuple[int, int]:
        """How many were added and how many were not."""
        return self._added, self.model.rowCount()

    def _columns(self) -> tuple[Column[NotAdded], ...]:
        return (
            Column(self.tr("Not added"), _number, number=True, width=_NUMBER_WIDE),
            Column(self.tr("Why"), _title, detail=_detail, tone=_tone, toned_text=True, tooltip=_detail),
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.field, 1)
        top.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(Space.UNIT)
        below.addWidget(self.mark)
        below.addWidget(self.hint, 1)
        card = Card(self._theme, 0, self)
        card.column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.paste)
        row.addStretch()
        row.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("IMEI, MEID or serial number, then Enter"), "label", self))
        column.addLayout(top)
        column.addLayout(below)
        column.addSpacing(Space.UNIT)
        column.addWidget(self.outcome)
        column.addWidget(card, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_add_asked)
        self.field.column_pasted.connect(self._on_column_pasted)
        self.add.clicked.connect(self._on_add_asked)
        self.paste.clicked.connect(self._on_paste_asked)
        self.shut.clicked.connect(self._on_shut_asked)
        self.finished.connect(self._stop)

    def _judge(self, number: str, take: Callable[[str], Verdict]) -> bool:
        if is_rounded(number):
            self._leave_out(number, words(EXCEL_TITLE), words(EXCEL_HINT), Tone.REFUSED)
            return False
        return bool(take(number).added)

    def _count(self, verdict: Verdict) -> None:
        if verdict.added:
            self._added += 1
        else:
            self._leave_out(verdict.code, words(verdict.title), words(verdict.detail), TONE_OF[verdict.kind])

    def _leave_out(self, number: str, title: str, detail: str, tone: Tone) -> None:
        self.model.prepend(NotAdded(shown_code(number), title, detail, tone))

    def _show_result(self) -> None:
        left_out = self.model.rowCount()
        if self._waiting:
            line = self.tr("%n numbers still to be judged …", "", len(self._waiting))
        elif not self._added and not left_out:
            line = self.tr("Nothing added yet")
        elif not left_out:
            line = self.tr("%n added", "", self._added)
        else:
            not_added = self.tr("%n not added, see below", "", left_out)
            line = self.tr("{added} added, {rest}").format(added=self._added, rest=not_added)
        self.outcome.setText(line)
        self.shut.setText(self.tr("Stop") if self._waiting else self.tr("Close"))
        if not self._waiting:
            announce(self, line)

    def _stop(self) -> None:
        self._next.stop()
        self._waiting.clear()

    def _on_shut_asked(self) -> None:
        left = len(self._waiting)
        if not left:
            self.accept()
            return
        self._stop()
        self._show_result()
        self.outcome.setText(self.tr("Stopped: the last %n numbers of the column were not looked at.", "", left))

    def _on_text_changed(self, typed: str) -> None:
        hint = hint_for(typed, takes_serials=self._takes_serials)
        self.hint.setText(words(hint.words))
        self.hint.set_tone(hint.tone)
        self.mark.clear()
        if hint.tone is not None:
            ink = self._theme.tokens.ink(hint.tone)
            ratio = self.devicePixelRatioF()
            self.mark.setPixmap(self._theme.icons.pixmap(SHAPE_OF[hint.tone], _MARK, ink, ratio))
        self.field.setAccessibleDescription(self.hint.text())
        self.add.setEnabled(bool(typed.strip()))

    def _on_add_asked(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            return
        if self._judge(typed, self._take):
            self.field.clear()
        else:
            self.field.selectAll()
        self._show_result()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_paste_asked(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.take_clipboard()

    def _on_column_pasted(self, pasted: str) -> None:
        self._waiting.extend(pasted_numbers(pasted))
        self._show_result()
        self._next.start()

    def _on_next_due(self) -> None:
        for _ in range(min(_A_GO, len(self._waiting))):
            number = self._waiting.popleft()
            if is_rounded(number):
                self._judge(number, self._take_quietly)
            else:
                self._count(self._take_quietly(number))
        self._show_result()
        if self._waiting:
            self._next.start()


def _number(row: NotAdded) -> str:
    return row.number


def _title(row: NotAdded) -> str:
    return row.title


def _detail(row: NotAdded) -> str:
    return row.detail


def _tone(row: NotAdded) -> Tone | None:
    return row.tone
