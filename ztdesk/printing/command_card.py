"""The card that hangs at every bench: all commands that stand alone, and a few quantities."""

from ztdesk.domain.commands import CARD_NAMES, Command, Verb, encode
from ztdesk.domain.text import Text, counted, text
from ztdesk.printing.documents import CommandCard
from ztdesk.printing.layout import GAP_MM, paint_code, paint_head
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import Sheet
from ztdesk.printing.typography import HEADING, LABEL, QUIET, STRONG, Ink

_QUANTITY_CELL_MM = 30.0
_QUANTITIES_MM = 2 * _QUANTITY_CELL_MM + GAP_MM + 14
_COMMANDS = (
    (Verb.NEXT, "resume", text("This box is complete as it is. Go on with the next one.")),
    (Verb.UNDO, "undo", text("Take the last scan back.")),
    (Verb.ACK, "ok", text("I have seen the error. Unlock the station.")),
    (Verb.QUEUE, "batches", text("All boxes are scanned. Close the batch and send it.")),
    (Verb.HOLD, "hold", text("Stop taking scans. Scan it again to go on.")),
    (Verb.FIND, "search", text("Look the next scanned device up. Nothing is added.")),
)


class CommandCardLayout:
    """One page."""

    title = text("Command card")
    page_count = 1

    def __init__(self, card: CommandCard) -> None:
        self._card = card

    def paint(self, sheet: Sheet, page: int) -> None:
        """Commands in two columns, quantities in three below them."""
        body = paint_head(
            sheet, self.title, text("Scan a code to do what stands above it. Works with every scanner at this station.")
        )
        commands = body.top(body.h - _QUANTITIES_MM)
        for cell, (verb, icon, what) in zip(commands.grid(2, 3, GAP_MM), _COMMANDS, strict=True):
            _paint_command(sheet, cell, icon, CARD_NAMES[verb], what, encode(Command(verb)))
        below = body.below(commands.h)
        sheet.say(below.below(7).top(5), text("HOW MANY BOXES ARE EXPECTED"), LABEL)
        cells = below.below(13).top(2 * _QUANTITY_CELL_MM + GAP_MM).grid(3, 2, GAP_MM)
        for cell, quantity in zip(cells, self._card.quantities, strict=False):
            _paint_quantity(sheet, cell, quantity)
        note = text("Another number? Type it with F6, or print the card of the open batch.")
        sheet.fit(cells[-1].inset(5, 4), note, QUIET, smallest=2.4)


def _paint_command(sheet: Sheet, cell: Area, icon: str, name: Text, what: Text, code: str) -> None:
    sheet.frame(cell)
    inside = cell.inset(5)
    sheet.picture(Area(inside.x, inside.y, 8, 8), icon, Ink.ACCENT)
    words = inside.after(11)
    sheet.say(words.top(7), name, HEADING)
    sheet.fit(words.below(7).top(9.5), what, QUIET, smallest=2.4)
    paint_code(sheet, inside.below(17.5), code)


def _paint_quantity(sheet: Sheet, cell: Area, quantity: int) -> None:
    sheet.frame(cell)
    inside = cell.inset(5, 4)
    name = counted("{count} boxes", "{count} box", quantity)
    sheet.say(inside.top(5), name, STRONG.sized(4.2))
    paint_code(sheet, inside.below(7), encode(Command(Verb.QTY, str(quantity))))
