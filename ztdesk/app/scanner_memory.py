"""What was learned of each scanner, kept from one start to the next by the scanner's name."""

import re
from dataclasses import replace

from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.strokes import KEYBOARD
from ztdesk.store.catalogue import Catalogue

_KEYBOARD_NAME = "keyboard_scanner"
_NAME = "scanner_profile:"
_KEPT_BEFORE = re.compile(r"([01]) ([0-9]{1,3}\.[0-9])")


class ScannerMemory:
    """Keeps profiles among the small things of a data folder. Every method may raise StoreFailure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def recall(self, scanner: str = KEYBOARD) -> ScannerProfile:
        """What was kept of this scanner; nothing learned when that was nothing, or cannot be read."""
        kept = self._catalogue.kept(_name_of(scanner)) or ""
        before = _KEPT_BEFORE.fullmatch(kept) if scanner == KEYBOARD else None
        if before is not None:
            return ScannerProfile(scanner, suffix_seen=before[1] == "1", typical_gap_ms=float(before[2]))
        try:
            return replace(ScannerProfile.from_json(kept), scanner=scanner)
        except ValueError:
            return ScannerProfile(scanner)

    def keep(self, profile: ScannerProfile) -> None:
        """Keep this of `profile.scanner` instead."""
        self._catalogue.keep(_name_of(profile.scanner), profile.to_json())


def _name_of(scanner: str) -> str:
    return _KEYBOARD_NAME if scanner == KEYBOARD else _NAME + scanner
