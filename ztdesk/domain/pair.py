"""How the two IMEIs of one phone stand to each other, and whether two numbers look like that. Knows no box.

An IMEI is a type allocation code of 8 digits, a serial part of 6 and a check digit (3GPP TS 23.003, section 6.2.1). Makers
mostly give a phone two serial parts in a row; some add a constant, and some take a second type allocation code.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_TAC_LENGTH = 8
_END = 14


@dataclass(frozen=True, slots=True)
class Kinship:
    """The type allocation codes of the lower and of the higher IMEI, and how far the higher one's serial part is above.

    The same for every phone of a model whose maker counts on the same way.
    """

    lower_tac: str
    higher_tac: str
    distance: int

    @property
    def is_usual(self) -> bool:
        """Whether they are neighbours in one range, as the two of most phones are."""
        return self.lower_tac == self.higher_tac and self.distance == 1

    @property
    def is_possible(self) -> bool:
        """Whether one phone can bear both, as far as the numbers tell: one model, or serial parts that are alike."""
        return self.lower_tac == self.higher_tac or abs(self.distance) <= 1


def tac_of(imei: str) -> str:
    """The type allocation code of an IMEI."""
    return imei[:_TAC_LENGTH]


def kinship(first: str, second: str) -> Kinship:
    """Of two different IMEIs, in any order."""
    lower, higher = sorted((first, second))
    distance = int(higher[_TAC_LENGTH:_END]) - int(lower[_TAC_LENGTH:_END])
    return Kinship(tac_of(lower), tac_of(higher), distance)


def are_alike(pairs: Sequence[Kinship]) -> bool:
    """Whether these may be phones of one carton, whose two IMEIs all stand to each other in the same way."""
    return len({(pair.lower_tac == pair.higher_tac, pair.distance) for pair in pairs}) <= 1
