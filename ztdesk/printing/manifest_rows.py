"""The rows of a manifest: one block for each device, with its number, codes and verdict, and one for each operation.

Knows no pages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol

from ztdesk.domain.advice import device_advice
from ztdesk.domain.batch import Batch, BatchKind, Item, ItemState
from ztdesk.domain.identifiers import DeviceIdentifier, group_imei
from ztdesk.domain.text import Amount, Text, text
from ztdesk.printing.code128 import most_modules
from ztdesk.printing.documents import Manifest, ManifestNote
from ztdesk.printing.layout import CAPTION_MM
from ztdesk.printing.paper import Area
from ztdesk.printing.sheet import NARROWEST_MODULE_MM, Sheet
from ztdesk.printing.typography import CAPTION, LABEL, NUMBER, QUIET, STRONG, Ink

_PLACE_MM = 13.0
_CODE_MM = 41.0
_PITCH_MM = _CODE_MM + 5.0
_LINE_MM = 15.5
_PADDING_MM = 1.8
_OPERATION_MM = 4.6
_HEADING_MM = 10.0
_NAME_MM = 10.0
_MODULE_MM = 0.26
_CRISP_MODULE_MM = max(NARROWEST_MODULE_MM, 25.4 / 150)
_VERDICT_MM = 8.0
_LEAST_MM = 2.6
_UNEXPECTED_MM = 3.6
_UNEXPECTED = STRONG.sized(2.5).inked(Ink.DUPLICATE)
_WENT_WELL = {BatchKind.UNCLAIM: text("Released"), BatchKind.METADATA: text("Updated")}
_INK_OF = {
    ItemState.SUCCEEDED: Ink.OK,
    ItemState.FAILED: Ink.REFUSED,
    ItemState.UNKNOWN: Ink.DUPLICATE,
}


class Code(NamedTuple):
    """One number of a device as it is labelled, shown and scanned."""

    label: Text
    shown: str
    value: str

    @property
    def is_wide(self) -> bool:
        """Whether its bars need a line of their own."""
        return most_modules(self.value) * _CRISP_MODULE_MM > _CODE_MM


class Block(Protocol):
    """A part of the manifest that stays in one piece."""

    @property
    def height(self) -> float:
        """Millimetres."""

    @property
    def in_table(self) -> bool:
        """Whether it stands below the heads of the columns."""

    @property
    def introduces(self) -> bool:
        """Whether it may not be the last on a page."""

    def paint(self, sheet: Sheet, area: Area, columns: int) -> None:
        """Fill `area`, which is as high as asked for; `columns` is how many hold codes."""


@dataclass(frozen=True, slots=True)
class DeviceBlock:
    """One device."""

    item: Item
    codes: tuple[Code, ...]
    verdict: Text
    is_unexpected: bool

    in_table: ClassVar[bool] = True
    introduces: ClassVar[bool] = False

    @property
    def height(self) -> float:
        """A line of codes, and one more for each code too wide to stand beside others."""
        wide = sum(code.is_wide for code in self.codes)
        return _LINE_MM * max(1, wide + (1 if len(self.codes) > wide else 0))

    def paint(self, sheet: Sheet, area: Area, columns: int) -> None:
        """Number, codes, verdict; a hairline below."""
        line = area.top(_LINE_MM).inset(0, _PADDING_MM)
        sheet.say(line.left(_PLACE_MM - 3), str(self.item.position), STRONG)
        narrow = [code for code in self.codes if not code.is_wide]
        for column, code in enumerate(narrow):
            _paint_code(sheet, line.after(_PLACE_MM + column * _PITCH_MM).left(_CODE_MM), code)
        rest = area.below(_LINE_MM if narrow else 0)
        for code in self.codes:
            if code.is_wide:
                right = 0 if narrow else area.w - _verdict_of(area, columns).x + area.x
                _paint_code(sheet, rest.top(_LINE_MM).inset(0, _PADDING_MM).after(_PLACE_MM).left(rest.w - right), code)
                rest = rest.below(_LINE_MM)
        self._paint_verdict(sheet, _verdict_of(line, columns))
        sheet.rule(area.x, area.bottom, area.right)

    def _paint_verdict(self, sheet: Sheet, area: Area) -> None:
        item = self.item
        style = STRONG.sized(3.0)
        ink = _INK_OF.get(item.state, Ink.MUTED)
        used = sheet.fit(area.top(_VERDICT_MM), self.verdict, style.inked(ink), smallest=2.0)
        rest = area.below(used + 0.4)
        if self.is_unexpected:
            # Below all else: the verdict is what the manifest is for.
            foot = area.below(area.h - _UNEXPECTED_MM)
            sheet.fit(foot, text("Not on the delivery note"), _UNEXPECTED, smallest=1.8)
            rest = rest.top(foot.y - rest.y)
        if rest.h < _LEAST_MM:
            return
        if item.retried_in is not None:
            sheet.fit(rest, text("Retried in batch {id}", id=item.retried_in), CAPTION.sized(2.4), smallest=1.8)
        elif item.error_identifier:
            sheet.fit(rest, item.error_identifier, CAPTION.sized(2.4), smallest=1.6)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The heading of what is no device."""

    words: Text

    height: ClassVar[float] = _HEADING_MM
    in_table: ClassVar[bool] = False
    introduces: ClassVar[bool] = True

    def paint(self, sheet: Sheet, area: Area, columns: int) -> None:
        """Words above a gap."""
        sheet.say(area.below(4), self.words, LABEL)


