"""How the window looks: turns tokens into a palette, fonts and the style sheet, and follows the system's light or dark.

Built once by `app` and handed down. Knows no page and no text.
"""

from dataclasses import asdict
from enum import Enum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ztdesk.paths import resource
from ztdesk.ui.icons import Icons
from ztdesk.ui.tokens import DARK, LIGHT, Tokens, Type

_READING = ("Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_FAR = ("Yu Gothic UI", "Microsoft YaHei UI", "Malgun Gothic", "Noto Sans CJK SC", "Noto Sans CJK JP")
_NUMBERS = ("Cascadia Mono", "Consolas", "DejaVu Sans Mono", "Liberation Mono", "Menlo")


class Mode(Enum):
    """Whose wish decides between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The tokens in force, and the fonts, icons and style made of them. `changed` when any of it did."""

    changed = Signal()

    def __init__(
        self, mode: Mode = Mode.SYSTEM, *, reduced_motion: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._app: QApplication | None = None
        self._reading = _installed((*_READING, *_FAR), QFontDatabase.SystemFont.GeneralFont)
        self._numbers = _installed(_NUMBERS, QFontDatabase.SystemFont.FixedFont)
        self.icons = Icons()
        self.reduced_motion = reduced_motion
        self._dark = self._wants_dark()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self._dark else LIGHT

    @property
    def mode(self) -> Mode:
        """What was asked for."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """What came of it."""
        return self._dark

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = mode
        self._follow()

    def apply(self, app: QApplication) -> None:
        """Dress `app`, now and at every later change. Cheapest before the first widget is made.

        `app` has to be started in the style Fusion. Setting a style makes a Python class of it, which is slow.
        """
        self._app = app
        app.setFont(self.font())
        self._dress(app)

    def color(self, name: str) -> QColor:
        """The token `name` as a colour to paint with. Raises AttributeError for a name that is no token."""
        return QColor(getattr(self.tokens, name))

    def font(self, px: int = Type.BODY, *, bold: bool = False) -> QFont:
        """The reading face at `px` pixels, with figures of one width."""
        return _font(self._reading, px, bold=bold)

    def number_font(self, px: int = Type.NUMBER, *, bold: bool = False) -> QFont:
        """The face of numbers people compare (IMEIs), every character of one width."""
        return _font(self._numbers, px, bold=bold)

    def _dress(self, app: QApplication) -> None:
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(self._style_sheet())

    def _style_sheet(self) -> str:
        template = Template(resource("stylesheet.qss").read_text(encoding="utf-8"))
        numbers = ", ".join(f'"{family}"' for family in self._numbers)
        scheme = "dark" if self._dark else "light"
        chevron, tick = (resource(f"icons/{name}-{scheme}.svg").as_posix() for name in ("chevron", "tick"))
        return template.substitute(asdict(self.tokens), numbers=numbers, chevron=chevron, tick=tick)

    def _wants_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    def _on_color_scheme_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        dark = self._wants_dark()
        if dark is self._dark:
            return
        self._dark = dark
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()


def _installed(wanted: tuple[str, ...], otherwise: QFontDatabase.SystemFont) -> list[str]:
    # Asking Qt for a face that is not there makes it look through every alias it knows, which costs start-up time.
    found = [family for family in wanted if QFontDatabase.hasFamily(family)]
    return found or [QFontDatabase.systemFont(otherwise).family()]


def _font(families: list[str], px: int, *, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(px)
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.refused),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.edge),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.edge))
    return palette
