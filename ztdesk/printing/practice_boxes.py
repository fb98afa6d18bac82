"""A sheet of invented boxes to practise every verdict with, no two alike but the duplicate. Bears no real device."""

from dataclasses import dataclass

from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.text import Text, text
from ztdesk.printing.layout import CAPTION_MM, GAP_MM, paint_head
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import CODE_GAP_MM, Sheet
from ztdesk.printing.typography import CAPTION, LABEL, NUMBER, QUIET, STRONG

ONE_IMEI = "001010120000102"
DUAL_SIM = ("001010120000201", "001010120000219")
SECOND_DUAL_SIM = ("001010120000300", "001010120000318")
BAD_CHECK_DIGIT = "001010120000404"
CARTON = ("001010120000508", "001010120000516", "001010120000524")
"""Test IMEIs, all of the type allocation code 00101012; all but BAD_CHECK_DIGIT have the right check digit."""

_SERIALS = ("ZTPRACTICE02", "ZTPRACTICE06")
_EAN, _EID = "9501101530003", "89049032004008882600001234567867"
_CARTON_MM = 46.0
_WORDS_MM = 16.0
_MODULE_MM = 0.3
_EAN_NAME = "EAN"
_BOTH_IMEIS = text(
    "Two IMEIs and a serial number, one device. First set Codes per box (F6): IMEI + IMEI2 + serial number."
)


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its name, what the station will say to it, and its codes with their labels, by the line."""

    name: Text
    what: Text
    lines: tuple[tuple[tuple[str, str], ...], ...]


_BOXES = (
    Box(text("1 · One IMEI"), text("Is added."), ((("IMEI", ONE_IMEI), (_EAN_NAME, _EAN)),)),
    Box(
        text("2 · Dual SIM"),
        _BOTH_IMEIS,
        ((("IMEI1", DUAL_SIM[0]), ("IMEI2", DUAL_SIM[1])), (("S/N", _SERIALS[0]),)),
    ),
    Box(text("3 · Box 1 once more"), text("Is already here after box 1."), ((("IMEI", ONE_IMEI),),)),
    Box(text("4 · A bad label"), text("Is refused: the check digit is wrong."), ((("IMEI", BAD_CHECK_DIGIT),),)),
    Box(
        text("5 · Nothing to claim"),
        text("Product code and EID are ignored."),
        (((_EAN_NAME, _EAN),), (("EID", _EID),)),
    ),
    Box(
        text("6 · Dual SIM again"),
        text("Set as for box 2. Scan one of these amid box 2: it is asked whether they are one phone."),
        ((("IMEI1", SECOND_DUAL_SIM[0]), ("IMEI2", SECOND_DUAL_SIM[1])), (("S/N", _SERIALS[1]),)),
    ),
)


class PracticeBoxesLayout:
    """One page: six boxes and a carton."""

    title = text("Practice boxes")
    page_count = 1

    def paint(self, sheet: Sheet, page: int) -> None:
        """Boxes in two columns, the carton across below."""
        what = text(
            "Invented phones for practice mode, never sent to Google. Codes per box: One IMEI, but for boxes 2 and 6."
        )
        body = paint_head(sheet, self.title, what)
        boxes = body.top(body.h - _CARTON_MM - GAP_MM)
        for cell, box in zip(boxes.grid(2, 3, GAP_MM), _BOXES, strict=True):
            _paint_box(sheet, cell, box)
        _paint_carton(sheet, body.below(body.h - _CARTON_MM))


def _paint_box(sheet: Sheet, cell: Area, box: Box) -> None:
    sheet.frame(cell)
    inside = cell.inset(5, 4)
    _paint_words(sheet, inside, box.name, box.what)
    labels = inside.below(_WORDS_MM)
    for line, codes in zip(labels.grid(1, 2, 3), box.lines, strict=False):
        # Wherever there are two, the white between them keeps a scanner from reading both.
        for area, (label, value) in zip(line.grid(len(codes), 1, 2 * CODE_GAP_MM), codes, strict=True):
            _paint_label(sheet, area, label, value)


def _paint_label(sheet: Sheet, area: Area, label: str, value: str) -> None:
    bars = area.top(area.h - CAPTION_MM)
    if label == _EAN_NAME:
        sheet.ean(bars, value, widest_module=_MODULE_MM)
    else:
        sheet.code(bars, value, widest_module=_MODULE_MM)
    caption = area.below(area.h - CAPTION_MM + 1)
    wide = sheet.width_of(label, LABEL) + 2
    sheet.say(caption, label, LABEL)
    sheet.fit(caption.after(wide), group_imei(value), NUMBER, smallest=1.6)


def _paint_carton(sheet: Sheet, cell: Area) -> None:
    sheet.frame(cell)
    inside = cell.inset(5, 4)
    what = text("Three phones. The first scan only shows them: scan it again, or “Next box”.")
    _paint_words(sheet, inside, text("7 · A carton"), what)
    area = inside.below(13)
    sheet.code(area.top(area.h - CAPTION_MM), ",".join(CARTON), widest_module=0.4)
    sheet.say(area.below(area.h - CAPTION_MM + 1), "   ".join(map(group_imei, CARTON)), NUMBER)


def _paint_words(sheet: Sheet, inside: Area, name: Text, what: Text) -> None:
    sheet.say(inside.top(5), name, STRONG.sized(4.2))
    sheet.fit(inside.below(6).top(9), what, QUIET, smallest=CAPTION.size)
