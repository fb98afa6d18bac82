"""Opens what a person does with scanners: teaching one, and looking at the last scans; feeds the settings' scanner page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ztdesk.app.scan_desk import ScanDesk
from ztdesk.scanning.strokes import Scan
from ztdesk.settings import Settings
from ztdesk.ui.theme import Theme

if TYPE_CHECKING:
    from ztdesk.ui.inspector.dialog import InspectorDialog
    from ztdesk.ui.scanners.teach_dialog import TeachDialog
    from ztdesk.ui.settings.dialog import SettingsDialog

_INSPECTOR_KEYS = "Ctrl+Shift+I"


class ScannerDesk(QObject):
    """Owns no scanner: `scan_desk` does. `sheet_wanted` with the dialog over which the teach codes are to be printed."""

    sheet_wanted = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, scan_desk: ScanDesk) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._desk = scan_desk
        self._inspector: InspectorDialog | None = None
        self._widths: QByteArray | None = None
        self._open_inspector_by_keys(window)

    def listen(self, settings: Settings) -> None:
        """Hear the serial scanners of these settings, kept or not."""
        self._desk.scanners.apply(settings)

    def feed(self, dialog: "SettingsDialog") -> None:
        """Tell the dialog which ports and scanners there are, until it is closed."""
        page, scanners = dialog.scanners, self._desk.scanners
        scanners.ports_changed.connect(page.show_ports)
        scanners.states_changed.connect(page.show_states)
        page.teach_wanted.connect(lambda: self.open_teaching(dialog))
        page.inspector_wanted.connect(lambda: self.open_inspector(dialog))
        dialog.finished.connect(lambda: scanners.watch_ports(wanted=False))
        scanners.watch_ports(wanted=True)
        self._open_inspector_by_keys(dialog)  # a dialog shuts out the keys of the window below it

    def open_teaching(self, over: QWidget) -> "TeachDialog":
        """Show the three codes; until it is closed every scan goes there and none to the station."""
        from ztdesk.ui.scanners.teach_dialog import TeachDialog  # late: once in a scanner's life

        dialog = TeachDialog(self._theme, can_print=True, parent=over)
        dialog.sheet_wanted.connect(lambda: self.sheet_wanted.emit(dialog))
        dialog.taught.connect(self._desk.scanners.teach)
        taker = dialog.take
        self._show(dialog, lambda: self._end_teaching(taker))
        dialog.destroyed.connect(lambda: self._end_teaching(taker))  # also with the window below it
        self._desk.lend(taker)
        self._open_inspector_by_keys(dialog)
        self._desk.keyboard.begin_teaching()
        return dialog

    def open_inspector(self, over: QWidget | None = None) -> "InspectorDialog":
        """Show the last scans, and every one that comes while it is open."""
        if self._inspector is not None:
            return self._inspector
        from ztdesk.ui.inspector.dialog import InspectorDialog  # late: for whom something went wrong

        dialog = self._inspector = InspectorDialog(
            self._theme,
            self._desk.history.newest_first,
            self._desk.station.templates,
            station=self._desk.station.author.station,
            widths=self._widths,
            parent=over or self._window,
        )
        self._desk.judged.connect(dialog.on_judged)
        self._show(dialog, self._keep_widths)
        dialog.destroyed.connect(lambda: self._forget_inspector(dialog))  # also with the dialog it was opened over
        return dialog

    def _open_inspector_by_keys(self, over: QWidget) -> None:
        """Held down or pressed again while it is open they open no second one."""
        keys = QShortcut(QKeySequence(_INSPECTOR_KEYS), over)
        keys.setAutoRepeat(False)
        keys.activated.connect(lambda: self.open_inspector(over))

    def _end_teaching(self, taker: Callable[[Scan], None]) -> None:
        if self._desk.give_back(taker):
            self._desk.keyboard.end_teaching()

    def _show(self, dialog: "TeachDialog | InspectorDialog", closed: Callable[[], None]) -> None:
        dialog.finished.connect(closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_widths(self) -> None:
        if self._inspector is not None:
            self._widths = self._inspector.widths
        self._inspector = None

    def _forget_inspector(self, gone: "InspectorDialog") -> None:
        if self._inspector is gone:
            self._inspector = None
