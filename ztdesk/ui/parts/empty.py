"""What a page shows while it has nothing: what is missing and what to do about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_ICON_PX = 64
_WORDS_WIDE = 480
_WORDS_LEAST = 200
_WITH_PICTURE = 300


class EmptyState(QWidget):
    """An icon, a title, a sentence, and a button when `action` names one. `acted` when it was pressed."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        title: str,
        hint: str,
        action: str = "",
        *,
        primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture = QLabel(self)
        self._title = Label(title, "page", self)
        self._hint = Label(hint, "muted", self)
        for label in (self._title, self._hint):
            label.setWordWrap(True)
        make = PrimaryButton if primary else Button
        self.button = make(theme, action, parent=self)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(Space.UNIT)
        column.addStretch(2)
        for widget, below in ((self._picture, 8), (self._title, 0), (self._hint, Space.GAP), (self.button, 0)):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(below)
        column.addStretch(3)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.say(title, hint, action)
        theme.changed.connect(self._on_theme_changed)

    def say(self, title: str, hint: str, action: str = "", icon: Icon | None = None) -> None:
        """Say something else."""
        self._icon = icon or self._icon
        self._title.setText(title)
        self._hint.setText(hint)
        self._fit()
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words keep their measure, or the width there is."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Words are wrapped to whatever width there is, and the picture gives way to them."""
        high = super().minimumSizeHint().height()
        if not self._picture.isHidden():
            high -= _ICON_PX + Space.UNIT
        return QSize(_WORDS_LEAST, high)

    def _fit(self) -> None:
        wide = _WORDS_WIDE
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            wide = max(_WORDS_LEAST, min(wide, self.width() - 2 * Space.GAP))
            self._picture.setVisible(self.height() >= _WITH_PICTURE)
        # A centred label in a layout is not asked how high it must be for its width.
        for label in (self._title, self._hint):
            label.setFixedSize(wide, label.heightForWidth(wide))

    def _dress(self) -> None:
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._hint.text())
        color = self._theme.tokens.edge
        self._picture.setPixmap(self._theme.icons.pixmap(self._icon, _ICON_PX, color, self.devicePixelRatioF()))

    def _on_theme_changed(self) -> None:
        self._dress()
