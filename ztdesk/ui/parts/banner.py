"""One message across a page that stays until it is dealt with: what is so, what to do, and the button that does it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ztdesk.ui.icons import SHAPE_OF, Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone

_ICON_PX = 24


class Banner(QWidget):
    """Hidden until something is said. `acted` when its button was pressed."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.DUPLICATE
        self._icon = Icon.WARNING
        self._picture = QLabel(self)
        self._title = Label("", "strong", self)
        self._hint = Label("", "", self)
        self._hint.setWordWrap(True)
        self.button = Button(theme, parent=self)
        self.button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.INSET, 12, 12, 12)
        row.setSpacing(Space.GAP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(Space.TALL_ROW)
        self.hide()
        theme.changed.connect(self._on_theme_changed)

    def say(self, tone: Tone, title: str, hint: str = "", action: str = "", icon: Icon | None = None) -> None:
        """Show `title` and `hint` on the ground of `tone`; `action` is the button's text, empty for none."""
        new = title != self._title.text() or self.isHidden()
        self._tone, self._icon = tone, icon or SHAPE_OF[tone]
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self._dress()
        self.show()
        if new:
            announce(self, self.tr("{title}. {hint}").format(title=title, hint=hint))

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.flash(self._tone)))
        painter.setBrush(QColor(tokens.ground(self._tone)))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, Space.CARD_RADIUS, Space.CARD_RADIUS)

    def _dress(self) -> None:
        self._title.set_tone(self._tone)
        ink = self._theme.tokens.ink(self._tone)
        self._picture.setPixmap(self._theme.icons.pixmap(self._icon, _ICON_PX, ink, self.devicePixelRatioF()))
        self.update()

    def _on_theme_changed(self) -> None:
        self._dress()
