"""Sheets whose codes are scanned one after the other: the card of one batch, and the sheet that teaches a scanner."""

from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.domain.commands import CARD_NAMES, Command, Verb, encode
from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import Text, counted, text
from ztdesk.printing.documents import BatchCard, TeachSheet
from ztdesk.printing.layout import GAP_MM, paint_code, paint_head
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import Align, Sheet
from ztdesk.printing.typography import HEADING, QUIET, TITLE

_STEPS = 4
_HIGHEST_STEP_MM = 76.0
_NUMBER_MM = 16.0


@dataclass(frozen=True, slots=True)
class Step:
    """One code with what it is for. Without `code` the words say what to do by hand."""

    name: str | Text
    what: Text
    code: str = ""
    is_gs1: bool = False


class StepSheetLayout:
    """One page of at most four steps."""

    page_count = 1

    def __init__(self, title: Text, what: Text, steps: Sequence[Step]) -> None:
        self.title = title
        self._what = what
        self._steps = steps

    def paint(self, sheet: Sheet, page: int) -> None:
        """Numbered from the top to the bottom."""
        body = paint_head(sheet, self.title, self._what)
        rows = min(_STEPS, len(self._steps))
        high = min(body.h, rows * (_HIGHEST_STEP_MM + GAP_MM) - GAP_MM)
        cells = body.top(high).grid(1, rows, GAP_MM)
        for place, (cell, step) in enumerate(zip(cells, self._steps, strict=False), start=1):
            _paint_step(sheet, cell, place, step)


def batch_card(document: BatchCard) -> StepSheetLayout:
    """Raises UsageError for a customer's id that is no number; an order that no code can say is to be typed."""
    draft = document.draft
    name = draft.customer_name or draft.customer_id
    steps = [Step(name, text("Customer {id}", id=draft.customer_id), encode(Command(Verb.CUSTOMER, draft.customer_id)))]
    if draft.order_number:
        steps.append(_order_step(draft.order_number))
    if draft.expected_count > 0:
        said = counted("{count} boxes", "{count} box", draft.expected_count)
        steps.append(Step(said, text("How many are expected"), encode(Command(Verb.QTY, str(draft.expected_count)))))
    steps.append(Step(CARD_NAMES[Verb.QUEUE], text("When all boxes are scanned"), encode(Command(Verb.QUEUE))))
    if document.is_practice:
        what = text("PRACTICE: an invented customer. Scan from the top, then the boxes, then the last code.")
        return StepSheetLayout(text("Batch card · PRACTICE"), what, steps)
    return StepSheetLayout(text("Batch card"), text("Scan from the top, then the boxes, then the last code."), steps)


def teach_sheet(document: TeachSheet) -> StepSheetLayout:
    """The codes in their order."""
    steps = [
        Step(text("Code {place}", place=place), code.what, code.text, code.is_gs1)
        for place, code in enumerate(document.codes, start=1)
    ]
    what = text("In the settings, under Scanners, press Teach a scanner. Then scan these codes with it from the top.")
    return StepSheetLayout(text("Teach your scanner"), what, steps)


def _order_step(order: str) -> Step:
    try:
        return Step(order, text("Order number"), encode(Command(Verb.ORDER, order)))
    except UsageError as error:
        return Step(order, error.hint)


def _paint_step(sheet: Sheet, cell: Area, place: int, step: Step) -> None:
    sheet.frame(cell)
    inside = cell.inset(6, 5)
    sheet.say(inside.left(_NUMBER_MM - 6).top(9), str(place), TITLE.sized(8), align=Align.LEFT)
    words = inside.after(_NUMBER_MM)
    used = sheet.fit(words.top(12), step.name, HEADING, smallest=2.6)
    sheet.fit(words.below(used + 0.5).top(9), step.what, QUIET, smallest=2.4)
    if step.code:
        paint_code(sheet, words.below(22), step.code, is_gs1=step.is_gs1)
