"""What one code, or one field of a code, was taken for and by which rule. Knows nothing of how it was read."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a code can be; only IMEI, MEID and serial can become a device."""

    IMEI = "imei"
    MEID = "meid"
    SERIAL = "serial"
    PRODUCT_CODE = "product_code"
    EID = "eid"
    ICCID = "iccid"
    MODEL = "model"
    MAC = "mac"
    COMMAND = "command"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


DEVICE_KINDS = frozenset({Kind.IMEI, Kind.MEID, Kind.SERIAL})
"""The kinds that can become a device."""


class Rule(Enum):
    """Why a reading is what it is. The texts are part of the command line's output and stay as they are."""

    IMEI_CHECKED = "15 digits with the right check digit"
    IMEI_WITH_SVN = "IMEI followed by a software version number"
    IMEI_BAD_CHECK_DIGIT = "15 digits, but the IMEI check digit does not fit"
    IMEI_ALL_ZERO = "15 zeros are no IMEI"
    IMEI_NAMED_WRONG_LENGTH = "the words before it say IMEI, but it has not 15 digits"
    IMEISV = "16 digits: an IMEI with software version instead of its check digit"
    FOURTEEN_DIGITS = "14 digits: an IMEI without check digit, a MEID, a GTIN-14 or a serial number"
    MEID_HEX = "14 hexadecimal digits of a MEID"
    MEID_DECIMAL = "18 decimal digits of a MEID"
    MEID_NAMED = "14 digits labelled MEID that begin with 99"
    EID = "32 digits beginning with 89 and the right check digits"
    ICCID = "18 to 22 digits beginning with 89"
    PRODUCT_CODE = "8, 12 or 13 digits with the right GTIN check digit"
    PRODUCT_SYMBOL = "a barcode of a kind that only product codes have"
    MAC = "six pairs of hexadecimal digits"
    COMMAND = "a command card of this program"
    COMMAND_INSIDE = "a command inside another code is none"
    MODEL = "the maker or the model that the batch is of"
    MODEL_NAMED = "the words before it say that it is a model or part number"
    MODEL_SHAPED = "written like a maker's model number"
    SERIAL_NAMED = "the words before it say that it is a serial number"
    SERIAL_SHAPED = "letters and digits that can be a serial number"
    NAMED = "the words before it say what it is"
    NAMED_UNLIKE = "the words before it say something that it cannot be"
    NAME_UNKNOWN = "the words before it name no number of a device"
    GS1_IMEI = "(8002) of a GS1 code"
    GS1_IMEI_RESCUED = "(8002) of a GS1 code that lost the separator after it"
    GS1_SERIAL = "(21) of a GS1 code"
    GS1_PRODUCT = "(01) of a GS1 code"
    GS1_OTHER = "a field of a GS1 code that names no device"
    GS1_BROKEN = "a piece of a GS1 code whose fields cannot be told apart"
    ENVELOPE_SERIAL = "data identifier of a serial number in an ISO 15434 code"
    ENVELOPE_MODEL = "data identifier of a part number in an ISO 15434 code"
    ENVELOPE_OTHER = "a field of an ISO 15434 code that names no device"
    ENVELOPE_BROKEN = "an ISO 15434 code that lost its separators"
    ADDRESS = "a web address without a number of a device"
    JSON_BROKEN = "JSON that is cut off or malformed"
    TEMPLATE = "a field of a learned template"
    ENTANGLED = "an IMEI's digits among signs that belong to something else"
    TOO_MANY_FIELDS = "more fields than a label has"
    LONG_RUN = "a longer run of digits, out of which nothing is cut"
    EMPTY = "nothing in it"
    TOO_LONG = "longer than a label can be"
    NOT_A_CODE = "no number that can be claimed"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing read from one code.

    `value` is normalised: the digits of an IMEI, 14 upper-case hexadecimal digits of a MEID, a MAC in pairs with colons,
    else the text itself. `slot` is 1 or 2 where the label names IMEI1 or IMEI2, also of one that is refused. `certain` is
    False where the rule is only a likeness. `symbology` is the kind of barcode ("Code 128") where the scanner named it by
    an AIM identifier, or empty.
    """

    kind: Kind
    value: str
    rule: Rule
    certain: bool
    slot: int | None = None
    symbology: str = ""

    @property
    def is_device(self) -> bool:
        """Whether this can become a device."""
        return self.kind in DEVICE_KINDS


def unknown(value: str, rule: Rule) -> Reading:
    """What cannot be claimed, and why."""
    return Reading(Kind.UNKNOWN, value, rule, certain=True)
