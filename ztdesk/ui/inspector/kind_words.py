"""What a code was taken for, in people's words. Reads no code."""

from ztdesk.domain.reading import Kind
from ztdesk.domain.text import Text, text

_WORDS = {
    Kind.IMEI: text("IMEI"),
    Kind.MEID: text("MEID"),
    Kind.SERIAL: text("Serial number"),
    Kind.PRODUCT_CODE: text("Product code"),
    Kind.EID: text("EID of the eSIM"),
    Kind.ICCID: text("SIM card number"),
    Kind.MODEL: text("Model"),
    Kind.MAC: text("Network address"),
    Kind.COMMAND: text("Command card"),
    Kind.AMBIGUOUS: text("Not clear"),
    Kind.UNKNOWN: text("Nothing known"),
}


def kind_words(kind: Kind) -> Text:
    """One to four words."""
    return _WORDS[kind]
