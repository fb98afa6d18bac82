"""Command barcodes: what a printed command says, as text with a check character, and back.

`ZTD-<VERB>[-<ARGUMENT>]-<C>`: upper-case letters, digits and hyphens. C is the ISO 7064 Mod 37,36 check character of the
letters and digits before it, hyphens left out. Knows neither what a command does nor how its barcode is drawn.
"""

import re
from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.errors import ScanRejected, UsageError
from ztdesk.domain.text import Text, text

PREFIX = "ZTD"
LONGEST_ARGUMENT = 48
"""Characters; a longer barcode would not fit across a page with bars a hand scanner can read."""

LARGEST_QUANTITY = 999_999

_COMMAND = re.compile(r"ZTD-(?P<body>[A-Z0-9-]*)-(?P<check>[A-Z0-9])")
_SAYABLE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?")
_CUSTOMER_ID = re.compile(r"[0-9]{1,19}")
_QUANTITY = re.compile(r"[1-9][0-9]{0,5}")


class Verb(Enum):
    """What a command asks for; the value is the word in the barcode."""

    CUSTOMER = "CUSTOMER"
    ORDER = "ORDER"
    QTY = "QTY"
    NEXT = "NEXT"
    UNDO = "UNDO"
    ACK = "ACK"
    QUEUE = "QUEUE"
    HOLD = "HOLD"
    FIND = "FIND"
    OPERATOR = "OPERATOR"

    @property
    def takes_argument(self) -> bool:
        """Whether something stands between this verb and the check character."""
        return self in _WITH_ARGUMENT


CARD_NAMES = {
    Verb.NEXT: text("Next box"),
    Verb.UNDO: text("Undo"),
    Verb.ACK: text("Understood"),
    Verb.QUEUE: text("Queue batch"),
    Verb.HOLD: text("Hold"),
    Verb.FIND: text("Find"),
}
"""What stands on the cards that are the same for every bench, and what they are called wherever they are spoken of."""

_WITH_ARGUMENT = frozenset({Verb.CUSTOMER, Verb.ORDER, Verb.QTY, Verb.OPERATOR})


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `argument` is a customer id, an order's text, a count or a badge; empty where the verb takes none."""

    verb: Verb
    argument: str = ""

    @property
    def quantity(self) -> int:
        """The count of a QTY. Raises ValueError for any other command."""
        return int(self.argument)


def encode(command: Command) -> str:
    """The text to print. Raises UsageError for an argument that a command barcode cannot say."""
    trouble = _trouble_with(command.verb, command.argument)
    if trouble is not None:
        raise UsageError(text("No barcode can say this"), trouble)
    body = f"{command.verb.value}-{command.argument}" if command.argument else command.verb.value
    return f"{PREFIX}-{body}-{check_character(f'{PREFIX}{body}')}"


def decode(scanned: str) -> Command:
    """The command that was scanned or typed, in capitals or not: the check character holds either way.

    Raises ScanRejected for whatever is not exactly a command: a wrong check character is never guessed right.
    """
    found = _COMMAND.fullmatch(scanned.strip().upper()) if scanned.isascii() else None
    if found is None:
        raise ScanRejected(
            text("Not a whole command code"), text("Scan it again, slowly. If it is refused again, print a new card.")
        )
    body = found["body"]
    if check_character(f"{PREFIX}{body}") != found["check"]:
        raise ScanRejected(
            text("Command code was misread"),
            text("Its check character is wrong, so nothing was done. Scan it again, or print a new card."),
        )
    word, _, argument = body.partition("-")
    try:
        verb = Verb(word)
    except ValueError:
        raise ScanRejected(
            text("Command not known"),
            text("This program has no command {word}. Print a card with this version.", word=word[:LONGEST_ARGUMENT]),
        ) from None
    trouble = _trouble_with(verb, argument) if argument or body == word else _STRAY_HYPHEN
    if trouble is not None:
        raise ScanRejected(text("Command makes no sense"), trouble)
    return Command(verb, argument)


def command_text(payload: str) -> str | None:
    """What a payload says that means to be a command, also behind an AIM identifier; None for anything else."""
    said = payload.strip()
    if said.startswith("]"):
        said = said[3:].lstrip()
    return said if said[: len(PREFIX) + 1].upper() == f"{PREFIX}-" else None


def check_character(said: str) -> str:
    """ISO 7064 Mod 37,36 of the letters and digits of `said`, which are capitals; hyphens do not count."""
    from stdnum.iso7064 import mod_37_36  # late: most starts of the program never see a command

    return str(mod_37_36.calc_check_digit(said.replace("-", "")))


_STRAY_HYPHEN = text("There is a hyphen too many. Print a new card.")


def _trouble_with(verb: Verb, argument: str) -> Text | None:
    """Why this argument is none of this verb's; None when it is."""
    if not verb.takes_argument:
        return text("{verb} stands alone; nothing belongs behind it.", verb=verb.value) if argument else None
    if not argument:
        return text("Something is missing behind {verb}.", verb=verb.value)
    if len(argument) > LONGEST_ARGUMENT:
        return text("It is longer than {longest} characters.", longest=LONGEST_ARGUMENT)
    if not _SAYABLE.fullmatch(argument):
        return text(
            "A code holds only capital letters, digits and hyphens between them: no blanks, slashes or small letters."
        )
    if verb is Verb.CUSTOMER and not _CUSTOMER_ID.fullmatch(argument):
        return text("A customer number has 1 to 19 digits and nothing else.")
    if verb is Verb.QTY and not _QUANTITY.fullmatch(argument):
        return text("A count goes from 1 to 999999, without zeros before it.")
    return None
