"""Buttons of 48 pixels, with an icon where it helps; a page has one primary button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.enter_key import EnterKey
from ztdesk.ui.parts.labels import dress_again
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_ICON_PX = 20
_GAP = 6


class Button(QPushButton):
    """A button that says what it will do, pressed by Enter as by Space. `quiet` has no outline and stands beside text."""

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
        self._enter = EnterKey()
        self._shrunk_words = ""
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

    def shrink(self, *, to_icon: bool) -> None:
        """Show the icon alone, where there is no room; the words are its tool tip then, and still read out."""
        if to_icon is bool(self._shrunk_words):
            return
        said = self._shrunk_words or self.text()
        self._shrunk_words = said if to_icon else ""
        self.setAccessibleName(said)
        super().setText("" if to_icon else said)
        if not self.toolTip() or self.toolTip() == said:
            self.setToolTip(said if to_icon else "")
        if self._icon is not None:
            self.set_icon(self._icon)

    def set_height(self, high: int) -> None:
        """Be this high, which is less than usual on a small screen only."""
        low = high < Space.BUTTON
        if bool(self.property("low")) is not low:
            self.setProperty("low", low)
            dress_again(self)
        self.setFixedHeight(high)

    def setText(self, text: str) -> None:
        """Say `text`, or keep it for when there is room again."""
        if self._shrunk_words and text:
            self._shrunk_words = text
            self.setAccessibleName(text)
        else:
            super().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Qt would press a dialog's default one, or none on a page.

        But not the Enter that ends a code typed at the button: nobody types at buttons, a scanner not met before does.
        """
        if self._enter.is_enter(event):
            if self._enter.is_meant(event):
                self.click()
            return
        self._enter.note(event)
        super().keyPressEvent(event)

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
