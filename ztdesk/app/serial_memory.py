"""What was learned of serial scanners, kept from one start to the next."""

import json
from dataclasses import dataclass, field
from types import MappingProxyType

from ztdesk.scanning.byte_framing import Suffix
from ztdesk.store.catalogue import Catalogue

_NAME = "serial_scanners"
_MOST = 200  # scanners a bench ever sees; the oldest is forgotten


@dataclass(frozen=True, slots=True)
class SerialProfiles:
    """`suffixes` by scanner (its key, or its device where it has none), None where it sends no suffix; every scanner in it
    was used before. `keys` by device in the settings: which scanner was there last.
    """

    suffixes: MappingProxyType[str, Suffix | None] = field(default_factory=lambda: MappingProxyType({}))
    keys: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def with_suffix(self, scanner: str, suffix: Suffix | None) -> "SerialProfiles":
        """With what this scanner taught, as the newest."""
        rest = {name: value for name, value in self.suffixes.items() if name != scanner}
        kept = list(rest.items())[-(_MOST - 1) :]
        return SerialProfiles(MappingProxyType({**dict(kept), scanner: suffix}), self.keys)

    def with_key(self, entry: str, key: str) -> "SerialProfiles":
        """With the scanner that is now on the port of this entry."""
        return SerialProfiles(self.suffixes, MappingProxyType({**self.keys, entry: key}))


class SerialMemory:
    """Keeps them among the small things of a data folder. Every method may raise StoreFailure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def recall(self) -> SerialProfiles:
        """What was kept; nothing when that was nothing, or cannot be read."""
        try:
            kept = json.loads(self._catalogue.kept(_NAME) or "{}")
            suffixes = {str(name): None if value is None else Suffix(value) for name, value in kept["suffixes"].items()}
            keys = {str(entry): str(key) for entry, key in kept["keys"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return SerialProfiles()
        return SerialProfiles(MappingProxyType(suffixes), MappingProxyType(keys))

    def keep(self, profiles: SerialProfiles) -> None:
        """Keep these instead."""
        suffixes = {name: None if suffix is None else suffix.value for name, suffix in profiles.suffixes.items()}
        self._catalogue.keep(_NAME, json.dumps({"suffixes": suffixes, "keys": dict(profiles.keys)}))
