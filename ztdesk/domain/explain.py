"""What a packer is told about a code that did not become a device: what it is, and what to scan instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.domain.text import Text, text
from ztdesk.domain.verdict import VerdictKind

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Explanation:
    """Title and detail of a code that was not added; `kind` says whether it was refused or only ignored."""

    kind: VerdictKind
    title: Text
    detail: Text


_IGNORED: dict[Kind, Text] = {
    Kind.PRODUCT_CODE: text("Product code"),
    Kind.EID: text("EID of the eSIM"),
    Kind.ICCID: text("SIM card number"),
    Kind.MAC: text("Network address"),
    Kind.MODEL: text("Model name"),
}

_ANOTHER_FIELD = text("Another field of the label")
_IGNORED_RULES = frozenset({Rule.NAME_UNKNOWN, Rule.GS1_OTHER, Rule.ENVELOPE_OTHER})
"""Rules by which something is known to be no number of a device, though not what it is."""

_SCAN_IMEI = text("Scan the barcode labelled IMEI.")
_TURN_SEPARATOR_ON = text("The scanner left out what separates the fields. Scan the IMEI alone, or set up the scanner.")
_REFUSED: dict[Rule, tuple[Text, Text]] = {
    Rule.IMEI_BAD_CHECK_DIGIT: (
        text("Not a valid IMEI"),
        text("The check digit does not fit. Scan the barcode labelled IMEI again."),
    ),
    Rule.IMEI_ALL_ZERO: (text("Not a valid IMEI"), text("A label of zeros names no phone. Scan the box's own IMEI.")),
    Rule.IMEI_NAMED_WRONG_LENGTH: (
        text("Not a valid IMEI"),
        text("An IMEI has 15 digits. Scan the barcode labelled IMEI again."),
    ),
    Rule.IMEISV: (
        text("16 digits: an IMEISV"),
        text("This number has a software version where the check digit belongs. Scan the IMEI with 15 digits."),
    ),
    Rule.FOURTEEN_DIGITS: (
        text("14 digits: not clear"),
        text("This may be an IMEI without its check digit, or another number. Scan the IMEI with 15 digits."),
    ),
    Rule.COMMAND: (text("A command card"), text("This station takes no command cards. Use the buttons below.")),
    Rule.LONG_RUN: (
        text("Not an IMEI"),
        text("This run of digits is longer than an IMEI. Scan the barcode labelled IMEI."),
    ),
    Rule.COMMAND_INSIDE: (
        text("Not a command"),
        text("A command counts only when it is the whole code. Scan the command card itself."),
    ),
    Rule.NAMED_UNLIKE: (
        text("Not what its label says"),
        text("The number does not fit the name beside it. Scan the barcode labelled IMEI."),
    ),
    Rule.GS1_BROKEN: (text("Fields run into each other"), _TURN_SEPARATOR_ON),
    Rule.ENVELOPE_BROKEN: (text("Fields run into each other"), _TURN_SEPARATOR_ON),
    Rule.ENTANGLED: (
        text("Not clear which number"),
        text("The digits of an IMEI stand among other signs. Scan the barcode labelled IMEI."),
    ),
    Rule.ADDRESS: (
        text("A web address"),
        text("It names no IMEI and no serial number. Scan the barcode labelled IMEI."),
    ),
    Rule.JSON_BROKEN: (text("Half a code"), text("The end of this code is missing. Scan it again.")),
    Rule.TOO_MANY_FIELDS: (
        text("Too many fields"),
        text("No label holds that many numbers. Scan the boxes one by one."),
    ),
    Rule.EMPTY: (text("Empty scan"), text("The scanner sent nothing. Scan again.")),
    Rule.TOO_LONG: (text("Too long"), text("This is no label of a phone. Scan the barcode labelled IMEI.")),
    Rule.NOT_A_CODE: (text("Not an IMEI"), _SCAN_IMEI),
}
_SPOILT = frozenset({Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEI_NAMED_WRONG_LENGTH})
_SERIAL_UNWELCOME = (
    text("Not an IMEI"),
    text("This looks like a serial number. Scan the IMEI, or give the batch a maker and model first."),
)


def explain(reading: Reading) -> Explanation:
    """The words for a reading that cannot become a device of the batch at hand."""
    ignored = _ANOTHER_FIELD if reading.rule in _IGNORED_RULES else _IGNORED.get(reading.kind)
    if ignored is not None:
        return Explanation(VerdictKind.IGNORED, ignored, text("Not needed here. Scan the barcode labelled IMEI."))
    title, detail = _SERIAL_UNWELCOME if reading.kind is Kind.SERIAL else _REFUSED[reading.rule]
    if reading.slot is not None and reading.rule in _SPOILT:
        title = text("IMEI{slot} is not valid", slot=reading.slot)
    return Explanation(VerdictKind.REFUSED, title, detail)


def most_telling(readings: Sequence[Reading]) -> Reading:
    """Of the readings of one code without a device the one to explain: a spoilt IMEI before anything that is ignored."""
    return min(readings, key=_rank)


def _rank(reading: Reading) -> int:
    if reading.rule in _SPOILT:
        return 0
    if reading.kind in {Kind.AMBIGUOUS, Kind.SERIAL, Kind.COMMAND}:
        return 1
    return 2 if reading.kind is Kind.UNKNOWN and reading.rule not in _IGNORED_RULES else 3


def shown_code(value: str) -> str:
    """A payload as it can be shown: an IMEI grouped, control characters replaced, cut to 60 characters."""
    if len(value) == 15 and value.isdigit():
        return group_imei(value)
    visible = "".join(character if character.isprintable() else "\u00b7" for character in value[: _LONGEST_SHOWN + 1])
    return visible if len(visible) <= _LONGEST_SHOWN else visible[: _LONGEST_SHOWN - 1] + "…"
