"""Three known codes shown to a scanner -> what it adds, drops and changes. Knows no window and keeps nothing.

The first code tells letters, digits, prefix and suffix, the second every sign that a keyboard layout moves, the third
(GS1-128) what becomes of FNC1 in front of and within a code. None of them can become a device.
"""

import itertools
import re
from dataclasses import dataclass
from enum import Enum

from ztdesk.scanning.layout import AS_TYPED, BY_NUMBERS, CAPS_LOCK, by_place, by_text, decoded
from ztdesk.scanning.layout_tables import LAYOUTS
from ztdesk.scanning.profile import GS, ScannerProfile
from ztdesk.scanning.strokes import Scan
from ztdesk.scanning.teach_likeness import is_like, is_piece, lacks_its_middle
from ztdesk.scanning.timing import median_ms
from ztdesk.scanning.typed_text import Typed

_SUFFIX = re.compile(r"[\r\n\t\x03]*\Z")
_MOST_AROUND = 16  # characters a scanner may put before or after a code
_AIM = r"(?P<aim>\][A-Za-z][0-9A-Za-z])?"


@dataclass(frozen=True, slots=True)
class TeachCode:
    """One code to show: `said` is its text (GS stands for an FNC1 within), `pattern` finds it in what a scanner sent."""

    said: str
    is_gs1: bool
    pattern: re.Pattern[str]


def _plain(said: str) -> TeachCode:
    pattern = rf"(?P<prefix>.*?){_AIM}(?P<body>{re.escape(said)})(?P<after>.*)"
    return TeachCode(said, is_gs1=False, pattern=re.compile(pattern, re.DOTALL))


CODES = (
    _plain("ZTD-TEACH-1-AQWZYM0123456789-K"),
    _plain('ZTD-TEACH-2;:,./\\|=()[]{}"@#&^_azm'),
    TeachCode(
        f"010950110153000310ZTDTEACH{GS}913",
        is_gs1=True,
        pattern=re.compile(
            rf"(?P<prefix>.*?){_AIM}(?P<body>(?P<mark>\(?)01\)?09501101530003\(?10\)?ZTDTEACH"
            r"(?P<gs>.{0,8}?)\(?91\)?3)(?P<after>.*)",
            re.DOTALL,
        ),
    ),
)
"""The codes in the order they are shown. The first bears the check character of a command, but is none."""


class Shown(Enum):
    """What became of a scan of one of the codes."""

    TAKEN = "taken"
    GARBLED = "garbled"  # it is the code, but no keyboard explains what arrived; taken too
    PIECE = "piece"
    ANOTHER_CODE = "another code"
    ANOTHER_SCANNER = "another scanner"


class Separator(Enum):
    """What becomes of GS."""

    KEPT = "kept"
    DISGUISED = "disguised"
    BRACKETS = "brackets"  # application identifiers in brackets, as people read them
    LOST = "lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fit:
    """One code as found in one scan by one decoding: what stood around it, and what came in place of GS (None: no GS)."""

    layout: str
    prefix: str
    aim: str
    after: str
    gs: str | None = None
    is_bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Taught:
    """What three codes told of a scanner. Texts are as understood by `layout`.

    `suffix` is what ends a code: characters of the scanner's own, else its line end or tab. `typical_gap_ms` is 0 for a
    scanner that is no keyboard. `code_ids` says that it puts another thing before each kind of code, `garbled` that
    characters arrive which no known keyboard explains, and `wrong_case` that it turns capitals into small letters or back.
    """

    scanner: str
    is_keyboard: bool
    suffix: str = ""
    prefix: str = ""
    typical_gap_ms: float = 0.0
    aim_ids: bool = False
    separator: Separator = Separator.UNKNOWN
    gs_as: str = ""
    layout: str = AS_TYPED
    code_ids: bool = False
    garbled: bool = False
    wrong_case: bool = False
    caps_lock: bool = False
    by_numbers: bool = False

    @property
    def profile(self) -> ScannerProfile:
        """What to keep of it."""
        return ScannerProfile(
            self.scanner,
            suffix=self.suffix,
            suffix_seen=bool(self.suffix),
            prefix=self.prefix,
            typical_gap_ms=round(self.typical_gap_ms, 1),
            aim_ids=self.aim_ids,
            gs_as=self.gs_as if self.separator is Separator.DISGUISED else "",
            layout=AS_TYPED if self.layout == CAPS_LOCK else self.layout,
            taught=True,
        )


class Teaching:
    """Takes scans of the codes in their order, of one scanner, and tells what they taught."""

    def __init__(self) -> None:
        self._scans: list[Scan] = []
        self._torn = ""

    @property
    def step(self) -> int:
        """How many codes were taken."""
        return len(self._scans)

    @property
    def code(self) -> TeachCode | None:
        """The code to scan next; None when all were."""
        return CODES[self.step] if self.step < len(CODES) else None

    def take(self, scan: Scan) -> Shown:
        """A scan came. Only one that is taken, garbled or not, leads on to the next code."""
        code = self.code
        if code is None:
            return Shown.ANOTHER_CODE
        if self._scans and scan.scanner != self._scans[0].scanner:
            return Shown.ANOTHER_SCANNER
        if fits(scan, code):
            self._scans.append(scan)
            return Shown.TAKEN
        if any(fits(scan, other) for other in CODES):
            return Shown.ANOTHER_CODE
        readings = _readings(scan)
        if is_piece(readings, code.said):
            return Shown.PIECE
        if len(_payload(scan)) > 2 * len(code.said) + 2 * _MOST_AROUND or not is_like(readings, code.said):
            return Shown.ANOTHER_CODE
        if scan.is_part or (lacks_its_middle(readings, code.said) and scan.text != self._torn):
            self._torn = scan.text  # the same twice is a scanner that leaves those characters out
            return Shown.PIECE
        self._scans.append(scan)
        return Shown.GARBLED

    def taught(self) -> Taught:
        """What is known by now. Raises ValueError before the first code."""
        if not self._scans:
            raise ValueError("nothing was shown to the scanner yet")
        return taught(self._scans)


