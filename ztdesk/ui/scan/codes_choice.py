"""Which codes of a box are scanned, in words, and the field that chooses among them. Knows no batch."""

from PySide6.QtWidgets import QComboBox, QWidget

from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.text import Text, text
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
    """Offers every kind of box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for codes, name in _NAMES.items():
            self.addItem(words(name), codes)
        self.setAccessibleName(self.tr("Codes per box"))
        self.setToolTip(self.tr("Which codes of one box are scanned, in any order, before it counts as one device"))

    def codes(self) -> CodesPerBox:
        """What is chosen."""
        return CodesPerBox(self.currentData())

    def show_codes(self, codes: CodesPerBox) -> None:
        """Choose this."""
        self.setCurrentIndex(list(_NAMES).index(codes))
