"""The window's tabs: a real tab bar, painted so that the current one stands out and none moves when it changes."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Type

_SIDE = 16
_BADGE = 20
_UNDERLINE = 3


class TabBar(QTabBar):
    """Tabs with an optional count each. Left and Right change the tab, as in every tab bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, int] = {}
        self._high = Space.HEAD
        self._plain = theme.font(Type.BODY)
        self._bold = theme.font(Type.BODY, bold=True)
        self._small = theme.font(Type.LABEL, bold=True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Qt names them in its own language, which the program's need not be.
        for button, name in zip(
            self.findChildren(QToolButton), (self.tr("Earlier pages"), self.tr("Further pages")), strict=True
        ):
            button.setAccessibleName(name)
            button.setToolTip("")
        theme.changed.connect(self._on_theme_changed)

    def add(self, text: str) -> int:
        """Add a tab at the right; its index."""
        return self.addTab(text)

    def set_count(self, index: int, count: int, words: str) -> None:
        """Show `count` beside the tab (0 for none); `words` is what a screen reader reads instead of the tab's text."""
        if self._counts.get(index, 0) == count:
            return
        self._counts[index] = count
        self.setAccessibleTabName(index, words if count else self.tabText(index))
        # Gives the tab its new width; a plain update would not.
        self.setTabText(index, self.tabText(index))
        self.setIconSize(self.iconSize())
        self.updateGeometry()
        self.update()

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height."""
        high = Space.ROW if low else Space.HEAD
        if high != self._high:
            self._high = high
            # Makes the tabs ask for their size again; a plain update would not.
            self.setIconSize(self.iconSize())
            self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its words in bold, with room for its count."""
        wide = QFontMetrics(self._bold).horizontalAdvance(self.tabText(index)) + 2 * _SIDE
        badge = self._badge_width(index)
        return QSize(wide + (badge + Space.UNIT if badge else 0), self._high)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs are never squeezed; a window that is too narrow scrolls them."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every tab, the line under the current one, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._draw_tab(painter, index, self.tabRect(index))

    def _draw_tab(self, painter: QPainter, index: int, area: QRect) -> None:
        tokens = self._theme.tokens
        current = index == self.currentIndex()
        ink = QColor(tokens.accent if current else tokens.muted)
        if current:
            line = QRect(area.left(), area.bottom() + 1 - _UNDERLINE, area.width(), _UNDERLINE)
            painter.fillRect(line, ink)
            if self.hasFocus():
                painter.setPen(QColor(tokens.accent))
                painter.setBrush(QColor(tokens.selection))
                painter.drawRoundedRect(QRectF(area).adjusted(2.5, 10.5, -2.5, -11.5), 8, 8)
        painter.setFont(self._bold if current else self._plain)
        painter.setPen(ink)
        badge = self._badge_width(index)
        words = QRect(area.left() + _SIDE, area.top(), area.width() - 2 * _SIDE - (badge and badge + 8), area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.tabText(index))
        if badge:
            spot = QRectF(words.right() + 1 + 8, area.center().y() - _BADGE / 2 + 1, badge, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent if current else tokens.ignored_ground))
            painter.drawRoundedRect(spot, _BADGE / 2, _BADGE / 2)
            painter.setPen(QColor(tokens.on_accent if current else tokens.text))
            painter.setFont(self._small)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(self._counts[index]))

    def _badge_width(self, index: int) -> int:
        count = self._counts.get(index, 0)
        return max(_BADGE, QFontMetrics(self._small).horizontalAdvance(str(count)) + 12) if count else 0

    def _on_theme_changed(self) -> None:
        self.update()
