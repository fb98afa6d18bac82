"""The verdict of a scan that is made while a dialog hides the verdict panel: at that dialog's foot, in as many lines as
it takes. Over windows of the system, which take nothing of ours, it stands in a small window of its own.

Knows no dialog's meaning.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QVBoxLayout, QWidget

from ztdesk.domain.verdict import Verdict
from ztdesk.ui.parts.screen_fit import grow_to_fit
from ztdesk.ui.parts.verdict_strip import GrowingStrip
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space

_OF_THE_SYSTEM = ("QFileDialog", "QAbstractPrintDialog")
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_FLOATING_WIDE = 900


class DialogVerdicts(QObject):
    """Shows verdicts in dialogs that are one column, over all others, and not where dialogs show them themselves
    (`show_verdict`).
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._floating: GrowingStrip | None = None

    @property
    def floating(self) -> GrowingStrip | None:
        """The window of its own that stands over a window of the system, while there is one."""
        return self._floating

    def open_one(self) -> QDialog | None:
        """The dialog in front, unless it shows verdicts itself or there is none."""
        dialog = QApplication.activeModalWidget()
        return dialog if isinstance(dialog, QDialog) and not hasattr(dialog, "show_verdict") else None

    def show(self, dialog: QDialog, verdict: Verdict) -> None:
        """Show this in or over `dialog`, unless it was closed by the scan."""
        if not dialog.isVisible():
            return
        column = dialog.layout()
        if isinstance(column, QVBoxLayout) and not any(map(dialog.inherits, _OF_THE_SYSTEM)):
            self._drop_floating()
            self._show_in(dialog, column, verdict)
        else:
            self._show_over(dialog, verdict)

    def clear(self) -> None:
        """The last verdict is over."""
        self._drop_floating()
        for window in QApplication.topLevelWidgets():
            strip = _strip_of(window) if isinstance(window, QDialog) else None
            if strip is not None:
                strip.clear()

    def _show_in(self, dialog: QDialog, column: QLayout, verdict: Verdict) -> None:
        strip, high, more = _strip_of(dialog), dialog.height(), 0
        if strip is None:
            strip = GrowingStrip(self._theme, dialog)
            policy = strip.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing in the dialog moves when it comes again
            strip.setSizePolicy(policy)
            # Below the buttons: nothing above it may move under a pointer.
            column.addWidget(strip)
            more = column.spacing() + strip.height()
        before = strip.height()
        strip.show_verdict(verdict)
        margins = column.contentsMargins()
        strip.make_room(dialog.width() - margins.left() - margins.right())
        more += strip.height() - before
        if more:
            grow_to_fit(dialog, high + more)

    def _show_over(self, dialog: QDialog, verdict: Verdict) -> None:
        below = _bottom_of(dialog)
        wide = min(_FLOATING_WIDE, below.width() - 2 * Space.EDGE)
        strip = self._floating
        if strip is None:
            strip = self._floating = GrowingStrip(self._theme, below)
            # Takes no keyboard and lets no window below lose it; stays above what the system puts in front.
            strip.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.WindowStaysOnTopHint)
            strip.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            strip.setFixedWidth(wide)
            strip.move(below.mapToGlobal(QPoint((below.width() - wide) // 2, Space.UNIT)))
            dialog.finished.connect(self._drop_floating)
        strip.show_verdict(verdict)
        strip.make_room(wide)

    def _drop_floating(self) -> None:
        strip, self._floating = self._floating, None
        if strip is not None:
            strip.hide()
            strip.deleteLater()


def _strip_of(dialog: QDialog) -> GrowingStrip | None:
    return dialog.findChild(GrowingStrip, options=_DIRECT)


def _bottom_of(dialog: QDialog) -> QWidget:
    """The window over which all these dialogs stand."""
    window: QWidget = dialog
    while (below := window.parentWidget()) is not None:
        window = below.window()
    return window
