"""What a manifest must say before anything else, lest it be taken for proof: that it is practice, or not final."""

from ztdesk.domain.batch import BatchState, BatchSummary
from ztdesk.domain.text import Amount, Text, counted, text
from ztdesk.printing.documents import Manifest
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import Align, Sheet
from ztdesk.printing.typography import STRONG, Ink

BAND_MM = 10.0
"""One mark across the page, with the gap below it."""

PRACTICE = text("PRACTICE · Invented devices. This is no proof of a claim.")


def marks_of(document: Manifest) -> tuple[Text, ...]:
    """What stands at the head of every page, from the top; nothing where all went well for real."""
    state = _unsettled(document.summary)
    return (*((PRACTICE,) if document.is_practice else ()), *((state,) if state is not None else ()))


def paint_mark(sheet: Sheet, area: Area, mark: Text) -> None:
    """One mark at the top of `area`, framed and across it."""
    band = area.top(BAND_MM - 2.5)
    for y in (band.y, band.bottom):
        sheet.rule(band.x, y, band.right, thick=0.7, ink=Ink.REFUSED)
    words = band.below(1.0).top(band.h - 1.2)
    sheet.fit(words, mark, STRONG.sized(4.4).inked(Ink.REFUSED), smallest=2.2, align=Align.CENTRE)


def _unsettled(summary: BatchSummary) -> Text | None:
    """Why this is not the last word on its devices; None when all went well."""
    counts, state = summary.counts, summary.batch.state
    if state is BatchState.OPEN:
        return text("NOT FINAL · The batch is open: nothing was sent, devices may still change.")
    if state is BatchState.CANCELLED:
        return text("GIVEN UP · Nothing of this batch was sent.")
    waiting = counts.total - counts.decided
    if waiting:
        return counted(
            "NOT FINAL · {count} of {total} devices have no verdict yet.",
            "NOT FINAL · {count} of {total} devices has no verdict yet.",
            waiting,
            total=Amount(counts.total),
        )
    if counts.failed:
        return counted(
            "NOT COMPLETE · {count} of {total} devices failed.",
            "NOT COMPLETE · {count} of {total} devices failed.",
            counts.failed,
            total=Amount(counts.total),
        )
    return None
