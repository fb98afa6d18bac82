"""One line above the panel: how many devices of the batch are claimed for somebody else. Counts nothing itself."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ztdesk.domain.text import counted
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_ICON_PX = 20
_HIGH = 44
_LOW = 30
_ROUND = 8.0


class HeldNote(QWidget):
    """Hidden while there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._picture = QLabel(self)
        self._words = ElidedLabel("", "strong", self)
        self._words.set_tone(Tone.DUPLICATE)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.INSET, 0, Space.INSET, 0)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.setFixedHeight(_HIGH)
        self.hide()
        theme.changed.connect(self._dress)

    @property
    def text(self) -> str:
        """What is said; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_count(self, count: int) -> None:
        """Say that so many are held by somebody else; nothing for none."""
        more = count > self._count
        self._count = count
        self._words.setText(
            words(
                counted(
                    "{count} devices are claimed for somebody else: a claim would fail. Their rows are amber.",
                    "{count} device is claimed for somebody else: a claim would fail. Its row is amber.",
                    count,
                )
            )
        )
        self.setAccessibleName(self._words.text())
        self._dress()
        self.setVisible(count > 0)
        if more:
            announce(self, self._words.text())

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height."""
        self.setFixedHeight(_LOW if low else _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and, for who sees no colours, its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.ink(Tone.DUPLICATE)))
        painter.setBrush(QColor(self._theme.tokens.ground(Tone.DUPLICATE)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)

    def _dress(self) -> None:
        ink = self._theme.tokens.ink(Tone.DUPLICATE)
        self._picture.setPixmap(self._theme.icons.pixmap(Icon.WARNING, _ICON_PX, ink, self.devicePixelRatioF()))
        self.update()
