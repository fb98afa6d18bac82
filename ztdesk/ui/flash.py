"""The whole window in the colour of a verdict for a moment, seen from the corner of an eye. Knows no verdict."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone

FLASH_MS = 120
_APART_MS = 350
"""No more than three flashes within a second, whatever is scanned: more can set off a seizure (WCAG 2.3.1)."""
_STRENGTH = 0.4


class WindowFlash(QWidget):
    """Lies over `window`, lets every click through, and takes no room. Reduced motion keeps it away."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._ink = QColor()
        self._since = QElapsedTimer()
        self._end = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._end.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def flash(self, tone: Tone) -> None:
        """Show the colour of `tone`; while one is shown only the colour changes."""
        if self._theme.reduced_motion:
            return
        window = self.parentWidget()
        if not self.isVisible():
            if window is None or not window.isVisible():
                return
            if self._since.isValid() and self._since.elapsed() < _APART_MS:
                return
            self._since.start()
            self._end.start()
            self.setGeometry(window.rect())
            self.raise_()
            self.show()
        self._ink = QColor(self._theme.tokens.ink(tone))
        self._ink.setAlphaF(_STRENGTH)
        self.update()

    def color(self) -> QColor:
        """The colour shown last."""
        return self._ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One wash over everything."""
        QPainter(self).fillRect(self.rect(), self._ink)
