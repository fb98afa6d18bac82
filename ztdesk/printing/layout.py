"""What every printed document has: a title, a number of pages, heads, feet, and codes with what they say below them."""

from typing import Protocol

from ztdesk.domain.text import Text, text
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import Align, Sheet
from ztdesk.printing.typography import CAPTION, NUMBER, QUIET, TITLE

HEAD_MM = 22.0
CAPTION_MM = 4.4
"""A code's own words below its bars, with the gap between them."""

GAP_MM = 6.0
"""Between cards."""


class Layout(Protocol):
    """A document that knows how it lies on its paper."""

    @property
    def title(self) -> Text:
        """What it is, for the foot of its pages and the properties of a file."""

    @property
    def page_count(self) -> int:
        """At least 1."""

    def paint(self, sheet: Sheet, page: int) -> None:
        """Fill one page, counted from 0; its foot is not the document's business."""


def paint_page(sheet: Sheet, layout: Layout, page: int) -> None:
    """One whole page, counted from 0."""
    layout.paint(sheet, page)
    foot = sheet.paper.foot
    number = text("Page {page} of {pages}", page=page + 1, pages=layout.page_count)
    sheet.rule(foot.x, foot.y + 5.5, foot.right)
    line = foot.below(6.5)
    sheet.say(line.left(foot.w - 50), text("ztdesk · {title}", title=layout.title), CAPTION)
    sheet.say(line.after(foot.w - 50), number, CAPTION, align=Align.RIGHT)


def paint_head(sheet: Sheet, title: Text, what: Text) -> Area:
    """The title of a page and one line of what it is for; answers what is left of the page."""
    content = sheet.paper.content
    sheet.say(content.top(10), title, TITLE)
    sheet.fit(content.below(11.5).top(5), what, QUIET, smallest=2.6)
    return content.below(HEAD_MM)


def paint_code(sheet: Sheet, area: Area, said: str, *, widest_module: float = 0.5, is_gs1: bool = False) -> None:
    """Bars that fill `area`, and what they say below. Where they do not fit, words that say so instead."""
    bars = area.top(area.h - CAPTION_MM)
    caption = area.below(area.h - CAPTION_MM + 1)
    if not sheet.code(bars, said, widest_module=widest_module, is_gs1=is_gs1):
        sheet.fit(bars, text("Too long for a code that a scanner can read. Type it."), QUIET, smallest=2.4)
    # A blank would say nothing of it: what is shown is to be compared with what a scanner sends.
    shown = said.replace("\x1d", "<GS>")
    sheet.say(caption, shown, NUMBER)
