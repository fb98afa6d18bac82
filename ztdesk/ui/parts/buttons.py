"""Buttons of 48 pixels, with an icon where it helps; a page has one primary button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ztdesk.ui.icons import Icon
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_ICON_PX = 20
_GAP = 6


class Button(QPushButton):
    """A button that says what it will do. `quiet` has no outline and stands beside text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        icon: Icon | None = None,
        *,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        if quiet:
            self.setProperty("quiet", True)  # noqa: FBT003
        self._quiet = quiet
        self.setFixedHeight(Space.BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon is not None:
            self.set_icon(icon)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: Icon) -> None:
        """Show `icon` before the words."""
        self._icon = icon
        tokens = self._theme.tokens
        # The style sheet has no word for the distance between a button's icon and its text.
        gap = _GAP if self.text() else 0
        self.setIconSize(QSize(_ICON_PX + gap, _ICON_PX))
        ratio = self.devicePixelRatioF()
        self.setIcon(self._theme.icons.icon(icon, _ICON_PX, self._ink(), tokens.edge, ratio, gap=gap))

    def _ink(self) -> str:
        return self._theme.tokens.accent if self._quiet else self._theme.tokens.text

    def _on_theme_changed(self) -> None:
        if self._icon is not None:
            self.set_icon(self._icon)


class PrimaryButton(Button):
    """The one thing to do next, with its count in its words."""

    def __init__(
        self, theme: Theme, text: str = "", icon: Icon | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, icon, parent=parent)
        self.setProperty("primary", True)  # noqa: FBT003

    def _ink(self) -> str:
        return self._theme.tokens.on_accent
