"""What only a person can say about a code, asked once for a batch: the question and its possible answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ztdesk.domain.commands import Verb
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.text import Text, text


class Ask(Enum):
    """What is not clear; the value is what the answer is kept under."""

    FOURTEEN_DIGITS = "fourteen_digits"
    IMEISV = "imeisv"
    PAIRING = "pairing"
    APART = "apart"
    SERIALS = "serials"
    ONE_PHONE = "one_phone"


class Answer(Enum):
    """What can be answered."""

    IMEI = "imei"
    SERIAL = "serial"
    NEITHER = "neither"
    PAIRS = "pairs"
    SINGLES = "singles"
    ONE_PHONE = "one_phone"
    TWO_PHONES = "two_phones"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer, what its button says, and the command card that gives it, too."""

    answer: Answer
    label: Text
    card: Verb | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`choices` in the order they are offered; an acknowledging card always gives the first."""

    ask: Ask
    title: Text
    hint: Text
    choices: tuple[Choice, ...]

    def by_card(self, verb: Verb) -> Answer | None:
        """The answer that this card gives; None for a card that gives none."""
        return next((choice.answer for choice in self.choices if choice.card is verb), None)


def _acknowledged(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """These choices, of which the acknowledging card gives the first."""
    return (replace(choices[0], card=Verb.ACK), *choices[1:])


_NEITHER = Choice(Answer.NEITHER, text("Neither: ignore it"))
_IMEI_OF_FOURTEEN = Choice(Answer.IMEI, text("An IMEI without its check digit"))
_SERIAL = Choice(Answer.SERIAL, text("A serial number"))


def fourteen_digits(*, takes_serials: bool, takes_imeis: bool) -> Question:
    """What 14 digits are: at least four kinds of number have that length."""
    choices = (_IMEI_OF_FOURTEEN,) * takes_imeis + (_SERIAL,) * takes_serials + (_NEITHER,)
    return Question(
        Ask.FOURTEEN_DIGITS,
        text("14 digits: what are they?"),
        text("The answer holds for every code of 14 digits in this batch."),
        _acknowledged(choices),
    )


IMEISV = Question(
    Ask.IMEISV,
    text("16 digits: is this the IMEI?"),
    text(
        "Its last two digits may be the software version. Then the IMEI's own check digit is put in their place, for"
        " every such code in this batch."
    ),
    (
        Choice(Answer.IMEI, text("Yes, the IMEI with software version"), Verb.ACK),
        Choice(Answer.NEITHER, text("No: ignore it")),
    ),
)


def pairing(imeis: int) -> Question:
    """Whether the IMEIs of one code are phones with two each."""
    return _phones(Ask.PAIRING, imeis, text("The answer holds for every such code in this batch."))


def apart(imeis: int) -> Question:
    """The same of a code whose numbers do not look like that; the answer holds for this code alone."""
    return _phones(
        Ask.APART,
        imeis,
        text(
            "The two IMEIs of a phone mostly follow each other, and the phones of a batch begin alike. These look"
            " different: look at the box."
        ),
    )


def _phones(ask: Ask, imeis: int, hint: Text) -> Question:
    return Question(
        ask,
        text("{count} IMEIs in one code: how many phones?", count=imeis),
        hint,
        (
            Choice(Answer.PAIRS, _PHONES[imeis == 2]["pairs"], Verb.ACK),
            Choice(Answer.SINGLES, _PHONES[imeis == 2]["singles"]),
        ),
    )


_PHONES: tuple[Mapping[str, Text], ...] = (
    {"pairs": text("Phones with two IMEIs each"), "singles": text("Phones with one IMEI each")},
    {"pairs": text("One phone with two IMEIs"), "singles": text("Two phones")},
)

SERIALS = Question(
    Ask.SERIALS,
    text("A serial number among IMEIs"),
    text("Boxes of this batch were scanned by their IMEI. The answer holds for every serial number in it."),
    (
        Choice(Answer.NEITHER, text("It is on a box with an IMEI: ignore it"), Verb.ACK),
        Choice(Answer.SERIAL, text("It is a device without IMEI: add it")),
    ),
)


def one_phone(imei: str, *, are_neighbours: bool = False) -> Question:
    """Whether the IMEI just scanned is of the phone whose `imei` was scanned before: the numbers do not look like it.

    `are_neighbours` where they follow each other, but no phone of the batch begins on such a number.
    """
    hint = text(
        "The IMEI before was {imei}. The two of a phone mostly follow each other, these do not: look at the box."
        " “One phone” also holds for others of this batch that are as far apart.",
        imei=group_imei(imei),
    )
    if are_neighbours:
        hint = text(
            "The IMEI before was {imei}. These two follow each other, but so do the last of one phone and the first of the"
            " next. The phones before begin on even numbers and these on an odd one, or the other way round: look at"
            " the box.",
            imei=group_imei(imei),
        )
    return Question(
        Ask.ONE_PHONE,
        text("One phone or two?"),
        hint,
        (
            Choice(Answer.ONE_PHONE, text("One phone with both IMEIs"), Verb.ACK),
            Choice(Answer.TWO_PHONES, text("Two phones: this one begins the next box"), Verb.NEXT),
        ),
    )