@dataclass(frozen=True, slots=True)
class LineBlock:
    """One line of words or of a name that people compare."""

    words: str | Text

    height: ClassVar[float] = _OPERATION_MM
    in_table: ClassVar[bool] = False
    introduces: ClassVar[bool] = False

    def paint(self, sheet: Sheet, area: Area, columns: int) -> None:
        """As large as it fits on the line."""
        style = NUMBER if isinstance(self.words, str) else QUIET
        sheet.fit(area, self.words, style, smallest=1.2)


def blocks_of(document: Manifest) -> list[Block]:
    """Every device, what differs from the delivery note, then the operations by which the devices were claimed."""
    note = document.note
    unexpected = note.unexpected_ids if note is not None else frozenset()
    batch = document.summary.batch
    blocks: list[Block] = [
        DeviceBlock(item, codes_of(item.identifier), _verdict_words(item, batch), item.id in unexpected)
        for item in document.items
    ]
    if not blocks:
        blocks.append(LineBlock(text("No device is in this batch.")))
    if note is not None:
        blocks += _note_blocks(note, document.items)
    operations = document.summary.operations
    if operations:
        blocks.append(HeadingBlock(text("OPERATIONS OF THE SERVICE")))
        blocks += [LineBlock(name) for name in operations]
    return blocks


def _note_blocks(note: ManifestNote, items: Iterable[Item]) -> Iterator[Block]:
    if note.missing:
        yield HeadingBlock(
            text("MISSING · ON THE DELIVERY NOTE, NOT SCANNED: {count}", count=Amount(note.counts.missing))
        )
        for line in note.missing:
            numbers = " · ".join(map(group_imei, line.numbers))
            yield LineBlock(text("{numbers} (line {line})", numbers=numbers, line=line.line))
    if note.unexpected_ids:
        count = Amount(note.counts.unexpected)
        yield HeadingBlock(text("UNEXPECTED · SCANNED, NOT ON THE DELIVERY NOTE: {count}", count=count))
        for item in items:
            if item.id in note.unexpected_ids:
                number = item.identifier.shown()
                yield LineBlock(text("{number} (no. {position} above)", number=number, position=item.position))


def _verdict_words(item: Item, batch: Batch) -> Text:
    if item.state is ItemState.SUCCEEDED and batch.draft.kind in _WENT_WELL:
        return _WENT_WELL[batch.draft.kind]
    return device_advice(item, batch.state).title


def codes_of(identifier: DeviceIdentifier) -> tuple[Code, ...]:
    """Everything a device can be scanned by, in the order of the manifest's columns."""
    return tuple(_codes(identifier))


def most_narrow_codes(blocks: Iterable[Block]) -> int:
    """How many columns the codes of these devices take, 1 to 3."""
    devices = (block for block in blocks if isinstance(block, DeviceBlock))
    most = max((sum(not code.is_wide for code in device.codes) for device in devices), default=1)
    return min(3, max(1, most))


def paint_column_heads(sheet: Sheet, area: Area, columns: int) -> None:
    """What the columns are, above a line."""
    sheet.say(area.left(_PLACE_MM), text("NO."), LABEL)
    sheet.say(area.after(_PLACE_MM).left(columns * _PITCH_MM), text("NUMBERS"), LABEL)
    sheet.say(_verdict_of(area, columns), text("VERDICT"), LABEL)
    sheet.rule(area.x, area.bottom, area.right, thick=0.35, ink=Ink.MUTED)


def _codes(one: DeviceIdentifier) -> Iterator[Code]:
    if one.imei:
        yield Code(text("IMEI"), group_imei(one.imei), one.imei)
    if one.imei2:
        yield Code(text("IMEI 2"), group_imei(one.imei2), one.imei2)
    if one.meid:
        yield Code(text("MEID"), one.meid, one.meid)
    if one.meid2:
        yield Code(text("MEID 2"), one.meid2, one.meid2)
    if one.serial:
        yield Code(text("S/N"), one.serial, one.serial)


def _verdict_of(area: Area, columns: int) -> Area:
    return area.after(_PLACE_MM + columns * _PITCH_MM)


def _paint_code(sheet: Sheet, area: Area, code: Code) -> None:
    sheet.code(area.top(area.h - CAPTION_MM + 1), code.value, widest_module=_MODULE_MM)
    caption = area.below(area.h - CAPTION_MM + 1.6)
    sheet.fit(caption.left(_NAME_MM - 0.5).top(CAPTION_MM), code.label, CAPTION, smallest=1.8)
    sheet.fit(caption.after(_NAME_MM), code.shown, NUMBER, smallest=1.2)
