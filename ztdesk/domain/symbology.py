"""What a scanner puts around the data: AIM symbology identifiers, and the disguises in which control characters arrive.

Knows nothing of what the data says. Sources: ISO/IEC 15424 for the identifiers; the disguises are those that keyboards,
drivers and other programs are known to make of GS, RS and EOT.
"""

import re
from dataclasses import dataclass

GS = "\x1d"
RS = "\x1e"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A kind of barcode; `is_gs1` when its data begins with FNC1, `is_product` when only EAN and UPC look like this."""

    name: str
    is_gs1: bool = False
    is_product: bool = False


_NAMES = {
    "A": "Code 39", "C": "Code 128", "E": "EAN/UPC", "F": "Codabar", "G": "Code 93", "H": "Code 11", "I": "ITF",
    "J": "DotCode", "K": "Code 16K", "L": "PDF417", "M": "MSI", "O": "Codablock", "Q": "QR", "R": "Code 2 of 5",
    "S": "Code 2 of 5", "U": "MaxiCode", "X": "other barcode", "c": "Channel Code", "d": "Data Matrix",
    "e": "GS1 DataBar", "h": "Han Xin", "o": "OCR", "z": "Aztec",
}  # fmt: skip
_GS1_NAMES = {
    "C1": "GS1-128", "d2": "GS1 Data Matrix", "d5": "GS1 Data Matrix", "Q3": "GS1 QR", "Q4": "GS1 QR", "J1": "GS1 DotCode",
    "e0": "GS1 DataBar", "e1": "GS1 Composite", "e2": "GS1 Composite", "z1": "GS1 Aztec", "z4": "GS1 Aztec",
}  # fmt: skip
_AROUND = " \t\r\n\v\f\0\2\3\4\u00a0\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
_IDENTIFIER = re.compile(r"\]([A-Za-z])([0-9A-Za-z])")

_DISGUISES = {
    "\x1c": r"\uf70a",
    GS: r"\u241d|\uf70b|\\x1[dD]|\\u001[dD]|<(?:GS|FNC1|0x1[dD])>|\{(?:GS|FNC1)\}|\[(?:GS|FNC1)\]",
    RS: r"\u241e|\uf70c|\\x1[eE]|\\u001[eE]|<(?:RS|0x1[eE])>|\{RS\}|\[RS\]",
    "\x1f": r"\u241f|\uf70d|<US>|\{US\}|\[US\]",
    "\n": r"(?:\\r)?\\n|\\r|<CR><LF>|<CR>|<LF>|\u240d|\u240a",
    "\t": r"\\t|<TAB>|\u2409",
    "\x04": r"\u2404|\\x04|\\u0004|<(?:EOT|0x04)>|\{EOT\}|\[EOT\]",
}
_PLAIN = tuple(_DISGUISES)
_DISGUISED = re.compile("|".join(f"({forms})" for forms in _DISGUISES.values()))
_MAY_BE_DISGUISED = re.compile(
    r"\\[xXuUrRnNtT]|[<{\[][GFRUEC0LT]|[\u2404\u2409\u240a\u240d\u241d-\u241f\uf70a-\uf70d]", re.IGNORECASE
)


def received(payload: str) -> tuple[Symbol | None, str]:
    """A payload without what scanners put around it: the kind of barcode where it is named, and the text itself."""
    symbol, text = identified(payload.strip(_AROUND))
    return symbol, undisguised(text).strip(_AROUND).rstrip(GS)


def identified(payload: str) -> tuple[Symbol | None, str]:
    """The kind of barcode that an AIM identifier at the beginning names, and the data behind it."""
    if not payload.startswith("]"):
        return None, payload
    found = _IDENTIFIER.match(payload)
    if found is None or found[1] not in _NAMES:
        return None, payload
    code = found[1] + found[2]
    name = _GS1_NAMES.get(code)
    return Symbol(name or _NAMES[found[1]], name is not None, found[1] == "E" or code == "I1"), payload[3:]


def undisguised(payload: str) -> str:
    """The payload with GS, RS, FS, US, EOT, line breaks and tabs as the characters that they were on the label."""
    if _MAY_BE_DISGUISED.search(payload) is None:
        return payload
    return _DISGUISED.sub(lambda found: _PLAIN[(found.lastindex or 1) - 1], payload)
