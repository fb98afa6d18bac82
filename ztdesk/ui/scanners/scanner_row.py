"""One scanner or serial port in the list: whether it is heard, what it is, how it stands and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.scanning.scanner_ports import Light, PortInfo, ScannerState, short_name
from ztdesk.ui.batches.moments import shown_time
from ztdesk.ui.parts.labels import Label, plain_tip
from ztdesk.ui.parts.pill import StatePill
from ztdesk.ui.parts.text_fit import visible
from ztdesk.ui.scanners.lights import TONES, light_words
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words


class ScannerRow(QWidget):
    """`ticked(bool)` when a person chose it or not. `device` is what the settings would hold for it."""

    ticked = Signal(bool)

    def __init__(self, theme: Theme, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.device = device
        self.info: PortInfo | None = None
        self.state: ScannerState | None = None
        self.is_last = False
        self.tick = QCheckBox()
        self.tick.clicked.connect(self.ticked)
        self.name = Label("", "strong")
        self.detail = Label("", "small")
        self.hint = Label("", "small")
        self.hint.setWordWrap(True)
        self.pill = StatePill(theme, [words(light_words(light)) for light in Light])
        self.seen = Label("", "small")
        self.seen.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)

    def show_scanner(self, info: PortInfo | None, state: ScannerState | None, now: float) -> None:
        """Show the port as listed now, and the scanner on it as it stands; `now` in seconds since the epoch."""
        self.info, self.state = info, state
        name = state.name if state else info.name if info else short_name(self.device)
        self.name.setText(visible(name))
        self.detail.setText(visible(_detail(info)))
        self.detail.setVisible(info is not None and bool(_detail(info)))
        self.tick.setAccessibleName(visible(name))
        self.pill.setVisible(state is not None)
        says = words(state.text) if state is not None and state.light is not Light.READY else ""
        self.hint.setText(visible(says))
        self.hint.setVisible(bool(says))
        self.tick.setAccessibleDescription(says)
        if state is not None:
            tone, icon = TONES[state.light]
            self.pill.show_state(tone, words(light_words(state.light)), hint=words(state.text), icon=icon)
        scanned = state.last_seen if state else None
        self.seen.setText("" if scanned is None else self.tr("Last scan {time}").format(time=shown_time(scanned, now)))
        self.seen.setVisible(scanned is not None)

    def show_choice(self, *, ticked: bool, settable: bool) -> None:
        """Show whether it is heard, and whether that is decided here or by another choice."""
        self.tick.setChecked(ticked)
        self.tick.setEnabled(settable)
        self.tick.setToolTip("" if settable else plain_tip(self.tr("Heard because any known scanner is")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line to the next row."""
        if not self.is_last:
            painter = QPainter(self)
            painter.setPen(QColor(self._theme.tokens.line))
            painter.drawLine(Space.INSET, self.height() - 1, self.width() - Space.INSET, self.height() - 1)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self.name, self.detail, self.hint):
            texts.addWidget(label)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.seen)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.INSET, 12, Space.INSET, 12)
        row.setSpacing(Space.GAP)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addLayout(right)
        row.setAlignment(right, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(Space.TALL_ROW)

    def _on_theme_changed(self) -> None:
        self.update()


def _detail(info: PortInfo | None) -> str:
    """Maker, product, ids and serial number, as far as the device says; no words of ours."""
    if info is None:
        return ""
    usb = f"{info.vid:04X}:{info.pid:04X}" if info.vid is not None and info.pid is not None else ""
    maker = "" if info.maker and info.product.startswith(info.maker) else info.maker
    return " · ".join(part for part in (maker, info.product, usb, info.serial_number) if part)
