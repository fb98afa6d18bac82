"""The line at the window's foot: how far all running batches are, and what becomes of claims meanwhile.

Quiet while nothing runs. Whether the service can be reached stands at the window's head and is not said again here.
Reads nothing: it shows what it is given.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ztdesk.domain.batch import BatchSummary
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.text import text
from ztdesk.ui.batches.work_words import Pace, Work, overall, overall_words
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import ElidedLabel, Label, plain_tip
from ztdesk.ui.parts.progress import ProgressLine
from ztdesk.ui.scanners.foot import ScannerFoot
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_ICON = 16
_LOW = 32
_LINE_WIDE = 240
_WAITING = text("Claims wait on this PC")
_WORDS = {
    Link.OFFLINE: (Tone.DUPLICATE, Icon.OFFLINE, text("Scanning goes on, claims are sent later")),
    Link.BUSY: (Tone.DUPLICATE, Icon.CLOCK, text("Claims wait a moment and go on by themselves")),
    Link.ELSEWHERE: (Tone.IGNORED, Icon.LOCK, text("Another ztdesk on this PC sends the claims")),
}
_WORDS_WITH_WORK = {
    Link.SIGNED_OUT: (Tone.DUPLICATE, Icon.CLOCK, _WAITING),
    Link.REFUSED: (Tone.DUPLICATE, Icon.CLOCK, text("Some claims wait for you")),
    Link.NOT_SET_UP: (Tone.DUPLICATE, Icon.CLOCK, _WAITING),
}
_IDLE = (Tone.IGNORED, Icon.OK, text("Nothing waits to be sent"))


class StatusLine(QWidget):
    """48 pixels high, on a low screen 32.

    `batches_wanted` when the work is clicked, `try_again` when the connection's button is.
    """

    batches_wanted = Signal()
    try_again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._connection = Connection()
        self._work: Work | None = None
        self._pace = Pace()
        self._was_told = False  # before that nobody knows whether anything waits
        self.scanners = ScannerFoot(theme, self)
        self._picture = QLabel(self)
        self._words = ElidedLabel("", "small", self)
        self.button = Button(theme, self.tr("Try again"), quiet=True, parent=self)
        self.button.clicked.connect(self.try_again)
        self.work = _WorkLine(theme, self)
        self.work.clicked.connect(self.batches_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.EDGE, 1, Space.EDGE, 0)
        row.setSpacing(Space.UNIT)
        row.addWidget(self.scanners)
        row.addSpacing(Space.GAP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.work)
        self.setFixedHeight(Space.ROW + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_connection(self._connection)
        theme.changed.connect(self._on_theme_changed)

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height."""
        high = _LOW if low else Space.ROW
        self.button.set_height(high)
        self.setFixedHeight(high + 1)

    def show_work(self, summaries: Sequence[BatchSummary], now: float) -> None:
        """Show how far all running batches are together at `now`, in seconds since the epoch."""
        self._pace.note(summaries, now)
        self._work = work = overall(summaries, now, self._pace)
        self._was_told = True
        self._show_words()
        moves = self._connection.link in {Link.ONLINE, Link.UNTRIED}
        if work is not None and not moves:
            work = replace(work, left_s=None)
        self.work.show_work(work, Tone.ACCENT if moves else Tone.DUPLICATE)

    def show_connection(self, connection: Connection) -> None:
        """Say what becomes of claims while the service can be reached in this way."""
        self._connection = connection
        why = [words(said) for said in (connection.title, connection.hint) if said.source]
        self.setToolTip(plain_tip("\n".join(why)))
        self._words.setAccessibleDescription("\n".join(why))
        # Where a person must do more than to wait, the window's banner says so and has the button.
        self.button.setVisible(connection.link is Link.OFFLINE)
        self._show_words()

    def said(self) -> str:
        """What is said about claims that wait; empty while those that move say enough."""
        return "" if self._words.isHidden() else self._words.text()

    def _show_words(self) -> None:
        found = _WORDS.get(self._connection.link)
        if found is None and self._work is not None:
            found = _WORDS_WITH_WORK.get(self._connection.link)
        elif found is None and self._was_told:
            found = _IDLE
        self._picture.setVisible(found is not None)
        self._words.setVisible(found is not None)
        if found is None:
            return
        tone, icon, said = found
        connection = self._connection
        if connection.link is Link.BUSY and connection.title.source:
            # No answer, an overloaded service, a broken one: which of them it is says whom to ask.
            said = text("{what} — it goes on by itself", what=connection.title)
        self._words.setText(words(said))
        self._words.set_tone(tone)
        ink = self._theme.tokens.ink(tone)
        self._picture.setPixmap(self._theme.icons.pixmap(icon, _ICON, ink, self.devicePixelRatioF()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.tokens.line))

    def _on_theme_changed(self) -> None:
        self.show_connection(self._connection)
        self.update()


class _WorkLine(QWidget):
    """Words and a progress line that can be clicked, or pressed with Enter or the space bar. Hidden without work."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = Label("", "small", self)
        self.line = ProgressLine(theme, parent=self)
        self.line.setFixedWidth(_LINE_WIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.UNIT, 0, Space.UNIT, 0)
        row.setSpacing(Space.GAP)
        row.addWidget(self.label)
        row.addWidget(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(self.tr("Opens the list of batches"))
        self.hide()

    def show_work(self, work: Work | None, tone: Tone) -> None:
        self.setVisible(work is not None)
        if work is not None:
            said = words(overall_words(work))
            self.label.setText(said)
            self.setAccessibleName(said)
            self.line.show_progress(work.processed, work.total, tone, said)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self._theme.tokens.accent))
            painter.drawRoundedRect(QRect(self.rect()).adjusted(1, 5, -2, -6), 6, 6)
