"""Finds customers by any part of name or id, however umlauts, accents and apostrophes were typed. Knows no widget."""

import unicodedata
from collections.abc import Sequence

from ztdesk.domain.catalogue import Customer

_DROPPED = dict.fromkeys(map(ord, "'’‘‛ʼʹ`´′"))
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "þ": "th"})
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


class CustomerSearch:
    """Customers, each with its name as it may be typed: Müller is found as müller, muller and mueller."""

    def __init__(self, customers: Sequence[Customer]) -> None:
        self._known = [(customer, bare(customer.name), spelt(customer.name)) for customer in customers]

    def find(self, query: str) -> list[Customer]:
        """Those that hold every word of `query` in name or id, the ones that begin with it first; all for nothing."""
        words = [(bare(word), spelt(word)) for word in query.split()]
        words = [pair for pair in words if pair[0]]
        begin = bare(query).strip()
        first: list[Customer] = []
        then: list[Customer] = []
        for customer, plain, long in self._known:
            if all(one in plain or other in long or one in customer.id for one, other in words):
                starts = bool(begin) and (plain.startswith(begin) or customer.id.startswith(begin))
                (first if starts else then).append(customer)
        return first + then


def bare(text: str) -> str:
    """`text` in small letters without accents and apostrophes: Müller's -> mullers."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_DROPPED).translate(_BARE))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def spelt(text: str) -> str:
    """`text` as `bare`, with umlauts spelt out as they are on keyboards without them: Müller -> mueller."""
    return bare(unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT))
