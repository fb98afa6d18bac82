"""The verdict of a scan that is made while a dialog hides the verdict panel: on one line at that dialog's foot.

Knows no dialog's meaning.
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from ztdesk.domain.verdict import Verdict
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.parts.verdict_strip import VerdictStrip
from ztdesk.ui.theme import Theme


class DialogVerdicts(QObject):
    """Shows verdicts in dialogs that are one column, unless they show verdicts themselves (`show_verdict`)."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def open_one(self) -> QDialog | None:
        """The dialog in front that a verdict can be shown in, if any."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or hasattr(dialog, "show_verdict"):
            return None
        return dialog if isinstance(dialog.layout(), QVBoxLayout) else None

    def show(self, dialog: QDialog, verdict: Verdict) -> None:
        """Show this in `dialog`, unless it was closed by the scan."""
        if not dialog.isVisible():
            return
        strip = dialog.findChild(VerdictStrip) or self._add_to(dialog)
        strip.show_verdict(verdict)

    def clear(self) -> None:
        """The last verdict is over."""
        for window in QApplication.topLevelWidgets():
            strip = window.findChild(VerdictStrip) if isinstance(window, QDialog) else None
            if strip is not None:
                strip.clear()

    def _add_to(self, dialog: QDialog) -> VerdictStrip:
        strip = VerdictStrip(self._theme, dialog)
        policy = strip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing in the dialog moves when it comes again
        strip.setSizePolicy(policy)
        column = dialog.layout()
        assert column is not None  # noqa: S101 - `open_one` gives only dialogs that have one
        # Below the buttons: nothing above it may move under a pointer.
        column.addWidget(strip)
        resize_to_fit(dialog, dialog.width(), dialog.height() + column.spacing() + strip.height())
        return strip
