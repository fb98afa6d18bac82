"""What was learned of the keyboard scanner, kept from one start to the next."""

import re

from ztdesk.scanning.framing import Learned
from ztdesk.store.catalogue import Catalogue

_NAME = "keyboard_scanner"
_KEPT = re.compile(r"([01]) ([0-9]{1,3}\.[0-9])")


class ScannerMemory:
    """Keeps it among the small things of a data folder. Every method may raise StoreFailure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def recall(self) -> Learned:
        """What was kept; nothing learned when that was nothing, or cannot be read."""
        kept = _KEPT.fullmatch(self._catalogue.kept(_NAME) or "")
        return Learned() if kept is None else Learned(kept[1] == "1", float(kept[2]))

    def keep(self, learned: Learned) -> None:
        """Keep this instead."""
        self._catalogue.keep(_NAME, f"{learned.suffix_seen:d} {learned.typical_gap_ms:.1f}")
