"""The keyboard scanner of this PC: its keys become scans, and what is learned of it is kept from start to start.

Knows of codes only whether they are known ones.
"""

from PySide6.QtCore import QObject, Signal

from ztdesk.app.scanner_memory import ScannerMemory
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.label import Kind, read_label
from ztdesk.scanning.framing import Learned, WedgeFramer
from ztdesk.scanning.keyboard import WedgeCapture
from ztdesk.store.catalogue import Catalogue


class KeyboardScanner(QObject):
    """`slower_learned` after a scan that passed as typing taught how slow the scanner is, `trouble(ZtdeskError)`."""

    slower_learned = Signal()
    trouble = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        """Raises StoreFailure."""
        super().__init__(parent)
        self._memory = ScannerMemory(catalogue)
        self._learned = self._memory.recall()
        self._framer = WedgeFramer(validates=_is_known_code, learned=self._learned)
        self.capture = WedgeCapture(self._framer, parent=self)
        self.capture.learned.connect(self._on_learned)

    def is_scanning(self) -> bool:
        """Whether keys are held back that may be a scan's."""
        return self._framer.holds

    def _on_learned(self, learned: Learned) -> None:
        is_slower = learned.typical_gap_ms > self._learned.typical_gap_ms
        self._learned = learned
        try:
            self._memory.keep(learned)
        except ZtdeskError as error:
            self.trouble.emit(error)
        if is_slower:
            self.slower_learned.emit()


def _is_known_code(payload: str) -> bool:
    """Whether a text is a code by its own check digits: what decides if two fragments of a scan belong together."""
    reading = read_label(payload)[0]
    return reading.certain and reading.kind is not Kind.UNKNOWN
