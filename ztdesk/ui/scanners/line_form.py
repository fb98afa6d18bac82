"""How serial scanners send: baud rate, parity, stop bits, what ends a scan. Checks nothing but its own choices."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ztdesk.ui.parts.labels import Label
from ztdesk.ui.tokens import Space

_BAUD_RATES = (1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200)


@dataclass(frozen=True, slots=True)
class SerialForm:
    """What the form shows and gives back; each field is named and bounded as in Settings."""

    baud_rate: int = 9600
    byte_size: int = 8
    parity: str = "none"
    stop_bits: float = 1.0
    suffix: str = "auto"


class LineForm(QWidget):
    """`changed(SerialForm)` when a person chose otherwise."""

    changed = Signal(object)

    def __init__(self, form: SerialForm | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = form or SerialForm()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.EDGE)
        self._grid.setVerticalSpacing(Space.UNIT)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)
        rates = sorted({*_BAUD_RATES, form.baud_rate})
        self.suffix = self._add(self.tr("End of a scan"), self._suffixes(), form.suffix, 0, 0)
        self.baud_rate = self._add(self.tr("Baud rate"), [(str(rate), rate) for rate in rates], form.baud_rate, 1, 0)
        self.parity = self._add(self.tr("Parity"), self._parities(), form.parity, 1, 2)
        self.byte_size = self._add(self.tr("Data bits"), [("8", 8), ("7", 7)], form.byte_size, 2, 0)
        self.stop_bits = self._add(self.tr("Stop bits"), [("1", 1.0), ("1.5", 1.5), ("2", 2.0)], form.stop_bits, 2, 2)

    def form(self) -> SerialForm:
        """What is chosen now."""
        return SerialForm(
            baud_rate=self.baud_rate.currentData(),
            byte_size=self.byte_size.currentData(),
            parity=self.parity.currentData(),
            stop_bits=self.stop_bits.currentData(),
            suffix=self.suffix.currentData(),
        )

    def _add(
        self, name: str, choices: Iterable[tuple[str, object]], current: object, row: int, column: int
    ) -> QComboBox:
        box = QComboBox()
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(current))
        box.setAccessibleName(name)
        box.activated.connect(lambda _index: self.changed.emit(self.form()))
        label = Label(name)
        label.setBuddy(box)
        label.setMinimumHeight(Space.BUTTON)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(box, row, column + 1, 1, -1 if row == 0 else 1)
        return box

    def _suffixes(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Learned from the scanner"), "auto"),
            (self.tr("Carriage return (CR, Enter)"), "cr"),
            (self.tr("Line feed (LF)"), "lf"),
            (self.tr("Carriage return and line feed (CR LF)"), "crlf"),
            (self.tr("Tab"), "tab"),
            (self.tr("End of text (ETX)"), "etx"),
            (self.tr("Nothing: a pause ends it"), "none"),
        )

    def _parities(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("None"), "none"),
            (self.tr("Even"), "even"),
            (self.tr("Odd"), "odd"),
            (self.tr("Mark"), "mark"),
            (self.tr("Space"), "space"),
        )
