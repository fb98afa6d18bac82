"""Which codes of a box are scanned, in words, and the field that chooses among them. Knows no batch."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.text import Text, text
from ztdesk.ui.parts.enter_key import EnterKey
from ztdesk.ui.wording import words

_NAMES = {
    CodesPerBox.ONE_IMEI: text("One IMEI"),
    CodesPerBox.TWO_IMEIS: text("IMEI + IMEI2"),
    CodesPerBox.TWO_IMEIS_AND_SERIAL: text("IMEI + IMEI2 + serial number"),
    CodesPerBox.SERIAL: text("Serial number only"),
}


def codes_words(codes: CodesPerBox) -> Text:
    """What is scanned of each box."""
    return _NAMES[codes]


class CodesChoice(QComboBox):
    """Offers every kind of box. `confirmed` when Enter was pressed while its list was shut, as in a field."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enter = EnterKey()
        for codes, name in _NAMES.items():
            self.addItem(words(name), codes)
        self.setAccessibleName(self.tr("Codes per box"))
        self.setToolTip(self.tr("Which codes of one box are scanned, in any order, before it counts as one device"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, but not the Enter at the end of a code that a scanner typed here."""
        if not self._enter.is_enter(event):
            self._enter.note(event)
            super().keyPressEvent(event)
        elif self._enter.is_meant(event):
            self.confirmed.emit()

    def codes(self) -> CodesPerBox:
        """What is chosen."""
        return CodesPerBox(self.currentData())

    def show_codes(self, codes: CodesPerBox) -> None:
        """Choose this."""
        self.setCurrentIndex(list(_NAMES).index(codes))
