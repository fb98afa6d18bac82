"""How far something is: a slim line that never runs by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tokens, Tone

_APART = 2


def draw_progress(painter: QPainter, area: QRectF, share: float, ink: str, tokens: Tokens) -> None:
    """A rounded line in `area`, filled from the left by `share` (0 to 1), a little as soon as anything is done."""
    radius = area.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.track))
    painter.drawRoundedRect(area, radius, radius)
    if share > 0:
        width = max(area.height(), area.width() * min(share, 1.0))
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(QRectF(area.left(), area.top(), width, area.height()), radius, radius)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line that means one thing: its `share` of the whole, 0 to 1."""

    share: float
    tone: Tone


def draw_stretches(painter: QPainter, area: QRectF, stretches: Sequence[Stretch], tokens: Tokens) -> None:
    """The same line in several colours from the left, each long enough to be seen, a little apart."""
    if len(stretches) == 1:
        draw_progress(painter, area, stretches[0].share, tokens.ink(stretches[0].tone), tokens)
        return
    outline = QPainterPath()
    outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, QColor(tokens.track))
    least = area.height() + _APART
    widths = [max(least, area.width() * stretch.share) for stretch in stretches]
    # What the short ones got more the longest gives.
    longest = widths.index(max(widths))
    widths[longest] -= max(0.0, sum(widths) - area.width() * sum(stretch.share for stretch in stretches))
    left = area.left()
    for stretch, width in zip(stretches, widths, strict=True):
        gap = _APART if left + width < area.right() - 1 else 0
        painter.fillRect(QRectF(left, area.top(), width - gap, area.height()), QColor(tokens.ink(stretch.tone)))
        left += width
    painter.restore()


class ProgressLine(QProgressBar):
    """A progress bar of 8 pixels whose colour says what it means. The words stand beside it, never in it."""

    def __init__(self, theme: Theme, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self.setTextVisible(False)
        self.setFixedHeight(Space.UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(0, 100)
        self.setValue(0)
        theme.changed.connect(self._on_theme_changed)

    def show_progress(self, done: int, total: int, tone: Tone, words: str) -> None:
        """`done` of `total` in the colour of `tone`; `words` say the same to a screen reader."""
        self._tone = tone
        if self.maximum() != max(total, 1):
            self.setRange(0, max(total, 1))
        self.setValue(min(done, self.maximum()))
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        share = self.value() / self.maximum() if self.maximum() else 0.0
        draw_progress(painter, QRectF(self.rect()), share, tokens.ink(self._tone), tokens)

    def _on_theme_changed(self) -> None:
        self.update()
