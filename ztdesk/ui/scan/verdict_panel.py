"""The one loud thing in the window: what became of the last scan, and how many there are.

Painted whole in one go from tokens, so that a scan is seen in the frame after its last key. Decides nothing.
"""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ztdesk.domain.text import counted
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import VERDICT_SHAPE, Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import PrimaryButton
from ztdesk.ui.scan.verdict_painting import PanelFace, PanelPainter, is_low
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF, Space
from ztdesk.ui.wording import grouped, words

_FLASH_MS = 120


class VerdictPanel(QWidget):
    """Shows a verdict or waits; keeps the count below it. `acknowledged` when a held verdict was confirmed by hand.

    `idled` when a verdict gave way to what is waited for, `hold_changed` when one is held from now on or no longer.
    """

    acknowledged = Signal()
    idled = Signal()
    hold_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = PanelPainter(theme)
        self._face = PanelFace()
        self._flashing = False
        self._flash_end = QTimer(self)
        self._flash_end.setSingleShot(True)
        self._flash_end.setInterval(_FLASH_MS)
        self._flash_end.timeout.connect(self._on_flash_ended)
        self.go_on = PrimaryButton(theme, "", parent=self)
        self.go_on.clicked.connect(self.acknowledged)
        self.go_on.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 336)
        theme.changed.connect(self._on_theme_changed)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what became of a scan, with one short flash; read it out, over everything else when it was not added."""
        title, detail = words(verdict.title), words(verdict.detail)
        tone = TONE_OF[verdict.kind]
        self._face = self._face.with_words(tone, VERDICT_SHAPE[verdict.kind], title, verdict.code, detail)
        self._tell(self.tr("{title}. {code}. {detail}").format(title=title, code=verdict.code, detail=detail))
        if not self._theme.reduced_motion:
            self._flashing = True
            self._flash_end.start()
        self.update()
        announce(self, self.accessibleName(), urgent=verdict.kind is not VerdictKind.ADDED)

    def show_idle(self, title: str, hint: str, icon: Icon = Icon.SCAN) -> None:
        """Show that nothing was scanned yet and what to do."""
        self._flash_end.stop()
        self._flashing = False
        self._face = self._face.with_words(None, icon, title, "", hint)
        self._tell(self.tr("{title}. {hint}").format(title=title, hint=hint))
        self.update()
        self.idled.emit()

    def set_count(self, count: int, expected: int | None) -> None:
        """How many devices the batch holds, and how many it should hold (None when nobody said)."""
        self._face = self._face.with_count(count, expected, self._count_words(count, expected))
        self.setAccessibleDescription(
            self.tr("{count} {words}").format(count=grouped(count), words=self._face.count_words)
        )
        self.update()

    def hide_count(self) -> None:
        """Show no count, as while no batch is chosen."""
        self._face = self._face.with_count(None, None, "")
        self.setAccessibleDescription("")
        self.update()

    def hold(self, label: str) -> None:
        """Keep what is shown until it is acknowledged: a button of this label appears and takes the keyboard."""
        was_held = not self.go_on.isHidden()
        self.go_on.setText(label)
        self.go_on.show()
        self._place_button()
        self.go_on.setFocus()
        self.update()
        if not was_held:
            self.hold_changed.emit()

    def release(self) -> None:
        """The held verdict was acknowledged."""
        if self.go_on.isHidden():
            return
        self.go_on.hide()
        self.setFocus()
        self._face = self._face.with_hold(held=False)
        self.update()
        self.hold_changed.emit()

    @property
    def face(self) -> PanelFace:
        """What is shown."""
        return self._face

    @property
    def is_flashing(self) -> bool:
        """Whether the short flash of a scan is on."""
        return self._flashing

    def sizeHint(self) -> QSize:
        """As in the drawings."""
        return QSize(680, 528)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button keeps its corner."""
        super().resizeEvent(event)
        self._place_button()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        self._painter.paint(painter, QRectF(self.rect()), self._face, flashing=self._flashing)

    def _tell(self, sentence: str) -> None:
        self.setAccessibleName(sentence)

    def _count_words(self, count: int, expected: int | None) -> str:
        if expected is None:
            return self.tr("scanned")
        over = count - expected
        if over > 0:
            return words(counted("scanned, {count} more than expected", "scanned, {count} more than expected", over))
        return self.tr("of {expected} scanned").format(expected=grouped(expected))

    def _place_button(self) -> None:
        low = is_low(self.height())
        wide, high = self.go_on.sizeHint().width(), Space.LOW_BUTTON if low else Space.BUTTON
        side = Space.INSET if low else Space.PANEL
        top = self.height() - high - (12 if low else 2 * Space.PANEL + 12)
        self.go_on.set_height(high)
        self.go_on.setGeometry(self.width() - side - wide, top, wide, high)
        if not self.go_on.isHidden():
            below = self.height() - top + Space.UNIT // 2
            self._face = self._face.with_hold(held=True, kept_free=wide + Space.GAP, kept_below=below)

    def _on_flash_ended(self) -> None:
        self._flashing = False
        self.update()

    def _on_theme_changed(self) -> None:
        self._painter.forget()
        self.update()
