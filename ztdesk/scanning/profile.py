"""What is known of one scanner, as it is kept and as it is applied to what the scanner sends. No Qt, no store."""

import json
import re
from dataclasses import asdict, dataclass, fields, replace

from ztdesk.scanning.layout import is_decoding
from ztdesk.scanning.timing import Learned

GS = "\x1d"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_LONGEST_AFFIX = 16
_SLOWEST_MS = 1000.0
# Characters that also part fields of labels: they stand for GS only in what is plainly of the kind that has one.
_PARTS_FIELDS = frozenset(",;|:/-_.=+* \t\r\n")
_HAS_SEPARATORS = re.compile(r"\](?:C1|d2|Q3|e0)|01[0-9]{14}|8002[0-9]{15}|\(01\)|\[\)>")


@dataclass(frozen=True, slots=True)
class ScannerProfile:
    """One scanner by its name.

    `suffix` and `prefix` are what it sends around each code, as understood (`\\r`, `\\t`, or characters of its own);
    `suffix_seen` says that it ends its scans with one. `typical_gap_ms` is 0 while unknown. `gs_as` is what comes in place
    of GS, empty where GS comes as itself or not at all. `layout` names a decoding of `layout`. `aim_ids` says that it
    sends AIM identifiers, `taught` that a person showed it the three codes.
    """

    scanner: str = ""
    suffix: str = ""
    suffix_seen: bool = False
    prefix: str = ""
    typical_gap_ms: float = 0.0
    aim_ids: bool = False
    gs_as: str = ""
    layout: str = ""
    taught: bool = False

    @property
    def learned(self) -> Learned:
        """The part that the framer of a keyboard scanner goes by, and adds to."""
        return Learned(self.suffix_seen, self.typical_gap_ms, self.layout)

    def with_learned(self, learned: Learned) -> "ScannerProfile":
        """This profile after the framer learned more."""
        return replace(
            self,
            suffix_seen=learned.suffix_seen,
            typical_gap_ms=learned.typical_gap_ms,
            layout=learned.layout,
        )

    @property
    def own_suffix(self) -> str:
        """A suffix of characters that may stand in a code too; empty for line ends and tabs, which framing takes off."""
        return self.suffix if self.suffix.strip("\r\n\t") else ""

    def understood(self, raw_text: str) -> str:
        """The code itself: without the prefix and suffix of this scanner, and with GS where it sends another thing.

        `raw_text` is decoded already as far as keyboards go. Of a text that has neither nothing is taken.
        """
        said = raw_text
        if self.prefix:
            said = said.removeprefix(self.prefix)
        if self.suffix:
            said = said.removesuffix(self.suffix)
        return self._with_separators(said) if self.gs_as and self.gs_as in said else said

    def to_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, line: str) -> "ScannerProfile":
        """Read what `to_json` wrote, now or in a later version (what is not known is left out). Raises ValueError."""
        try:
            kept = json.loads(line)
        except RecursionError as error:
            raise ValueError("no profile of a scanner") from error
        if not isinstance(kept, dict):
            raise ValueError("no profile of a scanner")
        known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
        profile = cls(**known)
        for field in fields(cls):
            value = getattr(profile, field.name)
            wanted = (int, float) if isinstance(field.default, float) else type(field.default)
            if not isinstance(value, wanted) or isinstance(value, bool) is not isinstance(field.default, bool):
                raise ValueError(f"{field.name} of a scanner cannot be {value!r}")
        if not 0 <= profile.typical_gap_ms <= _SLOWEST_MS or not is_decoding(profile.layout):
            raise ValueError("no scanner is like this")
        if max(len(profile.prefix), len(profile.suffix), len(profile.gs_as)) > _LONGEST_AFFIX:
            raise ValueError("no scanner sends that much around a code")
        return profile

    def _with_separators(self, said: str) -> str:
        if not set(self.gs_as) - _PARTS_FIELDS and not _HAS_SEPARATORS.match(said):
            return said
        aim = _AIM.match(said)  # its bracket may be the very character that stands for GS
        start = aim.end() if aim else 0
        return said[:start] + said[start:].replace(self.gs_as, GS)
