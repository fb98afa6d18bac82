"""The frame: tabs, pages, states, and what is said on every page. Decides nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.verdict import Verdict
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.pill import StatePill
from ztdesk.ui.parts.practice import PracticeStripe
from ztdesk.ui.parts.tabs import TabBar
from ztdesk.ui.parts.verdict_strip import VerdictStrip
from ztdesk.ui.readiness import Readiness
from ztdesk.ui.status import StatusLine
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

# A screen of 1366 x 768 whose letters are half again as large, less its title bar.
_SMALLEST = QSize(800, 420)
_LOW, _NARROW, _WIDE = 600, 1000, 1200
_FIRST = QSize(1366, 768)
_TITLE_BAR = QSize(0, 40)


class MainWindow(QMainWindow):
    """`page_changed(int)` with the page shown; `try_again` from a banner.

    `painted` once, when the window has been on the screen for the first time.
    """

    page_changed = Signal(int)
    painted = Signal()
    try_again = Signal()
    settings_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scan_page = 0
        self._was_painted = False
        self._status_line: StatusLine | None = None
        self.setWindowTitle(self.tr("ztdesk – PRACTICE") if practice else self.tr("ztdesk"))
        self.setMinimumSize(_SMALLEST)
        # A bench's screen may be smaller than the window, which has a title bar of its own to fit in too.
        room = self.screen().availableGeometry().size()
        self.resize(_FIRST.boundedTo(room - _TITLE_BAR))
        self.tabs = TabBar(theme)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.pages = QStackedWidget()
        self.listening_pill = StatePill(theme, [title for _tone, title, _hint in self._readiness_words().values()])
        self.connection_pill = StatePill(theme, self._connection_names())
        self.banner = Banner(theme)
        self.banner.acted.connect(self._on_banner_acted)
        # Apart from the banner, whose button may be the only way on when the sign-in is refused.
        self.trouble = Banner(theme)
        self.trouble.acted.connect(self.trouble.clear)
        self.strip = VerdictStrip(theme)
        self.settings_button = Button(theme, self.tr("Settings"), icon=Icon.SETTINGS, quiet=True)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.print_button = Button(theme, self.tr("Print …"), icon=Icon.PRINT, quiet=True)
        self.print_button.clicked.connect(self.print_wanted)
        self._head = QHBoxLayout()
        self._body = QVBoxLayout()
        self._lay_out(practice=practice)
        QShortcut(QKeySequence(QKeySequence.StandardKey.NextChild), self).activated.connect(partial(self._turn, 1))
        QShortcut(QKeySequence(QKeySequence.StandardKey.PreviousChild), self).activated.connect(partial(self._turn, -1))
        self._banner_opens_settings = False
        self.show_readiness(Readiness.NO_BATCH)
        self.show_connection(Connection())

    def add_page(self, title: str, page: QWidget) -> int:
        """Add a tab and its page; its index."""
        index = self.tabs.add(title)
        self.pages.addWidget(page)
        # A scanner cannot type these, nor does a field want them.
        for keys in (QKeySequence(f"Ctrl+{index + 1}"), QKeySequence(f"Alt+{index + 1}")):
            QShortcut(keys, self).activated.connect(partial(self.show_page, index))
        return index

    def add_to_head(self, widget: QWidget) -> None:
        """Put a control of this mode between the tabs and the states."""
        self._head.insertWidget(2, widget)

    def set_status_line(self, line: StatusLine) -> None:
        """Put the line of overall progress at the bottom."""
        self._status_line = line
        self._body.addWidget(line)

    def show_page(self, index: int) -> None:
        """Show a page."""
        self.tabs.setCurrentIndex(index)

    def show_readiness(self, state: Readiness) -> None:
        """READY, or the one reason why a scan made now would not become a device."""
        tone, title, hint = self._readiness_words()[state]
        icon = Icon.QUESTION if state in {Readiness.ASKED, Readiness.BUSY} else None
        self.listening_pill.show_state(tone, title, hint=hint, icon=icon, urgent=tone is Tone.REFUSED)

    def _readiness_words(self) -> dict[Readiness, tuple[Tone, str, str]]:
        elsewhere = self.tr("This window is not the active one: scans go elsewhere. Click into it.")
        return {
            Readiness.NOT_LISTENING: (Tone.REFUSED, self.tr("NOT LISTENING"), elsewhere),
            Readiness.SERIAL_ONLY: (
                Tone.DUPLICATE,
                self.tr("SERIAL ONLY"),
                self.tr("This window is not the active one: only scanners on a serial port are heard."),
            ),
            Readiness.LOCKED: (
                Tone.REFUSED,
                self.tr("LOCKED"),
                self.tr("Scans are not taken until you have acknowledged what the scan page says."),
            ),
            Readiness.BUSY: (
                Tone.DUPLICATE,
                self.tr("QUESTION OPEN"),
                self.tr("Scans are not taken until the open question is answered."),
            ),
            Readiness.ON_HOLD: (
                Tone.DUPLICATE,
                self.tr("ON HOLD"),
                self.tr("Scans are not taken until you go on."),
            ),
            Readiness.NO_BATCH: (
                Tone.DUPLICATE,
                self.tr("NO CUSTOMER"),
                self.tr("Choose a customer on the Scan page first."),
            ),
            Readiness.ASKED: (
                Tone.ACCENT,
                self.tr("ANSWER WANTED"),
                self.tr("Answer what the scan page asks about the last code. Another scan leaves it out."),
            ),
            Readiness.READY: (
                Tone.OK,
                self.tr("READY TO SCAN"),
                self.tr("Scan on any page; no field needs a click."),
            ),
        }

    def show_connection(self, connection: Connection) -> None:
        """Whether the service can be reached; what a person must act on becomes a banner."""
        link = connection.link
        tones = {
            Link.UNTRIED: Tone.IGNORED,
            Link.ONLINE: Tone.OK,
            Link.SIGNED_OUT: Tone.REFUSED,
            Link.REFUSED: Tone.REFUSED,
        }
        tone = tones.get(link, Tone.DUPLICATE)
        name = dict(zip(Link, self._connection_names(), strict=True))[link]
        hint = words(connection.hint) if connection.hint.source else words(connection.title)
        self.connection_pill.show_state(tone, name, hint=hint)
        if link in {Link.SIGNED_OUT, Link.REFUSED}:
            self._banner_opens_settings = False
            self.banner.say(Tone.REFUSED, words(connection.title), words(connection.hint), self.tr("Try again"))
        elif link is Link.NOT_SET_UP:
            self._banner_opens_settings = True
            self.banner.say(Tone.DUPLICATE, words(connection.title), words(connection.hint), self.tr("Settings"))
        else:
            self.banner.clear()

    def show_trouble(self, title: str, hint: str) -> None:
        """Say something on every page that concerns them all, until a person has seen it."""
        self.trouble.say(Tone.REFUSED, title, hint, self.tr("Close"))

    def show_verdict(self, verdict: Verdict) -> None:
        """What became of a scan that was made while another page than the scan page is shown."""
        if self.pages.currentIndex() != self._scan_page:
            self.strip.show_verdict(verdict)

    def set_attention(self, index: int, count: int) -> None:
        """How many rows of a page need a person."""
        self.tabs.set_count(index, count, self.tr("%n batch(es) need you", "", count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the frame gives its room to the pages."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self.tabs.set_low(low=low)
        if self._status_line is not None:
            self._status_line.set_low(low=low)
        self.settings_button.shrink(to_icon=self.width() < _NARROW)
        self.print_button.shrink(to_icon=self.width() < _WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one ends the start."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # When the event loop comes round, the other widgets are painted too.
            QTimer.singleShot(0, self, self.painted.emit)

    def _connection_names(self) -> Sequence[str]:
        return (
            self.tr("Not tried yet"),
            self.tr("Online"),
            self.tr("Offline"),
            self.tr("Waiting"),
            self.tr("Signed out"),
            self.tr("Needs you"),
            self.tr("Sent elsewhere"),
            self.tr("Not set up"),
        )

    def _turn(self, pages: int) -> None:
        self.show_page((self.tabs.currentIndex() + pages) % self.tabs.count())

    def _on_tab_changed(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.strip.clear()
        self.page_changed.emit(index)

    def _on_banner_acted(self) -> None:
        if self._banner_opens_settings:
            self.settings_wanted.emit()
        else:
            self.try_again.emit()

    def _lay_out(self, *, practice: bool) -> None:
        self._head.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        self._head.setSpacing(Space.UNIT)
        self._head.addWidget(self.tabs)
        self._head.addStretch(1)
        for widget in (self.listening_pill, self.connection_pill, self.print_button, self.settings_button):
            self._head.addWidget(widget)
        head = _Head(self._theme)
        head.setLayout(self._head)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        if practice:
            self._body.addWidget(PracticeStripe(self._theme))
        self._body.addWidget(head)
        self._body.addWidget(self.banner)
        self._body.addWidget(self.trouble)
        self._body.addWidget(self.strip)
        self._body.addWidget(self.pages, 1)
        body = QWidget()
        body.setLayout(self._body)
        self.setCentralWidget(body)


class _Head(QWidget):
    """The bar with the tabs, on a surface with a hairline below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
