"""What the service said of the devices in the list: a narrow column of shapes, read for the rows that are seen alone.

Reads nothing when a device comes in: of a new one nothing is known yet.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer

from ztdesk.domain.batch import Item
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.domain.sighting_words import NOT_YET, in_a_list
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.scan.held_note import HeldNote
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_TOGETHER_MS = 200
"""Look-ups come in bursts, and the list need not follow every one."""
_LOOKS = {
    Found.UNCLAIMED: (Icon.ONLINE, Tone.OK),
    Found.OURS: (Icon.CUSTOMER, Tone.ACCENT),
    Found.OTHER_CUSTOMER: (Icon.WARNING, Tone.DUPLICATE),
    Found.VENDOR: (Icon.WARNING, Tone.DUPLICATE),
    Found.FAILED: (Icon.OFFLINE, Tone.IGNORED),
}


class SightingReader(Protocol):
    """Reads what the service said; every call may raise StoreFailure."""

    def of(self, ids: Sequence[int]) -> dict[int, Sighting]:
        """What is known of the devices of these ids."""

    def held_count(self, batch_id: int) -> int:
        """How many devices of a batch are claimed for somebody else."""


class SightingColumn(QObject):
    """The shapes of one list; they and `note` stay away until `show_from`."""

    def __init__(self, note: HeldNote, parent: QObject) -> None:
        super().__init__(parent)
        self.note = note
        self._reader: SightingReader | None = None
        self._table: RowTable | None = None
        self._model: RowTableModel[Item] | None = None
        self._place = 0
        self._batch_id: int | None = None
        self._seen: dict[int, Sighting | None] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read_again)

    @property
    def is_shown(self) -> bool:
        """Whether the list has this column."""
        return self._reader is not None

    def column(self) -> Column[Item]:
        """The column itself."""
        return Column(
            "",
            self._nothing,
            tone=self._tone,
            icon=self._icon,
            tooltip=self._told,
            copy=self._words,
            spoken=self._words,
            width=Space.ROW,
        )

    def attach(self, table: RowTable, model: RowTableModel[Item], place: int) -> None:
        """The column is at `place` of this table."""
        self._table, self._model, self._place = table, model, place
        table.hideColumn(place)

    def show_from(self, reader: SightingReader) -> None:
        """Show what this reader knows from now on."""
        self._reader = reader
        if self._table is not None:
            self._table.showColumn(self._place)
        self.show_batch(self._batch_id)

    def show_batch(self, batch_id: int | None) -> None:
        """The list shows this batch now, or none."""
        if batch_id != self._batch_id:
            self.note.show_count(0)
        self._batch_id = batch_id
        self._seen.clear()
        if batch_id is not None and self._reader is not None:
            self._timer.start(0)

    def added(self, item_id: int) -> None:
        """A device came in, of which nothing can be known yet."""
        self._seen[item_id] = None

    def removed(self, item_id: int) -> None:
        """A device was taken out."""
        self._seen.pop(item_id, None)
        if not self.note.isHidden():
            self._timer.start(0)

    def on_sightings_changed(self, batch_id: int) -> None:
        """Something was found of a device of this batch."""
        if batch_id == self._batch_id and self._reader is not None and not self._timer.isActive():
            self._timer.start(_TOGETHER_MS)

    def held_tone(self, item: Item) -> Tone | None:
        """The colour of a device's number where somebody else has it; the shape is the column's."""
        seen = self._sighting(item)
        return Tone.DUPLICATE if seen is not None and seen.found.is_held else None

    def _sighting(self, item: Item) -> Sighting | None:
        if self._reader is None:
            return None
        if item.id not in self._seen:
            self._read(self._reader, item.id)
        return self._seen[item.id]

    def _read(self, reader: SightingReader, item_id: int) -> None:
        """Read what is known of this device and of all others in sight, in one go."""
        wanted = [one for one in (item_id, *self._ids_in_sight()) if one not in self._seen]
        self._seen.update(dict.fromkeys(wanted))
        # Asked for from within a paint event; that the disk fails is told of by the rows themselves.
        with suppress(StoreFailure):
            self._seen.update(reader.of(wanted))

    def _ids_in_sight(self) -> list[int]:
        if self._table is None or self._model is None:
            return []
        first, last = self._table.rowAt(0), self._table.rowAt(self._table.viewport().height() - 1)
        if first < 0:
            return []
        stop = last + 1 if last >= 0 else self._model.rowCount()
        rows = (self._model.row(position) for position in range(first, stop))
        return [row.id for row in rows if row is not None]

    def _read_again(self) -> None:
        if self._reader is None or self._table is None or self._batch_id is None:
            return
        self._seen.clear()
        self._table.viewport().update()
        with suppress(StoreFailure):
            self.note.show_count(self._reader.held_count(self._batch_id))

    def _nothing(self, _item: Item) -> str:
        return ""

    def _tone(self, item: Item) -> Tone | None:
        seen = self._sighting(item)
        return None if seen is None else _LOOKS[seen.found][1]

    def _icon(self, item: Item) -> Icon | None:
        seen = self._sighting(item)
        return None if seen is None else _LOOKS[seen.found][0]

    def _words(self, item: Item) -> str:
        seen = self._sighting(item)
        return words(NOT_YET if seen is None else in_a_list(seen))

    def _told(self, item: Item) -> str:
        seen = self._sighting(item)
        if seen is None:
            return words(NOT_YET)
        at = QDateTime.fromSecsSinceEpoch(int(seen.looked_up_at))
        moment = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        return self.tr("{found}\nLooked up {moment}").format(found=self._words(item), moment=moment)
