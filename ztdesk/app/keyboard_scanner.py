"""The keyboard scanner of this PC: its keys become scans, and what is learned of it is kept from start to start.

Knows of codes only whether they are known ones.
"""

from PySide6.QtCore import QObject, Signal

from ztdesk.app.known_codes import are_proven
from ztdesk.app.scanner_memory import ScannerMemory
from ztdesk.domain.commands import check_character
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.label import Kind, read_label
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.keyboard import WedgeCapture
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.timing import Learned
from ztdesk.store.catalogue import Catalogue


class KeyboardScanner(QObject):
    """`slower_learned` after a scan that went into a field as typing taught how slow it is, `trouble(ZtdeskError)`."""

    slower_learned = Signal()
    trouble = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        """Raises StoreFailure."""
        super().__init__(parent)
        self._memory = ScannerMemory(catalogue)
        self._profile = self._memory.recall()
        self._framer = WedgeFramer(validates=is_known_code)
        self._framer.use(self._profile)
        self.capture = WedgeCapture(self._framer, parent=self)
        self.capture.learned.connect(self._on_learned)
        self.capture.missed.connect(self._on_missed)
        self._is_being_taught = False

    @property
    def profile(self) -> ScannerProfile:
        """What is known of the scanner by now."""
        return self._profile

    def teach(self, profile: ScannerProfile) -> None:
        """Go by what a person taught, from the next scan on, and keep it. What cannot be kept is told as `trouble`."""
        self._profile = profile
        self._use_profile()
        self._keep()

    def begin_teaching(self) -> None:
        """Until `end_teaching` hear slow scanners, and those set otherwise than before; learn nothing by the way."""
        self._is_being_taught = True
        self._use_profile()

    def end_teaching(self) -> None:
        """Go by what is kept again."""
        self._is_being_taught = False
        self._use_profile()

    def is_scanning(self) -> bool:
        """Whether keys are held back that may be a scan's."""
        return self._framer.holds

    def _use_profile(self) -> None:
        profile = ScannerProfile() if self._is_being_taught else self._profile
        self._framer.use(profile, is_all_ears=self._is_being_taught)

    def _on_learned(self, learned: Learned) -> None:
        if not self._is_being_taught and learned != self._profile.learned:
            self._profile = self._profile.with_learned(learned)
            self._keep()

    def _on_missed(self) -> None:
        if not self._is_being_taught:
            self.slower_learned.emit()

    def _keep(self) -> None:
        try:
            self._memory.keep(self._profile)
        except ZtdeskError as error:
            self.trouble.emit(error)


def is_known_code(payload: str) -> bool:
    """Whether a text is a code by its own check digits: what decides if two fragments of a scan belong together, and
    whether a scanner's keys are decoded as they should be.
    """
    readings = read_label(payload)
    if readings[0].kind is Kind.COMMAND:
        said, _, check = payload.strip().upper().rpartition("-")
        body = said.replace("-", "")
        return len(check) == 1 and body.isascii() and body.isalnum() and check_character(body) == check
    return are_proven(readings)
