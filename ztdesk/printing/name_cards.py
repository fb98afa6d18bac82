"""Cards that carry one name and one code: customers, operators. Eight to be cut out of a page, or one that fills it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ztdesk.domain.commands import Command, Verb, encode
from ztdesk.domain.text import Text, text
from ztdesk.printing.documents import Badges, CustomerCards
from ztdesk.printing.layout import GAP_MM, paint_code
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import Sheet
from ztdesk.printing.typography import HUGE, LABEL, NUMBER, QUIET, STRONG

_COLUMNS, _ROWS = 2, 4
_NUMBER_MM, _BIG_NUMBER_MM = 10.5, 34.0
_NUMBER = replace(NUMBER, size=7.6, bold=True)
"""Nearly as large as a name: it is all by which two customers of one name differ."""


@dataclass(frozen=True, slots=True)
class NameCard:
    """What stands on one card, from top to bottom."""

    caption: Text
    name: str
    number: str
    code: str


class NameCardsLayout:
    """Any number of cards; none at all is a page that says so."""

    def __init__(self, title: Text, cards: Sequence[NameCard], *, big: bool = False) -> None:
        self.title = title
        self._cards = cards
        self._big = big
        self._a_page = 1 if big else _COLUMNS * _ROWS
        self.page_count = max(1, -(-len(cards) // self._a_page))

    def paint(self, sheet: Sheet, page: int) -> None:
        """The cards of this page."""
        content = sheet.paper.content
        cards = self._cards[page * self._a_page : (page + 1) * self._a_page]
        if not cards:
            sheet.say(content, text("Nobody was chosen to print a card for."), QUIET)
        elif self._big:
            _paint_big(sheet, content, cards[0])
        else:
            cells = content.grid(_COLUMNS, _ROWS, GAP_MM)
            for cell, card in zip(cells, cards, strict=False):
                _paint_small(sheet, cell, card)


def customer_cards(document: CustomerCards) -> NameCardsLayout:
    """Raises UsageError for an id that is no number."""
    title = text("Customer cards · PRACTICE") if document.is_practice else text("Customer cards")
    caption = text("PRACTICE · INVENTED CUSTOMER") if document.is_practice else text("CUSTOMER")
    cards = [
        NameCard(caption, card.name or card.id, card.id, encode(Command(Verb.CUSTOMER, card.id)))
        for card in document.cards
    ]
    return NameCardsLayout(title, cards, big=document.big)


def badges(document: Badges) -> NameCardsLayout:
    """Raises UsageError for a badge number that no code can say."""
    caption = text("OPERATOR")
    cards = [
        NameCard(caption, badge.name or badge.number, badge.number, encode(Command(Verb.OPERATOR, badge.number)))
        for badge in document.badges
    ]
    return NameCardsLayout(text("Operator badges"), cards)


def _paint_small(sheet: Sheet, cell: Area, card: NameCard) -> None:
    sheet.frame(cell, dashed=True)
    inside = cell.inset(6, 5.5)
    code_h = 19.0
    sheet.say(inside.top(4), card.caption, LABEL)
    name = inside.below(4.5).top(inside.h - 4.5 - _NUMBER_MM - code_h - 1.5)
    sheet.fit(name, card.name, STRONG.sized(9.0), smallest=2.6)
    number = inside.below(name.bottom - inside.y).top(_NUMBER_MM)
    sheet.fit(number, card.number, _NUMBER, smallest=3.0)
    paint_code(sheet, inside.below(inside.h - code_h), card.code)


def _paint_big(sheet: Sheet, content: Area, card: NameCard) -> None:
    sheet.frame(content, round_by=4, dashed=True)
    inside = content.inset(14)
    code_h = 62.0
    sheet.say(inside.top(8), card.caption, LABEL.sized(5))
    name = inside.below(12).top(inside.h - 12 - _BIG_NUMBER_MM - code_h - 8)
    sheet.fit(name, card.name, HUGE.sized(34), smallest=6)
    number = inside.below(name.bottom - inside.y).top(_BIG_NUMBER_MM)
    sheet.fit(number, card.number, _NUMBER.sized(24), smallest=6)
    paint_code(sheet, inside.below(inside.h - code_h), card.code)