def taught(scans: list[Scan]) -> Taught:
    """What scans of the first so many codes tell; at least one, all of one scanner."""
    found = [{fit.layout: fit for fit in fits(scan, code)} for scan, code in zip(scans, CODES, strict=False)]
    readable = [by_layout for by_layout in found if by_layout]
    names = [name for name in (readable[0] if readable else {}) if all(name in by_layout for by_layout in readable)]
    layout = names[0] if names else next((name for by_layout in reversed(readable) for name in by_layout), AS_TYPED)
    chosen = [by_layout[layout] for by_layout in readable if layout in by_layout]
    first = scans[0]
    gaps = [gap_ms for scan in scans if scan.typed for gap_ms in scan.gaps_ms]
    prefixes = [fit.prefix for fit in chosen]
    separator, gs_as = _separator(chosen[-1] if len(found) == len(CODES) and chosen else None)
    return Taught(
        first.scanner,
        is_keyboard=bool(first.typed),
        suffix=_suffix(scans, chosen),
        prefix=_common(prefixes),
        typical_gap_ms=median_ms(gaps) if gaps else 0.0,
        aim_ids=bool(chosen) and all(fit.aim for fit in chosen),
        separator=separator,
        gs_as=gs_as,
        layout=layout,
        code_ids=len(set(prefixes)) > 1,
        garbled=len(chosen) < len(scans),
        wrong_case=any(
            not by_layout and any(code.said.lower() in text.lower() for text in _readings(scan))
            for scan, code, by_layout in zip(scans, CODES, found, strict=False)
        ),
        caps_lock=any(_was_caps_lock(scan, layout) for scan in scans),
        by_numbers=any(scan.layout == BY_NUMBERS for scan in scans),
    )


def fits(scan: Scan, code: TeachCode) -> tuple[Fit, ...]:
    """The decodings by which this scan is this code, the likeliest first; none when it is not."""
    said = _said(scan)
    answer = []
    for name in _names(scan):
        text = decoded(name, said)
        found = code.pattern.fullmatch(text) if text else None
        if found is None or max(len(found["prefix"]), len(found["after"])) > _MOST_AROUND:
            continue
        gs = found["gs"] if code.is_gs1 else None
        prefix = found["prefix"].removesuffix(GS)  # the FNC1 in front, sent as a separator
        answer.append(
            Fit(name, prefix, found["aim"] or "", found["after"], gs, is_bracketed=code.is_gs1 and bool(found["mark"]))
        )
    return tuple(answer)


def _names(scan: Scan) -> tuple[str, ...]:
    if not scan.typed:
        return (AS_TYPED,)
    if scan.pressed:
        return (AS_TYPED, *map(by_place, LAYOUTS))
    pairs = [by_text(pc, scanner) for scanner in LAYOUTS for pc in LAYOUTS if pc != scanner]
    return (AS_TYPED, *pairs, CAPS_LOCK)


def _payload(scan: Scan) -> str:
    """What came without the line end: of a keyboard as typed, else as received."""
    return scan.typed or _SUFFIX.sub("", scan.raw)


def _said(scan: Scan) -> Typed:
    payload = _payload(scan)
    return Typed(payload, payload, scan.pressed, by_alt=False)


def _readings(scan: Scan) -> set[str]:
    said = _said(scan)
    return {text for name in _names(scan) if (text := decoded(name, said))}


def _suffix(scans: list[Scan], chosen: list[Fit]) -> str:
    """What ends every one of them: the scanner's own characters, or its line end."""
    own = {fit.after.rstrip("\r\n\t\x03") for fit in chosen}
    if len(own) == 1 and (suffix := own.pop()):
        return suffix
    ends = {found[0] for scan in scans if (found := _SUFFIX.search(scan.raw))}
    return ends.pop() if len(ends) == 1 else ""


def _separator(fit: Fit | None) -> tuple[Separator, str]:
    if fit is None or fit.gs is None:
        return Separator.UNKNOWN, ""
    if fit.gs == GS:
        return Separator.KEPT, ""
    if fit.gs:
        return Separator.DISGUISED, fit.gs
    return (Separator.BRACKETS if fit.is_bracketed else Separator.LOST), ""


def _common(prefixes: list[str]) -> str:
    """What all begin with."""
    columns = itertools.takewhile(lambda column: len(set(column)) == 1, zip(*prefixes, strict=False))
    return "".join(column[0] for column in columns)


def _was_caps_lock(scan: Scan, layout: str) -> bool:
    """Whether every letter that was typed is the other case of the letter that was meant."""
    if not scan.typed:
        return False
    meant = decoded(layout, _said(scan)) or ""
    letters = [(was, is_) for was, is_ in zip(scan.typed, meant, strict=False) if was.isalpha() and is_.isalpha()]
    return bool(letters) and all(was.isupper() is not is_.isupper() for was, is_ in letters)
