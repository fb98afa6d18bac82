"""The part of the settings about scanners: which serial ports are heard and how, and where a scanner is taught."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.scanning.scanner_ports import PortInfo, ScannerState
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.scanners.line_form import LineForm
from ztdesk.ui.scanners.scanner_list import ScannerList
from ztdesk.ui.settings.form import SettingsForm
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space


class ScannersPage(QWidget):
    """`changed` when a person chose otherwise; `teach_wanted`, `inspector_wanted` from the buttons."""

    changed = Signal()
    teach_wanted = Signal()
    inspector_wanted = Signal()

    def __init__(
        self, theme: Theme, form: SettingsForm, clock: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        """`clock` tells seconds since the epoch."""
        super().__init__(parent)
        self.list = ScannerList(theme, clock)
        self.list.choose(form.serial_ports)
        self.line = LineForm(form.line)
        self.teach = Button(theme, self.tr("Teach a scanner …"))
        self.inspect = Button(theme, self.tr("Last scans …"))
        self.inspect.setToolTip(self.tr("What really arrived, byte by byte (Ctrl+Shift+I)"))
        keyboard = Label(
            self.tr("A scanner in keyboard mode is always heard while this window is in front. Teach it once."), "muted"
        )
        keyboard.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.UNIT)
        buttons.addWidget(self.teach)
        buttons.addWidget(self.inspect)
        buttons.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(Space.GAP)
        inner.addWidget(keyboard)
        inner.addLayout(buttons)
        inner.addWidget(Label(self.tr("Serial scanners"), "heading"))
        inner.addWidget(self.list)
        inner.addWidget(Label(self.tr("How serial scanners send"), "heading"))
        inner.addWidget(self.line)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolling(inner))
        self.list.chosen_changed.connect(self.changed)
        self.line.changed.connect(self.changed)
        self.teach.clicked.connect(self.teach_wanted)
        self.inspect.clicked.connect(self.inspector_wanted)

    def show_ports(self, ports: Sequence[PortInfo]) -> None:
        """These ports are there."""
        self.list.show_ports(ports)

    def show_states(self, states: Sequence[ScannerState]) -> None:
        """So every scanner that is heard stands."""
        self.list.show_states(states)
