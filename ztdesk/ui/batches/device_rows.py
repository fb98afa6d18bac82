"""The devices of one batch as rows of a table: the columns and their words, read a page at a time. Knows no widget."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from ztdesk.domain.advice import Advice, device_advice
from ztdesk.domain.batch import BatchKind, BatchState, Item, ItemState
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.text import text
from ztdesk.ui.icons import SHAPE_OF, Icon
from ztdesk.ui.ports import ItemReader
from ztdesk.ui.table_model import Column
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words

_TONES = {
    ItemState.FAILED: Tone.REFUSED,
    ItemState.UNKNOWN: Tone.DUPLICATE,
    ItemState.SUCCEEDED: Tone.OK,
    ItemState.SENT: Tone.ACCENT,
    ItemState.PENDING: Tone.IGNORED,
}
_NOT_SENT_ICONS = {
    BatchState.OPEN: Icon.SCAN,
    BatchState.QUEUED: Icon.CLOCK,
    BatchState.CANCELLED: Icon.IGNORED,
}
_NOTHING = text("")
NUMBER_WIDE = 264
_POSITION_WIDE = 96
_BEING_LOOKED_UP = Advice(text("Not known yet — being looked up"), text("Do not send it again."))
_WENT_WELL = {BatchKind.UNCLAIM: text("Released"), BatchKind.METADATA: text("Updated")}


class ItemRows:
    """The items of these ids, in this order, for a table that asks by the page."""

    def __init__(self, reader: ItemReader, ids: list[int], on_failure: Callable[[ZtdeskError], None]) -> None:
        self._reader = reader
        self._on_failure = on_failure
        self.ids = ids

    def count(self) -> int:
        """How many there are."""
        return len(self.ids)

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """Those at positions `start` to `stop`; none when the disk fails: that is told, and painting goes on."""
        try:
            return self._reader.by_id(self.ids[start:stop])
        except ZtdeskError as error:
            self._on_failure(error)
            return ()


class DeviceColumns(QObject):
    """The columns of a batch's devices; `kind` says what going well means, `state` what not being sent does."""

    def __init__(self, kind: BatchKind = BatchKind.CLAIM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.state = BatchState.QUEUED
        self.unexpected: frozenset[int] = frozenset()
        """The ids of devices that are not on the batch's delivery note."""

    def columns(self) -> tuple[Column[Item], ...]:
        """Number, verdict with what to do about it, and place in the pile."""
        return (
            Column(
                self.tr("Device"),
                lambda item: item.identifier.shown(),
                detail=_others,
                tone=_tone,
                icon=self._icon,
                copy=lambda item: item.identifier.plain(),
                spoken=self._spoken_number,
                number=True,
                width=NUMBER_WIDE,
            ),
            Column(
                self.tr("Verdict"),
                self._title,
                detail=self._hint,
                tone=self._title_tone,
                icon=lambda _item: None,
                tooltip=self._more,
                copy=self._verdict,
                spoken=self._verdict,
                strong=True,
                toned_text=True,
            ),
            Column(
                self.tr("Number in the batch"),
                lambda item: str(item.position),
                spoken=lambda item: self.tr("number {position}").format(position=item.position),
                muted=True,
                right=True,
                width=_POSITION_WIDE,
            ),
        )

    def _advice(self, item: Item) -> Advice:
        if item.state is ItemState.UNKNOWN:
            return _BEING_LOOKED_UP
        advice = device_advice(item, self.state)
        if item.retried_in is not None:
            return Advice(text("Retried in batch {batch}", batch=item.retried_in), _NOTHING)
        if item.state is ItemState.SUCCEEDED and self.kind in _WENT_WELL:
            return Advice(_WENT_WELL[self.kind], advice.hint)
        return advice

    def _title(self, item: Item) -> str:
        title = self._advice(item).title
        # What is cut is cut at the end, and the verdict has its shape and colour besides.
        return words(text("Not on the note · {verdict}", verdict=title) if item.id in self.unexpected else title)

    def _title_tone(self, item: Item) -> Tone | None:
        # What went well or only waits is quiet; what needs a person is read first.
        if item.state is ItemState.UNKNOWN:
            return Tone.DUPLICATE
        if item.state is ItemState.FAILED and item.retried_in is None:
            return None
        return Tone.DUPLICATE if item.id in self.unexpected else Tone.IGNORED

    def _hint(self, item: Item) -> str:
        hint = self._advice(item).hint
        return words(hint) if hint.source else ""

    def _verdict(self, item: Item) -> str:
        title, hint = self._title(item), self._hint(item)
        return self.tr("{title}. {hint}").format(title=title, hint=hint) if hint else title

    def _more(self, item: Item) -> str:
        """What the service itself said, for whoever has to tell it on."""
        failed = words(device_advice(item).title) if item.retried_in is not None else ""
        said = (failed, item.error_identifier or item.status, item.error_message)
        return (
            "\n".join(part for part in (self._verdict(item), *said) if part) if item.state is ItemState.FAILED else ""
        )

    def _icon(self, item: Item) -> Icon | None:
        if item.retried_in is not None:
            return Icon.RETRY
        if item.state is ItemState.PENDING:
            return _NOT_SENT_ICONS[self.state]
        return SHAPE_OF[_TONES[item.state]]

    def _spoken_number(self, item: Item) -> str:
        return self.tr("{number}, {verdict}").format(number=item.identifier.shown(), verdict=self._verdict(item))


def _tone(item: Item) -> Tone:
    return Tone.IGNORED if item.retried_in is not None else _TONES[item.state]


def _others(item: Item) -> str:
    """The second IMEI, then the serial number."""
    one = item.identifier
    others = (group_imei(one.imei2), one.serial if one.serial != one.shown() else "")
    return " · ".join(filter(None, others))
