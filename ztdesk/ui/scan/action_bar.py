"""The commands of the scan page in one row. Says what was asked for and does nothing itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ztdesk.domain.text import counted
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import plain_tip
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Type
from ztdesk.ui.wording import words

_BETWEEN = 12
_PRIMARY_SIDES = 50


class ActionBar(QWidget):
    """Undo, hold, type, and queue."""

    undo_asked = Signal()
    hold_asked = Signal()
    number_asked = Signal()
    queue_asked = Signal()
    finish_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = QFontMetrics(theme.font(Type.BODY, bold=True))
        self.undo = Button(theme, self.tr("Undo"), Icon.UNDO, parent=self)
        self.hold = Button(theme, self.tr("Hold"), Icon.HOLD, parent=self)
        self.number = Button(theme, self.tr("Type a number …"), Icon.KEYBOARD, parent=self)
        self.finish = Button(theme, self.tr("Next box"), Icon.PLUS, parent=self)
        self.finish.hide()
        self.queue = PrimaryButton(theme, self.tr("Queue batch"), parent=self)
        self.undo.clicked.connect(self.undo_asked)
        self.hold.clicked.connect(self.hold_asked)
        self.number.clicked.connect(self.number_asked)
        self.queue.clicked.connect(self.queue_asked)
        self.finish.clicked.connect(self.finish_asked)
        self._tip(self.undo, self.tr("Take the newest device out again (F8)"))
        self._tip(self.number, self.tr("Type a number, or paste a column of them (F3)"))
        self._tip(self.finish, self.tr("Finish this box with the codes it has, or add the carton (F5)"))
        self._tip(self.queue, self.tr("Close the batch and send it as soon as the service can be reached (F12)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for button in (self.undo, self.hold, self.number):
            row.addWidget(button)
        row.addWidget(self.finish)
        row.addStretch(1)
        row.addSpacing(Space.UNIT)
        row.addWidget(self.queue)
        # Its words change under the finger; its width must not.
        waiting, holding = self.hold.sizeHint().width(), self._wide.horizontalAdvance(self.tr("Go on"))
        self.hold.setMinimumWidth(max(waiting, holding + 70))
        self._count: int | None = None
        self._halted = False
        self.show_hold(on_hold=False)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """How many devices the batch at hand holds; None when there is none."""
        offer = _queue_words(count) if count else self.tr("Queue batch")
        if offer != self.queue.text():
            self.queue.setText(offer)
            self._keep_width(count or 0)
        self._count = count
        self._enable_queue()
        self.undo.setEnabled(bool(count) or not self.finish.isHidden())
        self.number.setEnabled(count is not None)
        self.hold.setEnabled(count is not None)

    def show_box(self, *, begun: bool) -> None:
        """Offer to finish a box that lacks a code, or to add the carton that waits; both can be undone."""
        if begun is self.finish.isHidden():
            self.finish.setVisible(begun)
            self.undo.setEnabled(bool(self._count) or begun)
            self._fit()

    def show_halt(self, *, halted: bool) -> None:
        """Offer to queue, or not while something has to be acknowledged or confirmed first."""
        self._halted = halted
        self._enable_queue()

    def show_hold(self, *, on_hold: bool) -> None:
        """Offer to hold, or to go on."""
        self.hold.setText(self.tr("Go on") if on_hold else self.tr("Hold"))
        self.hold.set_icon(Icon.RESUME if on_hold else Icon.HOLD)
        self._tip(self.hold, self.tr("Take scans again (F4)") if on_hold else self.tr("Take no scans for a while (F4)"))

    def set_low(self, *, low: bool) -> None:
        """Take less of a small screen's height."""
        for button in (self.undo, self.hold, self.number, self.finish, self.queue):
            button.set_height(Space.LOW_BUTTON if low else Space.BUTTON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all words, those of the main button and of holding stay."""
        super().resizeEvent(event)
        self._fit()

    def _enable_queue(self) -> None:
        self.queue.setEnabled(bool(self._count) and not self._halted)

    def _fit(self) -> None:
        for button in (self.undo, self.number):
            button.shrink(to_icon=False)
        shown = [self.undo, self.hold, self.number, self.queue]
        if not self.finish.isHidden():
            shown.append(self.finish)
        needed = sum(max(one.minimumWidth(), one.sizeHint().width()) + _BETWEEN for one in shown) + Space.UNIT
        for button in (self.undo, self.number):
            button.shrink(to_icon=needed - _BETWEEN > self.width())

    def _keep_width(self, count: int) -> None:
        # Wide enough for the next power of ten, so that counting on does not move what stands beside it.
        most = 10 ** max(3, len(str(count))) - 1
        self.queue.setMinimumWidth(self._wide.horizontalAdvance(_queue_words(most)) + _PRIMARY_SIDES)

    def _tip(self, button: Button, tip: str) -> None:
        button.setToolTip(plain_tip(tip))
        button.setAccessibleDescription(tip)


def _queue_words(count: int) -> str:
    return words(counted("Queue {count} devices", "Queue {count} device", count))
