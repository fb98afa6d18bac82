"""The manifest of a batch: whose it is, how it went, and every device in it with its codes, on as many pages as it takes.

Knows where things lie on the pages; what a row looks like is `manifest_rows`' business.
"""

from collections.abc import Callable

from ztdesk.domain.batch import BatchKind, BatchState, BatchSummary
from ztdesk.domain.note_words import counts_words
from ztdesk.domain.text import Amount, Text, text
from ztdesk.printing.documents import Manifest
from ztdesk.printing.manifest_marks import BAND_MM, PRACTICE, marks_of, paint_mark
from ztdesk.printing.manifest_rows import Block, blocks_of, most_narrow_codes, paint_column_heads
from ztdesk.printing.moments import shown_moment
from ztdesk.printing.paper import Area, Paper
from ztdesk.printing.sheet import Align, Sheet
from ztdesk.printing.typography import CAPTION, LABEL, STRONG, TITLE

_FIRST_HEAD_MM = 61.0
_NEXT_HEAD_MM = 12.0
_COLUMN_HEADS_MM = 6.0
_NOTE_MM = 6.5
_WENT_WELL = {
    BatchKind.CLAIM: text("CLAIMED"),
    BatchKind.UNCLAIM: text("RELEASED"),
    BatchKind.METADATA: text("UPDATED"),
}


class ManifestLayout:
    """Blocks that are never cut in two, as many a page as fit."""

    def __init__(self, document: Manifest, paper: Paper) -> None:
        self._document = document
        self._batch = document.summary.batch
        self._marks = marks_of(document)
        self.title = text("Manifest of batch {id}", id=self._batch.id)
        if document.is_practice:
            self.title = text("Manifest of batch {id} · PRACTICE", id=self._batch.id)
        self._foot_mm = BAND_MM if document.is_practice else 0.0
        self._height = paper.content.h - self._foot_mm - len(self._marks) * BAND_MM
        self._first_head_mm = _FIRST_HEAD_MM + (_NOTE_MM if document.note is not None else 0.0)
        blocks = blocks_of(document)
        self._columns = most_narrow_codes(blocks)
        self.pages = _paged(blocks, self.room)
        """What stands on each page, never empty."""
        self.page_count = len(self.pages)

    def room(self, page: int) -> float:
        """Millimetres that blocks may take on this page, counted from 0."""
        return self._height - (_NEXT_HEAD_MM if page else self._first_head_mm) - _COLUMN_HEADS_MM

    def paint(self, sheet: Sheet, page: int) -> None:
        """The marks and the head of the page, then its blocks."""
        content = sheet.paper.content
        if self._foot_mm:
            paint_mark(sheet, content.below(content.h - self._foot_mm + 2.5), PRACTICE)
        for mark in self._marks:
            paint_mark(sheet, content, mark)
            content = content.below(BAND_MM)
        body = self._paint_first_head(sheet, content) if page == 0 else self._paint_next_head(sheet, content)
        blocks = self.pages[page]
        if blocks and blocks[0].in_table:
            paint_column_heads(sheet, body.top(_COLUMN_HEADS_MM), self._columns)
        body = body.below(_COLUMN_HEADS_MM)
        for block in blocks:
            block.paint(sheet, body.top(block.height), self._columns)
            body = body.below(block.height)

    def _paint_first_head(self, sheet: Sheet, content: Area) -> Area:
        draft = self._batch.draft
        sheet.say(content.top(5), self.title, LABEL)
        sheet.fit(content.below(4.5).top(14), draft.customer_name or draft.customer_id, TITLE.sized(9.4), smallest=3.0)
        for cell, (name, value) in zip(content.below(21).top(20).grid(3, 2, 2), self._facts(sheet), strict=True):
            sheet.say(cell.top(3.4), name, LABEL)
            sheet.fit(cell.below(3.6).top(5.4), value, STRONG, smallest=1.8)
        below = content.below(43.5)
        if self._document.note is not None:
            sheet.fit(below.top(_NOTE_MM - 1), counts_words(self._document.note.counts), STRONG, smallest=2.4)
            below = below.below(_NOTE_MM)
        _paint_counts(sheet, below.top(13), self._document.summary)
        return content.below(self._first_head_mm)

    def _facts(self, sheet: Sheet) -> tuple[tuple[Text, str], ...]:
        batch = self._batch
        closed = shown_moment(batch.closed_at) if batch.closed_at is not None else sheet.words(text("Not yet"))
        operator = batch.operator or sheet.words(text("No badge scanned"))
        ended = text("GIVEN UP") if batch.state is BatchState.CANCELLED else text("QUEUED")
        return (
            (text("CUSTOMER NUMBER"), batch.draft.customer_id),
            (text("ORDER NUMBER"), batch.draft.order_number or sheet.words(text("None given"))),
            (text("STATION AND OPERATOR"), " · ".join(filter(None, (batch.station, operator)))),
            (text("OPENED"), shown_moment(batch.opened_at)),
            (ended, closed),
            (text("PRINTED"), shown_moment(self._document.printed_at)),
        )

    def _paint_next_head(self, sheet: Sheet, content: Area) -> Area:
        draft = self._batch.draft
        line = content.top(6)
        sheet.say(line.left(line.w * 0.6), draft.customer_name or draft.customer_id, STRONG)
        beside = " · ".join(filter(None, (draft.customer_id, draft.order_number)))
        sheet.say(line.after(line.w * 0.6), beside, CAPTION, align=Align.RIGHT)
        return content.below(_NEXT_HEAD_MM)


def _paint_counts(sheet: Sheet, area: Area, summary: BatchSummary) -> None:
    counts = summary.counts
    tiles = (
        (text("DEVICES"), counts.total),
        (_WENT_WELL[summary.batch.draft.kind], counts.succeeded),
        (text("FAILED"), counts.failed),
        (text("NOT KNOWN YET"), counts.unknown),
        (text("TO GO"), counts.pending + counts.sent),
    )
    for cell, (name, count) in zip(area.grid(len(tiles), 1, 3), tiles, strict=True):
        sheet.frame(cell, round_by=1.5)
        inside = cell.inset(3, 1.8)
        sheet.say(inside.top(6), text("{count}", count=Amount(count)), STRONG.sized(5.0))
        sheet.say(inside.below(6.3), name, LABEL.sized(2.2))


def _paged(blocks: list[Block], room_on: Callable[[int], float]) -> list[list[Block]]:
    """Blocks by page. One that introduces the next goes over to the next page with it."""
    pages: list[list[Block]] = [[]]
    room = room_on(0)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        needed = block.height + (following.height if block.introduces and following is not None else 0)
        if needed > room and pages[-1]:
            pages.append([])
            room = room_on(len(pages) - 1)
        pages[-1].append(block)
        room -= block.height
    return pages
